"""People on real networks, all with the same four gestures, so that one transcript is played everywhere."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from playwright.async_api import Page

from tests.fakeapi.client import FakeUser
from tests.live.matrix_person import MatrixPerson
from tests.stage import LABEL, LINE, Seen, picture

PATIENCE = 25.0


class Player(Protocol):
    """One person on one network."""

    async def types(self, words: str) -> None: ...

    async def takes(self, label: str) -> None:
        """Take a choice the way the network has it: a button, or the label typed."""
        ...

    async def shows(self, content: bytes) -> None: ...

    async def sees(self) -> Seen | None:
        """The next message, or None if none came for a moment."""
        ...


@dataclass
class TelegramPlayer:
    """Through the fake Bot API."""

    user: FakeUser

    async def types(self, words: str) -> None:
        await asyncio.to_thread(self.user.types, words)

    async def takes(self, label: str) -> None:
        await asyncio.to_thread(self.user.presses, label)

    async def shows(self, content: bytes) -> None:
        await asyncio.to_thread(self.user.shows, content)

    async def sees(self) -> Seen | None:
        try:
            shown = await self.user.sees(1.0)
        except AssertionError:
            return None
        return Seen(shown.words, shown.labels)


@dataclass
class MatrixPlayer:
    """A second client on the real homeserver; choices are answered by typing their label."""

    person: MatrixPerson
    room: str

    async def types(self, words: str) -> None:
        await self.person.types(self.room, words)

    async def takes(self, label: str) -> None:
        await self.person.types(self.room, label)

    async def shows(self, content: bytes) -> None:
        mxc = await self.person.uploads(content, "image/png")
        info = {"mimetype": "image/png", "size": len(content)}
        await self.person.sends(self.room, {"msgtype": "m.image", "body": "bild.png", "url": mxc, "info": info})

    async def sees(self) -> Seen | None:
        try:
            event = await self.person.sees(self.room, patience=1.0)
        except TimeoutError:
            return None
        content = event["content"]
        words = str(content["body"]) if isinstance(content, dict) else ""
        labels = re.findall(r"^\d+\. (.*)$", words, re.MULTILINE)
        return Seen(words, tuple(labels))


@dataclass
class BrowserPlayer:
    """A real Chromium, by keyboard only."""

    page: Page
    seen: int = 0

    async def _focus(self, role: str, name: str) -> None:
        """Press Tab until the element with this role and accessible name has the focus; LookupError if none gets it."""
        wanted = self.page.get_by_role(role, name=name, exact=True).last
        try:
            await wanted.wait_for(state="visible", timeout=5000)
        except Exception as problem:
            raise LookupError(f"no {role} named {name!r}") from problem
        for _ in range(300):
            if await wanted.evaluate("element => element === document.activeElement"):
                return
            await self.page.keyboard.press("Tab")
        raise LookupError(f"the keyboard never reached {role} {name!r}")

    async def types(self, words: str) -> None:
        await self._focus("textbox", "Nachricht")
        await self.page.keyboard.type(words)
        await self.page.keyboard.press("Enter")

    async def takes(self, label: str) -> None:
        await self._focus("button", label)
        await self.page.keyboard.press("Enter")

    async def shows(self, content: bytes) -> None:
        chooser = self.page.locator("input[type=file]").first
        await chooser.set_input_files({"name": "bild.png", "mimeType": "image/png", "buffer": content})

    async def sees(self) -> Seen | None:
        """The log's messages from the bot, in order, with the buttons that belong to each."""
        until = time.monotonic() + 1.0
        while time.monotonic() < until:
            found = await self.page.evaluate(FROM_BOT)
            if len(found) > self.seen:
                one = found[self.seen]
                self.seen += 1
                return Seen(one["words"], tuple(one["labels"]))
            await asyncio.sleep(0.05)
        return None


FROM_BOT = """() => [...document.querySelectorAll('[role=log] [data-from=bot]')].map(message => ({
    words: message.innerText,
    labels: [...message.querySelectorAll('button')].map(button => button.innerText.trim()),
}))"""


@dataclass
class Live:
    """Plays a transcript (the grammar of tests/stage.py) with real people. A message that does not fit is passed over."""

    players: Mapping[str, Player]
    passed_over: list[str] = field(default_factory=list)

    async def play(self, transcript: str) -> None:
        for number, line in enumerate(transcript.splitlines(), 1):
            match = LINE.match(line)
            if match is None:
                assert not line.strip(), f"line {number} is not a line of a transcript: {line}"
                continue
            name, arrow, rest = match.groups()
            try:
                await (self._act if arrow == ">" else self._expect)(self.players[name], rest.strip())
            except (AssertionError, LookupError) as problem:
                raise AssertionError(f"line {number}: {line.strip()}\n{problem}") from None

    async def _act(self, player: Player, rest: str) -> None:
        if label := re.fullmatch(r"\[([^\]]+)\]", rest):
            await player.takes(label[1])
        elif rest == "(picture)":
            await player.shows(picture())
        else:
            await player.types(rest)

    async def _expect(self, player: Player, wanted: str) -> None:
        until, seen = time.monotonic() + PATIENCE, []
        while time.monotonic() < until:
            message = await player.sees()
            if message is None:
                continue
            if fits(message, wanted):
                return
            seen.append(message)
        raise AssertionError(f"wanted {wanted!r}, saw {seen}")


def fits(seen: Seen, wanted: str) -> bool:
    """Whether a message contains the pieces in order and offers the labels."""
    rest = seen.words
    for piece in (piece.strip() for piece in re.split(r"\.\.\.|\[[^\]]+\]", wanted)):
        if piece not in rest:
            return False
        rest = rest.partition(piece)[2]
    return all(label in seen.labels for label in LABEL.findall(wanted))
