"""The card of an announcement: what it says, who gets it and who does not, and what can be done in its state."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b

from bot.core.ports import State
from bot.core.post import Offer, Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import Announcement, AnnouncementState, Draft
from bot.domain.announcements.audience import Reach
from bot.domain.announcements.timing import Recurrence, next_time, recurrence
from bot.domain.people.person import Person, Role
from handlers.announcements.releasing.eyes import (
    addressed,
    corrected,
    may_decide,
    may_release,
    may_release_alone,
    may_stop,
    parent_of,
)
from handlers.announcements.releasing.fits import fits_lines
from handlers.announcements.writing.arriving import as_it_arrives, forms, written_in
from handlers.announcements.writing.dated import date_lines
from handlers.announcements.writing.wording import audience_name, beginning, hint, named
from handlers.phrases import bullets
from handlers.team.organisers import called

S = AnnouncementState
BEFORE = (S.REQUESTED, S.DRAFT, S.WAITING, S.SCHEDULED)
ON_THE_WAY = (S.ENQUEUING, S.SENDING, S.PAUSED)
OVER = (S.DONE, S.CANCELLED, S.WITHDRAWN)
TAKEN_BACK_FROM = (*ON_THE_WAY, S.DONE, S.CANCELLED)

AT_ITS_TIME = "at"
"""Hands over a draft with the time it had."""


def mark(draft: Draft) -> str:
    """6 characters of what is decided by a draft."""
    return _trace((draft.words, draft.audience, draft.topic, draft.goal, draft.files))


def decided(announcement: Announcement) -> str:
    """As many of everything that a card shows for a decision, the time at which it goes out included: a choice under it
    holds for exactly that.
    """
    when = (announcement.send_at, announcement.recurrence) if announcement.state in BEFORE else ()
    return _trace((mark(announcement.draft), when))


def _trace(what: object) -> str:
    digest = blake2b(repr(what).encode(errors="surrogatepass"), digest_size=4).digest()
    return urlsafe_b64encode(digest)[:6].decode()


# -- the card --------------------------------------------------------------------------------------------------------


def show(visit: Visit, announcement: Announcement) -> None:
    """To the person who asks for it."""
    found = addressed(visit, announcement)
    shown = card(visit, announcement, found, visit.person)
    visit.say(shown, *offers(visit, announcement, visit.person, found))


def card(post: Post, announcement: Announcement, found: Reach, viewer: Person) -> Text:
    """Every word that will arrive, whose words they are, who gets them, who does not and why, how networks show it,
    and whether a look is needed. Whoever releases it has read all of it.
    """
    words, parent, language = announcement.draft.words, parent_of(post, announcement), viewer.language
    whose = _whose(post, announcement, viewer)
    what = _lines(post, announcement, found, language) if parent is None else _replaces(post, parent, language)
    return text(
        "sending-card",
        number=str(announcement.id),
        state=state_name(post, announcement),
        message=as_it_arrives(post, words, found, language),
        before="" if parent is None else text("sending-card-before", message=_old(parent)),
        lines=bullets(post.texts, language, (*whose, *what)),
        hint=hint(post, words),
    )


def _old(parent: Announcement) -> Markup:
    """What stands in the copies until they are corrected."""
    versions = (parent.words.best(one)[1] for one in written_in(parent.words))
    return Markup("\n\n".join(versions))


def _whose(post: Post, announcement: Announcement, viewer: Person) -> Iterator[Text]:
    """Who else wrote it, and who asked for it."""
    author = post.work.people.get(announcement.author)
    if author is not None and author.may(Role.EDITOR) and author.id != viewer.id:
        yield text("sending-card-author", name=called(post, author))
    asker = announcement.requested_by and post.work.people.get(announcement.requested_by)
    member = asker and asker.member and post.work.members.get(asker.member)
    if member:
        yield text("sending-card-asker", name=member.name)


def _replaces(post: Post, parent: Announcement, language: str) -> Iterator[Text]:
    """What a correction does to what was sent."""
    work = post.work.announcements
    tally, waiting = work.tally(parent.id), work.waiting(parent.id)
    yield text("sending-card-audience", audience=audience_name(post, language, parent.draft.audience))
    yield text("sending-card-replaces", count=tally.of(State.SENT))
    if tally.open + waiting:
        yield text("sending-card-only-new", count=tally.open + waiting)
    if tally.bundled > waiting:
        yield text("sending-card-old-in-digest", count=tally.bundled - waiting)


def _lines(post: Post, announcement: Announcement, found: Reach, language: str) -> Iterator[Text]:
    draft = announcement.draft
    yield text("sending-card-audience", audience=audience_name(post, language, draft.audience))
    if found.nobody:
        yield text("sending-card-nobody")
        return
    yield text("sending-card-count", count=found.count)
    if found.places:
        yield text("sending-card-places", count=found.places)
    if found.names:
        yield text("sending-card-names", names=", ".join(found.names))
    for why, count in sorted(found.left.items()):
        if count:
            yield text(f"sending-left-{why}", count=count)
    if draft.topic:
        yield text("sending-card-topic", name=named(post, "topics", draft.topic, language))
    if draft.goal:
        yield text("sending-card-goal", name=named(post, "goals", draft.goal, language))
    if draft.files:
        yield text("sending-card-files", count=len(draft.files))
    yield from date_lines(post, draft)
    yield from fits_lines(post, draft, forms(post, draft.words, found, language))


def whom(found: Reach) -> Text:
    """How many people and places it goes to, in words."""
    return text("sending-whom", count=found.count, places=found.places)


def state_name(post: Post, announcement: Announcement) -> Text:
    """Where it stands, in words; with its time where it has one."""
    if corrected(announcement.draft) is not None and announcement.state in BEFORE:
        return text("sending-state-correction", number=str(corrected(announcement.draft)))
    if announcement.state is S.SCHEDULED:
        return text("sending-state-planned", when=planned(post, announcement))
    if announcement.state is S.WAITING and announcement.send_at is not None:
        return text("sending-state-waiting-planned", when=planned(post, announcement))
    if intended(announcement, post.now):
        return text("sending-state-draft-intended", when=planned(post, announcement))
    return text(f"sending-state-{announcement.state}")


def intended(announcement: Announcement, now: datetime) -> bool:
    """Whether it is a draft that had a time before it was one again, and that is still to come."""
    to_come = announcement.send_at is not None and (bool(announcement.recurrence) or announcement.send_at > now)
    return announcement.state is S.DRAFT and to_come


def planned(post: Post, announcement: Announcement) -> Text:
    """When it goes out, and how that repeats."""
    if announcement.send_at is None:
        return text("sending-planned-not")
    zone, rule = post.alliance.zone, recurrence(announcement.recurrence)
    when = announcement.send_at
    if rule is None:
        return text("sending-planned-once", when=when.astimezone(zone))
    gone_by = when <= post.now and announcement.state is not S.SCHEDULED  # what is scheduled goes out at any moment
    return rule_name(rule, (next_time(rule, post.now, zone) if gone_by else when).astimezone(zone))


def rule_name(rule: Recurrence, when: datetime) -> Text:
    """How it repeats, and when it goes out next (local time)."""
    return text(
        f"sending-planned-{'monthly' if rule.nth else 'weekly'}",
        weekday=rule.weekday,
        nth=text("sending-nth", nth=rule.nth),
        at=text("sending-clock", hour=rule.at.hour, minute=rule.at.minute, minutes=f"{rule.at:%M}"),
        when=when,
    )


# -- what can be done about it ---------------------------------------------------------------------------------------


def offers(post: Post, announcement: Announcement, person: Person, found: Reach | None = None) -> tuple[Offer, ...]:
    """The choices that make sense now, for this person. What can do harm is never first, and asks once more. `found`
    is whom it goes to, where that is known already.
    """
    if announcement.state is S.REQUESTED:
        return _requested(announcement)
    if announcement.state is S.WAITING and person.id != announcement.author:
        return _second_eyes(post, announcement, person)
    if announcement.state in BEFORE:
        if not may_decide(person, announcement):
            return _looks(post, announcement)
        return _own(post, announcement, person, found or addressed(post, announcement))
    return running(announcement, person) if announcement.state in ON_THE_WAY else ()


def _requested(announcement: Announcement) -> tuple[Offer, ...]:
    return (
        Offer(text("sending-take-over"), "announcement-take", (announcement.id,)),
        Offer(text("sending-decline"), "announcement-decline", exactly(announcement)),
    )


def _second_eyes(post: Post, announcement: Announcement, person: Person) -> tuple[Offer, ...]:
    if not may_release(person, announcement):
        return _looks(post, announcement)
    return (
        *_looks(post, announcement),
        sure(announcement, "release", text("sending-release")),
        Offer(text("sending-not-released-offer"), "announcement-decline", exactly(announcement)),
    )


def _own(post: Post, announcement: Announcement, person: Person, found: Reach) -> tuple[Offer, ...]:
    """The author's choices (or a moderator's about anybody's)."""
    state, looks, draft = announcement.state, _looks(post, announcement), announcement.state is S.DRAFT
    discard = sure(announcement, "discard", text("sending-discard"))
    if corrected(announcement.draft) is not None:
        return (*looks, *((_send(post, announcement, person, found),) if draft else ()), discard)
    change = Offer(text("sending-change"), "announcement-change", (announcement.id,))
    if found.nobody and draft:
        return (*looks, change, discard)
    rehearse = Offer(text("sending-rehearse"), "announcement-rehearse", (announcement.id,))
    plan = Offer(text("sending-plan" if draft else "sending-plan-anew"), "announcement-plan", exactly(announcement))
    send = (_send(post, announcement, person, found),) if draft else ()
    if intended(announcement, post.now):
        send = (Offer(text("sending-as-intended"), "announcement-send", (*exactly(announcement), AT_ITS_TIME)), *send)
    off = Offer(text("sending-call-off"), "announcement-call-off", (announcement.id,))
    return (*looks, rehearse, plan, *send, change, *((off,) if state is S.SCHEDULED else ()), discard)


