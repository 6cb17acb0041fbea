"""A label typed for a message that came in the middle of a question belongs to that message, and to no other."""

import pytest

from tests.dialogues.pledges.test_checking import TICK, latest, promised, until_thursday
from tests.stage import Stage

CHECK_IN = "Gab es diese Woche einen Tag ganz ohne Auto? [Ja, geschafft] [Zum Teil] [Pause]"
ASKS_THE_NAME = """
    > /mitmachen
    < Ihre Daten, kurz gesagt
    > [Einverstanden, weiter]
    < Für wen machen Sie mit?
    > [Für mich selbst]
    < Wie dürfen wir Sie nennen?
"""


async def asked_for_the_name_then_for_the_pledge(stage: Stage, *, hours: float = 1) -> None:
    """A free-text question stands open when the check-in arrives."""
    await promised(stage, "autofreier-tag")
    stage.clock.turn(days=3, hours=7 - hours)
    await stage.play(ASKS_THE_NAME)
    stage.clock.turn(hours=hours)
    await stage.tick(TICK)


async def test_a_label_typed_for_a_check_in_does_not_answer_the_open_question(stage: Stage) -> None:
    await asked_for_the_name_then_for_the_pledge(stage)
    await stage.play(f"""
        < {CHECK_IN}
        > ja, geschafft
        < Notiert, danke! ... Noch offen: Ihr Beitritt [Weitermachen]
        > Weitermachen
        < Wie dürfen wir Sie nennen?
        > Lea
        < Stadt oder Gemeinde
    """)
    assert (await latest(stage)).answer == "yes"


async def test_even_after_a_long_silence_the_label_is_understood_before_the_draft_is_offered(stage: Stage) -> None:
    await asked_for_the_name_then_for_the_pledge(stage, hours=30)
    await stage.play(f"""
        < {CHECK_IN}
        > Zum Teil
        < Notiert, danke! Auch ein Teil zählt ... Noch offen: Ihr Beitritt
    """)
    assert (await latest(stage)).answer == "partly"


async def test_a_plain_yes_answers_what_was_asked_last(stage: Stage) -> None:
    await asked_for_the_name_then_for_the_pledge(stage)
    await stage.play(f"""
        < {CHECK_IN}
        > ja
        < Notiert, danke! ... Noch offen: Ihr Beitritt
    """)
    assert (await latest(stage)).answer == "yes"


async def test_words_that_only_resemble_a_label_answer_the_question(stage: Stage) -> None:
    await asked_for_the_name_then_for_the_pledge(stage)
    await stage.play(f"""
        < {CHECK_IN}
        > Ja, Lea
        < Stadt oder Gemeinde
    """)
    assert (await latest(stage)).answered_at is None


@pytest.mark.parametrize("stage", ["telegram", "matrix", "browser"], indirect=True)  # on a console it is how one taps
async def test_a_number_may_be_the_answer_and_is_never_taken_for_a_choice(stage: Stage) -> None:
    await asked_for_the_name_then_for_the_pledge(stage)
    await stage.play(f"""
        < {CHECK_IN}
        > 1
        < Stadt oder Gemeinde
    """)
    assert (await latest(stage)).answered_at is None


async def test_whoever_is_called_like_an_older_label_can_say_so(stage: Stage) -> None:
    await promised(stage, "autofreier-tag")
    await until_thursday(stage)
    await stage.play(f"""
        < {CHECK_IN}
        {ASKS_THE_NAME}
        > Zum Teil
        < Stadt oder Gemeinde
    """)
    assert (await latest(stage)).answered_at is None


async def test_whoever_is_called_like_a_newer_label_can_say_so_when_the_question_is_newest_again(stage: Stage) -> None:
    await asked_for_the_name_then_for_the_pledge(stage)
    await stage.play(f"""
        < {CHECK_IN}
        > Zum Teil
        < Notiert, danke! ... Noch offen: Ihr Beitritt [Weitermachen]
        > [Weitermachen]
        < Wie dürfen wir Sie nennen?
        > Zum Teil
        < Stadt oder Gemeinde
    """)


async def test_it_reads_well_in_english(stage: Stage) -> None:
    await stage.play("""
        > /language en
        <
    """)
    await promised(stage, "autofreier-tag")
    stage.clock.turn(days=3, hours=6)
    await stage.play("""
        > /join
        < Your data in brief
        > [Agree, continue]
        < Who are you taking part for?
        > [Myself]
        < What may we call you?
    """)
    stage.clock.turn(hours=1)
    await stage.tick(TICK)
    await stage.play("""
        < Quick check-in on your pledge [Yes, done]
        > yes, done
        < Noted, thank you! ... Still open: ... [Continue]
    """)
    assert (await latest(stage)).answer == "yes"
