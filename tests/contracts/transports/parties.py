"""A person on a network, as the transport contract needs one; and those on Telegram and Matrix."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import Protocol

from bot.adapters.telegram import TelegramTransport
from bot.core.messages import Kind
from bot.core.transport import Transport
from tests.contracts.core import Core
from tests.fakeapi.client import FakeApi
from tests.live.matrix.matrix_bot import transport_for
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse


@dataclass(frozen=True)
class Shown:
    """What a person sees: plain words, and the formatted source where the network has one."""

    words: str
    source: str = ""


class Party(Protocol):
    """One person, one account of the bot. `make` gives a new transport on the same account: a restart."""

    account: str  # as a regular expression
    language: str  # the hint the network gives

    def make(self) -> Transport: ...
    async def meets(self, core: Core) -> str:
        """Start a conversation; its address."""
        ...

    async def types(self, words: str) -> None: ...
    async def takes(self, label: str) -> None:
        """Take a choice the quickest way the network has."""
        ...

    async def shows(self, content: bytes) -> None: ...
    async def sees(self) -> Shown: ...
    async def sees_changed(self) -> tuple[str, Shown]:
        """The next edit: the ref of the message it changes, and what is shown now."""
        ...

    async def sees_files(self, words: str, count: int) -> None:
        """The next message has these words and so many files, and nothing else."""
        ...

    async def sees_withdrawn(self, refs: tuple[str, ...]) -> None:
        """The message with these parts is gone, or said to be."""
        ...

    async def leaves(self) -> None: ...


# -- Telegram --------------------------------------------------------------------------------------------------------


class OnTelegram:
    """Through the fake Bot API."""

    language = "de"

    def __init__(self, api: FakeApi) -> None:
        self.api, self.user = api, api.user(1001)
        self.account = f"telegram:{api.token.partition(':')[0]}"

    def make(self) -> Transport:
        return TelegramTransport(self.api.token, api_url=self.api.url)

    async def meets(self, core: Core) -> str:
        await self.types("/start")
        return (await core.gets(Kind.TEXT)).address

    async def types(self, words: str) -> None:
        await asyncio.to_thread(self.user.types, words)

    async def takes(self, label: str) -> None:
        await asyncio.to_thread(self.user.presses, label)

    async def sticks(self) -> None:
        await asyncio.to_thread(self.user.sends, "sticker")

    async def shows(self, content: bytes) -> None:
        await asyncio.to_thread(self.user.shows, content)

    async def sees(self) -> Shown:
        shown = await self.user.sees()
        return Shown(shown.words, shown.html)

    async def sees_changed(self) -> tuple[str, Shown]:
        shown = next(one for one in await asyncio.to_thread(self.user.all) if one.edits)
        return str(shown.ref), Shown(shown.words, shown.html)

    async def sees_files(self, words: str, count: int) -> None:
        shown = [await self.user.sees() for _ in range(count)]
        assert [one.words for one in shown] == [words, *[""] * (count - 1)]
        assert all(one.file_id for one in shown)

    async def sees_withdrawn(self, refs: tuple[str, ...]) -> None:
        shown = await asyncio.to_thread(self.user.all)
        assert {str(one.ref) for one in shown if one.deleted} == set(refs)

    async def leaves(self) -> None:
        """The server goes with the session."""


# -- Matrix ----------------------------------------------------------------------------------------------------------


class OnMatrix:
    """A second client on the real homeserver; a choice is taken by a reaction with its number."""

    language = ""

    def __init__(self, synapse: Synapse) -> None:
        self.synapse = synapse
        self.bot = synapse.user("contract")
        self.account = re.escape(f"matrix:{self.bot.user_id}")
        self.person = MatrixPerson(synapse, synapse.user("anna"))
        self.room, self.ref = "", ""
        self.numbered: list[str] = []

    def make(self) -> Transport:
        return transport_for(self.synapse, self.bot, installation="contract")

    async def meets(self, core: Core) -> str:
        await core.batch()  # the first sync: from here on
        await self.person.__aenter__()
        self.room = await self.person.opens(self.bot.user_id)
        return (await core.gets(Kind.JOINED)).address

    async def types(self, words: str) -> None:
        await self.person.types(self.room, words)

    async def takes(self, label: str) -> None:
        at = self.numbered.index(label) + 1
        await self.person.reacts(self.room, self.ref, f"{at}\ufe0f\u20e3")

    async def sticks(self) -> None:
        body = {"body": "Daumen", "url": "mxc://localhost/abc", "info": {}}
        await self.person.sends(self.room, body, "m.sticker")

    async def shows(self, content: bytes) -> None:
        uri = await self.person.uploads(content, "image/png")
        info = {"mimetype": "image/png", "size": len(content)}
        await self.person.sends(self.room, {"msgtype": "m.image", "body": "a.png", "url": uri, "info": info})

    async def sees(self) -> Shown:
        event = await self.person.sees(self.room)
        self.ref = str(event["event_id"])
        shown = _matrix(event["content"])
        self.numbered = re.findall(r"^\d+\. (.*)$", shown.words, re.MULTILINE) or self.numbered
        return shown

    async def sees_changed(self) -> tuple[str, Shown]:
        content = (await self.person.sees(self.room))["content"]
        return content["m.relates_to"]["event_id"], _matrix(content["m.new_content"])

    async def sees_files(self, words: str, count: int) -> None:
        assert (await self.sees()).words == words
        for _ in range(count):
            event = await self.person.sees(self.room)
            assert event["content"]["msgtype"] in {"m.image", "m.file"}

    async def sees_withdrawn(self, refs: tuple[str, ...]) -> None:
        events = [await self.person.sees(self.room, "m.room.redaction") for _ in refs]
        assert {event["redacts"] for event in events} == set(refs)

    async def leaves(self) -> None:
        await self.person.__aexit__(None, None, None)


def _matrix(content: dict) -> Shown:
    return Shown(content["body"], content["formatted_body"])
