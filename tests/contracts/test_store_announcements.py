"""Announcements: who is in the audience, one copy each, and who wants none at the last moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.ports import Lane, Settlement, State
from bot.domain.announcement import AnnouncementState, Audience, Circle
from bot.domain.people.member import Join

ACCOUNT = "telegram:1"
EVERYONE = Audience()


class Town:
    """People of every sort, by name: the first letter says member or follower, `kind` and `place` the membership."""

    def __init__(self, store, clock) -> None:
        self.store, self.clock, self.fence = store, clock, 0

    async def settle_in(self, name, *, kind="", place="", follows=False, news=True, reachable=True, language="de"):
        def arrive(work):
            person, contact = work.people.meet(ACCOUNT, name, language, self.clock.now())
            work.people.set_news(person.id, news)
            work.people.set_follows(person.id, follows)
            if kind:
                member = work.members.add(Join(kind, name, "", "", place, listed=False), self.clock.now())
                work.people.set_member(person.id, member.id)
            work.people.set_reachable(contact.id, reachable)
            return person.id

        return await self.store.transact(arrive)

    async def count(self, audience):
        return await self.store.read(lambda work: work.announcements.count(audience))

    async def announce(self, audience=EVERYONE, contents=None, chunk=10_000):
        words = contents or {"de": "Neues", "en": "News"}
        announcement = await self.store.transact(
            lambda work: work.announcements.add(1, "body", audience, words, self.clock.now())
        )
        while not await self.store.transact(
            lambda work: work.announcements.enqueue(announcement, self.clock.now(), chunk)
        ):
            pass
        return announcement

    async def claim(self, limit=100):
        return await self.store.transact(
            lambda work: work.ledger.claim(ACCOUNT, self.fence, list(Lane), limit, [], self.clock.now())
        )

    async def tally(self, announcement):
        return await self.store.read(lambda work: work.announcements.tally(announcement))


@pytest.fixture
async def town(store, clock):
    built = Town(store, clock)
    lease = await store.transact(
        lambda work: work.accounts.lease(ACCOUNT, "me", clock.now(), clock.now() + timedelta(days=9))
    )
    built.fence = lease.fence
    return built


async def test_the_audience_is_counted_exactly(town):
    await town.settle_in("company", kind="company", place="1")
    await town.settle_in("private", kind="private", place="2")
    await town.settle_in("both", kind="private", place="1", follows=True)
    await town.settle_in("follower", follows=True)
    await town.settle_in("passer-by")
    await town.settle_in("no news", kind="private", place="1", news=False)
    await town.settle_in("blocked", follows=True, reachable=False)
    assert await town.count(EVERYONE) == 4
    assert await town.count(Audience(Circle.MEMBERS)) == 3
    assert await town.count(Audience(Circle.FOLLOWERS)) == 1
    assert await town.count(Audience(Circle.MEMBERS, kind="private")) == 2
    assert await town.count(Audience(Circle.MEMBERS, municipality="1")) == 2
    assert await town.count(Audience(Circle.MEMBERS, kind="private", municipality="1")) == 1
    assert await town.count(Audience(Circle.EVERYONE, kind="company")) == 1


async def test_everybody_in_the_audience_gets_one_copy_in_their_language(town):
    for name, language in (("a", "de"), ("b", "en"), ("c", "de-du"), ("d", "fr")):
        await town.settle_in(name, follows=True, language=language)
    await town.settle_in("e")
    announcement = await town.announce()
    rows = await town.claim()
    assert [(row.address, row.outgoing.text, row.lane) for row in rows] == [
        ("a", "Neues", Lane.ANNOUNCEMENT),
        ("b", "News", Lane.ANNOUNCEMENT),
        ("c", "Neues", Lane.ANNOUNCEMENT),
        ("d", "Neues", Lane.ANNOUNCEMENT),
    ]
    known = await town.store.read(lambda work: work.announcements.get(announcement))
    assert (known.total, known.state, known.audience) == (4, AnnouncementState.SENDING, EVERYONE)


async def test_writing_the_copies_can_be_broken_off_and_never_doubles(town, clock):
    for number in range(25):
        await town.settle_in(str(number), follows=True)
    announcement = await town.store.transact(
        lambda work: work.announcements.add(1, "body", EVERYONE, {"de": "x"}, clock.now())
    )

    def enqueue(work):
        return work.announcements.enqueue(announcement, clock.now(), 10)

    def interrupted(work):
        work.announcements.enqueue(announcement, clock.now(), 10)
        raise KeyError("killed")

    finished = []
    for _ in range(4):
        with pytest.raises(KeyError):
            await town.store.transact(interrupted)
        finished.append(await town.store.transact(enqueue))
    assert finished == [False, False, False, True]
    assert await town.store.transact(enqueue) is True
    rows = await town.claim()
    assert sorted(row.address for row in rows) == sorted(str(number) for number in range(25))


async def test_somebody_with_two_contacts_gets_it_where_they_wrote_last(town, clock):
    from tests.contracts.test_store_people import second_contact

    person = await town.settle_in("old", follows=True)
    await town.store.transact(lambda work: second_contact(work, person, clock.turn(hours=1)))
    announcement = await town.announce()
    assert await town.claim() == []
    assert await town.tally(announcement) == {"queued": 1}


async def test_whoever_opts_out_before_their_turn_gets_nothing(town):
    people = [await town.settle_in(str(number), follows=True) for number in range(6)]
    announcement = await town.announce()
    await town.claim(limit=2)
    await town.store.transact(lambda work: work.people.set_news(people[3], False))
    assert [row.address for row in await town.claim()] == ["2", "4", "5"]
    assert await town.tally(announcement) == {"sending": 5, "cancelled": 1}
    assert await town.count(EVERYONE) == 5


async def test_a_cancelled_announcement_stops(town):
    for number in range(4):
        await town.settle_in(str(number), follows=True)
    announcement = await town.announce()
    assert await town.store.read(lambda work: work.announcements.unfinished()) == [announcement]
    await town.claim(limit=1)
    await town.store.transact(lambda work: work.announcements.finish(announcement, AnnouncementState.CANCELLED))
    assert await town.claim() == []
    assert await town.tally(announcement) == {"sending": 1, "cancelled": 3}
    assert await town.store.read(lambda work: work.announcements.unfinished()) == []


async def test_one_kept_waiting_is_not_written(town, clock):
    await town.settle_in("a", follows=True)

    def wait(work):
        announcement = work.announcements.add(1, "b", EVERYONE, {"de": "x"}, clock.now())
        work.announcements.finish(announcement, AnnouncementState.WAITING)
        return announcement, work.announcements.enqueue(announcement, clock.now())

    announcement, _ = await town.store.transact(wait)
    assert await town.tally(announcement) == {}
    assert await town.store.read(lambda work: work.announcements.unfinished()) == []
    known = await town.store.read(lambda work: work.announcements.get(announcement))
    assert known.state is AnnouncementState.WAITING


async def test_the_report_says_who_did_not_get_it_and_why(town, clock):
    member = await town.settle_in("Sonne", kind="company")
    follower = await town.settle_in("anna", follows=True)
    announcement = await town.announce()
    rows = await town.claim()
    settled = [
        Settlement(rows[0].id, rows[0].contact, State.REFUSED, problem="too long"),
        Settlement(rows[1].id, rows[1].contact, State.SENT, ("1",)),
    ]
    await town.store.transact(lambda work: work.ledger.settle(settled, clock.now()))
    report = await town.store.read(lambda work: work.announcements.outcomes(announcement, ["refused", "unreachable"]))
    assert [(one.person, one.name, one.network, one.state, one.problem) for one in report] == [
        (member, "Sonne", "telegram", "refused", "too long")
    ]
    [sent] = await town.store.read(lambda work: work.announcements.outcomes(announcement, ["sent"]))
    assert (sent.person, sent.name) == (follower, "")


async def test_the_latest_come_first(town, clock):
    numbers = [
        await town.store.transact(lambda work: work.announcements.add(7, "b", EVERYONE, {}, clock.now()))
        for _ in range(3)
    ]
    latest = await town.store.read(lambda work: work.announcements.recent(2))
    assert [one.id for one in latest] == numbers[:0:-1]
    assert (latest[0].author, latest[0].body, latest[0].state) == (7, "b", AnnouncementState.ENQUEUING)
    assert await town.store.read(lambda work: work.announcements.get(999)) is None
