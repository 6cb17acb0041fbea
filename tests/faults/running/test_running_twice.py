"""A message is handled once, also by a process that was held up while another took its account over."""

from __future__ import annotations

from bot.core.messages import Batch
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
