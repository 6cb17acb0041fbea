"""Everything about one person: given out, erased, and erased again after a restore."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, or_, select, update

from storage.alliance.leavings import count_leaving
from storage.copies import leaving
from storage.ledger import quoting
from storage.privacy.inventory import Fate, Subject, given_out, subject, traces
from storage.privacy.memory import SECRET, ErasuresFile, digest, remembered
from storage.tables import contacts, erasures, persons

if TYPE_CHECKING:
    from sqlalchemy import Table

    from storage.engine.session import Session
    from storage.privacy.vault import Vault


class Privacy:
    """`Privacy` of bot.core.ports."""

    def __init__(self, session: Session, vault: Vault, file: ErasuresFile) -> None:
        self._session = session
        self._vault = vault
        self._file = file

    def export(self, person: int) -> Mapping[str, object]:
        self._session.flush()
        about = subject(self._session, person)
        found: dict[str, list[dict[str, object]]] = {}
        for table, trace in traces():
            if trace.fate is Fate.WIPE:  # somebody else's post; the words quoted are given out where they stand
                continue
            columns, ours = given_out(table, trace), [~table.c[trace.ours]] if trace.ours else []
            rows = self._session.run(select(*columns).where(about.rows(table, trace), *ours)).mappings()
            mine = [{name: _plain(value) for name, value in row.items()} for row in rows]
            for row in mine:
                if trace.words and row.get(trace.words) is None:  # somebody else's by now
                    del row[trace.words]
            known = found.setdefault(table.name, [])
            known += [row for row in mine if not any(row.items() <= one.items() for one in known)]
        return found

    def erase(self, person: int, now: datetime) -> None:
        self._session.flush()
        about = subject(self._session, person)
        self._remember(about, now)
        self._remove(about)
        if about.membership is not None:
            count_leaving(self._session, now)

    def erase_again(self) -> int:
        self._session.flush()
        erased = remembered(self._session, self._file)
        if not erased:
            return 0
        key = self._vault.secret(SECRET)
        known = select(contacts.c.person, contacts.c.account, contacts.c.address, persons.c.created_at).join(
            persons, persons.c.id == contacts.c.person
        )
        back: dict[int, datetime] = {}
        for row in self._session.run(known):
            at = erased.get(digest(key, row.account, row.address))
            if at is not None and row.created_at <= at:  # who came back after the erasure is somebody new
                back[row.person] = max(at, back.get(row.person, at))
        for person, at in back.items():
            self.erase(person, at)
        return len(back)

    def dormant(self, before: datetime, limit: int = 100) -> Sequence[int]:
        self._session.flush()
        last = (
            select(func.max(contacts.c.last_used)).where(contacts.c.person == persons.c.id).correlate(persons)
        ).scalar_subquery()
        silent = (
            select(persons.c.id)
            .where(
                persons.c.member.is_(None),
                persons.c.role.is_(None),
                persons.c.follows.is_(False),
                persons.c.created_at < before,
                or_(last.is_(None), last < before),
            )
            .order_by(persons.c.id)
            .limit(limit)
        )
        return self._session.run(silent).scalars().all()

    def _remember(self, about: Subject, now: datetime) -> None:
        key = self._vault.secret(SECRET)
        erased = [(digest(key, account, address), now) for _, account, address in about.contacts]
        if not erased:
            return
        new = self._session.insert(erasures)
        self._session.run(
            new.on_conflict_do_update(index_elements=["digest"], set_={"erased_at": new.excluded.erased_at}),
            [{"digest": known, "erased_at": at} for known, at in erased],
        )
        self._session.after_commit.append(lambda: self._file.append(erased))

    def _remove(self, about: Subject) -> None:
        quoting.unquote(self._session, about.person)
        leaving.forget(self._session, about.person, [contact for contact, _, _ in about.contacts])
        if about.membership is not None:
            quoting.unname(self._session, about.membership)
        for table, trace in traces():
            self._apply(table, trace.column, trace.fate, about.rows(table, trace))
        if self._session.sqlite:
            self._session.empty_log = True

    def _apply(self, table: Table, column: str, fate: Fate, where: Any) -> None:
        if fate is Fate.DELETE:
            self._session.run(delete(table).where(where))
        elif fate is Fate.UNLINK:
            self._session.run(update(table).where(where).values({column: None}))
        elif fate is Fate.WIPE:
            quoting.wipe(self._session, where)


def _plain(value: Any) -> object:
    """A value as JSON can hold it: bytes in base64, moments and days in ISO 8601."""
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value.isoformat() if isinstance(value, datetime | date) else value
