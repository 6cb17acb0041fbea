"""Sends and edits messages through the Bot API, part by part; receives nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from telegram.error import TelegramError

from bot.adapters.telegram.problems import delivery_problem
from bot.adapters.telegram.quiet import QuietBot
from bot.adapters.telegram.sending.calls import refs, words
from bot.adapters.telegram.sending.changes import Changes
from bot.adapters.telegram.sending.files import Files
from bot.adapters.telegram.sending.groups import GroupPace
from bot.adapters.telegram.translate.outgoing import Part, message
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Receipt, Shipment

FREE_RATE = 30.0
"""Messages a second that cost nothing; above, `allow_paid_broadcast` is needed (Bot API, sendMessage): 0.1 Stars each,
for bots with 100,000 Stars and 100,000 users a month.
"""


class Sender:
    """One bot's outgoing side. Whatever goes wrong is raised as DeliveryProblem with the parts that did go through.

    `rate` is the configured speed of unasked messages per second: those above FREE_RATE are paid for.
    """

    def __init__(self, bot: QuietBot, rate: float = FREE_RATE, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._paid = rate > FREE_RATE
        self._files = Files(bot)
        self._changes = Changes(bot)
        self._groups = GroupPace(monotonic)

    async def send(self, shipment: Shipment) -> Receipt:
        """Send what the network does not have yet, or change what it has where `edits` is set."""
        chat = _chat(shipment.address)
        if not shipment.edits:
            sent = await self._parts(chat, shipment, message(shipment.outgoing), shipment.refs)
            return Receipt(sent, self._files.fresh())
        if shipment.outgoing.withdrawn:
            await self._changes.withdraw(chat, shipment.edits)
        elif not shipment.outgoing.text:
            await self._changes.close(chat, shipment.edits[-1])
        else:
            return await self._replace(chat, shipment)
        return Receipt(shipment.edits)

    async def _replace(self, chat: int, shipment: Shipment) -> Receipt:
        left, more = await self._changes.replace(chat, shipment.outgoing, shipment.edits)
        try:
            new = await self._parts(chat, shipment, more, shipment.refs[len(left) :])
        except DeliveryProblem as problem:
            problem.refs = (*left, *problem.refs)
            raise
        return Receipt((*left, *new), self._files.fresh())

    async def _parts(
        self, chat: int, shipment: Shipment, parts: Sequence[Part], had: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The refs of all parts, those Telegram `had` already among them; each part was sent whole or not at all."""
        found = had
        at = 0
        for part in parts:
            at += part.messages
            if at > len(had):
                found = (*found, *await self._part(chat, shipment, part, found))
        return found

    async def _part(self, chat: int, shipment: Shipment, part: Part, before: tuple[str, ...]) -> tuple[str, ...]:
        self._keep_pace(chat, part, before)
        given: dict[str, object] = {"chat_id": chat}
        if self._paid and shipment.unasked:
            given["allow_paid_broadcast"] = True
        try:
            if part.files:
                return await self._files.send(part, given, shipment)
            given |= {**words(part.html), "reply_markup": part.keyboard}
            return refs(await self._bot.call("sendMessage", given))
        except TelegramError as error:
            problem = delivery_problem(error, refs=before)
            problem.alone = chat < 0
            raise problem from None
        except DeliveryProblem as problem:
            problem.refs = before
            raise

    def _keep_pace(self, chat: int, part: Part, before: tuple[str, ...]) -> None:
        wait = self._groups.wait(chat, part.messages) if chat < 0 else 0.0
        if wait > 0:
            detail = "a group takes 20 messages a minute"
            raise DeliveryProblem(Verdict.THROTTLED, detail, retry_after=wait, refs=before, alone=True)


def _chat(address: str) -> int:
    try:
        return int(address)
    except ValueError:
        raise DeliveryProblem(Verdict.REFUSED, "not the number of a Telegram chat") from None
