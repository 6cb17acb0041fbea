"""Shipments as events, each with a transaction id of its own, so that a repeated send is never a second message."""

from __future__ import annotations

from collections.abc import Awaitable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from bot.adapters.matrix.doorman import Doorman
from bot.adapters.matrix.recent import Recent
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.sending.compose import Content, Hints, attachment, edit, marked, messages
from bot.adapters.matrix.sending.media import Media
from bot.adapters.matrix.wire.homeserver import Weather, path
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.untrusted import string
from bot.adapters.matrix.wire.verdicts import before_sending, of_reply, of_weather
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict
from bot.core.messages import Receipt, Shipment

_NOTIFIED = 20_000
T = TypeVar("T")


class Shipper:
    """Sends and edits messages. `batch` tells the transaction ids of this database from those of another one."""

    def __init__(
        self,
        session: Session,
        rooms: Rooms,
        doorman: Doorman,
        *,
        media: Media,
        hints: Hints,
        batch: str,
        commands: Collection[str] = (),
    ) -> None:
        self._session = session
        self._rooms = rooms
        self._doorman = doorman
        self._media = media
        self._hints = hints
        self._commands = commands
        self._batch = batch
        self._noticed: Recent[int] = Recent(_NOTIFIED)

    async def ship(self, shipment: Shipment) -> Receipt:
        """Send what the network does not have yet. Raises DeliveryProblem with the parts it has."""
        if shipment.edits and not shipment.outgoing.text.strip():
            return Receipt(shipment.edits)  # choices are words here: they cannot be taken away
        refs = list(shipment.refs)
        try:
            contents = await self._contents(shipment)
            for step in range(len(refs), len(contents)):
                ref = await self._put(shipment, step, contents[step])
                refs.append(ref)  # one by one: a later part may fail
            for step in range(len(contents), len(shipment.edits)):
                await self._redact(shipment, step)
        except DeliveryProblem as problem:
            problem.refs = tuple(refs)
            raise
        return Receipt(tuple(refs))

    async def _contents(self, shipment: Shipment) -> list[Content]:
        notice = await self._asked_encrypted(shipment)
        outgoing = replace(shipment.outgoing, text=marked(shipment.outgoing.text, self._commands))
        if notice:
            outgoing = replace(outgoing, choices=())
        contents = list(messages(outgoing, shipment.language, self._hints, notice=notice))
        for file in outgoing.files:
            content = await shipment.load(file)
            uri = await _prepared(self._media.upload(file, content))
            contents.append(attachment(file, uri, len(content)))
        return contents

    async def _asked_encrypted(self, shipment: Shipment) -> bool:
        """Whether this is the one plain notice an encrypted room gets (per run), which says that the bot cannot read
        there. Anything else must not leave unencrypted: REFUSED.
        """
        if not await _prepared(self._rooms.encrypted(shipment.address)):
            return False
        first = self._noticed.get(shipment.address) in {None, shipment.id}
        if shipment.outgoing.files or shipment.edits or not first:
            raise DeliveryProblem(Verdict.REFUSED, "the room is encrypted")
        self._noticed.put(shipment.address, shipment.id)
        return True

    async def _put(self, shipment: Shipment, step: int, content: Content) -> str:
        """Send one part; its ref. An edited part keeps the ref of the original, which is what people react to."""
        original = shipment.edits[step] if step < len(shipment.edits) else ""
        where = path("rooms", shipment.address, "send", "m.room.message", self._transaction(shipment, step))
        body = await self._request(shipment, where, edit(content, original) if original else content)
        ref = string(body.get("event_id"))
        if not ref:
            raise DeliveryProblem(Verdict.UNCERTAIN, "an answer without an event id")
        self._rooms.own.put(ref, None)
        return original or ref

    async def _redact(self, shipment: Shipment, step: int) -> None:
        """Take back a part that the edited message no longer has."""
        ref = shipment.edits[step]
        where = path("rooms", shipment.address, "redact", ref, self._transaction(shipment, step))
        await self._request(shipment, where, {})

    async def _request(self, shipment: Shipment, where: str, content: Content) -> Mapping[str, object]:
        try:
            reply = await self._session.call("PUT", where, content)
        except Weather as weather:
            raise of_weather(weather) from None
        except AccountProblem as problem:
            raise DeliveryProblem(Verdict.ACCOUNT, str(problem)) from None
        if reply.ok:
            return reply.body
        refusal = of_reply(reply)
        if refusal.verdict is Verdict.UNREACHABLE:
            await self._follow(shipment.address, refusal)
        raise refusal

    async def _follow(self, room: str, problem: DeliveryProblem) -> None:
        """A room that lets nobody speak any more may have been replaced: raise MOVED if the bot is in the new one."""
        successor = await _prepared(self._rooms.successor(room))
        if successor and await self._doorman.enter(successor, ""):
            raise DeliveryProblem(Verdict.MOVED, problem.detail, moved_to=successor)

    def _transaction(self, shipment: Shipment, step: int) -> str:
        return f"{self._batch}{shipment.id}.{step}"


async def _prepared(work: Awaitable[T]) -> T:
    """What must be known or done before sending; if that fails, nothing has been sent."""
    try:
        return await work
    except Weather as weather:
        raise before_sending(of_weather(weather)) from None
    except AccountProblem as problem:
        raise DeliveryProblem(Verdict.ACCOUNT, str(problem)) from None
