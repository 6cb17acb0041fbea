"""Announcements: written, rewritten, moved by exactly one organiser, scheduled and repeated."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.announcements.announcement import REPEATS, AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience, Circle
from tests.contracts.announcements.town import DRAFT, NEWS

S = AnnouncementState
STRANGE = Draft(
    Words("de", "Neues \x00 \ud800", "en", "*News*"),
    Audience(Circle.MEMBERS, ("company",), ("1",), ("energy",), ("sun",), ("bike",), ("de",), ("matrix",), (1, 2)),
    "energy",
    "sun",
    (),
    (("body", ">Neues \ud800"), ("audience", "=members")),
)


async def files(town, *, owner: int, count: int = 2) -> tuple[int, ...]:
    def add(work):
        return tuple(work.files.add(owner, b"x", f"{at}.png", "image/png", town.clock.now()).id for at in range(count))

    return await town.do(add)


async def test_everything_an_organiser_decided_is_kept_as_it_was(town, clock):
    pictures = await files(town, owner=7)
    draft = Draft(STRANGE.words, STRANGE.audience, "energy", "sun", pictures[::-1], STRANGE.answers)
    number = await town.add(draft, S.DRAFT, author=7, requested_by=9)
    kept = await town.get(number)
    assert kept.draft == draft
    assert (kept.author, kept.requested_by, kept.released_by, kept.state) == (7, 9, None, S.DRAFT)
    assert (kept.created_at, kept.send_at, kept.started_at, kept.recurrence) == (clock.now(), None, None, "")
    assert (kept.total, kept.enqueued, kept.rate, kept.round, kept.step) == (0, False, 0.0, 0, None)
    assert await town.get(number + 1) is None


async def test_the_newest_in_some_states_with_their_files(town):
    pictures = await files(town, owner=7)
    numbers = [await town.add(Draft(Words("de", "x"), Audience(), files=pictures[:at]), S.DRAFT) for at in range(3)]
    await town.add(state=S.WAITING)
    found = await town.store.read(lambda work: work.announcements.listed((S.DRAFT, S.DONE), 2))
    assert [(one.id, one.draft.files) for one in found] == [(numbers[2], pictures), (numbers[1], pictures[:1])]


@pytest.mark.parametrize("state", [S.DRAFT, S.WAITING, S.SCHEDULED, S.REQUESTED])
async def test_what_may_be_changed_becomes_the_draft_of_whoever_changes_it(town, state):
    number = await town.add(state=S.DRAFT, author=7, requested_by=9)
    await town.move(number, state, released_by=8)
    assert await town.do(lambda work: work.announcements.rewrite(number, STRANGE, 5))
    kept = await town.get(number)
    assert (kept.draft, kept.state, kept.author, kept.released_by, kept.requested_by) == (STRANGE, S.DRAFT, 5, None, 9)


@pytest.mark.parametrize("state", [S.ENQUEUING, S.SENDING, S.PAUSED, S.DONE, S.CANCELLED, S.WITHDRAWN])
async def test_what_is_on_its_way_or_over_is_not_changed(town, state):
    number = await town.add(state=S.DRAFT)
    await town.move(number, state)
    assert not await town.do(lambda work: work.announcements.rewrite(number, STRANGE, 5))
    assert (await town.get(number)).draft == DRAFT


async def test_of_two_organisers_at_once_one_releases_and_the_other_hears_of_it(town):
    number = await town.add(state=S.WAITING)
    done = await asyncio.gather(
        town.move(number, S.ENQUEUING, S.WAITING, released_by=2), town.move(number, S.CANCELLED, S.WAITING)
    )
    assert sorted(done) == [False, True]
    kept = await town.get(number)
    assert (kept.state, kept.released_by) == ((S.ENQUEUING, 2) if done[0] else (S.CANCELLED, None))


async def test_beginning_and_taking_up_again_note_the_time(town, clock):
    number = await town.add(state=S.DRAFT)
    await town.move(number, S.WAITING)
    assert (await town.get(number)).started_at is None
    began = clock.turn(minutes=1)
    await town.move(number, S.ENQUEUING)
    clock.turn(minutes=1)
    await town.move(number, S.PAUSED)
    assert (await town.get(number)).started_at == began
    again = clock.turn(minutes=1)
    await town.move(number, S.SENDING)
    assert (await town.get(number)).started_at == again


async def test_a_scheduled_one_is_due_at_its_time(town, clock):
    number, later = await town.add(state=S.SCHEDULED), await town.add(state=S.SCHEDULED)
    at = clock.now() + timedelta(hours=1)
    await town.do(lambda work: work.announcements.schedule(number, at, "weekly:3:17:00"))
    await town.do(lambda work: work.announcements.schedule(later, at + timedelta(hours=1), ""))
    assert ((await town.get(number)).send_at, (await town.get(number)).recurrence) == (at, "weekly:3:17:00")
    assert await town.store.read(lambda work: work.announcements.due(at - timedelta(seconds=1))) == []
    assert await town.store.read(lambda work: work.announcements.due(at)) == [number]
    await town.move(number, S.CANCELLED)
    assert await town.store.read(lambda work: work.announcements.due(at)) == []


async def test_what_is_on_its_way_is_not_scheduled_anew(town, clock):
    number = await town.add()
    await town.do(lambda work: work.announcements.schedule(number, clock.now(), ""))
    assert (await town.get(number)).send_at is None


async def test_a_recurring_one_is_sent_as_a_copy_with_the_same_words_and_release(town, clock):
    await town.settle_in("a")
    draft = Draft(DRAFT.words, DRAFT.audience, "energy", files=await files(town, owner=7))
    number = await town.add(draft, S.SCHEDULED, author=7, requested_by=9)
    await town.move(number, S.SCHEDULED, released_by=8)
    await town.do(lambda work: work.announcements.schedule(number, clock.now(), "weekly:3:17:00"))
    copy = await town.do(lambda work: work.announcements.repeat(number, clock.now()))
    kept = await town.get(copy)
    of_the_same = replace(draft, answers=((REPEATS, str(number)),))
    assert (kept.draft, kept.state, kept.recurrence, kept.send_at) == (of_the_same, S.ENQUEUING, "", None)
    assert (kept.author, kept.requested_by, kept.released_by, kept.started_at) == (7, 9, 8, clock.now())
    assert (await town.get(number)).state is S.SCHEDULED
    while not await town.enqueue(copy):
        pass
    assert [row.outgoing.text for row in await town.claim()] == ["Neues"]


async def test_what_is_not_there_is_not_repeated(town, clock):
    with pytest.raises(LookupError):
        await town.do(lambda work: work.announcements.repeat(4711, clock.now()))


async def test_a_limit_set_by_an_organiser(town):
    number = await town.add()
    await town.do(lambda work: work.announcements.set_rate(number, 2.5))
    assert (await town.get(number)).rate == 2.5


async def test_the_ready_words_of_a_step_replace_earlier_ones(town):
    await town.settle_in("a", language="fr")
    number = await town.announce()
    await town.do(lambda work: work.announcements.write(number, Step.SEND, {"en": "Better", "de": "Besser"}))
    await town.do(lambda work: work.announcements.write(number, Step.CORRECT, {"de": "Etwas anderes"}))
    assert [row.outgoing.text for row in await town.claim()] == ["Better"]  # the first is the fallback
    assert NEWS["de"] == "Neues"


async def test_what_goes_out_belongs_to_the_alliance_and_keeps_its_pictures(town, clock):
    anna, _ = await town.do(lambda work: work.people.meet("telegram:1", "anna", "de", clock.now()))
    released, waiting = await files(town, owner=anna.id, count=1), await files(town, owner=anna.id, count=1)
    await town.settle_in("b")
    draft = Draft(DRAFT.words, DRAFT.audience, files=released)
    number = await town.add(draft, S.WAITING, author=anna.id)
    other = await town.add(Draft(DRAFT.words, DRAFT.audience, files=waiting), S.WAITING, author=anna.id)
    await town.move(number, S.ENQUEUING)
    await town.do(lambda work: work.privacy.erase(anna.id, clock.now()))
    while not await town.enqueue(number):
        pass
    [row] = await town.claim()
    assert [file.id for file in row.outgoing.files] == list(released)
    assert await town.store.read(lambda work: work.files.get(released[0])) is not None
    assert await town.store.read(lambda work: work.files.get(waiting[0])) is None
    assert (await town.get(other)).draft.files == ()


async def test_files_of_announcements_are_in_use(town, clock):
    kept, unused = await files(town, owner=7)
    await town.add(Draft(DRAFT.words, DRAFT.audience, files=(kept,)), S.DRAFT)
    later = clock.now() + timedelta(days=1)
    assert await town.do(lambda work: work.files.forget_unused(later)) == 1
    assert await town.store.read(lambda work: work.files.get(kept)) is not None
    assert await town.store.read(lambda work: work.files.get(unused)) is None
