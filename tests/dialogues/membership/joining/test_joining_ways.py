"""Back, cancel, help, later and change: on the way to joining, typed or tapped."""

import pytest

from bot.domain.people.consent import Purpose
from tests.dialogues.scenes import PERSON, TO_THE_PLACE, count, one_member, read_the_notice
from tests.stage import Stage


async def test_back_and_cancel_work_typed_or_tapped(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > zurück
        < Wie dürfen wir Sie nennen?
        > [Zurück]
        < Für wen machen Sie mit?
        > abbrechen
        < Abgebrochen. Ihre Angaben habe ich verworfen. [Zum Anfang]
        <<
        > [Zum Anfang]
        < Guten Tag! ... Was möchten Sie tun? [Mitmachen] [Geschichte erzählen]
        <<
    """)
    assert await count(stage) == 0


async def test_help_in_the_middle_explains_and_asks_again(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Hilfe
        < Ein Tippfehler macht nichts. ... In welcher Stadt oder Gemeinde
    """)


async def test_a_typed_number_means_a_choice_of_the_newest_message_and_never_signs_by_accident(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Steinen
        < Es unterzeichnet: Anna. [Ja, ich unterzeichne]
        > /datenschutz
        < Ihre Daten, kurz gesagt [Meine Daten] [Alles löschen] [Weitermachen]
        > 3
        < Partnererklärung ... Es unterzeichnet: Anna. [Ja, ich unterzeichne]
        > 1
        < Dürfen wir Anna
    """)


async def test_every_answer_can_be_changed_from_the_summary(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern? [Für wen] [Name] [Ort] [Partnererklärung] [In der Liste] [Nachrichten]
        > [Ort]
        < In welcher Stadt oder Gemeinde
        > Kandern
        < Stimmt alles so? ... Ort: Kandern
        > [Ändern]
        < Was möchten Sie ändern?
        > [In der Liste]
        < Dürfen wir Anna
        > [Nein, nur mitzählen]
        < Liste zeigen: nein
        > [Ja, beitreten]
        < willkommen im Bündnis
    """)
    member, _, consents = await one_member(stage)
    assert (member.municipality, member.listed) == ("08336045", False)
    assert Purpose.LISTING not in {consent.purpose for consent in consents}


async def test_yes_and_no_are_understood_however_they_are_said_but_a_signature_is_not(stage: Stage) -> None:
    await stage.play(PERSON.partition("> [Ja, ich unterzeichne]")[0])
    await stage.play("""
        > klar
        < Bitte wählen Sie eine der Antworten. [Ja, ich unterzeichne]
        > [Ja, ich unterzeichne]
        < Dürfen wir Anna in der Liste
        > nö
        < Möchten Sie Nachrichten
        > jo
        < In der Liste zeigen: nein ... Nachrichten: ja
    """)


async def test_another_name_asks_for_the_signature_again(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern?
        > [Name]
        < Wie dürfen wir Sie nennen?
        > Annegret
        < Es unterzeichnet: Annegret.
        > [Ja, ich unterzeichne]
        < Stimmt alles so? ... Name: Annegret ... Ort: Schopfheim
        > [Ja, beitreten]
        < willkommen im Bündnis
    """)
    member, _, _ = await one_member(stage)
    assert member.name == "Annegret"


async def test_the_declaration_can_be_read_and_signed_again_from_the_summary(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern?
        > [Partnererklärung]
        < Partnererklärung (Fassung 2026-1) ... Es unterzeichnet: Anna.
        > zurück
        < Stimmt alles so? ... Partnererklärung: ja, Fassung 2026-1
        > [Ändern]
        < Was möchten Sie ändern?
        > [Partnererklärung]
        < Es unterzeichnet: Anna.
        > [Ja, ich unterzeichne]
        < Stimmt alles so?
    """)


