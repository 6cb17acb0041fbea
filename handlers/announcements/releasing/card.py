"""The card of an announcement: what it says, who gets it and who does not, and what can be done in its state."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b

from bot.core.post import Offer, Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement, AnnouncementState, Draft
from bot.domain.announcements.audience import Reach
from bot.domain.announcements.timing import Recurrence, recurrence
from bot.domain.people.person import Person
from handlers.announcements.releasing.eyes import (
    addressed,
    corrected,
    may_decide,
    may_release,
    may_release_alone,
    may_stop,
    reach,
)
from handlers.announcements.releasing.fits import fits_lines
from handlers.announcements.writing.wording import audience_name, beginning, hint, in_words, named, ready
from handlers.phrases import bullets

S = AnnouncementState
BEFORE = (S.REQUESTED, S.DRAFT, S.WAITING, S.SCHEDULED)
ON_THE_WAY = (S.ENQUEUING, S.SENDING, S.PAUSED)
OVER = (S.DONE, S.CANCELLED, S.WITHDRAWN)


def mark(draft: Draft) -> str:
    """6 characters of what is decided by a draft: a choice under a card holds for exactly what the card shows."""
    decided = repr((draft.words, draft.audience, draft.topic, draft.goal, draft.files))
    return urlsafe_b64encode(blake2b(decided.encode(errors="surrogatepass"), digest_size=4).digest())[:6].decode()


# -- the card --------------------------------------------------------------------------------------------------------


def show(visit: Visit, announcement: Announcement) -> None:
    """To the person who asks for it."""
    visit.say(card(visit, announcement, visit.language), *offers(visit, announcement, visit.person))


def card(post: Post, announcement: Announcement, language: str) -> Text:
    """What it says, who gets it, who does not and why, how networks show it, and whether a look is needed."""
    draft = announcement.draft
    found = reach(post, draft)
    lines = bullets(post.texts, language, _lines(post, announcement, found, language))
    return text(
        "sending-card",
        number=str(announcement.id),
        state=state_name(post, announcement),
        message=ready(post, draft.words, language),
        lines=lines,
        hint=hint(post, draft.words),
    )


def _lines(post: Post, announcement: Announcement, found: Reach, language: str) -> Iterator[Text]:
    draft = announcement.draft
    yield text("sending-card-audience", audience=audience_name(post, language, draft.audience))
    yield text("sending-card-count", count=found.count)
    if found.places:
        yield text("sending-card-places", count=found.places)
    if found.names:
        yield text("sending-card-names", names=", ".join(found.names))
    for why, count in sorted(found.left.items()):
        if count:
            yield text(f"sending-left-{why}", count=count)
    if draft.words.second_language:
        yield text("sending-card-second", written=in_words(draft.words.second_language))
    if draft.topic:
        yield text("sending-card-topic", name=named(post, "topics", draft.topic, language))
    if draft.goal:
        yield text("sending-card-goal", name=named(post, "goals", draft.goal, language))
    if draft.files:
        yield text("sending-card-files", count=len(draft.files))
    yield from fits_lines(post, draft, language)


def whom(people: int, places: int) -> Text:
    """How many people and places it goes to, in words."""
    return text("sending-whom", count=people, places=places)


def state_name(post: Post, announcement: Announcement) -> Text:
    """Where it stands, in words; with its time where it has one."""
    if corrected(announcement.draft) is not None and announcement.state in BEFORE:
        return text("sending-state-correction", number=str(corrected(announcement.draft)))
    if announcement.state is S.SCHEDULED:
        return planned(post, announcement)
    return text(f"sending-state-{announcement.state}")


def planned(post: Post, announcement: Announcement) -> Text:
    """When it goes out, and how that repeats."""
    if announcement.send_at is None:
        return text("sending-planned-not")
    when = announcement.send_at.astimezone(post.alliance.zone)
    rule = recurrence(announcement.recurrence)
    if rule is None:
        return text("sending-planned-once", when=when)
    return rule_name(rule, when)


def rule_name(rule: Recurrence, when: datetime) -> Text:
    """How it repeats, and when it goes out next (local time)."""
    return text(
        f"sending-planned-{'monthly' if rule.nth else 'weekly'}",
        weekday=text("sending-weekday", weekday=rule.weekday),
        nth=text("sending-nth", nth=rule.nth),
        at=f"{rule.at:%H:%M}",
        when=when,
    )


# -- what can be done about it ---------------------------------------------------------------------------------------


def offers(post: Post, announcement: Announcement, person: Person) -> tuple[Offer, ...]:
    """The choices that make sense now, for this person. What can do harm is never first, and asks once more."""
    if announcement.state is S.REQUESTED:
        return _requested(announcement)
    if announcement.state is S.WAITING and person.id != announcement.author:
        return _second_eyes(announcement, person)
    if announcement.state in BEFORE:
        return _own(post, announcement, person) if may_decide(person, announcement) else (_test(announcement),)
    return running(announcement, person) if announcement.state in ON_THE_WAY else ()


def _requested(announcement: Announcement) -> tuple[Offer, ...]:
    return (
        Offer(text("sending-take-over"), "announcement-take", (announcement.id,)),
        Offer(text("sending-decline"), "announcement-decline", (announcement.id,)),
    )


def _second_eyes(announcement: Announcement, person: Person) -> tuple[Offer, ...]:
    if not may_release(person, announcement):
        return (_test(announcement),)
    return (
        _test(announcement),
        sure(announcement, "release", text("sending-release")),
        Offer(text("sending-not-released-offer"), "announcement-decline", (announcement.id,)),
    )


def _own(post: Post, announcement: Announcement, person: Person) -> tuple[Offer, ...]:
    """The author's choices (or a moderator's about anybody's)."""
    state, test = announcement.state, _test(announcement)
    discard = sure(announcement, "discard", text("sending-discard" if state is not S.SCHEDULED else "sending-call-off"))
    if corrected(announcement.draft) is not None:
        return (test, _send(post, announcement, person), discard)
    change = Offer(text("sending-change"), "announcement-change", (announcement.id,))
    rehearse = Offer(text("sending-rehearse"), "announcement-rehearse", (announcement.id,))
    plan = Offer(
        text("sending-plan" if state is S.DRAFT else "sending-plan-anew"), "announcement-plan", exactly(announcement)
    )
    if state is S.DRAFT:
        return (test, rehearse, plan, _send(post, announcement, person), change, discard)
    return (test, rehearse, *((plan,) if state is S.SCHEDULED else ()), change, discard)


