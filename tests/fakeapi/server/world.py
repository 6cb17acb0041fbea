"""What the fake Telegram remembers: bots, chats, messages, updates waiting, files. No HTTP, no checks."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

BEFORE_ALL = 100_000
"""The number before a bot's first update."""


class Refused(Exception):
    """An error of the Bot API. `parameters` as in ResponseParameters."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


@dataclass(slots=True)
class Chat:
    """`state`: "" is well; else blocked, deactivated, kicked or moved (to `moved_to`)."""

    json: Json
    user: Json | None = None
    state: str = ""
    moved_to: int = 0
    sent: list[Json] = field(default_factory=list)
    last_id: int = 0
    recent: deque[float] = field(default_factory=deque)

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id


@dataclass(slots=True)
class Limits:
    """Messages per second over all (unpaid, and paid for), per second in one chat, per minute in one group; 0 = no
    limit. Telegram's own are 30, 1000, 1 and 20.
    """

    total: float = 0
    chat: float = 0
    group: float = 0
    paid: float = 0


@dataclass(slots=True)
class Webhook:
    url: str = ""
    secret: str = ""
    connections: int = 40
    pending: int = 0
    error: str = ""  # of the last delivery that failed, kept as Telegram keeps it


@dataclass(slots=True)
class Bot:
    """One token's world."""

    token: str
    me: Json
    chats: dict[int, Chat] = field(default_factory=dict)
    updates: deque[Json] = field(default_factory=deque)
    last_update: int = BEFORE_ALL
    allowed: tuple[str, ...] = ()
    poller: asyncio.Future[None] | None = None
    webhook: Webhook = field(default_factory=Webhook)
    files: dict[str, bytes] = field(default_factory=dict)
    claims: dict[str, int] = field(default_factory=dict)
    menus: dict[str, list[Json]] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)
    recent: deque[float] = field(default_factory=deque)
    recent_paid: deque[float] = field(default_factory=deque)
    paid: int = 0
    limits: Limits = field(default_factory=Limits)
    anybody: bool = False
    revoked: bool = False
    push: asyncio.Event = field(default_factory=asyncio.Event)

    def chat(self, number: int) -> Chat:
        """A chat the bot may write to."""
        found = self.chats.get(number)
        if found is None and self.anybody:
            found = self.chats[number] = Chat({"id": number, "type": "private", "first_name": "Anybody"})
        if found is None:
            raise Refused(400, "Bad Request: chat not found")
        match found.state:
            case "blocked":
                raise Refused(403, "Forbidden: bot was blocked by the user")
            case "deactivated":
                raise Refused(403, "Forbidden: user is deactivated")
            case "kicked":
                raise Refused(403, "Forbidden: bot was kicked from the group chat")
            case "moved":
                text = "Bad Request: group chat was upgraded to a supergroup chat"
                raise Refused(400, text, migrate_to_chat_id=found.moved_to)
        return found

    def store(self, chat: Chat, content: Json) -> Json:
        """A new message of the bot's."""
        now = time.time()
        head = {"message_id": chat.next_id(), "from": self.me, "chat": chat.json, "date": int(now), "at": now}
        message = {**head, **content}
        chat.sent.append(message)
        return message

    def find(self, chat: Chat, number: int) -> Json | None:
        return next((one for one in reversed(chat.sent) if one["message_id"] == number), None)

    def inject(self, kind: str, content: Json, number: int = 0) -> int:
        """Something happened (again, with `number`). Returns the update's id, 0 if the bot did not ask for it."""
        if self.allowed and kind not in self.allowed:
            return 0
        self.last_update = max(self.last_update, number) if number else self.last_update + 1
        self.updates.append({"update_id": number or self.last_update, kind: content})
        self.wake()
        return number or self.last_update

    def wake(self) -> None:
        self.push.set()
        if self.poller is not None and not self.poller.done():
            self.poller.set_result(None)

    def throttle(self, chat: Chat, messages: int = 1, *, paid: bool = False) -> None:
        """Sliding windows over the last second and minute. Paid messages have a limit of their own."""
        now = time.monotonic()
        group = chat.json["type"] != "private"
        windows = [(self.recent_paid, self.limits.paid, 1.0) if paid else (self.recent, self.limits.total, 1.0)]
        windows.append((chat.recent, self.limits.group if group else self.limits.chat, 60.0 if group else 1.0))
        for recent, limit, seconds in windows:
            while recent and recent[0] <= now - seconds:
                recent.popleft()
            if limit and len(recent) + messages > limit and recent:
                wait = int(recent[0] + seconds - now) + 1
                raise Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        self.paid += messages * paid
        for recent, limit, _ in windows:
            if limit:
                recent.extend([now] * messages)


class World:
    """All bots. A token nobody has used before is a new bot."""

    def __init__(self) -> None:
        self.bots: dict[str, Bot] = {}

    def bot(self, token: str) -> Bot:
        found = self.bots.get(token)
        if found is None:
            number, colon, rest = token.partition(":")
            if not (colon and number.isdigit() and rest):
                raise Refused(404, "Not Found")
            me = {"id": int(number), "is_bot": True, "first_name": "Unterhaken", "username": f"fake{number}_bot"}
            found = self.bots[token] = Bot(token, me)
        if found.revoked:
            raise Refused(401, "Unauthorized")
        return found
