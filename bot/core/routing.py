"""Routes: the explicit table from what a person does to the function that handles it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, TypeVar

from bot.core.dialogue import Script
from bot.core.messages import Incoming, Kind
from bot.core.post import Post
from bot.core.talking.visit import Visit
from bot.core.talking.wording import command_name
from bot.core.words.texts import Text
from bot.domain.people.person import Role

F = TypeVar("F")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its names per language ("/mitmachen", "/join"); all names work in every language.

    `names[language][0]` is the one shown; `what` says in a few words what it does (for menus and help; None hides it).
    The handler gets what was typed after the name. With `role`, only organisers who have it can use it, and only
    in a private conversation. `listed` says for whom the help names it.
    """

    names: Mapping[str, tuple[str, ...]]
    handler: Callable[[Visit, str], None]
    what: Text | None
    role: Role | None = None
    listed: Callable[[Visit], bool] = lambda _visit: True


@dataclass(frozen=True, slots=True)
class Pressed:
    """What happens when an Offer with this action is taken. The handler gets the offer's arguments.

    `sure` marks what cannot be undone: it is done only where it was offered with `Visit.confirm`, while that is open.
    """

    action: str
    handler: Callable[[Visit, tuple[str, ...]], None]
    role: Role | None = None
    sure: bool = False


@dataclass(frozen=True)  # no slots: typing notes a generic's parameter on the instance
class Dialogue(Generic[F, T]):
    """A linear conversation. `facts` reads what the script must know, `done` applies what it returned (not None).

    `draft` says whether an unfinished one is kept and offered again; `cancelled` is said instead of the usual words to
    whoever breaks it off. `declined` says that nothing may be applied now (and tells the person why): it is asked at
    the end, and what was told is put aside instead of lost.
    """

    name: str
    title: Text
    script: Script[F, T]
    facts: Callable[[Visit], F]
    done: Callable[[Visit, T], None]
    draft: bool = True
    role: Role | None = None
    cancelled: Text | None = None
    declined: Callable[[Visit], bool] = lambda _visit: False


@dataclass(frozen=True, slots=True)
class Arrival:
    """What happens when something other than text, a press or a picture arrives outside of dialogues."""

    kind: Kind
    handler: Callable[[Visit], None]


@dataclass(frozen=True, slots=True)
class Gathering:
    """What happens when the bot comes into a group, room or channel (JOINED), is out of it (LEFT) or it lives on
    elsewhere (MOVED). Nobody there becomes a person.
    """

    kind: Kind
    handler: Callable[[Post, Incoming], None]


@dataclass(frozen=True, slots=True)
class Replied:
    """What becomes of words that reply to an earlier message, also while a dialogue's question is open. False: that
    message was none of the handler's, and the words are taken like any others.
    """

    handler: Callable[[Visit], bool]


@dataclass(frozen=True, slots=True)
class Words:
    """Typed words that mean a command at any moment, even inside a dialogue (STOPP). Compared without case,
    marks and politeness.
    """

    words: tuple[str, ...]
    handler: Callable[[Visit], None]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Typed words that are known by their shape at any moment, also while a dialogue's question is open: they are no
    answer to it. The handler gets what was typed; False: they are something else.
    """

    handler: Callable[[Visit, str], bool]


@dataclass(frozen=True, slots=True)
class Listener:
    """Hears typed words as the answer to a message that asks something outside of dialogues: one with a choice of this
    action. `hears` gets the choice's arguments and returns what is to be done then; None: the words are no answer.

    It is asked first for the message that the words reply to, or the last one with choices. With `any_words` whatever
    is said is an answer: while a dialogue asks for words, only what replies to it, or comes when that rests. Otherwise
    an answer is known by its shape, and where nothing else waits for words, `hears` is asked without arguments, too:
    which of its messages, it finds out.
    """

    action: str
    hears: Callable[[Visit, tuple[str, ...]], Callable[[], None] | None]
    any_words: bool = False


@dataclass(frozen=True, slots=True)
class Fallback:
    """What happens to text that nothing else understood. `knows` says whether it can be relied on to understand it (a
    courtesy, a bare command): that is no answer where any words are one.
    """

    handler: Callable[[Visit], None]
    knows: Callable[[Visit], bool] = lambda _visit: False


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to do regularly, in a transaction of its own. Returns True if more is waiting: it is run again at
    once. `first` ones are also run once before anything is sent.
    """

    name: str
    every: timedelta
    run: Callable[[Post], bool]
    first: bool = False


Event = Arrival | Gathering | Replied | Recognised | Listener | Fallback
Route = Command | Pressed | Dialogue[Any, Any] | Words | Tick | Event


class Routes:
    """The table, looked up by name. Two routes with the same name are a mistake and refused at the start."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self.commands: list[Command] = []
        self.ticks: list[Tick] = []
        self.by_name: dict[str, Command] = {}
        self._by_bare_name: dict[str, Command] = {}
        self.pressed: dict[str, Pressed] = {}
        self.dialogues: dict[str, Dialogue[Any, Any]] = {}
        self.arrivals: dict[Kind, Arrival] = {}
        self.gatherings: dict[Kind, Gathering] = {}
        self.replied: list[Replied] = []
        self.recognised: list[Recognised] = []
        self.listeners: dict[str, Listener] = {}
        self.words: dict[str, Words] = {}
        self.fallback: Fallback | None = None
        for route in routes:
            self._enter(route)

    def command(self, typed: str) -> Command | None:
        """The command of this name, with or without dashes."""
        return self._by_bare_name.get(command_name(typed))

    def _enter(self, route: Route) -> None:
        match route:
            case Command():
                self.commands.append(route)
                for name in dict.fromkeys(name for names in route.names.values() for name in names):
                    _once(self.by_name, name, route)
                    self._by_bare_name[command_name(name)] = route
            case Pressed():
                _once(self.pressed, route.action, route)
            case Dialogue():
                _once(self.dialogues, route.name, route)
            case Words():
                for word in route.words:
                    _once(self.words, word, route)
            case Tick():
                self.ticks.append(route)
            case _:
                self._enter_event(route)

    def _enter_event(self, route: Event) -> None:
        match route:
            case Arrival():
                _once(self.arrivals, route.kind, route)
            case Gathering():
                _once(self.gatherings, route.kind, route)
            case Replied():
                self.replied.append(route)
            case Recognised():
                self.recognised.append(route)
            case Listener():
                _once(self.listeners, route.action, route)
            case Fallback():
                self.fallback = route


K = TypeVar("K")
V = TypeVar("V")


def _once(table: dict[K, V], key: K, value: V) -> None:
    if key in table:
        raise ValueError(f"two routes for {key!r}")
    table[key] = value
