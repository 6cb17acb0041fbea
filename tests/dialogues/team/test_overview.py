"""What organisers see at a glance, and the members as a file."""

import csv
import io

from tests.dialogues.scenes import JOINS
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import TELLS, organisers
from tests.dialogues.test_foreign import press
from tests.stage import Stage

COMPANY = """
    ben> /mitmachen
    ben<
    ben> [Einverstanden, weiter]
    ben<
    ben> [Unternehmen]
    ben<
    ben> =HYPERLINK("x") GmbH
    ben<
    ben> Ben Muster
    ben<
    ben> Inhaber
    ben<
    ben> [Außerhalb]
    ben<
    ben> ja
    ben<
    ben> nein
    ben<
    ben> nein
    ben<
    ben> [Ja, beitreten]
    ben<
"""


async def test_counts_and_what_waits_with_the_way_there(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await stage.play(TELLS)
    await stage.play("olga<")
    await stage.play(JOINS.replace("< Ihre Daten\n    > [Einverstanden, weiter]\n", ""))
    await stage.play("""
        > /frage Wann ist das Treffen?
        <
        olga<
        olga> /ueberblick
    """)
    stage.expect(
        "olga",
        "Überblick am 23. November 2026 ... Mitglieder: 1 ... In 30 Tagen: 1 neu, 0 ausgetreten"
        " ... Nur Nachrichten, ohne Mitgliedschaft: 0 ... Städte und Gemeinden mit Mitgliedern: 1 von 35"
        " ... Geschichten: 0 freigegeben, 1 wartend, 0 in Rückfrage ... Offene Fragen: 1 ... Laufende Zusagen: 0"
        " ... Rückmeldungen in 30 Tagen: 0 von 0 ... Nachrichten: 0 unterwegs, 0 geplant"
        " ... Das wartet auf eine Entscheidung: ... Geschichten: 1, /warteschlange ... Fragen ans Team: 1, /team-fragen"
        " [Geschichten prüfen] [Fragen beantworten] [Mitglieder als Datei (CSV)]",
    )
    await stage.play("""
        olga> [Geschichten prüfen]
        olga< Eine Geschichte wartet.
    """)


async def test_an_editor_sees_the_counts_and_only_the_ways_open_to_the_role(stage: Stage) -> None:
    await organisers(stage, eddi="editor")
    await stage.play("eddi> /überblick")
    seen = stage.expect("eddi", "Mitglieder: 0 ... Laufende Zusagen: 0 ... Nichts wartet auf eine Entscheidung.")
    assert "Mitglieder als Datei (CSV)" not in seen.labels


async def test_nobody_else_sees_it(stage: Stage) -> None:
    await stage.play("""
        > /ueberblick
        < Das kann nur das Team
    """)


async def test_an_owner_gets_the_members_as_a_file_without_formulas(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await stage.play(JOINS)
    await stage.play(COMPANY)
    await stage.play("""
        olga> /ueberblick
        olga< Mitglieder: 2 [Mitglieder als Datei (CSV)]
        olga> [Mitglieder als Datei (CSV)]
        olga< Soll ich alle Mitglieder als Datei schicken? Es sind 2. [Ja, Datei schicken] [Nein, lieber nicht]
        olga> [Ja, Datei schicken]
    """)
    seen = stage.expect("olga", "Hier ist die Datei.")
    rows = list(csv.reader(io.StringIO(seen.file.decode("utf-8-sig"), newline=""), delimiter=";"))
    nowhere = "außerhalb oder nicht genannt"
    assert rows == [
        ["Mitgliedsnummer", "Art", "Name", "Organisation", "Ort", "In der Liste", "Seit"],
        ["LÖ-2026-0001", "Privatperson", "Lea", "", "Steinen", "nein", "2026-11-23"],
        ["LÖ-2026-0002", "Unternehmen", "Ben Muster", '\'=HYPERLINK("x") GmbH', nowhere, "nein", "2026-11-23"],
    ]
    assert await deeds(stage) == ["members-exported"]


async def test_a_moderator_is_not_given_the_file(stage: Stage) -> None:
    await organisers(stage, otto="moderator")
    await press(stage, "otto", "members-exported")
    await stage.play("otto< Das kann im Team nur die Leitung")


async def test_in_english(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await stage.play(JOINS)
    await stage.play("""
        > /frage Wann ist das Treffen?
        <
        olga<
        olga> /language en
        olga<
        olga> /overview
        olga< Overview on 23 November 2026 ... Members: 1 ... In 30 days: 1 new, 0 left ... Open questions: 1
    """)
