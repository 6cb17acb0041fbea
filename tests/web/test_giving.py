"""Files going out: in pieces, only so many at once, and nobody keeps a place for ever."""

import asyncio

import pytest
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.core.messages import Outgoing
from bot.web.limits import giving
from bot.web.limits.giving import PIECE, Hatch
from tests.web.place import NOW, hear, serving

CONTENT = bytes(range(256)) * 1000


class Reader:
    """Takes pieces, as soon as it may."""

    def __init__(self, *, ready: bool = True) -> None:
        self.pieces: list[bytes] = []
        self.began = asyncio.Event()
        self.ready = asyncio.Event()
        if ready:
            self.ready.set()

    async def send(self, message) -> None:
        self.began.set()
        await self.ready.wait()
        self.pieces.append(message.get("body", b""))


async def load() -> Response:
    return Response(CONTENT)


def take(hatch: Hatch, reader: Reader) -> asyncio.Task[None]:
    async def receive():
        raise AssertionError("nothing is asked of the reader")

    return asyncio.create_task(hatch.give(load)({}, receive, reader.send))


async def test_a_file_goes_in_pieces_and_arrives_whole():
    reader = Reader()
    await take(Hatch(1), reader)
    assert b"".join(reader.pieces) == CONTENT
    assert max(map(len, reader.pieces)) <= PIECE


async def test_only_so_many_are_loaded_at_once_and_the_next_waits_for_its_turn():
    hatch, first, second = Hatch(1), Reader(ready=False), Reader()
    under_way = [take(hatch, first), take(hatch, second)]
    await first.began.wait()
    await asyncio.sleep(0.05)
    assert not second.began.is_set()
    first.ready.set()
    await asyncio.gather(*under_way)
    assert b"".join(second.pieces) == CONTENT


async def test_whose_turn_does_not_come_is_told_to_come_later(monkeypatch):
    monkeypatch.setattr(giving, "PATIENCE", 0.01)
    hatch, first = Hatch(1), Reader(ready=False)
    under_way = take(hatch, first)
    await first.began.wait()
    with pytest.raises(HTTPException) as refused:
        await take(hatch, Reader())
    assert refused.value.status_code == 503
    first.ready.set()
    await under_way
    await take(hatch, Reader())


async def test_who_reads_far_too_slowly_makes_room_for_others(monkeypatch):
    monkeypatch.setattr(giving, "GRACE", 0.01)
    monkeypatch.setattr(giving, "SLOWEST", 10**9)
    hatch = Hatch(1)
    await take(hatch, Reader(ready=False))
    await take(hatch, reader := Reader())
    assert b"".join(reader.pieces) == CONTENT


async def test_beyond_that_pictures_and_files_are_answered_with_503(tmp_path, monkeypatch):
    monkeypatch.setattr(giving, "PATIENCE", 0.01)
    monkeypatch.setattr("bot.web.chat.FILES_AT_ONCE", 0)
    monkeypatch.setattr("bot.web.pages.PICTURES_AT_ONCE", 0)

    def add(work):
        person, _ = work.people.meet("browser:web", "x", "de", NOW)
        return work.files.add(person.id, CONTENT, "plan.pdf", "application/pdf", NOW)

    async with serving(tmp_path) as place:
        file = await place.store.transact(add)
        async with place.socket(await place.session()) as socket:
            address = (await place.core.hears(1))[0].address
            await place.core.say(place.transport, address, Outgoing("Der Plan", files=(file,)))
            url = (await hear(socket, "message")).partition('"url":"')[2].partition('"')[0]
        for path in (url, "/bild/1"):
            answer = await place.http.get(path)
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "5"), path
