"""A lease is held no longer than it was given for, whatever the database does."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from unittest.mock import Mock

import pytest

from bot.core.ports import Holder, Lease
from bot.core.running import serving
from bot.core.running.serving import Service
from bot.parts.clock import SystemClock
from tests.simulated import LoopClock, simulate


class Hanging:
    """A database that never answers."""

    async def transact(self, _fn):
        await asyncio.Event().wait()


@pytest.mark.parametrize("renew_every", [0.05, 0.25, 5.0])
def test_fault_40_a_lease_that_cannot_be_renewed_is_given_up_when_it_ends(monkeypatch, renew_every):
    monkeypatch.setattr(serving, "LEASE", timedelta(seconds=0.3))
    monkeypatch.setattr(serving, "RENEW_EVERY", renew_every)

    async def scene():
        clock = LoopClock()
        service = Service(Mock(account="plain:test"), Hanging(), clock, Mock(), "one")
        began = clock.monotonic()
        service._good_until = began + 0.3
        await service._renew_forever(Lease("plain:test", 1, clock.now()))
        assert clock.monotonic() - began == pytest.approx(0.3)

    simulate(scene)


async def test_fault_40_a_lease_counts_from_before_it_was_asked_for():
    """The database's answer may take seconds, and the other side counts from when it was written."""
    clock, work = Mock(), Mock()
    clock.monotonic.side_effect = lambda: float(seconds[0])
    clock.now.return_value = datetime(2026, 11, 23, 9, tzinfo=UTC)
    work.accounts.lease.side_effect = lambda account, _owner, _now, until: Lease(account, 1, until)
    seconds = [100.0]

    class Slow:
        async def transact(self, fn):
            found = fn(work)
            seconds[0] += 4
            return found

    service = Service(Mock(account="plain:test"), Slow(), clock, Mock(), "one")
    await service._wait_for_lease()
    held = []
    for seconds[0] in (104.0, 108.9, 109.0):
        held.append(service._holds_lease())
    assert held == [True, True, False]


@pytest.mark.parametrize("renewed", [None, Lease("plain:test", 2, datetime.now(UTC))])
async def test_fault_40_a_lease_that_somebody_else_has_taken_is_held_no_longer(monkeypatch, renewed):
    """Nothing more goes out in the seconds for which it had been given."""
    monkeypatch.setattr(serving, "RENEW_EVERY", 0.01)

    class Taken:
        async def transact(self, _fn):
            return renewed

    service = Service(Mock(account="plain:test"), Taken(), SystemClock(), Mock(), "one")
    service._good_until = time.monotonic() + 9
    await service._renew_forever(Lease("plain:test", 1, datetime.now(UTC)))
    assert not service._holds_lease()


class Elsewhere:
    """A lease that another process took, until some moment of its own clock."""

    def __init__(self, until):
        self.until, self.released = until, False

    def lease(self, account, owner, now, until):
        return Lease(account, 2, until) if self.released else None

    def holder(self, _account):
        return Holder("other", self.until)

    def release(self, _account, _owner):
        self.released = True


@pytest.mark.parametrize("off", [timedelta(days=1), timedelta(0)])
def test_fault_38_a_lease_that_is_not_renewed_is_lost_whatever_the_clocks_say(off):
    clock, began = Mock(), datetime(2026, 11, 23, 9, tzinfo=UTC)
    clock.now.return_value = began
    work = Mock(accounts=Elsewhere(began + off + timedelta(seconds=9)))
    service = Service(Mock(account="plain:test"), Mock(), clock, Mock(), "one")
    taken = []
    for second in range(40):
        clock.monotonic.return_value = float(second)
        if second == 5:
            work.accounts.until += timedelta(seconds=3)  # renewed once more, then its process dies
        if service._take_lease(work) is not None:
            taken.append(second)
            break
    assert taken == [15]


async def test_fault_38_a_clock_that_jumps_a_day_loses_no_lease(monkeypatch):
    monkeypatch.setattr(serving, "LEASE", timedelta(seconds=0.4))
    monkeypatch.setattr(serving, "RENEW_EVERY", 0.1)
    clock, renewed = Mock(), []
    clock.monotonic.side_effect = time.monotonic
    days = iter([1, -1, 0, 1, -1, 0, 1, -1, 0, 1, -1, 0])
    clock.now.side_effect = lambda: datetime.now(UTC) + timedelta(days=next(days))

    class Store:
        async def transact(self, fn):
            work = Mock()
            work.accounts.lease.side_effect = lambda account, _owner, _now, until: Lease(account, 1, until)
            renewed.append(fn(work))
            return renewed[-1]

    service = Service(Mock(account="plain:test"), Store(), clock, Mock(), "one")
    service._good_until = time.monotonic() + 0.4
    renewing = asyncio.create_task(service._renew_forever(Lease("plain:test", 1, datetime.now(UTC))))
    await asyncio.sleep(0.8)
    assert not renewing.done()
    assert len(renewed) >= 4
    renewing.cancel()


async def test_fault_34_trouble_that_could_not_be_stored_is_stored_when_it_is_over():
    class Full:
        """A database on a disk that is full at first."""

        full, accounts = True, Mock()

        async def transact(self, fn):
            if self.full:
                raise OSError("database or disk is full")
            return fn(self)

    store = Full()
    service = Service(Mock(account="plain:test"), store, SystemClock(), Mock(), "one")
    await service._in_trouble("stopped")
    store.full = False
    await service._well()
    store.accounts.missed.assert_called_once_with("plain:test", "stopped")
    await service._well()
    assert store.accounts.missed.call_count == 1
