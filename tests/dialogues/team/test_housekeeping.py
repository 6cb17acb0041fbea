"""What has served its purpose is forgotten after the time the notice names."""

from dataclasses import replace

from bot.domain.people.consent import Purpose
from tests.dialogues.membership.test_mydata import JOINS_WITH_EVERYTHING, open_purposes
from tests.dialogues.scenes import one_member, person
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


async def test_who_belongs_to_nothing_here_is_erased_after_the_silence_the_notice_names(stage: Stage) -> None:
    notice = replace(stage.alliance.notice, dormant_days=30)
    stage = replace(stage, alliance=replace(stage.alliance, notice=notice))
    await stage.play("""
        > /start
        <
    """)
    known, _ = await person(stage)
    for days, gone in ((29, False), (2, True)):
        stage.clock.turn(days=days)
        await stage.tick("tidy")
        found = await stage.work(lambda work: work.people.get(known.id))
        assert (found is None) is gone, days
