"""A lease is held no longer than it was given for, whatever the database does."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from unittest.mock import Mock

import pytest

from bot.clock import SystemClock
from bot.core.ports import Lease
from bot.core.running import serving
from bot.core.running.serving import Service


class Hanging:
    """A database that never answers."""

    async def transact(self, _fn):
        await asyncio.Event().wait()


@pytest.mark.parametrize("renew_every", [0.05, 0.25, 5.0])
async def test_fault_40_a_lease_that_cannot_be_renewed_is_given_up_when_it_ends(monkeypatch, renew_every):
    monkeypatch.setattr(serving, "LEASE", timedelta(seconds=0.3))
    monkeypatch.setattr(serving, "RENEW_EVERY", renew_every)
    service = Service(Mock(account="plain:test"), Hanging(), SystemClock(), Mock(), "one")
    began = time.monotonic()
    await service._renew_forever(Lease("plain:test", 1, datetime.now(UTC)))
    assert time.monotonic() - began == pytest.approx(0.3, abs=0.1)
