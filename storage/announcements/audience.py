"""Who an announcement is for, as conditions on persons, and the contact each of them is written to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, literal, or_, select

from bot.domain.announcements.audience import Audience, Circle
from bot.domain.announcements.wishes import WEEK, Calendar, Rhythm
from bot.domain.pledge import PledgeState
from storage.ledger.unasked import unasked
from storage.tables import announcements, contacts, members, persons, pledges, stories, topics_off, wishes

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select

    from storage.engine.session import Session

DAY = timedelta(days=1)

_other = contacts.alias("other")
_acted_for = members.alias("acted_for")


def preferred(contact: Any) -> ColumnElement[int]:
    """1 on the network the person would rather be written to, else 0."""
    wanted = and_(wishes.c.network != "", contact.c.account.startswith(wishes.c.network + ":"))
    return case((wanted, 1), else_=0)


# Among reachable contacts the preferred one, then the most recently used, as in `People.contact_of`.
_better = and_(
    _other.c.person == contacts.c.person,
    _other.c.id != contacts.c.id,  # most have one contact: nothing more is compared then
    _other.c.reachable,
    or_(
        preferred(_other) > preferred(contacts),
        and_(
            preferred(_other) == preferred(contacts),
            or_(
                _other.c.last_used > contacts.c.last_used,
                and_(_other.c.last_used == contacts.c.last_used, _other.c.id > contacts.c.id),
            ),
        ),
    ),
)


def circle(people: FromClause = persons) -> FromClause:
    """Persons with their wishes and the contact they are written to (NULL where none can be reached)."""
    best = and_(contacts.c.person == persons.c.id, contacts.c.reachable, ~exists().where(_better))
    return people.outerjoin(wishes, wishes.c.person == persons.c.id).outerjoin(contacts, best)


def in_circle(audience: Audience) -> list[ColumnElement[bool]]:
    """The conditions of the circle and everything it is narrowed by; wishes and reachability are not asked."""
    is_member = persons.c.member.is_not(None)
    circles: dict[Circle, list[ColumnElement[bool]]] = {
        Circle.EVERYONE: [or_(is_member, persons.c.follows)],
        Circle.MEMBERS: [is_member],
        Circle.FOLLOWERS: [~is_member, persons.c.follows],
        Circle.NOBODY: [literal(False)],  # noqa: FBT003 - a condition that never holds
    }
    conditions = [*circles[audience.circle], *_membership(audience)]
    if audience.topics:
        conditions.append(or_(*(~_off(topic) for topic in audience.topics)))
    if audience.goals:
        conditions.append(_active_for(audience.goals, audience.entries))
    if audience.languages:
        conditions.append(or_(*(_speaks(language) for language in audience.languages)))
    if audience.networks:
        conditions.append(or_(*(contacts.c.account.startswith(f"{network}:") for network in audience.networks)))
    return conditions


def _membership(audience: Audience) -> list[ColumnElement[bool]]:
    facets = ((_acted_for.c.kind, audience.kinds), (_acted_for.c.municipality, audience.municipalities))
    wanted = [column.in_(values) for column, values in facets if values]
    return [exists().where(_acted_for.c.id == persons.c.member, *wanted)] if wanted else []


def _active_for(goals: Sequence[str], entries: Sequence[str]) -> ColumnElement[bool]:
    """Whoever keeps a pledge or has told a story for one of these goals (pledges know theirs by catalogue entry)."""
    told = exists().where(stories.c.author == persons.c.id, stories.c.goal.in_(goals))
    kept = exists().where(
        pledges.c.person == persons.c.id,
        pledges.c.state == PledgeState.ACTIVE.value,
        pledges.c.entry.in_(entries),
    )
    return or_(told, kept)


def _speaks(language: str) -> ColumnElement[bool]:
    """Whoever reads "de-du" or "de-CH" reads "de"."""
    return or_(persons.c.language == language, persons.c.language.startswith(f"{language}-", autoescape=True))


def _off(topic: str) -> ColumnElement[bool]:
    return exists().where(topics_off.c.person == persons.c.id, topics_off.c.topic == topic)


def topic_is_off(topic: str) -> ColumnElement[bool]:
    """Whether the person has switched this topic off; an announcement without a topic is for all."""
    return _off(topic) if topic else literal(False)  # noqa: FBT003 - as above


def lately(session: Session, calendar: Calendar) -> Sequence[int]:
    """The announcements that count for the weekly limit; none where there is no limit. Writing the copies of one takes
    minutes, so that those begun in the last week and a day are enough.
    """
    if not calendar.per_week:
        return ()
    begun = select(announcements.c.id).where(announcements.c.started_at > calendar.now - WEEK - DAY)
    return session.run(begun.order_by(announcements.c.id)).scalars().all()


def is_bundled(calendar: Calendar, lately: Sequence[int]) -> ColumnElement[bool]:
    """Whether the person gets announcements in a digest at this moment. For the weekly limit everything counts that
    nobody asked for, `lately` being the announcements among it.
    """
    conditions = [
        func.coalesce(wishes.c.rhythm, Rhythm.AT_ONCE.value) != Rhythm.AT_ONCE.value,
        func.coalesce(wishes.c.paused_until > calendar.now, False),
    ]
    if calendar.per_week:
        conditions.append(unasked(persons.c.id, calendar.now - WEEK, lately) >= calendar.per_week)
    return or_(*conditions)


def is_quiet(hour: int) -> ColumnElement[bool]:
    """Whether the person has quiet hours at this local hour."""
    since, until = wishes.c.quiet_from, wishes.c.quiet_to
    by_day = and_(since < until, since <= hour, until > hour)
    over_midnight = and_(since > until, or_(since <= hour, until > hour))
    return func.coalesce(or_(by_day, over_midnight), False)


def recipients(audience: Audience, topic: str) -> Select[Any]:
    """One row per person who gets it now or bundled, with the contact to write to."""
    return (
        select(persons.c.id.label("person"), contacts.c.id.label("contact"), contacts.c.account)
        .select_from(circle())
        .where(persons.c.news, contacts.c.id.is_not(None), ~topic_is_off(topic), *in_circle(audience))
    )
