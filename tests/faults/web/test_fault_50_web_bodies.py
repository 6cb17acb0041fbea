"""Fault 50: no body, however large, deep or packed, costs more than its cap. Fault 21's webhook sits behind this."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

import pytest

from tests.web.place import Place, serving

MEGABYTE = 1024 * 1024


@pytest.fixture
async def hooked(tmp_path) -> AsyncIterator[tuple[Place, list[bytes]]]:
    got: list[bytes] = []

    async def webhook(headers: Mapping[str, str], body: Callable[[], Awaitable[bytes]]) -> int:
        if headers.get("x-secret") == "wrong":
            return 403
        got.append(await body())
        return 200

    async with serving(tmp_path, webhooks={"/telegram": webhook}) as place:
        yield place, got


async def test_fault_50_an_ordinary_update_reaches_the_webhook_and_its_answer_comes_back(hooked):
    place, got = hooked
    for secret, status in (("right", 200), ("wrong", 403)):
        answer = await place.http.post("/telegram", content=b'{"update_id": 1}', headers={"x-secret": secret})
        assert answer.status_code == status
    assert got == [b'{"update_id": 1}']


async def test_fault_50_a_strangers_body_is_not_read_before_the_secret_is_compared(hooked):
    place, _ = hooked
    head = "POST /telegram HTTP/1.1\r\nhost: here\r\nx-secret: wrong\r\ncontent-length: 9\r\n\r\n"
    async with asyncio.timeout(5):
        assert (await place.first_line(head)) == "HTTP/1.1 403 Forbidden"


async def test_fault_50_a_bomb_is_refused_before_the_webhook_sees_it(hooked):
    place, got = hooked
    assert (await place.http.post("/telegram", content=b"[" * (MEGABYTE + 1))).status_code == 413
    assert not got


async def test_fault_50_a_body_that_hides_its_length_is_cut_off_while_it_is_read(hooked):
    place, got = hooked

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(4 * 1024):
            yield b" " * 1024

    assert (await place.http.post("/telegram", content=endless())).status_code == 413
    assert not got


async def test_fault_50_a_packed_body_is_not_unpacked(hooked):
    place, got = hooked
    packed = gzip.compress(b"0" * 50 * MEGABYTE)
    assert (await place.http.post("/telegram", content=packed, headers={"content-encoding": "gzip"})).status_code == 415
    assert not got


async def test_fault_50_an_upload_is_cut_off_at_twenty_megabytes(hooked):
    place, _ = hooked
    await place.session()

    async def stream(length: int) -> AsyncIterator[bytes]:
        for _ in range(length // 65536):
            yield b"x" * 65536

    for length, status in ((20 * MEGABYTE, 200), (20 * MEGABYTE + 65536, 413)):
        answer = await place.http.post("/chat/upload?seat=member", content=stream(length), headers=place.origin)
        assert answer.status_code == status
    said = await place.http.post("/chat/upload?seat=member", content=b"x" * (20 * MEGABYTE + 1), headers=place.origin)
    assert said.status_code == 413


class Dripping:
    """Uploads that do not end before they are told to."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.over = asyncio.Event()

    async def session(self) -> str:
        self.place.http.cookies.clear()
        cookie = await self.place.session()
        self.place.http.cookies.clear()
        return cookie

    async def upload(self, cookie: str, content: bytes | AsyncIterator[bytes]) -> int:
        headers = self.place.origin | {"cookie": cookie}
        return (await self.place.http.post("/chat/upload?seat=member", content=content, headers=headers)).status_code

    async def begin(self, cookie: str, length: int = 1) -> asyncio.Task[int]:
        """An upload that has begun, and that the server has heard of."""
        begun = asyncio.Event()

        async def content() -> AsyncIterator[bytes]:
            yield b"x" * length
            begun.set()
            await self.over.wait()

        under_way = asyncio.create_task(self.upload(cookie, content()))
        await begun.wait()
        await asyncio.sleep(0.1)  # its head was sent before; now the server has read it
        return under_way


async def test_fault_50_uploads_that_never_end_keep_nobody_from_theirs(hooked):
    dripping = Dripping(hooked[0])
    under_way = [await dripping.begin(await dripping.session()) for _ in range(8)]
    assert await dripping.upload(await dripping.session(), b"x" * MEGABYTE) == 200
    dripping.over.set()
    assert [await one for one in under_way] == [200] * 8


async def test_fault_50_uploads_on_their_way_do_not_fill_the_memory_and_what_stands_still_gives_way(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("bot.web.chat.COMING_MAX", 4 * MEGABYTE)
    monkeypatch.setattr("bot.web.limits.taking.QUIET", 0.05)
    async with serving(tmp_path) as place:
        dripping = Dripping(place)
        still = [await dripping.begin(await dripping.session(), MEGABYTE * 9 // 10) for _ in range(4)]
        assert await dripping.upload(await dripping.session(), b"x" * 2 * MEGABYTE) == 200
        dripping.over.set()
        assert sorted([await one for one in still]) == [200, 200, 503, 503]
        assert await dripping.upload(await dripping.session(), b"x" * 5 * MEGABYTE) == 503


async def test_fault_50_an_upload_that_takes_too_long_is_ended(hooked, monkeypatch):
    monkeypatch.setattr("bot.web.limits.taking.SECONDS", 0.05)
    dripping = Dripping(hooked[0])
    under_way = await dripping.begin(await dripping.session())
    dripping.over.set()
    assert await under_way == 408


async def test_fault_50_a_session_uploads_one_file_at_a_time_and_the_newest_counts(hooked):
    """The connection of the older one was lost, mostly: whoever tries again must not wait for its end."""
    dripping = Dripping(hooked[0])
    one, other = await dripping.session(), await dripping.session()
    lost, others = await dripping.begin(one), await dripping.begin(other)
    assert await dripping.upload(one, b"x") == 200
    dripping.over.set()
    assert (await lost, await others) == (503, 200)
    assert await dripping.upload(one, b"x") == 200
