"""Correcting one's own data: name, function and place, with a new yes to the list, on the stories too."""

from dataclasses import replace

from bot.core.words.texts import text
from bot.domain.people.consent import Purpose
from bot.domain.people.member import digest
from tests.dialogues.membership.test_mydata import JOINS_WITH_EVERYTHING, publish
from tests.dialogues.scenes import JOINS, one_member, person
from tests.stage import Stage


async def test_a_member_corrects_name_and_place_and_keeps_number_and_signature(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    known, _ = await person(stage)
    await stage.work(lambda work: publish(work, stage, known.id, Purpose.STORY_PUBLIC))
    before, signed, _ = await one_member(stage)
    await stage.play("""
        > /meinedaten
        < Lea [Angaben ändern]
        > [Angaben ändern]
        < Das steht bei uns. ... Name: Lea ... Ort: Steinen ... Liste: ja [Name] [Ort] [So übernehmen]
        > [Name]
        < Wie dürfen wir Sie nennen?
        > Lea Baum
        < Dürfen wir Lea Baum in der Liste der Mitglieder zeigen?
        > [Ja, gern zeigen]
        < Name: Lea Baum
        > [Ort]
        < In welcher Stadt oder Gemeinde
        > Schopfheim
        < Name: Lea Baum ... Ort: Schopfheim
        > [So übernehmen]
        < so steht es jetzt bei uns. Mitgliedsnummer und Unterschrift bleiben, wie sie sind.
        > /meinedaten
        < Mitglied LÖ-2026-0001: Lea Baum (Privatperson) ... Ort: Schopfheim ... Liste: ja
        bert> /geschichten
        bert<
        bert> [Solar]
        bert< Von Lea Baum, Schopfheim
    """)
    after, still, consents = await one_member(stage)
    assert (after.number, after.joined_at, still) == (before.number, before.joined_at, signed)
    listing = [one for one in consents if one.purpose is Purpose.LISTING]
    shown = stage.texts.render(text("joining-listed", name="Lea Baum"), "de")
    assert [one.withdrawn_at is None for one in listing] == [False, True]
    assert listing[1].text_hash == digest(shown)


async def test_a_new_name_need_not_be_listed(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /meinedaten
        <
        > [Angaben ändern]
        < Das steht bei uns
        > [Name]
        < Wie dürfen
        > Lea Baum
        < Dürfen wir Lea Baum
        > [Nein, nur mitzählen]
        < Name: Lea Baum ... Liste: nein
        > [So übernehmen]
        < so steht es jetzt
    """)
    member, _, consents = await one_member(stage)
    assert (member.name, member.listed) == ("Lea Baum", False)
    assert all(one.withdrawn_at is not None for one in consents if one.purpose is Purpose.LISTING)


async def test_cancelling_changes_nothing_and_who_is_not_listed_is_not_asked(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /meinedaten
        <
        > [Angaben ändern]
        < Das steht bei uns
        > [Name]
        < Wie dürfen
        > Lea Baum
        < Name: Lea Baum ... Liste: nein
        > abbrechen
        < Abgebrochen.
    """)
    member, _, _ = await one_member(stage)
    assert member.name == "Lea"


async def test_who_is_no_member_has_nothing_to_correct(stage: Stage) -> None:
    await stage.play("> /meinedaten")
    seen = stage.expect("", "Mitgliedschaft: keine")
    assert "Angaben ändern" not in seen.labels


async def test_who_signed_for_an_organisation_corrects_their_function_too(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        <
        > [Einverstanden, weiter]
        <
        > [Unternehmen]
        <
        > Sonne GmbH
        <
        > Eva Baum
        < In welcher Funktion?
        > Vorstand
        <
        > Steinen
        < Eva Baum (Vorstand), für Sonne GmbH
        > [Ja, und ich darf für Sonne GmbH zeichnen]
        <
        > [Nein, nur mitzählen]
        <
        > [Nein, danke]
        <
        > [Ja, beitreten]
        < willkommen
    """)
    _, signed, _ = await one_member(stage)
    await stage.play("""
        > /meinedaten
        <
        > [Angaben ändern]
        < Name: Sonne GmbH ... Ihre Funktion: Vorstand ... Ort: Steinen [Funktion] [Ort] [So übernehmen]
        > [Funktion]
        < In welcher Funktion?
        > Geschäftsführerin
        < Ihre Funktion: Geschäftsführerin
        > [So übernehmen]
        < so steht es jetzt bei uns. Mitgliedsnummer und Unterschrift bleiben, wie sie sind.
        > /meinedaten
        <
        > [Angaben ändern]
        < Ihre Funktion: Geschäftsführerin
    """)
    _, now, _ = await one_member(stage)
    assert now == replace(signed, function="Geschäftsführerin")
