"""Groups, rooms and channels the bot was invited to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, select, update

from bot.core.ports import State
from bot.domain.announcements.places import Place, PlaceState
from storage.copies.counting import count
from storage.ledger.rows import state_is
from storage.tables import deliveries, places

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session


class Places:
    """`Places` of the domain."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def invited(self, account: str, address: str, title: str, now: datetime) -> Place | None:
        known = self._session.run(select(places).where(_at(account, address))).one_or_none()
        if known is not None and known.state != PlaceState.CLOSED.value:
            return None
        fresh = {"title": title, "state": PlaceState.ASKED.value, "invited_at": now}
        new = self._session.insert(places).values(account=account, address=address, **fresh)
        self._session.run(new.on_conflict_do_update(index_elements=["account", "address"], set_=fresh))
        return _place(self._session.run(select(places).where(_at(account, address))).one())

    def left(self, account: str, address: str) -> None:
        self._session.run(update(places).where(_at(account, address)).values(state=PlaceState.CLOSED.value))

    def moved(self, account: str, address: str, to: str) -> None:
        there = self._session.run(select(places).where(_at(account, to))).one_or_none()
        if there is not None and there.state == PlaceState.OPEN.value:
            self.left(account, address)  # decided on anew already
            return
        if there is not None and self._session.run(select(places.c.id).where(_at(account, address))).one_or_none():
            self._session.run(delete(places).where(places.c.id == there.id))
        self._session.run(update(places).where(_at(account, address)).values(address=to))

    def get(self, place: int) -> Place | None:
        row = self._session.run(select(places).where(places.c.id == place)).one_or_none()
        return None if row is None else _place(row)

    def listed(self) -> Sequence[Place]:
        there = select(places).where(places.c.state != PlaceState.CLOSED.value).order_by(places.c.id)
        return [_place(row) for row in self._session.run(there)]

    def decide(self, place: int, now: datetime, *, may: bool) -> bool:
        there = and_(places.c.id == place, places.c.state != PlaceState.CLOSED.value)
        state = PlaceState.OPEN if may else PlaceState.DECLINED
        if not may:
            self._cancel(place, now)
        decided = update(places).where(there).values(state=state.value).execution_options(preserve_rowcount=True)
        return self._session.run(decided).rowcount > 0

    def _cancel(self, place: int, now: datetime) -> None:
        """Copies that wait for this place are not published any more."""
        waits = and_(state_is(State.QUEUED), deliveries.c.announcement.is_not(None), deliveries.c.place == place)
        ended = {"state": State.CANCELLED.value, "problem": "not published there any more", "settled_at": now}
        cancelled = update(deliveries).where(waits).values(**ended).returning(deliveries.c.id)
        count(self._session, self._session.run(cancelled).scalars().all())


def _at(account: str, address: str) -> ColumnElement[bool]:
    return and_(places.c.account == account, places.c.address == address)


def _place(row: Any) -> Place:
    return Place(row.id, row.account, row.address, row.title, PlaceState(row.state))
