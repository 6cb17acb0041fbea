"""Questions and answers about a story, between an organiser and its author."""

from bot.domain.story import StoryState
from tests.dialogues.pledges.test_checking import promised, until_thursday
from tests.dialogues.stories.test_moderating import deeds, told
from tests.dialogues.stories.test_stories import state
from tests.stage import Stage


async def test_an_organiser_asks_back_and_the_author_answers_in_the_same_chat(stage: Stage) -> None:
    await told(stage, olga="moderator", otto="owner")
    await stage.play("""
        olga< Neue Geschichte
        otto< Neue Geschichte
        olga> [Rückfrage]
        olga< Was möchten Sie zu „Das Dach ist voll“ wissen?
        olga> Wie viele Module sind es?
        olga< So geht die Frage hinaus: ... Wie viele Module [Absenden]
        olga> [Absenden]
        olga< Ihre Frage zu „Das Dach ist voll“ ist unterwegs.
        < Das Team hat eine Frage zu Ihrer Geschichte „Das Dach ist voll“: ... Wie viele Module [Antworten]
        > [Antworten]
        < Was möchten Sie dem Team zu „Das Dach ist voll“ schreiben?
        > Es sind 24 Module.
        < Ist das die Antwort ans Team? ... 24 Module [Absenden]
        > [Absenden]
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
        olga< So geht die Frage hinaus: [Absenden]
        olga> [Absenden]
        olga< unterwegs
        olga> /warteschlange
        olga< Es wartet keine Geschichte.
        < Wer war dabei?
        > [Antworten]
        < schreiben?
        > Alle.
        < Ist das die Antwort ans Team? [Absenden]
        > [Absenden]
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
        olga< So geht der Grund hinaus: [Absenden]
        olga> [Absenden]
        olga< unterwegs
        < Werbung
        > [Nachfragen]
        < Was möchten Sie dem Team
        > Welcher Satz denn?
        < Ist das die Antwort ans Team? [Absenden]
        > [Absenden]
        < Danke
        olga< Welcher Satz denn? [Rückfrage]
        olga> [Rückfrage]
        olga< Was möchten Sie
        olga> Der letzte.
        olga< So geht die Frage hinaus: [Absenden]
        olga> [Absenden]
        olga< unterwegs
        < Der letzte.
    """)
    assert await state(stage) is StoryState.DECLINED


WHICH_ROOF = """
        olga> [Rückfrage]
        olga< Was möchten Sie
        olga> Welches Dach?
        olga< So geht die Frage hinaus
        olga> ja
        olga< unterwegs
        < Welches Dach? [Antworten]
"""


async def asked_back(stage: Stage) -> None:
    """The team has asked the author, and the author has read it."""
    await told(stage, olga="moderator")
    await stage.play("olga< Neue Geschichte" + WHICH_ROOF)


async def test_an_answer_typed_straight_away_is_shown_and_then_sent(stage: Stage) -> None:
    await asked_back(stage)
    await stage.play("""
        > Das Dach der Schule.
        < Ist das die Antwort ans Team? ... Das Dach der Schule. [Absenden] [Ändern] [Später] [Abbrechen]
        olga<<
        > Ja
        < Danke! Ihre Antwort ist beim Team.
        olga< Antwort zu „Das Dach ist voll“: ... Das Dach der Schule.
    """)
    assert await state(stage) is StoryState.SUBMITTED


async def test_after_the_answer_only_what_replies_to_the_question_is_one(stage: Stage) -> None:
    await asked_back(stage)
    await stage.play("""
        > Das Dach der Schule.
        < Ist das die Antwort ans Team?
        > ja
        < Danke! Ihre Antwort ist beim Team.
        olga> [Freigeben]
        < veröffentlicht
        > Wie wird das Wetter?
        < Das habe ich nicht verstanden.
        > (re: Welches Dach?) Das neue.
        < Ist das die Antwort ans Team? ... Das neue. [Absenden]
    """)


