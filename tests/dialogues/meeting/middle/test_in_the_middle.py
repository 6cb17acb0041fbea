"""Something else asked in the middle of a dialogue gets its own answer, and a draft its own yes."""

from tests.dialogues.scenes import TO_THE_PLACE, read_the_notice
from tests.dialogues.stories.test_stories import INFORMED
from tests.stage import Stage


async def test_a_yes_to_deleting_signs_nothing(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Steinen
        < Es unterzeichnet: Anna. [Ja, ich unterzeichne]
        > /loeschen
        < wirklich alles löschen? ... Angehalten: Ihr Beitritt ... 30 Tage [Ja, alles löschen] [Weitermachen]
        > ja
        < Erledigt. Ihre Daten sind gelöscht.
        <<
    """)


async def test_where_words_are_asked_for_the_answer_to_deleting_is_none_of_them(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > /loeschen
        < wirklich alles löschen? [Nein, behalten]
        > nein
        < Es bleibt alles, wie es ist.
        > /mitmachen
        < Ihr Beitritt ... Möchten Sie weitermachen? [Weitermachen]
        > nein
        < Angehalten: Ihr Beitritt
        > /mitmachen
        < Möchten Sie weitermachen?
        > ja
        < In welcher Stadt oder Gemeinde
    """)


async def test_a_yes_belongs_to_what_was_asked_last(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Steinen
        < Es unterzeichnet: Anna.
        > /folgen
        < Sie bekommen Nachrichten [Ja, Nachrichten bekommen]
        > ja
        < Gern! Ab jetzt bekommen Sie die Nachrichten
        > Ja, ich unterzeichne
        < Dürfen wir Anna in der Liste
    """)


async def test_who_lost_the_role_is_told_so_in_the_middle_of_writing(stage: Stage) -> None:
    await stage.play("""
        > hallo
        < Guten Tag!
    """)
    await stage.make_organiser("")
    await stage.play("""
        > /nachricht
        < Was möchten Sie schreiben?
    """)

    def dismiss(work) -> None:
        work.people.set_role(work.people.organisers()[0].id, None)

    await stage.work(dismiss)
    await stage.play("""
        > Wir treffen uns am 3. März.
        < Das kann nur das Team des Bündnisses.
        <<
    """)


async def test_ways_out_where_nothing_is_open_are_understood(stage: Stage) -> None:
    for typed in ("abbrechen", "/cancel", "Zurück", "später"):
        await stage.play(f"""
            > {typed}
            < Im Moment ist nichts offen.
            <<
        """)


async def test_weiter_goes_on_with_what_was_put_aside(stage: Stage) -> None:
    await stage.play("""
        > weiter
        < Im Moment ist nichts offen.
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
        > später
        < Angehalten
        > weiter
        < Wie dürfen wir Sie nennen?
    """)


async def test_later_and_help_can_be_tapped(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten [Einverstanden, weiter] [Abbrechen] [Hilfe]
        > [Einverstanden, weiter]
        < Für wen [Zurück] [Abbrechen] [Später] [Hilfe]
        > [Hilfe]
        < Für wen
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen? [Später] [Hilfe]
        > [Später]
        < Angehalten: Ihr Beitritt. [Weitermachen]
    """)


async def test_a_draft_is_named_among_ones_data_and_explained(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > /meinedaten
        < Mitgliedschaft: keine ... Entwurf: Ihr Beitritt ... Sprache
        <
        > /mitmachen
        < Möchten Sie weitermachen?
        > hilfe
        < Sie haben etwas begonnen. ... „Neu anfangen“ beginnt von vorn. ... Möchten Sie weitermachen? [Weitermachen]
    """)


async def test_help_is_offered_wherever_something_is_asked_for(stage: Stage) -> None:
    """Typed it was understood before; who only taps must find it, too."""
    await read_the_notice(stage)
    await stage.play("""
        > /geschichte
        < Wie heißt Ihre Geschichte? [Hilfe]
        > Das Dach
        < Was haben Sie gemacht? [Hilfe]
        > [Hilfe]
        < Schreiben Sie einfach drauflos. ... Was haben Sie gemacht?
        > Abbrechen
        <
        > /mitmachen
        < Für wen
        > [Unternehmen]
        < Wie heißt Ihre Organisation? [Hilfe]
        > Sonnenwerk
        < wer unterzeichnet
        > Lea Sommer
        < In welcher Funktion? [Hilfe]
        > [Hilfe]
        < Es gehört zur Unterschrift ... In welcher Funktion?
    """)


async def test_skipping_is_understood_where_something_may_be_left_out_and_is_no_answer_elsewhere(stage: Stage) -> None:
    await stage.play(f"""
        {INFORMED}
        < Wie heißt Ihre Geschichte?
        > überspringen
        < Diese Frage lässt sich nicht überspringen. ... Wie heißt Ihre Geschichte?
        > Das Dach ist voll
        < Was haben Sie gemacht?
        > Module gelegt.
        < Ihr Tipp
        > skip
        < lässt sich nicht überspringen. ... Ihr Tipp
        > Erst fragen.
        < Zu welchem Ziel
        > [Ausstoß senken]
        < Ein Bild dazu?
        > überspringe
        < Wer darf die Geschichte sehen?
    """)


async def test_whoever_comes_back_is_shown_the_way_to_the_draft(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > später
        < Angehalten
    """)
    stage.clock.turn(days=2)
    for typed in ("hallo", "/start", "/hilfe"):
        await stage.play(f"""
            > {typed}
            < ... Noch offen: Ihr Beitritt. ... [Weitermachen]
        """)
    await stage.play("""
        > weiter
        < In welcher Stadt oder Gemeinde
        > abbrechen
        < Abgebrochen
        > /language en
        <
        > /join
        < Who are you taking part for?
        > [Myself]
        < What may we call you?
        > later
        < Paused
        > hello
        < Hello! ... Still open: your sign-up. [Continue]
    """)


async def test_a_draft_that_is_open_is_named_once(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > /start
        < Guten Tag! ... Noch offen: Ihr Beitritt
    """)
    assert stage.delivered[next(iter(stage.addresses))][-1][0].count("Noch offen") == 1
