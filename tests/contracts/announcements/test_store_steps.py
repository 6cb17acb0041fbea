"""Later steps: every copy that was sent is corrected or withdrawn, once, and where that fails a message follows."""

from __future__ import annotations

import pytest

from bot.core.ports import Settlement, State
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step, Written
from bot.domain.announcements.audience import Audience, Circle
from tests.contracts.announcements.test_store_announcements import files
from tests.contracts.announcements.test_store_copies import places
from tests.contracts.announcements.town import DRAFT

S = AnnouncementState
FOLLOWS = {Step.CORRECT: Step.CORRECTION, Step.WITHDRAW: Step.WITHDRAWAL}


async def sent(town, count: int = 3, **draft: object) -> int:
    for number in range(count):
        await town.settle_in(str(number))
    number = await town.announce(Draft(DRAFT.words, DRAFT.audience, **draft))
    await town.deliver()
    await town.move(number, S.DONE)
    return number


async def begin(town, number: int, step: Step) -> bool:
    def write(work):
        work.announcements.write(number, step, {"de": f"{step} de"})
        return work.announcements.begin(number, step)

    return await town.do(write)


async def follow_up(town, number: int, chunk: int = 10_000) -> bool:
    return await written(town, number, chunk) is Written.ALL


async def written(town, number: int, chunk: int = 10_000) -> Written:
    return await town.do(lambda work: work.announcements.follow_up(number, town.clock.now(), chunk))


async def take(town, number: int, step: Step, chunk: int = 10_000):
    """Begin a step and write all its deliveries; what is claimed then."""
    assert await begin(town, number, step)
    while not await follow_up(town, number, chunk):
        pass
    return await town.claim()


async def open_in(town, number: int, step: Step) -> bool:
    return await town.store.read(lambda work: work.announcements.open_in(number, step, town.clock.now()))


@pytest.mark.parametrize("step", FOLLOWS)
async def test_every_copy_that_was_sent_is_changed_where_it_lies(town, step):
    number = await sent(town)
    rows = await take(town, number, step, chunk=2)
    assert [(row.address, row.edits, row.outgoing.text) for row in rows] == [
        (str(at), (f"r{at + 1}",), f"{step} de") for at in range(3)
    ]
    assert [row.outgoing.withdrawn for row in rows] == [step is Step.WITHDRAW] * 3
    assert await open_in(town, number, step)
    await town.settle(*rows)
    assert not await open_in(town, number, step)
    assert (await town.get(number)).step is step
    await town.do(lambda work: work.announcements.end(number))
    assert (await town.get(number)).step is None


@pytest.mark.parametrize("step", FOLLOWS)
async def test_where_it_was_refused_the_next_step_follows(town, step):
    number = await sent(town)
    rows = await take(town, number, step)
    await town.settle(rows[0])
    await town.settle(rows[1], state=State.REFUSED)
    await town.settle(rows[2], state=State.UNREACHABLE)
    [row] = await take(town, number, FOLLOWS[step])
    assert (row.address, row.outgoing.text, row.outgoing.withdrawn) == ("1", f"{FOLLOWS[step]} de", False)
    assert row.edits == (() if step is Step.CORRECT else ("r2",))  # a message of its own; the copy overwritten
    assert await open_in(town, number, FOLLOWS[step])
    assert await fallen_back(town, number) == 0
    await town.settle(row)
    assert await fallen_back(town, number) == 1


async def fallen_back(town, number):
    return await town.store.read(lambda work: work.announcements.fallen_back(number))


async def test_a_kill_between_two_parts_of_a_step_neither_loses_nor_doubles(town):
    number = await sent(town, 5)
    assert await begin(town, number, Step.CORRECT)

    def killed(work):
        work.announcements.follow_up(number, town.clock.now(), 2)
        raise KeyError("killed")

    finished = []
    for _ in range(4):
        with pytest.raises(KeyError):
            await town.do(killed)
        finished.append(await follow_up(town, number, 2))
    assert finished == [False, False, True, True]
    assert await follow_up(town, number) is True
    assert [row.address for row in await town.claim()] == ["0", "1", "2", "3", "4"]


