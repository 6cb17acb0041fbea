"""28: a malformed event is put aside for the owners, the others are heard, and the sync goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.matrix.doorman import Doorman
from bot.adapters.matrix.receiving import sorting
from bot.adapters.matrix.receiving.addressing import Me
from bot.adapters.matrix.receiving.sorting import TRIES, Sorter
from bot.adapters.matrix.receiving.translate import Event, Scene, translate
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.wire.homeserver import Reply, Weather
from bot.core.messages import Incoming, Kind
from tests.adapters.matrix.misbehaving import ANNA, BOT, ROOM, event, message, sync_answer

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
    """In place of a session: two are in every room, and nothing else is known of any. `down` ones cannot be asked."""

    def __init__(self, down: str = "") -> None:
        self._down = down

    async def call(
        self, method: str, path: str, body: Mapping[str, object] | None = None, *, extra: float = 0.0
    ) -> Reply:
        assert method in {"GET", "POST"}
        assert not body
        assert extra == 0.0
        if self._down and quote(self._down, safe="") in path:
            return Reply(500, {"errcode": "M_UNKNOWN"})
        if path.endswith("joined_members"):
            return Reply(200, {"joined": {BOT: {}, ANNA: {}}})
        return Reply(404, {"errcode": "M_NOT_FOUND"})


def sorter_on(session: Answers) -> Sorter:
    return Sorter(session, Me(f"matrix:{BOT}", BOT, "Unterhaken"), Rooms(session), Doorman(session), lambda: NOW)


def sort(answer: Mapping[str, object]) -> tuple[Incoming, ...]:
    """What a sync answer comes to."""

    async def run() -> tuple[Incoming, ...]:
        sorter = sorter_on(Answers())
        try:
            return await sorter.sort(answer, "s0")
        finally:
            await sorter._doorman.close()

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
def test_fault_28_malformed_messages_are_put_aside_and_not_quoted(
    content: Mapping[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    broken = {**message(1), "content": content}
    with caplog.at_level("DEBUG"):
        found = sort(sync_answer(broken, message(2)))
    assert [one.event for one in found if one.kind is not Kind.MALFORMED] == ["$2"]
    (aside,) = (one for one in found if one.kind is Kind.MALFORMED)
    assert "kein Typ" not in aside.text
    assert "put aside 1 malformed" in caplog.text
    assert "kein Typ" not in caplog.text


def test_fault_28_a_relation_that_is_a_string_does_no_harm() -> None:
    found = sort(sync_answer(message(1, "trotzdem", **{"m.relates_to": "m.replace"})))
    assert [one.text for one in found] == ["trotzdem"]


@pytest.mark.parametrize("sent_at", [10**400, -(10**400), 2**53, 2**63, True, "gestern"])
def test_fault_28_no_moment_a_server_tells_ends_receiving(sent_at: object) -> None:
    found = sort(sync_answer({**message(1, "wann?"), "origin_server_ts": sent_at}, message(2, "da bin ich")))
    assert [one.text for one in found] == ["wann?", "da bin ich"]


def test_fault_28_an_event_that_nobody_thought_of_is_put_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def surprised(source: Event, scene: Scene) -> Incoming | None:
        return {}["secret"] if source.id == "$1" else translate(source, scene)  # type: ignore[no-any-return]

    monkeypatch.setattr(sorting, "translate", surprised)
    found = sort(sync_answer(message(1), message(2)))
    assert [one.event for one in found if one.kind is not Kind.MALFORMED] == ["$2"]
    assert [one.event for one in found if one.kind is Kind.MALFORMED] == ["malformed:2026-11-22:KeyError"]


@pytest.mark.parametrize("part", ["join", "leave"])
def test_fault_28_a_room_that_nobody_can_read_is_a_gap_and_the_others_are_heard(
    monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def surprised(events: Sequence[Event], me: str) -> Event | None:
        return {}["secret"] if any(one.id == "$1" for one in events) else None  # type: ignore[no-any-return]

    monkeypatch.setattr(sorting, "departure", surprised)
    monkeypatch.setattr(sorting, "fresh_join", lambda state, timeline, me: surprised((*state, *timeline), me))
    broken = {"!broken:fake.example": {"timeline": {"events": [message(1)]}}}
    heard = sync_answer(message(2))["rooms"]["join"]
    rooms = {"join": {**broken, **heard}} if part == "join" else {"join": heard, "leave": broken}
    assert {(one.kind, one.event) for one in sort({"rooms": rooms})} == {
        (Kind.GAP, "gap:s0:!broken:fake.example"),
        (Kind.TEXT, "$2"),
    }


async def test_fault_28_a_room_the_server_cannot_tell_about_keeps_nobody_waiting_for_ever() -> None:
    sorter = sorter_on(Answers(down="!broken:fake.example"))
    answer = sync_answer(message(1, "ich bin noch da"))
    events = [{"type": 7}, message(2)]
    rooms = {"!broken:fake.example": {"timeline": {"events": events}}, **answer["rooms"]["join"]}
    for _ in range(TRIES - 1):
        with pytest.raises(Weather):
            await sorter.sort({"rooms": {"join": rooms}}, "s0")
    gap, text, aside = await sorter.sort({"rooms": {"join": rooms}}, "s0")
    assert gap.kind is Kind.GAP
    assert aside.kind is Kind.MALFORMED, "once, however often the answer was read"
    assert text.text == "ich bin noch da"


def test_fault_28_only_state_events_change_a_room() -> None:
    """Anybody may send an event of any type; only those allowed to can set state."""
    stone = event(1, "m.room.tombstone", {"replacement_room": "!evil:fake.example"})
    assert sort(sync_answer(stone)) == ()
