"""Answers given more than once, because nobody seemed to hear them."""

from dataclasses import replace

import pytest

from bot.core.ports import State
from tests.dialogues.scenes import arrives, ends_up
from tests.stage import Stage

# The terminal knows what is on its screen: there the same words take the button that still stands.
elsewhere_than_in_the_terminal = pytest.mark.parametrize("stage", ["telegram", "matrix", "browser"], indirect=True)


async def test_an_answer_said_twice_because_nobody_answered_is_no_answer_to_the_next_question(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
        > Für mich selbst
        < Wie dürfen wir Sie nennen?
    """)
    for words in ("für mich selbst", "1"):
        await stage.hear("", replace(stage.seat("").types(words), at=stage.clock.now()))
        await stage.play("< Diese Antwort habe ich schon. ... Wie dürfen wir Sie nennen?")
    await stage.play("""
        > Für mich selbst
        < Stadt oder Gemeinde
    """)


@elsewhere_than_in_the_terminal
@pytest.mark.parametrize("again", ["Einverstanden, weiter", "einverstanden", "weiter", "1", "selbst"])
async def test_nor_is_that_to_a_question_further_back(stage: Stage, again: str) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
    """)
    for words in ("Für mich selbst", again):
        await arrives(stage, words)
    await stage.handle()
    await stage.deliver()
    await stage.play("""
        < Wie dürfen wir Sie nennen?
        < Diese Antwort habe ich schon. ... Wie dürfen wir Sie nennen?
        > Einverstanden, weiter
        < Stadt oder Gemeinde
    """)


@elsewhere_than_in_the_terminal
async def test_a_name_is_none_of_them_though_an_answer_begins_like_it(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
    """)
    for words in ("Für mich selbst", "Ein"):
        await arrives(stage, words)
    await stage.handle()
    await stage.deliver()
    await stage.play("""
        < Wie dürfen wir Sie nennen?
        < Stadt oder Gemeinde
    """)


@elsewhere_than_in_the_terminal
async def test_nor_is_it_when_said_again_after_the_question_was_written_but_before_it_arrived(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
    """)
    stage.clock.turn(seconds=5)
    await arrives(stage, "Für mich selbst")
    await stage.handle()
    stage.clock.turn(seconds=5)  # the process is away: the question is written, and has not gone out
    await arrives(stage, "Für mich selbst")
    stage.clock.turn(seconds=5)
    await stage.deliver()
    await stage.handle()
    await stage.deliver()
    await stage.play("""
        < Wie dürfen wir Sie nennen?
        < Diese Antwort habe ich schon. ... Wie dürfen wir Sie nennen?
        > Anna Beispiel
        < Stadt oder Gemeinde
    """)


@elsewhere_than_in_the_terminal
@pytest.mark.parametrize("fate", [State.SENT, State.UNCERTAIN])
async def test_what_may_not_have_arrived_is_said_in_full_however_long_it_is(stage: Stage, fate: State) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
        > Anna Beispiel
        < Stadt oder Gemeinde
    """)
    await arrives(stage, "Steinen")
    await stage.handle()
    await ends_up(stage, fate)
    await stage.play("> hilfe")
    again = stage.seat("").seen()
    assert again is not None
    assert "Mit Ihrem Ja treten Sie dem Bündnis bei." in again.words
    assert ("Es unterzeichnet: Anna Beispiel" in again.words) == (fate is State.UNCERTAIN)
