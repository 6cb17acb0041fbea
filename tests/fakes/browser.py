"""The browser in memory: what our page does with frames, through the adapter's own translation both ways."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import count

from bot.adapters.browser import ACCOUNT, BrowserTransport, translate
from bot.adapters.browser.translate import Visitor
from bot.core.messages import FileRef, Incoming, Kind, Receipt, Shipment
from bot.core.ports import Clock
from bot.core.transport import Abilities
from tests.stage import Seen, StageClock, loaded

EVENTS = count(1)
BREAKS = {"p": "\n\n", "ul": "\n\n", "blockquote": "\n\n> ", "li": "\n- ", "br": "\n"}


class Words(HTMLParser):
    """What a person reads of a message's HTML; links with their address in brackets, as the other fakes show them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self._links = "", list[tuple[str, int]]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.text += BREAKS.get(tag, "")
        if tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            url, start = self._links.pop()
            if self.text[start:] != url:
                self.text += f" ({url})"

    def handle_data(self, data: str) -> None:
        self.text += data


@dataclass
class BrowserSeat:
    """A page with its transcript."""

    visitor: Visitor
    inbox: deque[Seen] = field(default_factory=deque)
    messages: dict[int, dict[str, object]] = field(default_factory=dict)
    picture: bytes = b""

    def types(self, words: str) -> Incoming:
        return self._says(type="text", text=words)

    def takes(self, label: str) -> Incoming:
        for number, message in reversed(self.messages.items()):
            for choice in message["choices"]:
                if choice["label"] == label:
                    return self._says(type="press", token=choice["token"], ref=str(number))
        newest = [choice["label"] for message in list(self.messages.values())[-1:] for choice in message["choices"]]
        raise LookupError(f"[{label}] was not offered; newest: {newest}")

    def shows(self, content: bytes) -> Incoming:
        self.picture = content
        return self._says(type="picture", upload="upload", mime="image/png", name="bild.png", text="")

    def sends(self, what: str) -> Incoming:
        return self._impossible(Kind.UNSUPPORTED, what)

    def edits(self, words: str) -> Incoming:
        return self._impossible(Kind.EDIT, words)

    def fetch(self, incoming: Incoming) -> bytes:
        assert incoming.attachment is not None
        assert incoming.attachment.ref == "upload"
        return self.picture

    def receives(self, shipment: Shipment) -> Receipt:
        frame = json.loads(translate.write(shipment, _file_url))
        if frame["type"] == "edit":
            known = self.messages.get(frame["of"])
            if known is not None:
                known.update({"choices": []} if frame["closes"] else frame)
            return Receipt(shipment.edits)
        self.messages[frame["id"]] = frame
        labels = tuple(choice["label"] for choice in frame["choices"])
        self.inbox.append(Seen(Words(frame["html"]).text.strip(), labels, loaded(shipment)))
        return Receipt((str(shipment.id),))

    def seen(self) -> Seen | None:
        return self.inbox.popleft() if self.inbox else None

    def _says(self, **frame: str) -> Incoming:
        spoken = json.dumps({"event": f"event-{next(EVENTS)}", **frame})
        return translate.read(spoken, self.visitor, datetime.now(UTC))[1]

    def _impossible(self, kind: Kind, words: str) -> Incoming:
        """A page has no stickers and edits nothing; shown all the same, so that transcripts need no exceptions."""
        event = f"{self.visitor.address}:event-{next(EVENTS)}"
        address = self.visitor.address
        return Incoming(ACCOUNT, event, address, address, kind, datetime.now(UTC), text=words, language="de")


class FakeBrowser:
    """The account "browser:web" without sockets."""

    def __init__(self, clock: Clock | None = None) -> None:
        transport = BrowserTransport(_no_mailbox, b"key", clock or StageClock())
        self.account: str = transport.account
        self.abilities: Abilities = transport.abilities

    def seat(self, name: str) -> BrowserSeat:
        return BrowserSeat(Visitor(self.account, f"session-of-{name}", "de"))


def _file_url(file: FileRef) -> str:
    return f"/chat/datei/{file.id}"


async def _no_mailbox(address: str, after: int) -> tuple[Shipment, ...]:
    raise AssertionError(f"{address} asks after {after}, but there are no pages here")
