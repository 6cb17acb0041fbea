"""The server before the web face: how many may come in, and how long they may stand there saying nothing."""

import asyncio

import pytest

from bot import app
from bot.parts import server
from tests.web.place import Place, hear, serving

HEAD = "GET /healthz HTTP/1.1\r\nhost: here\r\n"


@pytest.fixture
async def place(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "LOOK_EVERY", 1)
    monkeypatch.setattr(server, "SILENT_SECONDS", 0.4)
    monkeypatch.setattr(server, "CONNECTIONS_MAX", 4)
    async with serving(tmp_path) as place:
        yield place


class Caller:
    """A connection, byte by byte."""

    def __init__(self, place: Place) -> None:
        self._port = int(place.url.rpartition(":")[2])

    async def says(self, words: str) -> "Caller":
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self._port)
        self.writer.write(words.encode())
        await self.writer.drain()
        return self

    async def ends(self) -> bytes:
        """What it has heard when the server hangs up."""
        async with asyncio.timeout(3):
            return await self.reader.read()


@pytest.mark.parametrize("words", ["", "GET", HEAD])
async def test_fault_53_a_connection_that_asks_for_nothing_is_closed(place: Place, words: str):
    assert await (await Caller(place).says(words)).ends() == b""


async def test_fault_53_so_is_one_that_asked_once_and_never_ends_its_next_request(place: Place):
    caller = await Caller(place).says(f"{HEAD}\r\n")
    async with asyncio.timeout(3):
        await caller.reader.readuntil(b"ok\n")
    caller.writer.write(HEAD.encode())
    assert await caller.ends() == b""


async def test_fault_53_whoever_waits_for_an_answer_or_has_a_page_open_stays(place: Place):
    async with place.socket(await place.session()) as socket:
        await hear(socket, "ready")
        place.store.read = lambda _ask: asyncio.Event().wait()  # type: ignore[method-assign, assignment]
        slow = await Caller(place).says("GET /readyz HTTP/1.1\r\nhost: here\r\n\r\n")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await slow.reader.read(1)
        await socket.send('{"type":"text","event":"one","text":"hallo"}')
        await hear(socket, "ack")


async def test_fault_53_more_connections_than_the_machine_bears_are_turned_away(place: Place):
    callers = [await Caller(place).says("") for _ in range(server.CONNECTIONS_MAX)]
    assert (await place.http.get("/healthz")).status_code == 503
    assert [await caller.ends() for caller in callers] == [b""] * server.CONNECTIONS_MAX
    assert (await place.http.get("/healthz")).status_code == 200


async def test_a_process_that_serves_asks_for_the_files_it_needs(monkeypatch):
    asked = []

    class Taken:
        async def start(self) -> None:
            raise SystemExit(1)  # as uvicorn does when its address is taken

        async def stop(self) -> None:
            """Nothing runs."""

    monkeypatch.setattr(app, "allow_files", lambda: asked.append(True))
    assert await app.serve(Taken()) == 1
    assert asked == [True]