def _send(post: Post, announcement: Announcement, person: Person, found: Reach) -> Offer:
    """Off it goes; or to somebody else who has to look at it first: that does no harm, and is not asked twice."""
    if not may_release_alone(post, person, announcement, found):
        return Offer(text("sending-hand-in"), "announcement-send", exactly(announcement))
    if corrected(announcement.draft) is not None:
        return sure(announcement, "send", text("sending-correct-now"))
    return sure(announcement, "send", text("sending-now", count=found.count, places=found.places))


def _looks(post: Post, announcement: Announcement) -> tuple[Offer, ...]:
    """The test; and where there are several networks, how each of them cuts it."""
    networks = list(dict.fromkeys(account.partition(":")[0] for account in post.networks))
    previews = (
        Offer(
            text("sending-preview", network=text("sending-network", network=one)),
            "announcement-preview",
            (announcement.id, one),
        )
        for one in networks
    )
    test = Offer(text("sending-test"), "announcement-test", (announcement.id,))
    return (test, *(previews if len(networks) > 1 else ()))


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
    return announcement.id, decided(announcement)


def sure(announcement: Announcement, deed: str, label: Text) -> Offer:
    """A choice that asks once more before it does something that cannot be undone."""
    return Offer(label, "announcement-sure", (deed, *exactly(announcement)))


def title(announcement: Announcement) -> Text:
    """What it is called in a sentence."""
    return text("sending-title", number=str(announcement.id), beginning=beginning(announcement.words))