async def test_another_kind_asks_only_for_what_it_needs(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern?
        > [Für wen]
        < Für wen machen Sie mit?
        > [Verein oder Verband]
        < Wie heißt Ihre Organisation?
        > Radlerclub
        < wer unterzeichnet
        > Anna Muster
        < Funktion
        > Vorsitzende
        < für Radlerclub.
        > [Ja, und ich darf für Radlerclub zeichnen]
        < Name: Radlerclub ... Ort: Schopfheim
        > [Ja, beitreten]
        < willkommen im Bündnis
    """)
    member, signature, _ = await one_member(stage)
    assert (member.kind, member.name, signature.signatory) == ("association", "Radlerclub", "Anna Muster")


async def test_a_draft_survives_a_long_silence_and_is_offered_again(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    stage.clock.turn(days=3)
    await stage.play("""
        > Hallo?
        < Entwurf ... Ihr Beitritt [Weitermachen] [Neu anfangen] [Entwurf löschen]
        > [Weitermachen]
        < In welcher Stadt oder Gemeinde
        > Steinen
        < Es unterzeichnet: Anna.
    """)


async def test_a_draft_can_be_deleted_and_the_way_goes_on_from_the_start(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    stage.clock.turn(days=3)
    await stage.play("""
        > Hallo?
        < Entwurf ... Ihr Beitritt [Entwurf löschen]
        > [Entwurf löschen]
        < Der Entwurf ist gelöscht. [Zum Anfang]
        > Zum Anfang
        < Guten Tag! [Mitmachen]
    """)


async def test_later_with_nothing_to_keep_leads_to_the_start(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt
        > später
        < Abgebrochen. Ihre Angaben habe ich verworfen. [Zum Anfang]
        > /language en
        <
        > /join
        < Your data in brief
        > cancel
        < Cancelled. I have dropped what you entered. [Start]
        > [Start]
        < Hello! [Take part]
    """)


async def test_what_makes_way_for_another_question_offers_no_way_back_to_the_start(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt
        > /geschichte
    """)
    seen = stage.expect("", "Nicht fertig geworden: ... Was noch offen war, ist verworfen. ... Ihre Daten, kurz gesagt")
    assert "Zum Anfang" not in seen.labels


async def test_later_keeps_the_draft(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Später]
        < Angehalten
        > /mitmachen
        < Entwurf [Weitermachen]
        > [Weitermachen]
        < Stimmt alles so? ... Name: Anna
    """)
    assert await count(stage) == 0


async def test_a_sticker_changes_nothing(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > (sticker)
        < Mit Stickern ... In welcher Stadt oder Gemeinde
    """)
    assert await count(stage) == 0


async def test_a_town_says_with_its_name_where_it_is(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > /mitmachen
        < Für wen machen Sie mit?
        > [Stadt oder Gemeinde]
        < Wie heißt Ihre Stadt oder Gemeinde?
        > Stadt Lörrach
        < wer unterzeichnet
        > Anna Muster
        < Funktion
        > Bürgermeisterin
        < Partnererklärung ... für Stadt Lörrach.
        > [Ja, und ich darf für Stadt Lörrach zeichnen]
        < Liste
        > [Ja, gern zeigen]
        < Nachrichten
        > [Nein, danke]
        < Name: Stadt Lörrach ... Ort: Lörrach [Ändern]
        > [Ändern]
        < ändern [Name]
        > [Name]
        < Wie heißt Ihre Stadt oder Gemeinde?
        > Bad Irgendwo
        < In welcher Stadt oder Gemeinde?
        > [Außerhalb]
        < Bad Irgendwo
    """)


@pytest.mark.parametrize("typed", ["in", "na", "sehr", "bitte"])
async def test_a_part_of_another_word_for_yes_agrees_to_nothing(stage: Stage, typed: str) -> None:
    await stage.play(f"""
        > /mitmachen
        < Ihre Daten
        > {typed}
        < [Einverstanden, weiter]
    """)
    assert not await stage.work(lambda work: work.consents.of(1))


async def test_the_notice_is_not_taken_back_while_a_question_to_the_team_rests_on_it(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen machen Sie mit?
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
        > /frage Wo liegt das Rathaus?
        < beim Team
        > weiter
        < Wie dürfen wir Sie nennen?
        > zurück
        < Für wen machen Sie mit?
        > zurück
        < Ihre Daten
        > [Nur lesen]
        <
    """)
    (notice,) = await stage.work(lambda work: work.consents.of(1))
    assert notice.withdrawn_at is None
