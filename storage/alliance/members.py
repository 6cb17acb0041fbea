"""Members and signatures, and who was asked for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, exists, func, insert, or_, select, true, update

from bot.domain.people.member import Join, Member, Rest, Signature
from bot.domain.people.names import folded, spellings
from storage.alliance.leavings import count_leaving
from storage.announcements.audience import is_quiet
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.ledger.quoting import unname
from storage.tables import contacts, counters, members, persons, renewals, rests, signatures, wishes

if TYPE_CHECKING:
    from storage.engine.session import Session

NUMBERS = "member-number"
"""The counter that member numbers come from."""

COUNTABLE = {"kind": members.c.kind, "municipality": members.c.municipality}
_later = signatures.alias("later")
_SIGNATURE = [column for column in signatures.c if column.name != "id"]

# Built once: building a statement costs more than running it.
_RAISE = Ready(
    update(counters).where(counters.c.name == NUMBERS).values(value=counters.c.value + 1).returning(counters.c.value)
)
_ADD = Ready(
    insert(members).returning(members.c.id),
    *("number", "joined_at", "kind", "name", "name_key", "municipality", "listed"),
)
_SIGN = Ready(insert(signatures), *(column.name for column in _SIGNATURE))
_GET = Ready(select(members).where(members.c.id == bindparam("member")))
_SAME = Ready(select(members).where(among(members.c.name_key, "keys", Kind.WORDS)).order_by(members.c.number))
_LATEST = (
    select(*_SIGNATURE)
    .where(signatures.c.member == bindparam("of"))
    .order_by(signatures.c.signed_at.desc(), signatures.c.id.desc())
    .limit(1)
)
_LAST_SIGNATURE = Ready(_LATEST)
_REST = Ready(select(rests).where(rests.c.person == bindparam("of")))


class Members:
    """`Members` of bot.domain.people.member. Signatures are kept back and written together."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._signed: list[dict[str, Any]] = []
        session.before_commit.append(self.flush)

    def add(self, join: Join, now: datetime) -> Member:
        number = self._next_number()
        stored = self._session.scalar(_ADD, {"number": number, "joined_at": now, **_columns(join)})
        return Member(stored, number, join.kind, join.name, join.municipality, join.listed, now)

    def get(self, member: int) -> Member | None:
        row = self._session.run(_GET, {"member": member}).one_or_none()
        return None if row is None else _member(row)

    def sign(self, signature: Signature) -> None:
        self._signed.append({column.name: getattr(signature, column.name) for column in _SIGNATURE})

    def last_signature(self, member: int) -> Signature | None:
        self.flush()
        row = self._session.run(_LAST_SIGNATURE, {"of": member}).one_or_none()
        return None if row is None else Signature(*row)

    def set_function(self, member: int, function: str) -> None:
        self.flush()
        last = _LATEST.with_only_columns(signatures.c.id).params(of=member).scalar_subquery()
        self._session.run(update(signatures).where(signatures.c.id == last).values(function=function))

    def to_renew(self, version: str, now: datetime, hour: int, limit: int = 100) -> Sequence[int]:
        self._session.flush()
        older = (
            select(persons.c.id)
            .join(signatures, and_(signatures.c.person == persons.c.id, signatures.c.member == persons.c.member))
            .outerjoin(wishes, wishes.c.person == persons.c.id)
            .where(
                or_(signatures.c.version < version, signatures.c.version > version),  # unlike "<>", by the index
                ~exists().where(_later.c.member == signatures.c.member, _later.c.id > signatures.c.id),
                ~exists().where(renewals.c.person == persons.c.id, renewals.c.version == version),
                exists().where(contacts.c.person == persons.c.id, contacts.c.reachable),
                or_(wishes.c.paused_until.is_(None), wishes.c.paused_until <= now),
                ~is_quiet(hour),
            )
            .limit(limit)
        )
        return self._session.run(older).scalars().all()

    def asked_to_renew(self, person: int, version: str, now: datetime) -> bool:
        asked = self._session.insert(renewals).values(person=person, version=version, asked_at=now)
        first = asked.on_conflict_do_nothing().returning(renewals.c.person)
        return self._session.run(first).one_or_none() is not None

    def change(self, member: int, join: Join) -> None:
        self._session.run(update(members).where(members.c.id == member).values(_columns(join)))

    def set_listed(self, member: int, listed: bool) -> None:
        self._session.run(update(members).where(members.c.id == member).values(listed=listed))

    def pause(self, member: int, reason: str, now: datetime) -> bool:
        active = (members.c.id == member, members.c.paused_at.is_(None))
        paused = update(members).where(*active).values(paused_at=now, pause_reason=reason)
        return self._session.run(paused).rowcount > 0

    def resume(self, member: int) -> bool:
        resting = (members.c.id == member, members.c.paused_at.is_not(None))
        resumed = update(members).where(*resting).values(paused_at=None, pause_reason="")
        return self._session.run(resumed).rowcount > 0

    def remove(self, member: int, now: datetime) -> None:
        self._session.flush()
        unname(self._session, member)  # who erases everything later has no name any more
        theirs = select(persons.c.id).where(persons.c.member == member)
        self._session.run(delete(renewals).where(renewals.c.person.in_(theirs)))
        self._keep_rest(member)
        self._session.run(update(persons).where(persons.c.member == member).values(member=None))
        self._session.run(delete(signatures).where(signatures.c.member == member))
        if self._session.run(delete(members).where(members.c.id == member)).rowcount:
            count_leaving(self._session, now)

    def _keep_rest(self, member: int) -> None:
        acted = select(persons.c.id, members.c.paused_at, members.c.pause_reason).join(
            members, and_(members.c.id == persons.c.member, members.c.id == member, members.c.paused_at.is_not(None))
        )
        kept = self._session.insert(rests).from_select(["person", "since", "reason"], acted.where(true()))
        again = {"since": kept.excluded.since, "reason": kept.excluded.reason}
        self._session.run(kept.on_conflict_do_update(index_elements=["person"], set_=again))

    def rest_of(self, person: int) -> Rest | None:
        row = self._session.run(_REST, {"of": person}).one_or_none()
        return None if row is None else Rest(row.since, row.reason)

    def rest_on(self, member: int, person: int) -> None:
        rest = self.rest_of(person)
        if rest is not None:
            self.pause(member, rest.reason, rest.since)
            self._session.run(delete(rests).where(rests.c.person == person))

    def names_like(self, name: str) -> Sequence[Member]:
        return [_member(row) for row in self._session.run(_SAME, {"keys": spellings(name)})]

    def listed(self) -> Sequence[Member]:
        shown = select(members).where(members.c.listed.is_(True), members.c.paused_at.is_(None))
        shown = shown.order_by(members.c.number)
        return [_member(row) for row in self._session.run(shown)]

    def everybody(self) -> Sequence[Member]:
        return [_member(row) for row in self._session.run(select(members).order_by(members.c.number))]

    def count_by(self, what: str) -> Sequence[tuple[str, int]]:
        column = COUNTABLE.get(what)
        if column is None:
            raise ValueError(f"members are counted by {' or '.join(COUNTABLE)}, not by {what}")
        counted = select(column, func.count()).group_by(column).order_by(func.count().desc(), column)
        return [(value, count) for value, count in self._session.run(counted)]

    def count(self) -> int:
        return int(self._session.scalar(select(func.count()).select_from(members)))

    def flush(self) -> None:
        """Write what was kept back."""
        if self._signed:
            signed, self._signed = self._signed, []
            self._session.run(_SIGN, signed)

    def _next_number(self) -> int:
        number = self._session.scalar(_RAISE)
        if number is None:
            self._session.run(insert(counters).values(name=NUMBERS, value=1))
            return 1
        return int(number)


def _columns(join: Join) -> dict[str, Any]:
    return {
        "kind": join.kind,
        "name": join.name,
        "name_key": folded(join.name),
        "municipality": join.municipality,
        "listed": join.listed,
    }


def _member(row: Any) -> Member:
    who = (row.id, row.number, row.kind, row.name, row.municipality, row.listed, row.joined_at)
    return Member(*who, row.paused_at, row.pause_reason)
