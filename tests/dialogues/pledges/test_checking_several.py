"""Several pledges that are due: one question comes by itself, the others follow its answer, or on another day."""

import pytest

from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.pledges.test_checking import REMINDERS, TICK, promised, until_thursday
from tests.dialogues.pledges.test_pledging import BIKE, PLEDGES
from tests.dialogues.scenes import announce
from tests.stage import Stage

OTHER, THIRD = "autofreier-tag", "regional-saisonal"
CAR, FOOD = "Ein autofreier Tag", "Regional und saisonal"


async def are_due(stage: Stage, *others: str) -> None:
    """These, and the one of the transcript, an hour after them; it is Thursday."""
    await stage.play(PLEDGES)
    for entry in others:
        await promised(stage, entry)
    await until_thursday(stage)


def limited(stage: Stage, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    announcing = stage.alliance.announcing.__class__(unasked_per_week=most)
    monkeypatch.setattr(type(stage.alliance), "announcing", announcing, raising=False)


async def test_the_next_follows_the_answer_until_none_is_left(stage: Stage) -> None:
    await are_due(stage, OTHER, THIRD)
    await stage.tick(TICK)
    await stage.play(f"""
        < Kurze Rückmeldung ... {CAR} [Ja, geschafft] [Zum Teil] [Diesmal nicht]
        <<
        > [Ja, geschafft]
        < Notiert, danke! ... Noch eine Rückmeldung, danach eine weitere: {FOOD} [Ja, geschafft] [Diesmal nicht]
        <<
        > [Diesmal nicht]
        < Danke für die ehrliche Antwort. ... Noch eine Rückmeldung: {BIKE} ... Ihr Plan war: Wenn ich [5 km] [20 km]
        > [5 km]
        < Notiert, danke! 5 km
        <<
    """)
    stage.clock.turn(hours=1)
    await stage.tick(TICK)
    await stage.play("<<")


async def test_a_pause_brings_the_next_one_too(stage: Stage) -> None:
    await are_due(stage, OTHER)
    await stage.play(f"""
        < Kurze Rückmeldung ... {CAR}
        > pause
        < Pause für ... Noch eine Rückmeldung: {BIKE}
        <<
    """)


async def test_without_an_answer_the_next_one_comes_a_day_later_and_reminders_one_by_one(stage: Stage) -> None:
    await are_due(stage, OTHER)
    await stage.play(f"< Kurze Rückmeldung ... {CAR}")
    stage.clock.turn(hours=3)
    await stage.tick(TICK)
    await stage.play("<<")
    stage.clock.turn(hours=21)
    await stage.tick(TICK)
    await stage.play(f"< Kurze Rückmeldung ... {BIKE}")
    stage.clock.turn(days=3)
    await stage.tick(REMINDERS)
    await stage.play(f"""
        < Noch offen: ... {CAR}
        <<
    """)
    stage.clock.turn(hours=23)
    await stage.tick(REMINDERS)
    await stage.play("<<")
    stage.clock.turn(hours=1)
    await stage.tick(REMINDERS)
    await stage.play(f"< Noch offen: ... {BIKE}")


async def test_whoever_answered_in_the_morning_is_asked_about_the_evenings_pledge_in_the_evening(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await promised(stage, OTHER)
    stage.clock.turn(days=3, hours=6)
    await stage.tick(TICK)
    await stage.play(f"""
        < Kurze Rückmeldung ... {CAR}
        > [Ja, geschafft]
        < Notiert, danke!
        <<
    """)
    stage.clock.turn(hours=1)
    await stage.tick(TICK)
    await stage.play(f"< Kurze Rückmeldung ... {BIKE}")


async def test_of_a_weekly_number_check_ins_come_one_a_week_and_none_starves(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(stage, monkeypatch, 1)
    await are_due(stage, OTHER)
    await stage.play(f"< Kurze Rückmeldung ... {CAR}")
    for _ in range(6):
        stage.clock.turn(days=1)
        await stage.tick(TICK)
        await stage.tick(REMINDERS)
    await stage.play("<<")
    stage.clock.turn(days=1)
    await stage.tick(TICK)
    await stage.play(f"""
        < Kurze Rückmeldung ... {BIKE}
        <<
    """)


async def test_announcements_come_bundled_where_check_ins_have_used_up_the_weekly_number(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But news hold no check-in back: it was ordered by whoever made the pledge."""
    limited(stage, monkeypatch, 1)
    await stage.play(FOLLOWS)
    await promised(stage, OTHER)
    await announce(stage, "Am Montag.")
    await stage.play("< Am Montag.")
    await until_thursday(stage)
    await stage.play(f"""
        < Kurze Rückmeldung ... {CAR}
        > [Ja, geschafft]
        < Notiert, danke!
    """)
    stage.clock.turn(days=5)
    await announce(stage, "Am Dienstag.")
    await stage.play("<<")
    stage.clock.turn(days=2, minutes=1)
    await stage.tick("digests")
    await stage.play("< Am Dienstag.")
