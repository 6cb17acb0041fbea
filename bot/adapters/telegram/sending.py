"""Sends and edits messages through the Bot API, part by part; receives nothing."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable
from contextlib import suppress

from telegram import InputFile
from telegram.error import BadRequest, TelegramError

from bot.adapters.telegram.problems import NO_TEXT, STALE_FILE, UNCHANGED, delivery_problem, says
from bot.adapters.telegram.quiet import QuietBot
from bot.adapters.telegram.request import NoAnswer
from bot.adapters.telegram.translate.outgoing import Keyboard, Message, message
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import FileRef, Receipt, Shipment

KNOWN_FILES = 256
"""Files whose Telegram file_id is remembered in this process, so that a broadcast uploads its picture once."""

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
"""What Telegram shows as a photo; everything else goes as a document."""


class Sender:
    """One bot's outgoing side. Whatever goes wrong is raised as DeliveryProblem with the parts that did go through."""

    def __init__(self, bot: QuietBot) -> None:
        self._bot = bot
        self._files: OrderedDict[int, str] = OrderedDict()
        self._uploads: dict[int, asyncio.Lock] = {}

    async def send(self, shipment: Shipment) -> Receipt:
        """Send what the network does not have yet, or edit where `edits` is set."""
        chat = _chat(shipment.address)
        if shipment.edits and not shipment.outgoing.text:
            await self._edit(self._take_choices_away(chat, shipment.edits[-1]))
            return Receipt(shipment.edits)
        wanted = message(shipment.outgoing)
        if shipment.edits:
            return await self._replace(chat, shipment, wanted)
        return await self._send_from(chat, shipment, wanted, shipment.refs)

    # -- new messages ------------------------------------------------------------------------------------------------

    async def _send_from(self, chat: int, shipment: Shipment, wanted: Message, had: tuple[str, ...]) -> Receipt:
        refs = list(had)
        for at in range(len(had), len(wanted.parts)):
            try:
                sent = await self._part(chat, shipment, wanted, at)
            except TelegramError as error:
                raise delivery_problem(error, refs=tuple(refs)) from None
            refs.append(sent)
        return Receipt(tuple(refs))

    async def _part(self, chat: int, shipment: Shipment, wanted: Message, at: int) -> str:
        """The new message's ref."""
        text = wanted.parts[at]
        keyboard = wanted.keyboard if at == len(wanted.parts) - 1 else None
        if shipment.outgoing.files and at == 0:
            file = shipment.outgoing.files[0]
            return _ref(await self._file(chat, file, await shipment.load(file), text, keyboard))
        return _ref(await self._bot.call("sendMessage", {"chat_id": chat, **_text(text), "reply_markup": keyboard}))

    # -- files -------------------------------------------------------------------------------------------------------

    async def _file(self, chat: int, file: FileRef, content: bytes, caption: str, keyboard: Keyboard | None) -> object:
        """By the file_id of an earlier upload; the first upload holds the others back until there is one."""
        async with self._uploads.setdefault(file.id, asyncio.Lock()):
            known = self._files.get(file.id)
            if known is None:
                sent = await self._upload(chat, file, InputFile(content, file.name), caption, keyboard)
                if (told := _file_id(sent)) is not None:
                    self._remember(file.id, told)
                return sent
        try:
            return await self._upload(chat, file, known, caption, keyboard)
        except BadRequest as error:
            if not says(error, *STALE_FILE):
                raise
            self._files.pop(file.id, None)
            return await self._upload(chat, file, InputFile(content, file.name), caption, keyboard)

    async def _upload(
        self, chat: int, file: FileRef, what: InputFile | str, caption: str, keyboard: Keyboard | None
    ) -> object:
        method, field = ("sendPhoto", "photo") if file.mime in PICTURES else ("sendDocument", "document")
        given = {"chat_id": chat, field: what, **_caption(caption), "reply_markup": keyboard}
        return await self._bot.call(method, given)

    def _remember(self, file: int, file_id: str) -> None:
        self._files[file] = file_id
        while len(self._files) > KNOWN_FILES:
            oldest, _ = self._files.popitem(last=False)
            self._uploads.pop(oldest, None)

    # -- edits -------------------------------------------------------------------------------------------------------

    async def _replace(self, chat: int, shipment: Shipment, wanted: Message) -> Receipt:
        """Edit part by part; parts that are too many now are deleted, missing ones are sent."""
        had = shipment.edits
        last = len(wanted.parts) - 1
        for at, (ref, text) in enumerate(zip(had, wanted.parts, strict=False)):
            keyboard = wanted.keyboard if at == last else None
            await self._edit(self._edit_part(chat, ref, text, keyboard, caption=at == 0 and _captioned(shipment)))
        for ref in had[len(wanted.parts) :]:
            with suppress(BadRequest):  # too old to be deleted: the reader sees a rest, which is no reason to fail
                await self._bot.delete_message(chat, int(ref))
        return await self._send_from(chat, shipment, wanted, had[: len(wanted.parts)])

    async def _edit_part(self, chat: int, ref: str, text: str, keyboard: Keyboard | None, *, caption: bool) -> None:
        given = {"chat_id": chat, "message_id": int(ref), "reply_markup": keyboard}
        if not caption:
            try:
                await self._bot.call("editMessageText", {**given, **_text(text)})
            except BadRequest as error:
                if not says(error, NO_TEXT):
                    raise
            else:
                return
        await self._bot.call("editMessageCaption", {**given, **_caption(text)})

    async def _take_choices_away(self, chat: int, ref: str) -> None:
        await self._bot.call("editMessageReplyMarkup", {"chat_id": chat, "message_id": int(ref)})

    async def _edit(self, call: Awaitable[None]) -> None:
        """An edit may be made twice without harm, so a lost answer is no riddle."""
        try:
            await call
        except TelegramError as error:
            if not says(error, UNCHANGED):
                raise delivery_problem(error, repeatable=True) from None


def _captioned(shipment: Shipment) -> bool:
    return bool(shipment.outgoing.files)


def _text(html: str) -> dict[str, object]:
    return {"text": html, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _caption(html: str) -> dict[str, object]:
    return {"caption": html or None, "parse_mode": "HTML"}


def _ref(sent: object) -> str:
    """The number of the message that Telegram says it has. Raises NoAnswer where it does not say."""
    match sent:
        case {"message_id": int(number)}:
            return str(number)
    raise NoAnswer("the answer names no message")


def _file_id(sent: object) -> str | None:
    match sent:
        case {"photo": [*_, {"file_id": str(known)}]} | {"document": {"file_id": str(known)}}:
            return known
    return None


def _chat(address: str) -> int:
    try:
        return int(address)
    except ValueError:
        raise DeliveryProblem(Verdict.REFUSED, "not the number of a Telegram chat") from None
