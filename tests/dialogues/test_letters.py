"""Questions and answers about a story, between an organiser and its author."""

from bot.domain.story import StoryState
from tests.dialogues.test_moderating import deeds, told
from tests.dialogues.test_stories import state
from tests.stage import Stage


async def test_an_organiser_asks_back_and_the_author_answers_in_the_same_chat(stage: Stage) -> None:
    await told(stage, olga="moderator", otto="owner")
    await stage.play("""
        olga< Neue Geschichte
        otto< Neue Geschichte
        olga> [Rückfrage]
        olga< Was möchten Sie zu „Das Dach ist voll“ wissen?
        olga> Wie viele Module sind es?
        olga< Ihre Frage zu „Das Dach ist voll“ ist unterwegs.
        < Das Team hat eine Frage zu Ihrer Geschichte „Das Dach ist voll“: ... Wie viele Module [Antworten]
        > [Antworten]
        < Was möchten Sie dem Team zu „Das Dach ist voll“ schreiben?
        > Es sind 24 Module.
        < Danke! Ihre Antwort ist beim Team.
        olga< Antwort zu „Das Dach ist voll“: ... 24 Module ... Die Geschichte: [Freigeben] [Rückfrage]
        otto<<
        olga> [Freigeben]
        olga< Freigegeben
        < veröffentlicht
    """)
    assert await deeds(stage) == ["story-asked", "story-approved"]


async def test_while_the_author_is_asked_the_story_is_out_of_the_queue(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Rückfrage]
        olga< Was möchten
        olga> Wer war dabei?
        olga< unterwegs
        olga> /warteschlange
        olga< Es wartet keine Geschichte.
        < Wer war dabei?
        > [Antworten]
        < schreiben?
        > Alle.
        < Danke
        olga< Alle.
        olga> /queue
        olga< Eine Geschichte wartet. ... Das Dach ist voll [Freigeben] [Nicht veröffentlichen]
    """)


async def test_the_author_may_ask_why_and_the_organiser_answers(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Nicht veröffentlichen]
        olga< Warum
        olga> Das ist Werbung.
        olga< unterwegs
        < Werbung
        > [Nachfragen]
        < Was möchten Sie dem Team
        > Welcher Satz denn?
        < Danke
        olga< Welcher Satz denn? [Rückfrage]
        olga> [Rückfrage]
        olga< Was möchten Sie
        olga> Der letzte.
        olga< unterwegs
        < Der letzte.
    """)
    assert await state(stage) is StoryState.DECLINED
