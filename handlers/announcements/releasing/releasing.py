"""Handing over: what is asked before harm can be done, the second pair of eyes, and the moment it begins."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.post import Offer, Post
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.announcements.announcement import Announcement, AnnouncementState, Step
from bot.domain.people.person import Person, Role
from handlers.announcements.after.steps import correct
from handlers.announcements.releasing.card import (
    ON_THE_WAY,
    OVER,
    S,
    card,
    corrected,
    may_decide,
    may_stop,
    offers,
    planned,
    reach,
    running,
    same,
    show,
    title,
    too_late,
)
from handlers.announcements.writing.announcing import note
from handlers.announcements.writing.wording import contents, files_of, ready

STATES: dict[str, tuple[AnnouncementState, ...]] = {
    "send": (S.DRAFT,),
    "release": (S.WAITING,),
    "discard": (S.DRAFT, S.WAITING, S.SCHEDULED),
    "cancel": ON_THE_WAY,
    "withdraw": (*ON_THE_WAY, *OVER),
    "resend": (*ON_THE_WAY, *OVER),
}
"""What asks once more, and in which states it makes sense."""

STOPS = ("cancel", "withdraw")
"""What ends something that was released: only who may release does that."""


def progress_tag(announcement: Announcement) -> str:
    """Names the message in which the author sees how far it is."""
    return f"announcement:{announcement.id}"


# -- asked once more -------------------------------------------------------------------------------------------------


def ask(visit: Visit, args: tuple[str, ...]) -> None:
    """Really? The harmless answer comes first."""
    visit.close_choices()
    deed, *exactly = args
    announcement = same(visit, tuple(exactly), *STATES[deed])
    if announcement is None:
        return
    if deed in STOPS and not may_stop(visit.person):
        visit.say(text("sending-only-moderators"))
        return
    if deed != "release" and not may_decide(visit.person, announcement):
        visit.say(text("sending-not-yours"))
        return
    count, _ = addressed(visit, announcement)
    yes = Offer(text(f"sending-yes-{deed}"), f"announcement-{deed}", tuple(exactly))
    no = Offer(text("sending-no"), "announcement-show", (announcement.id,))
    visit.say(text(f"sending-sure-{deed}", count=count, title=title(announcement)), no, yes)


# -- towards sending -------------------------------------------------------------------------------------------------


def test(visit: Visit, args: tuple[str, ...]) -> None:
    """Send it to the organiser alone, exactly as it will arrive; everything can still be changed."""
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None:
        too_late(visit, None)
        return
    words = ready(visit, announcement.words, visit.language)
    visit.tell(visit.person.id, words, files=files_of(visit, announcement.draft.files))
    visit.say(text("sending-tested", title=title(announcement)), *offers(visit, announcement, visit.person))


def send(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ja, senden] under a draft: now, whatever was planned before."""
    visit.close_choices()
    announcement = same(visit, args, S.DRAFT)
    if announcement is not None and may_decide(visit.person, announcement):
        visit.work.announcements.schedule(announcement.id, None, "")
        hand_over(visit, visit.work.announcements.get(announcement.id) or announcement)


def hand_over(visit: Visit, announcement: Announcement) -> None:
    """Begin, or ask a second pair of eyes, whichever this audience needs."""
    people, places = addressed(visit, announcement)
    if not people and not places:
        visit.say(text("sending-nobody"))
        show(visit, announcement)
    elif may_release_alone(visit, announcement, people):
        begin(visit, announcement)
    else:
        _ask_others(visit, announcement, people)


def addressed(post: Post, announcement: Announcement) -> tuple[int, int]:
    """How many people and places it goes to: of a correction those who get what it corrects."""
    parent = corrected(announcement.draft)
    if parent is not None:
        tally = post.work.announcements.tally(parent)  # also those who get it only now, and in new words
        return tally.total + tally.bundled, 0
    found = reach(post, announcement.draft)
    return found.count, found.places


def may_release_alone(visit: Visit, announcement: Announcement, count: int) -> bool:
    """Moderators and owners, as long as the audience is small or somebody else wrote it."""
    few = count <= visit.alliance.announcing.second_eyes_above
    return visit.person.may(Role.MODERATOR) and (few or visit.person.id != announcement.author)


