"""The dispatcher's pace, simulated: slowed announcements, albums, first uploads, limits and outages."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import replace

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import FileRef, Outgoing
from bot.core.ports import Lane, State
from bot.core.transport import Abilities
from tests.simulated import Sending, simulate
from tests.wire import Wire

TELEGRAM = Abilities(rate=30, in_flight=32, text_most=4096, caption_most=1024, files_most=10)


@pytest.mark.parametrize(("rate", "seconds"), [(0.25, 40), (1, 20), (15, 8)])
@pytest.mark.parametrize("traffic", [0.05, 5.0])
def test_a_slowed_announcement_keeps_its_pace_under_any_traffic_and_blocks_nothing(rate, seconds, traffic):
    async def scene():
        async with Sending(Wire(TELEGRAM)) as sending:
            sending.ledger.rates[1] = rate
            sending.queue(int(rate * seconds * 2))
            writing = asyncio.create_task(sending.replies(traffic))
            await asyncio.sleep(seconds)
            writing.cancel()
            assert sending.sent() == pytest.approx(rate * seconds, rel=0.1, abs=1.5)
            assert sending.sent("reply") >= seconds / traffic - 2
            assert sending.ledger.claims < sending.sent() + sending.sent("reply") + 20, "claimed to be put back"

    simulate(scene)


def test_an_account_with_a_slowed_announcement_sends_the_others_at_full_pace():
    async def scene():
        async with Sending(Wire(TELEGRAM)) as sending:
            sending.ledger.rates[1] = 0.25
            sending.queue(100)
            sending.queue(400, announcement=2, outgoing=Outgoing("other"))
            await asyncio.sleep(10)
            assert sending.sent("other") >= 270

    simulate(scene)


def test_receipts_that_come_together_are_recorded_without_waiting_for_more():
    """256 in flight, answered after 50 ms: a wave takes that and the 2 ms of a transaction, not RECORD_EVERY more."""

    async def scene():
        async with Sending(Wire(Abilities(in_flight=256), latency=0.05)) as sending:
            sending.queue(252 * 20)
            await asyncio.sleep(20 * 0.06)
            assert sending.sent() == 252 * 20

    simulate(scene)


def at_most_in_a_second(moments, weight=1):
    """The most messages within any second."""
    window, most = deque(), 0
    for moment in moments:
        window.append(moment)
        while window[0] <= moment - 1:
            window.popleft()
        most = max(most, len(window) * weight)
    return most


@pytest.mark.parametrize(
    ("outgoing", "weight"),
    [
        (Outgoing("news"), 1),
        (Outgoing("news " * 1500), 2),
        (Outgoing("news", files=tuple(FileRef(n, "a.jpg", "image/jpeg") for n in range(10))), 10),
    ],
)
def test_fault_01_what_counts_is_the_networks_messages_not_our_deliveries(outgoing, weight):
    async def scene():
        wire, moments = Wire(TELEGRAM), []
        wire.behave = lambda _: moments.append(asyncio.get_running_loop().time())
        async with Sending(wire) as sending:
            sending.queue(400, outgoing=outgoing)
            await asyncio.sleep(12)
        assert at_most_in_a_second(moments, weight) <= 30
        assert len(moments) * weight >= 290
        assert sending.ledger.claims <= len(moments) + 40

    simulate(scene)


def test_while_a_picture_goes_up_for_the_first_time_the_others_wait_and_do_not_burst_afterwards():
    async def scene():
        wire, moments = Wire(TELEGRAM), []
        picture = Outgoing("news", files=(FileRef(7, "a.jpg", "image/jpeg"),))
        wire.behave = lambda _: moments.append(asyncio.get_running_loop().time())
        async with Sending(wire) as sending:
            wire.latency = 5.0
            sending.queue(200, outgoing=picture)
            await asyncio.sleep(4.5)
            assert len(wire.under_way) == 1
            wire.latency = 0.02
            await asyncio.sleep(5.5)
        assert at_most_in_a_second(moments[1:]) <= 30
        assert len(moments) >= 130

    simulate(scene)


def test_where_the_first_upload_fails_the_next_one_brings_the_picture():
    async def scene():
        wire, tries = Wire(TELEGRAM), []

        def behave(shipment):
            tries.append(shipment.id)
            return DeliveryProblem(Verdict.REFUSED, "not this one") if len(tries) == 1 else None

        wire.behave = behave
        async with Sending(wire) as sending:
            sending.queue(20, outgoing=Outgoing("news", files=(FileRef(7, "a.jpg", "image/jpeg"),)))
            await asyncio.sleep(5)
        assert sending.sent() == 19

    simulate(scene)


def test_fault_23_a_limit_of_the_homeserver_pauses_everything_unasked_for_as_long_as_it_says():
    """Synapse's default: a bucket of 10 that fills with one in 5 seconds."""

    async def scene():
        wire = Wire(Abilities(in_flight=8, idempotent_for=82_800.0))
        loop, bucket, refused = asyncio.get_running_loop(), [10.0, asyncio.get_running_loop().time()], []

        def behave(shipment):
            bucket[0], bucket[1] = min(10.0, bucket[0] + (loop.time() - bucket[1]) / 5), loop.time()
            if bucket[0] < 1:
                refused.append(shipment.id)
                return DeliveryProblem(Verdict.THROTTLED, "429", retry_after=(1 - bucket[0]) * 5)
            bucket[0] -= 1
            return None

        wire.behave, wire.latency = behave, 0.05
        async with Sending(wire) as sending:
            sending.queue(200)
            await asyncio.sleep(300)
        assert sending.sent() >= 65
        assert len(refused) <= sending.sent() * 5, "hit over and over"
        assert sending.ledger.count(State.UNCERTAIN) == 0

    simulate(scene)


