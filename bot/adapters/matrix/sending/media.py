"""Files up to the homeserver and down from it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.adapters.matrix.wire.homeserver import MEDIA_IN, Homeserver, TooLarge, Weather, path
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.untrusted import string, whole
from bot.adapters.matrix.wire.verdicts import LOST_TOKEN, before_sending, of_reply, of_weather
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.media.uploads import Uploads
from bot.core.messages import Attachment, FileRef, Shipment, Uploaded

USUAL_MOST = 50 * 1024 * 1024
"""Bytes a homeserver takes where it does not say (Synapse's default, `max_upload_size`)."""


_MXC = "mxc://"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file on the server: its mxc address and its size in bytes."""

    uri: str
    size: int

    def __str__(self) -> str:
        """As it is noted for later processes."""
        return f"{self.uri} {self.size}"

    @classmethod
    def read(cls, noted: str) -> Stored | None:
        """The inverse; None for what is no such note."""
        uri, _, size = noted.partition(" ")
        return cls(uri, int(size)) if uri.startswith(_MXC) and size.isdecimal() else None


class Media:
    """Uploads each file once: an announcement's picture goes up once, not once per person or process."""

    def __init__(self, server: Homeserver, session: Session) -> None:
        self._server = server
        self._session = session
        self._uploads: Uploads[Stored] = Uploads()
        self._most = 0

    def fresh(self) -> Uploaded:
        """The notes of what went up since this was asked last."""
        return tuple((file, str(stored)) for file, stored in self._uploads.fresh())

    async def upload(self, file: FileRef, shipment: Shipment) -> Stored:
        """Where the file is on the server. Raises DeliveryProblem; nothing has been sent then."""
        known = self._uploads.name(file)
        if known is not None:
            return known
        async with self._uploads.hold((file,)):
            self._uploads.check((file,))
            if self._uploads.first_asked(file):
                await self._recall(file, await shipment.known(file))
            return self._uploads.name(file) or await self._put(file, await shipment.load(file))

    async def _recall(self, file: FileRef, noted: str) -> None:
        """What an earlier process noted, if the server still has it: it takes events about media it does not know."""
        stored = Stored.read(noted)
        if stored is not None and await self._has(stored):
            self._uploads.recall(file, stored)

    async def _has(self, stored: Stored) -> bool:
        """False where it cannot be told: then the file goes up once more, which does no harm."""
        server, _, media = stored.uri.removeprefix(_MXC).partition("/")
        try:
            reply, _ = await self._server.download(server, media, 0)
        except TooLarge:  # there is something; nobody wants to read it
            return True
        except Weather:
            return False
        return reply.ok and not stored.size

    async def _put(self, file: FileRef, content: bytes) -> Stored:
        most = await self._limit()
        if len(content) > most:
            detail = f"file {file.id} has {len(content)} bytes, the homeserver takes {most}"
            raise self._uploads.refuse((file,), detail)
        try:
            token = self._server.token
            reply = await self._server.upload(content, file.name, file.mime)
            if reply.errcode in LOST_TOKEN:
                await self._session.renew(token)
                reply = await self._server.upload(content, file.name, file.mime)
        except Weather as weather:
            raise before_sending(of_weather(weather)) from None
        uri = string(reply.body.get("content_uri"))
        if not reply.ok or not uri:
            problem = before_sending(of_reply(reply))
            refused = problem.verdict is Verdict.REFUSED
            raise self._uploads.refuse((file,), f"the file was refused: {problem.detail}") if refused else problem
        stored = Stored(uri, len(content))
        self._uploads.keep(file, stored)
        return stored

    async def _limit(self) -> int:
        """The most bytes the server takes, asked once."""
        if not self._most:
            try:
                reply = await self._session.call("GET", path("config", base=MEDIA_IN))
            except Weather as weather:
                raise before_sending(of_weather(weather)) from None
            self._most = (whole(reply.body.get("m.upload.size")) if reply.ok else 0) or USUAL_MOST
        return self._most

    async def download(self, attachment: Attachment, limit: int) -> bytes:
        """An attachment's bytes, at most `limit`. Raises DeliveryProblem."""
        server, _, media = attachment.ref.removeprefix(_MXC).partition("/")
        try:
            token = self._server.token
            reply, content = await self._server.download(server, media, limit)
            if reply.errcode in LOST_TOKEN:
                await self._session.renew(token)
                reply, content = await self._server.download(server, media, limit)
        except TooLarge:
            raise DeliveryProblem(Verdict.REFUSED, "the file is too large") from None
        except Weather as weather:
            raise before_sending(of_weather(weather)) from None
        if not reply.ok:
            raise before_sending(of_reply(reply))
        return content
