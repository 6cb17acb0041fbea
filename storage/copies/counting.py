"""Counting: who an audience comes to, and what became of the copies, kept as counters per account and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, literal, literal_column, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.delivery import GIVEN_UP
from bot.core.ports import State
from bot.domain.announcements.announcement import Draft, Ending, Step
from bot.domain.announcements.audience import Left, Reach
from bot.domain.announcements.places import PLACE
from bot.domain.announcements.results import Outcome
from bot.domain.announcements.wishes import Calendar
from storage.announcements.audience import circle, in_circle, is_bundled, is_quiet, lately, topic_is_off
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.ledger.rows import state_is
from storage.tables import contacts, deliveries, members, persons, places, tallies

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from storage.engine.session import Session

NAMES = 10
"""So many names are shown before anything happens."""

NO_NEWS, OFF, OUTSIDE = "wants no news", "wants nothing of this topic", "no longer in the audience"
STOPPED, LEFT = "announcement cancelled", "uncertain, and left so"
"""What a cancelled copy is marked with."""

_SPOKEN = case(
    (deliveries.c.language != literal_column("''"), deliveries.c.language),
    else_=func.coalesce(persons.c.language, literal_column("''")),
)
"""The language a copy was claimed in is kept with it: whoever changes theirs is taken out where they were added."""

_KEY = ["announcement", "account", "language", "state"]
_DONE = and_(deliveries.c.state != State.QUEUED.value, deliveries.c.state != State.SENDING.value)


def _says(words: str) -> ColumnElement[bool]:
    """Whether a copy is marked so. Written out: a grouping must not contain parameters (PostgreSQL)."""
    said: ColumnElement[bool] = deliveries.c.problem == literal_column(f"'{words}'")
    return said


def given_up(of: Any = deliveries) -> ColumnElement[bool]:
    """Whether a copy, cancelled by now, was tried for days."""
    start = func.substr(of.c.problem, literal_column("1"), literal_column(str(len(GIVEN_UP))))
    said: ColumnElement[bool] = start == literal_column(f"'{GIVEN_UP}'")
    return said


_ENDED = case(
    (deliveries.c.state != literal_column("'cancelled'"), deliveries.c.state),
    (or_(_says(NO_NEWS), _says(OFF)), literal_column(f"'{Ending.OFF.value}'")),
    (_says(OUTSIDE), literal_column(f"'{Ending.OUTSIDE.value}'")),
    (_says(STOPPED), literal_column(f"'{Ending.STOPPED.value}'")),
    (_says(LEFT), literal_column(f"'{Ending.LEFT.value}'")),
    (given_up(), literal_column(f"'{Ending.GIVEN_UP.value}'")),
    else_=deliveries.c.state,
)


def _copies(*which: ColumnElement[bool], sign: int = 1, state: State | None = None) -> Select[Any]:
    """Rows for the counters: these copies per account, language and ending (or all of them in this state)."""
    ended: ColumnElement[Any] = _ENDED if state is None else literal_column(f"'{state.value}'")
    by = (deliveries.c.announcement, deliveries.c.account, _SPOKEN, *(() if state else (ended,)))
    return (
        select(*by[:3], ended, (func.count() * literal_column(str(sign))).label("count"))
        .select_from(deliveries.outerjoin(persons, persons.c.id == deliveries.c.person))
        .where(deliveries.c.announcement.is_not(None), deliveries.c.step == literal_column("'send'"), *which)
        .group_by(*by)
    )


def _added(new: sqlite.Insert | postgresql.Insert, copies: Select[Any]) -> sqlite.Insert | postgresql.Insert:
    """The statement that adds these rows to the counters."""
    rows = new.from_select([*_KEY, "count"], copies)
    added = {"count": tallies.c.count + rows.excluded.count}
    return rows.on_conflict_do_update(index_elements=_KEY, set_=added)


_THESE = among(deliveries.c.id, "ids", Kind.NUMBER)
_AMONG = {
    (on_sqlite, sign): Ready(_added(new(tallies), _copies(_DONE, _THESE, sign=sign)))
    for on_sqlite, new in ((True, sqlite.insert), (False, postgresql.insert))
    for sign in (1, -1)
}


def count(session: Session, ids: Sequence[int], sign: int = 1) -> None:
    """Add those of these deliveries that are done to the counters of their announcements (`sign` -1: take them out)."""
    if ids:
        session.run(_AMONG[session.sqlite, sign], {"ids": list(ids)})


def shift(session: Session, *which: ColumnElement[bool], sign: int = 1, state: State | None = None) -> None:
    """Change counters by all copies of which this holds, right before they are changed themselves. Counters are never
    counted anew: the rows of erased persons are gone, and their announcements have to add up all the same.
    """
    session.run(_added(session.insert(tallies), _copies(*which, sign=sign, state=state)))


def count_stopped(session: Session, announcement: int, people: Select[Any]) -> int:
    """Count these recipients as stopped, without copies; how many there are."""
    by = (contacts.c.account, persons.c.language)
    rows = session.run(people.with_only_columns(*by, func.count().label("persons")).group_by(*by)).all()
    return _add_stopped(session, announcement, {(account, language): number for account, language, number in rows})


def count_stopped_places(session: Session, announcement: int, draft: Draft) -> int:
    """The same for its places."""
    found = {(one, draft.words.language + PLACE): number for one, number in _open_places(session, draft).items()}
    return _add_stopped(session, announcement, found)


def _add_stopped(session: Session, announcement: int, found: Mapping[tuple[str, str], int]) -> int:
    new = session.insert(tallies)
    more = new.on_conflict_do_update(index_elements=_KEY, set_={"count": tallies.c.count + new.excluded.count})
    for (account, language), number in found.items():
        ended = {"account": account, "language": language, "state": Ending.STOPPED.value, "count": number}
        session.run(more, {"announcement": announcement, **ended})
    return sum(found.values())


def reach(session: Session, draft: Draft, calendar: Calendar) -> Reach:
    """Who would get it at that moment and who would not, and why."""
    way = case(
        (~persons.c.news, Left.NEWS_OFF.value),
        (topic_is_off(draft.topic), Left.TOPIC_OFF.value),
        (contacts.c.id.is_(None), Left.UNREACHABLE.value),
        (is_bundled(calendar, lately(session, calendar)), Left.BUNDLED.value),
        else_="",
    ).label("way")
    quiet = is_quiet(calendar.hour).label("quiet")
    rows = session.run(
        select(way, contacts.c.account, quiet, persons.c.language, func.count().label("persons"))
        .select_from(circle())
        .where(*in_circle(draft.audience))
        .group_by(way, contacts.c.account, quiet, persons.c.language)
    ).all()
    people: Counter[str] = Counter()
    left: Counter[Left] = Counter()
    languages: set[str] = set()
    silent = 0
    for found, account, is_silent, language, number in rows:
        if found in {"", Left.BUNDLED}:
            languages.add(language)
        if found:
            left[Left(found)] += number
        else:
            people[account] += number
            silent += number if is_silent else 0
    published, names = _open_places(session, draft), _names(session, draft)
    return Reach(dict(people), dict(left), published, silent, names, tuple(sorted(languages)))


def _open_places(session: Session, draft: Draft) -> dict[str, int]:
    """Per account."""
    wanted = draft.audience.places
    opened = select(places.c.account).where(places.c.id.in_(wanted), places.c.state == "open")
    return dict(Counter(session.run(opened).scalars())) if wanted else {}


def _names(session: Session, draft: Draft) -> tuple[str, ...]:
    named = (
        select(members.c.name)
        .select_from(circle(members.join(persons, persons.c.member == members.c.id)))
        .where(persons.c.news, contacts.c.id.is_not(None), ~topic_is_off(draft.topic), *in_circle(draft.audience))
        .group_by(members.c.id, members.c.name)  # several persons may act for one organisation
        .order_by(members.c.id)
        .limit(NAMES)
    )
    return tuple(session.run(named).scalars())


def settled(session: Session, announcement: int) -> dict[tuple[str, str, str], int]:
    """The counters, by network, language and state."""
    found: Counter[tuple[str, str, str]] = Counter()
    counted = select(tallies, tallies.c.count.label("copies")).where(tallies.c.announcement == announcement)
    for row in session.run(counted):
        found[row.account.partition(":")[0], row.language, row.state] += row.copies
    return {key: copies for key, copies in found.items() if copies}


def queued(session: Session, announcement: int) -> dict[str, int]:
    """Copies that wait, per account: counted in the index of what is queued."""
    waits = (deliveries.c.announcement == announcement, deliveries.c.step == Step.SEND.value, state_is(State.QUEUED))
    counted = select(deliveries.c.account, func.count().label("copies")).where(*waits).group_by(deliveries.c.account)
    return {row.account: row.copies for row in session.run(counted)}


def outcomes(session: Session, announcement: int, states: Sequence[str], limit: int) -> list[Outcome]:
    """The recipients whose copies ended so."""
    told = [one for state in states for one in _ended_so(session, announcement, state, limit)]
    return told[:limit]


def _ended_so(session: Session, announcement: int, ending: str, limit: int) -> list[Outcome]:
    cancelled = and_(state_is(State.CANCELLED), literal(ending) == _ENDED)
    told: Any = (
        select(
            *(deliveries.c.person, deliveries.c.account, deliveries.c.state, deliveries.c.problem),
            func.coalesce(members.c.name, places.c.title, "").label("name"),
        )
        .select_from(deliveries)
        .outerjoin(persons, persons.c.id == deliveries.c.person)
        .outerjoin(members, members.c.id == persons.c.member)
        .outerjoin(places, places.c.id == deliveries.c.place)
        .where(
            deliveries.c.announcement == announcement,
            deliveries.c.step == Step.SEND.value,
            cancelled if ending in {*Ending} else state_is(State(ending)),
        )
        .order_by(deliveries.c.id)
        .limit(limit)
    )
    return [
        Outcome(row.person, row.name, row.account.partition(":")[0], row.state, row.problem)
        for row in session.run(told)
    ]