def _send(post: Post, announcement: Announcement, person: Person) -> Offer:
    """Off it goes; or to somebody else who has to look at it first: that does no harm, and is not asked twice."""
    people, places = found = addressed(post, announcement)
    if any(found) and not may_release_alone(post, person, announcement, found):
        return Offer(text("sending-hand-in"), "announcement-send", exactly(announcement))
    if corrected(announcement.draft) is not None:
        return sure(announcement, "send", text("sending-correct-now"))
    return sure(announcement, "send", text("sending-now", count=people, places=places))


def _test(announcement: Announcement) -> Offer:
    return Offer(text("sending-test"), "announcement-test", (announcement.id,))


def running(announcement: Announcement, person: Person) -> tuple[Offer, ...]:
    """While it runs: stop and go, slower and faster, and for whoever may stop it an end to it."""
    paused = announcement.state is S.PAUSED
    go = Offer(text("sending-resume"), "announcement-resume", (announcement.id,))
    pause = Offer(text("sending-pause"), "announcement-pause", (announcement.id,))
    slower = Offer(text("sending-slower"), "announcement-slower", (announcement.id,))
    faster = Offer(text("sending-faster"), "announcement-faster", (announcement.id,))
    return (
        go if paused else pause,
        *((faster,) if announcement.rate else ()),
        slower,
        *((sure(announcement, "cancel", text("sending-cancel")),) if may_stop(person) else ()),
    )


def exactly(announcement: Announcement) -> tuple[str | int, ...]:
    """The arguments of a choice that holds for exactly what is shown now."""
    return announcement.id, mark(announcement.draft)


def sure(announcement: Announcement, deed: str, label: Text) -> Offer:
    """A choice that asks once more before it does something that cannot be undone."""
    return Offer(label, "announcement-sure", (deed, *exactly(announcement)))


# -- looking it up ---------------------------------------------------------------------------------------------------


def same(visit: Visit, args: tuple[str, ...], *states: AnnouncementState) -> Announcement | None:
    """The announcement a choice is about, if it is in one of these states and still what was shown; else the person is
    told (two organisers may press at once, or it was changed meanwhile).
    """
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None or announcement.state not in states:
        too_late(visit, announcement)
        return None
    if len(args) > 1 and args[1] != mark(announcement.draft):
        visit.say(text("sending-changed-since"))
        show(visit, announcement)
        return None
    return announcement


def decidable(visit: Visit, args: tuple[str, ...], *states: AnnouncementState) -> Announcement | None:
    """As `same`, for what only its author and who may release may do; anybody else is told so."""
    announcement = same(visit, args, *states)
    if announcement is not None and not may_decide(visit.person, announcement):
        visit.say(text("sending-not-yours"))
        return None
    return announcement


def too_late(visit: Visit, announcement: Announcement | None) -> None:
    """It has been decided already; nothing was changed."""
    if announcement is None:
        visit.say(text("sending-none"))
    else:
        visit.say(text("sending-too-late", state=state_name(visit, announcement)))


def title(announcement: Announcement) -> Text:
    """What it is called in a sentence."""
    return text("sending-title", number=str(announcement.id), beginning=beginning(announcement.words))
