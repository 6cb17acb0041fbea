"""While an announcement runs: how far it is, always in the same message, and stop, go, slower, faster, enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.core.messages import Choice, Outgoing
from bot.core.pace.pacing import SAFETY
from bot.core.ports import Lane, State
from bot.core.post import Post
from bot.core.routing import Pressed, Route, Tick
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import RUNNING, Announcement, AnnouncementState, Ending
from bot.domain.announcements.audience import Reach
from bot.domain.announcements.rehearsal import ASSUMED, Limits, pace
from bot.domain.announcements.results import Tally
from bot.domain.people.person import Contact, Person, Role
from handlers.announcements.after.notices import watchers
from handlers.announcements.looking import decidable, same
from handlers.announcements.releasing.card import ON_THE_WAY, S, running, title
from handlers.announcements.releasing.eyes import may_stop, reach
from handlers.announcements.releasing.fits import limits
from handlers.announcements.releasing.rehearsing import span
from handlers.announcements.releasing.releasing import progress_tag
from handlers.announcements.writing.announcing import note
from handlers.announcements.writing.arriving import forms

SLOWEST = 0.25
"""Messages a second: slower is a pause."""


# -- how far it is ---------------------------------------------------------------------------------------------------


def progress(post: Post) -> bool:
    """The tick: tell who wrote and released announcements how far they are, where something has changed."""
    for number in post.work.announcements.unfinished():
        announcement = post.work.announcements.get(number)
        if announcement is not None and announcement.state in RUNNING and announcement.total:
            show_progress(post, announcement)
    return False


def show_progress(post: Post, announcement: Announcement, but: int = 0) -> None:
    """In the messages in which it was told that it begins (`but` for one person's); nothing if that says it already, or
    will say so soon: while somebody's network is away, one change waits and not thousands.
    """
    tag, said = progress_tag(announcement), how_far(post, announcement)
    for one, contact in _told(post, announcement):
        words, ledger = post.texts.render(said, one.language), post.work.ledger
        if one.id == but or ledger.waits(contact.id, tag) or ledger.changed_to(contact.id, tag) == words:
            continue
        choices = post.choices(contact, one.language, running(announcement, one))
        post.work.ledger.add(contact.id, Outgoing(words, choices), Lane.REPLY, post.now, replaces=tag)


def end_progress(post: Post, announcement: Announcement) -> None:
    """It is over: how it ended, and nothing left to press."""
    tag, said = progress_tag(announcement), how_far(post, announcement)
    for one, contact in _told(post, announcement):
        words = post.texts.render(said, one.language)
        post.work.ledger.add(contact.id, Outgoing(words), Lane.REPLY, post.now, replaces=tag)


def _told(post: Post, announcement: Announcement) -> Iterator[tuple[Person, Contact]]:
    """Who watches it and can be reached."""
    for one in watchers(post, announcement):
        contact = post.work.people.contact_of(one.id)
        if contact is not None and contact.reachable:
            yield one, contact


def how_far(post: Post, announcement: Announcement) -> Text:
    """Sent, to come, failed, uncertain, and how long it will still take; afterwards how it ended."""
    tally = post.work.announcements.tally(announcement.id)
    still = tally.open if announcement.state in RUNNING else to_come(post, announcement, tally)
    total = tally.total - tally.open + still
    if announcement.state not in ON_THE_WAY:
        state, sent = text(f"sending-state-{announcement.state}"), tally.of(State.SENT)
        return text("sending-progress-over", title=title(announcement), state=state, sent=sent, total=total)
    paused = announcement.state is S.PAUSED
    return text(
        "sending-progress-paused" if paused else "sending-progress",
        title=title(announcement),
        sent=tally.of(State.SENT),
        total=total,
        open=still,
        failed=sum(tally.of(one) for one in (State.UNREACHABLE, State.REFUSED, Ending.GIVEN_UP)),
        uncertain=tally.of(State.UNCERTAIN),
        speed=text("sending-speed", count=round(announcement.rate * 60)) if announcement.rate else "",
        left="" if paused or not tally.open else text("sending-still", span=span(_left(post, announcement, tally))),
    )


def to_come(post: Post, announcement: Announcement, tally: Tally) -> int:
    """How many have not got it yet, also where their copies are not written. That counts an audience: while they are
    being written nobody asks every few seconds.
    """
    if announcement.enqueued:
        return tally.open
    found = reach(post, announcement.draft)
    at_once = sum(found.people.values()) + found.places
    return max(tally.open, at_once - (tally.total - tally.open))


def _left(post: Post, announcement: Announcement, tally: Tally) -> float:
    """Seconds, at the speed it has now. Accounts send side by side, after what goes before there: the one that
    takes longest counts, as in the rehearsal.
    """
    work, may, most = post.work.announcements, _limits(post, announcement), announcement.rate * SAFETY
    shares, ahead = work.queued(announcement.id), work.ahead(announcement.id, tally.open)
    spans = (
        ahead.get(account, 0) / pace(one) + count / pace(one, most)
        for account, count in shares.items()
        for one in (may.get(account, Limits()),)
    )
    return max(spans, default=tally.open / speed(post, announcement))


def _limits(post: Post, announcement: Announcement) -> dict[str, Limits]:
    """What every account may do with it, whoever reads it: asked every few seconds, so nobody is counted for it."""
    words, anybody = announcement.draft.words, Reach(languages=tuple(post.texts.languages))
    return limits(post, announcement.draft, forms(post, words, anybody, words.language))


def speed(post: Post, announcement: Announcement) -> float:
    """Copies a second: what an organiser has limited it to, or what the slowest network allows."""
    return announcement.rate or _fastest(post, announcement)


def _fastest(post: Post, announcement: Announcement) -> float:
    """Copies a second that the slowest network allows of those that name a limit."""
    return min((pace(one) / SAFETY for one in _limits(post, announcement).values() if one.rate), default=ASSUMED)


# -- stop, go, slower, faster, enough --------------------------------------------------------------------------------


def pause(visit: Visit, args: tuple[str, ...]) -> None:
    """Nothing more goes out until somebody says so."""
    _turn(visit, args, RUNNING, S.PAUSED, "announcement-paused")


def hold_up(visit: Visit, announcement: Announcement) -> None:
    """Pause it for a reason of its own; its watchers see that."""
    if visit.work.announcements.move(announcement.id, S.PAUSED, RUNNING, visit.now):
        note(visit, "announcement-paused", announcement.id)
        show_progress(visit, visit.work.announcements.get(announcement.id) or announcement)


def resume(visit: Visit, args: tuple[str, ...]) -> None:
    """It goes on where it stood."""
    announcement = _one(visit, args, (S.PAUSED,))
    if announcement is not None:
        to = S.SENDING if announcement.enqueued else S.ENQUEUING
        _turn(visit, args, (S.PAUSED,), to, "announcement-resumed")


def cancel(visit: Visit, args: tuple[str, ...]) -> None:
    """Enough: what has not been sent yet is not sent any more. The report comes when that is settled."""
    visit.close_choices()
    announcement = same(visit, args[:1], *ON_THE_WAY)
    if announcement is None:
        return
    if not may_stop(visit.person):
        visit.say(text("sending-only-moderators"))
        return
    work = visit.work.announcements
    if work.move(announcement.id, S.CANCELLED, ON_THE_WAY, visit.now, acted_by=visit.person.id):
        note(visit, "announcement-cancelled", announcement.id)
        visit.say(text("sending-stopped", title=title(announcement)))
        end_progress(visit, work.get(announcement.id) or announcement)


def _turn(
    visit: Visit, args: tuple[str, ...], expected: tuple[AnnouncementState, ...], to: AnnouncementState, what: str
) -> bool:
    announcement = _one(visit, args, expected)
    work = visit.work.announcements
    if announcement is None or not work.move(announcement.id, to, expected, visit.now):
        return False
    note(visit, what, announcement.id)
    _changed(visit, announcement.id)
    return True


def slower(visit: Visit, args: tuple[str, ...]) -> None:
    """Half as fast as now."""
    announcement = _one(visit, args, ON_THE_WAY)
    if announcement is not None:
        visit.work.announcements.set_rate(announcement.id, max(SLOWEST, speed(visit, announcement) / 2))
        note(visit, "announcement-slower", announcement.id)
        _changed(visit, announcement.id)


def faster(visit: Visit, args: tuple[str, ...]) -> None:
    """Twice as fast, up to what the account may."""
    announcement = _one(visit, args, ON_THE_WAY)
    if announcement is not None and not announcement.rate:
        _changed(visit, announcement.id)  # it has no limit any more: that is shown
    elif announcement is not None:
        doubled = announcement.rate * 2
        unlimited = doubled >= _fastest(visit, announcement)
        visit.work.announcements.set_rate(announcement.id, 0.0 if unlimited else doubled)
        note(visit, "announcement-faster", announcement.id)
        _changed(visit, announcement.id)


def _one(visit: Visit, args: tuple[str, ...], states: tuple[AnnouncementState, ...]) -> Announcement | None:
    return decidable(visit, args[:1], *states)


def _changed(visit: Visit, number: int) -> None:
    """Show it in the message whose choice was pressed, where the network can; and in the author's own."""
    announcement = visit.work.announcements.get(number)
    if announcement is None or announcement.state not in ON_THE_WAY:
        return
    press, words = visit.incoming.press, how_far(visit, announcement)
    if press is not None and press.ref and visit.closes_questions:
        shown = Outgoing(visit.texts.render(words, visit.language), _choices(visit, announcement))
        visit.work.ledger.add(visit.contact.id, shown, Lane.REPLY, visit.now, edits=(press.ref,))
    else:
        visit.say(words, *running(announcement, visit.person))
    show_progress(visit, announcement, but=visit.person.id)


def _choices(visit: Visit, announcement: Announcement) -> tuple[Choice, ...]:
    return visit.choices(visit.contact, visit.language, running(announcement, visit.person))


ROUTES: tuple[Route, ...] = (
    Pressed("announcement-pause", pause, Role.EDITOR),
    Pressed("announcement-resume", resume, Role.EDITOR),
    Pressed("announcement-slower", slower, Role.EDITOR),
    Pressed("announcement-faster", faster, Role.EDITOR),
    Pressed("announcement-cancel", cancel, Role.EDITOR),
    Tick("announcement-progress", timedelta(seconds=5), progress),
)
