"""A message is handled once, also by a process that was held up while another took its account over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.messages import Batch
from bot.core.running.serving import Service
from bot.core.talking.conversation import Prepared
from bot.parts.clock import SystemClock


async def claimed(world, words):
    now = SystemClock().now()
    arrived = Batch((world.wire.message("anna", words),))
    await world.store.transact(lambda work: work.inbox.accept(world.wire.account, arrived, now))
    rows = await world.store.transact(lambda work: work.inbox.claim(world.wire.account, 64, [], 3))
    return [Prepared(row.id, row.incoming) for row in rows]


async def test_fault_40_what_the_new_holder_has_handled_is_not_handled_again_by_the_old_one(world):
    batch, now = await claimed(world, "hello"), SystemClock().now()
    for _holder in range(2):
        await world.store.transact(lambda work: world.conversation.handle(work, world.wire.account, batch, now))
    assert await world.states() == {"queued": 1}


async def test_fault_35_a_message_handled_by_a_commit_nobody_could_confirm_is_not_called_a_bug(world):
    batch, now = await claimed(world, "hello"), SystemClock().now()
    await world.store.transact(lambda work: world.conversation.handle(work, world.wire.account, batch, now))
    await world.store.transact(lambda work: world.conversation.stumbled(work, batch[0], "1234", now))
    assert await world.states() == {"queued": 1}


async def test_fault_40_two_that_handle_the_same_message_in_one_transaction_answer_once(world):
    batch, now = await claimed(world, "hello"), SystemClock().now()

    def twice(work):
        world.conversation.handle(work, world.wire.account, batch, now)
        world.conversation.handle(work, world.wire.account, batch, now)

    await world.store.transact(twice)
    assert await world.states() == {"queued": 1}


@pytest.mark.parametrize(("holder", "attempts"), [("me", 1), ("other", 2)])
async def test_fault_40_who_lost_the_lease_gives_nothing_back_at_its_end(world, holder, attempts):
    [item], clock, account = await claimed(world, "hello"), SystemClock(), world.wire.account
    until = clock.now() + timedelta(seconds=9)
    await world.store.transact(lambda work: work.accounts.lease(account, holder, clock.now(), until))
    service = Service(world.wire, world.store, clock, world.conversation, "me")
    service._under_way[item.row] = 1
    await service._release()
    [again] = await world.store.transact(lambda work: work.inbox.claim(account, 64, [], 3))
    assert again.attempts == attempts
