"""The ledger: replies that may never have arrived, said again for whom they were meant."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core.messages import Choice, Outgoing
from bot.core.ports import Lane, State
from tests.contracts.office import ACCOUNT

OFFER = "unheard"
WHOLE = Outgoing("Ihr Beleg", (Choice("Gern", "t:1"),))


async def _loses(post, contact, what, lane=Lane.REPLY, state=State.UNCERTAIN, refs=(), **more):
    await post.add(contact, what, lane, **more)
    [row] = await post.claim()
    await post.settle(row, state, refs=refs, problem="the process ended while sending")


async def _in_doubt(post, contact, days=7):
    since = post.clock.now() - timedelta(days=days)
    return await post.store.read(lambda work: work.ledger.in_doubt(contact, since, OFFER))


async def _repeat(post, contact, days=7):
    now = post.clock.now()
    return await post.store.transact(lambda work: work.ledger.repeat(contact, now - timedelta(days=days), OFFER, now))


async def test_they_are_said_again_in_order_as_they_were_and_only_once(post):
    _, anna = await post.meet("anna")
    _, bert = await post.meet("bert")
    await _loses(post, anna, "zuerst")
    await _loses(post, bert, "für Bert")
    await _loses(post, anna, WHOLE)
    assert await _in_doubt(post, anna) == 2
    assert (await _repeat(post, anna), await _repeat(post, anna)) == (2, 0)
    first, second = await post.claim()
    assert (first.contact, first.outgoing.text, first.attempts) == (anna, "zuerst", 0)
    assert (second.contact, second.outgoing) == (anna, WHOLE)
    assert (await _in_doubt(post, anna), await _in_doubt(post, bert)) == (0, 1)


async def test_whoever_decides_at_the_same_time_nothing_is_sent_twice(post):
    _, anna = await post.meet("anna")
    for _ in range(10):
        await _loses(post, anna, "hallo")
        [lost] = await post.store.read(lambda work: work.ledger.uncertain())
        resend = post.store.transact(lambda work, of=lost.id: work.ledger.decide(of, post.clock.now(), resend=True))
        done = await asyncio.gather(_repeat(post, anna), resend, _repeat(post, anna), _repeat(post, anna))
        assert (sum(map(int, done)), await post.drain()) == (1, ["hallo"])


async def test_as_they_were_they_are_left_for_good(post):
    _, anna = await post.meet("anna")
    await _loses(post, anna, "hallo")
    [old] = await post.store.read(lambda work: work.ledger.uncertain())
    await _repeat(post, anna)
    assert await post.tally() == {"cancelled": 1, "queued": 1}
    assert await post.drain() == ["hallo"]
    assert await post.store.transact(lambda work: work.ledger.decide(old.id, post.clock.now(), resend=True)) is False


async def test_whose_words_they_quote_is_not_forgotten(post):
    _, olga = await post.meet("olga")
    anna, _ = await post.meet("anna")
    await _loses(post, olga, "Anna fragt: Wann?", about=anna)
    await _repeat(post, olga)
    await post.store.transact(lambda work: work.privacy.erase(anna, post.clock.now()))
    assert "Anna fragt: Wann?" not in await post.drain()


async def test_their_files_come_along(post, store, clock):
    person, anna = await post.meet("anna")
    file = await store.transact(lambda work: work.files.add(person, b"{}", "Daten.json", "text/json", clock.now()))
    await _loses(post, anna, Outgoing("Ihre Daten", files=(file,)))
    await _repeat(post, anna)
    clock.turn(days=2)
    await store.transact(lambda work: work.files.forget_unused(clock.now() - timedelta(days=1)))
    [again] = await post.claim()
    assert again.outgoing.files == (file,)
    assert await store.read(lambda work: work.files.get(file.id)) is not None


async def test_the_newest_are_said_again_first(post):
    _, anna = await post.meet("anna")
    for number in range(8):
        await _loses(post, anna, f"Nr. {number}")
    assert (await _in_doubt(post, anna), await _repeat(post, anna)) == (5, 5)
    assert await post.drain() == [f"Nr. {number}" for number in range(3, 8)]
    assert (await _in_doubt(post, anna), await _repeat(post, anna)) == (3, 3)
    assert await post.drain() == [f"Nr. {number}" for number in range(3)]


async def test_what_only_offers_to_show_them_is_none_of_them(post):
    _, anna = await post.meet("anna")
    await _loses(post, anna, "Beleg")
    await _loses(post, anna, Outgoing("Guten Tag!", (Choice("Noch einmal zeigen", f"{OFFER}~seal"),)))
    assert await _in_doubt(post, anna) == 1
    await _repeat(post, anna)
    assert await post.drain() == ["Beleg"]


async def test_what_is_left_has_no_words_any_more(post):
    _, anna = await post.meet("anna")
    _, bert = await post.meet("bert")
    for contact in (anna, bert):
        await _loses(post, contact, "hallo")
    await post.store.transact(lambda work: work.ledger.leave(anna, post.clock.now()))
    assert (await _in_doubt(post, anna), await _in_doubt(post, bert)) == (0, 1)
    assert await post.tally() == {"cancelled": 1, "uncertain": 1}
    given = await post.store.read(lambda work: work.privacy.export(1))
    assert [row["body"] for row in given["deliveries"]] == [""]


async def test_a_message_of_the_same_transaction_comes_first(post, clock):
    _, anna = await post.meet("anna")
    await _loses(post, anna, "lost")

    def both(work):
        work.ledger.add(anna, Outgoing("before"), Lane.REPLY, clock.now())
        work.ledger.repeat(anna, clock.now() - timedelta(days=1), OFFER, clock.now())

    await post.store.transact(both)
    assert await post.drain() == ["before", "lost"]


async def test_the_account_hears_that_there_is_something_to_send(post, clock):
    _, anna = await post.meet("anna")
    await _loses(post, anna, "hallo")

    def repeat(work):
        work.ledger.repeat(anna, clock.now() - timedelta(days=1), OFFER, clock.now())
        return set(work.ledger.addressed())

    assert await post.store.transact(repeat) == {ACCOUNT}


@pytest.mark.parametrize(
    "other",
    [
        {"state": State.SENT},
        {"state": State.REFUSED},
        {"lane": Lane.CHECK_IN},
        {"tag": "a question"},
        {"edits": ("7",)},
        {"replaces": "a question"},
    ],
    ids=str,
)
async def test_nothing_else_is(post, other):
    _, anna = await post.meet("anna")
    if "replaces" in other:
        await _loses(post, anna, "Frage", state=State.SENT, tag=other["replaces"], refs=("7",))
    await _loses(post, anna, "hallo", **other)
    assert (await _in_doubt(post, anna), await _repeat(post, anna)) == (0, 0)
    assert await post.drain() == []


async def test_nor_what_is_older_or_has_lost_its_words(post, clock):
    _, anna = await post.meet("anna")
    await _loses(post, anna, "hallo")
    for words in ("", "…"):
        await _loses(post, anna, Outgoing(words, (Choice("…", "t:1"),)))
    clock.turn(days=2)
    assert (await _in_doubt(post, anna, days=1), await _in_doubt(post, anna, days=3)) == (0, 1)
    await post.store.transact(lambda work: work.ledger.forget(clock.now()))
    assert await _in_doubt(post, anna, days=3) == 0
