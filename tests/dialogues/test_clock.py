"""A clock that jumps: what was planned, and what is gathered, keeps its time and comes once."""

import pytest

from bot.domain.announcements.announcement import AnnouncementState
from tests.dialogues.announcing.test_announcing import TICK, audience, first
from tests.dialogues.news.test_digests import EVENING, daily
from tests.dialogues.news.test_digests import TICK as DIGESTS
from tests.dialogues.scenes import announce
from tests.dialogues.sending.times.test_sending_planned import DUE, PLANS
from tests.stage import Stage

THURSDAY = """
    olga> Donnerstag 9 Uhr
    olga< Sendezeit: am 26. November 2026, 09:00
    olga> [Ja, so planen]
    olga< Geplant:
"""


@pytest.mark.parametrize("days", [1, -1])
async def test_fault_38_what_is_planned_goes_at_its_time_and_once_however_the_clock_jumps(
    stage: Stage, days: int
) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play(THURSDAY)
    for jump in (days, -days):
        stage.clock.turn(days=jump)
        await stage.tick(DUE)
        await stage.tick(TICK)
        await stage.play("lea<<")
        assert (await first(stage)).state is AnnouncementState.SCHEDULED
    stage.clock.turn(days=3)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März")
    for jump in (days, -days):
        stage.clock.turn(days=jump)
        await stage.tick(DUE)
        await stage.tick(TICK)
        await stage.play("lea<<")


@pytest.mark.parametrize("days", [1, -1])
async def test_fault_38_what_is_gathered_comes_once_however_the_clock_jumps(stage: Stage, days: int) -> None:
    await daily(stage)
    stage.clock.turn(days=days)
    await announce(stage, "Aus einer falschen Zeit.")
    await stage.tick(DIGESTS)
    await stage.play("<<")
    stage.clock.turn(days=-days)
    await stage.tick(DIGESTS)
    stage.clock.turn(days=1)
    stage.clock.turn(**EVENING)
    await stage.tick(DIGESTS)
    await stage.play("< Aus einer falschen Zeit.")
    stage.clock.turn(days=days)
    await stage.tick(DIGESTS)
    await stage.play("<<")
