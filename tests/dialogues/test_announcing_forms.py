"""What is looked at before sending is what arrives: every form that somebody in the audience gets."""

from tests.dialogues.test_announcing import TO_THE_AUDIENCE, WRITTEN, audience
from tests.stage import Stage


async def test_the_last_look_and_the_test_show_what_the_audience_will_get(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        bert> /language en
        bert<
    """)
    await stage.play(TO_THE_AUDIENCE)
    await stage.play("""
        olga> [Alle (2)]
        olga<
        olga> [Sprache]
        olga<
        olga> [English (1)]
        olga<
        olga> [So lassen]
        olga< So kommt sie an: ... (in German) ... Am 3. März ... Unsubscribe: STOP ... ist genau 1 Mensch
        olga> [Stimmt so]
        olga< (in German) ... Unsubscribe: STOP
        olga> [Test an mich]
        olga< (in German) ... Am 3. März ... Unsubscribe: STOP
        olga< Oben steht der Test
    """)


async def test_the_last_look_says_who_gets_the_same_words_with_a_mark(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        bert> /language en
        bert<
    """)
    await stage.play(
        WRITTEN.replace(
            "... STOPP ...",
            "... STOPP ... Wer Englisch liest, bekommt dieselben Worte mit dem Vermerk „in German“. ...",
        )
    )
