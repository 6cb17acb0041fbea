"""Requests to one homeserver and their answers. Knows tokens and HTTP, not what a request is about.

Requests go through nio's client, but its own reading of answers is left aside: it writes whole bodies into the log, and
one malformed field makes it give up a whole sync answer.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote, urlencode

from aiohttp import ClientError, ClientResponse, ClientTimeout
from aiohttp.client_exceptions import ClientConnectorError, ConnectionTimeoutError, InvalidURL

from bot.adapters.matrix.wire.untrusted import mapping, string, whole

CLIENT = "/_matrix/client/v3"
MEDIA_IN = "/_matrix/client/v1/media"
MEDIA_OUT = "/_matrix/media/v3"

_OK, _SUCCESSES = 200, range(200, 300)
_CONNECT_SECONDS = 10.0
_THROTTLE_SECONDS = 5.0
"""How long to wait when the server limits us without saying for how long; nio waits as long."""


class Weather(Exception):
    """No answer came. `sent` says whether the server may have got the request; the message is safe to log."""

    def __init__(self, detail: str, *, sent: bool) -> None:
        super().__init__(detail)
        self.sent = sent


class TooLarge(Exception):
    """The file has more bytes than wanted."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `spoken` is False if it was no JSON object: then something other than a homeserver answered."""

    status: int
    body: Mapping[str, object]
    spoken: bool = True

    @property
    def ok(self) -> bool:
        """Whether the request was granted."""
        return self.status in _SUCCESSES

    @property
    def errcode(self) -> str:
        """Matrix's name for the error, e.g. "M_FORBIDDEN"; "" if there is none."""
        return string(self.body.get("errcode")) if not self.ok else ""

    @property
    def retry_after(self) -> float:
        """Seconds to wait before asking again, where the server limits us."""
        return whole(self.body.get("retry_after_ms")) / 1000 or _THROTTLE_SECONDS

    def __str__(self) -> str:
        return f"{self.status} {self.errcode}".strip()


def path(*parts: str, base: str = CLIENT, **query: str) -> str:
    """The path of a request; each part is quoted, empty query values are left out."""
    asked = urlencode({key: value for key, value in query.items() if value})
    return "/".join((base, *(quote(part, safe="") for part in parts))) + (f"?{asked}" if asked else "")


class Homeserver:
    """One homeserver, seen by one user's device. `patience` is how many seconds an answer may take."""

    def __init__(self, url: str, user_id: str, device_id: str, patience: float) -> None:
        # Here and not above: nio takes half a second and 30 MB, which only those pay who are on Matrix.
        from nio import AsyncClient, AsyncClientConfig  # type: ignore[import-untyped]  # noqa: PLC0415 - see above

        limits = AsyncClientConfig(max_limit_exceeded=0, max_timeouts=0, request_timeout=patience)
        self.url = url.rstrip("/")
        self._client = AsyncClient(self.url, user_id, device_id=device_id, config=limits)
        self._patience = patience
        self._closed = False

    @property
    def token(self) -> str:
        """The access token in use; never to be shown."""
        return str(self._client.access_token)

    def restore(self, user_id: str, device_id: str, token: str) -> None:
        """From now on, ask with this login."""
        self._client.user_id = user_id
        self._client.device_id = device_id
        self._client.access_token = token

    async def call(
        self, method: str, path: str, body: Mapping[str, object] | None = None, *, extra: float = 0.0
    ) -> Reply:
        """Ask; Weather if no answer came. `extra` seconds of patience are for what the server was asked to wait."""
        data = None if body is None else json.dumps(dict(body), ensure_ascii=True).encode()
        return await self._ask(method, path, data, "application/json", self._patience + extra)

    async def upload(self, content: bytes, name: str, mime: str) -> Reply:
        """Store a file on the server; the answer's `content_uri` names it."""
        where = path("upload", base=MEDIA_OUT, filename=name)
        return await self._ask("POST", where, content, mime or "application/octet-stream", self._patience * 2)

    async def download(self, server: str, media: str, limit: int) -> tuple[Reply, bytes]:
        """A stored file, at most `limit` bytes, with an empty body on success. Raises Weather and TooLarge."""
        where = path("download", server, media, base=MEDIA_IN)
        try:
            async with asyncio.timeout(self._patience * 2):
                response = await self._open("GET", where, None, "application/json", self._patience * 2)
                async with response:
                    if response.status != _OK:
                        return await _read(response), b""
                    return Reply(_OK, MappingProxyType({})), await _at_most(response, limit)
        except (ClientError, TimeoutError, OSError) as error:
            raise _weather(error) from None

    def open(self) -> None:
        """Requests may be made (again)."""
        self._closed = False

    async def close(self) -> None:
        """Drop the connections; requests under way end with Weather, and so does every later one until `open`."""
        self._closed = True
        await self._client.close()

    async def _ask(self, method: str, path: str, data: bytes | None, mime: str, patience: float) -> Reply:
        try:
            async with asyncio.timeout(patience):
                response = await self._open(method, path, data, mime, patience)
                async with response:
                    return await _read(response)
        except (ClientError, TimeoutError, OSError) as error:
            raise _weather(error) from None

    async def _open(self, method: str, path: str, data: bytes | None, mime: str, patience: float) -> ClientResponse:
        if self._closed:
            raise Weather("closed", sent=False)
        headers = {"Content-Type": mime}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        timeout = ClientTimeout(total=patience, sock_connect=min(_CONNECT_SECONDS, patience / 2))
        response: ClientResponse = await self._client.send(method, path, data, headers, timeout=timeout)
        return response


def _weather(error: Exception) -> Weather:
    """Only the error's name goes on: its message may contain addresses. Unconnected means certainly not sent."""
    unsent = isinstance(error, ClientConnectorError | ConnectionTimeoutError | InvalidURL)
    return Weather(type(error).__name__, sent=not unsent)


async def _read(response: ClientResponse) -> Reply:
    raw = await response.read()
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        body = None
    return Reply(response.status, mapping(body), spoken=isinstance(body, dict))


async def _at_most(response: ClientResponse, limit: int) -> bytes:
    """The size a server claims may be a lie, so it is counted while it comes in."""
    if (response.content_length or 0) > limit:
        raise TooLarge
    content = bytearray()
    async for chunk in response.content.iter_chunked(64 * 1024):
        content += chunk
        if len(content) > limit:
            raise TooLarge
    return bytes(content)
