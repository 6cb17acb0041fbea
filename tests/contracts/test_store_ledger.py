"""The ledger: who goes first, who is passed over, and what becomes of a delivery."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.messages import Choice, FileRef, Outgoing
from bot.core.ports import Lane, Settlement, State

ACCOUNT = "telegram:1"


class Post:
    """A leased account with people, and short words for what a dispatcher does."""

    def __init__(self, store, clock) -> None:
        self.store, self.clock, self.fence = store, clock, 0

    async def meet(self, address: str, language: str = "de", account: str = ACCOUNT) -> tuple[int, int]:
        person, contact = await self.store.transact(
            lambda work: work.people.meet(account, address, language, self.clock.now())
        )
        return person.id, contact.id

    async def add(self, contact: int, text: str, lane: Lane = Lane.REPLY, **more: object) -> None:
        outgoing = text if isinstance(text, Outgoing) else Outgoing(text)
        await self.store.transact(lambda work: work.ledger.add(contact, outgoing, lane, self.clock.now(), **more))

    async def claim(self, *lanes: Lane, limit: int = 100, busy: tuple[int, ...] = (), fence: int | None = None):
        wanted, proof = lanes or tuple(Lane), self.fence if fence is None else fence
        return await self.store.transact(
            lambda work: work.ledger.claim(ACCOUNT, proof, wanted, limit, busy, self.clock.now())
        )

    async def settle(self, delivery, state: State = State.SENT, **more: object) -> None:
        settlement = Settlement(delivery.id, delivery.contact, state, **more)
        await self.store.transact(lambda work: work.ledger.settle([settlement], self.clock.now()))

    async def drain(self) -> list[str]:
        """Send everything that is due; the texts in order."""
        sent = []
        while rows := await self.claim(limit=1):
            sent.append(rows[0].outgoing.text)
            await self.settle(rows[0], refs=(str(rows[0].id),))
        return sent

    async def tally(self):
        return {state: count for (_, state), count in (await self.store.read(lambda work: work.ledger.tally())).items()}


@pytest.fixture
async def post(store, clock) -> Post:
    office = Post(store, clock)
    lease = await store.transact(
        lambda work: work.accounts.lease(ACCOUNT, "me", clock.now(), clock.now() + timedelta(days=99))
    )
    office.fence = lease.fence
    return office


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


async def test_tries_are_counted_and_the_first_is_remembered(post, clock):
    _, contact = await post.meet("anna")
    await post.add(contact, "hallo")
    began = clock.now()
    seen = []
    for spared in (False, True, False):
        [row] = await post.claim()
        seen.append((row.attempts, row.first_try_at))
        await post.settle(row, State.QUEUED, not_before=clock.now(), counts_as_try=not spared)
        clock.turn(seconds=1)
    assert seen == [(0, None), (1, began), (1, began)]


async def test_parts_already_sent_are_remembered(post, clock):
    _, contact = await post.meet("anna")
    await post.add(contact, "long")
    [row] = await post.claim()
    await post.settle(row, State.QUEUED, refs=("1", "2"), not_before=clock.now())
    [row] = await post.claim()
    assert row.refs == ("1", "2")


async def test_a_contact_that_is_gone_becomes_unreachable(post, store):
    person, contact = await post.meet("anna")
    await post.add(contact, "hallo")
    [row] = await post.claim()
    await post.settle(row, State.UNREACHABLE, problem="blocked", contact_gone=True)
    assert (await store.read(lambda work: work.people.contact_of(person))).reachable is False


async def test_a_moved_conversation_is_written_to_at_its_new_address(post, clock):
    _, contact = await post.meet("group")
    await post.add(contact, "hallo")
    [row] = await post.claim()
    await post.settle(row, State.QUEUED, moved_to="supergroup", not_before=clock.now(), counts_as_try=False)
    [again] = await post.claim()
    assert (again.address, again.id, again.contact) == ("supergroup", row.id, contact)


async def test_settling_touches_only_what_is_under_way(post):
    _, contact = await post.meet("anna")
    await post.add(contact, "hallo")
    [row] = await post.claim()
    await post.settle(row, refs=("1",))
    await post.settle(row, State.QUEUED)
    assert await post.tally() == {"sent": 1}
    await post.settle(row.__class__(**{name: getattr(row, name) for name in row.__slots__} | {"id": 999}))


async def test_what_a_dead_process_left_is_found_by_its_heir(post, store):
    _, contact = await post.meet("anna")
    await post.add(contact, "hallo")
    [row] = await post.claim()
    left = await store.read(lambda work: work.ledger.left_behind(ACCOUNT))
    assert [(one.id, one.outgoing.text, one.attempts) for one in left] == [(row.id, "hallo", 0)]
    assert left[0].first_try_at is not None
    await post.settle(row, State.UNCERTAIN)
    assert await store.read(lambda work: work.ledger.left_behind(ACCOUNT)) == []
    assert [one.id for one in await store.read(lambda work: work.ledger.uncertain())] == [row.id]


async def test_whose_dispatcher_is_worth_waking(post, store, clock):
    _, anna = await post.meet("anna")
    _, ben = await post.meet("ben", account="matrix:@b:example.org")

    def write(work):
        before = set(work.ledger.addressed())
        for contact in (anna, ben):
            work.ledger.add(contact, Outgoing("hallo"), Lane.REPLY, clock.now())
        between = set(work.ledger.addressed())
        work.ledger.farewell("browser:1", "eva", "de", Outgoing("adieu"), clock.now())
        return before, between, set(work.ledger.addressed())

    both = {ACCOUNT, "matrix:@b:example.org"}
    assert await store.transact(write) == (set(), both, both | {"browser:1"})


async def test_sent_messages_as_a_mailbox(post, store):
    _, contact = await post.meet("anna")
    _, other = await post.meet("ben")
    for text in ("one", "two", "three"):
        await post.add(contact, text)
    await post.add(other, "not hers")
    await post.drain()
    await post.add(contact, "not yet")
    box = await store.read(lambda work: work.ledger.sent_to(contact, 0))
    assert [delivery.outgoing.text for _, delivery in box] == ["one", "two", "three"]
    assert await store.read(lambda work: work.ledger.sent_to(contact, box[1][0])) == box[2:]
    assert await store.read(lambda work: work.ledger.sent_to(contact, 0, limit=1)) == box[:1]


async def test_contents_are_forgotten_after_their_time(post, store, clock):
    _, contact = await post.meet("anna")
    await post.add(contact, Outgoing("old", (Choice("a", "b"),)))
    await post.drain()
    await post.add(contact, "open")
    clock.turn(days=1)
    assert await store.transact(lambda work: work.ledger.forget(clock.now() - timedelta(days=2))) == 0
    assert await store.transact(lambda work: work.ledger.forget(clock.now())) == 1
    [(_, delivery)] = await store.read(lambda work: work.ledger.sent_to(contact, 0))
    assert delivery.outgoing == Outgoing("")
    assert await post.drain() == ["open"]


async def test_a_farewell_reaches_somebody_who_is_gone_and_leaves_nothing(post, store, clock):
    person, contact = await post.meet("anna", "en")
    await post.add(contact, "never sent")

    def leave(work):
        work.ledger.farewell(ACCOUNT, "anna", "en", Outgoing("Goodbye"), clock.now())
        work.privacy.erase(person, clock.now())
        work.ledger.add(contact, Outgoing("too late"), Lane.REPLY, clock.now())

    await store.transact(leave)
    [row] = await post.claim()
    assert (row.contact, row.address, row.language, row.outgoing.text) == (0, "anna", "en", "Goodbye")
    await post.settle(row, State.QUEUED, not_before=clock.now(), moved_to="anna2")
    [row] = await post.claim()
    assert (row.address, row.outgoing.text) == ("anna2", "Goodbye")
    await post.settle(row, refs=("55",))
    [(_, left)] = await store.read(lambda work: work.ledger.sent_to(0, 0))
    assert (left.address, left.outgoing, left.refs) == ("", Outgoing(""), ())
