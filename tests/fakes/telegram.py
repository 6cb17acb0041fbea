"""Telegram in memory: the adapter's own sender and translation, talking to the fake Bot API without a wire."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime

import orjson
from telegram.request import BaseRequest, RequestData

from bot.adapters.telegram.abilities import abilities
from bot.adapters.telegram.quiet import QuietBot
from bot.adapters.telegram.sending import Sender
from bot.adapters.telegram.translate.incoming import Identity, incoming
from bot.core.messages import Incoming, Receipt, Shipment
from tests.fakeapi.server import updates
from tests.fakeapi.server.api import BotApi
from tests.fakeapi.server.faults import Faults, error
from tests.fakeapi.server.http import Reply
from tests.fakeapi.server.world import Chat, Json, Refused, World
from tests.stage import Seen, at_once

TOKEN = "4242:FAKE-token-for-tests"
FIRST_CHAT = 1001


class Wireless(BaseRequest):
    """PTB's request interface straight into the fake Bot API: every call is checked, nothing is ever waited for."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.api = BotApi(world, Faults())

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """Nothing to connect to."""

    async def shutdown(self) -> None:
        """Nothing to drop."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        given: Json = {}
        if request_data is not None:
            files = {name: content for name, (_, content, _) in request_data.multipart_data.items()}
            given = {**orjson.loads(orjson.dumps(request_data.parameters)), **files}
        try:
            reply = self.api.call(self.world.bot(TOKEN), url.rpartition("/")[2], given)
        except Refused as refusal:
            reply = error(refusal.status, refusal.description, refusal.parameters)
        assert isinstance(reply, Reply)
        return reply.status, reply.body


class FakeTelegram:
    """One bot, and everybody who talks to it in private."""

    abilities = abilities(rate=30.0)

    def __init__(self) -> None:
        self.world = World()
        self.bot = self.world.bot(TOKEN)
        self.me = Identity(self.bot.me["id"], self.bot.me["username"])
        self.account = self.me.account
        wireless = Wireless(self.world)
        self.sender = Sender(QuietBot(TOKEN, request=wireless, get_updates_request=wireless))
        self.seats: dict[str, TelegramSeat] = {}

    def seat(self, name: str) -> TelegramSeat:
        if name not in self.seats:
            self.seats[name] = TelegramSeat(self, FIRST_CHAT + len(self.seats), name)
        return self.seats[name]


@dataclass
class TelegramSeat:
    """One person's private conversation with the bot."""

    fake: FakeTelegram
    number: int
    name: str
    inbox: deque[tuple[str, ...]] = field(default_factory=deque)
    last_said: int = 0

    def __post_init__(self) -> None:
        self.who = updates.person(self.number, self.name.title())
        self.chat = self.fake.bot.chats[self.number] = Chat(updates.chat(self.number, self.name.title()), self.who)

    def types(self, words: str) -> Incoming:
        return self._says(updates.typed(words))

    def shows(self, content: bytes) -> Incoming:
        file_id = f"AgADphoto{len(self.fake.bot.files) + 1}"
        self.fake.bot.files[file_id] = content
        return self._says(updates.photo(file_id, len(content)))

    def sends(self, what: str) -> Incoming:
        return self._says(updates.CONTENTS[what.replace(" ", "_")])

    def edits(self, words: str) -> Incoming:
        said = updates.message(self.last_said, self.chat.json, self.who, updates.words(words))
        return self._happens("edited_message", {**said, "edit_date": said["date"] + 1})

    def takes(self, label: str) -> Incoming:
        for shown in reversed(self.chat.sent):
            for row in shown.get("reply_markup", {}).get("inline_keyboard", ()):
                for button in row:
                    if button["text"] == label:
                        number = self.fake.bot.last_update
                        pressed = updates.callback(number, self.who, shown, button["callback_data"])
                        return self._happens("callback_query", pressed)
        offered = [_labels(shown) for shown in self.chat.sent[-2:]]
        raise LookupError(f"[{label}] was not offered; newest: {offered}")

    def _says(self, content: Json) -> Incoming:
        self.last_said = self.chat.next_id()
        return self._happens("message", updates.message(self.last_said, self.chat.json, self.who, content))

    def _happens(self, kind: str, content: Json) -> Incoming:
        self.fake.bot.inject(kind, content)
        found = incoming(self.fake.bot.updates.pop(), self.fake.me, datetime.now(UTC))
        assert found is not None
        return found

    def receives(self, shipment: Shipment) -> Receipt:
        receipt = at_once(self.fake.sender.send(shipment))
        if not shipment.edits and shipment.address == str(self.number):  # what goes into a group is seen there
            self.inbox.append(receipt.refs)
        return receipt

    def seen(self) -> Seen | None:
        """All parts of a message at one look: an album and its words, a long text."""
        if not self.inbox:
            return None
        refs = self.inbox.popleft()
        parts = [self._part(shown) for shown in self.chat.sent if str(shown["message_id"]) in refs]
        words = "\n\n".join(part.words for part in parts if part.words)
        labels = tuple(label for part in parts for label in part.labels)
        return Seen(words, labels, tuple(file for part in parts for file in part.files))

    def _part(self, shown: Json) -> Seen:
        words = (shown.get("text") or shown.get("caption") or "").replace("\u2022 ", "- ")
        file = shown.get("document") or (shown.get("photo") or [{}])[-1]
        content = self.fake.bot.files.get(file.get("file_id", ""), b"")
        return Seen(words, _labels(shown), (content,) if content else ())

    def fetch(self, incoming: Incoming) -> bytes:
        assert incoming.attachment is not None
        return self.fake.bot.files[incoming.attachment.ref]


def _labels(shown: Json) -> tuple[str, ...]:
    rows = shown.get("reply_markup", {}).get("inline_keyboard", ())
    return tuple(button["text"] for row in rows for button in row)
