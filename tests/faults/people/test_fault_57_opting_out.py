"""Fault 57: somebody who opts out while an announcement runs gets it no more, whoever it is and whenever they do."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.ports import Work
from bot.core.running.dispatching import HORIZON
from bot.core.transport import Abilities
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience
from bot.domain.announcements.wishes import calendar
from bot.parts.clock import SystemClock

PEOPLE, OPT_OUTS = 60, 12
BERLIN = ZoneInfo("Europe/Berlin")
WAYS = ("STOPP", "topic", "pause")
"""A word that stops everything, the topic switched off, and a pause: the digest after it has the announcement then."""


@pytest.mark.parametrize("seed", range(3))
async def test_fault_57_nobody_gets_it_after_their_wish_was_committed(world, seed: int):
    chance = random.Random(seed)
    people = [f"p{number}" for number in range(PEOPLE)]
    sent_at: dict[str, float] = {}
    stopped_at: dict[str, float] = {}
    world.wire.abilities = Abilities(rate=60)
    world.wire.behave = lambda shipment: sent_at.setdefault(shipment.address, time.monotonic()) and None
    number = await world.store.transact(lambda work: _announce(work, world.wire.account, people))
    world.start()
    leavers = chance.sample(people[15:], OPT_OUTS)
    way = {address: WAYS[at % len(WAYS)] for at, address in enumerate(leavers)}
    for after, address in zip(sorted(chance.sample(range(2, 20), OPT_OUTS)), leavers, strict=True):
        await world.until(lambda wanted=after: len(sent_at) >= wanted)
        await _opt_out(world, address, way[address])
        stopped_at[address] = time.monotonic()
    await world.until(lambda: len(sent_at) + sum(address not in sent_at for address in leavers) >= PEOPLE)

    spared = [address for address in leavers if address not in sent_at]
    bundled = sum(way[address] == "pause" for address in spared)
    ends = {"sent": len(sent_at), "cancelled": len(spared) - bundled}
    await world.until_states({state: count for state, count in ends.items() if count})
    late = {who: sent_at[who] - at for who, at in stopped_at.items() if who in sent_at and sent_at[who] > at}
    assert all(delay < 2 * HORIZON for delay in late.values()), f"only what was on its way already: {late}"
    assert len(spared) >= OPT_OUTS // 2
    assert {way[address] for address in spared} == set(WAYS)
    tally = await world.store.read(lambda work: work.announcements.tally(number))
    assert {state: tally.of(state) for state in ends} == ends
    assert (tally.open, tally.total, tally.bundled) == (0, PEOPLE - bundled, bundled)
    back = SystemClock().now() + timedelta(days=2)
    assert len(await world.store.read(lambda work: work.wishes.due(back))) == bundled


def _announce(work: Work, account: str, people: Sequence[str]) -> int:
    now = SystemClock().now()
    for address in people:
        person, _ = work.people.meet(account, address, "de", now)
        work.people.set_follows(person.id, follows=True)
        work.people.set_news(person.id, wanted=True)
    draft = Draft(Words("de", "News"), Audience(), "energy")
    number = work.announcements.add(1, draft, AnnouncementState.ENQUEUING, now)
    work.announcements.write(number, Step.SEND, {"de": "News", "en": "News"})
    while not work.announcements.enqueue(number, calendar(now, 0, BERLIN)):
        pass
    return number


async def _opt_out(world, address: str, way: str) -> None:
    """Say so; when this returns, it is committed."""
    if way == "STOPP":
        world.wire.arrives(world.wire.message(address, "STOPP"))
        while (await _person(world, address)).news:  # the commit is seen in the database alone
            pass
        return
    person = await _person(world, address)
    tomorrow = SystemClock().now() + timedelta(days=1)

    def wish(work: Work) -> None:
        if way == "topic":
            work.wishes.set_topic(person.id, "energy", wanted=False)
        else:
            work.wishes.set_pause(person.id, tomorrow)

    await world.store.transact(wish)


async def _person(world, address: str):
    found = await world.store.read(lambda work: work.people.find(world.wire.account, [address]))
    return found[address][0]
