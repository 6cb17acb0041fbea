"""Settling deliveries: what the network said, for many rows at once, with what it means for the contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, func, literal, literal_column, or_, select, update

from bot.core.ports import Settlement, State
from bot.domain.announcements.announcement import Step
from bot.domain.announcements.places import PlaceState
from storage.alliance.people import People
from storage.announcements.places import Places
from storage.codec import encode_refs
from storage.copies.counting import count
from storage.copies.leaving import elsewhere
from storage.engine.bulk import Batch, Kind, among
from storage.engine.ready import Ready
from storage.ledger.rows import state_is
from storage.tables import deliveries, files, places, uploads
from storage.tables.base import Words

if TYPE_CHECKING:
    from storage.engine.session import Session

_OPEN = (State.QUEUED, State.SENDING)
_SETTLE = Batch(
    lambda given, _insert: (
        update(deliveries)
        .where(deliveries.c.id == given.c.row, or_(state_is(State.SENDING), state_is(State.UNCERTAIN)))
        .values(
            state=given.c.to,
            refs=given.c.refs,
            problem=given.c.why,
            attempts=deliveries.c.attempts - given.c.spared,
            first_try_at=case(
                (deliveries.c.attempts > given.c.spared, deliveries.c.first_try_at)
            ),  # else not tried yet
            not_before=func.coalesce(given.c.not_before, deliveries.c.not_before),
            settled_at=given.c.at,
        )
    ),
    row=Kind.NUMBER,
    to=Kind.WORDS,
    refs=Kind.WORDS,
    why=Kind.WORDS,
    spared=Kind.NUMBER,
    not_before=Kind.MOMENT,
    at=Kind.MOMENT,
)
_edit = deliveries.alias("edit")
_PARTS = Batch(
    lambda given, _insert: (
        update(deliveries)
        .where(
            _edit.c.id == given.c.row,
            *(deliveries.c[name] == _edit.c[name] for name in ("announcement", "person", "place")),
            deliveries.c.round == 0,
            deliveries.c.step == literal_column(f"'{Step.SEND.value}'"),
            deliveries.c.refs != given.c.refs,
        )
        .values(refs=given.c.refs)
    ),
    row=Kind.NUMBER,
    refs=Kind.WORDS,
)
_WIPE = Ready(
    update(deliveries)
    .where(among(deliveries.c.id, "ids", Kind.NUMBER), deliveries.c.contact == 0, deliveries.c.place == 0)
    .values(address="", body="", refs="", edits="")
)
_READDRESS = Ready(
    update(deliveries)
    .where(deliveries.c.id == bindparam("row"), deliveries.c.contact == 0)
    .values(address=bindparam("to"))
)
_WHERE_FROM = Ready(
    select(deliveries.c.id, deliveries.c.state, deliveries.c.step).where(
        among(deliveries.c.id, "ids", Kind.NUMBER), or_(state_is(State.SENDING), state_is(State.UNCERTAIN))
    )
)
_CLOSE_PLACE = (
    update(places)
    .where(places.c.id.in_(select(deliveries.c.place).where(among(deliveries.c.id, "ids", Kind.NUMBER))))
    .values(state=PlaceState.CLOSED.value)
)
_PLACE = (
    select(places.c.account, places.c.address)
    .join(deliveries, deliveries.c.place == places.c.id)
    .where(deliveries.c.id == bindparam("row"))
)


def heard_late(session: Session, settlements: Sequence[Settlement]) -> Sequence[Settlement]:
    """What somebody may say who no longer holds the account: what arrived, and what became of messages whose fate was
    uncertain. All others are the new holder's: to put one back that is being sent would send it twice.
    """
    others = [settled.delivery for settled in settlements if settled.state is not State.SENT]
    rows = session.run(_WHERE_FROM, {"ids": others}).all() if others else ()
    uncertain = {row.id for row in rows if row.state == State.UNCERTAIN.value}
    return [one for one in settlements if one.state is State.SENT or one.delivery in uncertain]


def settle(session: Session, people: People, settlements: Sequence[Settlement], now: datetime) -> None:
    """Record them. Rows that are gone (erased meanwhile) or settled already are passed over."""
    if not settlements:
        return
    announced = [each.delivery for each in settlements if each.announcement is not None]
    known = session.run(_WHERE_FROM, {"ids": announced}).all() if announced else ()
    count(session, [row.id for row in known if row.state == State.UNCERTAIN.value], -1)  # a late receipt
    _SETTLE.run(session, [_row(settled, now) for settled in settlements])
    _close_farewells(session, settlements)
    for settled in settlements:
        if settled.contact and settled.contact_gone:
            people.set_reachable(settled.contact, reachable=False)
        if settled.contact and settled.moved_to:
            people.move(settled.contact, settled.moved_to)
    gone = {settled.delivery for settled in settlements if settled.contact and settled.contact_gone}
    elsewhere(session, [row.id for row in known if row.id in gone])
    count(session, [row.id for row in known])
    _keep_new_parts(session, known, settlements)
    _keep_uploads(session, settlements)


def _keep_uploads(session: Session, settlements: Sequence[Settlement]) -> None:
    """Beside the file, if that is still there; a newer name replaces one that the network has forgotten."""
    for settled in settlements:
        for file, name in settled.uploaded:
            both = files.join(deliveries, deliveries.c.id == settled.delivery)
            found = select(files.c.id, deliveries.c.account, literal(name, Words())).select_from(both)
            here = found.where(files.c.id == file)
            new = session.insert(uploads).from_select(["file", "account", "name"], here)
            session.run(new.on_conflict_do_update(index_elements=["file", "account"], set_={"name": new.excluded.name}))


def _keep_new_parts(session: Session, known: Sequence[Any], settlements: Sequence[Settlement]) -> None:
    """A longer correction adds parts to a copy: they belong to it, and are corrected and taken back with it."""
    corrected = {row.id for row in known if row.step == Step.CORRECT.value}
    refs = {settled.delivery: settled.refs for settled in settlements if settled.state is State.SENT}
    if parts := [(id_, encode_refs(refs[id_])) for id_ in sorted(corrected & refs.keys()) if refs[id_]]:
        _PARTS.run(session, parts)


def give_way(session: Session, delivery: int) -> str | None:
    """The tag of a refused message with files, once: the words that are said instead take it over. Else None."""
    refused = update(deliveries).where(deliveries.c.id == delivery, state_is(State.REFUSED), deliveries.c.file > 0)
    tag: str | None = session.scalar(refused.values(file=None).returning(deliveries.c.tag))
    return tag


def _row(settled: Settlement, now: datetime) -> tuple[Any, ...]:
    return (
        settled.delivery,
        settled.state.value,
        encode_refs(settled.refs),
        settled.problem,
        0 if settled.counts_as_try else 1,
        settled.not_before,
        None if settled.state in _OPEN else now,
    )


def _close_farewells(session: Session, settlements: Sequence[Settlement]) -> None:
    """Rows without a contact: the last message to an erased person leaves nothing behind, and places may change."""
    without = [settled for settled in settlements if not settled.contact]
    if finished := [settled.delivery for settled in without if settled.state not in _OPEN]:
        session.run(_WIPE, {"ids": finished})
    if gone := [settled.delivery for settled in without if settled.contact_gone]:
        session.run(_CLOSE_PLACE, {"ids": gone})
    moved = [{"row": settled.delivery, "to": settled.moved_to} for settled in without if settled.moved_to]
    if moved:
        session.run(_READDRESS, moved)
    for each in moved:
        for place in session.run(_PLACE, each).all():
            Places(session).moved(place.account, place.address, str(each["to"]))
