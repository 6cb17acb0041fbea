"""Wishes about news: topics, rhythm, quiet hours, a pause, the network; typed and tapped, told in plain words."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from bot.core.ports import Work
from bot.domain.announcements.wishes import Rhythm, Wishes
from storage.tables import contacts
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.pledges.test_pledging import PLEDGES
from tests.dialogues.scenes import announce
from tests.stage import Stage

CARD = """
    > /nachrichten
    < Themen: alle ... Wie oft: sofort ... Ruhezeit: keine ... Sprache: Deutsch (Sie) [Täglich] [Wöchentlich] [Ruhezeit]
"""


async def wishes(stage: Stage) -> Wishes:
    """Those of the first who wrote."""

    def look(work: Work) -> Wishes:
        address = next(iter(stage.addresses))
        person, _ = work.people.find(stage.fake.account, [address])[address]
        return work.wishes.of(person.id)

    found = await stage.work(look)
    assert isinstance(found, Wishes)
    return found


async def test_a_topic_goes_off_and_on_with_one_tap_each(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play(CARD)
    await stage.play("""
        > [Veranstaltungen abbestellen]
        < Gemerkt. ... Themen: alle, nur nicht Veranstaltungen [Veranstaltungen bestellen] [Mitmachen abbestellen]
        > [Mitmachen abbestellen]
        < Themen: alle, nur nicht Veranstaltungen, Mitmachen
        <<
    """)
    assert (await wishes(stage)).topics_off == {"veranstaltungen", "mitmachen"}
    await announce(stage, "Am Freitag ist Fest.", topic="veranstaltungen")
    await announce(stage, "Neuer Zuschuss.", topic="foerderung")
    await announce(stage, "An alle.")
    await stage.play("""
        < Neuer Zuschuss.
        < An alle.
        <<
        > [Veranstaltungen bestellen]
        < Themen: alle, nur nicht Mitmachen
        > /nachrichten Mitmachen bestellen
        < Gemerkt. ... Themen: alle
    """)
    assert not (await wishes(stage)).topics_off


async def test_without_any_topic_there_is_still_what_concerns_everybody(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    for topic in stage.alliance.topics:
        await stage.play(f"""
            > /nachrichten {topic.name["de"]} abbestellen
            < Gemerkt.
        """)
    await stage.play("""
        > /nachrichten
        < Themen: keine. Nur was alle angeht, kommt noch.
    """)


@pytest.mark.parametrize(("label", "rhythm"), [("Täglich", Rhythm.DAILY), ("Wöchentlich", Rhythm.WEEKLY)])
async def test_news_come_once_a_day_or_week_and_at_once_again(stage: Stage, label: str, rhythm: Rhythm) -> None:
    await stage.play(FOLLOWS)
    told = {"Täglich": "einmal am Tag gesammelt, gegen 17 Uhr", "Wöchentlich": "einmal in der Woche gesammelt"}
    await stage.play(CARD)
    await stage.play(f"""
        > [{label}]
        < Gemerkt. ... Wie oft: {told[label]} [Sofort]
    """)
    assert (await wishes(stage)).rhythm is rhythm
    await stage.play("""
        > Sofort
        < Gemerkt. ... Wie oft: sofort [Täglich] [Wöchentlich]
        <<
    """)
    assert (await wishes(stage)).rhythm is Rhythm.AT_ONCE


async def test_skipping_the_question_of_quiet_hours_takes_none_away(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten
        < [Ruhezeit]
        > [Ruhezeit]
        < [20 bis 8 Uhr]
        > [20 bis 8 Uhr]
        < Ruhezeit: von 20 bis 8 Uhr [Ruhezeit]
        > [Ruhezeit]
        < In welcher Zeit [Keine Ruhezeit]
        > überspringen
        < Diese Frage lässt sich nicht überspringen.
    """)
    found = await wishes(stage)
    assert (found.quiet_from, found.quiet_to) == (20, 8)


