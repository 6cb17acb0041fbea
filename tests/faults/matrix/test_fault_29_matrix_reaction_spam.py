"""29: reaction spam: what is read, remembered and asked for has a bound."""

from __future__ import annotations

import asyncio
import json

from bot.adapters.matrix.receiving.sorting import REACTIONS
from bot.adapters.matrix.recent import Recent
from bot.core.messages import Incoming, Kind
from tests.adapters.matrix.misbehaving import (
    Misbehaving,
    calm,
    event,
    message,
    misbehaving,
    raw,
    says,
    sync_answer,
    transport_on,
)

SPAM = 100_000


def reaction(number: int) -> object:
    relation = {"rel_type": "m.annotation", "event_id": f"$ref{number}", "key": "1\ufe0f\u20e3"}
    return event(number, "m.reaction", {"m.relates_to": relation})


async def first_batch(server: Misbehaving) -> tuple[Incoming, ...]:
    async with asyncio.timeout(60), transport_on(server, patience=20.0) as transport:
        async for batch in transport.batches("s0"):
            return batch.incoming
    raise AssertionError


async def test_fault_29_a_flood_of_reactions_in_one_answer_is_cut() -> None:
    flood = json.dumps(sync_answer(*(reaction(number) for number in range(SPAM)), message(SPAM))).encode()
    async with misbehaving() as server:
        server.sync = [raw(flood, kind="application/json"), calm]
        found = await first_batch(server)
        assert sum(one.kind is Kind.PRESS for one in found) == REACTIONS
        assert found[-1].text == "Hallo"


async def test_fault_29_a_gap_without_an_end_is_read_to_a_bound_and_reported() -> None:
    async with misbehaving() as server:
        server.sync = [says(sync_answer(message(1), limited=True, prev_batch="p0")), calm]
        page = {"chunk": [reaction(number) for number in range(100)], "end": "p1"}
        server.answers["messages"] = says(page)
        found = await first_batch(server)
        assert len(server.asked["messages"]) == 20
        assert found[0].kind is Kind.GAP
        assert found[-1].text == "Hallo"


def test_fault_29_what_is_remembered_has_a_bound() -> None:
    memory: Recent[int] = Recent(100)
    for number in range(SPAM):
        memory.put(f"${number}", number)
    assert len(memory) == 100
    assert f"${SPAM - 1}" in memory
    assert "$0" not in memory
