"""Pictures and documents: uploaded once, then sent by the name (file_id) Telegram gave them, also after a restart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from telegram import InputFile, InputMediaPhoto
from telegram.error import BadRequest

from bot.adapters.telegram.problems import FILE_TROUBLE, STALE_FILE, says
from bot.adapters.telegram.quiet import QuietBot
from bot.adapters.telegram.sending.calls import caption, file_ids, refs
from bot.adapters.telegram.translate.outgoing import Part, is_picture
from bot.core.media.uploads import Uploads
from bot.core.messages import FileRef, Known, Shipment, Uploaded

PICTURE_BYTES, FILE_BYTES = 10 * 1024 * 1024, 50 * 1024 * 1024
"""The most that bots may upload as a photo and as a document (Bot API, "Sending files")."""


class Files:
    """The files of one bot. Raises TelegramError, or DeliveryProblem for what is known before or refused for good."""

    def __init__(self, bot: QuietBot) -> None:
        self._bot = bot
        self._uploads: Uploads[str] = Uploads()

    def fresh(self) -> Uploaded:
        """The names of what went up since this was asked last."""
        return self._uploads.fresh()

    async def send(self, part: Part, given: Mapping[str, object], shipment: Shipment) -> tuple[str, ...]:
        """Send the part's files; the new messages' refs. `given` are the fields that every call has."""
        try:
            return await self._try(part, given, shipment)
        except BadRequest as error:
            if not says(error, *STALE_FILE):
                raise
        return await self._try(part, given, shipment)  # what Telegram has forgotten goes up anew, once

    async def _try(self, part: Part, given: Mapping[str, object], shipment: Shipment) -> tuple[str, ...]:
        """By the names of an earlier upload; the first upload holds the others back until there are some."""
        self._uploads.check(part.files)
        names = self._uploads.known(part.files)
        if names is None:
            async with self._uploads.hold(part.files):
                self._uploads.check(part.files)
                await self._recall(part.files, shipment.known)
                names = self._uploads.known(part.files)
                if names is None:
                    return await self._upload(part, given, shipment)
        return refs(await self._call(part, names, given))

    async def _recall(self, files: Sequence[FileRef], known: Known) -> None:
        for file in files:
            if self._uploads.first_asked(file) and (name := await known(file)):
                self._uploads.recall(file, name)

    async def _upload(self, part: Part, given: Mapping[str, object], shipment: Shipment) -> tuple[str, ...]:
        what: list[InputFile | str] = []
        for file in part.files:
            name = self._uploads.name(file)
            what.append(name if name is not None else await self._content(file, shipment, attach=len(part.files) > 1))
        sent = await self._call(part, what, given)
        for file, told in zip(part.files, file_ids(sent), strict=False):
            if told is not None:
                self._uploads.keep(file, told)
        return refs(sent)

    async def _content(self, file: FileRef, shipment: Shipment, *, attach: bool) -> InputFile:
        content = await shipment.load(file)
        most = PICTURE_BYTES if is_picture(file) else FILE_BYTES
        if len(content) > most:
            detail = f"file {file.id} has {len(content)} bytes, Telegram takes {most}"
            raise self._uploads.refuse((file,), detail)
        return InputFile(content, file.name, attach=attach)

    async def _call(self, part: Part, what: list[InputFile | str] | list[str], given: Mapping[str, object]) -> object:
        method, fields = _fields(part, what)
        try:
            return await self._bot.call(method, {**given, **fields})
        except BadRequest as error:
            if says(error, *STALE_FILE):
                for file, name in zip(part.files, what, strict=True):
                    self._uploads.drop(file, str(name))
            elif says(error, *FILE_TROUBLE):
                raise self._uploads.refuse(part.files, f"the file was refused: {error.message[:150]}") from None
            raise


def _fields(part: Part, what: list[InputFile | str] | list[str]) -> tuple[str, dict[str, object]]:
    if len(what) == 1:
        method, field = ("sendPhoto", "photo") if is_picture(part.files[0]) else ("sendDocument", "document")
        return method, {field: what[0], **caption(part.html), "reply_markup": part.keyboard}
    return "sendMediaGroup", {"media": [_shown(one, part.html if at == 0 else "") for at, one in enumerate(what)]}


def _shown(what: InputFile | str, words: str) -> InputMediaPhoto:
    """One picture of an album; its words are shown under the whole album where it is the first."""
    return InputMediaPhoto(what, words or None, "HTML")
