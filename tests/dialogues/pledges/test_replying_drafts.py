"""An answer typed to a check-in is heard whatever else has been begun; a story's words stay with the story."""

import pytest

from bot.domain.pledge import PledgeState
from tests.dialogues.pledges.test_checking import REMINDERS, TICK, latest, promised, until_thursday
from tests.dialogues.pledges.test_pledging import BIKE, PLEDGES, pledges
from tests.dialogues.stories.test_stories import INFORMED
from tests.stage import Stage

BEGUN = """
    > /geschichte
    < Wie heißt Ihre Geschichte?
    > Das Dach ist voll
    < Was haben Sie gemacht?
"""
OPEN = "Noch offen: Ihre Geschichte"


async def asked_days_after_a_story_was_begun(stage: Stage) -> None:
    """The draft is three days old when the check-in arrives."""
    await stage.play(PLEDGES + BEGUN)
    await until_thursday(stage)
    await stage.play("< Kurze Rückmeldung zu Ihrer Zusage")


async def asked_while_a_story_is_told(stage: Stage) -> None:
    """The question for the story's words is an hour old when the check-in arrives."""
    await stage.play(PLEDGES)
    stage.clock.turn(days=3, hours=6)
    await stage.play(BEGUN)
    stage.clock.turn(hours=1)
    await stage.tick(TICK)
    await stage.play("< Kurze Rückmeldung zu Ihrer Zusage")


@pytest.mark.parametrize(
    ("typed", "amount"), [("12 km", 12), ("15", 15), ("keine", 0), ("ja klar, 12 km geradelt", 12)]
)
async def test_over_an_old_draft_the_answer_is_noted(stage: Stage, typed: str, amount: float) -> None:
    await asked_days_after_a_story_was_begun(stage)
    await stage.play(f"""
        > {typed}
        < {"Notiert, danke!" if amount else "Danke für die ehrliche Antwort."} ... {OPEN} [Weitermachen]
        > [Weitermachen]
        < Was haben Sie gemacht?
    """)
    assert (await latest(stage)).amount == amount


async def test_while_a_draft_is_offered_the_answer_is_noted(stage: Stage) -> None:
    await asked_days_after_a_story_was_begun(stage)
    await stage.play(f"""
        > Wie war das noch?
        < Hier liegt noch ein Entwurf: Ihre Geschichte ... Möchten Sie weitermachen?
        > 12 km
        < Notiert, danke! 12 km ... {OPEN}
    """)
    assert (await latest(stage)).amount == 12


async def test_a_yes_to_the_offer_of_a_draft_is_the_draft_s(stage: Stage) -> None:
    await asked_days_after_a_story_was_begun(stage)
    await stage.play("""
        > Wie war das noch?
        < Hier liegt noch ein Entwurf: Ihre Geschichte ... Möchten Sie weitermachen?
        > ja
        < Was haben Sie gemacht?
    """)
    assert (await latest(stage)).answered_at is None


async def test_a_yes_to_a_check_in_that_came_after_the_offer_is_the_check_in_s(stage: Stage) -> None:
    await promised(stage, "autofreier-tag")
    await stage.play(INFORMED)
    await stage.play("""
        < Wie heißt Ihre Geschichte?
        > Das Dach ist voll
        < Was haben Sie gemacht?
    """)
    stage.clock.turn(days=2)
    await stage.play("""
        > Wo waren wir?
        < Hier liegt noch ein Entwurf: Ihre Geschichte
    """)
    stage.clock.turn(days=1, hours=7)
    await stage.tick(TICK)
    await stage.play(f"""
        < Kurze Rückmeldung
        > ja
        < Notiert, danke! ... {OPEN}
    """)
    assert (await latest(stage)).answer == "yes"