async def test_steps_count_neither_for_the_tally_nor_twice_in_a_round(town):
    number = await sent(town)
    await town.settle(*await take(town, number, Step.CORRECT), state=State.REFUSED)
    assert await town.tally(number) == {"sent": 3}
    assert (await town.get(number)).total == 3


async def test_a_second_correction_is_a_new_round_on_the_same_copies(town):
    number = await sent(town, 1)
    await town.settle(*await take(town, number, Step.CORRECT))
    await town.do(lambda work: work.announcements.end(number))
    [row] = await take(town, number, Step.CORRECT)
    assert row.edits == ("r1",)
    assert (await town.get(number)).round == 2


async def test_a_step_begins_only_when_nothing_else_is_under_way(town):
    number = await sent(town, 2)
    assert not await begin(town, number, Step.CORRECTION), "nothing was refused before"
    assert await begin(town, number, Step.CORRECT)
    for step in (Step.CORRECT, Step.CORRECTION, Step.WITHDRAWAL):
        assert not await begin(town, number, step), "its deliveries are still being written"
    await follow_up(town, number)
    assert not await begin(town, number, Step.CORRECT)
    assert not await begin(town, number, Step.WITHDRAWAL)
    assert await begin(town, number, Step.CORRECTION)
    assert not await town.do(lambda work: work.announcements.begin(4711, Step.CORRECT))


@pytest.mark.parametrize("state", [S.DRAFT, S.WAITING, S.SCHEDULED, S.WITHDRAWN])
async def test_no_step_brings_back_what_is_not_out_or_was_taken_back(town, state):
    number = await sent(town, 1)
    await town.move(number, state)
    assert not await begin(town, number, Step.CORRECT)
    assert not await begin(town, number, Step.WITHDRAW)


async def test_taking_back_does_not_wait_for_a_correction(town):
    number = await sent(town)
    rows = await take(town, number, Step.CORRECT)
    await town.settle(*rows, state=State.QUEUED, not_before=town.clock.now())
    assert await begin(town, number, Step.WITHDRAW)
    await town.move(number, S.WITHDRAWN)
    assert await town.carry_out(number) is Written.ALL
    assert await follow_up(town, number)
    rows = await town.claim()
    assert [(row.address, row.outgoing.withdrawn) for row in rows] == [(str(at), True) for at in range(3)]
    await town.settle(*rows)
    assert not await open_in(town, number, Step.CORRECT), "what waited of the correction is over"


async def test_writing_goes_on_beside_a_correction_and_gets_the_new_words(town):
    for name in ("a", "b", "c"):
        await town.settle_in(name)
    number = await town.add()
    await town.enqueue(number, 1)
    await town.deliver()
    assert await begin(town, number, Step.CORRECT)
    await town.do(lambda work: work.announcements.write(number, Step.SEND, {"de": "Neuer"}))
    await town.move(number, S.PAUSED)
    assert not (await town.get(number)).enqueued
    await town.move(number, S.ENQUEUING)
    while not await town.enqueue(number, 1):
        pass
    while not await follow_up(town, number, 1):
        pass
    rows = await town.claim()
    assert [(row.address, row.outgoing.text) for row in rows] == [("a", "correct de"), ("b", "Neuer"), ("c", "Neuer")]


async def test_what_is_sent_with_the_new_words_is_not_corrected(town):
    number = await sent(town, 1)
    for name in ("late", "later"):
        await town.settle_in(name)
    number = await town.announce()
    [first] = await town.claim(limit=1)
    await town.settle(first)
    assert await begin(town, number, Step.CORRECT)
    new = await town.claim()
    await town.settle(*new)
    assert await follow_up(town, number)
    assert [row.edits for row in await town.claim()] == [(f"r{first.id}",)]
    await town.do(lambda work: work.announcements.end(number))
    await town.deliver()
    assert {row.edits for row in await take(town, number, Step.CORRECT)} == {
        (f"r{row.id}",) for row in (first, *new)
    }, "the next one corrects them all"


