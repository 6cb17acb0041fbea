"""The demo's own command: time goes on when somebody wants it, at night and as often as they like."""

import tomllib
from datetime import timedelta

import pytest

from bot.commands import inventing
from bot.core.routing import Routes
from bot.domain.story import Scope
from config.profile import CASTS
from handlers import ROUTES
from tests.dialogues.pledges.test_checking import TICK
from tests.dialogues.pledges.test_pledging import BIKE, PLEDGES, pledges
from tests.stage import Stage


@pytest.fixture
def stage(stage: Stage) -> Stage:
    """The stage with the demo's command."""
    stage.routes = Routes((*ROUTES, *inventing.ROUTES))
    stage.__post_init__()
    return stage


async def test_time_passes_at_night_and_again_on_the_same_day(stage: Stage) -> None:
    await stage.play(PLEDGES)
    stage.clock.turn(hours=13)  # 23:00 in Lörrach
    for answer in ("5 km", "20 km"):
        await stage.play(f"""
            > /vorspulen
            < Vorgespult. Gleich frage ich nach Ihrer Zusage.
            < Kurze Rückmeldung zu Ihrer Zusage {BIKE} ... [5 km] [20 km] [Diesmal nichts]
            > [{answer}]
            < Notiert, danke!
            <<
        """)
    (pledge,) = await pledges(stage)
    assert pledge.next_at is not None
    assert pledge.next_at > stage.clock.now() + timedelta(days=14), "what was asked about lies behind, in the demo"
    await stage.tick(TICK)
    await stage.play("<<")


async def test_who_answers_nothing_is_offered_a_pause_and_told_of_it(stage: Stage) -> None:
    await stage.play(PLEDGES)
    for _ in range(3):
        await stage.play("""
            > /vorspulen
            < Vorgespult.
            < Kurze Rückmeldung
        """)
    await stage.play("""
        > /vorspulen
        < Vorgespult.
        < [Weiter fragen]
        > /vorspulen
        < Ihre Zusagen machen gerade Pause. Mit /meinezusagen geht es weiter.
    """)


async def test_without_a_pledge_there_is_nothing_to_wait_for(stage: Stage) -> None:
    await stage.play("""
        > /vorspulen
        < Sie haben noch keine Zusage.
    """)


async def test_the_demo_is_full_of_people_and_stories_that_are_marked_as_invented(stage: Stage) -> None:
    cast = tomllib.loads((CASTS / f"{stage.alliance.id}.toml").read_text("utf-8"))
    await inventing.invent(stage.store, stage.alliance, stage.texts, stage.clock.now())
    members = await stage.store.read(lambda work: work.members.listed())
    stories = await stage.store.read(lambda work: work.stories.count_approved(list(Scope)))
    assert len(members) == len(cast["member"])
    assert all("erfunden" in member.name for member in members)
    assert stories == sum(not story.get("waits") for story in cast["story"]) > 0
