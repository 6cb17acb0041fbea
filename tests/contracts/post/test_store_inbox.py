"""The inbox: everything exactly once, in order, one at a time per conversation, and nothing that crashes blocks it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.messages import Attachment, Batch, Incoming, Kind, Press
from bot.core.oddities import malformed
from storage.post.inbox import AlreadyHandled

ACCOUNT = "telegram:1"
CRASHES = 3


def said(event: int, address: str = "anna", text: str = "hallo", position: int | None = None) -> Incoming:
    from datetime import UTC, datetime

    at = datetime(2026, 11, 23, 8, 59, 59, 123456, tzinfo=UTC)
    return Incoming(ACCOUNT, str(event), address, address, Kind.TEXT, at, event if position is None else position, text)


@pytest.fixture
def inbox(store, clock):
    class Box:
        async def accept(self, *incoming: Incoming, cursor: str = "", account: str = ACCOUNT):
            return await store.transact(lambda work: work.inbox.accept(account, Batch(incoming, cursor), clock.now()))

        async def accept_claimed(self, *incoming: Incoming, cursor: str = ""):
            batch = Batch(incoming, cursor)
            return await store.transact(lambda work: work.inbox.accept_claimed(ACCOUNT, batch, clock.now()))

        async def claim(self, limit: int = 64, busy: tuple[str, ...] = (), account: str = ACCOUNT):
            return await store.transact(lambda work: work.inbox.claim(account, limit, busy, CRASHES))

        async def done(self, *rows: object):
            await store.transact(lambda work: work.inbox.done([row.id for row in rows], clock.now()))

        async def waiting(self):
            return await store.read(lambda work: work.inbox.waiting())

        async def shunted(self):
            return await store.read(lambda work: work.inbox.shunted())

    return Box()


async def test_what_arrived_comes_back_exactly(inbox):
    strange = "\x00 \ud800 \x1a0000 \u202e rtl \U0001f600 'q' \"d\" \\ {}" + "x" * 10_000
    everything = Incoming(
        account=ACCOUNT,
        event="e\x00\udfff",
        address="a:\ud83d",
        sender=strange,
        kind=Kind.PRESS,
        at=said(1).at,
        position=2**53 + 1,
        text=strange,
        marked=f"**{strange}**",
        caption=strange,
        press=Press("token", "ref", 3),
        attachment=Attachment("ref", "image/png", strange, 7),
        language="de-CH",
        **dict.fromkeys(("private", "addressed"), False),
        reply_to="9",
        moved_to="elsewhere",
    )
    plain = said(2)
    await inbox.accept(everything, plain)
    found = {row.incoming.event: row.incoming for row in await inbox.claim()}
    assert found == {everything.event: everything, plain.event: plain}


async def test_a_repeat_is_passed_over_even_after_it_was_handled(inbox):
    assert await inbox.accept(said(1), said(2)) == 2
    assert await inbox.accept(said(2), said(3)) == 1
    await inbox.done(*await inbox.claim())
    assert await inbox.accept(said(1), said(3)) == 0


async def test_the_same_event_twice_in_one_batch_is_one(inbox):
    assert await inbox.accept(said(1), said(1)) == 1


async def test_events_of_two_accounts_are_not_mixed_up(inbox):
    await inbox.accept(said(1))
    await inbox.accept(said(1), account="matrix:@bot:example.org")
    assert len(await inbox.claim()) == 1
    assert len(await inbox.claim(account="matrix:@bot:example.org")) == 1


async def test_the_cursor_is_kept_with_the_batch(inbox, store):
    assert await store.read(lambda work: work.inbox.cursor(ACCOUNT)) == ""
    await inbox.accept(said(1), cursor="one")
    await inbox.accept(cursor="two")
    await inbox.accept(said(2))
    assert await store.read(lambda work: work.inbox.cursor(ACCOUNT)) == "two"


async def test_one_at_a_time_per_conversation_in_the_order_of_the_network(inbox):
    await inbox.accept(said(5, "anna"), said(3, "anna"), said(4, "ben"))
    first = await inbox.claim()
    assert [(row.incoming.address, row.incoming.position) for row in first] == [("anna", 3), ("ben", 4)]
    assert not await inbox.claim(busy=("anna", "ben"))
    await inbox.done(*first)
    assert [row.incoming.position for row in await inbox.claim()] == [5]


async def test_without_positions_the_order_of_arrival_counts(inbox):
    await inbox.accept(said(9, position=0), said(1, position=0))
    first = await inbox.claim()
    assert [row.incoming.event for row in first] == ["9"]


async def test_a_busy_conversation_waits_while_others_go_on(inbox):
    await inbox.accept(said(1, "anna"), said(2, "ben"))
    assert [row.incoming.address for row in await inbox.claim(busy=("anna",))] == ["ben"]


async def test_no_more_than_asked_for(inbox):
    await inbox.accept(*(said(number, f"p{number}") for number in range(10)))
    assert [row.incoming.position for row in await inbox.claim(limit=3)] == [0, 1, 2]


async def test_what_was_tried_before_comes_alone(inbox):
    await inbox.accept(said(1, "anna"), said(2, "ben"), said(3, "eva"))
    await inbox.claim(limit=1)
    assert [row.incoming.address for row in await inbox.claim()] == ["anna"]


async def test_while_something_tried_is_under_way_nothing_else_is_handed_out(inbox):
    await inbox.accept(said(1, "anna"), said(2, "ben"))
    await inbox.claim(limit=1)
    again = await inbox.claim()
    assert [row.attempts for row in again] == [2]
    assert not await inbox.claim(busy=("anna",))
    await inbox.done(*again)
    assert [row.incoming.address for row in await inbox.claim()] == ["ben"]


async def test_what_crashed_three_times_is_shunted_and_the_rest_flows(inbox):
    await inbox.accept(said(1, "anna", "poison"), said(2, "anna", "after"), said(3, "ben"))
    for attempt in range(1, CRASHES + 1):
        rows = await inbox.claim()
        assert rows[0].attempts == attempt
        if attempt == 1:
            await inbox.done(rows[1])
    assert [row.incoming.text for row in await inbox.claim()] == ["after"]
    [aside] = await inbox.shunted()
    assert (aside.account, aside.id) == (ACCOUNT, rows[0].id)


async def test_what_is_being_handled_for_the_last_time_is_not_shunted_under_the_hands(inbox):
    await inbox.accept(said(1, "anna"))
    for _ in range(CRASHES):
        await inbox.claim()
    assert not await inbox.claim(busy=("anna",))
    assert await inbox.shunted() == []


async def test_shunting_by_hand(inbox, store, clock):
    await inbox.accept(said(1, "anna"), said(2, "anna"))
    [row] = await inbox.claim()
    await store.transact(lambda work: work.inbox.shunt([row.id], clock.now()))
    assert [shunted.id for shunted in await inbox.shunted()] == [row.id]
    assert [row.incoming.position for row in await inbox.claim()] == [2]


async def test_the_number_waiting(inbox):
    await inbox.accept(said(1), said(2), said(3))
    await inbox.done(*await inbox.claim())
    assert await inbox.waiting() == 2


async def test_handled_rows_are_forgotten_after_their_time_and_no_others(inbox, store, clock):
    await inbox.accept(said(1), said(2))
    await inbox.done(*await inbox.claim())
    clock.turn(hours=1)
    assert await store.transact(lambda work: work.inbox.forget(clock.now() - timedelta(hours=2))) == 0
    assert await store.transact(lambda work: work.inbox.forget(clock.now())) == 1
    assert await inbox.waiting() == 1


async def test_what_was_handled_once_cannot_be_handled_again(inbox, store, clock):
    """After a takeover, or a commit whose answer was lost: the second handling leaves nothing behind."""
    await inbox.accept(said(1, "anna"), said(2, "ben"))
    rows = await inbox.claim()
    await inbox.done(rows[0])

    def again(work):
        work.organisation.note(None, "twice", "", clock.now())
        work.inbox.done([row.id for row in rows], clock.now())

    with pytest.raises(AlreadyHandled):
        await store.transact(again)
    assert await store.read(lambda work: work.organisation.deeds()) == []
    assert await inbox.waiting() == 1


async def test_the_row_of_somebody_erased_while_it_is_handled_is_no_trouble(inbox, store, clock):
    person, _ = await store.transact(lambda work: work.people.meet(ACCOUNT, "anna", "de", clock.now()))
    await inbox.accept(said(1, "anna"), said(2, "anna"))
    [row] = await inbox.claim()

    def leave(work):
        work.privacy.erase(person.id, clock.now())
        work.inbox.done([row.id], clock.now())

    await store.transact(leave)
    assert await inbox.waiting() == 0


async def test_a_claim_that_is_given_back_is_not_counted(inbox, store):
    await inbox.accept(said(1, "anna"), said(2, "ben"))
    first, second = await inbox.claim()
    await inbox.done(first)
    for _ in range(2):
        await store.transact(lambda work: work.inbox.give_back({first.id: 1, second.id: 1}))
        [again] = await inbox.claim()
        assert (again.id, again.attempts) == (second.id, 1)


async def test_what_another_process_has_claimed_meanwhile_is_not_given_back(inbox, store):
    await inbox.accept(said(1, "anna"))
    [mine], _theirs = await inbox.claim(), await inbox.claim()
    await store.transact(lambda work: work.inbox.give_back({mine.id: mine.attempts}))
    assert (await inbox.claim())[0].attempts == 3


async def test_done_and_claim_in_one_transaction(inbox, store, clock):
    await inbox.accept(said(1, "anna"), said(2, "anna"))
    [row] = await inbox.claim()

    def go_on(work):
        work.inbox.done([row.id], clock.now())
        return work.inbox.claim(ACCOUNT, 64, [], CRASHES)

    assert [row.incoming.position for row in await store.transact(go_on)] == [2]


async def test_which_rows_are_still_waiting(inbox, store, clock):
    await inbox.accept(said(1, "anna"), said(2, "ben"), said(3, "eva"))
    rows = await inbox.claim()
    await inbox.done(rows[0])

    def look(work):
        work.inbox.done([rows[1].id], clock.now())
        return set(work.inbox.still_waiting([*(row.id for row in rows), 999]))

    assert await store.transact(look) == {rows[2].id}


async def test_what_is_accepted_for_an_idle_handler_is_claimed_with_it(inbox, store):
    arrived = await inbox.accept_claimed(said(1, "anna"), said(2, "ben"), cursor="two")
    assert [(row.incoming, row.attempts) for row in arrived.claimed] == [(said(1, "anna"), 1), (said(2, "ben"), 1)]
    assert not arrived.more
    assert await inbox.waiting() == 2
    assert await store.read(lambda work: work.inbox.cursor(ACCOUNT)) == "two"
    await inbox.done(*arrived.claimed)
    assert await inbox.waiting() == 0


async def test_only_the_first_of_a_conversation_is_claimed_when_it_is_accepted(inbox):
    arrived = await inbox.accept_claimed(said(5, "anna"), said(3, "anna"), said(4, "ben"))
    assert sorted(row.incoming.position for row in arrived.claimed) == [3, 4]
    assert arrived.more
    await inbox.done(*arrived.claimed)
    assert [row.incoming.position for row in await inbox.claim()] == [5]


async def test_nobody_overtakes_what_waits_already_by_being_claimed_at_once(inbox):
    await inbox.accept(said(1, "anna"))
    arrived = await inbox.accept_claimed(said(1, "anna"), said(2, "anna"), said(3, "ben"))
    assert [row.incoming.position for row in arrived.claimed] == [3]
    assert arrived.more


async def test_a_repeat_is_not_claimed_again(inbox):
    first = await inbox.accept_claimed(said(1, "anna"))
    assert first.claimed
    again = await inbox.accept_claimed(said(1, "anna"), cursor="c")
    assert (list(again.claimed), again.more) == ([], False)


async def test_what_was_claimed_with_its_acceptance_counts_as_tried(inbox):
    """A process that died with it leaves a suspect, which its heir handles alone."""
    await inbox.accept_claimed(said(1, "anna"), said(2, "ben"))
    [row] = await inbox.claim()
    assert (row.incoming.position, row.attempts) == (1, 2)


async def test_what_is_malformed_is_put_aside_at_once_and_holds_up_nobody(inbox, store, clock):
    odd = malformed(ACCOUNT, {"update_id": 8, "message": "geheim"}, "KeyError", clock.now())
    arrived = await inbox.accept_claimed(odd, said(1, "anna"))
    assert [row.incoming.address for row in arrived.claimed] == ["anna"]
    [aside] = await inbox.shunted()
    assert (aside.attempts, aside.told_at) == (0, None)
    assert [row.incoming.address for row in await inbox.claim()] == ["anna"]
    assert await inbox.accept(odd) == 0, "the same flaw is kept once a day"
