"""Fault 59: an erased person's words are gone from other people's messages, and their address from kept event keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.core.messages import Batch, Incoming, Kind, Outgoing
from bot.core.ports import Lane, Settlement, State, Work
from bot.domain.announcements.announcement import AnnouncementState, Draft, Words
from bot.domain.announcements.audience import Audience
from bot.domain.people.member import Join
from bot.domain.people.person import Role
from storage.tables import deliveries, inbox, metadata
from tests.dialogues.announcing.test_requesting import ASKS, team_and_company
from tests.dialogues.scenes import JOINS, press
from tests.dialogues.stories.test_stories import TELLS, TOLD, by, organisers
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


async def test_fault_59_names_on_cards_and_in_lists_of_the_team_are_gone(stage: Stage):
    await organisers(stage, olga="owner")
    await stage.play(by("lea", JOINS.replace("> Lea", "> CANARY_B *Lea*")))
    await stage.make_organiser("lea", "editor")

    def ask(work):
        asker = next(one for one in work.people.organisers() if one.member is not None)
        draft = Draft(Words("de", "Offene Werkstatt"), Audience())
        work.announcements.add(asker.id, draft, AnnouncementState.DRAFT, stage.clock.now(), requested_by=asker.id)

    await stage.work(ask)
    await press(stage, "olga", "announcement-show", 1)
    await stage.play("""
        olga< Darum gebeten hat: CANARY_B *Lea*
        olga> /team
        olga< CANARY_B *Lea*, Nr.
        olga> [Entfernen: CANARY_B *Lea*]
        olga< CANARY_B *Lea*, Nr. ... aus dem Team nehmen?
        olga> /ruhenlassen CANARY_B
        olga< Ist dieses Mitglied gemeint?
    """)
    assert left_of(stage, "CANARY").count("deliveries") > 3
    await stage.play("""
        lea> /loeschen
        lea<
        lea> [Ja, alles löschen]
        lea< Ihre Daten sind gelöscht.
    """)
    assert left_of(stage, "CANARY") == []


async def test_fault_59_a_name_empties_only_what_the_team_has_got_already(store, clock):
    def prepare(work):
        anna, _ = work.people.meet("telegram:1", "1", "de", clock.now())
        olga, olgas = work.people.meet("telegram:1", "2", "de", clock.now())
        _, bens = work.people.meet("telegram:1", "3", "de", clock.now())
        work.people.set_role(olga.id, Role.EDITOR)
        joined = work.members.add(Join("private", "Anna Ohm", "", "", "", listed=False), clock.now())
        work.people.set_member(anna.id, joined.id)
        for contact, words in ((olgas.id, "Es ist Anna Ohm."), (olgas.id, "Anna Ohmacht"), (bens.id, "Anna Ohm?")):
            work.ledger.add(contact, Outgoing(words), Lane.REPLY, clock.now())
        lease = work.accounts.lease("telegram:1", "me", clock.now(), clock.now() + timedelta(seconds=9))
        rows = work.ledger.claim("telegram:1", lease.fence, list(Lane), 9, [], clock.now())
        work.ledger.settle([Settlement(row.id, row.contact, State.SENT) for row in rows], clock.now())
        work.ledger.add(olgas.id, Outgoing("Ben fragt: Kommt Anna Ohm?"), Lane.REPLY, clock.now())
        return anna.id

    anna = await store.transact(prepare)
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    with store._engine.begin() as connection:
        bodies = connection.execute(select(deliveries.c.body).order_by(deliveries.c.id)).scalars().all()
    assert [bool(body) for body in bodies] == [False, True, True, True]


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


async def test_fault_59_titles_and_beginnings_in_lists_are_gone(stage: Stage):
    await team_and_company(stage)
    await stage.play(ASKS.replace("Offene Werkstatt", "CANARY: Werkstatt"))
    await stage.play("""
        olga> /sendungen
        olga< Nachricht 1 („CANARY: Werkstatt am Samstag!“) [Nr. 1]
        olga> [Nr. 1]
        olga< CANARY: Werkstatt am Samstag!
        olga> [Ablehnen mit Grund]
        olga< Nachricht 1 („CANARY: Werkstatt am Samstag!“)
        olga> [Abbrechen]
        olga<
        lea> /geschichte
    """)
    await stage.play(by("lea", TOLD.replace("Das Dach ist voll", "CANARY auf dem Dach")))
    await stage.play("""
        olga< CANARY auf dem Dach
        olga> [Freigeben]
        olga< Freigegeben
        bert> /geschichten
        bert< [CANARY auf dem Dach] [Eigene erzählen]
    """)
    await stage.work(lambda work: _drafted(work, "CANARY: Werkstatt am Mai, von uns", stage))
    await stage.play("""
        olga> /sendungen
        olga< Nachricht 1 („CANARY ... Nachricht 2 („CANARY: Werkstatt am Mai
    """)
    await _erases(stage)
    assert set(left_of(stage, "CANARY")) == {"announcements", "deliveries"}
    assert left_of(stage, "am Samstag") == left_of(stage, "auf dem Dach") == []
    assert "deliveries" in left_of(stage, "am Mai"), "what others wrote stays in the list"


def _drafted(work: Work, words: str, stage: Stage) -> None:
    (olga,) = work.people.organisers()
    work.announcements.add(olga.id, Draft(Words("de", words), Audience()), AnnouncementState.DRAFT, stage.clock.now())


@pytest.mark.parametrize("leaves", [False, True], ids=["at once", "after leaving"])
async def test_fault_59_a_name_that_everybody_may_see_goes_from_the_lists_they_were_shown(stage: Stage, leaves: bool):
    for name in ("lea", "max"):
        called = "CANARY lea" if name == "lea" else "CANARY lea-max"
        joins = JOINS.replace("> Lea", f"> {called}").replace("[Nein, nur mitzählen]", "[Ja, gern zeigen]")
        await stage.play(by(name, joins))
    await stage.play("""
        bert> /umsehen
        bert< [Wer macht mit?]
        bert> [Wer macht mit?]
        bert< [Namen ansehen]
        bert> [Namen ansehen]
        bert< CANARY lea, ... CANARY lea-max,
    """)
    if leaves:
        await stage.play("""
            lea> /austreten
            lea< [Nur austreten]
            lea> [Nur austreten]
            lea<
        """)
    await _erases(stage)
    assert left_of(stage, "CANARY lea,") == []
    assert "deliveries" in left_of(stage, "- CANARY lea-max,"), "the others' names stay in the list"


async def test_fault_59_the_list_of_members_as_a_file_is_gone(stage: Stage):
    await organisers(stage, olga="owner")
    await stage.play(by("lea", JOINS.replace("> Lea", '> CANARY "Lea"')))
    await _exported(stage)
    await _erases(stage)
    assert left_of(stage, "CANARY") == []


async def test_fault_59_but_not_one_in_which_it_is_only_part_of_another_name(stage: Stage):
    await organisers(stage, olga="owner")
    await stage.play(by("max", JOINS.replace("> Lea", "> CANARY Leander")))
    await _exported(stage)
    await stage.play(by("lea", JOINS.replace("> Lea", "> CANARY Lea")))
    await _erases(stage)
    assert "files" in left_of(stage, "CANARY Leander")


async def _exported(stage: Stage) -> None:
    await stage.play("""
        olga> /ueberblick
        olga< [Mitglieder als Datei (CSV)]
        olga> [Mitglieder als Datei (CSV)]
        olga< [Ja, Datei schicken]
        olga> [Ja, Datei schicken]
    """)
    assert b"CANARY" in stage.expect("olga", "").file


async def _erases(stage: Stage) -> None:
    await stage.play("""
        lea> /loeschen
        lea> [Ja, alles löschen]
    """)
    stage.expect_soon("lea", "Ihre Daten sind gelöscht.")
