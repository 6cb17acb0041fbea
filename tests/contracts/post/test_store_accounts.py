"""Accounts: one holder at a time, told apart by a fence, and their troubles; secrets."""

from __future__ import annotations

import asyncio
from datetime import timedelta

ACCOUNT = "telegram:1"
LEASE = timedelta(seconds=12)


async def lease(store, clock, owner):
    now = clock.now()
    return await store.transact(lambda work: work.accounts.lease(ACCOUNT, owner, now, now + LEASE))


async def test_only_one_holds_an_account(store, clock):
    first = await lease(store, clock, "a")
    assert (first.account, first.until) == (ACCOUNT, clock.now() + LEASE)
    assert await lease(store, clock, "b") is None
    clock.turn(seconds=11.9)
    assert await lease(store, clock, "b") is None


async def test_the_fence_rises_with_the_owner_and_only_then(store, clock):
    first = await lease(store, clock, "a")
    clock.turn(seconds=6)
    assert (await lease(store, clock, "a")).fence == first.fence
    clock.turn(seconds=60)
    assert (await lease(store, clock, "a")).fence == first.fence
    clock.turn(seconds=12)
    assert (await lease(store, clock, "b")).fence == first.fence + 1
    clock.turn(seconds=12)
    assert (await lease(store, clock, "a")).fence == first.fence + 2


async def test_a_released_account_is_free_at_once(store, clock):
    first = await lease(store, clock, "a")
    await store.transact(lambda work: work.accounts.release(ACCOUNT, "b"))
    assert await lease(store, clock, "b") is None
    await store.transact(lambda work: work.accounts.release(ACCOUNT, "a"))
    assert (await lease(store, clock, "b")).fence == first.fence + 1


async def test_of_many_who_want_it_at_once_one_gets_it(store, clock):
    got = await asyncio.gather(*(lease(store, clock, str(number)) for number in range(40)))
    assert sum(one is not None for one in got) == 1


async def test_who_held_it_last(store, clock):
    assert await store.read(lambda work: work.accounts.holder(ACCOUNT).name) == ""
    await lease(store, clock, "a")
    await store.transact(lambda work: work.accounts.release(ACCOUNT, "a"))
    assert await store.read(lambda work: work.accounts.holder(ACCOUNT).name) == "a"


async def test_troubles_are_remembered_until_they_are_over(store):
    await store.transact(lambda work: work.accounts.trouble(ACCOUNT, "wrong token"))
    await store.transact(lambda work: work.accounts.trouble("matrix:@b:x", ""))
    assert await store.read(lambda work: work.accounts.troubles()) == {ACCOUNT: "wrong token"}
    await store.transact(lambda work: work.accounts.trouble(ACCOUNT, ""))
    assert await store.read(lambda work: work.accounts.troubles()) == {}


async def test_a_secret_is_made_once_and_stays(store):
    made = await asyncio.gather(*(store.transact(lambda work: work.vault.secret("web")) for _ in range(10)))
    assert len(set(made)) == 1
    assert len(made[0]) == 32
    assert await store.transact(lambda work: work.vault.secret("seals")) != made[0]
    assert await store.read(lambda work: work.vault.secret("web")) == made[0]
