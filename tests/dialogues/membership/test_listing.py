"""Being shown in the public list of members: what a press says is what holds."""

from tests.dialogues.scenes import JOINS, press
from tests.stage import Stage


async def test_a_no_after_the_yes_does_not_deny_it(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /meinedaten
        < [Zustimmen: Name in der Liste]
        > [Zustimmen: Name in der Liste]
        < Dürfen wir Lea in der Liste der Mitglieder zeigen?
        > [Ja, gern zeigen]
        < Lea steht jetzt in der öffentlichen Liste.
    """)
    await press(stage, "", "list-me-not")
    await stage.play("< Lea steht jetzt in der öffentlichen Liste. [Meine Daten]")