def releasers(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Who may release it: nobody their own."""
    return [one for one in post.work.people.organisers(Role.MODERATOR) if one.id != announcement.author]


def _ask_others(visit: Visit, announcement: Announcement, count: int) -> None:
    others = [one for one in releasers(visit, announcement) if one.id != visit.person.id]
    if not others:
        visit.say(text("sending-nobody-releases", count=count))
        show(visit, announcement)
        return
    if not visit.work.announcements.move(announcement.id, S.WAITING, [S.DRAFT], visit.now):
        too_late(visit, visit.work.announcements.get(announcement.id))
        return
    note(visit, "announcement-handed-in", announcement.id)
    waiting = visit.work.announcements.get(announcement.id) or announcement
    for one in others:
        visit.tell(one.id, text("sending-please-release", when=planned(visit, waiting)))
        shown = card(visit, waiting, one.language)
        visit.tell(one.id, shown, *offers(visit, waiting, one), files=files_of(visit, waiting.draft.files))
    visit.say(text("sending-asked", count=len(others)))


def release(visit: Visit, args: tuple[str, ...]) -> None:
    """The second pair of eyes has said yes."""
    visit.close_choices()
    announcement = same(visit, args, S.WAITING)
    if announcement is None:
        return
    if announcement.author == visit.person.id:
        visit.say(text("sending-not-your-own"))
        return
    begin(visit, announcement)


def begin(visit: Visit, announcement: Announcement) -> None:
    """Send it now, or at its time. The rows are written by the tick, in chunks."""
    if corrected(announcement.draft) is not None:
        correct(visit, announcement)
        return
    work, later = visit.work.announcements, announcement.send_at is not None and announcement.send_at > visit.now
    to = S.SCHEDULED if later else S.ENQUEUING
    if not work.move(announcement.id, to, [announcement.state], visit.now, released_by=visit.person.id):
        too_late(visit, work.get(announcement.id))
        return
    work.write(announcement.id, Step.SEND, contents(visit, announcement.words))
    note(visit, "announcement-planned" if later else "announcement-sent", announcement.id)
    begun(visit, work.get(announcement.id) or announcement, visit.person.id)


def begun(post: Post, announcement: Announcement, by: int | None) -> None:
    """Tell everybody concerned: who released it, its author (with what can be done meanwhile), who asked for it."""
    count = reach(post, announcement.draft).count
    later = announcement.state is S.SCHEDULED
    said = text("sending-planned", when=planned(post, announcement)) if later else text("sending-begun", count=count)
    if by is not None and by != announcement.author:
        post.tell(by, said)
        post.tell(announcement.author, text("sending-released", title=title(announcement)))
    author = post.work.people.get(announcement.author)
    choices = () if later or author is None else running(announcement, author)
    post.tell(announcement.author, said, *choices, tag="" if later else progress_tag(announcement))
    if announcement.requested_by is not None and announcement.requested_by != announcement.author:
        key = "requesting-planned" if later else "requesting-sent"
        post.tell(announcement.requested_by, text(key, title=title(announcement), when=planned(post, announcement)))


def discard(visit: Visit, args: tuple[str, ...]) -> None:
    """Throw it away or call it off; nobody has received anything."""
    visit.close_choices()
    announcement = same(visit, args, *STATES["discard"])
    if announcement is None or not may_decide(visit.person, announcement):
        return
    visit.work.announcements.move(announcement.id, S.CANCELLED, [announcement.state], visit.now)
    note(visit, "announcement-discarded", announcement.id)
    visit.say(text("sending-discarded", title=title(announcement)))
    if announcement.author != visit.person.id:
        visit.tell(announcement.author, text("sending-discarded-by-team", title=title(announcement)))


ROUTES: tuple[Route, ...] = (
    Pressed("announcement-sure", ask, Role.EDITOR),
    Pressed("announcement-test", test, Role.EDITOR),
    Pressed("announcement-send", send, Role.EDITOR),
    Pressed("announcement-release", release, Role.MODERATOR),
    Pressed("announcement-discard", discard, Role.EDITOR),
)
