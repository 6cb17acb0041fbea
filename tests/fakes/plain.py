"""The simplest fake network: nothing is translated, so it shows the core as it is. A model for the others."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from bot.core.messages import Attachment, Incoming, Kind, Outgoing, Press, Receipt, Shipment
from bot.core.transport import Abilities
from bot.core.words.markup import parse, plain
from tests.stage import Seen, loaded

EVENTS = count(1)


@dataclass
class PlainSeat:
    account: str
    address: str
    inbox: deque[Seen] = field(default_factory=deque)
    got: list[tuple[str, Outgoing]] = field(default_factory=list)
    picture: bytes = b""

    def _incoming(self, kind: Kind, **more: object) -> Incoming:
        number = next(EVENTS)
        return Incoming(
            self.account,
            f"event:{number}",
            self.address,
            self.address,
            kind,
            datetime.now(UTC),
            position=number,
            language="de",
            **more,
        )

    def types(self, words: str) -> Incoming:
        return self._incoming(Kind.TEXT, text=words)

    def takes(self, label: str) -> Incoming:
        for ref, outgoing in reversed(self.got):
            for choice in outgoing.choices:
                if choice.label == label:
                    return self._incoming(Kind.PRESS, press=Press(choice.token, ref))
        raise LookupError(f"[{label}] was not offered; newest: {self.got[-1][1].choices if self.got else ()}")

    def shows(self, content: bytes) -> Incoming:
        self.picture = content
        return self._incoming(Kind.PICTURE, attachment=Attachment("picture", "image/png", "", len(content)))

    def sends(self, what: str) -> Incoming:
        return self._incoming(Kind.UNSUPPORTED, text=what)

    def edits(self, words: str) -> Incoming:
        return self._incoming(Kind.EDIT, text=words)

    def fetch(self, incoming: Incoming) -> bytes:
        return self.picture

    def receives(self, shipment: Shipment) -> Receipt:
        if shipment.edits:
            self.got = [(ref, shipment.outgoing if ref == shipment.edits[0] else old) for ref, old in self.got]
            return Receipt(shipment.edits)
        self.got.append((str(shipment.id), shipment.outgoing))
        labels = tuple(choice.label for choice in shipment.outgoing.choices)
        self.inbox.append(Seen(plain(parse(shipment.outgoing.text)), labels, loaded(shipment)))
        return Receipt((str(shipment.id),))

    def seen(self) -> Seen | None:
        return self.inbox.popleft() if self.inbox else None


class FakePlain:
    """A network without any form of its own."""

    account = "plain:test"
    abilities = Abilities(closes_questions=True)

    def seat(self, name: str) -> PlainSeat:
        return PlainSeat(self.account, f"address-of-{name}")
