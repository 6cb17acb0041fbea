"""Transactions: all or nothing, each function its own result, many at once, and reading beside writing."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy.exc import DBAPIError

from bot.domain.people.person import Role


async def people_of(store) -> int:
    return len(await store.read(lambda work: work.people.organisers()))


async def test_what_a_function_returns_is_committed_and_handed_back(store, clock):
    person, _ = await store.transact(lambda work: work.people.meet("a:1", "x", "de", clock.now()))
    assert (await store.read(lambda work: work.people.get(person.id))) == person


async def test_a_function_that_raises_leaves_nothing_and_gets_its_own_error(store, clock):
    def half(work):
        work.people.meet("a:1", "x", "de", clock.now())
        raise LookupError("stop")

    with pytest.raises(LookupError, match="stop"):
        await store.transact(half)
    assert await store.read(lambda work: work.people.find("a:1", ["x"])) == {}


async def test_one_that_raises_takes_nobody_along(store, clock):
    def meet(number):
        def fn(work):
            work.people.meet("a:1", str(number), "de", clock.now())
            if number % 7 == 3:
                raise LookupError(number)
            return number

        return fn

    results = await asyncio.gather(*(store.transact(meet(number)) for number in range(200)), return_exceptions=True)
    assert [isinstance(result, LookupError) for result in results] == [number % 7 == 3 for number in range(200)]
    known = await store.read(lambda work: work.people.find("a:1", [str(number) for number in range(200)]))
    assert sorted(map(int, known)) == [number for number in range(200) if number % 7 != 3]


async def test_no_update_is_lost_among_many_at_once(store, clock):
    """Every function reads and then writes: 400 increments of one counter, the member number."""
    from bot.domain.people.member import Join

    join = Join("private", "Anna", "", "", "", listed=False)
    members = await asyncio.gather(
        *(store.transact(lambda work: work.members.add(join, clock.now())) for _ in range(400))
    )
    assert sorted(member.number for member in members) == list(range(1, 401))


async def test_a_function_sees_what_those_before_it_in_the_group_kept_back(store, clock):
    from datetime import timedelta

    person, contact = await store.transact(lambda work: work.people.meet("a:1", "x", "de", clock.now()))
    _, newer = await store.transact(lambda work: work.people.meet("a:1", "y", "de", clock.now() + timedelta(seconds=1)))

    def touch(work):
        work.people.touch([contact.id], clock.now() + timedelta(hours=1))
        return work.people.contact_of(person.id)

    assert (await store.transact(touch)).id == contact.id
    assert newer.id != contact.id


async def test_reading_cannot_write(store, clock):
    with pytest.raises(DBAPIError):
        await store.read(lambda work: work.people.meet("a:1", "x", "de", clock.now()))
    with pytest.raises(DBAPIError):
        await store.read(lambda work: work.people.touch([1], clock.now()))


async def test_readers_go_on_while_a_writer_is_busy(store, clock):
    import threading

    started, go_on = threading.Event(), threading.Event()

    def slow(work):
        work.people.meet("a:1", "x", "de", clock.now())
        started.set()
        assert go_on.wait(10)

    writing = asyncio.create_task(store.transact(slow))
    await asyncio.to_thread(started.wait, 10)
    try:
        assert await asyncio.wait_for(store.read(lambda work: work.people.find("a:1", ["x"])), 5) == {}
    finally:
        go_on.set()
    await writing
    assert set(await store.read(lambda work: work.people.find("a:1", ["x"]))) == {"x"}


async def test_what_nobody_waits_for_any_more_is_not_begun(store, clock):
    import threading

    started, go_on = threading.Semaphore(0), threading.Event()

    def hold(_work):
        started.release()
        assert go_on.wait(10)

    holding = []
    for _ in range(4):  # one per writer thread; SQLite has only one, which keeps the others waiting
        holding.append(asyncio.create_task(store.transact(hold)))
        await asyncio.to_thread(started.acquire, timeout=0.5)
    waiting = asyncio.create_task(store.transact(lambda work: work.organisation.note(None, "late", "", clock.now())))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    go_on.set()
    await asyncio.gather(*holding)
    assert await store.read(lambda work: work.organisation.deeds()) == []


async def test_closing_finishes_what_is_queued(database_url, clock, tmp_path):
    from storage import open_store

    for kind in ("sqlite", "postgresql"):
        url = database_url(kind)
        store = open_store(url, clock=clock, erasures_file=None)
        await store.start()
        tasks = [
            asyncio.create_task(store.transact(lambda work: work.organisation.note(None, "x", "", clock.now())))
            for _ in range(300)
        ]
        await asyncio.sleep(0)
        await store.close()
        await asyncio.gather(*tasks)
        again = open_store(url, clock=clock, erasures_file=None)
        await again.start()
        assert len(await again.read(lambda work: work.organisation.deeds(1000))) == 300
        await again.close()


async def test_roles_are_counted_for_the_highest_too(store, clock):
    person, _ = await store.transact(lambda work: work.people.meet("a:1", "x", "de", clock.now()))
    assert await people_of(store) == 0
    await store.transact(lambda work: work.people.set_role(person.id, Role.OWNER))
    assert await people_of(store) == 1
