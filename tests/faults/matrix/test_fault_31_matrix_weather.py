"""31: sync answers 5xx, HTML, bad JSON, or hangs: the bot backs off, at most one request a second, and recovers."""

from __future__ import annotations

import asyncio
import json
from itertools import pairwise

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Batch, Incoming, Outgoing, Shipment
from tests.adapters.matrix.misbehaving import (
    ROOM,
    Answer,
    calm,
    hangs,
    hangs_up,
    message,
    misbehaving,
    raw,
    says,
    sync_answer,
    transport_on,
)

TROUBLES: dict[str, Answer] = {
    "503": says({"errcode": "M_UNKNOWN", "error": "down"}, 503),
    "502 in HTML": raw(b"<html>Bad Gateway</html>", 502),
    "200 in HTML": raw(b"<html>Please log in to the hotel's network</html>"),
    "200 with an array": raw(b"[]", kind="application/json"),
    "half a JSON": raw(b'{"next_batch": "s1", "rooms"', kind="application/json"),
    "no UTF-8": raw(b'{"next_batch": "\xff"}', kind="application/json"),
    "no token": says({"rooms": {}}),
    "a token that is none": says({"next_batch": 7}),
    "404 of a proxy": raw(b"not here", 404),
    "429": says({"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 10}, 429),
    "hangs": hangs,
    "nested": raw(b"[" * 100_000, kind="application/json"),
}


async def first(trouble: Answer) -> tuple[Incoming, list[float]]:
    """What comes first after two troubles, and the pauses between the requests until then."""
    async with misbehaving() as server, transport_on(server) as transport:
        server.sync = [trouble, trouble, says(sync_answer(message(1))), calm]
        async for batch in transport.batches("s0"):
            times = server.asked["sync"]
            return batch.incoming[0], [later - sooner for sooner, later in pairwise(times)]
    raise AssertionError


async def test_fault_31_whatever_sync_answers_the_bot_backs_off_and_recovers() -> None:
    async with asyncio.timeout(60):
        found = await asyncio.gather(*(first(trouble) for trouble in TROUBLES.values()))
    for name, (incoming, pauses) in zip(TROUBLES, found, strict=True):
        assert incoming.text == "Hallo", name
        assert pauses[0] > 0.95, name
        assert pauses[1] > 1.95, name


@pytest.mark.parametrize("answer", [calm, hangs_up])
async def test_fault_31_a_server_that_never_waits_is_asked_once_a_second(answer: Answer) -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.sync = [answer]

        async def receive() -> list[Batch]:
            return [batch async for batch in transport.batches("s0")]

        receiving = asyncio.create_task(receive())
        await asyncio.sleep(2.5)
        await transport.close()
        assert await receiving == []
        assert (
            len(server.asked["sync"]) <= 4
        )  # a line kept open and then cut is tried again at once, by the HTTP library


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (hangs, Verdict.UNCERTAIN),
        (hangs_up, Verdict.UNCERTAIN),
        (raw(b"<html>", 502), Verdict.UNCERTAIN),
        (raw(b"<html>", 200), Verdict.UNCERTAIN),
        (raw(b"<html>", 403), Verdict.UNCERTAIN),  # a proxy's no closes no contact
        (says({"errcode": "M_FORBIDDEN"}, 403), Verdict.UNREACHABLE),
        (says({"errcode": "M_UNRECOGNIZED"}, 404), Verdict.UNSENT),
        (says({"errcode": "ORG.EXAMPLE.NEW"}, 400), Verdict.UNSENT),
        (says({"errcode": "M_TOO_LARGE"}, 413), Verdict.REFUSED),
        (says({"errcode": "M_BAD_JSON"}, 400), Verdict.REFUSED),
        (says({"errcode": "M_USER_DEACTIVATED"}, 403), Verdict.ACCOUNT),
    ],
)
async def test_fault_31_what_a_failed_send_means(answer: Answer, verdict: Verdict) -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["send"] = answer
        with pytest.raises(DeliveryProblem) as problem:
            await transport.send(Shipment(1, ROOM, Outgoing("Hallo")))
        assert problem.value.verdict is verdict
        assert ROOM not in problem.value.detail


@pytest.mark.parametrize(
    ("asked", "seconds"), [(2500, 2.5), (10**400, 5.0), (-1, 0.0), (2**52, 86_400.0), (None, 5.0), ("bald", 5.0)]
)
async def test_fault_31_a_limit_says_how_long_to_wait(asked: object, seconds: float) -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server.answers["send"] = says({"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": asked}, 429)
        with pytest.raises(DeliveryProblem) as problem:
            await transport.send(Shipment(1, ROOM, Outgoing("Hallo")))
        assert (problem.value.verdict, problem.value.retry_after) == (Verdict.THROTTLED, seconds)


async def test_fault_31_a_gone_server_has_certainly_not_got_it() -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        server_url, transport._server._client.homeserver = server.url, "http://127.0.0.1:9"  # it moved away
        with pytest.raises(DeliveryProblem) as problem:
            await transport.send(Shipment(1, ROOM, Outgoing("Hallo")))
        assert server_url
        assert problem.value.verdict is Verdict.UNSENT


async def test_fault_31_parts_already_sent_are_named_and_not_sent_again() -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        long = "\n\n".join(["Wort " * 200] * 20)
        answers = [says({"event_id": "$a"}), raw(b"", 502)]

        async def in_turn(request: object) -> object:
            return await answers.pop(0)(request)

        server.answers["send"] = in_turn
        with pytest.raises(DeliveryProblem) as problem:
            await transport.send(Shipment(1, ROOM, Outgoing(long)))
        assert problem.value.refs == ("$a",)
        answers[:] = [says({"event_id": "$b"})]
        receipt = await transport.send(Shipment(1, ROOM, Outgoing(long), refs=("$a",)))
        assert receipt.refs == ("$a", "$b")


def test_the_nested_answer_is_more_than_json_reads() -> None:
    with pytest.raises(RecursionError):
        json.loads(b"[" * 100_000)


async def test_fault_31_an_account_that_was_in_trouble_can_be_opened_again() -> None:
    async with misbehaving() as server, transport_on(server) as transport:
        await transport.close()
        await transport.open()
        server.sync = [says(sync_answer(message(1))), calm]
        async with asyncio.timeout(10):
            async for batch in transport.batches("s0"):
                assert batch.incoming[0].text == "Hallo"
                return
    raise AssertionError
