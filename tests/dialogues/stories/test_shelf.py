"""The shelf of stories: browsing, one's own, changing, taking back and deleting."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.ports import Work
from bot.domain.story import StoryState
from handlers.stories.storycard import as_draft
from tests.dialogues.scenes import JOINS, in_the_ledger, read_the_notice
from tests.dialogues.stories.test_stories import TELLS, TOLD, consents, organisers, state
from tests.stage import Stage


async def test_alliance_stories_are_for_members_only(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play(TELLS.replace("> [Öffentlich]", "> [Nur das Bündnis]"))
    await stage.play("""
        olga< Das Dach ist voll
        olga> [Freigeben]
        olga< Freigegeben
        <
        bert> /geschichten
        bert< Hier steht noch keine Geschichte.
        > /geschichten
        < Hier steht noch keine Geschichte.
    """)
    await stage.play(JOINS.replace("< Ihre Daten\n    > [Einverstanden, weiter]\n", ""))
    await stage.play("""
        > /geschichten
        < Eine Geschichte des Gelingens. [Das Dach ist voll]
        > [Das Dach ist voll]
        < Das Dach ist voll ... Ohne Namen erzählt [Mache ich nach] [Alle Geschichten]
    """)


async def test_withdrawing_takes_it_from_everywhere(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play(TELLS)
    await stage.play("""
        olga< Das Dach ist voll
        olga> [Freigeben]
        olga< Freigegeben
        < veröffentlicht
        bert> /geschichten
        bert< [Das Dach ist voll]
        > /meinegeschichten
        < [Das Dach ist voll (freigegeben)]
        > [Das Dach ist voll (freigegeben)]
        < Stand: freigegeben [Ändern] [Zurückziehen] [Löschen]
        > [Zurückziehen]
        < sofort niemandem mehr [Ja, zurückziehen] [Nein, so lassen]
        > [Ja, zurückziehen]
        < ist zurückgezogen
        bert> [Das Dach ist voll]
        bert< nicht mehr zu sehen
    """)
    assert await consents(stage) == set()


async def test_deleting_erases_the_words(stage: Stage) -> None:
    await stage.play(TELLS)
    await stage.play("""
        > [Meine Geschichten]
        <
        > [Das Dach ist voll (wartet auf das Team)]
        < [Löschen]
        > [Löschen]
        < Text und Bild sind dann ganz weg [Ja, löschen] [Nein, so lassen]
        > [Ja, löschen]
        < ist gelöscht
        > /meine-geschichten
        < noch keine Geschichte
    """)
    words = await stage.work(lambda work: getattr(work.stories.get(1), "what", None))
    assert words == ""


async def test_deleting_empties_what_was_sent_about_it(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play(TELLS)
    await stage.play("""
        olga< Das Dach ist voll
        olga> [Freigeben]
        olga< Freigegeben
        < veröffentlicht
        bert> /geschichten
        bert< [Das Dach ist voll]
        bert> [Das Dach ist voll]
        bert< Module aufs Dach
    """)
    before = await in_the_ledger(stage)
    assert "Module aufs Dach" in before
    await stage.play("""
        > /meinegeschichten
        < [Das Dach ist voll (freigegeben)]
        > [Das Dach ist voll (freigegeben)]
        < [Löschen]
        > [Löschen]
        < Text und Bild sind dann ganz weg [Ja, löschen]
        > [Ja, löschen]
        < Ihre Geschichte ist gelöscht
    """)
    left = await in_the_ledger(stage)
    told = ("Module aufs Dach", "Erst den Dachdecker fragen", "Das Dach ist voll")
    assert [words in left for words in told] == [False, False, False]


async def test_deleting_empties_earlier_versions_that_the_team_was_shown(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play(TELLS)
    await stage.play("olga< Das Dach ist voll ... Module aufs Dach [Freigeben]")
    assert "Freigeben" in await in_the_ledger(stage)

    def rewrite(work: Work) -> None:
        story = work.stories.get(1)
        assert story is not None
        other = replace(as_draft(story), title="Wind", what="Ein Rad dreht sich.", tip="Warten.")
        work.stories.replace(1, other, "", "", "", stage.clock.now())

    await stage.work(rewrite)
    await stage.play("""
        > /meinegeschichten
        < [Wind (wartet auf das Team)]
        > [Wind (wartet auf das Team)]
        < [Löschen]
        > [Löschen]
        < Text und Bild sind dann ganz weg [Ja, löschen]
        > [Ja, löschen]
        < Ihre Geschichte ist gelöscht
    """)
    assert "Freigeben" not in await in_the_ledger(stage), "a choice of the team's card only"


async def test_deleting_leaves_alone_what_only_shares_a_word(stage: Stage) -> None:
    await stage.play(TELLS.replace("Das Dach ist voll", "Solar"))
    await stage.make_organiser("anna", "moderator")
    await read_the_notice(stage, "bert")
    await stage.play("""
        bert> /frage Wie teuer ist Solar?
        bert< beim Team
        < Wie teuer ist Solar? [Antworten]
        > /meinegeschichten
        < [Solar (wartet auf das Team)]
        > [Solar (wartet auf das Team)]
        < [Löschen]
        > [Löschen]
        < Text und Bild sind dann ganz weg [Ja, löschen]
        > [Ja, löschen]
        < Ihre Geschichte ist gelöscht
    """)
    left = await in_the_ledger(stage)
    assert ["Wie teuer ist Solar?" in left, "**Solar**" in left, "Solar (wartet" in left] == [True, False, False]


async def test_deleting_drops_a_change_that_is_under_way(stage: Stage) -> None:
    await stage.play(TELLS)
    await stage.play("""
        > /meinegeschichten
        < [Das Dach ist voll (wartet auf das Team)]
        > [Das Dach ist voll (wartet auf das Team)]
        < [Ändern] [Löschen]
        > [Ändern]
        < So sieht sie aus
        > [Titel]
        < Wie heißt
        > Sonne in der Halle
        < So sieht sie aus: ... Sonne in der Halle
        > [Das Dach ist voll (wartet auf das Team)]
        < [Löschen]
        > [Löschen]
        < Text und Bild sind dann ganz weg [Ja, löschen]
        > [Ja, löschen]
        < Ihre Geschichte ist gelöscht
        > weiter
        < nichts offen
    """)
    kept = await stage.work(lambda work: work.privacy.export(1))
    assert "journals" not in kept or kept["journals"] == []
    assert "Sonne in der Halle" not in str(kept) + await in_the_ledger(stage)


async def test_a_changed_story_waits_again(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play(TELLS)
    await stage.play("""
        olga< Das Dach ist voll
        olga> [Freigeben]
        olga< Freigegeben
        < veröffentlicht
        > /meinegeschichten
        <
        > [Das Dach ist voll (freigegeben)]
        <
        > [Ändern]
        < So sieht sie aus: ... Das Dach ist voll [Absenden] [Titel] [Bild]
        > [Titel]
        < Wie heißt
        > Volles Dach
        < So sieht sie aus: ... Volles Dach
        > [Wer sie sehen darf]
        < Wer darf
        > [Erst mal nur das Team]
        < nur das Team
        > [Absenden]
        < Die neue Fassung liegt jetzt beim Team.
        olga< Volles Dach ... nur das Team
    """)
    assert await state(stage) is StoryState.SUBMITTED
    assert await consents(stage) == set()


async def test_many_stories_come_page_by_page(stage: Stage) -> None:
    await stage.play(TELLS)
    await stage.work(lambda work: _approved(work, [f"Geschichte {number}" for number in range(7)]))
    await stage.play("""
        bert> /stories
        bert< 1 bis 5 von 7 [Weitere]
        bert> [Weitere]
        bert< 6 bis 7 von 7 [Neuere]
        bert> [Neuere]
        bert< 1 bis 5 von 7
    """)


async def test_two_of_the_same_title_can_be_told_apart(stage: Stage) -> None:
    await stage.play(TELLS)
    await stage.work(lambda work: _approved(work, ["Solardach", "Solardach"]))
    await stage.play("""
        bert> /stories
        bert< 1 bis 2 von 2 [Solardach] [Solardach (2)]
        bert> Solardach (2)
        bert< Solardach (Text 0)
        bert> /stories
        bert<
        bert> Solardach
        bert< Solardach (Text 1)
    """)


def _approved(work: Work, titles: Sequence[str]) -> None:
    story = work.stories.get(1)
    assert story is not None
    assert story.author is not None
    for number, title in enumerate(titles):
        draft = replace(as_draft(story), title=title, what=f"{title} (Text {number})")
        told = work.stories.add(draft, story.author, "", "", "", story.submitted_at)
        work.stories.decide(told.id, StoryState.APPROVED, [StoryState.SUBMITTED], story.submitted_at)


async def test_the_drafts_of_two_stories_both_stay(stage: Stage) -> None:
    await stage.play(TELLS)
    await stage.play("> /geschichte\n" + TOLD.replace("Das Dach ist voll", "Die Pumpe läuft"))
    await stage.play("""
        > /meinegeschichten
        < [Das Dach ist voll (wartet auf das Team)] [Die Pumpe läuft (wartet auf das Team)]
        > [Das Dach ist voll (wartet auf das Team)]
        < [Ändern]
        > [Ändern]
        < So sieht sie aus
        > [Titel]
        < Wie heißt
        > Volles Dach
        < So sieht sie aus: ... Volles Dach
        > [Die Pumpe läuft (wartet auf das Team)]
        < [Ändern]
        > [Ändern]
        < Ihr Entwurf bleibt 30 Tage ... So sieht sie aus: ... Die Pumpe läuft
        > [Titel]
        < Wie heißt
        > Leise Pumpe
        < So sieht sie aus: ... Leise Pumpe
        > Später
        < Ihr Entwurf bleibt 30 Tage
        > [Das Dach ist voll (wartet auf das Team)]
        < [Ändern]
        > [Ändern]
        < Entwurf [Weitermachen]
        > [Weitermachen]
        < So sieht sie aus: ... Volles Dach
    """)
