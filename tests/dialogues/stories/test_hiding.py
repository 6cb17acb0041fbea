"""Taking a story down: with a reason, a way to object, and readers who point it out."""

from bot.domain.story import StoryState
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import TELLS, organisers, state
from tests.dialogues.test_foreign import press
from tests.stage import Stage


async def shown(stage: Stage, scope: str = "Öffentlich") -> None:
    """A story that olga has released; otto is a moderator too."""
    await organisers(stage, olga="moderator", otto="moderator")
    await stage.play(TELLS.replace("> [Öffentlich]", f"> [{scope}]"))
    await stage.play("""
        olga< Neue Geschichte
        otto< Neue Geschichte
        olga> [Freigeben]
        olga< Freigegeben
    """)
    stage.expect("", "können jetzt alle Mitglieder lesen" if scope == "Nur das Bündnis" else "veröffentlicht")


HIDES = """
    otto> /geschichten
    otto< [Das Dach ist voll]
    otto> [Das Dach ist voll]
    otto< Das Dach ist voll [Mache ich nach] [Ausblenden]
    otto> [Ausblenden]
    otto< Warum soll „Das Dach ist voll“ nicht mehr zu sehen sein? ... Widerspruch ist möglich.
    otto> Der Nachbar ist zu erkennen.
    otto< So geht der Grund hinaus: [Absenden]
    otto> [Absenden]
    otto< Der Grund ist unterwegs. „Das Dach ist voll“ ist jetzt ausgeblendet.
    < ausgeblendet ... Grund: Der Nachbar ist zu erkennen. ... oder widersprechen. [Ändern] [Nachfragen]
"""


async def test_another_moderator_hides_what_is_shown_and_the_author_hears_why(stage: Stage) -> None:
    await shown(stage)
    await stage.play(HIDES)
    await stage.play("""
        bert> /geschichten
        bert< noch keine Geschichte
    """)
    assert await state(stage) is StoryState.DECLINED
    assert await deeds(stage) == ["story-approved", "story-hidden"]


async def test_after_an_objection_it_can_be_shown_again_as_it_is(stage: Stage) -> None:
    await shown(stage)
    await stage.play(HIDES)
    await stage.play("""
        > [Nachfragen]
        < Was möchten Sie dem Team
        > Das ist mein Bruder, er ist einverstanden.
        < Ist das die Antwort ans Team? [Absenden]
        > [Absenden]
        < Danke
        otto< mein Bruder [Rückfrage] [Doch freigeben]
        otto> [Doch freigeben]
        otto< Freigegeben
        < veröffentlicht
    """)
    assert await state(stage) is StoryState.APPROVED


async def test_a_story_of_the_alliance_can_be_hidden_by_who_is_no_member(stage: Stage) -> None:
    await shown(stage, "Nur das Bündnis")
    await stage.play(HIDES)


async def test_only_moderators_can_hide(stage: Stage) -> None:
    await shown(stage)
    await stage.play("""
        bert> /geschichten
        bert<
        bert> [Das Dach ist voll]
        bert< Das Dach ist voll [Mache ich nach] [Melden]
    """)
    await press(stage, "bert", "story-hide:1:1")
    await stage.play("""
        bert< Das kann nur das Team
    """)
    assert await state(stage) is StoryState.APPROVED


async def test_a_reader_points_a_story_out_with_a_word_and_the_team_can_look(stage: Stage) -> None:
    await shown(stage)
    await stage.play("""
        bert> /geschichten
        bert<
        bert> [Das Dach ist voll]
        bert<
        bert> [Melden]
        bert< Ihre Daten
        bert> [Einverstanden, weiter]
        bert< Was stimmt an „Das Dach ist voll“ nicht? [Ohne Worte melden]
        bert> Das ist mein Dach.
        bert< beim Team
        olga< meldet sich zu einer Geschichte: ... „Das Dach ist voll“ ... mein Dach. [Antworten] [Geschichte ansehen]
        olga> [Geschichte ansehen]
        olga< Das Dach ist voll [Ausblenden]
        otto< mein Dach
        <<
    """)


async def test_who_told_a_story_does_not_read_who_points_it_out(stage: Stage) -> None:
    await shown(stage)
    await stage.make_organiser("", "moderator")
    await stage.play("""
        bert> /geschichten
        bert<
        bert> [Das Dach ist voll]
        bert<
        bert> [Melden]
        bert< Ihre Daten
        bert> [Einverstanden, weiter]
        bert< Was stimmt an „Das Dach ist voll“ nicht? ... sieht das Team dabei Ihren Namen.
        bert> Das ist mein Dach.
        bert< beim Team
        olga< Die Meldung: ... mein Dach.
        <<
    """)


async def test_a_reader_may_point_it_out_without_words(stage: Stage) -> None:
    await shown(stage)
    await stage.play("""
        bert> /geschichten
        bert<
        bert> [Das Dach ist voll]
        bert<
        bert> [Melden]
        bert< Ihre Daten
        bert> [Einverstanden, weiter]
        bert< Was stimmt
        bert> [Ohne Worte melden]
        bert< beim Team
        olga< ohne Worte gemeldet
    """)