async def test_a_misspelt_way_out_is_no_question_to_the_author(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Rückfrage]
        olga< Was möchten Sie
        olga> Zuruck
        olga< Wir stehen ganz am Anfang. ... Was möchten Sie
        olga> abrechen
        olga< Abgebrochen.
        <<
    """)


async def test_courtesy_and_commands_are_no_answer_to_the_team(stage: Stage) -> None:
    await asked_back(stage)
    await stage.play("""
        > Danke!
        < Sehr gern!
        > umsehen
        < Bündnis im Landkreis
        > Das Dach der Schule.
        < Das habe ich nicht verstanden.
        olga<<
    """)


async def test_an_answer_to_the_team_is_not_taken_for_one_to_an_older_check_in(stage: Stage) -> None:
    await promised(stage, "autofreier-tag")
    await until_thursday(stage)
    await stage.play("< Kurze Rückmeldung")
    await asked_back(stage)
    await stage.play("""
        > Ja!
        < Ist das die Antwort ans Team? ... Ja!
        > [Abbrechen]
        < Abgebrochen
        olga<<
    """)
    assert await state(stage) is StoryState.ASKED


async def test_words_typed_over_a_draft_of_the_answer_are_not_lost(stage: Stage) -> None:
    await asked_back(stage)
    await stage.play("""
        > Das alte Dach.
        < Ist das die Antwort ans Team? ... Das alte Dach.
        > später
        < Angehalten
        olga> [Rückfrage]
        olga< Was möchten Sie
        olga> Welches Dach denn nun?
        olga< So geht die Frage hinaus
        olga> ja
        olga< unterwegs
        < Welches Dach denn nun? [Antworten]
        > Das Dach der Schule.
        < Ist das die Antwort ans Team? ... Das Dach der Schule.
        > ja
        < Danke! Ihre Antwort ist beim Team.
        olga< ... Das Dach der Schule.
    """)


async def test_a_story_stays_in_the_queue_if_its_author_cannot_be_asked(stage: Stage) -> None:
    await told(stage, olga="moderator")
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat(""))
    await stage.work(
        lambda work: work.people.set_reachable(
            work.people.find(stage.fake.account, [address])[address][1].id, reachable=False
        )
    )
    await stage.play("""
        olga< Neue Geschichte
        olga> [Rückfrage]
        olga< Was möchten Sie
        olga> Welches Dach?
        olga< So geht die Frage hinaus
        olga> ja
        olga< nicht zu erreichen
    """)
    assert await state(stage) is StoryState.SUBMITTED
    assert await deeds(stage) == []


async def test_who_put_the_answer_off_finds_it_under_their_story(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Rückfrage]
        olga<
        olga> Wie viele Module sind es?
        olga<
        olga> [Absenden]
        olga<
        < Das Team hat eine Frage [Antworten]
        > [Antworten]
        < Was möchten Sie dem Team [Abbrechen]
        > [Abbrechen]
        <
        > /meinegeschichten
        <
        > [Das Dach ist voll (das Team hat eine Frage)]
        < [Antworten]
        > [Antworten]
        < Was möchten Sie dem Team
        > Es sind 24 Module.
        < 24 Module [Absenden]
        > [Absenden]
        < Danke! Ihre Antwort ist beim Team.
        olga< 24 Module
    """)


async def test_a_question_that_comes_over_an_old_draft_is_answered_straight_away(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        > /mitmachen
        < Für wen machen Sie mit?
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
    """)
    stage.clock.turn(days=1)
    await stage.play(WHICH_ROOF)
    await stage.play("""
        > Das Dach der Schule.
        < Angehalten: Ihr Beitritt. ... Ist das die Antwort ans Team? ... Das Dach der Schule. [Absenden]
    """)


async def test_while_a_choice_is_due_words_answer_the_question_that_came_since(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        > /mitmachen
        < Für wen machen Sie mit?
    """)
    await stage.play(WHICH_ROOF)
    await stage.play("""
        > Das Dach der Schule.
        < Ist das die Antwort ans Team? ... Das Dach der Schule. [Absenden]
    """)


async def test_while_words_are_due_a_reply_says_that_they_are_for_the_team(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        > /frage
        < Was möchten Sie das Team fragen?
    """)
    await stage.play(WHICH_ROOF)
    await stage.play("""
        > (re: Welches Dach?) Das Dach der Schule.
        < Ist das die Antwort ans Team? ... Das Dach der Schule. [Absenden]
        > [Abbrechen]
        < Abgebrochen
        olga<<
    """)
