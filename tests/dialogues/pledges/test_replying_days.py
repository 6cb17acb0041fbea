"""Answers to check-ins that are not yet the end, and those around midnight."""

from datetime import timedelta

from tests.dialogues.pledges.test_checking import promised, until_thursday
from tests.dialogues.pledges.test_pledging import PLEDGES
from tests.dialogues.pledges.test_replying import latest
from tests.stage import Stage


async def test_a_milestone_under_way_is_not_called_done(stage: Stage) -> None:
    await promised(stage, "oekostrom")
    await until_thursday(stage)
    await stage.play("""
        < Wie weit sind Sie
        > [In Planung]
        < ist auf dem Weg.
        <<
    """)


async def test_around_midnight_the_day_is_the_alliances(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    stage.expect("", "Kurze Rückmeldung")
    question, at = (await latest(stage)).id, stage.clock.now()
    before = at.replace(hour=22, minute=30)  # 23:30 in Lörrach
    for moment, taken in ((before, True), (before + timedelta(hours=1), False)):
        answered = await stage.work(lambda work, at=moment: work.pledges.answer(question, "amount", 5, at))
        assert answered is taken
