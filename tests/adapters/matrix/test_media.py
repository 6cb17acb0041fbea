"""Files up and down: sizes that lie, servers that fail, one upload for many people."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from aiohttp import web

from bot.adapters.matrix import MatrixTransport
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Attachment, FileRef, Outgoing, Shipment
from tests.adapters.matrix.misbehaving import (
    ROOM,
    Answer,
    hangs_up,
    misbehaving,
    raw,
    says,
    transport_on,
)
from tests.stage import kept

PICTURE = Attachment("mxc://fake.example/abc", "image/png", "a.png", 10)
LIMIT = 100_000


async def endless(request: web.Request) -> web.StreamResponse:
    """A file without an announced size, and without an end."""
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(1000):
        await response.write(b"x" * 10_000)
    return response


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (endless, Verdict.REFUSED),
        (raw(b"x" * (LIMIT + 1), kind="image/png"), Verdict.REFUSED),
        (says({"errcode": "M_NOT_FOUND"}, 404), Verdict.REFUSED),
        (raw(b"<html>", 502), Verdict.UNSENT),
        (hangs_up, Verdict.UNSENT),
        (says({"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 100}, 429), Verdict.THROTTLED),
    ],
)
async def test_a_picture_that_cannot_be_had(answer: Answer, verdict: Verdict) -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["download"] = answer
        with pytest.raises(DeliveryProblem) as problem:
            await transport.fetch(PICTURE, LIMIT)
        assert problem.value.verdict is verdict


async def test_a_picture_of_just_the_size_allowed_is_fetched() -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["download"] = raw(b"x" * LIMIT, kind="image/png")
        assert await transport.fetch(PICTURE, LIMIT) == b"x" * LIMIT


def with_file(id: int) -> Shipment:
    return Shipment(id, ROOM, Outgoing("", files=(FileRef(7, "dach.png", "image/png"),)), load=kept(b"png"))


async def slowly(request: web.Request) -> web.StreamResponse:
    await request.read()
    await asyncio.sleep(0.2)
    return web.json_response({"content_uri": "mxc://fake.example/up"})


async def test_one_picture_for_many_people_at_once_is_read_and_goes_up_once() -> None:
    read: list[int] = []

    async def load(file: FileRef) -> bytes:
        read.append(file.id)
        return b"png"

    async with misbehaving() as server, transport_on(server, patience=30.0) as transport:
        server.answers["upload"] = slowly
        letters = [replace(with_file(number), address=f"!{number}:fake.example", load=load) for number in range(1, 65)]
        for receipt in await asyncio.gather(*map(transport.send, letters)):
            assert receipt.refs == ("$sent",)
        assert (len(server.asked["upload"]), read) == (1, [7])


@pytest.mark.parametrize(
    ("there", "uploads"),
    [
        (raw(b"png", kind="image/png"), 0),
        (says({"errcode": "M_NOT_FOUND"}, 404), 1),
        (raw(b"<html>", 502), 1),
    ],
)
async def test_what_an_earlier_process_uploaded_goes_up_again_only_where_the_server_has_it_no_more(
    there: Answer, uploads: int
) -> None:
    async with misbehaving() as server:
        server.answers["upload"] = says({"content_uri": "mxc://fake.example/up"})
        async with transport_on(server) as transport:
            before = dict((await transport.send(with_file(1))).uploaded)

        async def known(file: FileRef) -> str:
            return before[file.id]

        server.asked["upload"].clear()
        server.answers["download"] = there
        async with transport_on(server) as transport:
            for number in (2, 3):
                await transport.send(replace(with_file(number), known=known))
        assert (len(server.asked["upload"]), len(server.asked["download"])) == (uploads, 1)


async def test_a_file_over_the_servers_limit_is_refused_before_it_goes_up() -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["config"] = says({"m.upload.size": 2})
        with pytest.raises(DeliveryProblem) as problem:
            await transport.send(with_file(1))
        assert problem.value.verdict is Verdict.REFUSED
        assert "3 bytes, the homeserver takes 2" in problem.value.detail
        assert "upload" not in server.asked


async def test_a_refused_picture_is_not_offered_again_for_everybody() -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["upload"] = says({"errcode": "M_FORBIDDEN"}, 403)
        for number in (1, 2):
            with pytest.raises(DeliveryProblem) as problem:
                await transport.send(with_file(number))
            assert "M_FORBIDDEN" in problem.value.detail
        assert len(server.asked["upload"]) == 1


async def test_one_send_at_a_time_in_a_room() -> None:
    going = most = 0

    async def send(request: web.Request) -> web.StreamResponse:
        nonlocal going, most
        going += 1
        most = max(most, going)
        await asyncio.sleep(0.05)
        going -= 1
        return web.json_response({"event_id": "$sent"})

    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["send"] = send
        await asyncio.gather(*(transport.send(Shipment(n, ROOM, Outgoing("Hallo"))) for n in range(1, 5)))
        assert most == 1
        await asyncio.gather(*(transport.send(Shipment(n, f"!{n}:x.y", Outgoing("Hallo"))) for n in range(1, 5)))
        assert most > 1


async def withdraw(transport: MatrixTransport) -> DeliveryProblem | None:
    try:
        await transport.send(Shipment(5, ROOM, Outgoing("", withdrawn=True), edits=("$a", "$b")))
    except DeliveryProblem as problem:
        return problem
    return None


@pytest.mark.parametrize(
    ("answer", "members", "verdict"),
    [
        (says({"event_id": "$r"}), 2, None),
        (says({"errcode": "M_NOT_FOUND"}, 404), 2, None),
        (says({"errcode": "M_FORBIDDEN"}, 403), 2, Verdict.REFUSED),
        (says({"errcode": "M_FORBIDDEN"}, 403), 0, Verdict.UNREACHABLE),
        (says({"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 100}, 429), 2, Verdict.THROTTLED),
        (hangs_up, 2, Verdict.UNCERTAIN),
    ],
)
async def test_a_withdrawal_and_what_the_server_says_to_it(answer: Answer, members: int, verdict: Verdict) -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["redact"] = answer
        assert await transport._rooms.members(ROOM) == 2  # as remembered from before
        server.answers["joined_members"] = says({"joined": {f"@{number}:x.y": {} for number in range(members)}})
        problem = await withdraw(transport)
        assert (None if problem is None else problem.verdict) is verdict


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (raw(b"<html>", 502), Verdict.UNSENT),
        (hangs_up, Verdict.UNSENT),
        (says({"errcode": "M_TOO_LARGE"}, 413), Verdict.REFUSED),
        (says({"errcode": "M_FORBIDDEN"}, 403), Verdict.REFUSED),
    ],
)
async def test_a_failed_upload_means_that_nothing_was_sent(answer: Answer, verdict: Verdict) -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["upload"] = answer
        with pytest.raises(DeliveryProblem) as problem:
            await transport.send(with_file(1))
        assert problem.value.verdict is verdict
        assert "send" not in server.asked
