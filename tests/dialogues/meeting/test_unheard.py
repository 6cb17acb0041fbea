"""Answers that may never have arrived: whoever asks in vain is shown them once more, if they like."""

from dataclasses import replace

import pytest

from bot.core.ports import State
from handlers.team.organisers import end_role
from tests.dialogues.scenes import JOINS, arrives, ends_up
from tests.stage import Stage

BEFORE_THE_LAST_ANSWER = JOINS.partition("    > [Ja, beitreten]")[0]


async def _loses(stage: Stage, words: str, fate: State = State.UNCERTAIN) -> None:
    """What is said to these words never arrives."""
    await arrives(stage, words)
    await stage.handle()
    await ends_up(stage, fate)


async def test_a_receipt_that_was_lost_is_shown_when_its_member_asks_in_vain(stage: Stage) -> None:
    await stage.play(BEFORE_THE_LAST_ANSWER)
    await _loses(stage, "Ja, beitreten")
    await stage.play("""
        > hilfe
        < Eine Antwort von mir ist vielleicht nicht bei Ihnen angekommen. [Noch einmal zeigen]
        > [Noch einmal zeigen]
        < willkommen im Bündnis ... SHA-256 [Zusage machen]
        <<
        > [Das Team fragen]
        < Was möchten Sie das Team fragen?
        > abbrechen
        <
        > hilfe
    """)
    assert "angekommen" not in stage.expect("", "Das kann ich für Sie tun").words


@pytest.mark.parametrize("words", ["/start", "hallo?", "/hife", "hilffe", "stopp das", "Kommt da noch etwas?"])
async def test_it_is_offered_to_whoever_says_something_else_as_well(stage: Stage, words: str) -> None:
    await _loses(stage, "/impressum")
    await stage.play(f"> {words}")
    stage.expect_soon("", "vielleicht nicht bei Ihnen angekommen")
    await stage.play("> Noch einmal zeigen")
    stage.expect_soon("", "Impressum ... Palmstraße 3")


async def test_what_was_lost_is_shown_in_its_order_and_in_english_where_that_is_spoken(stage: Stage) -> None:
    await stage.play("""
        > /language en
        < English
    """)
    await _loses(stage, "/imprint")
    await _loses(stage, "/privacy")
    await stage.play("""
        > help
        < 2 answers of mine may not have reached you. ... This is what I can do for you [Show it again]
        > [Show it again]
        < Imprint
        < Your data in brief
        <<
    """)


async def test_nothing_is_shown_twice(stage: Stage) -> None:
    await _loses(stage, "/impressum")
    await stage.play("""
        > hilfe
        < angekommen [Noch einmal zeigen]
        > [Noch einmal zeigen]
        < Impressum
        <<
        > [Noch einmal zeigen]
        < Ich habe nichts mehr, was ich noch einmal zeigen kann. [Hilfe]
    """)


async def test_who_does_not_need_it_is_not_asked_again(stage: Stage) -> None:
    await _loses(stage, "/impressum")
    await stage.play("""
        > hilfe
        < angekommen [Noch einmal zeigen] [Nicht nötig]
        > [Nicht nötig]
        < Gut, dann lasse ich es dabei.
        <<
        > hilfe
    """)
    assert "angekommen" not in stage.expect("", "Das kann ich für Sie tun").words


@pytest.mark.parametrize("stage", ["telegram", "browser"], indirect=True)
async def test_whoever_presses_once_more_because_nothing_came_hears_of_it(stage: Stage) -> None:
    await stage.play(BEFORE_THE_LAST_ANSWER)
    incoming = stage.seat("").takes("Ja, beitreten")
    await arrives(stage, incoming)
    await stage.handle()
    await ends_up(stage, State.UNCERTAIN)
    await stage.hear("", replace(incoming, event=f"{incoming.event}-again"))
    await stage.play("""
        < Diese Frage ist nicht mehr offen. ... vielleicht nicht bei Ihnen angekommen. [Noch einmal zeigen]
        > [Noch einmal zeigen]
        < willkommen im Bündnis
    """)


async def test_the_team_is_not_told_of_its_old_cards_nor_is_whoever_has_left_it(stage: Stage) -> None:
    await stage.play("""
        > /start
        <
    """)
    await stage.make_organiser("anna", "editor")
    await _loses(stage, "/team-fragen")
    await stage.play("> hilfe")
    assert "angekommen" not in stage.expect_soon("", "Für das Team").words
    (organiser,) = await stage.work(lambda work: work.people.organisers())
    await stage.work(lambda work: end_role(stage.conversation.post(work, stage.clock.now()), organiser.id, by=None))
    await stage.play("> hilfe")
    assert "angekommen" not in stage.expect_soon("", "Das kann ich für Sie tun").words


@pytest.mark.parametrize("fate", [State.SENT, State.REFUSED, State.UNREACHABLE])
async def test_what_is_known_to_have_come_or_not_is_not_asked_about(stage: Stage, fate: State) -> None:
    await _loses(stage, "/impressum", fate)
    await stage.play("> hilfe")
    assert "angekommen" not in stage.expect("", "Das kann ich für Sie tun").words


async def test_nobody_waits_for_an_answer_of_last_week(stage: Stage) -> None:
    await _loses(stage, "/impressum")
    stage.clock.turn(days=8)
    await stage.play("> hilfe")
    assert "angekommen" not in stage.expect("", "Das kann ich für Sie tun").words
