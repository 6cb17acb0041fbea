"""A network made of plain Python for tests of the running parts: what arrives and how sending goes is scripted."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from bot.core.errors import AccountProblem, DeliveryProblem
from bot.core.messages import Attachment, Batch, Incoming, Kind, Outgoing, Receipt, Shipment
from bot.core.transport import Abilities

Behaviour = Callable[[Shipment], DeliveryProblem | None]


@dataclass
class Wire:
    """An account "wire:test". `behave` says for each shipment which problem to raise (None: it is taken).

    `accepted` counts what the network really has, per (address, text): losses and doubles are visible there.
    """

    abilities: Abilities = field(default_factory=Abilities)
    account: str = "wire:test"
    behave: Behaviour = lambda _shipment: None
    latency: float = 0.0
    opens_with: Exception | None = None
    weather: str = ""
    probed: int = 0
    sent: list[Shipment] = field(default_factory=list)
    accepted: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    confirmed: list[str] = field(default_factory=list)
    under_way: set[int] = field(default_factory=set)
    _arriving: asyncio.Queue[Batch | Exception | None] = field(default_factory=asyncio.Queue)
    _events: count[int] = field(default_factory=lambda: count(1))

    def arrives(self, *incoming: Incoming, cursor: str = "") -> None:
        self._arriving.put_nowait(Batch(incoming, cursor))

    def breaks(self, problem: AccountProblem) -> None:
        self._arriving.put_nowait(problem)

    def message(self, address: str, words: str, *, event: str = "", position: int = 0, **more: object) -> Incoming:
        number = next(self._events)
        return Incoming(
            self.account,
            event or f"event:{number}",
            address,
            address,
            more.pop("kind", Kind.TEXT),
            datetime.now(UTC),
            position=position or number,
            text=words,
            language="de",
            **more,
        )

    async def open(self) -> None:
        if self.opens_with is not None:
            raise self.opens_with

    async def batches(self, cursor: str) -> AsyncIterator[Batch]:
        while (batch := await self._arriving.get()) is not None:
            if isinstance(batch, Exception):
                raise batch
            yield batch
            self.confirmed += [incoming.event for incoming in batch.incoming]

    async def send(self, shipment: Shipment) -> Receipt:
        self.under_way.add(shipment.id)
        try:
            if self.latency:
                await asyncio.sleep(self.latency)
            problem = self.behave(shipment)
            if problem is not None:
                raise problem
            self.sent.append(shipment)
            self.accepted[shipment.address, shipment.outgoing.text] += 1
            return Receipt((f"ref:{shipment.id}",))
        finally:
            self.under_way.discard(shipment.id)

    async def probe(self) -> None:
        """Answered like a message to nobody."""
        self.probed += 1
        problem = self.behave(Shipment(0, "", Outgoing("")))
        if problem is not None:
            raise problem

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        return b""[:limit]

    async def close(self) -> None:
        self._arriving.put_nowait(None)
