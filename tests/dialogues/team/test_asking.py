"""Questions reach the team, are answered there once, and the answer comes back."""

import pytest

from bot.core.ports import Work
from bot.domain.people.organiser import Deed
from tests.dialogues.scenes import read_the_notice
from tests.stage import Stage

ASKER_GOES = """
    > /frage Gibt es Kuchen?
    < beim Team
    olga< Kuchen
    otto< Kuchen
    olga> [Antworten]
    olga< Was möchten
    > /loeschen
    < Soll ich wirklich alles löschen?
    > [Ja, alles löschen]
    < gelöscht
"""
"""Olga has begun to answer when whoever asked erases everything."""


async def with_team(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        olga> /start
        olga<
        otto> /start
        otto<
    """)
    await stage.make_organiser("olga", "owner")
    await stage.make_organiser("otto", "editor")


async def test_a_question_is_answered_and_the_answer_comes_back(stage: Stage) -> None:
    await with_team(stage)
    await stage.play("""
        > /frage
        < Was möchten Sie das Team fragen?
        > Wann trifft sich das Bündnis?
        < Ihre Nachricht ist beim Team.
        <<
        olga< noch nicht Mitglied ... Wann trifft sich das Bündnis? [Antworten]
        otto< Wann trifft sich das Bündnis? [Antworten]
        otto> [Antworten]
        otto< Was möchten Sie antworten? ... Wann trifft sich das Bündnis?
        otto> Am 3. März im Rathaus.
        otto< So geht die Antwort hinaus: ... Am 3. März im Rathaus. [Absenden] [Ändern]
        otto> [Absenden]
        otto< Ihre Antwort ist unterwegs.
        < Das Team antwortet auf Ihre Nachricht: ... Wann trifft sich das Bündnis? ... Am 3. März im Rathaus.
        olga> [Antworten]
        olga< schon beantwortet
        <<
    """)
    deeds = await stage.work(lambda work: work.organisation.deeds())
    assert isinstance(deeds, list)
    assert [deed.what for deed in deeds if isinstance(deed, Deed)] == ["question-answered"]


async def test_whoever_answers_what_is_gone_by_now_hears_so_whatever_they_say(stage: Stage) -> None:
    await with_team(stage)
    await stage.play(ASKER_GOES)
    await stage.play("""
        olga> hilfe
        olga< Diese Frage gibt es hier nicht mehr.
        olga<<
    """)


@pytest.mark.parametrize("thing", ["(picture)", "(a document)"])
async def test_a_file_for_what_is_gone_by_now_is_no_reason_to_stumble(stage: Stage, thing: str) -> None:
    await with_team(stage)
    await stage.play(ASKER_GOES)
    await stage.play(f"""
        olga> {thing}
        olga< Diese Frage gibt es hier nicht mehr.
    """)


async def test_whoever_answers_what_a_colleague_has_answered_hears_so_before_they_have_written_it_all(
    stage: Stage,
) -> None:
    await with_team(stage)
    await stage.play("""
        > /frage Gibt es Kuchen?
        < beim Team
        olga< Kuchen
        otto< Kuchen
        olga> [Antworten]
        olga< Was möchten
        otto> [Antworten]
        otto< Was möchten
        otto> Ja.
        otto< So geht
        otto> [Absenden]
        otto< unterwegs
        olga> Ja, viel!
        olga< schon beantwortet
        olga<<
    """)


async def test_two_organisers_answering_at_once_send_one_answer(stage: Stage) -> None:
    await with_team(stage)
    await stage.play("""
        > /frage Gibt es Kuchen?
        < beim Team
        olga< Kuchen
        otto< Kuchen
        olga> [Antworten]
        olga< Was möchten
        otto> [Antworten]
        otto< Was möchten
        olga> Ja!
        olga< So geht
        otto> Nein.
        otto< So geht
        otto> [Absenden]
        otto< unterwegs
        olga> [Absenden]
        olga< schon beantwortet
        < Nein.
        <<
    """)


async def test_the_answer_can_be_reworded_before_it_goes(stage: Stage) -> None:
    await with_team(stage)
    await stage.play("""
        > /ask Is there cake?
        < beim Team
        olga< Is there cake?
        olga> [Antworten]
        olga< Was möchten Sie antworten?
        olga> Ja klar
        olga< So geht
        olga> [Ändern]
        olga< [Die Antwort]
        olga> [Die Antwort]
        olga< Was möchten Sie antworten?
        olga> Yes, of course.
        olga< Yes, of course.
        olga> [Absenden]
        olga< unterwegs
        < Is there cake? ... Yes, of course.
    """)


async def test_open_questions_are_listed_for_the_team_only(stage: Stage) -> None:
    await with_team(stage)
    await stage.play("""
        > /team-fragen
        < Das kann nur das Team
        > /frage Erste Frage
        < beim Team
        > /frage Zweite Frage
        < beim Team
        otto< Erste
        otto< Zweite
        otto> /team_fragen
        otto< 2 Fragen warten auf Antwort: ... Frage 1 ... Erste Frage ... Zweite Frage [Frage 2 beantworten]
        otto> [Frage 2 beantworten]
        otto< Zweite Frage
        otto> Danke!
        otto<
        otto> [Absenden]
        otto< unterwegs
        otto> /team_fragen
        otto< Eine Frage wartet auf Antwort: ... Erste Frage
    """)


async def test_nothing_open_is_said_so(stage: Stage) -> None:
    await with_team(stage)
    await stage.play("""
        olga> /team-fragen
        olga< Keine Frage ist offen.
        olga<<
    """)


async def test_an_answer_to_somebody_who_is_gone_is_reported(stage: Stage) -> None:
    await with_team(stage)
    await stage.play("""
        > /frage Noch da?
        < beim Team
        olga< Noch da?
        olga> [Antworten]
        olga< Was möchten
        olga> Ja.
        olga< So geht
    """)

    def vanish(work: Work) -> None:
        asked = work.organisation.question(1)
        assert asked is not None
        contact = work.people.contact_of(asked.person)
        assert contact is not None
        work.people.set_reachable(contact.id, reachable=False)

    await stage.work(vanish)
    await stage.play("""
        olga> [Absenden]
        olga< kann leider nicht zugestellt werden
        <<
    """)


async def test_a_stranger_reads_the_notice_first_and_need_not_write_twice(stage: Stage) -> None:
    await stage.play("""
        > /frage Gibt es Kuchen?
        < Ihre Daten, kurz gesagt [Einverstanden, weiter] [Nur lesen]
        > [Einverstanden, weiter]
        < Ihre Nachricht ist beim Team.
        > /frage Auch mit Streuseln?
        < Ihre Nachricht ist beim Team.
        <<
    """)


async def test_who_only_wants_to_read_has_asked_nothing(stage: Stage) -> None:
    await stage.play("""
        > /frage Gibt es Kuchen?
        < Ihre Daten, kurz gesagt
        > [Nur lesen]
        < Ich speichere dafür nur Ihre Chat-Kennung
    """)
    assert await stage.work(lambda work: list(work.organisation.open_questions())) == []
    assert "Kuchen" not in str(await stage.work(lambda work: work.privacy.export(1)))
