"""A small fast HTTP/1.1 server: asyncio.Protocol and httptools. Knows nothing of Telegram."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import httptools
import orjson


@dataclass(slots=True)
class Request:
    path: str
    query: dict[str, str]
    content_type: str
    body: bytes


@dataclass(slots=True)
class Reply:
    """What goes back; `drop` closes the connection without a word."""

    status: int = 200
    body: bytes = b"{}"
    content_type: bytes = b"application/json"
    drop: bool = False


NAMED = re.compile(r'\b(name|filename)="([^"]*)"')

Handler = Callable[[Request], "Reply | Awaitable[Reply]"]
DROPPED = Reply(drop=True)


def json_reply(value: object, status: int = 200) -> Reply:
    return Reply(status, orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS))


@dataclass(eq=False)
class Connection(asyncio.Protocol):
    handler: Handler
    everybody: set[Connection]
    transport: asyncio.Transport | None = None
    body: list[bytes] = field(default_factory=list)
    url: bytes = b""
    content_type: str = ""
    task: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.parser = httptools.HttpRequestParser(self)
        self.everybody.add(self)

    def connection_lost(self, _: Exception | None) -> None:
        self.everybody.discard(self)
        if self.task is not None:
            self.task.cancel()

    def data_received(self, data: bytes) -> None:
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserError:
            self.close()

    def on_message_begin(self) -> None:
        self.body, self.url, self.content_type = [], b"", ""

    def on_url(self, url: bytes) -> None:
        self.url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"content-type":
            self.content_type = value.decode()

    def on_body(self, part: bytes) -> None:
        self.body.append(part)

    def on_message_complete(self) -> None:
        path, _, query = self.url.decode().partition("?")
        pairs = dict(pair.partition("=")[::2] for pair in query.split("&") if pair)
        reply = self.handler(Request(path, pairs, self.content_type, b"".join(self.body)))
        if isinstance(reply, Reply):
            self.write(reply)
        else:
            self.task = asyncio.ensure_future(self._later(reply))

    async def _later(self, reply: Awaitable[Reply]) -> None:
        self.write(await reply)

    def write(self, reply: Reply) -> None:
        if self.transport is None or self.transport.is_closing():
            return
        if reply.drop:
            self.close()
            return
        head = b"HTTP/1.1 %d X\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n"
        self.transport.write(head % (reply.status, reply.content_type, len(reply.body)) + reply.body)

    def close(self) -> None:
        if self.transport is not None:
            self.transport.abort()


def form(content_type: str, body: bytes) -> dict[str, tuple[str, bytes]]:
    """The fields of a multipart form: name -> (file name or "", content)."""
    boundary = b"--" + content_type.partition("boundary=")[2].strip('"').encode()
    found: dict[str, tuple[str, bytes]] = {}
    for part in body.split(boundary)[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        named = dict(NAMED.findall(head.decode()))
        found[named["name"]] = (named.get("filename", ""), content.removesuffix(b"\r\n"))
    return found
