"""The inventory of personal data: how each table's rows lead to a person. Export and erasure walk it alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, or_, select

from storage.tables import Fate, Owner, Trace, contacts, metadata, persons, pledges

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Table

    from storage.engine.session import Session


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom it is about: the person, where they can be reached, and the membership that is theirs alone (or None)."""

    person: int
    contacts: tuple[tuple[int, str, str], ...]  # id, account, address
    membership: int | None

    def rows(self, table: Table, trace: Trace) -> ColumnElement[bool]:
        """The condition for their rows of a table."""
        column = table.c[trace.column]
        match trace.owner:
            case Owner.PERSON:
                return column == self.person
            case Owner.CONTACT:
                return column.in_([contact for contact, _, _ in self.contacts])
            case Owner.MEMBER:
                return column == self.membership if self.membership is not None else column.in_([])
            case Owner.PLEDGE:
                return column.in_(select(pledges.c.id).where(pledges.c.person == self.person))
            case Owner.ADDRESS:
                here = [and_(table.c.account == account, column == at) for _, account, at in self.contacts]
                return or_(*here) if here else column.in_([])


def subject(session: Session, person: int) -> Subject:
    """Find out whom it is about. A membership others act for too is not this person's to take away."""
    mine: Any = session.run(
        select(contacts.c.id, contacts.c.account, contacts.c.address).where(contacts.c.person == person)
    )
    member = session.scalar(select(persons.c.member).where(persons.c.id == person))
    others = select(persons.c.id).where(persons.c.member == member, persons.c.id != person).limit(1)
    alone = member is not None and session.scalar(others) is None
    return Subject(person, tuple((row.id, row.account, row.address) for row in mine), member if alone else None)


def traces() -> Iterator[tuple[Table, Trace]]:
    """Every way from a row to a person; tables that others refer to come last."""
    for table in reversed(metadata.sorted_tables):
        for trace in table.info["traces"]:
            yield table, trace


def given_out(table: Table, trace: Trace) -> list[ColumnElement[Any]]:
    """What the person is given of such a row. One that only names them beside somebody else is that person's: of it
    they are given that they are named, and nobody's words (Art. 15(4) GDPR) but their own, or null.
    """
    if trace.fate is not Fate.UNLINK or len(table.info["traces"]) == 1:
        return list(table.c)
    named = [column for column in table.c if column.name == trace.column or not column.info.get("personal")]
    own = [case((table.c[trace.still], table.c[trace.words])).label(trace.words)] if trace.words else []
    return [*named, *own]


__all__ = ["Fate", "Subject", "given_out", "subject", "traces"]
