"""How long passing trouble is waited for, and how much shorter once the process is asked to stop (fault 42)."""

from __future__ import annotations

from threading import Event

import pytest

from bot.core.errors import StoreAway
from storage.engine import weather
from storage.engine.connect import reading_engine
from storage.engine.reader import Readers

NOBODY_THERE = "postgresql://nobody@127.0.0.1:9/nothing"  # the discard port: refused at once


async def tries_of_a_read(stopping: Event) -> int:
    engine, tried = reading_engine(NOBODY_THERE, 1), []
    readers = Readers(engine, str, 1, stopping)
    original = engine.connect
    engine.connect = lambda: tried.append(1) or original()  # type: ignore[method-assign]
    with pytest.raises(StoreAway):
        await readers.run(str)
    readers.stop()
    return len(tried)


async def test_a_read_is_tried_again_so_many_times(monkeypatch):
    monkeypatch.setattr(weather, "FIRST_PAUSE", 0.0)
    assert await tries_of_a_read(Event()) == weather.TRIES


async def test_fault_42_whoever_reads_while_the_process_is_asked_to_stop_does_not_hold_it_up():
    stopping = Event()
    stopping.set()
    assert 1 < await tries_of_a_read(stopping) < weather.TRIES
