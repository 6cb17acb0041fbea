"""Check-ins: asked when due, answered by a tap or by typing, reminded once, silent after three."""

from dataclasses import replace
from datetime import timedelta

from bot.core.ports import Work
from bot.domain.pledge import CheckIn, PledgeDraft, PledgeState
from tests.dialogues.test_pledging import BIKE, PLEDGES, pledges
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
        < Notiert, danke! 20 km bei „{BIKE}“. ... rund 2,4 kg CO2 vermieden (Spanne 2 bis 3,3).
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


async def test_a_number_can_be_typed_in_german_notation(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > ca. 12,5 km
        < Notiert, danke! 12,5 km
    """)
    assert (await latest(stage)).amount == 12.5


async def test_a_small_number_is_an_amount_and_not_the_number_of_a_choice(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > 3
        < Notiert, danke! 3 km
    """)


async def test_another_number_is_asked_for(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > [Andere Zahl]
        < Wie viel war es? Bitte schreiben Sie die Zahl (km).
        > viele
        < nicht als Zahl verstanden
        > 9999
        < Das wäre sehr viel. Ich kann bis 500 km notieren.
        > 35
        < Notiert, danke! 35 km
    """)


async def test_too_much_is_questioned_kindly_when_typed(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > 5000 km
        < Das wäre sehr viel.
        > 50 km
        < 50 km
    """)


async def test_nothing_this_time_is_a_good_answer(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > leider nichts
        < Danke für die ehrliche Antwort. Nächstes Mal klappt es vielleicht.
        <<
    """)
    assert (await latest(stage)).answer == "none"


async def test_words_that_are_no_answer_are_not_taken_as_one(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > Wann ist denn das nächste Treffen vom Bündnis?
        <
    """)
    assert (await latest(stage)).answered_at is None


async def test_an_answer_can_be_corrected_on_the_same_day_only(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    seen = stage.expect("", "Kurze Rückmeldung")
    assert "50 km" in seen.labels
    question = (await latest(stage)).id
    await stage.play("""
        > 10 km
        < 10 km
    """)
    again = await stage.work(lambda work: work.pledges.answer(question, "amount", 20, stage.clock.now()))
    assert again is True
    stage.clock.turn(days=1)
    later = await stage.work(lambda work: work.pledges.answer(question, "amount", 50, stage.clock.now()))
    assert later is False


async def test_yes_partly_no(stage: Stage) -> None:
    await promised(stage, "autofreier-tag")
    await until_thursday(stage)
    await stage.play("""
        < Gab es diese Woche einen Tag ganz ohne Auto? [Ja, geschafft] [Zum Teil] [Diesmal nicht] [Pause]
        > [Zum Teil]
        < Notiert, danke! Auch ein Teil zählt
        <<
    """)
    stage.clock.turn(days=7)
    await stage.tick(TICK)
    await stage.play("""
        < Gab es diese Woche
        > jo
        < Notiert, danke! „Ein autofreier Tag in der Woche“ hat geklappt.
        <<
    """)
    stage.clock.turn(days=7)
    await stage.tick(TICK)
    await stage.play("""
        < Gab es diese Woche
        > [Diesmal nicht]
        < Danke für die ehrliche Antwort.
        <<
    """)


async def test_a_measured_number_may_follow_a_yes(stage: Stage) -> None:
    await promised(stage, "nachtabsenkung-gebaeude")
    await until_thursday(stage)
    await stage.play("""
        < Wurde die Heizung [Ja, geschafft]
        > [Ja, geschafft]
        < Notiert ... Haben Sie es gemessen? [250 kWh] [Andere Zahl]
        > 300 kWh
        < Notiert, danke! 300 kWh ... rund 60 kg CO2 vermieden (Spanne 11 bis 81).
    """)
    answered = await latest(stage)
    assert (answered.answer, answered.amount) == ("yes", 300)


async def test_a_finished_milestone_offers_to_complete_the_pledge(stage: Stage) -> None:
    await promised(stage, "oekostrom")
    await until_thursday(stage)
    await stage.play("""
        < Wie weit sind Sie [Noch nicht begonnen] [In Planung] [Fertig]
        > [Fertig]
        < Fertig, herzlichen Glückwunsch! [Zusage abschließen]
        > [Zusage abschließen]
        < beenden? [Ja, beenden]
    """)


async def test_a_story_answer_leads_to_telling_it(stage: Stage) -> None:
    await promised(stage, "geschichte-teilen")
    await until_thursday(stage)
    await stage.play("""
        < Gibt es aus dem letzten Quartal eine Geschichte [Ja, jetzt erzählen] [Später erinnern]
        > [Später erinnern]
        < Ich frage in ein paar Tagen noch einmal.
    """)
    stage.clock.turn(days=3, minutes=1)
    await stage.tick(REMINDERS)
    await stage.play("""
        < Noch offen [Ja, jetzt erzählen]
        > [Ja, jetzt erzählen]
        < Ihre Daten, kurz gesagt
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


async def test_the_alliances_result_comes_first_from_five_people_on(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.work(lambda work: others_answer(work, stage, 4))
    await stage.play("""
        < Kurze Rückmeldung
        > 10 km
        < Diese Woche waren es schon 5 Rückmeldungen aus dem Bündnis. ... Notiert, danke! 10 km
    """)


async def test_results_of_fewer_than_five_people_are_hidden(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.work(lambda work: others_answer(work, stage, 3))
    await stage.play("""
        < Kurze Rückmeldung
        > 10 km
    """)
    assert "Diese Woche" not in stage.expect("", "Notiert, danke! 10 km").words


def others_answer(work: Work, stage: Stage, count: int) -> None:
    """Other people answer the same check-in today."""
    now = stage.clock.now()
    for number in range(count):
        person, _ = work.people.meet("other:1", f"other-{number}", "de", now)
        pledge = work.pledges.add(PledgeDraft("rad-statt-auto", "", "weekly", 3, 17), person.id, now, now)
        check_in = work.pledges.open_check_in(pledge.id, now.date(), now + timedelta(days=7), now)
        assert check_in is not None
        work.pledges.answer(check_in.id, "amount", 10.0, now)


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
        < Noted, thank you! 1.5 km ... About 0.18 kg of CO2 avoided, estimated (range 0.15 to 0.25).
    """)
