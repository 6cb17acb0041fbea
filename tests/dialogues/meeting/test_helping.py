"""Help by role, who is responsible, and the whole privacy notice."""

import re

from tests.stage import Stage


async def test_help_names_what_one_can_do(stage: Stage) -> None:
    await stage.play("> /hilfe")
    seen = stage.expect(
        "", "/umsehen ... Das Bündnis kennenlernen ... /mitmachen ... Dem Bündnis beitreten [Das Team fragen]"
    )
    assert "/team-fragen" not in seen.words


async def test_the_help_has_a_few_headings(stage: Stage) -> None:
    await stage.play("""
        > /hilfe
        < Das Bündnis ... /umsehen ... Geschichten und Zusagen ... /zusage ... Nachrichten und Fragen ... /frage
        > /start
        <
    """)
    await stage.make_organiser("anna", "owner")
    await stage.play("> /hilfe")
    seen = stage.expect("", "Daten, Sprache, Rechtliches ... /impressum ... Für das Team ... /team-fragen ... /team")
    assert not re.search(r"/[a-z-]+:", seen.words), "what follows may have a colon of its own"


async def test_organisers_see_their_own_commands_too(stage: Stage) -> None:
    await stage.play("""
        > /start
        <
    """)
    await stage.make_organiser("anna", "editor")
    await stage.play("""
        > hilfe
        < /mitmachen ... Für das Team ... /team-fragen ... Offene Fragen ans Team
    """)


async def test_a_word_is_enough_in_both_languages(stage: Stage) -> None:
    await stage.play("""
        > Impressum
        < Impressum ... Landkreis Lörrach
        > /imprint
        < Palmstraße 3
        > /datenschutz
        < Ihre Daten, kurz gesagt ... Beschwerde: ... Mehr vom Verantwortlichen: https:// [Meine Daten] [Alles löschen]
        > /sprache en
        < English
        > privacy
        < Your data in brief ... Complaints: [My data]
        > help
        < This is what I can do for you: ... /join ... Join the alliance
        <<
    """)


async def test_help_in_the_middle_says_what_becomes_of_the_answers(stage: Stage) -> None:
    await stage.play("""
        > /frage
        <
        > [Einverstanden, weiter]
        < Was möchten Sie das Team fragen?
        > hilfe
        < Abbrechen: aufhören, Ihre Antworten werden verworfen
    """)
