"""28: a malformed event is passed over, the others are heard, and the sync goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.matrix.doorman import Doorman
from bot.adapters.matrix.receiving.addressing import Me
from bot.adapters.matrix.receiving.sorting import Sorter
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.wire.homeserver import Reply
from bot.core.messages import Incoming, Kind
from tests.adapters.matrix.misbehaving import ANNA, BOT, ROOM, message, sync_answer

NOW = datetime(2026, 11, 22, tzinfo=UTC)
KEYS = st.sampled_from(
    [
        "type",
        "event_id",
        "sender",
        "content",
        "state_key",
        "origin_server_ts",
        "unsigned",
        "msgtype",
        "body",
        "url",
        "m.relates_to",
        "rel_type",
        "event_id",
        "key",
        "m.new_content",
        "m.mentions",
        "user_ids",
        "info",
        "size",
        "membership",
        "replacement_room",
        "prev_content",
        "m.in_reply_to",
        "is_falling_back",
        "formatted_body",
        "filename",
    ]
)
VALUES = st.sampled_from(
    [
        "m.room.message",
        "m.reaction",
        "m.room.member",
        "m.room.tombstone",
        "m.room.encrypted",
        "m.text",
        "m.image",
        "m.replace",
        "m.annotation",
        "1\ufe0f\u20e3",
        "$1",
        ROOM,
        ANNA,
        BOT,
        "leave",
        "join",
        "\ud800",
        "a\x00b",
    ]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | VALUES
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=8), max_leaves=40
)
EVENTS = JSON | st.fixed_dictionaries(
    {
        "type": VALUES,
        "event_id": st.just("$fuzz"),
        "sender": st.sampled_from([ANNA, BOT]),
        "content": st.dictionaries(KEYS, JSON, max_size=8),
    },
    optional={"origin_server_ts": LEAVES, "state_key": LEAVES, "unsigned": JSON},
)


class Answers:
    """In place of a session: two are in every room, and nothing else is known of any."""

    async def call(
        self, method: str, path: str, body: Mapping[str, object] | None = None, *, extra: float = 0.0
    ) -> Reply:
        assert method in {"GET", "POST"}
        assert not body
        assert extra == 0.0
        if path.endswith("joined_members"):
            return Reply(200, {"joined": {BOT: {}, ANNA: {}}})
        return Reply(404, {"errcode": "M_NOT_FOUND"})


def sort(answer: Mapping[str, object]) -> tuple[Incoming, ...]:
    """What a sync answer comes to."""

    async def run() -> tuple[Incoming, ...]:
        session = Answers()
        doorman = Doorman(session)
        sorter = Sorter(session, Me(f"matrix:{BOT}", BOT, "Unterhaken"), Rooms(session), doorman, lambda: NOW)
        try:
            return await sorter.sort(answer, "s0")
        finally:
            await doorman.close()

    return asyncio.run(run())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EVENTS, max_size=4))
def test_fault_28_any_event_leaves_the_next_one_heard(events: list[object]) -> None:
    found = sort(sync_answer(*events, message(99, "da bin ich")))
    heard = [one.text for one in found if one.kind is Kind.TEXT and one.event == "$99"]
    was_put_back = any(one.kind is Kind.JOINED for one in found)
    assert heard == ["da bin ich"] or was_put_back
    for one in found:
        one.text.encode()
        assert "\x00" not in one.text


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(JSON)
def test_fault_28_any_shape_of_an_answer_is_survived(part: object) -> None:
    rooms = {"join": {ROOM: part}, "invite": {ROOM: part}, "leave": {ROOM: part}}
    for shape in (part, {"rooms": part}, {"rooms": rooms}, {"rooms": {"join": {ROOM: {"timeline": part}}}}):
        for one in sort(shape if isinstance(shape, dict) else {}):
            assert one.address == ROOM


@pytest.mark.parametrize(
    "content",
    [
        {"msgtype": "m.text", "body": 7},
        {"msgtype": "m.text"},
        {"body": "kein Typ"},
        {"msgtype": "m.text", "body": "x", "m.relates_to": {"rel_type": "m.replace"}},
    ],
)
def test_fault_28_malformed_messages_are_counted_and_not_quoted(
    content: Mapping[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    broken = {**message(1), "content": content}
    with caplog.at_level("DEBUG"):
        found = sort(sync_answer(broken, message(2)))
    assert [one.event for one in found] == ["$2"]
    assert "passed over 1 malformed" in caplog.text
    assert "kein Typ" not in caplog.text


def test_fault_28_a_relation_that_is_a_string_does_no_harm() -> None:
    found = sort(sync_answer(message(1, "trotzdem", **{"m.relates_to": "m.replace"})))
    assert [one.text for one in found] == ["trotzdem"]
