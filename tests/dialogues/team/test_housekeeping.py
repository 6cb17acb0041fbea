"""What has served its purpose is forgotten after the time the notice names."""

from bot.domain.people.consent import Purpose
from tests.dialogues.membership.test_mydata import JOINS_WITH_EVERYTHING, open_purposes
from tests.dialogues.scenes import one_member
from tests.stage import Stage


async def test_the_proof_of_a_yes_taken_back_goes_after_the_time_the_notice_names(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Name in der Liste]
        < Zurückgenommen
    """)

    async def purposes_after(days: int) -> list[Purpose]:
        stage.clock.turn(days=days)
        await stage.tick("tidy")
        return [consent.purpose for consent in (await one_member(stage))[2]]

    assert Purpose.LISTING in await purposes_after(89)
    assert Purpose.LISTING not in await purposes_after(2)
    assert Purpose.NEWS in await open_purposes(stage)
