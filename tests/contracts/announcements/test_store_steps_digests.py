"""Later steps for who has it in a digest: a short message of its own, since the digest tells of others, too."""

from __future__ import annotations

from bot.core.messages import Outgoing
from bot.core.ports import Lane
from bot.domain.announcements.announcement import Draft, Step
from bot.domain.announcements.audience import Audience, Circle
from tests.contracts.announcements.test_store_steps import take
from tests.contracts.announcements.town import DRAFT


async def with_a_digest(town):
    """Somebody has got an announcement with a digest, and nobody otherwise."""
    person = await town.settle_in("a")
    number = await town.announce(Draft(DRAFT.words, Audience(Circle.NOBODY)))
    contact, tag = await town.contact(person), f"digest:{number}.0"
    now = town.clock.now()
    await town.do(lambda work: work.ledger.add(contact, Outgoing("Alles"), Lane.ANNOUNCEMENT, now, tag=tag))
    await town.settle(*await town.claim())
    return number, person


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
