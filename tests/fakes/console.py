"""The terminal in memory: typed lines in, printed lines out, through the adapter's own translation both ways."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import StringIO
from itertools import count

from bot.adapters.console import ConsoleTransport, translate
from bot.adapters.console.translate import Offered
from bot.core.messages import Incoming, Kind, Receipt, Shipment
from bot.core.transport import Abilities
from tests.stage import Seen, loaded

EVENTS = count(1)
WIDTH = 100
LOUD = re.compile(r"^ {0,2}(?:(\d+)|-)  +(\S.*)$", re.MULTILINE)
QUIET = re.compile(r"^console-also (.*)$", re.MULTILINE | re.DOTALL)


@dataclass
class ConsoleSeat:
    """Somebody at a terminal, who answers with the number before a choice, or with its words where it has none."""

    address: str
    inbox: deque[Seen] = field(default_factory=deque)
    offers: list[Offered] = field(default_factory=list)
    typed: list[dict[str, str]] = field(default_factory=list)  # label -> what to type
    picture: bytes = b""

    def types(self, words: str) -> Incoming:
        return self._line(words)

    def takes(self, label: str) -> Incoming:
        for age, printed in enumerate(reversed(self.typed)):
            if label in printed:
                return self._line(label if age else printed[label])
        raise LookupError(f"[{label}] was not offered; newest: {list(self.typed[-1]) if self.typed else ()}")

    def shows(self, content: bytes) -> Incoming:
        self.picture = content
        return self._line("@bild.png")

    def sends(self, what: str) -> Incoming:
        return replace(self._line(what), kind=Kind.UNSUPPORTED)  # a terminal has none; the core's answer is the same

    def edits(self, words: str) -> Incoming:
        return replace(self._line(words), kind=Kind.EDIT)

    def fetch(self, incoming: Incoming) -> bytes:
        assert incoming.attachment is not None
        assert incoming.attachment.ref == "bild.png"
        return self.picture

    def receives(self, shipment: Shipment) -> Receipt:
        if shipment.edits:
            return Receipt(shipment.edits)  # printed anew by the real one; transcripts look at new messages only
        printed = translate.write(shipment.outgoing, shipment.language, _hints, WIDTH, colour=False)
        without = translate.write(
            replace(shipment.outgoing, choices=()), shipment.language, _hints, WIDTH, colour=False
        )
        labels = _labels(printed.removeprefix(without))
        offer = translate.offered(str(shipment.id), shipment.outgoing)
        if offer is not None:
            self.offers.append(offer)
            self.typed.append(labels)
        self.inbox.append(Seen(" ".join(without.split()), tuple(labels), loaded(shipment)))
        return Receipt((str(shipment.id),))

    def seen(self) -> Seen | None:
        return self.inbox.popleft() if self.inbox else None

    def _line(self, line: str) -> Incoming:
        incoming = translate.read(line + "\n", f"run:{next(EVENTS)}", "de", datetime.now(UTC), self.offers)
        return replace(incoming, address=self.address, sender=self.address)


class FakeConsole:
    """Terminals, as many as a transcript has people (the real one has a single seat)."""

    def __init__(self) -> None:
        transport = ConsoleTransport(_hints, StringIO(), StringIO(), "de")
        self.account: str = transport.account
        self.abilities: Abilities = transport.abilities

    def seat(self, name: str) -> ConsoleSeat:
        return ConsoleSeat(f"terminal-of-{name}")


def _hints(key: str, language: str) -> str:
    assert language, f"{key} is asked for without a language"
    return key


def _labels(printed: str) -> dict[str, str]:
    quiet = QUIET.search(printed)
    labels = " ".join(quiet[1].split()).split(", ") if quiet else []
    loud = LOUD.findall(printed[: quiet.start()] if quiet else printed)
    return {label: number or label for number, label in loud} | {label: label for label in labels}
