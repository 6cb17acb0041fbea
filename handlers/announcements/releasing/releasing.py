"""Handing over: what is asked before harm can be done, the second pair of eyes, and the moment it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.post import Offer, Post
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import CHANGEABLE, Announcement, AnnouncementState, Step
from bot.domain.announcements.audience import Left, Reach
from bot.domain.announcements.timing import next_time, recurrence
from bot.domain.people.person import Person, Role
from handlers.announcements.after.notices import watchers
from handlers.announcements.after.steps import correct
from handlers.announcements.looking import decidable, same, too_late
from handlers.announcements.releasing.card import (
    AT_ITS_TIME,
    BEFORE,
    ON_THE_WAY,
    OVER,
    TAKEN_BACK_FROM,
    S,
    card,
    exactly,
    offers,
    planned,
    running,
    show,
    state_name,
    title,
    whom,
)
from handlers.announcements.releasing.eyes import (
    addressed,
    changed_by,
    corrected,
    may_release,
    may_release_alone,
    may_stop,
    reach,
    without_second_eyes,
    writers,
)
from handlers.announcements.writing.announcing import note
from handlers.announcements.writing.arriving import each
from handlers.announcements.writing.dated import date_lines
from handlers.announcements.writing.wording import contents, files_of

STATES: dict[str, tuple[AnnouncementState, ...]] = {
    "send": (S.DRAFT,),
    "release": (S.WAITING,),
    "discard": CHANGEABLE,
    "cancel": ON_THE_WAY,
    "withdraw": TAKEN_BACK_FROM,
    "resend": (*ON_THE_WAY, S.DONE),
    "leave": (*ON_THE_WAY, *OVER),
}
"""What asks once more, and in which states it makes sense."""

NOW = "n"
"""Releases what was planned for a time that is over all the same, at once."""

STOPS = ("cancel", "withdraw")
"""What ends something that was released: only who may release does that."""


def progress_tag(announcement: Announcement) -> str:
    """Names the message in which each of its watchers sees how far it is."""
    return f"announcement:{announcement.id}"


# -- asked once more -------------------------------------------------------------------------------------------------


def ask(visit: Visit, args: tuple[str, ...]) -> None:
    """Really? The harmless answer comes first."""
    visit.close_choices()
    deed, *shown = args
    look_up = same if deed == "release" else decidable
    announcement = look_up(visit, tuple(shown), *STATES[deed])
    if announcement is None:
        return
    if deed in STOPS and not may_stop(visit.person):
        visit.say(text("sending-only-moderators"))
        return
    found = addressed(visit, announcement)
    if deed == "send" and found.nobody:
        _say_nobody(visit, announcement, found)
        return
    correcting = deed == "send" and corrected(announcement.draft) is not None
    label = text("sending-yes-correct" if correcting else f"sending-yes-{deed}")
    yes = Offer(label, f"announcement-{deed}", tuple(shown))
    no = Offer(text("sending-no"), "announcement-show", (announcement.id,))
    for line in date_lines(visit, announcement.draft) if deed in {"send", "release"} else ():
        visit.say(line)
    visit.confirm(_sure(visit, announcement, deed, found), no, yes)


def _sure(visit: Visit, announcement: Announcement, deed: str, found: Reach) -> Text:
    """What is about to happen; of a correction what it replaces."""
    number, called = corrected(announcement.draft), title(announcement)
    if number is not None and deed in {"send", "release"}:
        return text("sending-sure-correct", number=str(number), count=found.count)
    later, when = found.left.get(Left.BUNDLED, 0), planned(visit, announcement)
    return text(f"sending-sure-{deed}", whom=whom(found), title=called, when=when, bundled=later)


def _say_nobody(visit: Visit, announcement: Announcement, found: Reach) -> None:
    visit.say(text("sending-nobody"))
    visit.say(card(visit, announcement, found, visit.person), *offers(visit, announcement, visit.person, found))


# -- towards sending -------------------------------------------------------------------------------------------------


def test(visit: Visit, args: tuple[str, ...]) -> None:
    """Send it to the organiser alone, exactly as it will arrive, in every form of it that will occur."""
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None:
        too_late(visit, None)
        return
    files, found = files_of(visit, announcement.draft.files), addressed(visit, announcement)
    for form in each(visit, announcement.words, found, visit.language):
        visit.tell(visit.person.id, form, files=files)
    key = "sending-tested" if announcement.state in BEFORE else "sending-tested-later"
    said = text(key, title=title(announcement), state=state_name(visit, announcement))
    visit.say(said, *offers(visit, announcement, visit.person, found))


def send(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ja, senden] under a draft: now, whatever was planned before; or at the time it had."""
    visit.close_choices()
    announcement = decidable(visit, args[:2], S.DRAFT)
    if announcement is None:
        return
    if AT_ITS_TIME not in args[2:]:
        visit.work.announcements.schedule(announcement.id, None, "")
        announcement = replace(announcement, send_at=None, recurrence="")
    hand_over(visit, announcement)


