"""What counts as a network that does not answer, and what does not. (How it holds and lets go: test_sending.py.)"""

from __future__ import annotations

import asyncio

from bot.core.messages import FileRef, Outgoing, Receipt, Shipment
from bot.core.ports import State
from tests.simulated import Sending, simulate
from tests.wire import Wire


class LoadingWire(Wire):
    """Reads every file before it sends, as the real ones do with what the network does not have yet."""

    async def send(self, shipment: Shipment) -> Receipt:
        for file in shipment.outgoing.files:
            await shipment.load(file)
        return await super().send(shipment)


def test_files_that_our_own_database_does_not_give_are_no_trouble_of_the_network():
    """The network was not even asked: nobody is alarmed about it, other messages go on, and these are tried again."""

    async def scene():
        wire = LoadingWire()
        async with Sending(wire) as sending:  # whose database answers no read
            for number in range(20):
                sending.queue(1, outgoing=Outgoing("picture", files=(FileRef(number, "a.jpg", "image/jpeg"),)))
            await asyncio.sleep(5)
            sending.queue(20)
            await asyncio.sleep(5)
            assert sending.told == []
            assert sending.sent() == 20
            assert sending.ledger.count(State.QUEUED) == 20

    simulate(scene)
