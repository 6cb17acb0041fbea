"""Telegram's HTTP for PTB's Bot, on aiohttp: a keep-alive pool that knows whether a request's body went out.

Nothing here ever logs or raises a URL, because the Bot API carries the token in it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import orjson
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

from bot.core.errors import bearable

if TYPE_CHECKING:
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

CONNECT_SECONDS = 10.0
"""Waiting for a free connection and for the handshake, together."""

READ_SECONDS = 20.0
WRITE_SECONDS = 40.0


class NotSent(NetworkError):
    """The request's first byte did not leave: refused connection, no free connection in time."""


class NoAnswer(NetworkError):
    """The request went out, and nothing that can be trusted came back."""


class Throttled(TelegramError):
    """429: certainly not carried out; worth another try in `retry_after` seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("Too Many Requests")
        self.retry_after = bearable(retry_after)


class TooLarge(TelegramError):
    """A download turned out larger than allowed."""


class Connector(aiohttp.TCPConnector):
    """Tells what failed before there was a connection from what failed after: of the former no byte has left.

    aiohttp's traces would tell the same, for a fifth of the processor time of a whole request.
    """

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's signature
    ) -> Connection:
        """A connection that is ready to be written to. Raises NotSent."""
        try:
            return await super().connect(req, traces, timeout)
        except (aiohttp.ClientError, TimeoutError, OSError) as problem:
            raise NotSent(type(problem).__name__) from None  # its text may hold the URL


class AiohttpRequest(BaseRequest):
    """PTB's request interface over one aiohttp session of at most `connections` connections."""

    __slots__ = ("_connections", "_proxy", "_session")

    def __init__(self, connections: int, *, proxy: str | None = None) -> None:
        self._connections = connections
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=Connector(limit=self._connections),
                proxy=self._proxy,
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        """Drop all connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of an answer below 500, 429 excepted. Raises NotSent, NoAnswer or Throttled."""
        del connect_timeout, pool_timeout  # one figure for both, the same for every request
        read, write = _seconds(read_timeout, READ_SECONDS), _seconds(write_timeout, WRITE_SECONDS)
        status, body = await self._exchange(method, url, _limits(CONNECT_SECONDS, read, write), request_data)
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise Throttled(_retry_after(body))
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise NoAnswer(f"HTTP {status}")
        return status, body

    async def _exchange(
        self, method: str, url: str, limits: aiohttp.ClientTimeout, data: RequestData | None
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("not connected")
        body, headers = _body(data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=limits, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as problem:
            raise NoAnswer(type(problem).__name__) from None  # its text may hold the URL

    async def download(self, url: str, limit: int) -> bytes:
        """A file's bytes, given up as soon as there are more than `limit`. Raises like do_request, or TooLarge."""
        if self._session is None:
            raise NotSent("not connected")
        timeout = aiohttp.ClientTimeout(total=None, connect=CONNECT_SECONDS, sock_read=READ_SECONDS)
        content = bytearray()
        try:
            async with self._session.get(url, timeout=timeout, allow_redirects=False) as answer:
                if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise NoAnswer(f"HTTP {answer.status}")
                if answer.status != HTTPStatus.OK:
                    raise BadRequest("the file is gone")
                async for chunk in answer.content.iter_chunked(1 << 16):
                    content += chunk
                    if len(content) > limit:
                        raise TooLarge("file is too large")
        except (aiohttp.ClientError, TimeoutError, OSError) as problem:
            raise NoAnswer(type(problem).__name__) from None
        return bytes(content)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as a dict. PTB's own would log the whole body where it is no JSON."""
        try:
            answer = json.loads(payload.decode(errors="replace"))
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise NoAnswer("the answer is no JSON object") from None
        return cast("dict[str, Any]", answer)


def proxy_for(url: str) -> str | None:
    """The HTTP proxy that the environment names for this address (https_proxy, no_proxy).

    Asked once: aiohttp's own trust_env asks in two threads for every single request, which takes four times as long
    as the request itself.
    """
    address = urlsplit(url)
    return None if proxy_bypass(address.hostname or "") else getproxies().get(address.scheme)


@lru_cache(8)
def _limits(connect: float, read: float, write: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=connect + read + write, connect=connect, sock_read=read)


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if data is None:
        return None, {}
    if not data.contains_files:
        return orjson.dumps(data.parameters), {"Content-Type": "application/json"}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}


def _retry_after(body: bytes) -> float:
    """Seconds asked for; one second where the answer does not say."""
    try:
        return max(float(orjson.loads(body)["parameters"]["retry_after"]), 0.0)
    except (ValueError, KeyError, TypeError):
        return 1.0


def _seconds(given: object, usual: float) -> float:
    """PTB marks what was not said by an object of its own."""
    return float(given) if isinstance(given, (int, float)) else usual