async def test_quiet_hours_are_tapped_or_typed(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play(CARD)
    await stage.play("""
        > [Ruhezeit]
        < In welcher Zeit soll keine Nachricht kommen? [20 bis 8 Uhr] [22 bis 7 Uhr] [Keine Ruhezeit]
        > [20 bis 8 Uhr]
        < Gemerkt. ... Ruhezeit: von 20 bis 8 Uhr
        <<
    """)
    found = await wishes(stage)
    assert (found.quiet_from, found.quiet_to) == (20, 8)
    await stage.play("""
        > [Ruhezeit]
        < In welcher Zeit
        > irgendwann
        < Diese Zeit verstehe ich nicht. ... „von 21 bis 7“
        > 21:30 bis 7
        < Bitte volle Stunden
        > von 21 bis 7
        < Gemerkt. ... Ruhezeit: von 21 bis 7 Uhr
        > /nachrichten 23-6 Uhr
        < Gemerkt. ... Ruhezeit: von 23 bis 6 Uhr
        > [Ruhezeit]
        < In welcher Zeit
        > [Keine Ruhezeit]
        < Gemerkt. ... Ruhezeit: keine
    """)
    assert (await wishes(stage)).quiet_from is None


async def test_quiet_hours_hold_a_running_announcement_back_until_they_end(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten von 9 bis 12
        < Ruhezeit: von 9 bis 12 Uhr
    """)
    await announce(stage, "Nicht jetzt.")
    await stage.play("<<")
    stage.clock.turn(hours=2, seconds=1)
    await stage.deliver()
    await stage.play("< Nicht jetzt.")


async def test_a_pause_of_a_week_or_a_month_or_until_a_day(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play(CARD)
    await stage.play("""
        > [Pause]
        < Bis wann soll Pause sein? [Eine Woche] [Einen Monat]
        > [Eine Woche]
        < Gemerkt. Bis dahin ist Pause. ... Pause: bis 30. November 2026. Danach kommt alles gesammelt. [Pause beenden]
        > [Pause beenden]
        < Die Pause ist vorbei.
        > [Pause]
        < Bis wann
        > [Einen Monat]
        < Pause: bis 23. Dezember 2026.
        > /nachrichten bis 6. Januar
        < Pause: bis 6. Januar 2027.
        > [Pause beenden]
        < Die Pause ist vorbei.
        > [Pause]
        < Bis wann
        > wenn es passt
        < Diesen Tag verstehe ich nicht.
        > 1.1.2020
        < Dieser Tag ist schon vorbei.
        > 1.1.2031
        < weiter weg als ein Jahr
        > 24.12.
        < Pause: bis 24. Dezember 2026.
    """)
    assert (await wishes(stage)).paused_until == datetime(2026, 12, 24, 8, tzinfo=UTC)


async def test_who_pauses_hears_that_pledges_are_something_else(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > /folgen
        < Wie oft, bestimmen
        > [Ja, Nachrichten bekommen]
        < Gern!
        > /nachrichten bis 6. Januar
        < Pause: bis 6. Januar 2027. ... Nach Ihren Zusagen frage ich weiter. [Meine Zusagen]
    """)


async def test_the_network_is_asked_of_nobody_who_has_one(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("> /nachrichten")
    seen = stage.seat("").seen()
    assert seen is not None
    assert "Wo:" not in seen.words
    assert not any(label.startswith("Lieber per") for label in seen.labels)


async def test_who_has_several_contacts_prefers_a_network(stage: Stage) -> None:
    await stage.play(FOLLOWS)

    await _give_second_contact(stage)
    other = "Matrix" if stage.fake.account.startswith("telegram:") else "Telegram"
    await stage.play(f"""
        > /nachrichten
        < Wo: dort, wo Sie zuletzt geschrieben haben [Lieber per {other}]
        > [Lieber per {other}]
        < Gemerkt. ... Wo: am liebsten per {other}
    """)
    assert (await wishes(stage)).network == other.lower()


@pytest.mark.parametrize("said", ["Stopp bitte", "bitte stop", "Stop, please", "Bitte abbestellen. Danke!"])
async def test_a_polite_stop_is_one(stage: Stage, said: str) -> None:
    await stage.play(FOLLOWS)
    await stage.play(f"""
        > {said}
        < keine Nachrichten mehr
        carl> {said}
        carl< keine Nachrichten
    """)


async def test_a_card_from_before_stopp_changes_wishes_but_brings_no_news_back(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play(CARD)
    await stage.play("""
        > STOPP
        < keine Nachrichten mehr
        > [Täglich]
        < Gemerkt. ... Ihre Nachrichten sind ausgeschaltet.
    """)


async def test_all_of_it_in_english(stage: Stage) -> None:
    await stage.play("""
        > /language en
        <
        > /follow
        < You decide how often
        > [Yes, send me news]
        < Done!
        > /messages
        < You get the alliance's news. ... Topics: all ... at once ... Quiet hours: none ... Language: English
        > [Unsubscribe from: Events]
        < Noted. ... Topics: all but Events
        > [Daily]
        < How often: once a day in one message
        > [Quiet hours]
        < Between which hours [20:00 to 8:00] [No quiet hours]
        > 9 pm to 7 am
        < Quiet hours: from 21:00 to 7:00
        > [Pause]
        < Until when
        > until 6 January
        < Noted. Your news is paused until then. ... Pause: until 6 January 2027.
        > [End the pause]
        < The pause is over.
        > STOP
        < Done.
    """)


async def _give_second_contact(stage: Stage) -> None:
    """As if the person had linked another network, which cannot be done yet."""
    network = "matrix" if stage.fake.account.startswith("telegram:") else "telegram"
    now = stage.clock.now()

    def add(work: Work) -> None:
        row = {"person": 1, "account": f"{network}:other", "address": "there", "reachable": True, "last_used": now}
        work.people._session.run(insert(contacts).values(**row))

    await stage.work(add)


async def test_in_a_pause_nothing_is_promised_to_come_at_once(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play(CARD)
    await stage.play("> [Täglich]\n<")
    await announce(stage, "Neues")
    await stage.play("""
        > /nachrichten
        < [Pause]
        > [Pause]
        <
        > 6.1.
        < Pause: bis 6. Januar [Sofort]
        > [Sofort]
    """)
    assert "kommt gleich" not in stage.expect("", "Pause: bis 6. Januar").words
