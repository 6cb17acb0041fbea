"""Pacers: steady, without a burst, slower once per pause, back to full speed by and by."""

from __future__ import annotations

import asyncio
import itertools
import random
from bisect import bisect_left
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.telegram.abilities import abilities
from bot.core.media.fitting import Sized, fit, messages
from bot.core.messages import FileRef, Outgoing
from bot.core.pace.pacing import CUT, JITTER, LATE, SAFETY, Pacer, steady
from bot.core.ports import Delivery, Lane
from bot.domain.announcements.audience import Reach, Waits
from bot.domain.announcements.rehearsal import Limits, rehearse
from bot.domain.announcements.wishes import calendar
from tests.simulated import LoopClock, simulate


class Loop:
    """Virtual time: sleeping moves the clock."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        real = asyncio.sleep

        async def sleep(seconds: float) -> None:
            self.now += max(seconds, 0.0)
            await real(0)

        monkeypatch.setattr(asyncio, "sleep", sleep)


@pytest.fixture
def loop(monkeypatch):
    return Loop(monkeypatch)


async def go(pacer: Pacer, weight: int = 1) -> bool:
    """Go in the next slot, and be answered at once."""
    async with pacer.slot(weight=weight) as went:
        return went


async def test_slots_are_evenly_spaced_and_never_come_in_a_burst(loop):
    pacer = Pacer(30, lambda: loop.now)
    moments = []
    for _ in range(61):
        await go(pacer)
        moments.append(loop.now)
    gaps = [b - a for a, b in itertools.pairwise(moments)]
    assert min(gaps) == pytest.approx(1 / (30 * SAFETY), rel=1e-6)
    assert 60 / (moments[-1] - moments[0]) == pytest.approx(30 * SAFETY, rel=1e-6)


async def test_after_idle_time_no_slots_have_been_saved_up(loop):
    pacer = Pacer(10, lambda: loop.now)
    await go(pacer)
    loop.now += 60
    await go(pacer)
    before = loop.now
    await go(pacer)
    assert loop.now - before == pytest.approx(1 / (10 * SAFETY))


async def test_a_pause_is_waited_out_by_everybody_who_waits(loop):
    pacer = Pacer(10, lambda: loop.now)
    await go(pacer)
    pacer.pause(5)
    await go(pacer)
    assert loop.now >= 5


async def test_the_rate_is_cut_once_per_pause_however_many_messages_were_refused(loop):
    pacer = Pacer(100, lambda: loop.now)
    await go(pacer)
    for _ in range(30):
        pacer.pause(2)
    assert pacer.rate == pytest.approx(100 * SAFETY * CUT)


async def test_what_was_cut_is_not_recovered_while_a_longer_pause_goes_on(loop):
    pacer = Pacer(100, lambda: loop.now)
    pacer.pause(1)
    pacer.pause(30)
    loop.now = 30.0
    assert pacer.rate == pytest.approx(100 * SAFETY * CUT)


async def test_the_rate_recovers_additively_and_stops_at_the_full_rate(loop):
    pacer = Pacer(100, lambda: loop.now)
    pacer.pause(2)
    loop.now = 3.0
    first = pacer.rate
    loop.now = 4.0
    second = pacer.rate
    loop.now = 5.0
    assert pacer.rate - second == pytest.approx(second - first)
    loop.now = 1000.0
    assert pacer.rate == pytest.approx(100 * SAFETY)


async def test_the_budget_never_promises_more_slots_than_the_time_holds(loop):
    pacer = Pacer(30, lambda: loop.now)
    assert pacer.budget(0.1) == 3
    pacer.pause(10)
    assert pacer.budget(0.1) == 0
    assert Pacer(0, lambda: loop.now).budget(0.1) > 1000


async def test_an_account_without_a_limit_never_waits(loop):
    pacer = Pacer(0, lambda: loop.now)
    for _ in range(100):
        await go(pacer)
    assert loop.now == 0.0


async def test_who_wakes_late_makes_up_for_a_moment_and_no_more(loop):
    pacer = Pacer(100, lambda: loop.now)
    await asyncio.gather(*(go(pacer) for _ in range(3)))
    waiting = [asyncio.create_task(go(pacer)) for _ in range(30)]
    await asyncio.sleep(0)
    loop.now += 5.0  # the loop was blocked: 500 slots would have gone by
    before = loop.now
    await asyncio.gather(*waiting)
    assert loop.now - before >= 28 / (100 * SAFETY) - LATE


async def test_whoever_gives_up_takes_no_slot(loop):
    pacer = Pacer(10, lambda: loop.now)
    await go(pacer)
    given_up, patient = asyncio.create_task(go(pacer)), asyncio.create_task(go(pacer))
    await asyncio.sleep(0)
    given_up.cancel()
    await patient
    assert loop.now == pytest.approx(1 / (10 * SAFETY), abs=0.02)


async def test_those_who_wait_go_in_the_order_they_came(loop):
    pacer, went = Pacer(50, lambda: loop.now), []

    async def goes(number: int) -> None:
        await go(pacer)
        went.append(number)

    await asyncio.gather(*(goes(number) for number in range(20)))
    assert went == list(range(20))


async def test_no_second_holds_more_than_the_limit_however_late_messages_set_out(loop):
    pacer, went = Pacer(100, lambda: loop.now), []

    async def goes() -> None:
        await go(pacer)
        went.append(loop.now)

    sending = [asyncio.create_task(goes()) for _ in range(300)]
    while not all(task.done() for task in sending):
        await asyncio.sleep(0)
        loop.now += 0.04 if len(went) % 7 == 0 else 0.0  # busy moments
    for at, moment in enumerate(went):
        assert sum(moment <= other < moment + 1.0 for other in went[at:]) <= 99


@pytest.mark.parametrize("there", [0.0, 0.5, 1.0])
@pytest.mark.parametrize(("quickest", "weight"), [(0.05, 1), (0.05, 11), (1.2, 1), (1.2, 11), (2.5, 1)])
def test_no_second_at_the_network_holds_more_than_the_limit_however_late_they_come_there(there, quickest, weight):
    """An answer takes as long as the quickest and up to JITTER more; `there` is the part of it that is over when the
    network counts.
    """
    came: list[float] = []

    async def scene() -> None:
        clock, chance = LoopClock(), random.Random(7)
        pacer = Pacer(100, clock.monotonic)

        async def goes() -> None:
            async with pacer.slot(weight=weight):
                way = quickest + chance.choice([0.0, 0.0, 0.0, chance.random() * JITTER])
                await asyncio.sleep(way * there)
                came.append(clock.monotonic())
                await asyncio.sleep(way * (1 - there))

        await asyncio.gather(*(goes() for _ in range(1500 // weight)))

    simulate(scene)
    came.sort()
    fullest = max(bisect_left(came, at + 1.0) - number for number, at in enumerate(came))
    assert fullest * weight <= 99
    assert (len(came) - 1) * weight / (came[-1] - came[0]) > (95 if weight == 1 else 85)


def test_whoever_is_never_answered_is_counted_no_longer_than_late_answers_are():
    async def scene() -> None:
        clock = LoopClock()
        pacer = Pacer(10, clock.monotonic)

        async def goes() -> float:
            async with pacer.slot():
                began = clock.monotonic()
                await asyncio.sleep(60.0)
                return began

        began = await asyncio.gather(*(goes() for _ in range(30)))
        assert max(began) - min(began) == pytest.approx(3.0, abs=0.2)

    simulate(scene)


async def test_whoever_had_a_slot_and_gave_up_leaves_its_room(loop):
    pacer, given_up = Pacer(2, lambda: loop.now), 0
    await go(pacer)
    for _ in range(5):
        waiting = asyncio.create_task(go(pacer))
        for _ in range(100):
            await asyncio.sleep(0)
            if pacer._serving is not None and not pacer._waiting:
                break
        given_up += waiting.cancel()  # it has its slot by now, and has not set out
        await asyncio.gather(waiting, return_exceptions=True)
    assert given_up == 5
    assert await asyncio.wait_for(go(pacer), 5)


@pytest.mark.parametrize(
    ("words", "files", "rate"),
    [
        ("short", 0, 0.0),
        ("x" * 9000, 0, 0.0),
        ("short", 10, 0.0),
        ("x" * 1025, 10, 0.0),  # an album under its words: only two of them are within the limit of a second
        ("short", 1, 0.0),
        ("short", 10, 2.0),
        ("short", 0, 1.875),
        ("short", 0, 3.75),
    ],
)
async def test_a_rehearsal_takes_as_long_as_the_pacer(loop, words, files, rate):
    """`rate` is what an organiser allows; an announcement that was slowed down has a pace of its own."""
    berlin = ZoneInfo("Europe/Berlin")
    then = calendar(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 0, berlin)
    people, telegram = 200, abilities(rate=30.0)
    heavy = fit(words, [Sized(5, picture=True)] * files, telegram).weight
    outgoing = Outgoing(words, files=(FileRef(1, "a.jpg", "image/jpeg"),) * files)
    row = Delivery(7, 3, "chat", Lane.ANNOUNCEMENT, "de", outgoing, 1, (), (), None)
    pacer, own = Pacer(telegram.rate, lambda: loop.now), Pacer(rate, lambda: loop.now)
    for _ in range(people):
        assert await go(own)
        assert await go(pacer, messages(row, telegram))
    limits = {"telegram:1": Limits(steady(telegram.rate, heavy), weight=heavy)}
    plan = rehearse(Reach({"telegram:1": people}), Waits(), limits, then, berlin, rate * SAFETY)
    assert plan.seconds == pytest.approx(loop.now, rel=0.02)
