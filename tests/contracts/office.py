"""The post office of the ledger's contracts: a leased account with people, in short words."""

from __future__ import annotations

from bot.core.messages import Outgoing
from bot.core.ports import Lane, Settlement, State

ACCOUNT = "telegram:1"


class Post:
    """A leased account with people, and short words for what a dispatcher does."""

    def __init__(self, store, clock) -> None:
        self.store, self.clock, self.fence = store, clock, 0

    async def meet(self, address: str, language: str = "de", account: str = ACCOUNT) -> tuple[int, int]:
        person, contact = await self.store.transact(
            lambda work: work.people.meet(account, address, language, self.clock.now())
        )
        return person.id, contact.id

    async def add(self, contact: int, text: str, lane: Lane = Lane.REPLY, **more: object) -> None:
        outgoing = text if isinstance(text, Outgoing) else Outgoing(text)
        await self.store.transact(lambda work: work.ledger.add(contact, outgoing, lane, self.clock.now(), **more))

    async def claim(self, *lanes: Lane, limit: int = 100, busy: tuple[int, ...] = (), fence: int | None = None):
        wanted, proof = lanes or tuple(Lane), self.fence if fence is None else fence
        return await self.store.transact(
            lambda work: work.ledger.claim(ACCOUNT, proof, wanted, limit, busy, self.clock.now())
        )

    async def settle(self, delivery, state: State = State.SENT, **more: object) -> None:
        settlement = Settlement(delivery.id, delivery.contact, state, **more)
        await self.store.transact(lambda work: work.ledger.settle([settlement], self.clock.now()))

    async def drain(self) -> list[str]:
        """Send everything that is due; the texts in order."""
        sent = []
        while rows := await self.claim(limit=1):
            sent.append(rows[0].outgoing.text)
            await self.settle(rows[0], refs=(str(rows[0].id),))
        return sent

    async def tally(self):
        return {state: count for (_, state), count in (await self.store.read(lambda work: work.ledger.tally())).items()}
