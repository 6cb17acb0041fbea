"""Changing a date: what was typed is kept, also when the date begins or goes meanwhile."""

from tests.dialogues.events.test_planning import PUBLISHED, WRITTEN, published
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

LATER = """
    otto<
    otto> [Zeit]
    otto< Wann beginnt er?
    otto> übermorgen 18 Uhr
    otto< Samstag, 5. Dezember 2026, 18:00 Uhr [So übernehmen]
"""


async def test_what_begins_while_it_is_changed_becomes_a_new_date(stage: Stage) -> None:
    await published(stage)
    stage.clock.turn(days=10)
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play(LATER)
    stage.clock.turn(hours=11)  # it has begun; "the day after tomorrow" was said the day before
    await stage.play("""
        otto> [So übernehmen]
        otto< inzwischen begonnen ... neuer Termin: ... Samstag, 5. Dezember 2026, 18:00 Uhr [Termin veröffentlichen]
    """)


async def test_a_draft_of_another_date_stays_beside_it(stage: Stage) -> None:
    await published(stage)
    await stage.play("""
        otto> /termin
        otto<
        otto> Sommerfest
        otto< Wann beginnt er? [Später]
        otto> [Später]
        otto< Angehalten
    """)
    stage.clock.turn(days=10)
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play(LATER)
    stage.clock.turn(hours=11)
    await stage.play("""
        otto> [So übernehmen]
        otto< neuer Termin: ... Herbsttreffen ... Samstag, 5. Dezember 2026, 18:00 Uhr [Termin veröffentlichen]
        otto> [Termin veröffentlichen]
        otto< „Herbsttreffen“ ist veröffentlicht.
        otto> /termin
        otto< Hier liegt noch ein Entwurf
    """)


async def test_of_two_changes_that_come_too_late_both_drafts_stay(stage: Stage) -> None:
    await published(stage)
    lesung = (
        PUBLISHED.replace("Herbsttreffen", "Lesung").replace("3.12.", "4.12.").replace("Donnerstag, 3.", "Freitag, 4.")
    )
    await stage.play(lesung)
    stage.clock.turn(days=10)
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play(LATER)
    stage.clock.turn(hours=11)
    await stage.play("""
        otto> [So übernehmen]
        otto< neuer Termin: ... Herbsttreffen [Später]
        otto> [Später]
        otto< Angehalten
    """)
    await press(stage, "otto", "event-change", 2, 1)
    await stage.play(LATER)
    stage.clock.turn(hours=22)
    await stage.play("""
        otto> [So übernehmen]
        otto< neuer Termin: ... Lesung ... Samstag, 5. Dezember 2026 [Termin veröffentlichen]
        otto> [Termin veröffentlichen]
        otto< „Lesung“ ist veröffentlicht.
        otto> weiter
        otto< So sieht der Termin aus: ... Herbsttreffen ... [Termin veröffentlichen]
    """)


async def test_a_change_that_lay_too_long_is_asked_for_its_time_beside_a_draft(stage: Stage) -> None:
    await published(stage)
    stage.clock.turn(days=10)
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play(LATER)
    stage.clock.turn(hours=11)
    await stage.play("""
        otto> [So übernehmen]
        otto< neuer Termin: ... Herbsttreffen [Später]
        otto> [Später]
        otto< Angehalten
        otto> /termin
        otto< Wie heißt der Termin?
        otto> Sommerfest
        otto< Wann beginnt er? [Später]
        otto> [Später]
        otto< Angehalten
    """)
    stage.clock.turn(days=3)
    await stage.play("""
        otto> weiter
        otto< So sieht der Termin aus: ... Herbsttreffen
        otto> [Termin veröffentlichen]
        otto< schon vorbei ... Wann beginnt er?
        otto> morgen 18 Uhr
        otto< So sieht der Termin aus: ... Herbsttreffen
    """)


async def test_a_proposal_that_is_refused_while_it_is_changed_becomes_a_new_one(stage: Stage) -> None:
    await organisers(stage, otto="editor", olga="moderator")
    await stage.play(WRITTEN)
    await stage.play("""
        otto> [Zur Freigabe geben]
        otto<
    """)
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play("""
        otto<
        otto> [Ort]
        otto<
        otto> Kirche
        otto< Kirche [So übernehmen]
        olga< wartet auf die Freigabe [Nicht freigeben]
        olga> [Nicht freigeben]
        olga<
        olga> [Ohne Grund]
        olga<
        olga> [Nicht freigeben]
        olga< wird nicht veröffentlicht.
        otto< ist nicht freigegeben.
        otto> [So übernehmen]
        otto< Diesen Termin gibt es nicht mehr. ... neuer Termin: ... Kirche [Zur Freigabe geben]
    """)


async def test_pressed_twice_it_asks_once_more_what_is_to_be_changed(stage: Stage) -> None:
    await published(stage)
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play("otto< Was möchten Sie ändern? [Ort]")
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play("otto< Was möchten Sie ändern? [Ort]")
