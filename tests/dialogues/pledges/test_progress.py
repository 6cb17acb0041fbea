"""How far we are: together first, small groups hidden, measured units before any estimate."""

from tests.dialogues.pledges.test_checking import until_thursday
from tests.dialogues.pledges.test_pledging import PLEDGES
from tests.dialogues.pledges.test_replying import others_answer
from tests.stage import Stage


async def answered(stage: Stage) -> None:
    """A pledge with one answer."""
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        <
        > 10 km
        < 10 km
    """)


async def test_before_anything_is_reported(stage: Stage) -> None:
    await stage.play("""
        > /stand
        < Das Bündnis 2026, auf dem Weg zum Ziel 2040 ... weniger als 5 ... Mit einer Zusage steht hier auch
    """)
    await stage.play(PLEDGES)
    await stage.play("""
        > /stand
        < Ihre Zusage läuft.
    """)


async def test_ones_own_part(stage: Stage) -> None:
    await answered(stage)
    await stage.play("> /progress")
    words = stage.expect("", "Ihr Teil ... 10 km ... rund 1,2 kg CO2e vermieden (Spanne 1 bis 1,7)").words
    assert "Zusagen, bei denen weniger als 5 Menschen mitmachen" in words
    assert "Gemeinsam gemeldet" not in words, "one person is no group"


async def test_groups_of_five_are_shown_together_before_ones_own_part(stage: Stage) -> None:
    await answered(stage)
    await stage.work(lambda work: others_answer(work, stage, 4))
    await stage.play("""
        > /stand
        < Gemeinsam gemeldet: ... statt mit dem Auto: 50 km ... rund 6 kg CO2e ... Ihr Teil ... 10 km
    """)


async def test_the_sum_of_one_person_is_not_shown_because_others_did_nothing(stage: Stage) -> None:
    await answered(stage)
    await stage.work(lambda work: others_answer(work, stage, 4, amount=0.0))
    await stage.play("> /stand")
    words = stage.expect("", "weniger als 5 Menschen mitmachen ... Ihr Teil ... 10 km").words
    assert "Gemeinsam gemeldet" not in words


async def test_in_english(stage: Stage) -> None:
    await stage.play("""
        > /language en
        <
        > /progress
        < The alliance in 2026, on the way to the goal of 2040 ... fewer than 5 ... With a pledge
    """)
