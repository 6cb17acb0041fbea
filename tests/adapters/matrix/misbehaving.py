"""A tiny homeserver that does what no homeserver should: answers are whatever the test says, or do not come."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import web

from bot.adapters.matrix import MatrixTransport

BOT = "@bot:fake.example"
ANNA = "@anna:fake.example"
ROOM = "!room:fake.example"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def says(body: object, status: int = 200) -> Answer:
    """JSON, as a homeserver would send it."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response(body, status=status)

    return answer


def raw(body: bytes, status: int = 200, kind: str = "text/html") -> Answer:
    """Anything."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, content_type=kind)

    return answer


async def hangs(_: web.Request) -> web.StreamResponse:
    """No answer in any time the test would wait for."""
    await asyncio.sleep(60)
    raise AssertionError


async def hangs_up(request: web.Request) -> web.StreamResponse:
    """The request was read to its end, and then the line is cut."""
    await request.read()
    assert request.transport is not None
    request.transport.abort()
    await asyncio.sleep(60)
    raise AssertionError


class Misbehaving:
    """`answers` by the end of the path; what is not in it is answered properly and empty. `sync` is a sequence of
    answers, the last of which stands for all that follow."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: dict[str, list[float]] = {}
        self.bodies: list[Mapping[str, object]] = []
        self.sync: list[Answer] = [calm]
        self.answers: dict[str, Answer] = {}

    async def handle(self, request: web.Request) -> web.StreamResponse:
        part = _part(request.path)
        if part == "sync" and "since" not in request.query:
            return web.json_response({"next_batch": "s0"})  # only asks for open invitations
        self.asked.setdefault(part, []).append(time.monotonic())
        if part in self.answers:
            return await self.answers[part](request)
        if part == "sync":
            answer = self.sync.pop(0) if len(self.sync) > 1 else self.sync[0]
            return await answer(request)
        if part == "state":
            return await says({"errcode": "M_NOT_FOUND"}, 404)(request)
        return await says(PROPER.get(part, {}))(request)


PROPER: Mapping[str, object] = {
    "versions": {"versions": ["v1.11"]},
    "login": {"user_id": BOT, "access_token": "secret", "device_id": "UNTERHAKEN"},
    "joined_members": {"joined": {BOT: {}, ANNA: {}}},
    "send": {"event_id": "$sent"},
    "join": {"room_id": ROOM},
}


async def calm(request: web.Request) -> web.StreamResponse:
    """A sync answer in which nothing happened."""
    await asyncio.sleep(0.05)
    return web.json_response({"next_batch": request.query.get("since", "s0") or "s0"})


def sync_answer(*events: object, next_batch: str = "s1", **timeline: object) -> Mapping[str, object]:
    """A sync answer with events in one room."""
    return {"next_batch": next_batch, "rooms": {"join": {ROOM: {"timeline": {"events": list(events), **timeline}}}}}


def message(number: int, body: str = "Hallo", **content: object) -> Mapping[str, object]:
    """A message of Anna."""
    return event(number, "m.room.message", {"msgtype": "m.text", "body": body, **content})


def event(number: int, kind: str, content: Mapping[str, object]) -> Mapping[str, object]:
    """An event of Anna."""
    stamp = 1_700_000_000_000 + number
    return {"type": kind, "event_id": f"${number}", "sender": ANNA, "origin_server_ts": stamp, "content": content}


@asynccontextmanager
async def misbehaving() -> AsyncIterator[Misbehaving]:
    server = Misbehaving()
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", server.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()


@asynccontextmanager
async def transport_on(server: Misbehaving, patience: float = 1.5) -> AsyncIterator[MatrixTransport]:
    """An opened transport with little patience."""
    transport = MatrixTransport(
        server.url,
        BOT,
        password="x",  # this server takes any
        hints=lambda key, _: key,
        patience=patience,
        long_poll=0.0,
    )
    await transport.open()
    try:
        yield transport
    finally:
        await transport.close()


def _part(path: str) -> str:
    """What a request is about: the last telling word of its path."""
    words = [word for word in path.split("/") if word]
    return next((word for word in reversed(words) if word in KNOWN), words[-1] if words else "")


KNOWN = frozenset(
    {"sync", "send", "join", "login", "versions", "messages", "joined_members", "state", "displayname", "upload"}
    | {"redact", "download", "config", "account_data"}
)
