"""Fault 58: what is meant for one person reaches nobody else, however much is on its way at once."""

from __future__ import annotations

import random
from zoneinfo import ZoneInfo

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.ports import Work
from bot.core.transport import Abilities
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience, Circle
from bot.domain.announcements.wishes import calendar
from bot.parts.clock import SystemClock

BERLIN = ZoneInfo("Europe/Berlin")
PEOPLE = 200
CONTENTS = {"de": "Nachricht auf Deutsch", "en": "Announcement in English"}


async def test_fault_58_two_hundred_people_each_see_their_own_words_and_language_alone(world):
    chance = random.Random(58)
    people = {f"p{number}": ("de", "en")[number % 2] for number in range(PEOPLE)}
    world.wire.abilities = Abilities(rate=2000, in_flight=64, idempotent_for=3600)
    world.wire.latency = 0.002

    def behave(shipment):
        return DeliveryProblem(Verdict.UNSENT, "refused") if chance.random() < 0.05 else None

    def prepare(work: Work) -> None:
        now = SystemClock().now()
        for address, language in people.items():
            person, _ = work.people.meet(world.wire.account, address, language, now)
            work.people.set_follows(person.id, follows=True)
            work.people.set_news(person.id, wanted=True)
        number = work.announcements.add(
            1, Draft(Words("de", "x"), Audience(Circle.EVERYONE)), AnnouncementState.ENQUEUING, now
        )
        work.announcements.write(number, Step.SEND, CONTENTS)
        while not work.announcements.enqueue(number, calendar(now, 0, BERLIN)):
            pass

    world.wire.behave = behave
    await world.store.transact(prepare)
    world.start()
    order = list(people)
    chance.shuffle(order)
    for address in order:
        world.wire.arrives(world.wire.message(address, f"canary of {address}"))
    await world.until(lambda: len(world.wire.sent) >= 2 * PEOPLE, seconds=40)

    seen: dict[str, list[str]] = {address: [] for address in people}
    for shipment in world.wire.sent:
        seen[shipment.address].append(shipment.outgoing.text)
    for address, language in people.items():
        assert sorted(seen[address]) == sorted([f"canary of {address}", CONTENTS[language]])
