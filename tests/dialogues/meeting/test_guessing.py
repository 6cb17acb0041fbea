"""Unknown words get a useful answer: the command meant, the nearest one, or a way to the team."""

import pytest

from bot.core.ports import Work
from bot.domain.people.organiser import PassedOn
from handlers.meeting.guessing import KEEP, PASS_ON
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.scenes import press, read_the_notice
from tests.stage import Stage


async def questions(stage: Stage) -> list[str]:
    def look(work: Work) -> list[PassedOn]:
        return list(work.organisation.open_questions())

    found = await stage.work(look)
    assert isinstance(found, list)
    return [question.words for question in found]


async def test_a_bare_command_word_is_the_command(stage: Stage) -> None:
    await stage.play("""
        > Mitmachen
        < Ihre Daten, kurz gesagt
        > abbrechen
        < Abgebrochen
        > UMSEHEN
        < Bündnis im Landkreis
        > meinedaten
        < Das weiß ich von Ihnen
    """)


async def test_the_nearest_command_is_offered(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > ich möchte gern mitmchen
        < Meinten Sie: Dem Bündnis beitreten? [Ja, /mitmachen] [Ans Team weitergeben] [Nein, danke]
        > [Ja, /mitmachen]
        < Für wen machen Sie mit?
    """)


async def test_a_misspelt_command_is_not_a_message_to_the_team(stage: Stage) -> None:
    await stage.play("""
        > /umsehn
        < Meinten Sie: Das Bündnis kennenlernen? [Ja, /umsehen]
        > /xyzzy
        < Diesen Befehl kenne ich nicht. [Hilfe]
        <<
    """)


async def test_what_was_not_understood_can_go_to_the_team(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        olga> /start
        olga<
    """)
    await stage.make_organiser("olga")
    await stage.play("""
        > Wann trifft sich das Bündnis das nächste Mal?
        < Das habe ich nicht verstanden. [Ja, ans Team] [Nein, danke] [Hilfe]
        > [Ja, ans Team]
        < Ihre Nachricht ist beim Team.
        olga< Wann trifft sich das Bündnis das nächste Mal? [Antworten]
    """)
    assert await questions(stage) == ["Wann trifft sich das Bündnis das nächste Mal?"]


async def test_the_second_time_the_team_is_offered_at_once_with_both_messages(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > Gibt es bei euch Kuchen?
        < Das habe ich nicht verstanden.
        > Mit Streuseln, meine ich
        < Ich komme hier nicht weiter. ... Gibt es bei euch Kuchen? ... Mit Streuseln, meine ich [Ja, ans Team]
        > Ja, ans Team
        < beim Team
    """)
    assert await questions(stage) == ["Gibt es bei euch Kuchen?\nMit Streuseln, meine ich"]


async def test_after_a_miss_the_nearest_command_is_still_offered(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > Gibt es bei euch Kuchen?
        < Das habe ich nicht verstanden.
        > wie kann ich austreten?
        < Meinten Sie: Aus dem Bündnis austreten? [Ja, /austreten] [Ans Team weitergeben]
    """)


async def test_no_means_that_nothing_is_kept(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > blablubb
        < Das habe ich nicht verstanden.
        > [Nein, danke]
        < es geht nichts ans Team
        > blablubb
        < Das habe ich nicht verstanden.
    """)
    assert await questions(stage) == []


async def test_a_second_press_says_what_became_of_the_words(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > blablubb
        < Das habe ich nicht verstanden.
        > [Ja, ans Team]
        < Ihre Nachricht ist beim Team.
    """)
    for action in (KEEP, PASS_ON):
        await press(stage, "", action, 1)
        await stage.play("< Diese Nachricht habe ich nicht mehr. Die ist schon beim Team")
    assert await questions(stage) == ["blablubb"]


async def test_an_unknown_command_leaves_an_open_question_open(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
        > /quatsch
        < Diesen Befehl kenne ich nicht. ... [Weitermachen]
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
    """)


async def test_courtesy_is_answered_with_courtesy(stage: Stage) -> None:
    await stage.play("""
        > Grüß Gott!
        < Guten Tag! [Mitmachen]
        > Vielen Dank :)
        < Sehr gern!
        > thank you
        < Sehr gern!
        > 👍🏽
        < Sehr gern!
        > ❤️
        < Sehr gern!
        > danke dir
        < Sehr gern!
        > Super, danke für die Info!
        < Sehr gern!
        > thanks a lot for the quick reply
        < Sehr gern!
        <<
    """)


async def test_it_reads_well_in_english(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > /language en
        < English
        > When do you meet?
        < I did not understand that. [Yes, to the team] [No, thank you] [Help]
        > And where?
        < I am stuck. ... When do you meet? ... And where?
    """)


