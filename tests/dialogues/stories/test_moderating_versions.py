"""What an organiser decides is what they have read: older buttons, and stories of one's own."""

from bot.domain.story import StoryState
from tests.dialogues.stories.test_moderating import deeds, told
from tests.dialogues.stories.test_stories import TELLS, organisers, state
from tests.dialogues.test_foreign import press
from tests.stage import Stage

CHANGES_IT = """
    > /meinegeschichten
    <
    > [Das Dach ist voll (wartet auf das Team)]
    <
    > [Ändern]
    < So sieht sie aus
    > [Titel]
    < Wie heißt
    > Ganz andere Worte
    < So sieht sie aus
    > [Absenden]
    < Die neue Fassung
"""


async def test_an_older_button_does_not_release_what_nobody_has_read(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte ... Das Dach ist voll
    """)
    await stage.play(CHANGES_IT)
    await stage.play("""
        olga< Neue Geschichte ... Ganz andere Worte
    """)
    await press(stage, "olga", "story-approve:1:1")
    await stage.play("""
        olga< Die Geschichte hat sich inzwischen geändert ... Neue Geschichte ... Ganz andere Worte [Freigeben]
        olga<<
        <<
    """)
    assert await state(stage) is StoryState.SUBMITTED
    assert await deeds(stage) == []


async def test_a_reason_for_the_older_version_declines_nothing(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Nicht veröffentlichen]
        olga< Warum soll
    """)
    await stage.play(CHANGES_IT)
    await stage.play("""
        olga< Neue Geschichte
        olga> Das ist Werbung.
        olga< So geht der Grund hinaus: [Absenden]
        olga> [Absenden]
        olga< hat sich inzwischen geändert ... Ganz andere Worte [Freigeben]
        <<
    """)
    assert await state(stage) is StoryState.SUBMITTED


async def test_a_question_about_the_older_version_is_not_sent(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
    """)
    await stage.play(CHANGES_IT)
    await stage.play("""
        olga< Neue Geschichte
    """)
    await press(stage, "olga", "story-ask:1:1")
    await stage.play("""
        olga< hat sich inzwischen geändert ... Ganz andere Worte [Rückfrage]
        <<
    """)


async def test_nobody_releases_their_own_story_where_others_could(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play("""
        > /start
        <
    """)
    await stage.make_organiser("anna", "owner")
    await stage.play(TELLS)
    await stage.play("""
        olga< Neue Geschichte
        > /warteschlange
        < Eine Geschichte wartet ... Das Dach ist voll [Freigeben]
        > [Freigeben]
        < entscheidet bitte jemand anderes aus dem Team
        olga> [Freigeben]
        olga< Freigegeben
        < veröffentlicht
    """)
    assert await deeds(stage) == ["story-approved"]
