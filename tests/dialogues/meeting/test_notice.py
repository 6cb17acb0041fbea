"""A notice that rests on consent asks for a yes, which can be taken back. (One that does not: test_second_alliance.)"""

from dataclasses import replace

from bot.core.running.housekeeping import SENT_KEPT
from bot.domain.people.consent import Purpose
from tests.dialogues.membership.test_mydata import JOINS_WITH_EVERYTHING, open_purposes
from tests.stage import Stage

PAGE = "https://klima.example/datenschutz"


async def test_the_words_of_the_other_button_are_understood_too(stage: Stage) -> None:
    """Where the notice asks for a yes, whoever types what it says elsewhere means the same."""
    await stage.play("""
        > /mitmachen
        < [Einverstanden, weiter]
        > gelesen, weiter
        < Für wen machen Sie mit?
        > zurück
        < [Einverstanden, weiter]
        > Hilfe
        < dürfen wir Ihre Angaben speichern
    """)


async def test_yes_and_no_answer_the_notice_and_anything_else_is_asked_again(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt
        > vielleicht
        < Dürfen wir Ihre Angaben speichern? Ohne Ihr Ja können Sie nur lesen. [Einverstanden, weiter] [Nur lesen]
        > ja
        < Für wen machen Sie mit?
        > zurück
        < Ihre Daten, kurz gesagt
        > nein
        < Ich speichere dafür nur Ihre Chat-Kennung
    """)


async def test_a_yes_to_something_newer_is_none_to_the_notice(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt
        > /folgen
        < [Ja, Nachrichten bekommen] ... Noch offen
        > ja
        < Ab jetzt bekommen Sie die Nachrichten
    """)
    assert await open_purposes(stage) == {Purpose.NEWS}


async def test_the_answer_to_the_notice_holds_from_the_moment_it_is_given(stage: Stage) -> None:
    """What is told after it is kept as a draft, so it is on record by then; and no other dialogue asks again."""
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt
        > [Einverstanden, weiter]
        < Für wen machen Sie mit?
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
        > /meinedaten
        < Speichern der eigenen Angaben, Fassung
        < Noch offen: Ihr Beitritt. [Weitermachen]
        > /geschichte
        < Angehalten ... Wie heißt Ihre Geschichte?
    """)
    assert await open_purposes(stage) == {Purpose.NOTICE}


async def test_whoever_goes_back_and_only_reads_takes_it_back(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt
        > [Einverstanden, weiter]
        < Für wen machen Sie mit?
        > zurück
        < Ihre Daten, kurz gesagt [Nur lesen]
        > [Nur lesen]
        < Ich speichere dafür nur Ihre Chat-Kennung
    """)
    assert await open_purposes(stage) == set()


async def test_going_back_to_the_notice_takes_nothing_from_what_rests_on_it(stage: Stage) -> None:
    """Another draft is kept under the same yes: /meinedaten is the place to take it back, and says what goes."""
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt
        > [Einverstanden, weiter]
        < Für wen machen Sie mit?
        > /geschichte
        < Angehalten ... Wie heißt Ihre Geschichte?
        > Regentonnen
        < Was haben Sie gemacht?
        > /mitmachen
        < Angehalten ... Ihr Beitritt [Weitermachen]
        > [Weitermachen]
        < Für wen machen Sie mit?
        > zurück
        < Ihre Daten, kurz gesagt
        > [Nur lesen]
        < Ich speichere dafür nur
    """)
    assert await open_purposes(stage) == {Purpose.NOTICE}


async def test_a_new_version_of_the_notice_is_asked_for_in_the_middle(stage: Stage) -> None:
    """A yes to other words is none to these."""
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt
        > [Einverstanden, weiter]
        < Für wen machen Sie mit?
    """)
    later = replace(stage, alliance=replace(stage.alliance, notice=replace(stage.alliance.notice, version="neu")))
    await later.play("""
        > [Für mich selbst]
        < Inzwischen hat sich etwas geändert. ... Ihre Daten, kurz gesagt
        > [Einverstanden, weiter]
        < Für wen machen Sie mit?
    """)
    assert await open_purposes(stage) == {Purpose.NOTICE}


async def test_taking_back_the_yes_to_the_notice_leads_to_leaving_and_erasing(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Speichern der eigenen Angaben]
        < Ohne Ihr Ja dürfen wir nichts ... nicht rückgängig [Alles löschen] [Nein, doch dabeibleiben]
        > [Nein, doch dabeibleiben]
        < Es bleibt alles, wie es ist.
    """)
    assert Purpose.NOTICE in await open_purposes(stage)


async def test_whoever_is_no_member_takes_that_yes_back_by_erasing(stage: Stage) -> None:
    await stage.play("""
        > /frage Wann ist das Treffen?
        <
        > Einverstanden
        < beim Team
        > /meinedaten
        <
        > [Zurücknehmen: Speichern der eigenen Angaben]
        < Ohne Ihr Ja ... Soll ich wirklich alles löschen? [Ja, alles löschen] [Nein, behalten]
        > [Ja, alles löschen]
        < Ihre Daten sind gelöscht.
    """)


async def test_the_whole_notice_is_on_the_assistants_own_page_where_it_has_one(stage: Stage) -> None:
    notice = replace(stage.alliance.notice, page=PAGE)
    there = replace(stage, alliance=replace(stage.alliance, notice=notice))
    await there.play(f"""
        > /datenschutz
        < Ausführlich: {PAGE}?lang=de
        > /sprache en
        <
        > /privacy
        < In full: {PAGE}?lang=en
    """)


async def test_the_notice_says_how_long_what_is_written_is_kept(stage: Stage) -> None:
    """In each language the days that housekeeping keeps it; and it is the data that go, not the people."""
    await stage.play(f"""
        > /datenschutz
        < bleibt {SENT_KEPT.days} Tage gespeichert. ... werden Ihre Daten nach 24 Monaten ohne Kontakt gelöscht.
        > /sprache de-du
        <
        > /datenschutz
        < bleibt {SENT_KEPT.days} Tage gespeichert. ... werden deine Daten nach 24 Monaten ohne Kontakt gelöscht.
        > /sprache en
        <
        > /privacy
        < is kept for {SENT_KEPT.days} days. ... your data are deleted after 24 months without contact.
    """)
