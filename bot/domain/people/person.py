"""Persons and their contacts: who talks to the bot, and where they can be reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """What an organiser may do. Each role includes the ones before it."""

    EDITOR = "editor"  # writes announcements, answers questions
    MODERATOR = "moderator"  # also releases stories and announcements
    OWNER = "owner"  # also invites and removes organisers

    def includes(self, other: Role) -> bool:
        """Whether this role may do what `other` may do."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Person:
    """A human who talks to the bot. `news` says whether they want announcements; `follows` that they asked for news
    without joining; `member` is the membership they act for.
    """

    id: int
    language: str
    news: bool
    follows: bool
    role: Role | None
    member: int | None
    created_at: datetime

    def may(self, role: Role) -> bool:
        """Whether this person has at least this organiser's role."""
        return self.role is not None and self.role.includes(role)


@dataclass(frozen=True, slots=True)
class Contact:
    """One person's address on one network account."""

    id: int
    person: int
    account: str
    address: str
    reachable: bool

    @property
    def network(self) -> str:
        """One of "telegram", "matrix", "browser" or "console"."""
        return self.account.partition(":")[0]


class People(Protocol):
    """Persons and contacts in the database. Setters change one thing each, so that nobody overwrites somebody."""

    def meet(self, account: str, address: str, language: str, now: datetime) -> tuple[Person, Contact]:
        """A new person with this contact."""
        ...

    def meet_all(
        self, account: str, newcomers: Mapping[str, str], now: datetime
    ) -> Mapping[str, tuple[Person, Contact]]:
        """New persons by address; `newcomers` is their language by address."""
        ...

    def find(self, account: str, addresses: Sequence[str]) -> Mapping[str, tuple[Person, Contact]]:
        """Those already known, by address."""
        ...

    def get(self, person: int) -> Person | None: ...

    def contact_of(self, person: int) -> Contact | None:
        """The contact to write to: reachable ones first, the most recently used of them."""
        ...

    def contacts(self, person: int) -> Sequence[Contact]:
        """All of a person's contacts: reachable ones first, the most recently used first among them."""
        ...

    def organisers(self, at_least: Role = Role.EDITOR) -> Sequence[Person]: ...

    def acting_for(self, member: int) -> Sequence[Person]:
        """Who acts for this membership."""
        ...

    def set_language(self, person: int, language: str) -> None: ...

    def set_news(self, person: int, wanted: bool) -> None: ...

    def set_follows(self, person: int, follows: bool) -> None: ...

    def set_role(self, person: int, role: Role | None) -> None: ...

    def set_member(self, person: int, member: int | None) -> None: ...

    def set_reachable(self, contact: int, reachable: bool) -> None: ...

    def touch(self, contacts: Sequence[int], now: datetime) -> None:
        """They have just written: most recently used, and reachable. May be written a little later, in batches."""
        ...

    def move(self, contact: int, address: str) -> None:
        """The conversation has a new address (supergroup, room upgrade). An existing contact there wins and
        inherits.
        """
        ...
