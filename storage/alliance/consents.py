"""Consent records: added and closed, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from bot.domain.consent import Consent, Purpose
from storage.tables import consents

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session


class Consents:
    """`Consents` of bot.domain.consent."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def give(
        self, person: int, purpose: Purpose, *, subject: str, version: str, text_hash: str, network: str, now: datetime
    ) -> None:
        self.withdraw(person, purpose, now, subject)
        self._session.run(
            insert(consents).values(
                person=person,
                purpose=purpose.value,
                subject=subject,
                version=version,
                text_hash=text_hash,
                network=network,
                given_at=now,
            )
        )

    def withdraw(self, person: int, purpose: Purpose, now: datetime, subject: str = "") -> bool:
        closed = update(consents).where(*_open(person, purpose, subject)).values(withdrawn_at=now)
        return self._session.run(closed).rowcount > 0

    def of(self, person: int) -> Sequence[Consent]:
        rows = self._session.run(select(consents).where(consents.c.person == person).order_by(consents.c.id))
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
            for row in rows
        ]

    def holds(self, person: int, purpose: Purpose, subject: str = "") -> bool:
        found = select(consents.c.id).where(*_open(person, purpose, subject)).limit(1)
        return self._session.scalar(found) is not None


def _open(person: int, purpose: Purpose, subject: str) -> tuple[ColumnElement[bool], ...]:
    return (
        consents.c.person == person,
        consents.c.purpose == purpose.value,
        consents.c.subject == subject,
        consents.c.withdrawn_at.is_(None),
    )
