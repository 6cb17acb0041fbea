"""Fault 59: an erased person's words are gone from other people's messages, and their address from kept event keys."""

from __future__ import annotations

from sqlalchemy import select

from bot.core.messages import Batch, Incoming, Kind, Outgoing
from bot.core.ports import Lane, State
from storage.tables import deliveries, inbox, metadata
from tests.dialogues.stories.test_stories import TELLS, organisers
from tests.stage import Stage


def left_of(stage: Stage, words: str) -> list[str]:
    """The tables in which these words still stand."""
    with stage.store._engine.begin() as connection:
        return [
            table.name
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
            if words in str(dict(row._mapping))
        ]


async def test_fault_59_what_organisers_were_shown_is_emptied(stage: Stage):
    await organisers(stage, olga="moderator", otto="editor")
    await stage.play(TELLS.replace("Das Dach ist voll", "CANARY auf dem Dach"))
    await stage.play("""
        olga< CANARY auf dem Dach
        olga> /warteschlange
        olga< CANARY auf dem Dach [Nicht veröffentlichen]
        olga> [Nicht veröffentlichen]
        olga< Warum soll „CANARY
        > /frage Was ist CANARY?
        < beim Team
        olga< Was ist CANARY?
        otto< Was ist CANARY?
        otto> /team-fragen
        otto< Was ist CANARY? [Frage 1 beantworten]
        otto> [Frage 1 beantworten]
        otto< Was ist CANARY?
        otto> Das weiß ich nicht.
        otto< So geht
    """)
    assert left_of(stage, "CANARY").count("deliveries") > 6
    await stage.play("""
        > /loeschen
        <
        > [Ja, alles löschen]
        < Ihre Daten sind gelöscht.
    """)
    assert left_of(stage, "CANARY") == []


async def test_fault_59_a_quote_still_to_be_sent_is_never_sent(store, clock):
    def prepare(work):
        anna, _ = work.people.meet("telegram:1", "1", "de", clock.now())
        _, olga = work.people.meet("telegram:1", "2", "de", clock.now())
        for words, about in (("CANARY", anna.id), ("Hallo", 0)):
            work.ledger.add(olga.id, Outgoing(words), Lane.REPLY, clock.now(), about=about)
        return anna.id

    anna = await store.transact(prepare)
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    with store._engine.begin() as connection:
        [row] = connection.execute(select(deliveries.c.body, deliveries.c.state)).all()
    assert ("Hallo" in row.body, row.state) == (True, State.QUEUED.value)


async def test_fault_59_a_message_quotes_one_person_only(stage: Stage):
    """Two people's questions in one list are two messages: each goes with its own person."""
    await organisers(stage, otto="editor")
    await stage.play("""
        > /frage Was ist CANARY?
        < Ihre Daten, kurz gesagt
        > [Einverstanden, weiter]
        < beim Team
        otto< CANARY
        bert> /frage Was ist ein Spatz?
        bert< Ihre Daten, kurz gesagt
        bert> [Einverstanden, weiter]
        bert< beim Team
        otto< Spatz
        otto> /team-fragen
        otto< 2 Fragen warten auf Antwort: ... CANARY [Frage 1 beantworten]
        otto< Spatz [Frage 2 beantworten]
        otto<<
        > /loeschen
        <
        > [Ja, alles löschen]
        < gelöscht
    """)
    assert left_of(stage, "CANARY") == []
    assert left_of(stage, "Spatz").count("deliveries") >= 2


async def test_fault_59_the_key_of_an_event_does_not_hold_the_address(store, clock):
    def event(name: str) -> Incoming:
        return Incoming("browser:web", name, "CANARY", "CANARY", Kind.TEXT, clock.now(), text="hallo")

    batch = Batch((event("CANARY:1"), event("2")))
    arrived = await store.transact(lambda work: work.inbox.accept_claimed("browser:web", batch, clock.now()))
    assert [one.incoming.event for one in arrived.claimed] == ["CANARY:1"], "of one conversation one is claimed"
    assert await store.transact(lambda work: work.inbox.accept("browser:web", batch, clock.now())) == 0, "repeats"
    with store._engine.begin() as connection:
        kept = [row.event for row in connection.execute(select(inbox.c.event).order_by(inbox.c.id))]
    assert "CANARY" not in kept[0]
    assert kept[1] == "2"
