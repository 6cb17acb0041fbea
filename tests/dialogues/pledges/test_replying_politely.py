"""A no to a check-in as kind people write it."""

from tests.dialogues.pledges.test_checking import TICK, promised, until_thursday
from tests.dialogues.pledges.test_pledging import PLEDGES
from tests.stage import Stage

POLITE = ("diesmal leider nicht", "leider nicht", "not this time, sorry", "Heute leider nicht.")


async def test_a_polite_no_is_a_no(stage: Stage) -> None:
    await promised(stage, "autofreier-tag")
    await until_thursday(stage)
    for said in POLITE:
        await stage.play(f"""
            < Gab es diese Woche
            > {said}
            < Danke für die ehrliche Antwort.
            <<
        """)
        stage.clock.turn(days=7)
        await stage.tick(TICK)


async def test_a_polite_no_to_a_number_is_nothing_this_time(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    for said in POLITE:
        await stage.play(f"""
            < Kurze Rückmeldung
            > {said}
            < Danke für die ehrliche Antwort.
            <<
        """)
        stage.clock.turn(days=7)
        await stage.tick(TICK)
