"""Asking back: a reply to an announcement reaches the team with the announcement quoted, whatever else is open."""

from dataclasses import replace

from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.scenes import announce, read_the_notice
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


async def got_it(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await read_the_notice(stage)
    await stage.play(FOLLOWS)
    await announce(stage, "Am **3. März** treffen wir uns im Rathaus.")
    await stage.play("< Am 3. März")


async def test_the_team_sees_what_it_replies_to_and_answers(stage: Stage) -> None:
    await got_it(stage)
    await stage.play("""
        > (re: Am 3. März) Gibt es einen Aufzug?
        < Ihre Nachricht ist beim Team.
        <<
        olga< antwortet auf eine Nachricht: ... 23. November 2026: Am 3. März ... Gibt es einen Aufzug? [Antworten]
        olga> /team-fragen
        olga< Frage 1 ... zu einer Nachricht: ... Am 3. März treffen wir uns ... Gibt es einen Aufzug?
        olga> [Antworten]
        olga< Was möchten Sie antworten? ... Am 3. März treffen wir uns ... Gibt es einen Aufzug?
        olga> Ja, am Hintereingang.
        olga< So geht die Antwort hinaus
        olga> [Absenden]
        olga< unterwegs
        < Das Team antwortet ... Gibt es einen Aufzug? ... Ja, am Hintereingang.
    """)


async def test_it_is_no_answer_to_the_question_that_is_open(stage: Stage) -> None:
    await got_it(stage)
    await stage.play("""
        > /frage
        < Was möchten Sie das Team fragen?
        > (re: Am 3. März) Komme gern!
        < Ihre Nachricht ist beim Team. ... Noch offen: Ihre Frage ans Team. [Weitermachen]
        olga< antwortet auf eine Nachricht: ... Komme gern!
        > Und gibt es Kuchen?
        < Ihre Nachricht ist beim Team.
        olga< fragt das Team: ... Und gibt es Kuchen?
        olga<<
    """)


async def test_a_reply_to_any_other_message_is_taken_like_any_words(stage: Stage) -> None:
    await got_it(stage)
    await stage.play("""
        > /frage
        < Was möchten Sie das Team fragen?
        > (re: Was möchten) Wann geht es los?
        < Ihre Nachricht ist beim Team.
        <<
        olga< fragt das Team: ... Wann geht es los?
    """)


async def test_stopp_and_commands_keep_their_meaning_in_a_reply(stage: Stage) -> None:
    await got_it(stage)
    await stage.play("""
        > (re: Am 3. März) /nachrichten
        < Sie bekommen die Nachrichten
        > (re: Am 3. März) STOPP
        < keine Nachrichten mehr
        olga<<
    """)


async def test_a_reply_of_one_person_quotes_nothing_of_anothers(stage: Stage) -> None:
    await got_it(stage)
    await stage.play("""
        carl> /start
        carl<
    """)
    mine = stage.delivered[next(address for address in stage.addresses if stage.addresses[address] is stage.seat(""))]
    incoming = stage.seat("carl").types("Was ist das?")
    await stage.hear("carl", replace(incoming, reply_to=mine[-1][1]))
    await stage.play("""
        carl< nicht verstanden
        olga<<
    """)


async def test_in_english(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await read_the_notice(stage)
    await stage.play("""
        olga> /language en
        olga<
        > /language en
        <
        > /follow
        <
        > [Yes, send me news]
        <
    """)
    await announce(stage, "Am 3. März im Rathaus.", english="On 3 March in the town hall.")
    await stage.play("""
        < On 3 March
        > (re: On 3 March) Is there a lift?
        < Your message
        olga< replies to an announcement: ... On 3 March in the town hall. ... Is there a lift? [Answer]
    """)


async def test_a_reply_to_a_digest_quotes_all_that_was_in_it(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await read_the_notice(stage)
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten täglich
        < Gemerkt.
    """)
    await announce(stage, "Am 3. März im Rathaus.")
    await announce(stage, "Neuer Zuschuss.")
    stage.clock.turn(hours=8)
    await stage.tick("digests")
    await stage.play("""
        < 2 Nachrichten
        > (re: 2 Nachrichten) Für wen ist der Zuschuss?
        < Ihre Nachricht ist beim Team.
        olga< antwortet ... Gesammelte Nachrichten ... Am 3. März im Rathaus. / Neuer Zuschuss. ... Für wen [Antworten]
    """)


async def test_a_follower_who_has_not_read_the_notice_reads_it_before_the_reply_goes(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await stage.play(FOLLOWS)
    await announce(stage, "Am **3. März** treffen wir uns im Rathaus.")
    await stage.play("""
        < Am 3. März
        > (re: Am 3. März) Gibt es einen Aufzug?
        < Ihre Daten, kurz gesagt
        > [Einverstanden, weiter]
        < Ihre Nachricht ist beim Team.
        olga< antwortet auf eine Nachricht: ... Am 3. März ... Gibt es einen Aufzug?
    """)
