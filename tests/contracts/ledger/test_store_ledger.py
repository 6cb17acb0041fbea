"""The ledger: who goes first and who is passed over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.messages import Choice, FileRef, Outgoing
from bot.core.ports import Lane, State


async def test_a_message_goes_out_exactly_as_written(post):
    strange = "\x00 \ud800 \x1a 'q' \"d\" \\ {}," + "ß" * 5000
    message = Outgoing(
        strange, (Choice("Ja", "d:x~y"), Choice(strange, "t", quiet=True)), (FileRef(7, "b.png", "image/png"),), False
    )
    _, contact = await post.meet("anna", "de-CH")
    await post.add(contact, message)
    [claimed] = await post.claim()
    assert (claimed.outgoing, claimed.address, claimed.language) == (message, "anna", "de-CH")
    assert (claimed.attempts, claimed.refs, claimed.edits, claimed.first_try_at) == (0, (), (), None)


async def test_replies_before_check_ins_before_announcements(post, store):
    for number, lane in enumerate((Lane.ANNOUNCEMENT, Lane.CHECK_IN, Lane.REPLY)):
        person, contact = await post.meet(str(number))
        await store.transact(lambda work, person=person: work.people.set_news(person, True))
        await post.add(contact, lane.name, lane)
    assert [row.outgoing.text for row in await post.claim()] == ["REPLY", "CHECK_IN", "ANNOUNCEMENT"]


async def test_only_the_lanes_asked_for_and_no_more_than_asked_for(post):
    for number in range(5):
        _, contact = await post.meet(str(number))
        await post.add(contact, str(number))
    assert await post.claim(Lane.CHECK_IN) == []
    assert [row.outgoing.text for row in await post.claim(limit=2)] == ["0", "1"]
    assert [row.outgoing.text for row in await post.claim(limit=9)] == ["2", "3", "4"]


async def test_replies_to_one_contact_are_handed_out_together_and_in_order(post):
    _, contact = await post.meet("anna")
    for number in range(3):
        await post.add(contact, str(number))
    rows = await post.claim()
    assert [row.outgoing.text for row in rows] == ["0", "1", "2"]
    await post.add(contact, "3")
    assert await post.claim(busy=(contact,)) == []
    for row in rows:
        await post.settle(row)
    assert await post.drain() == ["3"]


async def test_of_a_long_row_of_replies_only_the_first_few_are_handed_out(post):
    _, anna = await post.meet("anna")
    _, ben = await post.meet("ben")
    for number in range(20):
        await post.add(anna, str(number))
    await post.add(ben, "his")
    assert [row.outgoing.text for row in await post.claim(limit=3)] == ["0", "1", "2"]
    assert [row.outgoing.text for row in await post.claim(limit=10, busy=(anna,))] == ["his"]
    assert [row.outgoing.text for row in await post.claim(limit=100)] == [str(number) for number in range(3, 11)]


async def test_a_long_row_of_replies_hides_nobody_behind_it(post):
    _, anna = await post.meet("anna")
    _, ben = await post.meet("ben")
    for number in range(30):
        await post.add(anna, str(number))
    await post.add(ben, "his")
    assert "his" in [row.outgoing.text for row in await post.claim(limit=10)]


@pytest.mark.parametrize("lane", [Lane.CHECK_IN, Lane.ANNOUNCEMENT])
async def test_what_nobody_asked_for_is_handed_out_one_by_one(post, store, lane):
    person, contact = await post.meet("anna")
    await store.transact(lambda work: work.people.set_news(person, True))
    for number in range(3):
        await post.add(contact, str(number), lane)
    [first] = await post.claim()
    assert await post.claim(busy=(contact,)) == []
    await post.settle(first)
    assert await post.drain() == ["1", "2"]


async def test_what_is_put_back_goes_out_before_what_was_behind_it(post, clock):
    """The first of three was not sent: a later try of it comes before the two that were put back with it."""
    _, contact = await post.meet("anna")
    for number in range(3):
        await post.add(contact, str(number))
    first, second, third = await post.claim()
    await post.settle(first, State.QUEUED, not_before=clock.now() + timedelta(seconds=5))
    for row in (second, third):
        await post.settle(row, State.QUEUED, not_before=clock.now(), counts_as_try=False)
    assert await post.claim() == []
    clock.turn(seconds=6)
    assert [row.outgoing.text for row in await post.claim(limit=1)] == ["0"]


async def test_messages_of_one_transaction_keep_their_order(post, store, clock):
    _, contact = await post.meet("anna")

    def many(work):
        for number in range(20):
            work.ledger.add(contact, Outgoing(str(number)), Lane.REPLY, clock.now())

    await store.transact(many)
    assert await post.drain() == [str(number) for number in range(20)]


async def test_a_message_that_has_to_wait_holds_back_those_behind_it(post, clock):
    _, contact = await post.meet("anna")
    await post.add(contact, "first")
    await post.add(contact, "second")
    [row] = await post.claim(limit=1)
    await post.settle(row, State.QUEUED, not_before=clock.now() + timedelta(seconds=30))
    assert await post.claim() == []
    clock.turn(seconds=31)
    assert await post.drain() == ["first", "second"]


async def test_nothing_is_handed_out_under_another_fence(post):
    _, contact = await post.meet("anna")
    await post.add(contact, "hallo")
    assert await post.claim(fence=post.fence + 1) == []
    assert await post.claim(fence=post.fence - 1) == []
    assert len(await post.claim()) == 1


async def test_another_accounts_messages_are_not_handed_out(post):
    _, contact = await post.meet("anna", account="matrix:@b:example.org")
    await post.add(contact, "hallo")
    assert await post.claim() == []


async def test_what_waits_for_an_unreachable_contact_is_closed(post, store, clock):
    _, contact = await post.meet("anna")
    await post.add(contact, "hallo")
    await store.transact(lambda work: work.people.set_reachable(contact, False))
    assert await post.claim() == []
    assert await post.tally() == {"unreachable": 1}
    await store.transact(lambda work: work.people.touch([contact], clock.now()))
    await post.add(contact, "wieder da")
    assert await post.drain() == ["wieder da"]


async def test_many_dropped_at_the_head_do_not_hide_the_one_behind(post, store):
    for number in range(50):
        _, contact = await post.meet(str(number))
        await post.add(contact, str(number))
        if number != 49:
            await store.transact(lambda work, contact=contact: work.people.set_reachable(contact, False))
    assert [row.outgoing.text for row in await post.claim(limit=4)] == ["49"]
