"""Whose turn it is: what changes copies that arrived goes first, and a short sending waits for no long one."""

from __future__ import annotations

import pytest

from bot.domain.announcements.announcement import AnnouncementState, Draft, Step
from bot.domain.announcements.audience import Audience
from tests.contracts.announcements.test_store_steps import begin, follow_up
from tests.contracts.announcements.town import DRAFT

ENGLISH = Draft(DRAFT.words, Audience(languages=("en",)))


@pytest.fixture
async def many(town):
    """Five read German and two English."""
    for number in range(7):
        await town.settle_in(str(number), language="en" if number > 4 else "de")
    return town


async def test_what_is_taken_back_goes_before_corrections_and_these_before_anything_is_sent(many):
    corrected, withdrawn = await many.announce(), await many.announce()
    await many.deliver()
    while await many.deliver():
        pass
    running = await many.announce()
    for number, step in ((corrected, Step.CORRECT), (withdrawn, Step.WITHDRAW)):
        await begin(many, number, step)
        await follow_up(many, number)
    await many.move(withdrawn, AnnouncementState.WITHDRAWN)
    turns = [(await many.claim(limit=7))[0].announcement for _ in range(3)]
    assert turns == [withdrawn, corrected, running]


async def test_a_short_sending_goes_before_the_rest_of_a_long_one(many):
    long = await many.announce()
    await many.settle(*await many.claim(limit=2))
    short = await many.announce(ENGLISH)
    assert {row.announcement for row in await many.claim(limit=2)} == {short}
    assert {row.announcement for row in await many.claim()} == {long}


async def test_what_has_nearly_arrived_everywhere_is_finished_before_another_one(many):
    nearly = await many.announce()
    done = await many.claim(limit=6)
    await many.settle(*done)
    await many.do(lambda work: work.announcements.moved(nearly, len(done), many.clock.now()))
    await many.announce(ENGLISH)
    assert [row.announcement for row in await many.claim(limit=1)] == [nearly]


async def test_who_waits_for_whom_is_counted_by_the_same_order(many):
    long, short = await many.announce(), await many.announce(ENGLISH)

    async def ahead(announcement: int, copies: int) -> int:
        return sum((await many.store.read(lambda work: work.announcements.ahead(announcement, copies))).values())

    assert await ahead(long, 7) == 2
    assert await ahead(short, 2) == 0
    assert await ahead(99, 3) == 2, "one that is not written yet"
    assert await ahead(99, 8) == 9
    await many.move(short, AnnouncementState.PAUSED)
    assert await ahead(99, 8) == 7
