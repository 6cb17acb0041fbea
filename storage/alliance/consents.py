"""Consent records: added and closed, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from bot.domain.people.consent import Consent, Purpose
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.tables import consents

if TYPE_CHECKING:
    from storage.engine.session import Session

# Statements are built once: a person who joins gives four consents, and building costs more than running.
_OPEN = (
    consents.c.person == bindparam("of"),
    consents.c.purpose == bindparam("to"),
    consents.c.subject == bindparam("about"),
    consents.c.withdrawn_at.is_(None),
)
_CLOSE = Ready(update(consents).where(*_OPEN).values(withdrawn_at=bindparam("at")))
_GIVE = Ready(insert(consents), *("person", "purpose", "subject", "version", "text_hash", "network", "given_at"))
_ALL = Ready(select(consents).where(among(consents.c.person, "persons", Kind.NUMBER)).order_by(consents.c.id))

Key = tuple[int, str, str]


class Consents:
    """`Consents` of bot.domain.people.consent. What is given is kept back and written together.

    What was read is known until something is written: whoever writes past this class flushes the session first.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._given: dict[Key, dict[str, Any]] = {}
        self._expected: tuple[int, ...] = ()
        self._known: dict[int, list[Consent]] = {}
        session.before_commit.append(self.flush)

    def give(
        self, person: int, purpose: Purpose, *, subject: str, version: str, text_hash: str, network: str, now: datetime
    ) -> None:
        key = (person, purpose.value, subject)
        if key in self._given:
            self.flush()
        self._given[key] = {
            "person": person,
            "purpose": purpose.value,
            "subject": subject,
            "version": version,
            "text_hash": text_hash,
            "network": network,
            "given_at": now,
        }

    def withdraw(self, person: int, purpose: Purpose, now: datetime, subject: str = "") -> bool:
        self.flush()
        return self._session.run(_CLOSE, {**_named((person, purpose.value, subject)), "at": now}).rowcount > 0

    def expect(self, persons: Sequence[int]) -> None:
        self._expected = tuple(persons)

    def of(self, person: int) -> Sequence[Consent]:
        if any(key[0] == person for key in self._given):
            self.flush()
        return self._read(person)

    def holds(self, person: int, purpose: Purpose, subject: str = "") -> bool:
        return (person, purpose.value, subject) in self._given or any(
            known.purpose is purpose and known.subject == subject and known.withdrawn_at is None
            for known in self._read(person)
        )

    def forget(self, before: datetime) -> int:
        self.flush()
        return self._session.run(delete(consents).where(consents.c.withdrawn_at < before)).rowcount

    def _read(self, person: int) -> Sequence[Consent]:
        """As stored, together with those expected."""
        if person not in self._known:
            wanted = {person, *self._expected}
            self._known = {one: [] for one in wanted}
            for id_, of, purpose, *rest in self._session.run(_ALL, {"persons": sorted(wanted)}):
                self._known[of].append(Consent(id_, of, Purpose(purpose), *rest))
        return self._known[person]

    def flush(self) -> None:
        """Write what was kept back: a new yes closes the one before it."""
        self._known = {}
        if self._given:
            given, self._given = self._given, {}
            self._session.run(_CLOSE, [{**_named(key), "at": row["given_at"]} for key, row in given.items()])
            self._session.run(_GIVE, list(given.values()))


def _named(key: Key) -> dict[str, Any]:
    person, purpose, subject = key
    return {"of": person, "to": purpose, "about": subject}
