"""What people wish to hear, and the digests that are due. Whoever wishes nothing special has no row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, func, or_, select, update

from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.announcements.wishes import Digest, Rhythm, Wishes
from storage.copies.leaving import unbundle
from storage.tables import announcements, contacts, digest_items, persons, topics_off, wishes

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_HELD = [state.value for state in (AnnouncementState.PAUSED, AnnouncementState.CANCELLED, AnnouncementState.WITHDRAWN)]
_GOES_OUT = ~exists().where(
    announcements.c.id == digest_items.c.announcement, or_(*(announcements.c.state == state for state in _HELD))
)
_LOOKED_AT = 10
"""So many items of a person are due at once at most, usually: more of them make a look bring fewer people."""


class WishBook:
    """`WishBook` of the domain."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, person: int) -> Wishes:
        row = self._session.run(select(wishes).where(wishes.c.person == person)).one_or_none()
        off = self._session.run(select(topics_off.c.topic).where(topics_off.c.person == person)).scalars()
        if row is None:
            return Wishes(topics_off=frozenset(off))
        return Wishes(Rhythm(row.rhythm), row.quiet_from, row.quiet_to, row.paused_until, row.network, frozenset(off))

    def set_rhythm(self, person: int, rhythm: Rhythm) -> None:
        self._set(person, rhythm=rhythm.value)

    def set_quiet(self, person: int, quiet_from: int | None, quiet_to: int | None) -> None:
        self._set(person, quiet_from=quiet_from, quiet_to=quiet_to)

    def set_pause(self, person: int, until: datetime | None) -> None:
        self._set(person, paused_until=until)

    def set_network(self, person: int, network: str) -> None:
        self._set(person, network=network)

    def _set(self, person: int, **wanted: object) -> None:
        self._session.flush()
        fresh = {"rhythm": Rhythm.AT_ONCE.value, "network": "", **wanted}
        new = self._session.insert(wishes).values(person=person, **fresh)
        self._session.run(new.on_conflict_do_update(index_elements=["person"], set_=wanted))

    def set_topic(self, person: int, topic: str, *, wanted: bool) -> None:
        self._session.flush()
        if wanted:
            self._session.run(delete(topics_off).where(topics_off.c.person == person, topics_off.c.topic == topic))
        else:
            self._session.run(
                self._session.insert(topics_off).values(person=person, topic=topic).on_conflict_do_nothing()
            )

    def hasten(self, person: int, by: datetime) -> int:
        self._session.flush()
        of = digest_items.c.person == person
        self._session.run(update(digest_items).where(of, digest_items.c.due_at > by).values(due_at=by))
        return int(self._session.scalar(select(func.count()).select_from(digest_items).where(of)))

    def drop(self, person: int) -> None:
        self._session.flush()
        unbundle(self._session, digest_items.c.person == person)

    def due(self, now: datetime, limit: int = 100) -> Sequence[Digest]:
        self._session.flush()
        can_be_reached = exists().where(contacts.c.person == persons.c.id, contacts.c.reachable)
        who = (
            select(digest_items.c.person)
            .join(persons, persons.c.id == digest_items.c.person)
            .outerjoin(wishes, wishes.c.person == persons.c.id)
            .where(
                digest_items.c.due_at <= now,
                _GOES_OUT,
                persons.c.news,
                can_be_reached,
                or_(wishes.c.paused_until.is_(None), wishes.c.paused_until <= now),
            )
            .order_by(digest_items.c.due_at)  # as the index has them: nobody looks at all that wait for later
            .limit(limit * _LOOKED_AT)
        )
        people = list(dict.fromkeys(self._session.run(who).scalars()))[:limit]
        items: dict[int, list[int]] = {person: [] for person in people}
        theirs = select(digest_items).where(digest_items.c.person.in_(people), _GOES_OUT)
        found = theirs.order_by(digest_items.c.announcement)
        for row in self._session.run(found) if people else ():
            items[row.person].append(row.announcement)
        return [Digest(person, tuple(announcements)) for person, announcements in items.items()]

    def postpone(self, digest: Digest, until: datetime) -> None:
        self._session.run(update(digest_items).where(*_in(digest)).values(due_at=until))

    def bundled(self, digest: Digest, told: Sequence[int]) -> None:
        self._session.run(delete(digest_items).where(*_in(Digest(digest.person, tuple(told)))))
        unbundle(self._session, *_in(digest))


def _in(digest: Digest) -> tuple[ColumnElement[bool], ...]:
    return digest_items.c.person == digest.person, digest_items.c.announcement.in_(digest.announcements)
