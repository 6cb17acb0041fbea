"""What somebody deletes is emptied in the messages that quote it: their own, and those about them to others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.core.messages import Choice, Outgoing
from bot.core.ports import Lane, Settlement, State
from storage.tables import deliveries

ACCOUNT = "a:1"
WORDS = ("Solar", "Wir haben Module auf die Halle gelegt.", "Ja")
LEADS = "story-own:7"


async def test_messages_that_quote_the_words_are_emptied_and_no_others(store, clock):
    anna, mine = await store.transact(lambda work: work.people.meet(ACCOUNT, "anna", "de", clock.now()))
    ben, bens = await store.transact(lambda work: work.people.meet(ACCOUNT, "ben", "de", clock.now()))
    cases = (
        (mine.id, "Ihre Geschichte „Solar“ ist da.", 0, False),
        (mine.id, "Mitglied ist: Solar Weitenau GmbH", 0, True),
        (mine.id, "Ben fragt: Wie teuer ist Solar?", ben.id, True),
        (bens.id, "Neu: Wir haben Module auf die Halle gelegt.", anna.id, False),
        (bens.id, "Anna fragt: Wie teuer ist Solar?", anna.id, True),
        (bens.id, "„Solar“ von jemand anderem", 0, True),
    )

    def write(work):
        for contact, words, about, _ in cases:
            work.ledger.add(contact, Outgoing(words), Lane.REPLY, clock.now(), about=about)

    def send(work):
        lease = work.accounts.lease(ACCOUNT, "me", clock.now(), clock.now() + timedelta(seconds=9))
        rows = [*work.ledger.claim(ACCOUNT, lease.fence, list(Lane), 9, [], clock.now())]
        work.ledger.settle([Settlement(row.id, row.contact, State.SENT) for row in rows], clock.now())

    await store.transact(write)
    await store.transact(send)
    await store.transact(write)
    await store.transact(lambda work: work.ledger.unsay(anna.id, WORDS, [LEADS]))
    with store._engine.begin() as connection:
        rows = connection.execute(select(deliveries.c.state, deliveries.c.body).order_by(deliveries.c.id)).all()
    assert [bool(row.body) for row in rows if row.state == "sent"] == [stays for *_, stays in cases]
    waiting = [row.body for row in rows if row.state == "queued"]
    assert len(waiting) == len(cases) - 1, "only what would quote them to others is not sent"
    assert all(waiting)
    assert not any("Module" in body for body in waiting)


@pytest.mark.parametrize(
    ("words", "choice", "gone"),
    [
        ("Was möchten Sie tun?", f"{LEADS}~seal", True),
        ("Wirklich?", f"c:tag:{LEADS}~seal", True),
        ("Was möchten Sie tun?", "story-own:70~seal", False),
        ("Was möchten Sie tun?", "pledge-goal:solar~seal", False),
        ("**Solar** Ja, Wir haben Module auf die Halle gelegt.", "", True),
        ("Zum Ziel Solar: Ja", "", False),
        ("Solarium? Ja", "", False),
        ("Your story “Solar” is published", "", True),
    ],
)
async def test_a_choice_that_leads_to_it_gives_it_away_and_a_short_word_does_not(store, clock, words, choice, gone):
    anna, mine = await store.transact(lambda work: work.people.meet(ACCOUNT, "anna", "de", clock.now()))
    choices = (Choice("Solar", choice),) if choice else ()

    def write(work):
        work.ledger.add(mine.id, Outgoing(words, choices), Lane.REPLY, clock.now())
        lease = work.accounts.lease(ACCOUNT, "me", clock.now(), clock.now() + timedelta(seconds=9))
        rows = work.ledger.claim(ACCOUNT, lease.fence, list(Lane), 9, [], clock.now())
        work.ledger.settle([Settlement(row.id, row.contact, State.SENT) for row in rows], clock.now())

    await store.transact(write)
    await store.transact(lambda work: work.ledger.unsay(anna.id, WORDS, [LEADS]))
    with store._engine.begin() as connection:
        assert (connection.scalar(select(deliveries.c.body)) == "") is gone
