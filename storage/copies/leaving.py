"""Copies that go another way than they were written: whoever is erased, whoever wants a pause by now, who says no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, delete, exists, func, or_, select, update

from bot.core.ports import State
from bot.domain.announcements.announcement import AnnouncementState, Step
from bot.domain.announcements.audience import Audience
from bot.domain.announcements.wishes import Rhythm, next_digest, quiet_until
from storage.announcements.audience import preferred
from storage.copies.counting import shift
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.tables import (
    announcement_files,
    announcements,
    contacts,
    deliveries,
    digest_items,
    files,
    members,
    persons,
    topics_off,
    wishes,
)

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

OPEN = deliveries.c.state.in_([State.QUEUED.value, State.SENDING.value])
_UNSENT = [state.value for state in (AnnouncementState.REQUESTED, AnnouncementState.DRAFT, AnnouncementState.CANCELLED)]
NEVER_SENT = and_(
    announcements.c.state.in_(_UNSENT),
    announcements.c.started_at.is_(None),
    ~exists(select(deliveries.c.id).where(deliveries.c.announcement == announcements.c.id)),
)
"""The announcements of which nobody has got a copy, or will."""

# -- at the moment of sending ----------------------------------------------------------------------------------------

_ASKED = ("", Step.SEND.value, Step.CORRECTION.value, Step.NOTICE.value)


def is_asked(row: Any) -> bool:
    """Whether it comes as a message of its own (digests have no step): only this is asked about. What they have is
    corrected or taken away all the same; that a notice may take the place of a short correction is part of it.
    """
    return row.step in _ASKED and not (row.step == Step.NOTICE.value and row.edits)


_GATHERED = {Rhythm.DAILY.value, Rhythm.WEEKLY.value}
_TOPIC_OFF = exists().where(topics_off.c.person == deliveries.c.person, topics_off.c.topic == announcements.c.topic)
_AMONG = among(deliveries.c.id, "ids", Kind.NUMBER)
_WISHES = Ready(
    select(
        *(deliveries.c[name] for name in ("id", "person", "announcement", "step", "attempts")),
        case((_TOPIC_OFF, 1), else_=0).label("off"),
        *(wishes.c[name] for name in ("rhythm", "paused_until", "quiet_from", "quiet_to")),
    )
    .outerjoin(announcements, announcements.c.id == deliveries.c.announcement)
    .outerjoin(wishes, wishes.c.person == deliveries.c.person)
    .where(_AMONG, or_(wishes.c.person.is_not(None), _TOPIC_OFF))
)


_NONE_OF = {
    facet: Ready(
        select(deliveries.c.id)
        .join(persons, persons.c.id == deliveries.c.person)
        .outerjoin(members, members.c.id == persons.c.member)
        .where(_AMONG, or_(members.c.id.is_(None), ~among(column, "wanted", Kind.WORDS)))
    )
    for facet, column in (("kinds", members.c.kind), ("municipalities", members.c.municipality))
}


def outside(session: Session, rows: Sequence[Any], audience: Audience) -> AbstractSet[int]:
    """The copies among these whose person has left the audience since they were written: its circle, or the kinds and
    municipalities it is for. Where people are active, their language and their network may change meanwhile.
    """
    people = [row for row in rows if row.contact and row.follows is not None]
    gone = {row.id for row in people if not audience.encircles(member=row.member is not None, follows=row.follows)}
    asked = {"ids": [row.id for row in people]}
    for facet, left in _NONE_OF.items():
        if wanted := getattr(audience, facet):
            gone.update(session.run(left, asked | {"wanted": list(wanted)}).scalars())
    return gone


@dataclass(frozen=True, slots=True)
class WishesNow:
    """Of some messages, those that go another way at this moment: not at all, with a digest (each as its person,
    announcement and when, UTC), or later (until when).
    """

    off: AbstractSet[int]
    bundled: Mapping[int, tuple[int, int, datetime]]
    later: Mapping[int, datetime]

    @property
    def gone(self) -> AbstractSet[int]:
        """All of them."""
        return self.off | self.bundled.keys() | self.later.keys()


def wishes_now(session: Session, ids: Sequence[int], now: datetime, zone: ZoneInfo) -> WishesNow:
    """What the recipients of these wish by now; news on or off is known with the row itself. A copy is bundled in a
    pause, and where the rhythm has changed since it was written. What was tried before may have arrived in part, and a
    digest or a correction is a message of its own: they wait for the end of a pause.
    """
    off: set[int] = set()
    bundled: dict[int, tuple[int, int, datetime]] = {}
    later: dict[int, datetime] = {}
    for row in session.run(_WISHES, {"ids": list(ids)}):
        is_copy = row.step == Step.SEND.value
        pause = row.paused_until if row.paused_until is not None and row.paused_until > now else None
        rather = pause or (next_digest(Rhythm(row.rhythm), now, zone) if row.rhythm in _GATHERED else None)
        wait = pause or quiet_until(row.quiet_from, row.quiet_to, now, zone)
        if row.off and is_copy:
            off.add(row.id)
        elif is_copy and not row.attempts and rather is not None:
            bundled[row.id] = row.person, row.announcement, rather
        elif wait is not None:
            later[row.id] = wait
    return WishesNow(off, bundled, later)


def bundle(session: Session, copies: Mapping[int, tuple[int, int, datetime]]) -> None:
    """These queued copies wait for a digest instead: the rows go, the announcements add up."""
    if not copies:
        return
    items = [{"person": person, "announcement": of, "due_at": at} for person, of, at in copies.values()]
    session.run(session.insert(digest_items).on_conflict_do_nothing(), items)
    for announcement, number in Counter(of for _, of, _ in copies.values()).items():
        total, bundled = announcements.c.total - number, announcements.c.bundled + number
        one = update(announcements).where(announcements.c.id == announcement)
        session.run(one.values(total=total, bundled=bundled))
    session.run(delete(deliveries).where(deliveries.c.id.in_(list(copies))))


def unbundle(session: Session, *which: ColumnElement[bool]) -> None:
    """These items are never told: they go, and are no longer counted."""
    counted = select(digest_items.c.announcement, func.count().label("items")).where(*which)
    for row in session.run(counted.group_by(digest_items.c.announcement)).all():
        one = update(announcements).where(announcements.c.id == row.announcement)
        session.run(one.values(bundled=announcements.c.bundled - row.items))
    session.run(delete(digest_items).where(*which))


_own, _theirs = contacts.alias("own"), contacts.alias("theirs")
_GONE = ~exists().where(_own.c.id == deliveries.c.contact, _own.c.reachable)
_OTHERS = (_theirs.c.person == deliveries.c.person, _theirs.c.reachable)
_BEST = (preferred(_theirs).desc(), _theirs.c.last_used.desc(), _theirs.c.id.desc())


def _best(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Of the contact that is left: where the person would rather be written to, then where they wrote last."""
    people = _theirs.outerjoin(wishes, wishes.c.person == _theirs.c.person)
    return select(column).select_from(people).where(*_OTHERS).order_by(*_BEST).limit(1).scalar_subquery()


