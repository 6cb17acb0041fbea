"""Who is in an audience, who is not and why, and where each of them is written to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.announcements.announcement import Draft, Words
from bot.domain.announcements.audience import Audience, Circle, Left
from bot.domain.announcements.wishes import Rhythm
from tests.contracts.announcements.town import ACCOUNT, EVERYONE, OTHER

MEMBERS = Circle.MEMBERS


@pytest.fixture
async def people(town):
    """One of each sort; their numbers by name."""
    found = {
        "company": await town.settle_in("company", kind="company", place="1"),
        "private": await town.settle_in("private", kind="private", place="2", language="de-du"),
        "other": await town.settle_in("other", kind="private", place="1", language="en", account=OTHER),
        "follower": await town.settle_in("follower", language="en"),
    }
    await town.settle_in("passer-by", follows=False)
    return found


CIRCLES = [
    (Audience(), "company private other follower"),
    (Audience(MEMBERS), "company private other"),
    (Audience(Circle.FOLLOWERS), "follower"),
    (Audience(Circle.NOBODY), ""),
    (Audience(kinds=("company",)), "company"),
    (Audience(kinds=("company", "private")), "company private other"),
    (Audience(municipalities=("1",)), "company other"),
    (Audience(MEMBERS, kinds=("private",), municipalities=("1", "3")), "other"),
    (Audience(topics=("energy",)), "company other follower"),
    (Audience(topics=("energy", "traffic")), "company other follower private"),
    (Audience(goals=("sun",), entries=("roof",)), "company private"),
    (Audience(goals=("sun",)), "private"),
    (Audience(languages=("de",)), "company private"),
    (Audience(languages=("de-du",)), "private"),
    (Audience(languages=("en", "fr")), "other follower"),
    (Audience(networks=("matrix",)), "other"),
    (Audience(networks=("matrix", "telegram")), "company private other follower"),
    (Audience(MEMBERS, languages=("en",), networks=("telegram",)), ""),
]


@pytest.mark.parametrize(("audience", "names"), CIRCLES, ids=[str(at) for at in range(len(CIRCLES))])
async def test_within_a_facet_any_value_suffices_and_all_facets_must_hold(town, people, audience, names):
    await town.topic_off(people["private"], "energy")
    await town.pledges(people["company"], "roof")
    await town.tells(people["private"], "sun")
    assert await town.count(audience) == len(names.split())
    number = await town.announce(Draft(Words("de", "x"), audience))
    got = {row.address for account in (ACCOUNT, OTHER) for row in await town.claim(account=account)}
    assert got == set(names.split())
    assert (await town.get(number)).total == len(got)


async def test_a_pledge_that_is_over_counts_no_more(town, people):
    from bot.domain.pledge import PledgeState

    pledge = await town.pledges(people["company"], "roof")
    await town.do(lambda work: work.pledges.set_state(pledge.id, PledgeState.ENDED, None))
    assert await town.count(Audience(goals=("sun",), entries=("roof",))) == 0


async def test_who_does_not_get_it_and_why(town, people):
    await town.settle_in("no news", news=False)
    await town.settle_in("blocked", reachable=False)
    await town.topic_off(people["company"], "energy")
    await town.wishes(people["follower"], rhythm=Rhythm.DAILY)
    reach = await town.reach(topic="energy")
    assert reach.left == {Left.NEWS_OFF: 1, Left.UNREACHABLE: 1, Left.TOPIC_OFF: 1, Left.BUNDLED: 1}
    assert (reach.people, reach.count, reach.quiet, reach.places) == ({ACCOUNT: 1, OTHER: 1}, 3, 0, 0)


async def test_of_several_reasons_the_persons_own_wish_is_named(town):
    person = await town.settle_in("a", news=False, reachable=False)
    await town.topic_off(person, "energy")
    assert (await town.reach(topic="energy")).left == {Left.NEWS_OFF: 1}


async def test_names_to_look_at_are_those_who_get_it_each_once(town, clock):
    from bot.domain.people.member import Join

    await town.settle_in("nobody knows me")
    for number in range(11):
        await town.settle_in(f"m{number:02}", kind="private")

    def two_for_one(work):
        member = work.members.add(Join("company", "A firm", "", "", "", listed=False), clock.now())
        for name in ("one", "two"):
            person, _ = work.people.meet(ACCOUNT, name, "de", clock.now())
            work.people.set_news(person.id, True)
            work.people.set_member(person.id, member.id)

    await town.do(two_for_one)
    assert (await town.reach()).names == tuple(f"m{number:02}" for number in range(10))
    assert (await town.reach(Audience(kinds=("company",)))).names == ("A firm",)


@pytest.mark.parametrize(
    ("hours", "hour", "quiet"),
    [((22, 7), 23, 1), ((22, 7), 6, 1), ((22, 7), 7, 0), ((22, 7), 21, 0), ((8, 12), 8, 1), ((8, 12), 12, 0)],
)
async def test_who_has_quiet_hours_just_then(town, clock, hours, hour, quiet):
    person = await town.settle_in("a")
    await town.wishes(person, quiet=hours)
    at = clock.now().replace(hour=hour - 1 if hour else 23)  # Berlin is an hour ahead in November
    reach = await town.reach(at=at)
    assert (reach.quiet, reach.people) == (quiet, {ACCOUNT: 1})


async def test_a_pause_bundles_until_it_is_over(town, clock):
    person = await town.settle_in("a")
    await town.wishes(person, pause=clock.now() + timedelta(days=3))
    assert (await town.reach()).left == {Left.BUNDLED: 1}
    assert (await town.reach(at=clock.now() + timedelta(days=3))).left == {}


# -- where they are written to ---------------------------------------------------------------------------------------


async def two_contacts(town, clock):
    """Somebody who wrote from Matrix last."""
    person = await town.settle_in("old")

    def second(work):
        _, contact = work.people.meet(OTHER, "new", "de", clock.turn(hours=1))
        work.people.touch([contact.id], clock.now())
        return contact

    contact = await town.do(second)

    def join(session_work):
        from sqlalchemy import update

        from storage.tables import contacts

        session_work._session.run(update(contacts).where(contacts.c.id == contact.id).values(person=person))

    await town.do(join)
    return person


async def test_somebody_with_two_contacts_gets_it_where_they_wrote_last(town, clock):
    await two_contacts(town, clock)
    assert (await town.reach()).people == {OTHER: 1}
    await town.announce()
    assert [row.address for row in await town.claim()] == []
    assert [row.address for row in await town.claim(account=OTHER)] == ["new"]


async def test_the_preferred_network_comes_first_while_it_can_be_reached(town, clock):
    person = await two_contacts(town, clock)
    await town.wishes(person, network="telegram")
    assert (await town.reach()).people == {ACCOUNT: 1}
    assert (await town.reach(Audience(networks=("matrix",)))).people == {}
    found = await town.do(lambda work: work.people.find(ACCOUNT, ["old"]))
    await town.do(lambda work: work.people.set_reachable(found["old"][1].id, False))
    assert (await town.reach()).people == {OTHER: 1}


async def test_places_are_counted_where_publishing_is_allowed(town, clock):
    def invited(work):
        asked, open_ = (work.places.invited(ACCOUNT, at, at, clock.now()) for at in ("-1", "-2"))
        work.places.decide(open_.id, clock.now(), may=True)
        return asked.id, open_.id

    places = await town.do(invited)
    assert (await town.reach(Audience(Circle.NOBODY, places=places))).places == 1
    assert (await town.reach(EVERYONE)).places == 0
