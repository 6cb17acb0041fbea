"""Fault 45: whatever a person types is stored and comes back exactly, through inbox, journal and ledger."""

from __future__ import annotations

from itertools import count

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.core.messages import Batch, Choice, FileRef, Incoming, Kind, Outgoing
from bot.core.ports import Journal, Lane, Mode, Work

ACCOUNT = "telegram:1"
NUMBERS = count(1)
WORDS = st.text(st.characters(), max_size=200)  # with lone surrogates and NUL


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, label=WORDS, key=WORDS)
@example(words="\x00\ud800\u202e\u2066\u200b\U0001f468\u200d\U0001f469", label="\udfff", key="\x00")
@example(words="x" * 10_000, label="'; drop table inbox; --", key='{"a": "\\u0000"}')
async def test_fault_45_words_come_back_exactly(store, clock, words: str, label: str, key: str):
    number, now = next(NUMBERS), clock.now()
    incoming = Incoming(ACCOUNT, f"e{number}", f"a{number}", label, Kind.TEXT, now, text=words, language="de")
    outgoing = Outgoing(words, (Choice(label, "x~seal"),), (FileRef(0, label, "image/png"),))
    journal = Journal("joining", "17", ((key, words), ("name", label)), "t", Mode.ASKING, now, undo=((key, label),))

    def write(work: Work) -> int:
        work.inbox.accept(ACCOUNT, Batch((incoming,)), now)
        _, contact = work.people.meet(ACCOUNT, incoming.address, "de", now)
        work.journals.save(contact.id, journal)
        work.ledger.add(contact.id, outgoing, Lane.REPLY, now)
        return contact.id

    contact = await store.transact(write)
    assert (await store.read(lambda work: work.journals.active([contact])))[contact] == journal

    def take(work: Work) -> tuple[list[Incoming], list[Outgoing]]:
        received = work.inbox.claim(ACCOUNT, 64, [], 3)
        work.inbox.done([row.id for row in received], now)
        lease = work.accounts.lease(ACCOUNT, "test", now, now)
        assert lease is not None
        claimed = work.ledger.claim(ACCOUNT, lease.fence, list(Lane), 64, [], now)
        return [row.incoming for row in received], [row.outgoing for row in claimed]

    assert await store.transact(take) == ([incoming], [outgoing])
