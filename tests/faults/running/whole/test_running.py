"""Faults of the running parts: receiving, handling and dispatching go on whatever one message or one contact does."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.core.errors import AccountProblem, DeliveryProblem, StoreAway, Verdict
from bot.core.messages import Outgoing
from bot.core.ports import Lane
from bot.core.running import handling
from bot.core.running.dispatching import Dispatcher
from bot.core.transport import Abilities


def said(world, address):
    return [shipment.outgoing.text for shipment in world.wire.sent if shipment.address == address]


async def test_a_message_is_stored_handled_and_answered(world):
    world.start()
    world.wire.arrives(world.wire.message("anna", "Guten Tag"), cursor="7")
    await world.until(lambda: said(world, "anna") == ["Guten Tag"])
    assert await world.store.read(lambda work: work.inbox.cursor("wire:test")) == "7"


async def test_fault_01_a_throttled_chat_waits_and_all_others_go_on(world):
    refusals = []

    def behave(shipment):
        if shipment.address == "busy" and len(refusals) < 2:
            refusals.append(shipment.id)
            return DeliveryProblem(Verdict.THROTTLED, "429", retry_after=0.3)
        return None

    world.wire.behave = behave
    for number in range(5):
        await world.queue("busy", f"to busy {number}")
        await world.queue(f"other{number}", "to others")
    world.start()
    await world.until(lambda: sum(len(said(world, f"other{number}")) for number in range(5)) == 5)
    assert said(world, "busy") == []
    await world.until(lambda: len(said(world, "busy")) == 5)
    assert said(world, "busy") == [f"to busy {number}" for number in range(5)], "order per chat is kept"
    await world.until_states({"sent": 10})


async def test_fault_01_being_throttled_uses_up_no_try(world):
    refusals = []

    def behave(shipment):
        refusals.append(shipment.id)
        return DeliveryProblem(Verdict.THROTTLED, "429", retry_after=0.02) if len(refusals) < 12 else None

    world.wire.behave = behave
    await world.queue("busy", "hello")
    world.start()
    await world.until(lambda: said(world, "busy") == ["hello"])


async def test_fault_02_a_blocked_contact_is_not_written_to_until_the_person_writes_again(world):
    world.wire.behave = lambda _: DeliveryProblem(Verdict.UNREACHABLE, "blocked")
    await world.queue("anna", "one")
    world.start()
    await world.until_states({"unreachable": 1})
    await world.queue("anna", "two")
    await world.until_states({"unreachable": 2})
    assert world.wire.sent == []
    world.wire.behave = lambda _: None
    world.wire.arrives(world.wire.message("anna", "I am back"))
    await world.until(lambda: said(world, "anna") == ["I am back"])


async def test_fault_07_an_uncertain_message_is_listed_and_never_sent_again_by_itself(world):
    tries = []

    def behave(shipment):
        tries.append(shipment.id)
        return DeliveryProblem(Verdict.UNCERTAIN, "the answer was lost")

    world.wire.behave = behave
    await world.queue("anna", "once")
    world.start()
    await world.until_states({"uncertain": 1})
    await asyncio.sleep(1.5)
    assert len(tries) == 1
    assert len(await world.store.read(lambda work: work.ledger.uncertain())) == 1


async def test_words_whose_picture_the_network_refuses_come_without_it(world):
    """A preview with a picture that is refused leaves nobody without an answer."""

    def behave(shipment):
        return DeliveryProblem(Verdict.REFUSED, "PHOTO_INVALID_DIMENSIONS") if shipment.outgoing.files else None

    def preview(work):
        now = datetime.now(UTC)
        person, contact = work.people.meet(world.wire.account, "anna", "de", now)
        file = work.files.add(person.id, b"...", "bild.jpg", "image/jpeg", now)
        work.ledger.add(contact.id, Outgoing("So kommt sie an.", files=(file,)), Lane.REPLY, now, tag="preview")
        return contact.id

    world.wire.behave = behave
    contact = await world.store.transact(preview)
    world.start()
    await world.until_states({"refused": 1, "sent": 1})
    [words] = said(world, "anna")
    assert words.startswith("So kommt sie an.")
    assert "nimmt der Dienst nicht an" in words
    sent = await world.store.read(lambda work: work.ledger.sent_to(contact, 0))
    ref = sent[-1][1].refs[0]
    assert await world.store.read(lambda work: work.ledger.tag_of(contact, ref)) == "preview"


async def test_fault_08_a_refused_connection_is_tried_again_and_sent_once(world):
    tries = []

    def behave(shipment):
        tries.append(shipment.id)
        return DeliveryProblem(Verdict.UNSENT, "refused") if len(tries) == 1 else None

    world.wire.behave = behave
    await world.queue("anna", "hello")
    world.start()
    await world.until(lambda: said(world, "anna") == ["hello"])
    assert len(tries) == 2


async def test_fault_11_the_same_update_three_times_has_one_effect(world):
    world.start()
    message = world.wire.message("anna", "hello", event="update:1")
    world.wire.arrives(message, message)
    world.wire.arrives(message)
    world.wire.arrives(world.wire.message("anna", "next"))
    await world.until(lambda: "next" in said(world, "anna"))
    assert said(world, "anna") == ["hello", "next"]


async def test_fault_12_messages_of_a_conversation_are_handled_in_the_networks_order(world):
    late, early = (
        world.wire.message("anna", words, position=position) for words, position in (("second", 11), ("first", 10))
    )
    world.wire.arrives(late, early)
    world.start()
    await world.until(lambda: len(said(world, "anna")) == 2)
    assert said(world, "anna") == ["first", "second"]


async def test_a_bug_in_a_handler_is_told_with_its_number_and_harms_nobody_else(world, caplog):
    world.start()
    world.wire.arrives(*(world.wire.message(f"p{n}", "/kaputt" if n == 3 else f"hello {n}") for n in range(8)))
    await world.until(lambda: len(world.wire.sent) == 8)
    assert "schiefgegangen" in said(world, "p3")[0]
    number = next(record.args[0] for record in caplog.records if str(record.msg).startswith("error %s while"))
    assert number in said(world, "p3")[0]
    assert said(world, "p7") == ["hello 7"]


async def test_replies_do_not_wait_behind_a_broadcast(world):
    world.wire.abilities = Abilities(rate=20)
    for number in range(200):
        await world.queue(f"r{number}", "news", Lane.CHECK_IN)
    world.start()
    await world.until(lambda: len(world.wire.sent) >= 3)
    world.wire.arrives(world.wire.message("anna", "a question"))
    await world.until(lambda: said(world, "anna") == ["a question"])
    assert len(world.wire.sent) < 60


async def test_an_account_in_trouble_loses_nothing_and_says_so(world):
    world.wire.behave = lambda _: DeliveryProblem(Verdict.ACCOUNT, "the token is wrong")
    await world.queue("anna", "hello")
    service = world.start()
    await world.until(lambda: service.state == "trouble")
    assert service.problem == "the token is wrong"
    await world.until_states({"queued": 1})
    for _ in range(100):
        if troubles := await world.store.read(lambda work: dict(work.accounts.troubles())):
            break
        await asyncio.sleep(0.02)
    assert troubles == {"wire:test": "the token is wrong"}


async def test_fault_09_when_receiving_ends_the_account_stops_and_says_so(world):
    service = world.start()
    await world.until(lambda: service.state == "serving")
    world.wire.breaks(AccountProblem("another process polls with this token"))
    await world.until(lambda: service.state == "trouble")
    assert "another process" in service.problem


async def test_fault_35_while_the_database_is_away_nobody_is_told_of_a_bug(world, monkeypatch):
    """The message stays claimed and is handled when the database is back."""
    monkeypatch.setattr(handling, "LOOK_EVERY", 0.05)
    tries, along = [], Dispatcher.along

    async def away_at_first(dispatcher, fn):
        tries.append(1)
        if len(tries) < 4:
            raise StoreAway
        return await along(dispatcher, fn)

    monkeypatch.setattr(Dispatcher, "along", away_at_first)
    world.start()
    world.wire.arrives(world.wire.message("anna", "Guten Tag"))
    await world.until(lambda: world.wire.sent)
    assert said(world, "anna") == ["Guten Tag"]
    assert await world.store.read(lambda work: work.inbox.waiting()) == 0


async def test_fault_40_a_second_process_serves_nothing_while_the_first_holds_the_lease(world, caplog):
    caplog.set_level("INFO")
    first = world.start("one")
    await world.until(lambda: first.state == "serving")
    second = world.start("two")
    world.wire.arrives(*(world.wire.message(f"p{n}", "hello") for n in range(20)))
    await world.until(lambda: len(world.wire.sent) == 20)
    await asyncio.sleep(0.2)
    assert second.state == "waiting"
    assert sum("waiting, as another process" in line for line in caplog.messages) == 1
    assert len(world.wire.sent) == 20


async def test_fault_42_what_is_under_way_when_the_process_is_asked_to_stop_is_finished_and_recorded(world):
    world.wire.latency = 0.3
    for number in range(6):
        await world.queue(f"p{number}", "hello")
    world.start()
    await world.until(lambda: len(world.wire.under_way) == 6)
    await world.end()
    assert await world.states() == {"sent": 6}


@pytest.mark.parametrize(("memory", "state"), [(0.0, {"uncertain": 1}), (3600.0, {"sent": 1})])
async def test_what_a_dead_process_left_is_sent_again_only_where_the_network_recognises_it(world, memory, state):
    world.wire.abilities = Abilities(idempotent_for=memory)
    await world.queue("anna", "hello")
    await world.claim_and_die()
    world.start("successor")
    await world.until_states(state)


async def test_fault_57_what_waited_for_a_pause_is_asked_about_again_before_it_is_sent(world):
    world.wire.abilities = Abilities(rate=50)
    refusals = []

    def behave(shipment):
        if not refusals:
            refusals.append(shipment.id)
            return DeliveryProblem(Verdict.THROTTLED, "429", retry_after=1.5)
        return None

    world.wire.behave = behave
    for number in range(12):
        await world.queue(f"p{number}", "news", Lane.CHECK_IN)
    world.start()
    await world.until(lambda: refusals)
    await world.store.transact(lambda work: [work.people.set_reachable(number, reachable=False) for number in (3, 4)])
    await world.until_states({"sent": 10, "unreachable": 2})
    assert len(world.wire.sent) == 10
