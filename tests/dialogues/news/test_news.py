"""News on and off; STOPP works everywhere, at once, and at the moment of sending too (fault 57)."""

import pytest

from tests.dialogues.pledges.test_pledging import PLEDGES
from tests.dialogues.scenes import JOINS, person
from tests.stage import Stage

FOLLOWS = """
    > /folgen
    < Wie oft, bestimmen Sie selbst
    > [Ja, Nachrichten bekommen]
    < Ab jetzt bekommen Sie die Nachrichten des Bündnisses.
"""


async def test_off_and_on_again_in_one_tap_each(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten
        < Sie bekommen die Nachrichten des Bündnisses. ... Themen: alle ... sofort [Nachrichten ausschalten]
        > [Nachrichten ausschalten]
        < Erledigt. Sie bekommen keine Nachrichten mehr. [Nachrichten einschalten]
        <<
    """)
    known, agreed = await person(stage)
    assert (known.news, known.follows, agreed) == (False, False, False)
    await stage.play("""
        > /nachrichten
        < Ihre Nachrichten sind ausgeschaltet. ... Wie oft, bestimmen Sie selbst [Nachrichten einschalten]
        > [Nachrichten einschalten]
    """)
    seen = stage.seat("").seen()
    assert seen is not None
    known, agreed = await person(stage)
    assert known.news == agreed == known.follows


@pytest.mark.parametrize("word", ["STOPP", "stop", "Stopp!", "unsubscribe", "abbestellen"])
async def test_a_word_ends_all_news_at_once(stage: Stage, word: str) -> None:
    await stage.play(FOLLOWS)
    await stage.play(f"""
        > {word}
        < Erledigt. Sie bekommen keine Nachrichten mehr.
        <<
    """)
    known, agreed = await person(stage)
    assert (known.news, agreed) == (False, False)


async def test_stopp_works_in_the_middle_of_a_dialogue(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /zusage
        < Ihre Daten
        > STOPP
        < keine Nachrichten mehr
    """)
    assert (await person(stage))[0].news is False


async def test_a_member_stays_a_member(stage: Stage) -> None:
    await stage.play(JOINS.replace("[Nein, danke]", "[Ja, bitte]"))
    assert (await person(stage))[0].news is True
    await stage.play("""
        > stopp
        < Alles andere bleibt, wie es ist.
    """)
    known, _ = await person(stage)
    assert known.news is False
    assert known.member is not None


async def test_pledges_are_something_else_and_that_is_said(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > STOPP
        < keine Nachrichten mehr ... Nach Ihren Zusagen frage ich weiter. [Meine Zusagen]
    """)


async def test_in_english(stage: Stage) -> None:
    await stage.play("""
        > /language en
        <
        > /messages
        < News is switched off for you. [Switch news on]
        > [Switch news on]
        <
        > STOP
        < Done. You will not get any more news.
    """)


async def test_quiet_hours_end_when_it_is_typed_after_the_command(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten von 21 bis 7
        < Ruhezeit: von 21 bis 7 Uhr
        > /nachrichten keine Ruhezeit
        < Ruhezeit: keine
    """)
