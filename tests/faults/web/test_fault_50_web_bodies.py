"""Fault 50: no body, however large, deep or packed, costs more than its cap. Fault 21's webhook sits behind this."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Mapping

import httpx
import pytest

from bot.web.chat import UPLOADS_AT_ONCE
from tests.web.place import Place, serving

MEGABYTE = 1024 * 1024


@pytest.fixture
async def hooked(tmp_path) -> AsyncIterator[tuple[Place, list[bytes]]]:
    got: list[bytes] = []

    async def webhook(headers: Mapping[str, str], body: bytes) -> int:
        got.append(body)
        return 200 if headers.get("x-secret") == "right" else 403

    async with serving(tmp_path, webhooks={"/telegram": webhook}) as place:
        yield place, got


async def test_fault_50_an_ordinary_update_reaches_the_webhook_and_its_answer_comes_back(hooked):
    place, got = hooked
    for secret, status in (("right", 200), ("wrong", 403)):
        answer = await place.http.post("/telegram", content=b'{"update_id": 1}', headers={"x-secret": secret})
        assert answer.status_code == status
    assert got == [b'{"update_id": 1}'] * 2


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


async def test_fault_50_uploads_that_never_end_do_not_fill_the_memory(hooked):
    place, _ = hooked
    await place.session()
    over = asyncio.Event()

    async def dripping() -> AsyncIterator[bytes]:
        yield b"x"
        await over.wait()

    def upload(content: bytes | AsyncIterator[bytes]) -> Awaitable[httpx.Response]:
        return place.http.post("/chat/upload?seat=member", content=content, headers=place.origin)

    under_way = [asyncio.create_task(upload(dripping())) for _ in range(UPLOADS_AT_ONCE)]
    async with asyncio.timeout(20):
        while (refused := await upload(b"x")).status_code == 200:  # they are not all there yet
            pass
    assert refused.status_code == 503
    over.set()
    assert {(await one).status_code for one in under_way} == {200}
    assert (await upload(b"x")).status_code == 200
