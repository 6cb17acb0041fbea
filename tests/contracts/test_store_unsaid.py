"""What somebody deletes is emptied in the messages that quote it: their own, and those about them to others."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.core.messages import Choice, Outgoing
from bot.core.ports import Lane, Settlement, State
from storage.tables import deliveries

ACCOUNT = "a:1"


async def test_messages_that_quote_the_words_are_emptied_and_no_others(store, clock):
    anna, mine = await store.transact(lambda work: work.people.meet(ACCOUNT, "anna", "de", clock.now()))
    _, bens = await store.transact(lambda work: work.people.meet(ACCOUNT, "ben", "de", clock.now()))

    def write(work):
        for contact, words, label, about in (
            (mine.id, "Ihre Geschichte: Das Dach.", "Weiter", 0),
            (mine.id, "Welche?", "Das Dach (frei)", 0),
            (mine.id, "Das Dachfenster", "Weiter", 0),
            (bens.id, "Neu: Das Dach", "Weiter", anna.id),
            (bens.id, "Frage zum Dach", "Weiter", anna.id),
            (bens.id, "Das Dach", "Weiter", 0),
        ):
            work.ledger.add(contact, Outgoing(words, (Choice(label, "t"),)), Lane.REPLY, clock.now(), about=about)

    def send(work):
        lease = work.accounts.lease(ACCOUNT, "me", clock.now(), clock.now() + timedelta(seconds=9))
        rows = [*work.ledger.claim(ACCOUNT, lease.fence, list(Lane), 9, [], clock.now())]
        work.ledger.settle([Settlement(row.id, row.contact, State.SENT) for row in rows], clock.now())

    await store.transact(write)
    await store.transact(send)
    await store.transact(write)
    await store.transact(lambda work: work.ledger.unsay(anna.id, ["Das Dach"]))
    with store._engine.begin() as connection:
        rows = connection.execute(select(deliveries.c.state, deliveries.c.body).order_by(deliveries.c.id)).all()
    sent = [bool(row.body) for row in rows if row.state == "sent"]
    waiting = [bool(row.body) for row in rows if row.state == "queued"]
    assert sent == [False, False, True, False, True, True]
    assert waiting == [True, True, True, True, True], "what would quote them to others is not sent at all"
