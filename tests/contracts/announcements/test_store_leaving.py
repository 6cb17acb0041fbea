"""What goes another way at the moment of sending: other contacts, closed places, wishes that changed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from bot.core.delivery import ENOUGH_TRIES, GIVE_UP_AFTER, after
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Outgoing
from bot.core.ports import Lane, State
from bot.domain.announcements.announcement import AnnouncementState, Chore, Draft, Ending, Step
from bot.domain.announcements.audience import Audience, Circle
from bot.domain.announcements.wishes import Digest, Rhythm
from bot.domain.people.member import Join
from storage.tables import contacts
from tests.contracts.announcements.test_store_copies import places
from tests.contracts.announcements.test_store_steps import begin, follow_up, sent, take
from tests.contracts.announcements.town import ACCOUNT, DRAFT, OTHER

S = AnnouncementState


# -- another contact -------------------------------------------------------------------------------------------------


async def another_contact(town, person: int, address: str, account: str = OTHER, days: int = 1) -> None:
    """The person has used the bot over another network too, so many days before."""

    def add(work):
        at = town.clock.now() - timedelta(days=days)
        row = {"account": account, "address": address, "reachable": True, "last_used": at}
        work.people._session.run(insert(contacts).values(person=person, **row))

    await town.do(add)


async def test_a_copy_goes_to_the_other_contact_when_the_first_is_gone_before_the_claim(town):
    person = await town.settle_in("a")
    await another_contact(town, person, "a there")
    number = await town.announce()
    contact = (await town.store.read(lambda work: work.people.find(ACCOUNT, ["a"])))["a"][1].id
    await town.do(lambda work: work.people.set_reachable(contact, False))
    assert await town.claim() == []
    assert [row.address for row in await town.deliver(OTHER)] == ["a there"]
    assert await town.tally(number) == {"sent": 1}


async def test_a_copy_goes_to_the_other_contact_when_the_network_says_that_the_first_is_gone(town):
    person = await town.settle_in("a")
    await another_contact(town, person, "a there")
    number = await town.announce()
    [row] = await town.claim()
    await town.settle(row, state=State.UNREACHABLE, contact_gone=True)
    assert await town.tally(number) == {"open": 1}
    assert [row.address for row in await town.deliver(OTHER)] == ["a there"]
    assert await town.tally(number) == {"sent": 1}


async def test_of_two_others_it_goes_to_the_network_that_the_person_prefers(town):
    person = await town.settle_in("a")
    await another_contact(town, person, "a in the browser", "browser:web")
    await another_contact(town, person, "a there", days=2)
    await town.announce()
    await town.wishes(person, network="matrix")
    [row] = await town.claim()
    await town.settle(row, state=State.UNREACHABLE, contact_gone=True)
    assert await town.deliver("browser:web") == []
    assert [row.address for row in await town.deliver(OTHER)] == ["a there"]


async def test_trying_again_finds_a_contact_that_came_later(town):
    person = await town.settle_in("a")
    number = await town.announce()
    [row] = await town.claim()
    await town.settle(row, state=State.UNREACHABLE, contact_gone=True)
    await town.move(number, S.DONE)
    assert await town.decide(number, Chore.RETRY) == 0
    await another_contact(town, person, "a there")
    assert await town.decide(number, Chore.RETRY) == 1
    assert [row.address for row in await town.deliver(OTHER)] == ["a there"]
    assert await town.tally(number) == {"sent": 1}


# -- wishes ----------------------------------------------------------------------------------------------------------


async def test_a_rhythm_changed_meanwhile_holds_for_copies_written_before(town, clock):
    person = await town.settle_in("a")
    number = await town.announce()
    await town.wishes(person, rhythm=Rhythm.DAILY)
    assert await town.claim() == []
    tally = await town.store.read(lambda work: work.announcements.tally(number))
    assert (tally.total, tally.bundled, tally.open) == (0, 1, 0)
    assert await town.due(clock.now() + timedelta(hours=8)) == {person: (number,)}, "17:00 of the store's zone"


async def test_a_pause_holds_for_copies_tried_before(town, clock):
    person = await town.settle_in("a")
    await town.announce()
    [row] = await town.claim()
    await town.settle(row, state=State.QUEUED, not_before=clock.now())
    await town.wishes(person, pause=clock.now() + timedelta(days=3))
    assert await town.claim() == []
    clock.turn(days=2)
    assert await town.claim() == []
    clock.turn(days=1)
    assert [one.id for one in await town.claim()] == [row.id]


@pytest.mark.parametrize("wish", ["quiet", "pause"])
async def test_digests_and_short_corrections_wait_as_wished(town, clock, wish):
    number = await sent(town, 1)
    [person] = (await town.store.read(lambda work: work.announcements.outcomes(number, ["sent"])))[:1]
    contact = await town.contact(person.person)
    await town.settle(*await take(town, number, Step.CORRECT), state=State.REFUSED)
    until = clock.now() + timedelta(hours=3)
    await town.wishes(person.person, **({"quiet": (9, 12)} if wish == "quiet" else {"pause": until}))
    await town.do(lambda work: work.ledger.add(contact, Outgoing("digest"), Lane.ANNOUNCEMENT, clock.now()))
    assert await take(town, number, Step.CORRECTION) == []
    clock.turn(hours=3)
    came = [row.outgoing.text for _ in range(2) for row in await town.deliver()]
    assert came == ["digest", "correction de"]


# -- what a digest is counted for ------------------------------------------------------------------------------------


async def test_who_leaves_before_the_digest_is_not_counted_for_it(town, clock):
    people = [await town.settle_in(name) for name in ("stops", "erased", "topic off", "stays")]
    for person in people:
        await town.wishes(person, rhythm=Rhythm.DAILY)
    number = await town.announce()
    await town.do(lambda work: work.wishes.drop(people[0]))
    await town.do(lambda work: work.privacy.erase(people[1], clock.now()))
    await town.do(lambda work: work.wishes.bundled(Digest(people[2], (number,)), ()))
    assert (await town.get(number)).bundled == 1
    await town.do(lambda work: work.wishes.bundled(Digest(people[3], (number,)), (number,)))
    assert (await town.get(number)).bundled == 1, "told"
    assert await town.store.read(lambda work: work.announcements.waiting(number)) == 0


async def test_what_was_stopped_is_in_no_digest_at_once(town):
    person = await town.settle_in("a")
    await town.wishes(person, rhythm=Rhythm.DAILY)
    number = await town.announce()
    await town.move(number, S.CANCELLED)
    assert await town.due(town.calendar().daily) == {}
    await town.carry_out(number)
    assert (await town.get(number)).bundled == 0


# -- places ----------------------------------------------------------------------------------------------------------


async def test_a_place_closed_meanwhile_gets_nothing(town):
    number = await town.announce(Draft(DRAFT.words, Audience(Circle.NOBODY, places=await places(town))))
    await town.do(lambda work: work.places.left("telegram:1", "-1"))
    assert await town.claim() == []
    assert await town.tally(number) == {"cancelled": 1}


# -- why -------------------------------------------------------------------------------------------------------------


async def test_cancelled_copies_are_counted_by_reason(town, clock):
    people = [await town.settle_in(str(each)) for each in range(5)]
    number = await town.announce()
    rows = await town.claim(limit=3)
    await town.settle(rows[0], state=State.UNCERTAIN)
    tried = replace(rows[1], attempts=ENOUGH_TRIES, first_try_at=clock.now() - GIVE_UP_AFTER - timedelta(seconds=1))
    given_up = after(DeliveryProblem(Verdict.UNSENT, "no route"), tried, clock.now(), 0.0)
    await town.do(lambda work: work.ledger.settle([given_up], clock.now()))
    await town.settle(rows[2])
    await town.do(lambda work: work.people.set_news(people[3], False))
    assert await town.decide(number, Chore.LEAVE) == 1
    await town.deliver()
    await town.move(number, S.DONE)
    tally = await town.store.read(lambda work: work.announcements.tally(number))
    found = {ending.name: tally.of(ending) for ending in Ending}
    assert found == {"OFF": 1, "OUTSIDE": 0, "STOPPED": 0, "GIVEN_UP": 1, "LEFT": 1}
    assert tally.of(State.CANCELLED) == 3
    assert await town.decide(number, Chore.RETRY) == 1, "what was given up may be tried again"
    assert [row.address for row in await town.claim()] == [rows[1].address]


async def test_an_uncertain_edit_is_nothing_to_decide_about(town):
    number = await sent(town, 1)
    await town.settle(*await take(town, number, Step.CORRECT), state=State.UNCERTAIN)
    assert await town.decide(number, Chore.RESEND) == 0


async def test_a_copy_that_comes_back_after_the_stop_is_stopped_too(town, clock):
    for name in ("a", "b"):
        await town.settle_in(name)
    number = await town.announce()
    [row] = await town.claim(limit=1)
    await town.move(number, S.CANCELLED)
    assert (await town.carry_out(number)).value == "waits"
    await town.settle(row, state=State.QUEUED, not_before=clock.now())
    assert (await town.carry_out(number)).value == "all"
    assert await town.tally(number) == {"cancelled": 2}
    assert await town.store.read(lambda work: work.announcements.unfinished()) == []


@pytest.mark.parametrize("audience", [Audience(Circle.MEMBERS), Audience(), Audience(kinds=("person",))])
async def test_whoever_has_left_the_alliance_since_it_was_written_gets_no_copy(town, audience):
    leaver = await town.settle_in("a", kind="person")
    await town.settle_in("b", kind="person")
    number = await town.announce(Draft(DRAFT.words, audience))
    await town.do(lambda work: work.people.set_member(leaver, None))
    assert [row.address for row in await town.deliver()] == ["b"]
    tally = await town.store.read(lambda work: work.announcements.tally(number))
    assert (tally.of(Ending.OUTSIDE), tally.open) == (1, 0)


@pytest.mark.parametrize("audience", [Audience(kinds=("person",)), Audience(municipalities=("1", "3"))])
async def test_whoever_acts_for_another_member_by_now_is_asked_about_that_one(town, audience):
    mover = await town.settle_in("a", kind="person", place="1")
    await town.settle_in("b", kind="person", place="3")
    await town.announce(Draft(DRAFT.words, audience))

    def move(work):
        member = work.members.add(Join("company", "Firma", "", "", "2", listed=False), town.clock.now())
        work.people.set_member(mover, member.id)

    await town.do(move)
    assert [row.address for row in await town.deliver()] == ["b"]


async def test_a_follower_who_has_joined_is_no_follower_any_more(town):
    joiner = await town.settle_in("a")
    await town.announce(Draft(DRAFT.words, Audience(Circle.FOLLOWERS)))
    await town.do(lambda work: work.people.set_follows(joiner, False))
    assert await town.deliver() == []


async def test_who_left_after_getting_it_is_told_of_the_correction(town):
    leaver = await town.settle_in("a", kind="person")
    number = await town.announce(Draft(DRAFT.words, Audience(Circle.MEMBERS)))
    await town.deliver()
    await town.do(lambda work: work.people.set_member(leaver, None))
    await begin(town, number, Step.CORRECT)
    await follow_up(town, number)
    assert [row.address for row in await town.claim()] == ["a"]
