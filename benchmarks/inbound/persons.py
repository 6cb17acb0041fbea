"""Invented persons who all join the alliance: what each types or taps, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

EVERY = 5
"""Every fifth joins for a company and is asked two questions more."""

PLACES = ("Schopfheim", "Steinen", "Zell", "Rheinfelden", "Weil am Rhein", "Maulburg", "Todtnau", "Efringen-Kirchen")


@dataclass(frozen=True, slots=True)
class Types:
    """Typed words."""

    words: str


@dataclass(frozen=True, slots=True)
class Taps:
    """The choice at this place under the newest message, from 0."""

    at: int


Act = Types | Taps


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person, known by the number of the chat."""

    chat: int

    @property
    def company(self) -> bool:
        """Whether they join for one."""
        return self.chat % EVERY == 0

    @property
    def place(self) -> str:
        """Where they live, as they type it."""
        return PLACES[self.chat % len(PLACES)]

    def acts(self) -> Iterator[Act]:
        """From the first word to the yes under the summary."""
        yield Types("/start")
        yield Taps(0)  # join
        yield Taps(0)  # the notice is read
        yield Taps(1 if self.company else 0)
        yield Types(f"Werkstatt {self.chat}" if self.company else f"Anna {self.chat}")
        if self.company:
            yield Types(f"Anna Muster {self.chat}")
            yield Types("Geschäftsführerin")
        yield Types(self.place)
        yield Taps(0)  # signed
        yield Taps(self.chat % 2)  # listed or not
        yield Taps(0)  # news, please
        yield Taps(0)  # all is right: join


def crowd(first: int, count: int) -> list[Somebody]:
    """So many persons, numbered from `first` on."""
    return [Somebody(chat) for chat in range(first, first + count)]
