"""Answers given more than once, because nobody seemed to hear them."""

from dataclasses import replace

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
