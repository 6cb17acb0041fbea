"""What was put aside: the newest are listed, and those that owners have not heard of can be told from the others."""

from __future__ import annotations

from bot.core.messages import Batch
from bot.core.oddities import malformed

ACCOUNT = "telegram:1"


async def test_of_many_put_aside_those_not_told_of_are_found(store, clock):
    odd = [malformed(ACCOUNT, {}, f"flaw {number}", clock.now()) for number in range(30)]
    await store.transact(lambda work: work.inbox.accept(ACCOUNT, Batch(odd), clock.now()))
    newest = [row.id for row in await store.read(lambda work: work.inbox.shunted())]
    assert len(newest) == 20
    await store.transact(lambda work: work.inbox.shunt(newest, clock.now()))
    untold = await store.read(lambda work: work.inbox.shunted(100, untold=True))
    assert len(untold) == 10
    assert not {row.id for row in untold} & set(newest)
    assert {row.told_at for row in await store.read(lambda work: work.inbox.shunted())} == {clock.now()}
