"""Files up to the homeserver and down from it."""

from __future__ import annotations

from bot.adapters.matrix.recent import Recent
from bot.adapters.matrix.wire.homeserver import Homeserver, TooLarge, Weather
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.untrusted import string
from bot.adapters.matrix.wire.verdicts import LOST_TOKEN, before_sending, of_reply, of_weather
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Attachment, FileRef

_REMEMBERED = 500


class Media:
    """Uploads each file once while the process runs: an announcement's picture goes up once, not once per person."""

    def __init__(self, server: Homeserver, session: Session) -> None:
        self._server = server
        self._session = session
        self._uploaded: Recent[str] = Recent(_REMEMBERED)

    async def upload(self, file: FileRef, content: bytes) -> str:
        """The file's address on the server. Raises DeliveryProblem; nothing has been sent then."""
        known = self._uploaded.get(str(file.id))
        if known is not None:
            return known
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
            raise before_sending(of_reply(reply))
        self._uploaded.put(str(file.id), uri)
        return uri

    async def download(self, attachment: Attachment, limit: int) -> bytes:
        """An attachment's bytes, at most `limit`. Raises DeliveryProblem."""
        server, _, media = attachment.ref.removeprefix("mxc://").partition("/")
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
