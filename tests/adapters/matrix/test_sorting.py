"""Sync answers as what happened: arrivals, departures and gaps, in order."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from aiohttp import web

from bot.adapters.matrix.receiving import kinds as kinds_asked
from bot.adapters.matrix.receiving.membership import inviter
from bot.core.messages import Kind
from tests.adapters.matrix.misbehaving import (
    ANNA,
    BOT,
    ROOM,
    Answer,
    Misbehaving,
    calm,
    event,
    message,
    misbehaving,
    says,
    sync_answer,
    transport_on,
)


def member(number: int, who: str, membership: str, sender: str = ANNA, before: str = "") -> Mapping[str, object]:
    change = {**event(number, "m.room.member", {"membership": membership}), "state_key": who, "sender": sender}
    return {**change, "unsigned": {"prev_content": {"membership": before}}} if before else change


async def kinds(server: Misbehaving, answer: Mapping[str, object]) -> list[tuple[Kind, str]]:
    """The kinds and event keys that one sync answer comes to."""
    server.sync = [says(answer), calm]
    async with transport_on(server) as transport:
        async for batch in transport.batches("s0"):
            return [(one.kind, one.event) for one in batch.incoming]
    raise AssertionError


async def test_what_was_said_before_the_bot_came_is_not_heard() -> None:
    arrival = member(2, BOT, "join", BOT, before="invite")
    async with misbehaving() as server:
        found = await kinds(server, sync_answer(message(1), arrival, message(3)))
    assert found == [(Kind.JOINED, "$2"), (Kind.TEXT, "$3")]


async def test_a_changed_profile_is_no_arrival() -> None:
    async with misbehaving() as server:
        found = await kinds(server, sync_answer(member(1, BOT, "join", BOT, before="join"), message(2)))
    assert found == [(Kind.TEXT, "$2")]


@pytest.mark.parametrize(
    ("name", "members", "direct", "private"),
    [
        ("", 2, True, True),
        ("", 2, False, True),
        ("Klimarunde", 2, False, False),
        ("Mein Klimachat", 2, True, True),
        ("Klimarunde", 3, True, False),
        ("", 3, False, False),
    ],
)
async def test_a_named_room_or_one_of_many_is_a_place_with_its_name(
    name: str, members: int, direct: bool, private: bool
) -> None:
    arrival = member(2, BOT, "join", BOT, before="invite")
    if direct:
        arrival["unsigned"]["prev_content"]["is_direct"] = True  # type: ignore[index]
    marks: list[object] = []

    async def account_data(request: web.Request) -> web.StreamResponse:
        if request.method == "PUT":
            marks.append(await request.json())
        return web.json_response(marks[-1] if marks else {})

    async with misbehaving() as server:
        server.answers["account_data"] = account_data
        server.answers["joined_members"] = says({"joined": {f"@{number}:x.y": {} for number in range(members)}})
        server.answers["state"] = named(name)
        server.sync = [says(sync_answer(arrival, message(3))), calm]
        async with transport_on(server) as transport:
            joined, text = (await anext(transport.batches("s0"))).incoming
    assert (joined.kind, joined.private, joined.text) == (Kind.JOINED, private, "" if private else name)
    assert text.private is private
    assert marks == [{"direct": True}] * direct


def named(name: str) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        if name and "m.room.name" in request.path:
            return web.json_response({"name": f" {name}\n"})
        return web.json_response({"errcode": "M_NOT_FOUND"}, status=404)

    return answer


async def test_an_arrival_pushed_out_of_the_timeline_is_found_in_the_state() -> None:
    answer = sync_answer(message(9), limited=True, prev_batch="p1")
    answer["rooms"]["join"][ROOM]["state"] = {  # type: ignore[index]
        "events": [
            {**event(1, "m.room.create", {}), "state_key": ""},
            member(2, BOT, "join", BOT),
        ]
    }
    async with misbehaving() as server:
        server.answers["messages"] = says({"chunk": [message(5), message(4), member(2, BOT, "join", BOT), message(1)]})
        found = await kinds(server, answer)
    assert found == [(Kind.JOINED, "$2"), (Kind.TEXT, "$4"), (Kind.TEXT, "$5"), (Kind.TEXT, "$9")]


async def test_a_gap_is_filled_in_order() -> None:
    async with misbehaving() as server:
        server.answers["messages"] = says({"chunk": [message(3), message(2)]})
        found = await kinds(server, sync_answer(message(4), limited=True, prev_batch="p1"))
    assert found == [(Kind.TEXT, "$2"), (Kind.TEXT, "$3"), (Kind.TEXT, "$4")]


async def test_a_gap_that_may_not_be_read_is_reported() -> None:
    async with misbehaving() as server:
        server.answers["messages"] = says({"errcode": "M_FORBIDDEN"}, 403)
        found = await kinds(server, sync_answer(message(4), limited=True, prev_batch="p1"))
    assert found == [(Kind.GAP, "gap:$4"), (Kind.TEXT, "$4")]


async def test_an_own_exit_is_told_with_or_without_its_event() -> None:
    for events, key in (([member(5, BOT, "ban")], "$5"), ([], f"left:{ROOM}:s0")):
        answer = {"next_batch": "s1", "rooms": {"leave": {ROOM: {"timeline": {"events": events}}}}}
        async with misbehaving() as server:
            assert await kinds(server, answer) == [(Kind.LEFT, key)]


async def test_a_forgotten_sync_token_starts_anew_and_reports_the_gap() -> None:
    async with misbehaving() as server:
        server.sync = [says({"errcode": "M_UNKNOWN", "error": "Invalid stream token"}, 400), calm]
        async with transport_on(server) as transport:
            async for batch in transport.batches("from another server"):
                assert [one.kind for one in batch.incoming] == [Kind.GAP]
                assert batch.cursor == "s0"
                break


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (member(1, BOT, "invite"), ANNA),
        (member(1, BOT, "invite", BOT), ""),
        (member(1, ANNA, "invite"), ""),
        (member(1, BOT, "join"), ""),
        ({}, ""),
    ],
)
def test_only_somebody_elses_invitation_counts(change: object, wanted: str) -> None:
    assert inviter([change], BOT) == wanted


def test_the_server_is_asked_for_what_is_listened_to():
    """A room's new name among them: a place is announced under it."""
    assert "m.room.name" in kinds_asked.STATE
    assert set(kinds_asked.STATE) < set(kinds_asked.TIMELINE)
