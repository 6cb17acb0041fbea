"""Making a pledge, and looking after one's own."""

import pytest

from bot.core.ports import Work
from bot.domain.pledge import Pledge, PledgeDraft
from tests.dialogues.stories.test_stories import TELLS, organisers
from tests.stage import Stage

BIKE = "Mit dem Rad oder zu Fuß statt mit dem Auto"

NOTICE = """
    > /zusage
    < Ihre Daten
    > [Einverstanden, weiter]
"""
CHOOSES = f"""
    < Wofür möchten Sie etwas tun? [Ausstoß senken] [Ressourcen schonen]
    > [Ausstoß senken]
    < Welche Zusage passt zu Ihnen? [{BIKE}] [Fahrten teilen]
    > [{BIKE}]
    < Wann oder wo passt es am besten? [Überspringen]
"""
PLEDGES = f"""
    {NOTICE}
    {CHOOSES}
    > Wenn ich dienstags zur Arbeit fahre, nehme ich das Rad.
    < An welchem Tag soll ich fragen? [Donnerstag] [Montag]
    > [Donnerstag]
    < Um wie viel Uhr soll ich fragen? [8 Uhr] [17 Uhr]
    > [17 Uhr]
    < Ihre Zusage: {BIKE} ... Ihr Plan: Wenn ich dienstags ... donnerstags um 17 Uhr. Stimmt das so?
    > [Ja, das sage ich zu]
    < Abgemacht: {BIKE}. Ich frage donnerstags um 17 Uhr, zum ersten Mal am 26. November 2026. [Meine Zusagen]
    <<
"""


async def pledges(stage: Stage, name: str = "") -> list[Pledge]:
    """The pledges of a person that have not ended."""
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat(name))

    def look(work: Work) -> list[Pledge]:
        person, _ = work.people.find(stage.fake.account, [address])[address]
        return list(work.pledges.of(person.id))

    found = await stage.work(look)
    assert isinstance(found, list)
    return found


async def test_a_pledge_is_made_with_a_plan_and_a_rhythm(stage: Stage) -> None:
    await stage.play(PLEDGES)
    (pledge,) = await pledges(stage)
    assert (pledge.entry, pledge.cadence, pledge.weekday, pledge.hour) == ("rad-statt-auto", "weekly", 3, 17)
    assert pledge.next_at is not None
    assert pledge.next_at.isoformat() == "2026-11-26T16:00:00+00:00"


async def test_the_plan_can_be_skipped_and_the_hour_typed(stage: Stage) -> None:
    await stage.play(f"""
        {NOTICE}
        {CHOOSES}
        > [Überspringen]
        < An welchem Tag
        > montag
        < Um wie viel Uhr
        > mittags
        < volle Stunde von 7 bis 21
        > 3 Uhr
        < Um diese Zeit möchte ich niemanden stören.
        > 19:00
        < Ohne festen Plan. ... montags um 19 Uhr
    """)


async def test_the_weekday_is_taken_however_it_is_written(stage: Stage) -> None:
    await stage.play(
        f"{NOTICE}{CHOOSES}\n> [Überspringen]\n< An welchem Tag\n> [Donnerstag]\n< Um wie\n> [17 Uhr]\n< Stimmt"
    )
    for said in ("dienstags", "am Dienstag", "Di", "jeden Dienstag", "on Tuesdays", "Tuesdays", "Tue"):
        await stage.play(f"""
            > [Ändern]
            < Was möchten Sie ändern?
            > [Tag]
            < An welchem Tag
            > {said}
            < dienstags um 17 Uhr. Stimmt das so?
        """)


async def test_a_monthly_pledge_needs_no_weekday(stage: Stage) -> None:
    await stage.play(f"""
        {NOTICE}
        < Wofür
        > [Ausstoß senken]
        < Welche
        > [Die Wohnung ein Grad kühler halten]
        < Wann oder wo
        > [Überspringen]
        < Um wie viel Uhr
        > [8 Uhr]
        < am ersten Werktag im Monat um 8 Uhr
        > [Ja, das sage ich zu]
        < zum ersten Mal am 1. Dezember 2026
    """)


