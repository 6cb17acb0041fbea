"""A conversation that lives on at another address; the contact already there, if any, wins and inherits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, select, update

from storage.copies.leaving import count_as_cancelled, unbundle
from storage.tables import (
    consents,
    contacts,
    deliveries,
    digest_items,
    files,
    invite_tries,
    journals,
    persons,
    pledges,
    questions,
    rests,
    sign_ups,
    stories,
    topics_off,
    wishes,
)

if TYPE_CHECKING:
    from storage.engine.session import Session


def move_contact(session: Session, contact: int, address: str) -> None:
    """Give the contact its new address, or hand everything over to the contact that is already there."""
    old = session.run(select(contacts).where(contacts.c.id == contact)).one_or_none()
    if old is None or old.address == address:
        return
    there = contacts.c.account == old.account, contacts.c.address == address
    heir = session.run(select(contacts).where(*there)).one_or_none()
    if heir is None:
        session.run(update(contacts).where(contacts.c.id == contact).values(address=address))
        return
    person = _person_of_both(session, old.person, heir.person)
    _hand_over(session, contact, heir.id, person)
    if person == old.person and heir.person != old.person:
        session.run(update(contacts).where(contacts.c.id == heir.id).values(person=person))
        session.run(update(deliveries).where(deliveries.c.contact == heir.id).values(person=person))
        session.run(update(files).where(files.c.owner == heir.person).values(owner=person))
        if not _has_contacts(session, heir.person):
            unbundle(session, digest_items.c.person == heir.person)
            for table in (wishes, topics_off):
                session.run(delete(table).where(table.c.person == heir.person))
            session.run(delete(persons).where(persons.c.id == heir.person))


def _person_of_both(session: Session, old: int, heir: int) -> int:
    """Somebody met only at the new address is the person already known; two known persons stay two."""
    return old if old == heir or _unknown(session, heir) else heir


def _unknown(session: Session, person: int) -> bool:
    row: Any = session.run(select(persons).where(persons.c.id == person)).one()
    if row.member is not None or row.role is not None or row.follows:
        return False
    mine = (
        consents.c.person,
        pledges.c.person,
        questions.c.person,
        rests.c.person,
        sign_ups.c.person,
        stories.c.author,
    )
    return all(session.scalar(select(trace).where(trace == person).limit(1)) is None for trace in mine)


def _has_contacts(session: Session, person: int) -> bool:
    return session.scalar(select(contacts.c.id).where(contacts.c.person == person).limit(1)) is not None


def _hand_over(session: Session, contact: int, heir: int, person: int) -> None:
    taken = set(session.run(select(journals.c.slot).where(journals.c.contact == heir)).scalars())
    session.run(delete(journals).where(journals.c.contact == contact, journals.c.slot.in_(taken)))
    session.run(update(journals).where(journals.c.contact == contact).values(contact=heir))
    session.run(update(invite_tries).where(invite_tries.c.contact == contact).values(contact=heir))
    session.run(update(deliveries).where(deliveries.c.contact == contact).values(contact=heir))
    session.run(delete(contacts).where(contacts.c.id == contact))
    twice = select(deliveries.c.announcement).where(
        deliveries.c.person == person, deliveries.c.announcement.is_not(None)
    )
    second = and_(deliveries.c.contact == heir, deliveries.c.person != person, deliveries.c.announcement.in_(twice))
    count_as_cancelled(session, second)
    session.run(delete(deliveries).where(second))
    session.run(update(deliveries).where(deliveries.c.contact == heir).values(person=person))
