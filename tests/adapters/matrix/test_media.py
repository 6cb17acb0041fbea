"""Files up and down: sizes that lie, servers that fail, one upload for many people."""

from __future__ import annotations

import pytest
from aiohttp import web

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


async def test_one_picture_for_many_people_goes_up_once() -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["upload"] = says({"content_uri": "mxc://fake.example/up"})
        for number in range(1, 4):
            assert (await transport.send(with_file(number))).refs == ("$sent",)
        assert len(server.asked["upload"]) == 1


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
