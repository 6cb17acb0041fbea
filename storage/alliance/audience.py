"""Who an announcement is for, as conditions on persons, and the contact each of them is written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, or_, select

from bot.domain.announcement import Audience, Circle
from storage.tables import contacts, members, persons

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

_other = contacts.alias("other")

# Among reachable contacts the most recently used one, as in `People.contact_of`: none other is newer.
_newer = and_(
    _other.c.person == contacts.c.person,
    _other.c.reachable,
    or_(
        _other.c.last_used > contacts.c.last_used,
        and_(_other.c.last_used == contacts.c.last_used, _other.c.id > contacts.c.id),
    ),
)


def recipients(audience: Audience) -> Select[Any]:
    """One row per person in the audience, with the contact to write to."""
    return (
        select(persons.c.id.label("person"), contacts.c.id.label("contact"), contacts.c.account)
        .select_from(persons)
        .join(contacts, contacts.c.person == persons.c.id)
        .where(persons.c.news, contacts.c.reachable, ~exists().where(_newer), *_circle(audience))
    )


def _circle(audience: Audience) -> list[ColumnElement[bool]]:
    is_member = persons.c.member.is_not(None)
    circles: dict[Circle, list[ColumnElement[bool]]] = {
        Circle.EVERYONE: [or_(is_member, persons.c.follows)],
        Circle.MEMBERS: [is_member],
        Circle.FOLLOWERS: [~is_member, persons.c.follows],
    }
    conditions = circles[audience.circle]
    membership = [
        column == wanted
        for column, wanted in ((members.c.kind, audience.kind), (members.c.municipality, audience.municipality))
        if wanted
    ]
    if membership:
        conditions = [*conditions, exists().where(members.c.id == persons.c.member, *membership)]
    return conditions
