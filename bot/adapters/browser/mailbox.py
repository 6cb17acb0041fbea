"""Where a page finds what it has missed: the messages already sent to its session, read from our own database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.adapters.browser.translate import ACCOUNT
from bot.core.messages import Shipment
from bot.core.ports import Store, Work
from bot.core.running.rounds import UNASKED

Mailbox = Callable[[str, int], Awaitable[Sequence[Shipment]]]
"""(address, after) -> what was sent to the session after this delivery id, oldest first; asked again until empty."""


@dataclass(frozen=True, slots=True)
class StoredMailbox:
    """The mailbox in the database; edits come as shipments of their own, after what they change."""

    store: Store
    account: str = ACCOUNT

    async def __call__(self, address: str, after: int) -> Sequence[Shipment]:
        """Up to one page (200) of what the session got after `after`."""
        return await self.store.read(lambda work: self._read(work, address, after))

    def _read(self, work: Work, address: str, after: int) -> Sequence[Shipment]:
        known = work.people.find(self.account, [address]).get(address)
        if known is None:
            return ()
        return [
            Shipment(number, address, sent.outgoing, sent.language, sent.refs, sent.edits, unasked=sent.lane in UNASKED)
            for number, sent in work.ledger.sent_to(known[1].id, after)
        ]
