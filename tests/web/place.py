"""A web face on a real socket, and behind its chat a tiny core in memory that keeps what it hears."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Browser, async_playwright
from websockets.asyncio.client import ClientConnection, connect

from bot.adapters.browser import BrowserTransport
from bot.core.messages import Incoming, Outgoing, Shipment
from bot.core.ports import Work
from bot.domain.people.member import Join
from bot.domain.story import Scope, Story, StoryDraft, StoryState
from bot.parts.clock import SystemClock
from bot.parts.server import web_server
from bot.web import Site, build_web
from storage import DatabaseStore, open_store
from tests.props import loerrach

KEY = b"k" * 32
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

Reply = Callable[[Incoming], Sequence[Outgoing]]


def silent(incoming: Incoming) -> Sequence[Outgoing]:
    """Say nothing, whatever comes."""
    del incoming
    return ()


@dataclass
class TinyCore:
    """Commits what arrives (unless held), answers with `reply`, and keeps the mailbox."""

    reply: Reply = silent
    heard: list[Incoming] = field(default_factory=list)
    letters: list[Shipment] = field(default_factory=list)
    commits: asyncio.Event = field(default_factory=asyncio.Event)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    numbers: Any = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.commits.set()

    async def mailbox(self, address: str, after: int) -> Sequence[Shipment]:
        return [letter for letter in self.letters if letter.address == address and letter.id > after][:3]

    async def run(self, transport: BrowserTransport) -> None:
        known: set[str] = set()
        await transport.open()
        async for batch in transport.batches(""):
            await self.commits.wait()
            for incoming in batch.incoming:
                if incoming.event not in known:
                    known.add(incoming.event)
                    self.heard.append(incoming)
                    self.news.set()
                    for outgoing in self.reply(incoming):
                        await self.say(transport, incoming.address, outgoing)

    async def say(
        self,
        transport: BrowserTransport,
        address: str,
        outgoing: Outgoing,
        edits: tuple[str, ...] = (),
        *,
        unasked: bool = False,
        language: str = "de",
    ) -> int:
        """Send a message as the dispatcher does: to the network first, into the mailbox a moment later."""
        letter = Shipment(next(self.numbers), address, outgoing, language, edits=edits, unasked=unasked)
        await transport.send(letter)
        self.letters.append(letter)
        return letter.id

    async def hears(self, number: int, seconds: float = 5.0) -> list[Incoming]:
        """Wait until so many events have been heard."""
        async with asyncio.timeout(seconds):
            while len(self.heard) < number:
                self.news.clear()
                await self.news.wait()
        return self.heard


@dataclass
class Place:
    """Everything a test of the web face touches."""

    site: Site
    store: DatabaseStore
    transport: BrowserTransport
    core: TinyCore
    http: httpx.AsyncClient
    url: str

    @property
    def origin(self) -> dict[str, str]:
        return {"origin": self.url}

    async def knows(self, address: str) -> None:
        """Whoever has this session is a person by now; the tiny core makes nobody one."""
        await self.store.transact(lambda work: work.people.meet("browser:web", address, "de", NOW))

    async def session(self, seat: str = "member") -> str:
        """Open a session like our page does; returns the cookie header."""
        answer = await self.http.post(f"/chat/sitzung?seat={seat}", headers=self.origin)
        assert answer.status_code == 200, answer.text
        return "; ".join(f"{name}={value}" for name, value in answer.cookies.items())

    async def first_line(self, sent: str, *, leave: bool = False) -> str:
        """The first line of the answer to these very bytes; whoever leaves does not wait for it."""
        reader, writer = await asyncio.open_connection("127.0.0.1", int(self.url.rpartition(":")[2]))
        writer.write(sent.encode())
        await writer.drain()
        line = b"" if leave else await reader.readline()
        writer.close()
        await writer.wait_closed()
        return line.decode().strip()

    def socket(self, cookie: str, after: int = 0, **headers: str) -> connect:
        """A WebSocket like our page's."""
        address = f"{self.url.replace('http', 'ws', 1)}/chat/verbindung?seat=member&lang=de&after={after}"
        return connect(address, additional_headers={"cookie": cookie, "origin": self.url, **headers})

    async def story(self, scope: Scope = Scope.PUBLIC, *, approve: bool = True, **words: str) -> Story:
        """A story in the database."""
        told = {"title": "Solar auf dem Vereinsheim", "what": "Wir haben gebaut.", "tip": "Früh fragen."} | words
        draft = StoryDraft(told["title"], told["what"], told["tip"], "ausstoss", 0, scope)

        def add(work: Work) -> Story:
            person, _ = work.people.meet("plain:test", f"author {secrets.token_hex(8)}", "de", NOW)
            story = work.stories.add(draft, person.id, told.get("credit", "Anna"), "person", "08336050", NOW)
            if approve:
                work.stories.decide(story.id, StoryState.APPROVED, [StoryState.SUBMITTED], NOW)
            return story

        return await self.store.transact(add)

    async def members(self, kind: str, number: int, *, listed: bool = False, name: str = "Mitglied") -> None:
        """Members in the database."""
        joins = [Join(kind, f"{name} {at}", "", "", "08336050", listed) for at in range(number)]
        await self.store.transact(lambda work: [work.members.add(join, NOW) for join in joins])


@contextlib.asynccontextmanager
async def serving(tmp_path: Path, reply: Reply = silent, **more: Any) -> AsyncIterator[Place]:
    """The site of the default alliance on 127.0.0.1 and a free port."""
    clock, core = SystemClock(), TinyCore(reply)
    alliance, texts = loerrach()
    store = open_store(f"sqlite:///{tmp_path}/web.db", clock=clock, erasures_file=None)
    await store.start()
    transport = BrowserTransport(core.mailbox, KEY, clock)
    site = Site(alliance, texts, store, KEY, more.pop("public_url", "http://127.0.0.1"), chat=transport, **more)
    server = web_server(build_web(site), "127.0.0.1", 0)
    tasks = [asyncio.create_task(server.serve()), asyncio.create_task(core.run(transport))]
    try:
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
        url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        async with httpx.AsyncClient(base_url=url) as http:
            yield Place(site, store, transport, core, http, url)
    finally:
        core.commits.set()
        server.should_exit = True
        await transport.close()
        await asyncio.gather(*tasks)
        await store.close()


@contextlib.asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A real browser; a person without one gets a skip, unless UNTERHAKEN_NO_SKIP says that nothing may be missing."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        missing = "Chromium is missing: on Debian, apt-get install chromium"
        pytest.fail(missing) if os.environ.get("UNTERHAKEN_NO_SKIP") == "1" else pytest.skip(missing)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            await browser.close()


async def hear(socket: ClientConnection, wanted: str, seconds: float = 5.0) -> str:
    """The next frame of this type; others are passed over."""
    async with asyncio.timeout(seconds):
        while True:
            frame = await socket.recv()
            assert isinstance(frame, str)
            if f'"type":"{wanted}"' in frame:
                return frame
