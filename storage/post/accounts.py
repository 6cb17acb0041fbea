"""The bot's own accounts: leases with fences, and troubles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import case, or_, select, update

from bot.core.ports import AccountNews, Holder, Lease
from storage.tables import accounts

if TYPE_CHECKING:
    from storage.engine.session import Session

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Accounts:
    """`Accounts` of bot.core.ports. A lease is a row, not a lock, so that any SQL database will do."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lease(self, account: str, owner: str, now: datetime, until: datetime) -> Lease | None:
        self._know(account)
        fence = self._session.scalar(
            update(accounts)
            .where(
                accounts.c.id == account,
                or_(accounts.c.lease_owner == owner, accounts.c.lease_until <= now),
            )
            .values(
                lease_owner=owner,
                lease_until=until,
                fence=accounts.c.fence + case((accounts.c.lease_owner == owner, 0), else_=1),
            )
            .returning(accounts.c.fence)
        )
        return None if fence is None else Lease(account, fence, until)

    def release(self, account: str, owner: str) -> None:
        self._session.run(
            update(accounts)
            .where(accounts.c.id == account, accounts.c.lease_owner == owner)
            .values(lease_until=_LONG_AGO)
        )

    def holder(self, account: str) -> Holder:
        found = self._session.run(
            select(accounts.c.lease_owner, accounts.c.lease_until).where(accounts.c.id == account)
        ).one_or_none()
        return Holder("", _LONG_AGO) if found is None else Holder(*found)

    def trouble(self, account: str, problem: str) -> None:
        self._know(account)
        self._session.run(update(accounts).where(accounts.c.id == account).values(problem=problem))

    def missed(self, account: str, problem: str) -> None:
        self._know(account)
        self._session.run(update(accounts).where(accounts.c.id == account).values(alarmed=problem, problem=""))

    def troubles(self) -> Mapping[str, str]:
        found = self._session.run(select(accounts.c.id, accounts.c.problem).where(accounts.c.problem != ""))
        return {row.id: row.problem for row in found}

    def news(self) -> Sequence[AccountNews]:
        changed = select(accounts.c.id, accounts.c.alarmed, accounts.c.problem)
        rows = self._session.run(changed.where(accounts.c.alarmed != accounts.c.problem).order_by(accounts.c.id))
        return [AccountNews(*row) for row in rows]

    def told(self, account: str, problem: str) -> None:
        self._session.run(update(accounts).where(accounts.c.id == account).values(alarmed=problem))

    def _know(self, account: str) -> None:
        if self._session.scalar(select(accounts.c.id).where(accounts.c.id == account)) is None:
            self._session.run(
                self._session.insert(accounts)
                .values(id=account, lease_owner="", lease_until=_LONG_AGO, fence=0, problem="")
                .on_conflict_do_nothing(index_elements=["id"])
            )
