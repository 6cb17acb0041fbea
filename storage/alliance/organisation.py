"""Invitations, the audit table, and the questions people passed on to the organisers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, or_, select, update

from bot.domain.people.organiser import REMOVED, TRIES_COUNT, Deed, PassedOn, Tries
from bot.domain.people.person import Role
from storage.tables import audit, counters, invitations, invite_tries, persons, questions

if TYPE_CHECKING:
    from storage.engine.session import Session

WRONG_CODES = "wrong-codes:"
"""The counter of those of all conversations: its name goes on with the hour (UTC), only the last hour's is kept."""

_OWNERS = select(persons.c.id).where(persons.c.role == Role.OWNER.value)


class Organisation:
    """`Organisation` of bot.domain.people.organiser."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def invite(self, code_hash: str, role: Role, by: int | None, expires_at: datetime) -> None:
        self._session.run(
            insert(invitations).values(code_hash=code_hash, role=role.value, invited_by=by, expires_at=expires_at)
        )

    def redeem(self, code_hash: str, person: int, now: datetime) -> Role | None:
        role = self._session.scalar(
            update(invitations)
            .where(
                invitations.c.code_hash == code_hash,
                invitations.c.used_at.is_(None),
                invitations.c.expires_at > now,
                or_(invitations.c.invited_by.is_(None), invitations.c.invited_by.in_(_OWNERS)),
            )
            .values(used_at=now, used_by=person)
            .returning(invitations.c.role)
        )
        return None if role is None else Role(role)

    def failed_try(self, contact: int, now: datetime) -> Tries:
        self._session.run(insert(invite_tries).values(contact=contact, at=now))
        return Tries(self.tries(contact, now - TRIES_COUNT), self._wrong_code(now))

    def _wrong_code(self, now: datetime) -> int:
        """One more in this hour; how many that makes."""
        hour = f"{WRONG_CODES}{now.astimezone(UTC):%Y-%m-%dT%H}"
        over = counters.c.name.startswith(WRONG_CODES, autoescape=True) & (counters.c.name < hour)
        self._session.run(delete(counters).where(over))
        new = self._session.insert(counters).values(name=hour, value=1)
        more = new.on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
        return int(self._session.scalar(more.returning(counters.c.value)))

    def tries(self, contact: int, since: datetime) -> int:
        recent = (invite_tries.c.contact == contact, invite_tries.c.at > since)
        return int(self._session.scalar(select(func.count()).select_from(invite_tries).where(*recent)))

    def forget_tries(self, before: datetime) -> int:
        return self._session.run(delete(invite_tries).where(invite_tries.c.at <= before)).rowcount

    def forget_invitations(self, before: datetime) -> int:
        over = func.coalesce(invitations.c.used_at, invitations.c.expires_at) < before
        return self._session.run(delete(invitations).where(over)).rowcount

    def note(self, by: int | None, what: str, subject: str, now: datetime) -> None:
        self._session.run(insert(audit).values(by=by, what=what, subject=subject, at=now))

    def deeds(self, limit: int = 50) -> Sequence[Deed]:
        latest = select(audit).order_by(audit.c.id.desc()).limit(limit)
        return [Deed(row.by, row.what, row.subject, row.at) for row in self._session.run(latest)]

    def removed(self) -> Sequence[int]:
        whom = select(audit.c.subject).where(audit.c.what == REMOVED).distinct()
        return sorted(int(subject.partition(":")[2]) for subject in self._session.run(whom).scalars())

    def ask(self, person: int, words: str, subject: str, now: datetime) -> int:
        new = insert(questions).values(person=person, words=words, subject=subject, asked_at=now)
        return int(self._session.scalar(new.returning(questions.c.id)))

    def question(self, question: int) -> PassedOn | None:
        row = self._session.run(select(questions).where(questions.c.id == question)).one_or_none()
        return None if row is None else _passed_on(row)

    def answered(self, question: int, by: int, now: datetime) -> bool:
        closed = (
            update(questions)
            .where(questions.c.id == question, questions.c.answered_at.is_(None))
            .values(answered_at=now, answered_by=by)
        )
        return self._session.run(closed).rowcount > 0

    def open_questions(self, limit: int = 20) -> Sequence[PassedOn]:
        waiting = select(questions).where(questions.c.answered_at.is_(None)).order_by(questions.c.id).limit(limit)
        return [_passed_on(row) for row in self._session.run(waiting)]

    def has_asked(self, person: int) -> bool:
        asked = select(questions.c.id).where(questions.c.person == person).limit(1)
        return self._session.scalar(asked) is not None


def _passed_on(row: Any) -> PassedOn:
    return PassedOn(row.id, row.person, row.words, row.asked_at, row.answered_at, row.subject)
