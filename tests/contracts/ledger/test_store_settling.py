"""The ledger: what becomes of a delivery."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.core.messages import Choice, Outgoing
from bot.core.ports import Lane, State
from storage.tables import deliveries
from tests.contracts.office import ACCOUNT


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


async def test_what_was_put_back_untried_was_not_tried_yet(post, clock):
    _, contact = await post.meet("anna")
    await post.add(contact, "hallo")
    for _ in range(2):
        [row] = await post.claim()
        assert (row.attempts, row.first_try_at) == (0, None)
        await post.settle(row, State.QUEUED, not_before=clock.now(), counts_as_try=False)
        clock.turn(days=2)


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


async def test_only_the_holder_learns_what_is_under_way(post, store):
    _, contact = await post.meet("anna")
    await post.add(contact, "hallo")
    [row] = await post.claim()
    left = await store.transact(lambda work: [one.id for one in work.ledger.left_behind(ACCOUNT, post.fence)])
    assert left == [row.id]
    assert await store.transact(lambda work: list(work.ledger.left_behind(ACCOUNT, post.fence + 1))) == []


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
    assert await store.read(lambda work: work.ledger.sent_to(contact, 0)) == [], "no mailbox shows an empty message"
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
    what = select(deliveries.c.address, deliveries.c.body, deliveries.c.refs).where(deliveries.c.contact == 0)
    assert await store.read(lambda work: [tuple(row) for row in work._session.run(what)]) == [("", "", "")]


async def test_what_has_come_and_when_is_known(post, store, clock):
    _, contact = await post.meet("anna")
    began = clock.now()

    async def known(tag: str = "turn") -> tuple[bool, bool]:
        clock.turn(seconds=1)
        moment = clock.now()
        return await store.read(
            lambda work: (work.ledger.has_come(contact, tag), work.ledger.replied(contact, began, moment))
        )

    for state, has_come in ((State.UNCERTAIN, False), (State.SENT, True)):
        await post.add(contact, "How many?", tag="turn")
        before = await known()
        [row] = await post.claim()
        assert await known() == before
        settled = clock.now()
        await post.settle(row, state)
        assert await known() == (has_come, True)
        assert await known("another") == (False, True)
        assert await known("") == (False, True)
        assert not await store.read(lambda work, at=settled: work.ledger.replied(contact, at, at))
    clock.turn(seconds=1)
    later = clock.now()
    await post.add(contact, "answered", replaces="turn")
    await post.add(contact, "", edits=("1",))
    await post.add(contact, "A check-in", Lane.CHECK_IN)
    while rows := await post.claim():
        for row in rows:
            await post.settle(row)
    assert not await store.read(lambda work: work.ledger.replied(contact, later, later + timedelta(hours=1)))