def test_a_copy_that_waits_for_its_next_try_does_not_keep_back_an_answer_to_the_same_person():
    async def scene():
        wire = Wire(TELEGRAM)
        wire.behave = lambda shipment: DeliveryProblem(Verdict.UNSENT, "no") if shipment.unasked else None
        async with Sending(wire) as sending:
            sending.queue(1, contact=5, attempts=8)
            await asyncio.sleep(3)
            sending.queue(1, Lane.REPLY, None, outgoing=Outgoing("reply"), contact=5)
            await asyncio.sleep(2)
            assert sending.sent("reply") == 1

    simulate(scene)


@pytest.mark.parametrize("verdict", [Verdict.UNCERTAIN, Verdict.UNSENT])
def test_fault_10_an_outage_pauses_what_nobody_asked_for_and_is_over_by_itself(verdict):
    async def scene():
        wire, tries = Wire(TELEGRAM), []

        def behave(shipment):
            if sending.seconds < 10 or sending.seconds > 610:
                return None
            if shipment.id:
                tries.append(shipment.id)
            return DeliveryProblem(verdict, "HTTP 502")

        wire.behave = behave
        async with Sending(wire) as sending:
            sending.queue(1_000)
            await asyncio.sleep(600)
            assert [problem for _, problem in sending.told] == ["the network does not answer: HTTP 502"]
            assert sending.told[0][0] < 13
            assert len(tries) <= 12
            before = wire.probed
            await asyncio.sleep(5)
            assert wire.probed - before <= 1, "never more than a probe a minute after a while"
            await asyncio.sleep(200)
            assert sending.told[-1][1] == ""
            assert sending.ledger.count(State.UNCERTAIN) <= (12 if verdict is Verdict.UNCERTAIN else 0)
            assert sending.sent() >= 1_000 - 12

    simulate(scene)


def test_fault_10_what_was_claimed_before_the_outage_is_put_back_and_not_risked():
    """At 1000 a second about two hundred wait for their turn when the network goes."""

    async def scene():
        wire, tries = Wire(replace(TELEGRAM, rate=1000.0, in_flight=256)), []

        def behave(shipment):
            if sending.seconds < 1:
                return None
            if shipment.id:
                tries.append(shipment.id)
            return DeliveryProblem(Verdict.UNCERTAIN, "HTTP 502")

        wire.behave = behave
        async with Sending(wire) as sending:
            sending.queue(3_000)
            await asyncio.sleep(60)
            assert 0 < len(tries) <= 40
            assert sending.ledger.count(State.UNCERTAIN) == len(tries)

    simulate(scene)


def test_an_outage_of_messages_alone_risks_few_of_them():
    """The probe is answered, messages are not: one at a time, less and less often."""

    async def scene():
        wire, tries = Wire(TELEGRAM), []
        wire.behave = lambda shipment: (
            tries.append(shipment.id) or DeliveryProblem(Verdict.UNCERTAIN, "HTTP 502") if shipment.id else None
        )
        async with Sending(wire) as sending:
            sending.queue(1_000)
            await asyncio.sleep(600)
            assert len(tries) <= 30

    simulate(scene)


def test_replies_go_on_in_an_outage_and_the_first_that_arrives_ends_it():
    async def scene():
        wire = Wire(TELEGRAM)
        wire.behave = lambda shipment: DeliveryProblem(Verdict.UNSENT, "refused") if shipment.unasked else None
        async with Sending(wire) as sending:
            sending.queue(100)
            await asyncio.sleep(5)
            assert sending.told
            sending.queue(1, Lane.REPLY, None, outgoing=Outgoing("reply"))
            await asyncio.sleep(1.5)
            assert sending.sent("reply") == 1
            assert [problem == "" for _, problem in sending.told][:2] == [False, True]

    simulate(scene)


def test_an_account_that_does_not_receive_says_so():
    async def scene():
        wire = Wire(TELEGRAM)
        async with Sending(wire) as sending:
            await asyncio.sleep(2)
            wire.weather = "no messages come in: HTTP 502"
            await asyncio.sleep(2)
            wire.weather = ""
            await asyncio.sleep(2)
        assert [problem for _, problem in sending.told] == ["no messages come in: HTTP 502", ""]

    simulate(scene)


def test_fault_35_what_a_round_claimed_without_knowing_is_put_back_and_sent():
    async def scene():
        sending = Sending(Wire(TELEGRAM))

        def lost():
            sending.after_commit = lambda: None
            raise ConnectionError("committed, and nobody was told")

        sending.queue(3, Lane.REPLY, None)
        async with sending:
            await asyncio.sleep(0.5)
            sending.queue(4, Lane.REPLY, None)
            sending.after_commit = lost
            with pytest.raises(ConnectionError):
                await sending.dispatcher.along(lambda _work: None)
            await asyncio.sleep(3)
            assert sending.sent() == 7
            assert sending.ledger.count(State.SENT) == 7

    simulate(scene)
