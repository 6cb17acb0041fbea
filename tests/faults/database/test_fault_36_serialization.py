"""Fault 36: a serialization failure or a deadlock runs the whole function again, and not for ever."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from bot.domain.event import EventDraft, EventState, SignUp
from storage import open_store
from storage.engine import weather
from storage.tables import counters


@pytest.fixture
async def store(database_url, clock):
    opened = open_store(database_url("postgresql"), clock=clock, erasures_file=None)
    await opened.start()
    with opened._engine.begin() as connection:
        connection.execute(counters.insert(), [{"name": "a", "value": 0}, {"name": "b", "value": 0}])
    yield opened
    await opened.close()


class Meeting:
    """Two functions wait for each other on their first run, so that they collide; later runs pass."""

    def __init__(self) -> None:
        self._barrier = threading.Barrier(2)
        self._met = threading.local()
        self.runs = 0

    def wait(self) -> None:
        if not getattr(self._met, "yes", False):
            self._met.yes = True
            self._barrier.wait(10)


def value(work, name) -> int:
    return work._session.scalar(select(counters.c.value).where(counters.c.name == name))


def put(work, name, number) -> None:
    work._session.run(update(counters).where(counters.c.name == name).values(value=number))


async def side_by_side(store, first, second):
    """Each in a transaction and a thread of its own: the second is queued when the first is already running."""
    begun = threading.Event()

    def starting(work):
        begun.set()
        return first(work)

    running = asyncio.create_task(store.transact(starting))
    await asyncio.to_thread(begun.wait, 10)
    return await asyncio.gather(running, store.transact(second))


async def test_fault_36_of_two_who_take_the_last_seat_at_once_one_gets_it(store, clock):
    meeting, draft = Meeting(), EventDraft("Fest", clock.now() + timedelta(days=9), "Rathaus", "Wir reden.", 1)

    def prepare(work):
        people = [work.people.meet("a:1", name, "de", clock.now())[0].id for name in ("anna", "ben")]
        return work.events.add(draft, 7, EventState.PUBLISHED, clock.now()).id, people

    event, people = await store.transact(prepare)

    def take(person):
        def taking(work):
            work.events.counts([event])  # each sees the seat free
            meeting.wait()
            return work.events.sign_up(event, person, clock.now(), reminded=False)

        return taking

    assert sorted(await side_by_side(store, *map(take, people))) == [SignUp.DONE, SignUp.FULL]
    assert await store.read(lambda work: work.events.counts([event])) == {event: 1}


async def test_fault_36_of_two_that_read_and_write_the_same_row_neither_is_lost(store):
    meeting, runs = Meeting(), []

    def add(work):
        known = value(work, "a")
        runs.append(known)
        meeting.wait()
        put(work, "a", known + 1)

    await side_by_side(store, add, add)
    assert await store.read(lambda work: value(work, "a")) == 2
    assert runs == [0, 0, 1]


async def test_fault_36_a_deadlock_is_resolved(store):
    meeting, runs = Meeting(), []

    def crosswise(first, second):
        def move(work):
            runs.append(first)
            put(work, first, value(work, first) + 1)
            meeting.wait()
            put(work, second, value(work, second) + 1)

        return move

    await side_by_side(store, crosswise("a", "b"), crosswise("b", "a"))
    assert await store.read(lambda work: (value(work, "a"), value(work, "b"))) == (2, 2)
    assert len(runs) == 3


async def test_fault_36_somebody_else_in_the_same_group_is_run_again_with_it_and_counts_once(store):
    """Twenty functions queue up behind two that collide; each of them adds one."""

    def add(name):
        return lambda work: put(work, name, value(work, name) + 1)

    await asyncio.gather(*(store.transact(add(name)) for name in "ab" * 60))
    assert await store.read(lambda work: (value(work, "a"), value(work, "b"))) == (60, 60)


async def test_fault_36_it_ends_after_so_many_tries(store, monkeypatch):
    monkeypatch.setattr(weather, "FIRST_PAUSE", 0.0)
    runs = []

    def never(work):
        runs.append(1)
        work._session.run(text("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$"))

    with pytest.raises(DBAPIError):  # the database is there: this function's error, and nobody waits for it for ever
        await store.transact(never)
    assert len(runs) == weather.TRIES
    assert await store.read(lambda work: value(work, "a")) == 0


async def test_fault_36_any_other_error_is_not_tried_again(store):
    runs = []

    def wrong(work):
        runs.append(1)
        work._session.run(text("SELECT 1 / 0"))

    with pytest.raises(DBAPIError):
        await store.transact(wrong)
    assert len(runs) == 1
