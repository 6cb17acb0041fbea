"""Copies are written once for everybody who wants them, in parts; what is bundled waits for the right digest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.ports import Lane, State
from bot.domain.announcements.announcement import AnnouncementState, Draft, Words
from bot.domain.announcements.audience import Audience, Circle
from bot.domain.announcements.wishes import Rhythm
from tests.contracts.announcements.town import ACCOUNT, DRAFT, EVERYONE

S = AnnouncementState
TODAY_AT_FIVE = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)  # 17:00 in Berlin, a Monday
THURSDAY_AT_FIVE = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)


async def test_everybody_in_the_audience_gets_one_copy_in_their_language(town):
    for name, language in (("a", "de"), ("b", "en"), ("c", "de-du"), ("d", "fr")):
        await town.settle_in(name, language=language)
    await town.settle_in("e", follows=False)
    number = await town.announce()
    assert [(row.address, row.outgoing.text, row.lane, row.announcement) for row in await town.claim()] == [
        ("a", "Neues", Lane.ANNOUNCEMENT, number),
        ("b", "News", Lane.ANNOUNCEMENT, number),
        ("c", "Neues", Lane.ANNOUNCEMENT, number),
        ("d", "Neues", Lane.ANNOUNCEMENT, number),
    ]
    kept = await town.get(number)
    assert (kept.total, kept.state, kept.enqueued) == (4, S.SENDING, True)


async def test_a_kill_between_two_parts_loses_nobody_and_doubles_nobody(town, clock):
    for number in range(25):
        await town.settle_in(str(number))
    number = await town.add()

    def killed(work):
        work.announcements.enqueue(number, town.calendar(), 10)
        raise KeyError("killed")

    finished = []
    for _ in range(4):
        with pytest.raises(KeyError):
            await town.do(killed)
        finished.append(await town.enqueue(number, 10))
    assert finished == [False, False, False, True]
    assert await town.enqueue(number, 10) is True
    assert sorted(row.address for row in await town.claim()) == sorted(str(each) for each in range(25))
    assert (await town.get(number)).total == 25


async def test_a_small_audience_in_a_large_town_is_written_part_by_part_too(town):
    for number in range(25):
        await town.settle_in(str(number), language="en" if number % 10 == 0 else "de")
    number = await town.announce(Draft(DRAFT.words, Audience(languages=("en",))), chunk=4)
    assert [row.address for row in await town.claim()] == ["0", "10", "20"]
    assert (await town.get(number)).total == 3


@pytest.mark.parametrize("state", [S.DRAFT, S.WAITING, S.SCHEDULED, S.PAUSED, S.CANCELLED])
async def test_nothing_is_written_for_one_that_is_not_on_its_way(town, state):
    await town.settle_in("a")
    number = await town.add()
    await town.move(number, state)
    assert await town.enqueue(number) is True
    assert await town.claim() == []
    assert (await town.get(number)).total == 0


async def test_what_is_on_its_way_is_driven_on(town):
    number, paused = await town.add(), await town.add()
    await town.move(paused, S.PAUSED)
    assert await town.store.read(lambda work: work.announcements.unfinished()) == [number]
    await town.enqueue(number)
    await town.enqueue(number)
    assert await town.store.read(lambda work: work.announcements.unfinished()) == [number]
    await town.move(number, S.DONE)
    assert await town.store.read(lambda work: work.announcements.unfinished()) == []


async def test_a_topic_switched_off_gets_no_copy_and_the_other_topics_do(town):
    person = await town.settle_in("a")
    await town.topic_off(person, "energy")
    assert (await town.get(await town.announce(Draft(DRAFT.words, EVERYONE, "energy")))).total == 0
    assert (await town.get(await town.announce(Draft(DRAFT.words, EVERYONE, "traffic")))).total == 1
    await town.do(lambda work: work.wishes.set_topic(person, "energy", wanted=True))
    assert (await town.get(await town.announce(Draft(DRAFT.words, EVERYONE, "energy")))).total == 1


# -- digests ---------------------------------------------------------------------------------------------------------


async def test_each_rhythm_waits_for_its_own_digest(town, clock):
    daily, weekly, paused = [await town.settle_in(name) for name in ("daily", "weekly", "paused")]
    await town.settle_in("at once")
    back = clock.now() + timedelta(days=10)
    await town.wishes(daily, rhythm=Rhythm.DAILY)
    await town.wishes(weekly, rhythm=Rhythm.WEEKLY)
    await town.wishes(paused, rhythm=Rhythm.DAILY, pause=back)
    number = await town.announce()
    assert [row.address for row in await town.claim()] == ["at once"]
    assert (await town.get(number)).total == 1
    assert (await town.store.read(lambda work: work.announcements.tally(number))).bundled == 3
    second = timedelta(seconds=1)
    assert await town.due(TODAY_AT_FIVE - second) == {}
    assert await town.due(TODAY_AT_FIVE) == {daily: (number,)}
    assert set(await town.due(THURSDAY_AT_FIVE - second)) == {daily}
    assert set(await town.due(THURSDAY_AT_FIVE)) == {daily, weekly}
    assert set(await town.due(back - second)) == {daily, weekly}
    assert set(await town.due(back)) == {daily, weekly, paused}


async def test_beyond_the_weekly_limit_it_waits_for_the_weekly_digest(town, clock):
    town.per_week = 2
    person = await town.settle_in("a")
    for _ in range(2):
        await town.announce()
        await town.deliver()
        clock.turn(hours=1)
    third = await town.announce()
    assert await town.claim() == []
    assert await town.due(THURSDAY_AT_FIVE) == {person: (third,)}
    clock.turn(days=7)
    await town.announce()
    assert len(await town.claim()) == 1


async def test_only_what_a_person_got_counts_for_the_limit(town, clock):
    """Not what was cancelled or refused, nor corrections of it, nor what others got."""
    town.per_week = 1
    await town.settle_in("a", language="en")
    await town.announce(Draft(DRAFT.words, Audience(languages=("fr",))))
    refused = await town.announce()
    await town.settle(*await town.claim(), state=State.REFUSED)
    await town.announce()
    assert len(await town.claim()) == 1
    assert await town.tally(refused) == {"refused": 1}


async def test_the_limit_is_the_persons_own_whatever_network_they_use(town, clock):
    from tests.contracts.announcements.test_store_audience import two_contacts

    town.per_week = 1
    person = await two_contacts(town, clock)
    await town.announce()
    await town.wishes(person, network="telegram")
    number = await town.announce()
    assert await town.claim() == []
    assert await town.due(THURSDAY_AT_FIVE) == {person: (number,)}


# -- places ----------------------------------------------------------------------------------------------------------


async def places(town, *, may: bool = True) -> tuple[int, ...]:
    def invite(work):
        found = [work.places.invited(ACCOUNT, address, "Gruppe", town.clock.now()) for address in ("-1", "-2")]
        work.places.decide(found[0].id, town.clock.now(), may=may)
        return tuple(place.id for place in found)

    return await town.do(invite)


async def test_a_place_is_published_in_once_where_that_is_allowed(town):
    for name in ("a", "b", "c"):
        await town.settle_in(name)
    asked = await places(town)
    number = await town.announce(Draft(DRAFT.words, Audience(places=asked)), chunk=1)
    rows = await town.claim()
    assert sorted((row.contact > 0, row.address) for row in rows) == [
        (False, "-1"),
        (True, "a"),
        (True, "b"),
        (True, "c"),
    ]
    assert {row.outgoing.text for row in rows} == {"Neues"}
    await town.settle(*rows)
    assert await town.tally(number) == {"sent": 4}


async def test_only_places_and_no_people(town):
    await town.settle_in("a")
    words = Words("en", "News", "de", "Neues")
    number = await town.announce(Draft(words, Audience(Circle.NOBODY, places=await places(town))))
    [row] = await town.claim()
    assert (row.address, row.outgoing.text, row.language) == ("-1", "News", "en-x-place")
    assert (await town.get(number)).total == 1


async def test_a_place_that_moves_or_puts_the_bot_out_is_known_by_that(town):
    number = await town.announce(Draft(DRAFT.words, Audience(Circle.NOBODY, places=await places(town))))
    [row] = await town.claim()
    await town.settle(row, state=State.QUEUED, not_before=town.clock.now(), moved_to="-100")
    [row] = await town.claim()
    assert row.address == "-100"
    assert [place.address for place in await town.store.read(lambda work: work.places.listed())] == ["-100", "-2"]
    await town.settle(row, state=State.UNREACHABLE, contact_gone=True)
    assert [place.address for place in await town.store.read(lambda work: work.places.listed())] == ["-2"]
    assert await town.tally(number) == {"unreachable": 1}


# -- what comes back -------------------------------------------------------------------------------------------------


async def test_which_announcement_a_message_was(town):
    person = await town.settle_in("a")
    first, second = await town.announce(), await town.announce()
    for _ in range(2):
        await town.deliver()
    contact = await town.contact(person)
    refs = {}

    def look(work):
        for ref in range(1, 5):
            refs[ref] = work.announcements.announced(contact, f"r{ref}")
        return refs

    assert await town.store.read(look) == {1: first, 2: second, 3: None, 4: None}
    assert await town.store.read(lambda work: work.announcements.announced(contact + 1, "r1")) is None
