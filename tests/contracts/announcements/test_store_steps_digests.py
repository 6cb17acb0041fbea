"""Later steps for who has it in a digest: a short message of its own, since the digest tells of others, too."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import pytest

from bot.core.messages import Outgoing
from bot.core.ports import Lane, Settlement, State
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step
from bot.domain.announcements.audience import Audience, Circle
from tests.contracts.announcements.test_store_steps import begin, follow_up, open_in, take
from tests.contracts.announcements.town import DRAFT


async def with_a_digest(town, tag="digest:{number}.0"):
    """Somebody has got an announcement with a digest, and nobody otherwise."""
    number, person, row = await digest_claimed(town, tag)
    await town.settle(row)
    return number, person


async def digest_claimed(town, tag="digest:{number}.0"):
    """The digest is being sent."""
    person = await town.settle_in("a")
    number = await town.announce(Draft(DRAFT.words, Audience(Circle.NOBODY)))
    await town.move(number, AnnouncementState.DONE)
    contact, name = await town.contact(person), tag.format(number=number)
    now = town.clock.now()
    await town.do(lambda work: work.ledger.add(contact, Outgoing("Alles"), Lane.ANNOUNCEMENT, now, tag=name))
    [row] = await town.claim()
    return number, person, row


async def test_a_digest_that_leaves_while_a_correction_begins_is_corrected_or_does_not_leave(town):
    person = await town.settle_in("a")
    number = await town.announce(Draft(DRAFT.words, Audience(Circle.NOBODY)))
    await town.move(number, AnnouncementState.DONE)
    contact, now = await town.contact(person), town.clock.now()
    looked, go_on = threading.Event(), threading.Event()

    def begins(work):
        assert work.announcements.get(number) is not None, "from here on PostgreSQL shows it what is there now"
        looked.set()
        go_on.wait(10)
        return work.announcements.begin(number, Step.CORRECT)

    async def leaves():
        tag = f"digest:{number}.0"
        await town.do(lambda work: work.ledger.add(contact, Outgoing("Alles"), Lane.ANNOUNCEMENT, now, tag=tag))
        return await town.claim()

    beginning = asyncio.create_task(town.do(begins))
    await asyncio.to_thread(looked.wait, 10)
    leaving = asyncio.create_task(leaves())
    await asyncio.wait({leaving}, timeout=0.5)  # SQLite lets it wait for the other one
    go_on.set()
    assert await beginning
    digests = await leaving
    for row in digests:
        await town.settle(row)
    assert await follow_up(town, number)
    assert await town.claim() == []
    assert len(await take(town, number, Step.CORRECTION)) == len(digests)


async def corrected(town, number: int) -> None:
    """A correction, as far as it goes now; its short messages wait or are being sent."""
    assert await take(town, number, Step.CORRECT) == []
    assert await begin(town, number, Step.CORRECTION)
    assert await follow_up(town, number)


async def test_a_notice_takes_the_place_of_the_short_correction_whatever_is_wished_by_now(town):
    number, person = await with_a_digest(town)
    assert await take(town, number, Step.CORRECT) == []
    [correction] = await take(town, number, Step.CORRECTION)
    assert correction.edits == ()
    await town.settle(correction)
    await town.do(lambda work: work.announcements.end(number))
    await town.do(lambda work: work.people.set_news(person, False))
    assert await take(town, number, Step.WITHDRAW) == []
    [notice] = await take(town, number, Step.WITHDRAWAL)
    assert notice.edits == (f"r{correction.id}",)
    assert not notice.outgoing.withdrawn


async def test_a_notice_of_its_own_is_for_who_wants_news(town):
    number, person = await with_a_digest(town)
    await town.do(lambda work: work.people.set_news(person, False))
    assert await take(town, number, Step.WITHDRAW) == []
    assert await take(town, number, Step.WITHDRAWAL) == []


# -- pauses and quiet hours ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("step", "then"), [(Step.CORRECT, Step.CORRECTION), (Step.WITHDRAW, Step.WITHDRAWAL)])
async def test_one_reader_in_a_pause_does_not_hold_the_step_up_and_is_told_afterwards(town, clock, step, then):
    number, person = await with_a_digest(town)
    await town.do(lambda work: work.announcements.write(number, Step.NOTICE, {"de": "notice de"}))
    await town.wishes(person, pause=clock.now() + timedelta(days=20))
    assert await take(town, number, step) == []
    if step is Step.WITHDRAW:
        await town.move(number, AnnouncementState.WITHDRAWN)
    assert await begin(town, number, then)
    assert await follow_up(town, number)
    assert await open_in(town, number, then), "nobody has asked yet what is wished"
    assert await town.claim() == []
    assert not await open_in(town, number, then)
    await town.do(lambda work: work.announcements.end(number))
    assert await town.claim() == []
    clock.turn(days=20)
    [row] = await town.deliver()
    assert row.outgoing.text == f"{Step.NOTICE if step is Step.WITHDRAW else then} de"
    assert await town.claim() == []


async def test_who_waited_for_a_correction_gets_only_the_next_one(town, clock):
    number, person = await with_a_digest(town)
    await town.wishes(person, pause=clock.now() + timedelta(days=20))
    for _ in range(2):
        await corrected(town, number)
        assert await town.claim() == []
        await town.do(lambda work: work.announcements.end(number))
    clock.turn(days=20)
    assert [row.outgoing.text for row in await town.deliver()] == ["correction de"]
    assert await town.claim() == []


async def test_a_try_that_failed_holds_the_step_up(town, clock):
    number, _ = await with_a_digest(town)
    await corrected(town, number)
    [row] = await town.claim()
    await town.settle(row, state=State.QUEUED, not_before=clock.now() + timedelta(minutes=5))
    assert await open_in(town, number, Step.CORRECTION)


# -- digests that come back while a correction is written ------------------------------------------------------------


async def test_of_a_digest_that_arrived_in_part_the_rest_is_sent_and_the_correction_follows(town, clock):
    number, _, row = await digest_claimed(town)
    part = Settlement(row.id, row.contact, State.QUEUED, ("r1",), not_before=clock.now())
    await town.do(lambda work: work.ledger.settle([part], clock.now()))
    assert await begin(town, number, Step.CORRECT)
    assert await follow_up(town, number)
    came = await town.deliver()
    assert [one.outgoing.text for one in came] == ["Alles"]
    assert [one.outgoing.text for one in await take(town, number, Step.CORRECTION)] == ["correction de"]


async def test_who_gets_the_digest_anew_gets_no_correction_too(town, clock):
    number, person, row = await digest_claimed(town)
    await corrected(town, number)
    back = Settlement(row.id, row.contact, State.QUEUED, not_before=clock.now())
    await town.do(lambda work: work.ledger.settle([back], clock.now()))
    assert await town.claim() == []
    assert await town.due() == {person: (number,)}
    assert not await open_in(town, number, Step.CORRECTION)


async def test_digests_named_without_rounds_are_corrected_too(town):
    number, _ = await with_a_digest(town, "digest:{number}")
    await corrected(town, number)
    assert [row.outgoing.text for row in await town.claim()] == ["correction de"]
