"""The terminal transport: reads standard input in a thread of its own, prints what comes, ends with the input."""

from __future__ import annotations

import asyncio
import io
import itertools
import os
import secrets
import shutil
import sys
import threading
from collections import deque
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from bot.adapters.console import translate
from bot.adapters.console.translate import ACCOUNT, Hints, Offered
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Attachment, Batch, FileRef, Incoming, Receipt, Shipment
from bot.core.transport import Abilities

ANSWER_SECONDS = 5.0
"""How long the next line waits for an answer to the last one, so that piped input is a conversation too."""

QUIET_SECONDS = 0.15
"""So long after a message the answer counts as complete: it may have several parts."""

OFFERS_MAX = 20
"""Messages whose choices can still be taken by their words."""

PROMPT = "> "


class ConsoleTransport:
    """The account "console:local". `folder` is where documents sent to the person are put."""

    def __init__(
        self,
        hints: Hints,
        source: TextIO | None = None,
        target: TextIO | None = None,
        language: str | None = None,
        folder: Path | None = None,
    ) -> None:
        self._hints = hints
        self._source = source or sys.stdin
        self._target = target or sys.stdout
        self._language = translate.language_of(os.environ.get("LANG", "")) if language is None else language
        self._folder = folder or Path()
        self._run = secrets.token_hex(8)
        self._count = itertools.count(1)
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._offers: deque[Offered] = deque(maxlen=OFFERS_MAX)
        self._told = asyncio.Event()
        self._ended = asyncio.Event()
        self._closed = False

    @property
    def account(self) -> str:
        """The one terminal of this process."""
        return ACCOUNT

    @property
    def abilities(self) -> Abilities:
        """A terminal takes everything at once and takes nothing back."""
        return Abilities()

    @property
    def weather(self) -> str:
        """There is no network between us and our own terminal."""
        return ""

    async def open(self) -> None:
        """Begin to read. The thread cannot be woken from a read, so it does not keep the process alive."""
        for stream in (self._source, self._target):  # what an old terminal cannot show or says wrongly is only marked
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(loop,), daemon=True, name="console").start()
        self._print(self._hints("console-hello", self._language))

    async def batches(self, cursor: str) -> AsyncIterator[Batch]:
        """A greeting's occasion, then line by line, each after the answer to the last. Ends with the input."""
        yield Batch((translate.joined(self._event(), self._language, datetime.now(UTC)),))
        await self._answer()
        while not self._closed and (incoming := await self._next()) is not None:
            self._told.clear()
            yield Batch((incoming,))
            await self._answer()
        self._ended.set()
        self._print("")

    async def send(self, shipment: Shipment) -> Receipt:
        """Print the message. An edit that only takes choices away has nothing to print."""
        documents = {} if shipment.edits else await _documents(shipment)
        try:
            self._show(shipment, documents)
        except OSError as problem:
            raise DeliveryProblem(Verdict.ACCOUNT, "the terminal or its folder cannot be written to") from problem
        self._told.set()
        return Receipt(shipment.edits or (str(shipment.id),))

    def _show(self, shipment: Shipment, documents: Mapping[FileRef, bytes]) -> None:
        if shipment.outgoing.withdrawn:
            self._withdraw(shipment)
            return
        if shipment.outgoing.text:
            width = shutil.get_terminal_size().columns
            colour = self._target.isatty()
            words = translate.write(shipment.outgoing, shipment.language, self._hints, width, colour=colour)
            self._print(f"\n{words}\n")
        ref = shipment.edits[0] if shipment.edits else str(shipment.id)
        offer = translate.offered(ref, shipment.outgoing)
        if offer is not None:
            self._offers.append(offer)
        pictures = [] if shipment.edits else [file for file in shipment.outgoing.files if _is_picture(file)]
        if pictures:
            self._print(translate.pictures(pictures, shipment.language, self._hints))
        for file, content in documents.items():
            self._print(self._keep(file, content, shipment.language))

    def _withdraw(self, shipment: Shipment) -> None:
        """What is printed stays printed, but its choices are no longer offered."""
        for offer in [one for one in self._offers if one.ref in shipment.edits]:
            self._offers.remove(offer)
        self._print(f"\n{self._hints('console-withdrawn', shipment.language)}\n")

    async def probe(self) -> None:
        """It is us who answers."""

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        """The file at the typed path."""
        return await asyncio.to_thread(_content, attachment.ref, limit)

    async def close(self) -> None:
        """Take no further lines."""
        self._closed = True
        self._lines.put_nowait(None)
        self._ended.set()

    async def ended(self) -> None:
        """Return when the input has ended and the last line is answered."""
        await self._ended.wait()

    async def _next(self) -> Incoming | None:
        if self._source.isatty():
            print(PROMPT, end="", file=self._target, flush=True)
        while (line := await self._lines.get()) is not None:
            if line.strip():
                return translate.read(line, self._event(), self._language, datetime.now(UTC), tuple(self._offers))
        return None

    async def _answer(self) -> None:
        try:
            await asyncio.wait_for(self._told.wait(), ANSWER_SECONDS)
        except TimeoutError:
            return
        while self._told.is_set():
            self._told.clear()
            await asyncio.sleep(QUIET_SECONDS)

    def _event(self) -> str:
        return f"{self._run}:{next(self._count)}"

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            for line in self._source:
                loop.call_soon_threadsafe(self._lines.put_nowait, line)
            loop.call_soon_threadsafe(self._lines.put_nowait, None)
        except (RuntimeError, ValueError):
            return  # the loop or the input is closed: the chat is over

    def _keep(self, file: FileRef, content: bytes, language: str) -> str:
        path = _unused(self._folder / Path(file.name).name)
        path.write_bytes(content)
        return f"{self._hints('console-saved', language)} {path}"

    def _print(self, words: str) -> None:
        print(words, file=self._target, flush=True)


def _is_picture(file: FileRef) -> bool:
    return file.mime.startswith("image/")


async def _documents(shipment: Shipment) -> dict[FileRef, bytes]:
    """The files that are put into the folder; pictures are only told of."""
    return {file: await shipment.load(file) for file in shipment.outgoing.files if not _is_picture(file)}


def _content(path: str, limit: int) -> bytes:
    try:
        with Path(path).expanduser().open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError, RuntimeError) as problem:  # RuntimeError: "~nobody/..."
        raise DeliveryProblem(Verdict.UNSENT, "the file cannot be read") from problem
    if len(content) > limit:
        raise DeliveryProblem(Verdict.REFUSED, f"the file is larger than {limit} bytes")
    return content


def _unused(path: Path) -> Path:
    """The path, or with a number where something lies already."""
    names = itertools.chain((path,), (path.with_stem(f"{path.stem}-{number}") for number in itertools.count(2)))
    return next(name for name in names if not name.exists())