def hand_over(visit: Visit, announcement: Announcement, *, sure: bool = False) -> None:
    """Begin, or ask a second pair of eyes, whichever this audience needs. Whoever has none is asked whether they are
    `sure`, and it is noted down.
    """
    found = addressed(visit, announcement)
    if found.nobody:
        _say_nobody(visit, announcement, found)
    elif _is_late(visit, announcement):
        _ask_when(visit, announcement, Offer(text("sending-late-now"), "announcement-send", exactly(announcement)))
    elif may_release_alone(visit, visit.person, announcement, found):
        alone = without_second_eyes(visit, visit.person, announcement, found)
        if alone and not sure:
            _ask_alone(visit, announcement, found)
            return
        if alone:
            note(visit, "announcement-alone", announcement.id)
        begin(visit, announcement)
    else:
        _ask_others(visit, announcement, found)


def _ask_alone(visit: Visit, announcement: Announcement, found: Reach) -> None:
    """Nobody else could look at it before it is published."""
    visit.confirm(
        text("sending-sure-alone", title=title(announcement), whom=whom(found), when=planned(visit, announcement)),
        Offer(text("sending-no"), "announcement-show", (announcement.id,)),
        Offer(text("sending-yes-alone"), "announcement-alone", exactly(announcement)),
    )


def alone(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ja, allein freigeben]."""
    announcement = decidable(visit, args, S.DRAFT)
    if announcement is not None:
        hand_over(visit, announcement, sure=True)


def releasers(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Who may release it: nobody their own."""
    return [one for one in post.work.people.organisers(Role.MODERATOR) if may_release(one, announcement)]


def _ask_others(visit: Visit, announcement: Announcement, found: Reach) -> None:
    """Hand it in. Whoever hands in what somebody else has changed stands for it: that one may release it then."""
    work = visit.work.announcements
    if visit.person.id not in writers(announcement) - {announcement.author}:
        announcement = replace(announcement, draft=changed_by(announcement.draft, None))
    others = [one for one in releasers(visit, announcement) if one.id != visit.person.id]
    if not others:
        visit.say(text("sending-nobody-releases", owner="yes" if visit.person.may(Role.OWNER) else "no"))
        show(visit, announcement)
        return
    work.rewrite(announcement.id, announcement.draft, announcement.author)
    if not work.move(announcement.id, S.WAITING, [S.DRAFT], visit.now):
        too_late(visit, work.get(announcement.id))
        return
    note(visit, "announcement-handed-in", announcement.id)
    waiting = work.get(announcement.id) or announcement
    asked = [please_release(visit, waiting, found, one) for one in others]
    said = "sending-asked" if any(asked) else "sending-asked-nobody"
    visit.say(text(said, count=sum(asked), when=planned(visit, waiting)))


