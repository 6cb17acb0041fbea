"""The small contract every network fulfils. The contract suite in tests/contracts runs over all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.messages import Attachment, Batch, Receipt, Shipment


def whole(words: str) -> Sequence[str]:
    """Not cut at all."""
    return (words,)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a network can do, as far as the core must know.

    `rate` is unasked messages per second for the whole account (0 = no limit of its own); `in_flight` how many
    sends may be under way at once; `idempotent_for` seconds during which the same shipment id is never sent twice
    (0 = never safe to repeat); `closes_questions` whether an answered question's message is edited to lose its buttons;
    `comes_with_start` whether whoever comes or comes back sends /start by themselves, so that nobody is greeted twice.

    For rehearsals: where the account has no limit of its own, `usual_rate` is what such a network takes a second
    unless its operator has lifted it (0 = not known).

    For previews and rehearsals, what becomes of a message (0 = no bound): words longer than `text_most` UTF-16 units go
    out in several parts; words up to `caption_most` stand under a picture, longer ones in a message of their own; up
    to `files_most` pictures are shown together; a file larger than `file_bytes_most`, or a picture larger than
    `picture_bytes_most`, is refused. `cut` takes words apart just as they are sent (Markdown subset in and out; of a
    part's styles nothing need be left).
    """

    rate: float = 0.0
    in_flight: int = 16
    idempotent_for: float = 0.0
    closes_questions: bool = False
    comes_with_start: bool = False
    usual_rate: float = 0.0
    text_most: int = 0
    caption_most: int = 0
    files_most: int = 0
    file_bytes_most: int = 0
    picture_bytes_most: int = 0
    cut: Callable[[str], Sequence[str]] = whole


class Transport(Protocol):
    """One account on one network. Adapters translate (pure functions) and do I/O; they know nothing of dialogues."""

    @property
    def account(self) -> str:
        """The account's id: the network's name, and after a colon who we are there: "telegram:12345",
        "matrix:@bot:example.org".
        """
        ...

    @property
    def abilities(self) -> Abilities: ...

    @property
    def weather(self) -> str:
        """What has kept the account from receiving for about half a minute, safe to show; "" while all is well."""
        ...

    async def open(self) -> None:
        """Connect and prove the login. Raises AccountProblem (somebody must mend it) or DeliveryProblem(UNSENT) (try
        again).
        """
        ...

    def batches(self, cursor: str) -> AsyncIterator[Batch]:
        """What arrives, from `cursor` on ("" = first start). Asking for the next batch confirms that the last one is
        committed.

        Handles its own back-off on weather; raises AccountProblem when only a human can help. Ends when closed.
        """
        ...

    async def send(self, shipment: Shipment) -> Receipt:
        """Send or edit one message, all its parts. Raises DeliveryProblem and nothing else."""
        ...

    async def probe(self) -> None:
        """Ask the network something that changes nothing. Raises DeliveryProblem while it does not answer."""
        ...

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        """The attachment's bytes, at most `limit`. Raises DeliveryProblem: REFUSED if larger or gone, UNSENT on
        weather.
        """
        ...

    async def close(self) -> None:
        """End receiving and drop connections. Safe to call twice."""
        ...
