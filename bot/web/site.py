"""What the web face needs to know, handed in by the composition root. Plain values and small contracts only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from bot.core.ports import Store
from bot.core.words.texts import Texts
from bot.domain.alliance import Alliance

MEMBER, ORGANISER, EDITOR = "member", "organiser", "editor"
"""The seats at the table. Everybody has the member's; the demo offers two of the team beside it, so that one writes
what the other releases.
"""


PRIVACY = "/datenschutz"
"""Where the privacy notice stands in full."""


@dataclass(frozen=True, slots=True)
class Way:
    """One network on which the assistant can be met. `url` opens it there, `name` is what to look for ("@bot")."""

    network: str  # "telegram", "matrix", ...: the name of its explaining text, web-way-<network>
    label: str
    url: str
    name: str = ""


class Line(Protocol):
    """One open page of one chat session."""

    async def take(self, frame: str) -> str | None:
        """What the page says; the answer for it, once it is kept for good. None if that cannot be promised any more."""
        ...

    def frames(self) -> AsyncIterator[str]:
        """What the page is to show, until the line is cut."""
        ...


class ChatNetwork(Protocol):
    """The browser chat behind the sockets; see bot/adapters/browser."""

    def connect(self, address: str, language: str, after: int) -> Line | None:
        """A line for a page that has everything up to message `after`; None if there are too many."""
        ...

    def disconnect(self, address: str, line: object) -> None:
        """The page of this session that had the line has gone."""
        ...

    @property
    def account(self) -> str:
        """Whose conversations these are."""
        ...

    async def end(self, address: str) -> bool:
        """Nobody comes back to this session. True when that is kept for good, False where it cannot be now."""
        ...

    def keep_upload(self, address: str, content: bytes) -> str:
        """Keep an upload and name it; "" if there is no room at the moment."""
        ...

    def file_of(self, address: str, token: str) -> int | None:
        """The file that a token stands for, if it was made for this session."""
        ...


WAITING = "waiting"
"""What `Site.ready` says of an account that another process serves: no trouble, but nothing to send there either."""

Webhook = Callable[[Mapping[str, str], Callable[[], Awaitable[bytes]]], Awaitable[int]]
"""(headers in lower case, body) -> HTTP status. The body comes when it is asked for, and is at most 1 MB; nobody has
looked into it.
"""

Admit = Callable[[str, str, str], Awaitable[None]]
"""(seat, address, language): told about every new session before it can write; the demo seats its organisers so."""


async def admit_anybody(seat: str, address: str, language: str) -> None:
    """Nothing to do for a new session: the core meets it when it writes."""


async def nothing_to_report() -> Mapping[str, str]:
    """No accounts besides the database."""
    return {}


@dataclass(frozen=True, slots=True)
class Site:
    """The web face of one installation.

    `public_url` is where people reach it, without a slash at its end. `ready` names each account with "" when it is
    well and its trouble in one line when not (the database is asked by the site itself). `counters` are totals since
    the start for /metrics, without personal data, e.g. {"handled": 12}. `key` signs the sessions (32 bytes).
    """

    alliance: Alliance
    texts: Texts
    store: Store
    key: bytes
    public_url: str
    chat: ChatNetwork | None = None
    ways: Callable[[], tuple[Way, ...]] = tuple
    webhooks: Mapping[str, Webhook] = field(default_factory=dict)
    ready: Callable[[], Awaitable[Mapping[str, str]]] = nothing_to_report
    counters: Callable[[], Mapping[str, float]] = dict
    admit: Admit = admit_anybody
    demo: bool = False
    cookie_secure: bool | None = None  # None: as `public_url` says

    @property
    def secure(self) -> bool:
        """Whether people reach the site by HTTPS; cookies are then marked so."""
        return urlsplit(self.public_url).scheme == "https" if self.cookie_secure is None else self.cookie_secure

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats on offer."""
        return (MEMBER, ORGANISER, EDITOR) if self.demo else (MEMBER,)