def please_release(post: Post, waiting: Announcement, found: Reach, one: Person) -> bool:
    """Whether this person could be asked at all."""
    shown = card(post, waiting, found, one)
    return post.tell(one.id, text("sending-please-release", when=planned(post, waiting))) and post.tell(
        one.id, shown, *offers(post, waiting, one), files=files_of(post, waiting.draft.files)
    )


def release(visit: Visit, args: tuple[str, ...]) -> None:
    """The second pair of eyes has said yes. What was planned for a time that is over goes only if they say so."""
    visit.close_choices()
    announcement = same(visit, args[:2], S.WAITING)
    if announcement is None:
        return
    if not may_release(visit.person, announcement):
        visit.say(text("sending-not-your-own"))
    elif NOW in args[2:]:
        visit.work.announcements.schedule(announcement.id, None, "")
        begin(visit, replace(announcement, send_at=None, recurrence=""))
    elif _is_late(visit, announcement):
        now = Offer(text("sending-late-now"), "announcement-release", (*exactly(announcement), NOW))
        _ask_when(visit, announcement, now)
    else:
        begin(visit, announcement)


def _is_late(visit: Visit, announcement: Announcement) -> bool:
    """Whether its time has gone by, and it has no next one."""
    at = announcement.send_at
    return at is not None and at <= visit.now and not announcement.recurrence


def _ask_when(visit: Visit, announcement: Announcement, now: Offer) -> None:
    """Its time went by while it waited: what it says may be out of date."""
    another = Offer(text("sending-another-time"), "announcement-plan", exactly(announcement))
    visit.confirm(text("sending-late", title=title(announcement), when=planned(visit, announcement)), another, now)


def begin(visit: Visit, announcement: Announcement) -> None:
    """Send it now, or at its time. The rows are written by the tick, in chunks. A recurring one whose first time went
    by goes at its next one.
    """
    if corrected(announcement.draft) is not None:
        correct(visit, announcement)
        return
    work, rule = visit.work.announcements, recurrence(announcement.recurrence)
    at = announcement.send_at
    later = at is not None and (rule is not None or at > visit.now)
    if rule is not None and at is not None and at <= visit.now:
        work.schedule(announcement.id, next_time(rule, visit.now, visit.alliance.zone), announcement.recurrence)
    to = S.SCHEDULED if later else S.ENQUEUING
    if not work.move(announcement.id, to, [announcement.state], visit.now, released_by=visit.person.id):
        too_late(visit, work.get(announcement.id))
        return
    work.write(announcement.id, Step.SEND, contents(visit, announcement.words))
    note(visit, "announcement-planned" if later else "announcement-sent", announcement.id)
    begun(visit, work.get(announcement.id) or announcement, visit.person.id)


def begun(post: Post, announcement: Announcement, by: int | None) -> None:
    """Tell everybody concerned: its author and who released it (with what can be done meanwhile), who asked for it."""
    found, later = reach(post, announcement.draft), announcement.state is S.SCHEDULED
    if not later:
        post.work.announcements.leave_out(announcement.id, found.left)
    for one in watchers(post, announcement):
        released = "released-" if by not in {None, announcement.author} and one.id == announcement.author else ""
        key = f"sending-{released}{'planned' if later else 'begun'}"
        said = text(key, title=title(announcement), whom=whom(found), when=planned(post, announcement))
        choices = () if later else running(announcement, one)
        post.tell(one.id, said, *choices, tag="" if later else progress_tag(announcement))
    if announcement.requested_by is not None and announcement.requested_by != announcement.author:
        key = "requesting-planned" if later else "requesting-sent"
        post.tell(announcement.requested_by, text(key, title=title(announcement), when=planned(post, announcement)))


ROUTES: tuple[Route, ...] = (
    Pressed("announcement-sure", ask, Role.EDITOR),
    Pressed("announcement-test", test, Role.EDITOR),
    Pressed("announcement-send", send, Role.EDITOR),
    Pressed("announcement-alone", alone, Role.MODERATOR, sure=True),
    Pressed("announcement-release", release, Role.MODERATOR, sure=True),
)
