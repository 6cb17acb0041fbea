"""Fault 57: somebody who opts out while an announcement runs gets it no more, whoever it is and whenever they do."""

from __future__ import annotations

import random
import time
from zoneinfo import ZoneInfo

import pytest

from bot.clock import SystemClock
from bot.core.ports import Work
from bot.core.running.dispatching import HORIZON
from bot.core.transport import Abilities
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience, Circle
from bot.domain.announcements.wishes import calendar

PEOPLE, OPT_OUTS = 60, 12

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("seed", range(3))
async def test_fault_57_nobody_gets_it_after_their_stopp_was_committed(world, seed: int):
    chance = random.Random(seed)
    people = [f"p{number}" for number in range(PEOPLE)]
    sent_at: dict[str, float] = {}
    stopped_at: dict[str, float] = {}
    world.wire.abilities = Abilities(rate=60)
    world.wire.behave = lambda shipment: sent_at.setdefault(shipment.address, time.monotonic()) and None

    def prepare(work: Work) -> int:
        now = SystemClock().now()
        for address in people:
            person, _ = work.people.meet(world.wire.account, address, "de", now)
            work.people.set_follows(person.id, follows=True)
            work.people.set_news(person.id, wanted=True)
        number = work.announcements.add(
            1, Draft(Words("de", "News"), Audience(Circle.EVERYONE)), AnnouncementState.ENQUEUING, now
        )
        work.announcements.write(number, Step.SEND, {"de": "News", "en": "News"})
        assert work.announcements.enqueue(number, calendar(now, 0, BERLIN)) or work.announcements.enqueue(
            number, calendar(now, 0, BERLIN)
        )
        return number

    number = await world.store.transact(prepare)
    world.start()
    leavers = chance.sample(people[15:], OPT_OUTS)
    for after, address in zip(sorted(chance.sample(range(2, 20), OPT_OUTS)), leavers, strict=True):
        await world.until(lambda wanted=after: len(sent_at) >= wanted)
        world.wire.arrives(world.wire.message(address, "STOPP"))
        while await _wants(world, address):  # the commit is seen in the database alone
            pass
        stopped_at[address] = time.monotonic()
    await world.until(lambda: len(sent_at) + sum(address not in sent_at for address in leavers) >= PEOPLE)
    await world.until_states({"sent": len(sent_at), "cancelled": PEOPLE - len(sent_at)})

    late = {who: sent_at[who] - at for who, at in stopped_at.items() if who in sent_at and sent_at[who] > at}
    assert all(delay < 2 * HORIZON for delay in late.values()), f"only what was on its way already: {late}"
    assert len(sent_at) < PEOPLE, "some opted out in time"
    assert sum(address not in sent_at for address in leavers) >= OPT_OUTS // 2
    tally = await world.store.read(lambda work: work.announcements.tally(number))
    assert tally == {"sent": len(sent_at), "cancelled": PEOPLE - len(sent_at)}


async def _wants(world, address: str) -> bool:
    found = await world.store.read(lambda work: work.people.find(world.wire.account, [address]))
    return found[address][0].news
