"""Answers to check-ins: tapped or typed, kept, and thanked for."""

from datetime import timedelta

from bot.core.ports import Work
from bot.domain.pledge import PledgeDraft
from tests.dialogues.pledges.test_checking import REMINDERS, TICK, latest, promised, until_thursday
from tests.dialogues.pledges.test_pledging import PLEDGES
from tests.stage import Stage


async def test_a_number_can_be_typed_in_german_notation(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > ca. 12,5 km
        < Notiert, danke! 12,5 km
    """)
    assert (await latest(stage)).amount == 12.5


async def test_one_of_a_thing_is_named_in_the_singular(stage: Stage) -> None:
    await promised(stage, "essen-ohne-fleisch")
    await until_thursday(stage)
    await stage.play("""
        < Bei wie vielen Hauptmahlzeiten [1 Mahlzeit] [3 Mahlzeiten]
        > [1 Mahlzeit]
        < Notiert, danke! 1 Mahlzeit bei
        > /stand
    """)
    assert "1 Mahlzeiten" not in stage.expect("", "Ihr Teil").words


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


async def test_a_yes_where_a_number_is_asked_for_is_welcomed_and_asks_how_much(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > ja
        < Schön! Wie viele km waren es? [5 km] [50 km] [Andere Zahl]
        <<
    """)
    assert (await latest(stage)).answered_at is None
    await stage.play("""
        > 3
        < Notiert, danke! 3 km
    """)
    assert (await latest(stage)).amount == 3


async def test_a_yes_with_its_number_is_one_answer(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > Ja, es waren 12 km!
        < Notiert, danke! 12 km
    """)


async def test_a_no_where_a_number_is_asked_for_is_nothing_this_time(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await until_thursday(stage)
    await stage.play("""
        < Kurze Rückmeldung
        > nein
        < Danke für die ehrliche Antwort.
        <<
    """)
    answered = await latest(stage)
    assert (answered.answer, answered.amount) == ("none", 0)


async def test_yes_and_no_to_a_number_in_english(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > /language en
        <
    """)
    await until_thursday(stage)
    await stage.play("""
        < Quick check-in
        > Yes
        < Great! How many km? [5 km] [Other number]
        > no
        < Thank you for the honest answer.
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
        < Notiert, danke! 300 kWh ... rund 60 kg CO2e vermieden (Spanne 11 bis 81).
    """)
    answered = await latest(stage)
    assert (answered.answer, answered.amount) == ("yes", 300)


async def test_yes_and_no_to_having_measured_it_leave_the_answer_as_it_is(stage: Stage) -> None:
    await promised(stage, "nachtabsenkung-gebaeude")
    await until_thursday(stage)
    await stage.play("""
        < Wurde die Heizung [Zum Teil]
        > [Zum Teil]
        < Haben Sie es gemessen? [250 kWh] [Andere Zahl]
        > nein
        < In Ordnung. Es ist schon alles notiert.
        > ja
        < Schön! Wie viele kWh waren es? [250 kWh] [Andere Zahl]
        > 300
        < Notiert, danke! 300 kWh
    """)
    answered = await latest(stage)
    assert (answered.answer, answered.amount) == ("partly", 300)


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


def others_answer(work: Work, stage: Stage, count: int, amount: float = 10.0) -> None:
    """Other people answer the same check-in today."""
    now = stage.clock.now()
    for number in range(count):
        person, _ = work.people.meet("other:1", f"other-{number}", "de", now)
        pledge = work.pledges.add(PledgeDraft("rad-statt-auto", "", "weekly", 3, 17), person.id, now, now)
        check_in = work.pledges.open_check_in(pledge.id, now.date(), now + timedelta(days=7), now)
        assert check_in is not None
        work.pledges.answer(check_in.id, "amount", amount, now)
