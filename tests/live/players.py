"""People on real networks, all with the same four gestures, so that one transcript is played everywhere."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, Protocol

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Locator, Page
from playwright.async_api import TimeoutError as PlaywrightTimeout

from tests.fakeapi.client import FakeUser
from tests.live.matrix.matrix_person import MatrixPerson
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

    async def keeps(self) -> list[str]:
        """All the bot's messages as they are in the conversation now: some changed, those taken back gone."""
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

    async def keeps(self) -> list[str]:
        return [shown.words for shown in await asyncio.to_thread(self.user.all) if not shown.deleted]


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
        """Edits are passed over: they show an answered question, closed."""
        try:
            while True:
                event = await self.person.sees(self.room, patience=1.0)
                content = event["content"]
                if isinstance(content, dict) and "m.new_content" not in content:
                    return _seen_on_matrix(str(content["body"]))
        except TimeoutError:
            return None

    async def keeps(self) -> list[str]:
        return await self.person.reads(self.room)


def _seen_on_matrix(body: str) -> Seen:
    numbered = re.findall(r"^\d+\. (.*)$", body, re.MULTILINE)
    also = re.search(r"^Oder schreiben Sie: (.*)$", body, re.MULTILINE)
    return Seen(body, (*numbered, *(also[1].split(", ") if also else ())))


@dataclass
class BrowserPlayer:
    """A real Chromium, by keyboard only; `chat` where the page has more than one."""

    page: Page
    chat: Locator | None = None

    def __post_init__(self) -> None:
        # Whoever listens only at the key press may tell Chromium too late: it opens a dialogue of its own then.
        self.page.on("filechooser", lambda _: None)

    @property
    def _place(self) -> Page | Locator:
        return self.chat or self.page

    async def _focus(self, role: Literal["button", "textbox"], name: str) -> None:
        """Go to the newest element with this role and name. LookupError if there is none or no way to it."""
        wanted = self._place.get_by_role(role, name=name, exact=True, disabled=False).last
        try:
            await wanted.wait_for(state="visible", timeout=5000)
        except PlaywrightError as problem:
            raise LookupError(f"no {role} named {name!r}") from problem
        await self._walk_to(wanted, f"{role} {name!r}")

    async def _walk_to(self, wanted: Locator, name: str) -> None:
        """Press Shift+Tab until it has the focus. The way back is the short one: what was said last stands right
        before the message box. LookupError if the keyboard does not get there.
        """
        for _ in range(300):
            if await wanted.evaluate("element => element === document.activeElement"):
                return
            await self.page.keyboard.press("Shift+Tab")
        raise LookupError(f"the keyboard never reached {name}")

    async def types(self, words: str) -> None:
        await self._focus("textbox", "Nachricht")
        await self.page.keyboard.type(words)
        await self.page.keyboard.press("Enter")

    async def takes(self, label: str) -> None:
        await self._focus("button", label)
        await self.page.keyboard.press("Enter")

    async def shows(self, content: bytes) -> None:
        """Open the file dialogue with the Enter key and choose a picture; then Enter again sends it. Like a person,
        press once more if a busy browser opens nothing.
        """
        file = self._place.get_by_label("Bilder oder Datei auswählen")
        for patience in (5_000, 25_000):  # milliseconds
            await self._walk_to(file, "the choice of a file")
            with suppress(PlaywrightTimeout):
                async with self.page.expect_file_chooser(timeout=patience) as chooser:
                    await self.page.keyboard.press("Enter")
                await (await chooser.value).set_files({"name": "bild.png", "mimeType": "image/png", "buffer": content})
                break
        else:
            raise LookupError("no file dialogue opens")
        await self._place.get_by_text("Wird mitgesendet: bild.png").wait_for()
        await self._focus("textbox", "Nachricht")
        await self.page.keyboard.press("Enter")

    async def sees(self) -> Seen | None:
        """The log's messages from the bot, in order, with the buttons that belong to each."""
        theirs = self._place.locator(".message.theirs:not([data-seen])").first
        try:
            await theirs.wait_for(state="attached", timeout=1000)
        except PlaywrightError:
            return None
        found = await theirs.evaluate(SHOWN)
        return Seen(found["words"], tuple(found["labels"]))

    async def keeps(self) -> list[str]:
        return await self._place.locator(".message.theirs .body").all_inner_texts()


SHOWN = """message => {
    message.dataset.seen = "";
    return {
        words: message.querySelector('.body').innerText,
        labels: [...message.querySelectorAll('.choices button')].map(button => button.innerText.trim()),
    };
}"""


@dataclass
class Live:
    """Plays a transcript (the grammar of tests/stage.py) with real people. A message that does not fit is passed over;
    `said` keeps everything, for whoever reads a failure.
    """

    players: Mapping[str, Player]
    said: list[str] = field(default_factory=list)

    async def play(self, transcript: str) -> None:
        for number, line in enumerate(transcript.splitlines(), 1):
            match = LINE.match(line)
            if match is None:
                assert not line.strip(), f"line {number} is not a line of a transcript: {line}"
                continue
            name, arrow, rest = match.groups()
            try:
                await (self._act if arrow == ">" else self._expect)(name, rest.strip())
            except (AssertionError, LookupError) as problem:
                said = "\n".join(self.said)
                raise AssertionError(f"line {number}: {line.strip()}\n{problem}\n--- said:\n{said}") from None

    @property
    def typed(self) -> list[str]:
        """All that people have said, as they said it."""
        return [line.partition("> ")[2].strip("[]") for line in self.said if re.match(r"\w+> ", line)]

    async def _act(self, name: str, rest: str) -> None:
        player = self.players[name]
        self.said.append(f"{name}> {rest}")
        if label := re.fullmatch(r"\[([^\]]+)\]", rest):
            await player.takes(label[1])
        elif rest == "(picture)":
            await player.shows(picture())
        else:
            await player.types(rest)

    async def _expect(self, name: str, wanted: str) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            message = await self.players[name].sees()
            if message is None:
                continue
            self.said.append(f"{name}< {message.words} {list(message.labels)}")
            if fits(message, wanted):
                return
        raise AssertionError(f"never came: {wanted!r}")

    async def comes_to_keep(self, name: str, wanted: list[str]) -> None:
        """Wait until exactly this is left in somebody's conversation."""
        until, kept = time.monotonic() + PATIENCE, await self.players[name].keeps()
        while kept != wanted and time.monotonic() < until:
            await asyncio.sleep(0.1)
            kept = await self.players[name].keeps()
        assert kept == wanted


def fits(seen: Seen, wanted: str) -> bool:
    """Whether a message contains the pieces in order and offers the labels."""
    rest = seen.words
    for piece in filter(None, (piece.strip() for piece in re.split(r"\.\.\.|\[[^\]]+\]", wanted))):
        if piece not in rest:
            return False
        rest = rest.partition(piece)[2]
    return all(label in seen.labels for label in LABEL.findall(wanted))