@pytest.mark.parametrize("typed", ["zum teil", "hat so halb geklappt"])
async def test_a_part_is_noted_over_an_old_draft(stage: Stage, typed: str) -> None:
    await promised(stage, "autofreier-tag")
    await stage.play(INFORMED)
    await stage.play("""
        < Wie heißt Ihre Geschichte?
        > Das Dach ist voll
        < Was haben Sie gemacht?
    """)
    await until_thursday(stage)
    await stage.play(f"""
        < Kurze Rückmeldung
        > {typed}
        < Notiert, danke! Auch ein Teil zählt ... {OPEN}
    """)
    assert (await latest(stage)).answer == "partly"


async def test_right_under_the_check_in_a_number_is_its_answer(stage: Stage) -> None:
    await asked_while_a_story_is_told(stage)
    await stage.play(f"""
        > 12 km
        < Notiert, danke! 12 km bei „{BIKE}“. ... {OPEN} [Weitermachen]
        > Wir haben Module aufs Dach gelegt.
        < Ihr Tipp
    """)
    assert (await latest(stage)).amount == 12


async def test_a_number_that_is_too_high_is_asked_for_again_and_stays_out_of_the_story(stage: Stage) -> None:
    await asked_while_a_story_is_told(stage)
    await stage.play(f"""
        > 5000 km
        < Das wäre sehr viel. ... {OPEN} [50 km] [Weitermachen]
        > 50 km
        < Notiert, danke! 50 km
    """)


async def test_what_is_told_right_under_a_check_in_stays_with_the_story(stage: Stage) -> None:
    await asked_while_a_story_is_told(stage)
    await stage.play("""
        > Wir haben 12 km Radweg neu markiert und viele haben geholfen.
        < Ihr Tipp: Was ist der erste Schritt für andere?
        <<
    """)
    assert (await latest(stage)).answered_at is None


async def test_once_the_story_has_gone_on_a_number_is_part_of_it(stage: Stage) -> None:
    await asked_while_a_story_is_told(stage)
    await stage.play("""
        > Wir haben alle Wege gezählt.
        < Ihr Tipp
        > 12 km
        < Zu welchem Ziel
    """)
    assert (await latest(stage)).answered_at is None


@pytest.mark.parametrize("old", [True, False])
async def test_pause_pauses_what_was_asked_last(stage: Stage, *, old: bool) -> None:
    await (asked_days_after_a_story_was_begun if old else asked_while_a_story_is_told)(stage)
    await stage.play(f"""
        > pause
        < Pause für „{BIKE}“. ... {OPEN} [Weiter mit der Zusage] [Weitermachen]
        > weitermachen
        < Was haben Sie gemacht?
        > pause
        < Angehalten: Ihre Geschichte
    """)
    (pledge,) = await pledges(stage)
    assert pledge.state is PledgeState.PAUSED


async def test_the_way_out_of_the_story_is_its_own(stage: Stage) -> None:
    await asked_while_a_story_is_told(stage)
    await stage.play("""
        > zurück
        < Wie heißt Ihre Geschichte?
    """)


async def test_after_the_reminder_as_well(stage: Stage) -> None:
    await asked_days_after_a_story_was_begun(stage)
    stage.clock.turn(days=3)
    await stage.tick(REMINDERS)
    await stage.play(f"""
        < Noch offen: {BIKE}
        > 7
        < Notiert, danke! 7 km ... {OPEN}
    """)
    assert (await latest(stage)).amount == 7


async def test_a_reply_to_the_check_in_is_its_answer_whatever_was_asked_since(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play(f"""
        < Kurze Rückmeldung
        {BEGUN}
        > (re: Kurze Rückmeldung) 12 km
        < Notiert, danke! 12 km ... {OPEN}
        > (re: Kurze Rückmeldung) Wir haben Module gelegt.
        < Ihr Tipp
    """)
    assert (await latest(stage)).amount == 12


async def test_in_english(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > /language en
        <
        > /story
        < What is your story called?
        > The roof is full
        < What did you do?
    """)
    await until_thursday(stage)
    await stage.play("""
        < Quick check-in
        > about 12.5 km
        < Noted, thank you! 12.5 km ... Still open: your story. [Continue]
        > pause
        < Paused: your story
    """)
    assert (await latest(stage)).amount == 12.5
