"""The fake Bot API server as tests use it: starts the process, plays people, orders faults, looks at what was sent.

with FakeApi() as api:
    anna = api.user(1001)
    anna.types("/start")
    assert "Guten Tag" in (await anna.sees()).words
    anna.presses("Mitmachen")
"""

from __future__ import annotations

import asyncio
import base64
import http.client
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
TOKEN = "4242:FAKE-token-for-tests"
PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a person sees it now. `html` is what was sent, `words` what is shown, `at` the server's clock."""

    ref: int
    words: str
    html: str
    buttons: tuple[tuple[str, str], ...]
    rows: tuple[int, ...]
    file_id: str
    edits: int
    deleted: bool
    at: float
    album: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for label, _ in self.buttons)


class FakeApi:
    """One server process. `url` is what the bot gets as its API address."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.url = ""
        self._control = 0
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> Self:
        command = [sys.executable, "-m", "tests.fakeapi", "--port", "0"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        port, control = self._process.stdout.readline().split()
        self.url, self._control = f"http://127.0.0.1:{port}", int(control)
        return self

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(PATIENCE)
            assert process.stdout is not None
            process.stdout.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def bot(self, token: str) -> FakeApi:
        """The same server seen by another bot. Only the first one starts and stops it."""
        other = FakeApi(token)
        other.url, other._control = self.url, self._control
        return other

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def control(self, action: str, **given: object) -> Any:
        """One call of the control interface; AssertionError with the server's words if it did not like it."""
        connection = http.client.HTTPConnection("127.0.0.1", self._control, timeout=60)
        try:
            connection.request("POST", f"/control/{action}", json.dumps({"token": self.token, **given}))
            answer = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        assert "problem" not in answer, answer
        return answer["result"]

    def user(self, chat: int, name: str = "Anna", language: str = "de") -> FakeUser:
        """A person in a private conversation with the bot."""
        return FakeUser(self, chat, name, language)

    def fault(self, kind: str, **given: object) -> None:
        """Order a fault (see Fault in server/faults.py)."""
        self.control("fault", kind=kind, **given)

    def counts(self) -> dict[str, Any]:
        """Messages per chat, updates made, calls per method, complaints about our calls, and more."""
        found: dict[str, Any] = self.control("counts")
        return found


@dataclass
class FakeUser:
    """One person. Messages are seen one after the other; `now` shows a message as it is at this moment."""

    api: FakeApi
    chat: int
    name: str = "Anna"
    language: str = "de"
    looked_at: int = 0
    said: list[int] = field(default_factory=list)

    def _says(self, **given: object) -> int:
        person = {"chat": self.chat, "name": self.name, "language": self.language}
        answer = self.api.control("says", **{**person, **given})
        self.said.append(answer["message_id"])
        return int(answer["update_id"])

    def types(self, words: str) -> int:
        """Returns the update's id."""
        return self._says(text=words)

    def edits(self, words: str) -> int:
        """Change the wording of the last message."""
        return self._says(text=words, edits=self.said[-1])

    def shows(self, content: bytes, caption: str = "", claimed: int | None = None) -> int:
        """Send a photo; `claimed` is a size that lies."""
        lie = {} if claimed is None else {"claimed": claimed}
        return self._says(photo=base64.b64encode(content).decode(), caption=caption, **lie)

    def sends(self, content: str) -> int:
        """Something unusable by its name in server/updates.py."""
        return self._says(content=content)

    def presses(self, label: str) -> int:
        """Press the button with this label under the newest message that has one."""
        for shown in reversed(self.all()):
            for text, data in shown.buttons:
                if text == label:
                    return self.presses_data(shown.ref, data)
        raise LookupError(f"[{label}] is not offered; newest: {[shown.labels for shown in self.all()[-2:]]}")

    def presses_data(self, ref: int, data: str) -> int:
        given = {"chat": self.chat, "name": self.name, "language": self.language, "message_id": ref, "data": data}
        return int(self.api.control("presses", **given))

    def blocks(self) -> None:
        self.api.control("membership", chat=self.chat, old="member", new="kicked")

    def unblocks(self) -> None:
        self.api.control("membership", chat=self.chat, old="kicked", new="member")

    def all(self) -> list[Shown]:
        """Every message of the bot's to this person, as it is now."""
        return [_shown(one) for one in self.api.control("sent", chat=self.chat)]

    async def sees(self, seconds: float = PATIENCE) -> Shown:
        """The next message not looked at yet; AssertionError if none comes in time."""
        found = await asyncio.to_thread(self.api.control, "next", chat=self.chat, after=self.looked_at, seconds=seconds)
        assert found, f"no message to {self.chat} within {seconds} s"
        self.looked_at += 1
        return _shown(found[0])


async def until(holds: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait for something to become true; AssertionError if it does not in time."""
    for _ in range(int(seconds / 0.01)):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"did not happen within {seconds} s")


def _shown(message: dict[str, Any]) -> Shown:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    file = message.get("document") or (message.get("photo") or [{}])[-1]
    return Shown(
        ref=message["message_id"],
        words=message.get("text") or message.get("caption") or "",
        html=message.get("html", ""),
        buttons=tuple((button["text"], button.get("callback_data", "")) for row in rows for button in row),
        rows=tuple(len(row) for row in rows),
        file_id=file.get("file_id", ""),
        edits=message.get("edits", 0),
        deleted=message.get("deleted", False),
        at=message["at"],
        album=message.get("media_group_id", ""),
    )
