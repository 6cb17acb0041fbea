"""Later steps: every copy that was sent is corrected or withdrawn, once, and where that fails a message follows."""

from __future__ import annotations

import pytest

from bot.core.ports import State
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step
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
    return await town.do(lambda work: work.announcements.follow_up(number, town.clock.now(), chunk))


async def take(town, number: int, step: Step, chunk: int = 10_000):
    """Begin a step and write all its deliveries; what is claimed then."""
    assert await begin(town, number, step)
    while not await follow_up(town, number, chunk):
        pass
    return await town.claim()


async def open_in(town, number: int, step: Step) -> int:
    return await town.store.read(lambda work: work.announcements.open_in(number, step))


@pytest.mark.parametrize("step", FOLLOWS)
async def test_every_copy_that_was_sent_is_changed_where_it_lies(town, step):
    number = await sent(town)
    rows = await take(town, number, step, chunk=2)
    assert [(row.address, row.edits, row.outgoing.text) for row in rows] == [
        (str(at), (f"r{at + 1}",), f"{step} de") for at in range(3)
    ]
    assert [row.outgoing.withdrawn for row in rows] == [step is Step.WITHDRAW] * 3
    assert await open_in(town, number, step) == 3
    await town.settle(*rows)
    assert await open_in(town, number, step) == 0
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
    assert await open_in(town, number, FOLLOWS[step]) == 1


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
    assert finished == [False, False, False, True]
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
    for name in ("a", "b"):
        await town.settle_in(name)
    number = await town.add()
    await town.enqueue(number, 1)
    assert not await begin(town, number, Step.CORRECT), "copies are still being written"
    while not await town.enqueue(number):
        pass
    assert not await begin(town, number, Step.CORRECTION), "nothing was refused before"
    assert await begin(town, number, Step.CORRECT)
    for step in Step:
        assert not await begin(town, number, step), "its deliveries are still being written"
    await town.deliver()
    await follow_up(town, number)
    await follow_up(town, number)
    assert not await begin(town, number, Step.WITHDRAW)
    assert not await begin(town, number, Step.WITHDRAWAL)
    assert await begin(town, number, Step.CORRECTION)
    assert not await town.do(lambda work: work.announcements.begin(4711, Step.CORRECT))


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
    assert [await follow_up(town, number) for _ in range(3)] == [False] * 3
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