_ELSEWHERE = Ready(
    update(deliveries)
    .where(_AMONG, deliveries.c.contact != 0, deliveries.c.step == Step.SEND.value, _GONE, exists().where(*_OTHERS))
    .values(
        contact=_best(_theirs.c.id),
        account=_best(_theirs.c.account),
        state=State.QUEUED.value,
        settled_at=None,
        first_try_at=None,
        attempts=0,
        problem="",
        refs="",
    )
    .returning(deliveries.c.id)
)


def elsewhere(session: Session, ids: Sequence[int]) -> AbstractSet[int]:
    """Those of these copies whose contact is gone and whose person has another: they wait to be sent there, from the
    beginning. Which they are.
    """
    return set(session.run(_ELSEWHERE, {"ids": list(ids)}).scalars()) if ids else set()


# -- for good --------------------------------------------------------------------------------------------------------


def forget(session: Session, person: int, addresses: Sequence[int]) -> None:
    """Somebody is being erased, with these contacts. Copies still to come count as cancelled: announcements must end.
    What they wrote and nobody has sent goes; what was sent belongs to the alliance, without their pictures if it still
    waits for its release (those of released ones belong to nobody any more).
    """
    count_as_cancelled(session, deliveries.c.contact.in_(addresses))
    unbundle(session, digest_items.c.person == person)
    session.run(delete(announcements).where(announcements.c.author == person, NEVER_SENT))
    theirs = select(files.c.id).where(files.c.owner == person)
    session.run(delete(announcement_files).where(announcement_files.c.file.in_(theirs)))


def count_as_cancelled(session: Session, which: ColumnElement[bool]) -> None:
    """Copies that are about to be deleted count as cancelled, where they were still to come."""
    shift(session, which, OPEN, state=State.CANCELLED)
