"""The language can be changed at any moment, in the middle of a dialogue too."""

from tests.stage import Stage


async def test_three_ways_of_speaking(stage: Stage) -> None:
    await stage.play("""
        > /sprache
        < Gerade sprechen wir: Deutsch (Sie). [English] [Deutsch (Du)]
        > [Deutsch (Du)]
        < Ab jetzt sagen wir Du.
        > /hilfe
        < Das kann ich für dich tun
        > /language
        < Welche Sprache möchtest du? [Deutsch (Sie)] [English]
        > english
        < From now on I speak English.
        > /sprache de
        < Deutsch, mit Sie
        <<
    """)


async def test_in_the_middle_of_a_dialogue_the_next_question_is_in_the_new_language(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen machen Sie mit?
        > /language en
        < I speak English. ... [Continue]
        > [Continue]
        < Who are you taking part for? [Myself]
        > [Myself]
        < What may we call you?
    """)


async def test_the_bare_name_of_a_language_is_a_wish_for_it(stage: Stage) -> None:
    await stage.play("""
        > englisch
        < From now on I speak English.
        > Deutsch
        < Ab jetzt spreche ich Deutsch
        > du
        < Ab jetzt sagen wir Du.
    """)
