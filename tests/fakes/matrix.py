"""A Matrix room without a server: events and messages pass through the adapter's own translation, both ways."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from itertools import count

from bot.adapters.matrix.receiving.addressing import Me
from bot.adapters.matrix.receiving.translate import Scene, read_event, translate
from bot.adapters.matrix.sending.compose import Content, attachment, messages
from bot.adapters.matrix.transport import ABILITIES, account_of
from bot.core.messages import Incoming, Receipt, Shipment
from tests.stage import Seen, loaded

BOT = "@bot:fake.example"
NUMBERED = re.compile(r"<li>(.*?)</li>")
WORDED = re.compile(r"<p>Auch: (.*)</p>\Z")
TEN = "\U0001f51f"
EVENTS = count(1)

OTHER: Mapping[str, tuple[str, dict[str, object]]] = {
    "sticker": ("m.sticker", {"body": "Ein Baum", "url": "mxc://fake.example/baum", "info": {}}),
    "voice": ("m.room.message", {"msgtype": "m.audio", "body": "a.ogg", "org.matrix.msc3245.voice": {}}),
    "audio": ("m.room.message", {"msgtype": "m.audio", "body": "a.ogg"}),
    "video": ("m.room.message", {"msgtype": "m.video", "body": "a.mp4"}),
    "file": ("m.room.message", {"msgtype": "m.file", "body": "a.pdf"}),
    "location": ("m.room.message", {"msgtype": "m.location", "body": "hier", "geo_uri": "geo:47.6,7.6"}),
    "poll": ("org.matrix.msc3381.poll.start", {"org.matrix.msc1767.text": "Wann?"}),
}


def hints(key: str, language: str) -> str:
    """The connecting words; their real texts are in config/locales/*/matrix.ftl."""
    assert language
    return {"matrix-choose": "Eine Zahl genügt.", "matrix-words": "Auch:"}[key]


@dataclass
class Delivered:
    """One message in the room: its event, and what could be chosen below it."""

    ref: str
    numbered: tuple[str, ...] = ()
    worded: tuple[str, ...] = ()


@dataclass
class MatrixSeat:
    """A person in a direct room with the bot."""

    account: str
    room: str
    user: str
    inbox: deque[Seen] = field(default_factory=deque)
    got: list[Delivered] = field(default_factory=list)
    picture: bytes = b""
    typed: str = ""

    def types(self, words: str) -> Incoming:
        incoming = self._event("m.room.message", {"msgtype": "m.text", "body": words})
        self.typed = incoming.event
        return incoming

    def takes(self, label: str) -> Incoming:
        """Numbered choices by reaction, others in words: as people here have to."""
        for message in reversed(self.got):
            if label in message.numbered:
                return self._reacts(message.ref, message.numbered.index(label) + 1)
            if label in message.worded:
                return self.types(label)
        newest = self.got[-1] if self.got else None
        raise LookupError(f"[{label}] was not offered; newest: {newest}")

    def shows(self, content: bytes) -> Incoming:
        self.picture = content
        info = {"mimetype": "image/png", "size": len(content)}
        picture = {"msgtype": "m.image", "body": "bild.png", "url": "mxc://fake.example/bild", "info": info}
        return self._event("m.room.message", picture)

    def sends(self, what: str) -> Incoming:
        return self._event(*OTHER[what])

    def edits(self, words: str) -> Incoming:
        renewed = {"msgtype": "m.text", "body": words}
        relation = {"rel_type": "m.replace", "event_id": self.typed}
        content = {"msgtype": "m.text", "body": f"* {words}", "m.new_content": renewed, "m.relates_to": relation}
        return self._event("m.room.message", content)

    def fetch(self, incoming: Incoming) -> bytes:
        assert incoming.attachment is not None
        assert incoming.attachment.ref == "mxc://fake.example/bild"
        return self.picture

    def receives(self, shipment: Shipment) -> Receipt:
        if shipment.edits:
            return self._changed(shipment)
        contents, files = list(messages(shipment.outgoing, shipment.language, hints)), loaded(shipment)
        words = "\n\n".join(str(content["body"]) for content in contents)
        for file, content in zip(shipment.outgoing.files, files, strict=True):
            contents.append(attachment(file, f"mxc://fake.example/{file.id}", len(content)))
        put = [self._put(f"${next(EVENTS)}", content) for content in contents]
        labels = (*(label for one in put for label in one.numbered), *(label for one in put for label in one.worded))
        self.inbox.append(Seen(words, labels, files))
        return Receipt(tuple(one.ref for one in put))

    def _changed(self, shipment: Shipment) -> Receipt:
        outgoing = shipment.outgoing
        if outgoing.withdrawn:
            self.got = [one for one in self.got if one.ref not in shipment.edits]
        elif outgoing.text.strip():
            contents = messages(outgoing, shipment.language, hints)
            words = shipment.edits[: len(shipment.edits) - len(outgoing.files)]
            for ref, content in zip(words, contents, strict=False):
                self._put(ref, content)
        return Receipt(shipment.edits)

    def seen(self) -> Seen | None:
        return self.inbox.popleft() if self.inbox else None

    def _put(self, ref: str, content: Content) -> Delivered:
        """Show a message, in place of the earlier one if it is an edit."""
        html = str(content.get("formatted_body", ""))
        worded = WORDED.search(html)
        words = tuple(unescape(worded[1]).split(", ")) if worded else ()
        listed = html.partition("<ol>")[2].partition("</ol>")[0]
        numbers = tuple(unescape(label) for label in NUMBERED.findall(listed))
        message = Delivered(ref, numbers, words)
        places = [at for at, earlier in enumerate(self.got) if earlier.ref == ref]
        for at in places:
            self.got[at] = message
        if not places:
            self.got.append(message)
        return message

    def _reacts(self, ref: str, number: int) -> Incoming:
        if number > 10:
            return self.types(str(number))
        key = TEN if number == 10 else f"{number}\ufe0f\u20e3"
        return self._event("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": ref, "key": key}})

    def _event(self, kind: str, content: Mapping[str, object]) -> Incoming:
        now = datetime.now(UTC)
        source = {
            "type": kind,
            "event_id": f"${next(EVENTS)}",
            "sender": self.user,
            "origin_server_ts": int(now.timestamp() * 1000),
            "content": dict(content),
        }
        scene = Scene(self.room, private=True, me=Me(self.account, BOT, "Unterhaken"), now=now)
        incoming = translate(read_event(source), scene)
        assert incoming is not None, f"the adapter passes this over: {kind}"
        return incoming


class FakeMatrix:
    """One bot on a homeserver that does not exist."""

    account = account_of(BOT)
    abilities = ABILITIES

    def seat(self, name: str) -> MatrixSeat:
        return MatrixSeat(self.account, f"!{name}:fake.example", f"@{name}:fake.example")
