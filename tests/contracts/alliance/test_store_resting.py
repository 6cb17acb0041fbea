"""Memberships that rest, and what is kept of one that ended so."""

from dataclasses import replace

import pytest

from bot.domain.people.member import Join, Rest

JOIN = Join("company", "Sonne & Söhne", "Anna", "Chefin", "08336050", listed=True)


@pytest.fixture
async def person(store, clock):
    return (await store.transact(lambda work: work.people.meet("a:1", "anna", "de", clock.now())))[0].id


async def test_a_membership_rests_and_is_taken_up_again(store, clock, person):
    member = await store.transact(lambda work: work.members.add(JOIN, clock.now()))
    await store.transact(lambda work: work.people.set_member(person, member.id))
    since = clock.turn(days=1)
    assert await store.transact(lambda work: work.members.pause(member.id, "Wahlwerbung\x00", since))
    assert not await store.transact(lambda work: work.members.pause(member.id, "anders", clock.turn(days=1)))
    resting = replace(member, paused_at=since, pause_reason="Wahlwerbung\x00")
    assert await store.read(lambda work: work.members.get(member.id)) == resting
    assert await store.read(lambda work: work.members.listed()) == []
    assert await store.read(lambda work: work.members.everybody()) == [resting]
    exported = await store.read(lambda work: work.privacy.export(person))
    assert exported["members"][0]["pause_reason"] == "Wahlwerbung\x00"
    assert await store.transact(lambda work: work.members.resume(member.id))
    assert not await store.transact(lambda work: work.members.resume(member.id))
    assert await store.read(lambda work: work.members.listed()) == [member]


async def test_what_rested_when_somebody_left_rests_on_when_they_join_again(store, clock, person):
    def join_as(work):
        member = work.members.add(JOIN, clock.now())
        work.people.set_member(person, member.id)
        work.members.rest_on(member.id, person)
        return work.members.get(member.id)

    def leave_resting(work, member):
        work.members.pause(member.id, "Wahlwerbung", since)
        work.members.remove(member.id, clock.now())
        return work.members.rest_of(person)

    since, member = clock.turn(days=1), await store.transact(join_as)
    assert await store.transact(lambda work: leave_resting(work, member)) == Rest(since, "Wahlwerbung")
    assert len((await store.read(lambda work: work.privacy.export(person)))["rests"]) == 1
    again = await store.transact(join_as)
    assert (again.paused_at, again.pause_reason) == (since, "Wahlwerbung")
    assert await store.read(lambda work: work.members.rest_of(person)) is None
    assert await store.transact(lambda work: leave_resting(work, again)) == Rest(since, "Wahlwerbung")
    third = await store.transact(join_as)
    await store.transact(lambda work: work.members.resume(third.id))
    await store.transact(lambda work: work.members.remove(third.id, clock.now()))
    assert await store.read(lambda work: work.members.rest_of(person)) is None