async def test_every_answer_can_be_changed_on_the_summary(stage: Stage) -> None:
    await stage.play(PLEDGES.split("> [Ja, das", maxsplit=1)[0])
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern? [Zusage] [Plan] [Tag] [Uhrzeit]
        > [Tag]
        < An welchem Tag
        > [Freitag]
        < freitags um 17 Uhr
        > [Ändern]
        <
        > [Zusage]
        < Welche Zusage
        > [Fahrten teilen]
        < Ihre Zusage: Fahrten teilen ... freitags um 17 Uhr
    """)


async def test_what_is_promised_already_is_not_offered_again(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > /zusage
        < Wofür
        > [Ausstoß senken]
    """)
    seen = stage.expect("", "Welche Zusage passt zu Ihnen?")
    assert BIKE not in seen.labels
    assert "Fahrten teilen" in seen.labels


async def test_a_reader_only_makes_no_pledge(stage: Stage) -> None:
    await stage.play("""
        > /zusage
        < Ihre Daten
        > [Nur lesen]
        < Ich speichere dafür nur Ihre Chat-Kennung
    """)


async def test_five_pledges_are_enough(stage: Stage) -> None:
    await stage.play(PLEDGES)
    (pledge,) = await pledges(stage)

    def four_more(work: Work) -> None:
        assert pledge.next_at is not None
        for number in range(4):
            draft = PledgeDraft(f"gone-{number}", "", "weekly", 0, 9)
            work.pledges.add(draft, pledge.person, pledge.next_at, pledge.made_at)

    await stage.work(four_more)
    await stage.play("""
        > /zusage
        < Sie haben schon 5 Zusagen. [Meine Zusagen]
        > [Meine Zusagen]
        < Ihre 5 Zusagen. Tippen Sie auf eine: [Mit dem Rad oder zu Fuß statt mit dem Auto]
    """)


async def test_pause_resume_and_end(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play(f"""
        > /meinezusagen
        < {BIKE} ... Ich frage wieder am 26. November 2026 [Pause] [Zusage beenden]
        > [Pause]
        < Pause für „{BIKE}“. Ich frage erst wieder, wenn Sie es möchten. [Weiter mit der Zusage]
        > /meine-zusagen
        < Diese Zusage macht gerade Pause. [Weiter mit der Zusage] [Zusage beenden]
        > [Weiter mit der Zusage]
        < Ich frage wieder am 26. November 2026
        > /my_pledges
        < Ich frage wieder
        > [Zusage beenden]
        < beenden? Ich frage dann nicht mehr. [Ja, beenden] [Nein, behalten]
        > [Nein, behalten]
        < Ich frage wieder
        > [Zusage beenden]
        <
        > [Ja, beenden]
        < ist beendet. Danke für alles, was Sie geschafft haben!
        > /meinezusagen
        < Sie haben gerade keine Zusage. [Neue Zusage]
    """)
    assert await pledges(stage) == []


async def test_a_story_leads_to_a_pledge_of_its_goal(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play(TELLS)
    await stage.play("""
        olga<
        olga> [Freigeben]
        olga<
        <
        > /geschichten
        <
        > [Das Dach ist voll]
        < [Mache ich nach]
        > [Mache ich nach]
        < Welche Zusage passt zu Ihnen? [Mit dem Rad oder zu Fuß statt mit dem Auto]
    """)


async def test_in_english(stage: Stage) -> None:
    await stage.play("""
        > /language en
        <
        > /pledge
        < Your data in brief
        > [Agree, continue]
        < What would you like to do something about?
        > [Cut emissions]
        < Which pledge suits you?
        > [Bike or walk instead of driving]
        < When or where does it fit best?
        > [Skip]
        < On which day
        > [Thursday]
        < At what time
        > 5 pm
        < on Thursdays at 17:00. Is that right? [Yes, I pledge that]
        > [Yes, I pledge that]
        < Agreed: Bike or walk instead of driving. ... for the first time on 26 November 2026.
    """)


@pytest.mark.parametrize("typed", ["weiter", "weitermachen", "fortsetzen"])
async def test_weiter_goes_on_with_the_pledge_that_was_paused_last(stage: Stage, typed: str) -> None:
    await stage.play(PLEDGES)
    await stage.play(f"""
        > anhalten
        < {BIKE} ... [Pause] [Zusage beenden]
        > pausieren
        < Pause für „{BIKE}“. [Weiter mit der Zusage]
        > {typed}
        < Weiter geht es mit „{BIKE}“.
    """)


async def test_in_english_it_goes_on_as_well(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > /language en
        <
        > pause pledge
        < [Pause] [End pledge]
        > [Pause]
        < is paused. [Go on with the pledge]
        > continue
        < goes on. I will ask again
    """)
