"""A person at our own two networks, for the transport contract: the page of the browser chat, and the terminal."""

from __future__ import annotations

import asyncio
import json
import os
import re
import tempfile
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from pathlib import Path

from bot.adapters.browser import BrowserTransport
from bot.adapters.browser.line import Line
from bot.adapters.console import ConsoleTransport
from bot.core.messages import Kind, Shipment
from bot.core.transport import Transport
from bot.parts.clock import SystemClock
from tests.contracts.core import PATIENCE, Core
from tests.contracts.transports.parties import Shown


@dataclass
class OnBrowser:
    """Our page's part: it keeps what was not acknowledged and says it again on the next line."""

    account = "browser:web"
    language = "de"
    letters: list[Shipment] = field(default_factory=list)
    unkept: dict[str, str] = field(default_factory=dict)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    numbers: count[int] = field(default_factory=lambda: count(1))
    shown: asyncio.Queue[dict] = field(default_factory=asyncio.Queue)
    offered: dict[str, tuple[str, str]] = field(default_factory=dict)
    last: int = 0
    line: Line | None = None
    transport: BrowserTransport | None = None

    def make(self) -> Transport:
        self.transport, self.line = BrowserTransport(self._mailbox, b"k" * 32, SystemClock()), None
        return self.transport

    async def _mailbox(self, address: str, after: int) -> list[Shipment]:
        return [letter for letter in self.letters if letter.address == address and letter.id > after]

    async def meets(self, core: Core) -> str:
        self._connect()
        address = (await core.gets(Kind.JOINED)).address
        core.commit()
        await core.says(address, "Guten Tag")  # a page that was greeted is not greeted again
        await self.sees()
        return address

    def _connect(self) -> Line:
        """A line to the transport of now; whatever was not acknowledged is said again."""
        if self.line is None:
            assert self.transport is not None
            self.line = self.transport.connect("session-1", "de", self.last)
            assert self.line is not None
            self.tasks.append(asyncio.create_task(self._watch(self.line)))
            for event in self.unkept:
                self._say_again(event)
        return self.line

    async def _watch(self, line: Line) -> None:
        async for text in line.frames():
            frame = json.loads(text)
            if frame.get("id", 0) > self.last:
                self.last = frame["id"]
                self.offered |= {one["label"]: (one["token"], str(frame["id"])) for one in frame["choices"]}
                self.shown.put_nowait(frame)

    def says(self, **frame: object) -> None:
        self._connect()
        event = f"e{next(self.numbers)}"
        self.unkept[event] = json.dumps({"event": event, **frame})
        self._say_again(event)

    def _say_again(self, event: str) -> None:
        async def send(line: Line, frame: str) -> None:
            answer = await line.take(frame)
            if answer is not None:
                self.unkept.pop(event, None)

        assert self.line is not None
        self.tasks.append(asyncio.create_task(send(self.line, self.unkept[event])))

    async def types(self, words: str) -> None:
        self.says(type="text", text=words)

    async def takes(self, label: str) -> None:
        token, ref = self.offered[label]
        self.says(type="press", token=token, ref=ref)

    async def shows(self, content: bytes) -> None:
        self._connect()
        assert self.transport is not None
        self.says(type="picture", text="", upload=self.transport.keep_upload("session-1", content), mime="image/png")

    async def sees(self) -> Shown:
        async with asyncio.timeout(PATIENCE):
            return _page(await self.shown.get())

    async def sees_changed(self) -> tuple[str, Shown]:
        async with asyncio.timeout(PATIENCE):
            frame = await self.shown.get()
        assert frame["type"] == "edit"
        return str(frame["of"]), _page(frame)

    async def sees_files(self, words: str, count: int) -> None:
        async with asyncio.timeout(PATIENCE):
            frame = await self.shown.get()
        assert _page(frame).words.strip() == words
        assert len(frame["files"]) == count

    async def sees_withdrawn(self, refs: tuple[str, ...]) -> None:
        async with asyncio.timeout(PATIENCE):
            frame = await self.shown.get()
        assert (frame["type"], frame["withdrawn"], (str(frame["of"]),)) == ("edit", True, refs)

    async def leaves(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


def _page(frame: dict) -> Shown:
    labels = "\n".join(one["label"] for one in frame["choices"])
    words = unescape(re.sub(r"<[^>]*>", "", re.sub(r"<br>|</p><p>|</li>", "\n", frame["html"])))
    return Shown(f"{words}\n{labels}", frame["html"])


# -- terminal --------------------------------------------------------------------------------------------------------


class OnConsole:
    """Two pipes and a file on the disk."""

    account = "console:local"
    language = "de-DE"

    def __init__(self, encoding: str = "utf-8") -> None:
        self.encoding = encoding
        keyboard, self._keys = os.pipe()
        self._screen, screen = os.pipe()
        os.set_blocking(self._screen, False)
        self.source = os.fdopen(keyboard, encoding=encoding)
        self.target = os.fdopen(screen, "w", encoding=encoding)
        self.folder = tempfile.TemporaryDirectory(prefix="unterhaken-console-")

    def make(self) -> Transport:
        return ConsoleTransport(
            lambda key, _: f"<{key}>", self.source, self.target, self.language, Path(self.folder.name)
        )

    async def meets(self, core: Core) -> str:
        address = (await core.gets(Kind.JOINED)).address
        await self.sees()
        return address

    async def types(self, words: str) -> None:
        self.presses(f"{words}\n".encode(self.encoding))

    def presses(self, keys: bytes) -> None:
        os.write(self._keys, keys)

    async def takes(self, label: str) -> None:
        await self.types(label)

    async def shows(self, content: bytes) -> None:
        path = Path(self.folder.name) / "dach.png"
        await asyncio.to_thread(path.write_bytes, content)
        await self.types(f"@{path}")

    async def sees(self) -> Shown:
        """Everything printed since."""
        return Shown(os.read(self._screen, 1 << 16).decode(self.encoding))

    async def sees_changed(self) -> tuple[str, Shown]:
        """A terminal takes nothing back: the new words follow."""
        return "1", await self.sees()

    async def sees_files(self, words: str, count: int) -> None:
        shown = (await self.sees()).words
        assert words in shown
        told = {0: "", 1: "<console-picture>"}.get(count, "<console-pictures>")
        assert told in shown or shown.count("<console-saved>") == count

    async def sees_withdrawn(self, refs: tuple[str, ...]) -> None:
        assert "<console-withdrawn>" in (await self.sees()).words

    async def leaves(self) -> None:
        os.close(self._keys)
        await asyncio.sleep(0.05)  # the reading thread sees the end
        for file in (self.source, self.target):
            file.close()
        os.close(self._screen)
        self.folder.cleanup()
