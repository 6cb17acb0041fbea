"""Ports between the core and the database: the one `Work` that a transaction hands out, and the store that runs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from bot.core.ports.inbox import Arrived, Inbox, Received, Shunted
from bot.core.ports.keeping import AccountNews, Accounts, Files, Holder, Journal, Journals, Lease, Mode, Privacy, Vault
from bot.core.ports.ledger import Delivery, Doubt, Lane, Ledger, Settlement, State
from bot.domain.announcements.announcement import Announcements
from bot.domain.announcements.places import Places
from bot.domain.announcements.wishes import WishBook
from bot.domain.event import Events
from bot.domain.overview import Overview
from bot.domain.people.consent import Consents
from bot.domain.people.member import Members
from bot.domain.people.organiser import Organisation
from bot.domain.people.person import People
from bot.domain.pledge import Pledges
from bot.domain.story import Stories

T = TypeVar("T")


class Clock(Protocol):
    """Time from outside, so that tests can turn it."""

    def now(self) -> datetime:
        """Wall clock, aware, UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump."""
        ...


class Work(Protocol):
    """One transaction. Nobody commits: returning commits, raising rolls back."""

    @property
    def inbox(self) -> Inbox: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def journals(self) -> Journals: ...
    @property
    def files(self) -> Files: ...
    @property
    def accounts(self) -> Accounts: ...
    @property
    def privacy(self) -> Privacy: ...
    @property
    def vault(self) -> Vault: ...
    @property
    def people(self) -> People: ...
    @property
    def members(self) -> Members: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def stories(self) -> Stories: ...
    @property
    def announcements(self) -> Announcements: ...
    @property
    def wishes(self) -> WishBook: ...
    @property
    def places(self) -> Places: ...
    @property
    def pledges(self) -> Pledges: ...
    @property
    def events(self) -> Events: ...
    @property
    def organisation(self) -> Organisation: ...
    @property
    def overview(self) -> Overview: ...


class Store(Protocol):
    """The database. Functions may run more than once (after a serialization failure), so they have no other effects."""

    async def transact(self, fn: Callable[[Work], T]) -> T:
        """Run in one read-write transaction, alone or grouped with others; commits before returning."""
        ...

    async def read(self, fn: Callable[[Work], T]) -> T:
        """Run on a read-only snapshot, beside the writers."""
        ...

    @property
    def asked(self) -> int:
        """How many functions `transact` was given so far."""
        ...


__all__ = [
    "AccountNews",
    "Accounts",
    "Arrived",
    "Clock",
    "Delivery",
    "Doubt",
    "Files",
    "Holder",
    "Inbox",
    "Journal",
    "Journals",
    "Lane",
    "Lease",
    "Ledger",
    "Mode",
    "Privacy",
    "Received",
    "Settlement",
    "Shunted",
    "State",
    "Store",
    "Vault",
    "Work",
]
