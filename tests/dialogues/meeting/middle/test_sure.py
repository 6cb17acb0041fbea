"""What cannot be undone: its choices close together with the first one taken, and after an hour by themselves."""

from bot.domain.pledge import PledgeState
from tests.dialogues.membership.test_leaving import what_is_left
from tests.dialogues.pledges.test_pledging import PLEDGES, pledges
from tests.dialogues.scenes import JOINS
from tests.dialogues.test_foreign import seal
from tests.stage import Stage

ASKS = """
    > /loeschen
    < Soll ich wirklich alles löschen? [Ja, alles löschen] [Nein, behalten]
"""
CLOSED = """
    < Diese Frage ist nicht mehr offen. Es hat sich nichts geändert.
    <<
"""


async def is_still_there(stage: Stage) -> bool:
    members, known, _ = await what_is_left(stage)
    return members == 1 and known


async def test_fault_14_after_a_no_the_old_yes_erases_nobody(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play(ASKS)
    old = stage.seat("").takes("Ja, alles löschen")
    await stage.play("""
        > [Nein, behalten]
        < Es bleibt alles, wie es ist.
    """)
    await stage.hear("", old)
    await stage.play(CLOSED)
    assert await is_still_there(stage)


async def test_fault_14_weeks_later_the_old_yes_erases_nobody(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play(ASKS)
    stage.clock.turn(hours=1, seconds=1)
    await stage.play("> [Ja, alles löschen]")
    await stage.play(CLOSED)
    assert await is_still_there(stage)


async def test_fault_14_the_words_typed_are_no_way_around(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play(ASKS)
    stage.clock.turn(days=21)
    await stage.play("> ja, alles löschen")
    await stage.play(CLOSED)
    assert await is_still_there(stage)


async def test_fault_14_no_button_from_before_the_rule_erases_anybody(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.hear("", await seal(stage, "", "erase"))
    await stage.play(CLOSED)
    assert await is_still_there(stage)


async def test_whoever_asks_anew_is_asked_anew(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play(ASKS)
    await stage.play("""
        > [Nein, behalten]
        <
    """)
    await stage.play(ASKS)
    await stage.play("""
        > [Ja, alles löschen]
        < Erledigt. Ihre Daten sind gelöscht.
    """)
    assert not await is_still_there(stage)


async def test_fault_14_a_pledge_that_was_kept_does_not_end_by_an_old_button(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > /meinezusagen
        < [Zusage beenden]
        > [Zusage beenden]
        < [Ja, beenden] [Nein, behalten]
    """)
    old = stage.seat("").takes("Ja, beenden")
    await stage.play("""
        > [Nein, behalten]
        < [Zusage beenden]
    """)
    await stage.hear("", old)
    await stage.play(CLOSED)
    (pledge,) = await pledges(stage)
    assert pledge.state is PledgeState.ACTIVE
