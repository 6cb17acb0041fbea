"""Following the news: two taps in, one word out, nothing kept but the contact and the wish."""

from tests.dialogues.pledges.test_pledging import PLEDGES
from tests.dialogues.scenes import JOINS, person, press
from tests.stage import Stage


async def test_two_taps_and_the_news_come(stage: Stage) -> None:
    await stage.play("""
        > /folgen
        < Einen Namen brauche ich dafür nicht. ... STOPP [Ja, Nachrichten bekommen] [Datenschutz lesen] [Lieber nicht]
    """)
    assert not (await person(stage))[0].news
    await stage.play("""
        > [Ja, Nachrichten bekommen]
        < Gern! ... STOPP [Mitmachen]
        <<
    """)
    known, agreed = await person(stage)
    assert (known.follows, known.news, known.member, agreed) == (True, True, None, True)


async def test_the_whole_notice_is_one_tap_away_before_anything_is_kept(stage: Stage) -> None:
    await stage.play("""
        > /folgen
        < Wie oft, bestimmen Sie selbst
        > [Datenschutz lesen]
        < Ihre Daten, kurz gesagt ... Wie oft, bestimmen Sie selbst [Ja, Nachrichten bekommen] [Lieber nicht]
        > [Lieber nicht]
        < Von Ihren Angaben wurde nichts gespeichert.
    """)
    assert not (await person(stage))[0].follows


async def test_a_no_to_the_first_question_does_not_deny_the_yes_to_the_second(stage: Stage) -> None:
    await stage.play("""
        > /folgen
        <
        > [Datenschutz lesen]
        < Ihre Daten, kurz gesagt
        > [Ja, Nachrichten bekommen]
        < Gern!
    """)
    await press(stage, "", "follow-not")
    await stage.play("< bekommen die Nachrichten schon [Keine Nachrichten mehr]")


async def test_of_a_member_more_is_stored_and_nobody_says_otherwise(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("> /folgen")
    assert "nur Ihre Adresse" not in stage.expect("", "Dafür merke ich mir zusätzlich nur Ihren Wunsch.").words
    await stage.play("""
        > [Lieber nicht]
        < In Ordnung. Sie bekommen keine Nachrichten.
    """)


async def test_unfollowing_is_as_easy(stage: Stage) -> None:
    await stage.play("""
        > folgen
        < Wie oft, bestimmen
        > [Ja, Nachrichten bekommen]
        < Gern!
        > /folgen
        < bekommen die Nachrichten schon [Keine Nachrichten mehr]
        > [Keine Nachrichten mehr]
        < Sie bekommen keine Nachrichten mehr.
        <<
    """)
    known, agreed = await person(stage)
    assert (known.follows, known.news, agreed) == (False, False, False)


async def test_whoever_unfollows_hears_that_pledges_are_asked_about_all_the_same(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await stage.play("""
        > /folgen
        < STOPP beendet das jederzeit. [Ja, Nachrichten bekommen]
        > [Ja, Nachrichten bekommen]
        < Ab jetzt bekommen Sie
        > /folgen
        < bekommen die Nachrichten schon
        > [Keine Nachrichten mehr]
        < keine Nachrichten mehr ... Nach Ihren Zusagen frage ich weiter. [Meine Zusagen]
    """)


async def test_it_reads_well_in_english(stage: Stage) -> None:
    await stage.play("""
        > /language en
        < English
        > /follow
        < You decide how often [Yes, send me news] [Rather not]
        > [Yes, send me news]
        < Done! [Take part]
    """)