async def test_nothing_is_kept_of_a_stranger_before_the_notice(stage: Stage) -> None:
    await stage.play("""
        > Meine Tochter Mia hat Asthma
        < Das habe ich nicht verstanden. Möchten Sie das Team fragen? [Ja, das Team fragen] [Hilfe]
    """)
    kept = await stage.work(lambda work: work.privacy.export(1))
    assert "Mia" not in str(kept)
    await stage.play("""
        > [Ja, das Team fragen]
        < Ihre Daten, kurz gesagt [Einverstanden, weiter]
        > [Einverstanden, weiter]
        < Was möchten Sie das Team fragen?
        > Wer hilft?
        < Ihre Nachricht ist beim Team.
    """)
    assert await questions(stage) == ["Wer hilft?"]


async def test_dashes_in_a_command_do_not_matter(stage: Stage) -> None:
    await stage.play("""
        > /meine-daten
        < Das weiß ich von Ihnen
        > /teamfragen
        < Das kann nur das Team des Bündnisses.
    """)


async def test_a_thank_you_that_says_more_is_not_swallowed(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > Danke, wann trefft ihr euch?
        < Das habe ich nicht verstanden.
    """)


async def test_a_yes_to_the_nearest_command_runs_it(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > ich will austreten
        < Meinten Sie: Aus dem Bündnis austreten? [Ja, /austreten] [Ans Team weitergeben] [Nein, danke]
        > ja bitte
        < Sie sind zurzeit kein Mitglied.
    """)


async def test_a_newcomer_s_yes_asks_the_team(stage: Stage) -> None:
    await stage.play("""
        > Gibt es Kuchen?
        < Das habe ich nicht verstanden. Möchten Sie das Team fragen? [Ja, das Team fragen] [Hilfe]
        > ja gern
        < Ihre Daten, kurz gesagt
        > abbrechen
        < Abgebrochen
        > /language en
        < English
        > Is there cake?
        < Would you like to ask the team? [Yes, ask the team] [Help]
        > yes please
        < Your data in brief
    """)


async def test_a_yes_in_other_words_deletes_nothing_and_a_no_keeps_everything(stage: Stage) -> None:
    await read_the_notice(stage)
    await stage.play("""
        > /loeschen
        < wirklich alles löschen? [Ja, alles löschen] [Nein, behalten]
        > klar
        < Das habe ich nicht verstanden.
        > /loeschen
        < wirklich alles löschen?
        > lieber nicht
        < Es bleibt alles, wie es ist.
    """)


async def test_the_team_is_not_asked_whether_to_ask_the_team(stage: Stage) -> None:
    await stage.play("""
        olga> /start
        olga<
    """)
    await stage.make_organiser("olga")
    await stage.play("""
        olga> Wo liegt der Kuchen?
        olga< Das habe ich nicht verstanden. Mit „Hilfe“ sehen Sie, was ich für Sie tun kann. [Hilfe]
        olga> umsehn
        olga< Meinten Sie: Das Bündnis kennenlernen? [Ja, /umsehen]
    """)
    assert "Team" not in str(stage.delivered[next(iter(stage.addresses))][-1])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ich möchte meine daten sehen", "Eigene Daten ansehen und mitnehmen? [Ja, /meinedaten]"),
        ("kann ich meine zusage beenden", "Ihre Zusagen ansehen, anhalten, beenden? [Ja, /meinezusagen]"),
    ],
)
async def test_a_command_whose_words_are_all_there_is_meant_before_a_like_one(
    stage: Stage, typed: str, meant: str
) -> None:
    await read_the_notice(stage)
    await stage.play(f"""
        > {typed}
        < Meinten Sie: {meant}
    """)


async def test_who_says_in_a_sentence_that_the_news_should_end_is_offered_just_that(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > Ich möchte STOPP
        < Sollen keine Nachrichten des Bündnisses mehr kommen? [Ja, Nachrichten ausschalten]
        > bitte keine nachrichten mehr
        < Sollen keine Nachrichten des Bündnisses mehr kommen? [Ja, Nachrichten ausschalten]
        > ja
        < keine Nachrichten mehr
        > /sprache en
        <
        > I think I want to stop
        < Would you like to stop getting the alliance's messages?
        > /language de
        <
        > Der Bus hält am Stop vor dem Rathaus, das wollte ich nur sagen
        < Das habe ich nicht verstanden.
    """)
