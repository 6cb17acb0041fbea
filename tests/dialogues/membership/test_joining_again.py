"""Answers given more than once, because nobody seemed to hear them."""

from dataclasses import replace

import pytest

from bot.core.messages import Batch
from tests.stage import Stage


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


# The terminal knows what is on its screen: there the same words take the button that still stands.
@pytest.mark.parametrize("stage", ["telegram", "matrix", "browser"], indirect=True)
async def test_nor_is_it_when_said_again_after_the_question_was_written_but_before_it_arrived(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
    """)
    await _write(stage, "Für mich selbst")
    await stage.handle()
    stage.clock.turn(seconds=5)  # the process is away: the question is written, and has not gone out
    await _write(stage, "Für mich selbst")
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


async def _write(stage: Stage, words: str) -> None:
    """Have the default person's words arrive, and no more than that."""
    batch, now = Batch((replace(stage.seat("").types(words), at=stage.clock.now()),)), stage.clock.now()
    await stage.work(lambda work: work.inbox.accept(stage.fake.account, batch, now))
