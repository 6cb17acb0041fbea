"""Fault 53: whoever opens sessions or writes without end waits; all others go on as if nothing were."""

import asyncio
import json
import logging

import pytest

from bot.core.messages import Kind
from bot.web.chat import SAID
from bot.web.limits.buckets import Allowance, Bucket, Buckets, OnceIn
from bot.web.limits.entrance import FRESH, OF_ONE, Entrance
from tests.stage import StageClock
from tests.web.place import Place, hear, serving


@pytest.fixture
async def place(tmp_path):
    async with serving(tmp_path) as place:
        yield place


def text(event: str) -> str:
    return json.dumps({"type": "text", "event": event, "text": "hallo"})


async def knock_until_refused(place: Place) -> list[int]:
    """Ask for new sessions as a script does, and three more times after the first refusal."""
    answers: list[int] = []
    while answers[-4:] != [503] * 4 and len(answers) < 3 * FRESH.burst:
        place.http.cookies.clear()
        answers.append((await place.http.post("/chat/sitzung?seat=member", headers=place.origin)).status_code)
    return answers


async def test_fault_53_new_sessions_come_as_fast_as_people_come_and_others_are_not_affected(place: Place, caplog):
    cookie = await place.session()
    caplog.set_level(logging.WARNING)
    answers = await knock_until_refused(place)
    assert answers.count(200) >= FRESH.burst - 1, "a full hall comes in at once"
    assert answers.count(503) >= 4
    refused = await place.http.post("/chat/sitzung?seat=member", headers=place.origin)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    again = await place.http.post("/chat/sitzung?seat=member", headers=place.origin | {"cookie": cookie})
    assert again.json() == {"fresh": False}, "whoever has a session keeps it"
    async with place.socket(cookie) as socket:
        await socket.send(text("one"))
        await hear(socket, "ack")
    assert [record.message for record in caplog.records] == [
        "more new chat sessions than 2 a second: some have to wait, perhaps a script"
    ], "one line, however many were refused"


async def test_fault_53_a_script_at_one_address_keeps_nobody_out_who_comes_from_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr("bot.web.limits.entrance.OF_ONE", Allowance(rate=0.01, burst=2))
    answers = []
    async with serving(tmp_path) as place:
        for visitor in ("1.1.1.1", "1.1.1.1", "1.1.1.1", "8.8.8.8"):
            place.http.cookies.clear()
            headers = place.origin | {
                "x-forwarded-for": f"9.9.9.9, {visitor}"
            }  # who asks may write what they like first
            answers.append((await place.http.post("/chat/sitzung?seat=member", headers=headers)).status_code)
    assert answers == [200, 200, 503, 200]


@pytest.mark.parametrize("elsewhere", ["8.8.8.8", "2606:4700:1::1"])
@pytest.mark.parametrize("script", [["1.1.1.1"], [f"2001:4860:4860::{at:x}" for at in range(1, 100)]])
def test_fault_53_one_address_leaves_half_of_what_comes_to_all_others(script: list[str], elsewhere: str):
    clock = StageClock()
    entrance = Entrance(clock.monotonic)
    hall = [entrance.lets_in(script[0]) for _ in range(FRESH.burst + 1)]
    assert hall == [True] * FRESH.burst + [False], "a full hall has one address"
    let_in = []
    for _ in range(100):
        clock.turn(seconds=1)
        for at in range(20):
            entrance.lets_in(script[at % len(script)])
        let_in.append(entrance.lets_in(elsewhere))
    assert all(let_in)


@pytest.mark.parametrize("visitor", ["", "unix", "127.0.0.1", "172.18.0.2", "::1", "fe80::1%eth0", "::ffff:10.0.0.1"])
def test_fault_53_behind_a_proxy_that_tells_no_address_all_visitors_count_together(visitor: str):
    clock = StageClock()
    entrance = Entrance(clock.monotonic)
    let_in = 0
    for _ in range(FRESH.burst * 2):
        let_in += entrance.lets_in(visitor)
        clock.turn(seconds=1 / FRESH.rate)
    assert let_in == FRESH.burst * 2


def test_fault_53_of_an_address_nothing_is_kept_that_tells_it():
    entrance, other = Entrance(), Entrance()
    for one in (entrance, other):
        one.lets_in("8.8.8.8")
    [name], [again] = entrance._each._of, other._each._of
    assert name != again, "the key dies with the process"
    assert OF_ONE.burst >= FRESH.burst


async def test_fault_53_who_writes_without_end_waits_and_loses_nothing_and_nobody_else_waits(place: Place):
    loop, more = asyncio.get_running_loop(), SAID.burst + 3
    async with place.socket(await place.session()) as flooding:
        place.http.cookies.clear()
        async with place.socket(await place.session()) as other:
            began = loop.time()
            for at in range(more):
                await flooding.send(text(f"flood-{at}"))
            await place.core.hears(SAID.burst)
            await other.send(text("other"))
            await hear(other, "ack")
            assert loop.time() - began < 0.9, "the other one has waited for the flood"
        for at in range(more):
            assert json.loads(await hear(flooding, "ack"))["event"] == f"flood-{at}"
        assert loop.time() - began > (more - SAID.burst - 1) / SAID.rate
    said = [one for one in place.core.heard if one.kind is Kind.TEXT]
    assert len(said) == more + 1


def test_fault_53_a_bucket_fills_again_and_never_beyond_its_burst():
    clock = StageClock()
    bucket = Bucket(Allowance(rate=2.0, burst=3), clock.monotonic)
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    clock.turn(seconds=0.5)
    assert [bucket.take(), bucket.take()] == [True, False]
    clock.turn(seconds=3600)
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]


def test_fault_53_whoever_waits_for_a_token_waits_as_long_as_it_takes_to_come():
    clock = StageClock()
    bucket = Bucket(Allowance(rate=2.0, burst=1), clock.monotonic)
    assert [bucket.reserve() for _ in range(3)] == [0.0, 0.5, 1.0]


def test_fault_53_a_session_has_one_bucket_and_only_the_last_ones_are_remembered():
    buckets = Buckets(Allowance(rate=1.0, burst=1), kept=2)
    first = buckets.of("first")
    buckets.of("second")
    assert buckets.of("first") is first, "coming back gives nobody a full one"
    buckets.of("third")
    assert buckets.of("first") is first
    assert len(buckets._of) == 2


def test_fault_53_the_log_hears_of_it_once_a_minute():
    clock = StageClock()
    due = OnceIn(60.0, clock.monotonic)
    assert [due(), due()] == [True, False]
    clock.turn(seconds=60)
    assert due()
