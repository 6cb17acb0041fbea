"""What has served its purpose is dropped after its time: messages sent, rows put aside, wrong codes, invitations."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.core.messages import Batch, Incoming, Kind
from bot.core.ports import State
from bot.domain.people.organiser import Tries
from bot.domain.people.person import Role
from storage.tables import deliveries, inbox, invitations, invite_tries
from tests.contracts.announcements.town import Town
from tests.contracts.office import ACCOUNT

ALL = 100


async def count(store, table, *which) -> int:
    with store._engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table).where(*which)).scalar_one()


async def forget(store, before) -> int:
    return await store.transact(lambda work: work.ledger.forget(before))


async def drop(store, before, limit: int = ALL) -> int:
    return await store.transact(lambda work: work.ledger.drop(before, limit))


async def test_a_message_whose_content_is_erased_is_dropped_after_its_time_and_no_other(post, store, clock):
    _, contact = await post.meet("anna")
    for text, state in (("sent", State.SENT), ("refused", State.REFUSED), ("uncertain", State.UNCERTAIN)):
        await post.add(contact, text)
        (row,) = await post.claim()
        await post.settle(row, state)
    await post.add(contact, "under way")
    await post.claim()
    await post.add(contact, "waits")
    clock.turn(days=1)
    assert await drop(store, clock.now()) == 0, "what it says is still needed"
    assert await forget(store, clock.now()) == 3
    assert await drop(store, clock.now() - timedelta(days=2)) == 0
    assert await drop(store, clock.now()) == 3
    assert await count(store, deliveries) == 2


async def test_messages_are_dropped_so_many_at_once_the_oldest_first(post, store, clock):
    _, contact = await post.meet("anna")
    for number in range(5):
        clock.turn(minutes=1)
        await post.add(contact, f"number {number}")
        await post.drain()
    clock.turn(minutes=1)
    await forget(store, clock.now())
    assert [await drop(store, clock.now(), 2) for _ in range(2)] == [2, 2]
    assert await count(store, deliveries, deliveries.c.settled_at == clock.now() - timedelta(minutes=1)) == 1
    assert await drop(store, clock.now(), 2) == 1


async def test_copies_of_announcements_stay_for_their_report(store, clock):
    town = Town(store, clock)
    await town.settle_in("anna")
    number = await town.announce()
    await town.deliver()
    clock.turn(days=400)
    await forget(store, clock.now())
    assert await drop(store, clock.now()) == 0
    assert await count(store, deliveries, deliveries.c.announcement == number) == 1


async def test_what_was_put_aside_is_dropped_with_its_words_after_its_time(store, clock):
    def said(number: int) -> Incoming:
        return Incoming(ACCOUNT, str(number), "anna", "anna", Kind.TEXT, clock.now(), number, "geheim")

    def arrive(work, number: int) -> None:
        work.inbox.accept(ACCOUNT, Batch((said(number),), ""), clock.now())

    await store.transact(lambda work: arrive(work, 1))
    (row,) = await store.transact(lambda work: work.inbox.claim(ACCOUNT, 9, (), 3))
    await store.transact(lambda work: work.inbox.shunt([row.id], clock.now()))
    clock.turn(hours=1)
    await store.transact(lambda work: arrive(work, 2))
    clock.turn(hours=1)
    assert await store.transact(lambda work: work.inbox.forget_aside(clock.now() - timedelta(hours=2))) == 0
    assert await store.transact(lambda work: work.inbox.forget_aside(clock.now())) == 1
    assert await store.read(lambda work: work.inbox.shunted()) == []
    assert await count(store, inbox) == 1, "what waits is not put aside"


async def test_wrong_codes_are_dropped_when_they_no_longer_count(store, clock):
    _, contact = await store.transact(lambda work: work.people.meet(ACCOUNT, "anna", "de", clock.now()))
    await store.transact(lambda work: work.organisation.failed_try(contact.id, clock.now()))
    clock.turn(minutes=61)
    assert await store.transact(lambda work: work.organisation.failed_try(contact.id, clock.now())) == Tries(1, 1)
    hour_ago = clock.now() - timedelta(hours=1)
    assert await store.transact(lambda work: work.organisation.forget_tries(hour_ago)) == 1
    assert await store.read(lambda work: work.organisation.tries(contact.id, hour_ago)) == 1
    assert await count(store, invite_tries) == 1


@pytest.mark.parametrize("used", [True, False])
async def test_invitations_are_dropped_after_they_were_used_or_ended(store, clock, used):
    ends = clock.now() + timedelta(hours=24)
    await store.transact(lambda work: work.organisation.invite("hash", Role.MODERATOR, None, ends))
    over = clock.now() if used else ends
    if used:
        person, _ = await store.transact(lambda work: work.people.meet(ACCOUNT, "anna", "de", clock.now()))
        await store.transact(lambda work: work.organisation.redeem("hash", person.id, clock.now()))
    clock.turn(days=2)
    assert await store.transact(lambda work: work.organisation.forget_invitations(over)) == 0
    assert await store.transact(lambda work: work.organisation.forget_invitations(over + timedelta(seconds=1))) == 1
    assert await count(store, invitations) == 0
