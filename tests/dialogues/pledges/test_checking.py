"""Check-ins: asked when due, answered by a tap or by typing, reminded once, silent after three."""

from dataclasses import replace
from datetime import timedelta

from bot.core.ports import Work
from bot.domain.pledge import CheckIn, PledgeDraft, PledgeState
from tests.dialogues.pledges.test_pledging import BIKE, PLEDGES, pledges
from tests.dialogues.scenes import press
from tests.stage import Stage

TICK, REMINDERS = "check-ins", "check-in-reminders"


async def until_thursday(stage: Stage) -> None:
    """From Monday morning to Thursday, 17:00 in Lörrach."""
    stage.clock.turn(days=3, hours=7)
    await stage.tick(TICK)


async def promised(stage: Stage, entry: str) -> None:
    """Another pledge than the one in the transcript, due on Thursday."""
    await stage.play("""
        > /start
        <
    """)
    address = next(iter(stage.addresses))

    def add(work: Work) -> None:
        person, _ = work.people.find(stage.fake.account, [address])[address]
        due = stage.clock.now() + timedelta(days=3, hours=6)
        work.pledges.add(PledgeDraft(entry, "", stage.alliance.pledge(entry).cadence, 3, 16), person.id, due, due)

    await stage.work(add)


async def latest(stage: Stage) -> CheckIn:
    """The newest check-in of the default person's only pledge."""
    (pledge,) = await pledges(stage)
    found = await stage.work(lambda work: work.pledges.latest(pledge.id))
    assert isinstance(found, CheckIn)
    return found


async def test_nothing_is_asked_before_it_is_due(stage: Stage) -> None:
    await stage.play(PLEDGES)
    stage.clock.turn(days=3, hours=6)
    await stage.tick(TICK)
    await stage.play("<<")


async def test_a_check_in_is_answered_by_one_tap(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play(f"""
        < Kurze Rückmeldung zu Ihrer Zusage {BIKE} ... Ihr Plan war: Wenn ich dienstags [5 km] [20 km] [Diesmal nichts]
        <<
        > [20 km]
        < Notiert, danke! 20 km bei „{BIKE}“. ... rund 2,4 kg CO2e vermieden (Spanne 2 bis 3,3).
        <<
    """)
    answered = await latest(stage)
    assert (answered.answer, answered.amount) == ("amount", 20)


async def test_it_is_asked_only_once_however_often_the_tick_runs(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.tick(TICK)
    await stage.play("""
        < Kurze Rückmeldung
        <<
    """)


async def test_a_reminder_comes_once_after_three_days(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("< Kurze Rückmeldung")
    stage.clock.turn(days=2, hours=23)
    await stage.tick(REMINDERS)
    await stage.play("<<")
    stage.clock.turn(hours=2)
    await stage.tick(REMINDERS)
    await stage.tick(REMINDERS)
    await stage.play(f"""
        < Noch offen: {BIKE} ... Ein Tipp auf einen Knopf genügt. [10 km]
        <<
        > [10 km]
        < Notiert, danke! 10 km
    """)


async def test_whoever_has_answered_is_not_reminded(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > 7
        < 7 km
    """)
    stage.clock.turn(days=4)
    await stage.tick(REMINDERS)
    await stage.play("<<")


async def test_after_three_unanswered_the_bot_goes_silent_until_asked(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    for _ in range(3):
        await stage.play("< Kurze Rückmeldung")
        stage.clock.turn(days=7)
        await stage.tick(TICK)
    await stage.play("""
        < Gerade viel los? ... frage ich erst wieder, wenn Sie es möchten. [Weiter fragen] [Pause] [Zusage beenden]
    """)
    stage.clock.turn(days=21)
    await stage.tick(TICK)
    await stage.tick(REMINDERS)
    await stage.play("""
        <<
        > [Weiter fragen]
        < Weiter geht es
        <<
    """)
    stage.clock.turn(days=7)
    await stage.tick(TICK)
    await stage.play("< Kurze Rückmeldung")


async def test_going_on_twice_leaves_no_week_out(stage: Stage) -> None:
    await stage.play(PLEDGES)
    (pledge,) = await pledges(stage)
    for _ in "12":
        await press(stage, "", "pledge-resume", pledge.id)
        await stage.play("< Weiter geht es ... 26. November")
    (after,) = await pledges(stage)
    assert after.next_at == pledge.next_at


async def test_pause_under_a_check_in(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > pause
        < Pause für
    """)
    (pledge,) = await pledges(stage)
    assert pledge.state is PledgeState.PAUSED
    stage.clock.turn(days=30)
    await stage.tick(TICK)
    await stage.play("<<")


async def test_weeks_without_the_bot_bring_one_question_and_not_many(stage: Stage) -> None:
    await stage.play(PLEDGES)
    stage.clock.turn(days=24, hours=7)
    await stage.tick(TICK)
    await stage.play("""
        < Kurze Rückmeldung
        <<
    """)


async def test_at_night_nothing_is_asked(stage: Stage) -> None:
    await stage.play(PLEDGES)
    stage.clock.turn(days=3, hours=17)
    await stage.tick(TICK)
    await stage.play("<<")
    stage.clock.turn(hours=6)
    await stage.tick(TICK)
    await stage.play("< Kurze Rückmeldung")


async def test_a_pledge_that_left_the_catalogue_rests(stage: Stage) -> None:
    await stage.play(PLEDGES)
    smaller = tuple(entry for entry in stage.alliance.catalogue if entry.id != "rad-statt-auto")
    stage.conversation._alliance = replace(stage.alliance, catalogue=smaller)
    await until_thursday(stage)
    await stage.play("""
        < Eine Ihrer Zusagen steht nicht mehr im Katalog. [Neue Zusage]
        <<
    """)


async def test_in_english(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > /language en
        <
    """)
    await until_thursday(stage)
    await stage.play("""
        < Quick check-in on your pledge Bike or walk instead of driving [20 km] [Nothing this time]
        > about 1.5 kilometres
        < Noted, thank you! 1.5 km ... About 0.18 kg of CO2e avoided, estimated (range 0.15 to 0.25).
    """)


async def test_a_late_pause_does_not_bring_an_ended_pledge_back(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    (pledge,) = await pledges(stage)
    await stage.work(lambda work: work.pledges.set_state(pledge.id, PledgeState.ENDED, None))
    await stage.play("""
        < Kurze Rückmeldung
        > [Pause]
        <
    """)
    assert await pledges(stage) == []
