"""Shipments as events, each with a transaction id of its own, so that a repeated send is never a second message."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Collection
from dataclasses import replace
from typing import TypeVar
from weakref import WeakValueDictionary

from bot.adapters.matrix.doorman import Doorman
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.sending.compose import Content, Hints, attachment, edit, marked, messages
from bot.adapters.matrix.sending.media import Media
from bot.adapters.matrix.wire.homeserver import Reply, Weather, path
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.untrusted import string
from bot.adapters.matrix.wire.verdicts import before_sending, of_reply, of_weather
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict
from bot.core.messages import FileRef, Receipt, Shipment

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
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def ship(self, shipment: Shipment) -> Receipt:
        """Send what the network does not have yet. Raises DeliveryProblem with the parts it has. One at a time in a
        room, so that its parts stay together and in order.
        """
        async with self._turns.setdefault(shipment.address, asyncio.Lock()):
            if not shipment.edits:
                return await self._send(shipment)
            if shipment.outgoing.withdrawn:
                return await self._withdraw(shipment)
            if not shipment.outgoing.text.strip():
                return Receipt(shipment.edits)  # choices are words here: they cannot be taken away
            return await self._replace(shipment)

    async def _send(self, shipment: Shipment) -> Receipt:
        """The words, then the files, each an event of its own."""
        refs = list(shipment.refs)
        try:
            texts = await self._texts(shipment)
            files = shipment.outgoing.files
            for step in range(len(refs), len(texts) + len(files)):
                content = texts[step] if step < len(texts) else await self._file(shipment, files[step - len(texts)])
                refs.append(await self._put(shipment, step, content))  # one by one: a later part may fail
        except DeliveryProblem as problem:
            problem.refs = tuple(refs)
            raise
        return Receipt(tuple(refs), self._media.fresh())

    async def _replace(self, shipment: Shipment) -> Receipt:
        """Edit the words, which come before the files. Made again after weather, its transaction ids make it one."""
        texts = await self._texts(shipment)
        at = max(0, len(shipment.edits) - len(shipment.outgoing.files))
        words, files = shipment.edits[:at], shipment.edits[at:]
        refs = [
            await self._put(shipment, step, content, words[step] if step < at else "")
            for step, content in enumerate(texts)
        ]
        for step in range(len(texts), at):
            await self._redact(shipment, step)
        return Receipt((*refs, *files))

    async def _withdraw(self, shipment: Shipment) -> Receipt:
        for step in range(len(shipment.edits)):
            await self._redact(shipment, step)
        return Receipt(shipment.edits)

    async def _texts(self, shipment: Shipment) -> list[Content]:
        notice = await self._asked_encrypted(shipment)
        outgoing = replace(shipment.outgoing, text=marked(shipment.outgoing.text, self._commands))
        return list(messages(outgoing, shipment.language, self._hints, notice=notice))

    async def _file(self, shipment: Shipment, file: FileRef) -> Content:
        stored = await _prepared(self._media.upload(file, shipment))
        return attachment(file, stored.uri, stored.size)

    async def _asked_encrypted(self, shipment: Shipment) -> bool:
        """Whether this is the plain notice an encrypted room gets, which says that the bot cannot read there. Anything
        else must not leave unencrypted: REFUSED.
        """
        if not await _prepared(self._rooms.encrypted(shipment.address)):
            return False
        if not shipment.outgoing.unencrypted:
            raise DeliveryProblem(Verdict.REFUSED, "the room is encrypted")
        return True

    async def _put(self, shipment: Shipment, step: int, content: Content, original: str = "") -> str:
        """Send one part; its ref. An edited part keeps the ref of the original, which is what people react to."""
        where = path("rooms", shipment.address, "send", "m.room.message", self._transaction(shipment, step))
        reply = await self._request(where, edit(content, original) if original else content)
        if not reply.ok:
            raise await self._refusal(shipment.address, reply)
        ref = string(reply.body.get("event_id"))
        if not ref:
            raise DeliveryProblem(Verdict.UNCERTAIN, "an answer without an event id")
        self._rooms.own.put(ref, None)
        return original or ref

    async def _redact(self, shipment: Shipment, step: int) -> None:
        """Take a part back; what is gone already is gone. REFUSED where the bot is in the room and may not."""
        room, ref = shipment.address, shipment.edits[step]
        reply = await self._request(path("rooms", room, "redact", ref, self._transaction(shipment, step)), {})
        if reply.ok or reply.errcode == "M_NOT_FOUND":
            return
        if reply.errcode == "M_FORBIDDEN":
            self._rooms.changed(room)
            if await _prepared(self._rooms.members(room)):
                raise DeliveryProblem(Verdict.REFUSED, str(reply))
        raise await self._refusal(room, reply)

    async def _request(self, where: str, content: Content) -> Reply:
        try:
            return await self._session.call("PUT", where, content)
        except Weather as weather:
            raise of_weather(weather) from None
        except AccountProblem as problem:
            raise DeliveryProblem(Verdict.ACCOUNT, str(problem)) from None

    async def _refusal(self, room: str, reply: Reply) -> DeliveryProblem:
        """Why; MOVED where a room that lets nobody speak any more was replaced, and the bot is in the new one."""
        problem = of_reply(reply)
        if problem.verdict is Verdict.UNREACHABLE:
            successor = await _prepared(self._rooms.successor(room))
            if (
                successor
                and await self._doorman.enter(successor, "")
                and await _prepared(self._rooms.replaces(successor, room))
            ):
                return DeliveryProblem(Verdict.MOVED, problem.detail, moved_to=successor)
        return problem

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
