"""Finding members: each that is found is in a message of its own, and what names one goes with an erasure."""

from tests.dialogues.scenes import JOINS, in_the_ledger
from tests.dialogues.stories.test_stories import by
from tests.dialogues.team.test_resting import RESTS, begun
from tests.stage import Stage


async def test_whoever_is_erased_is_named_no_more_where_the_team_decided_about_them(stage: Stage) -> None:
    await begun(stage)
    await stage.play(RESTS)
    await stage.play("""
        otto> /pausieren Lea
        otto<
        otto> [Lea (LÖ-2026-0001)]
        otto< Diese Mitgliedschaft ruht
        otto> [Wieder aufnehmen]
        otto< Die Mitgliedschaft von Lea ruht nicht mehr.
        < Ihre Mitgliedschaft ruht nicht mehr.
    """)
    assert "Lea" in await in_the_ledger(stage)
    await stage.play("""
        > /loeschen
        < [Ja, alles löschen]
        > [Ja, alles löschen]
        < Ihre Daten sind gelöscht.
    """)
    assert "Lea" not in await in_the_ledger(stage)


async def test_of_several_found_an_erasure_takes_only_the_one_erased(stage: Stage) -> None:
    await begun(stage)
    await stage.play(by("lena", JOINS.replace("> Lea\n", "> Lena\n")))
    await stage.play("""
        otto> /pausieren Le
        otto< Welches Mitglied ist gemeint? ... Privatperson, Steinen [Lea (LÖ-2026-0001)]
        otto< Privatperson, Steinen [Lena (LÖ-2026-0002)]
        otto> [Lea (LÖ-2026-0001)]
        otto< Lea (Privatperson, Steinen)
        > /loeschen
        < [Ja, alles löschen]
        > [Ja, alles löschen]
        < Ihre Daten sind gelöscht.
    """)
    left = await in_the_ledger(stage)
    assert ("Lea" in left, "Lena" in left) == (False, True)
