"""Whatever comes back from sending, every delivery is settled and its contact is free again."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import FileRef, Outgoing
from bot.core.ports import Lane, State
from bot.core.transport import Abilities
from tests.simulated import BEGAN, Sending, simulate
from tests.wire import Wire

TELEGRAM = Abilities(rate=30, in_flight=32)


@pytest.mark.parametrize("seconds", [1e12, float("inf"), float("nan")])
def test_fault_01_whatever_wait_is_asked_for_it_ends_and_keeps_up_nobody_else(seconds):
    async def scene():
        wire = Wire(TELEGRAM)
        limit = DeliveryProblem(Verdict.THROTTLED, "429", retry_after=seconds)
        wire.behave = lambda shipment: limit if shipment.address == "1" else None
        async with Sending(wire) as sending:
            sending.queue(2, Lane.REPLY, None)
            await asyncio.sleep(2)
            assert sending.sent() == 1
            waits = sending.ledger.rows[1]
            assert waits.state is State.QUEUED
            assert waits.not_before == pytest.approx(BEGAN + timedelta(days=1), abs=timedelta(seconds=2))

    simulate(scene)


def test_fault_10_a_network_that_cannot_even_be_asked_is_asked_less_and_less_often():
    """A probe that raises what nobody thought of is no answer: what nobody asked for stands still, and it is said."""

    async def scene():
        wire = Wire(TELEGRAM)
        wire.behave = lambda shipment: DeliveryProblem(Verdict.UNSENT, "HTTP 502") if shipment.id else {}["username"]
        async with Sending(wire) as sending:
            sending.queue(100)
            await asyncio.sleep(600)
            assert sending.sent() == 0
            assert 5 < wire.probed <= 20
            assert "KeyError" in sending.dispatcher._chains.trouble
            wire.behave = lambda _shipment: None
            await asyncio.sleep(65)
            assert sending.sent() == 100

    simulate(scene)


def test_a_bug_after_sending_costs_one_message_its_certainty_and_nobody_anything_else():
    async def scene():
        wire = Wire(TELEGRAM)
        wire.behave = lambda one: DeliveryProblem(Verdict.REFUSED, "no") if one.outgoing.files else None
        sending = Sending(wire)
        sending.sorry = lambda _words, _language: {}["no such words"]
        async with sending:
            refused = Outgoing("a", files=(FileRef(7, "a.jpg", "image/jpeg"),))
            sending.queue(1, Lane.REPLY, None, contact=5, outgoing=refused)
            sending.queue(1, Lane.REPLY, None, contact=5)
            await asyncio.sleep(2)
            assert sending.sent() == 1
            assert sending.ledger.count(State.UNCERTAIN) == 1

    simulate(scene)


def test_fault_40_what_was_claimed_before_the_lease_was_lost_is_put_back_and_not_sent():
    """A process that stood still must not send minutes later what somebody else decides about by now."""

    async def scene():
        wire = Wire(TELEGRAM)
        wire.latency = 1.0
        async with Sending(wire) as sending:
            sending.queue(3, Lane.REPLY, None, contact=5)
            sending.queue(100)
            await asyncio.sleep(0.5)
            sending.lease_is_held = False
            under_way = len(wire.under_way)
            await asyncio.sleep(5)
            assert 0 < len(wire.sent) == under_way
            assert [shipment.id for shipment in wire.sent if shipment.address == "5"] == [1]
            assert sending.ledger.count(State.UNCERTAIN) == 0

    simulate(scene)


@pytest.mark.parametrize("stops", [False, True])
def test_fault_40_whoever_lost_the_lease_puts_nothing_back_that_the_new_holder_is_sending(stops):
    """Neither in a round nor with the last receipts: it would go out twice."""

    async def scene():
        wire = Wire(TELEGRAM)
        wire.latency = 1.0
        wire.behave = lambda _shipment: DeliveryProblem(Verdict.UNSENT, "HTTP 502")
        async with Sending(wire) as sending:
            sending.queue(1, Lane.REPLY, None)
            await asyncio.sleep(0.5)
            sending.ledger.fence += 1
            await asyncio.sleep(0 if stops else 3)
        assert sending.ledger.rows[1].state is State.SENDING

    simulate(scene)
