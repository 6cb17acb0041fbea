"""The alliance in counts, over both databases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.overview import LATELY, Figures
from bot.domain.people.member import Join
from bot.domain.pledge import PledgeDraft, PledgeState
from bot.domain.story import Scope, StoryDraft, StoryState
from tests.contracts.announcements.town import DRAFT

JOIN = Join("company", "Sonne", "Anna", "Chefin", "08336050", listed=True)


async def figures(store, clock) -> Figures:
    now = clock.now()
    return await store.read(lambda work: work.overview.figures(now - LATELY, now))


@pytest.fixture
async def person(store, clock):
    return (await store.transact(lambda work: work.people.meet("a:1", "anna", "de", clock.now())))[0].id


async def test_nothing_is_nought(store, clock):
    found = await figures(store, clock)
    assert found == Figures(0, 0, 0, 0, 0, 0, 0, 0, {}, {})


async def test_everything_is_counted_where_it_stands(store, clock, person):
    def fill(work):
        now = clock.now()
        work.members.pause(work.members.add(JOIN, now).id, "x", now)
        work.members.add(JOIN, now - LATELY - timedelta(seconds=1))
        work.people.set_follows(person, follows=True)
        work.organisation.answered(work.organisation.ask(person, "a", "", now), person, now)
        work.organisation.ask(person, "b", "", now)
        for state in (StoryState.APPROVED, StoryState.SUBMITTED, StoryState.SUBMITTED):
            story = work.stories.add(StoryDraft("a", "b", "c", "d", 0, Scope.PUBLIC), person, "", "", "", now)
            work.stories.decide(story.id, state, (StoryState.SUBMITTED,), now)
        running, ended = (
            work.pledges.add(PledgeDraft("bike", "", "weekly", 3, 17), person, now, now) for _ in range(2)
        )
        work.pledges.set_state(ended.id, PledgeState.ENDED, None)
        for days in (40, 20, 10):
            at = now - timedelta(days=days)
            asked = work.pledges.open_check_in(running.id, date(2026, 1, days % 28 + 1), now, at)
            if days > 10:
                work.pledges.answer(asked.id, "yes", None, at)
        work.announcements.add(person, DRAFT, AnnouncementState.WAITING, now)

    await store.transact(fill)
    assert await figures(store, clock) == Figures(
        joined=1,
        left=0,
        resting=1,
        followers=1,
        questions=1,
        pledges=1,
        asked=2,
        answered=1,
        stories={StoryState.APPROVED: 1, StoryState.SUBMITTED: 2},
        announcements={AnnouncementState.WAITING: 1},
    )


async def test_a_member_who_follows_is_a_member(store, clock, person):
    def fill(work):
        work.people.set_follows(person, follows=True)
        work.people.set_member(person, work.members.add(JOIN, clock.now()).id)

    await store.transact(fill)
    assert (await figures(store, clock)).followers == 0


async def test_who_leaves_or_is_erased_is_counted_once_and_for_a_month(store, clock, person):
    def leave(work):
        member = work.members.add(JOIN, clock.now()).id
        work.members.remove(member, clock.now())
        work.members.remove(member, clock.now())

    def erase(work):
        work.people.set_member(person, work.members.add(JOIN, clock.now()).id)
        work.privacy.erase(person, clock.now())

    await store.transact(leave)
    clock.turn(days=1)
    await store.transact(erase)
    stranger = (await store.transact(lambda work: work.people.meet("a:1", "bert", "de", clock.now())))[0].id
    await store.transact(lambda work: work.privacy.erase(stranger, clock.now()))
    assert (await figures(store, clock)).left == 2
    clock.turn(days=30)
    assert (await figures(store, clock)).left == 1
    clock.turn(days=1)
    assert (await figures(store, clock)).left == 0