async def test_a_withdrawal_takes_the_short_correction_back_too(town):
    number = await sent(town, 2)
    await town.settle(*await take(town, number, Step.CORRECT), state=State.REFUSED)
    short = await take(town, number, Step.CORRECTION)
    await town.settle(*short)
    await town.do(lambda work: work.announcements.end(number))
    rows = await take(town, number, Step.WITHDRAW)
    assert [row.edits for row in rows] == [(f"r{at}", f"r{one.id}") for at, one in enumerate(short, 1)]


async def test_parts_added_by_a_longer_correction_belong_to_the_copy(town):
    number = await sent(town, 1)
    [row] = await take(town, number, Step.CORRECT)
    longer = Settlement(row.id, row.contact, State.SENT, ("r1", "r1b"), announcement=number)
    await town.do(lambda work: work.ledger.settle([longer], town.clock.now()))
    await town.do(lambda work: work.announcements.end(number))
    assert [row.edits for row in await take(town, number, Step.WITHDRAW)] == [("r1", "r1b")]


async def test_what_was_stopped_while_it_was_written_can_still_be_taken_back(town):
    for name in ("a", "b"):
        await town.settle_in(name)
    number = await town.add()
    await town.enqueue(number, 1)
    await town.deliver()
    await town.move(number, S.CANCELLED)
    [row] = await take(town, number, Step.WITHDRAW)
    assert (row.address, row.edits) == ("a", ("r1",))


async def test_a_copy_that_is_just_being_sent_is_not_passed_by(town):
    """It was claimed with the old words; as soon as it is out it is corrected too."""
    for name in ("a", "b", "c"):
        await town.settle_in(name)
    number = await town.announce()
    a, b, c = await town.claim()
    await town.settle(a, c)
    assert await begin(town, number, Step.CORRECT)
    assert [await written(town, number) for _ in range(3)] == [Written.MORE, Written.WAITS, Written.WAITS]
    assert [row.address for row in await town.claim()] == ["a"]
    await town.settle(b)
    while not await follow_up(town, number):
        pass
    assert [row.address for row in await town.claim()] == ["b", "c"]


async def test_withdrawing_goes_on_when_what_still_waited_is_stopped(town):
    for name in ("a", "b"):
        await town.settle_in(name)
    number = await town.announce()
    await town.settle(*await town.claim(limit=1))
    assert await begin(town, number, Step.WITHDRAW)
    while not await follow_up(town, number):
        pass
    await town.move(number, S.WITHDRAWN)
    await town.carry_out(number)
    assert [(row.address, row.outgoing.withdrawn) for row in await town.claim()] == [("a", True)]
    assert await town.tally(number) == {"sent": 1, "cancelled": 1}


async def test_pictures_go_with_the_copy_and_its_correction_only(town):
    pictures = await files(town, owner=7)
    for name in ("a", "b"):
        await town.settle_in(name)
    number = await town.announce(Draft(DRAFT.words, DRAFT.audience, files=pictures[::-1]))
    rows = await town.claim()
    assert {tuple(file.id for file in row.outgoing.files) for row in rows} == {pictures[::-1]}
    assert [file.name for file in rows[0].outgoing.files] == ["1.png", "0.png"]
    await town.settle(*rows)
    [row, _] = rows = await take(town, number, Step.CORRECT)
    assert [file.id for file in row.outgoing.files] == list(pictures[::-1])
    await town.settle(*rows, state=State.REFUSED)
    [row, _] = await take(town, number, Step.CORRECTION)
    assert row.outgoing.files == ()


async def test_places_are_followed_to_where_they_are_now(town):
    number = await town.announce(Draft(DRAFT.words, Audience(Circle.NOBODY, places=await places(town))))
    await town.deliver()
    await town.do(lambda work: work.places.moved("telegram:1", "-1", "-100"))
    [row] = await take(town, number, Step.CORRECT)
    assert (row.address, row.edits) == ("-100", ("r1",))


async def test_a_step_under_way_is_driven_on(town):
    number = await sent(town)
    assert await town.store.read(lambda work: work.announcements.unfinished()) == []
    await begin(town, number, Step.CORRECT)
    assert await town.store.read(lambda work: work.announcements.unfinished()) == [number]
