"""Consent records: added and closed, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from bot.domain.consent import Consent, Purpose
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
_CLOSE = update(consents).where(*_OPEN).values(withdrawn_at=bindparam("at"))
_GIVE = insert(consents)
_HELD = select(consents.c.id).where(*_OPEN).limit(1)
_ALL = select(consents).where(consents.c.person == bindparam("of")).order_by(consents.c.id)

Key = tuple[int, str, str]


class Consents:
    """`Consents` of bot.domain.consent. What is given is kept back and written together."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._given: dict[Key, dict[str, Any]] = {}
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

    def of(self, person: int) -> Sequence[Consent]:
        if any(key[0] == person for key in self._given):
            self.flush()
        return [
            Consent(
                row.id,
                row.person,
                Purpose(row.purpose),
                row.subject,
                row.version,
                row.text_hash,
                row.network,
                row.given_at,
                row.withdrawn_at,
            )
            for row in self._session.run(_ALL, {"of": person})
        ]

    def holds(self, person: int, purpose: Purpose, subject: str = "") -> bool:
        key = (person, purpose.value, subject)
        return key in self._given or self._session.scalar(_HELD, _named(key)) is not None

    def flush(self) -> None:
        """Write what was kept back: a new yes closes the one before it."""
        if self._given:
            given, self._given = self._given, {}
            self._session.run(_CLOSE, [{**_named(key), "at": row["given_at"]} for key, row in given.items()])
            self._session.run(_GIVE, list(given.values()))


def _named(key: Key) -> dict[str, Any]:
    person, purpose, subject = key
    return {"of": person, "to": purpose, "about": subject}
