"""Announcements: written, looked at, sent to exactly those who want them, and accounted for."""

from tests.dialogues.scenes import JOINS
from tests.dialogues.test_moderating import deeds
from tests.dialogues.test_news import FOLLOWS
from tests.dialogues.test_stories import by, organisers
from tests.stage import Stage

TICK = "announcements"

WRITES = """
    olga> /nachricht
    olga< Was möchten Sie schreiben? ... Jetzt wird noch nichts gesendet.
    olga> Am **3. März** treffen wir uns im Rathaus.
    olga< Für wen ist die Nachricht? [Alle (2)] [Nur Mitglieder (1)] [Nur Interessierte (1)] [Eine Art von Mitgliedern]
    olga> [Alle (2)]
    olga< So kommt sie an: ... Am 3. März ... STOPP ... Mitglieder und Interessierte. Das sind genau 2 Menschen.
"""


async def audience(stage: Stage, role: str = "moderator") -> None:
    """Olga of the team, Lea who joined with news, Bert who follows, Carl who does neither."""
    await organisers(stage, olga=role)
    await stage.play(by("lea", JOINS.replace("[Nein, danke]", "[Ja, bitte]")))
    await stage.play(by("bert", FOLLOWS))
    await stage.play("""
        carl> /start
        carl<
    """)


async def test_it_reaches_everybody_who_wants_it_and_nobody_else(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga< Die Nachricht geht jetzt an 2 Menschen.
        lea<<
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März treffen wir uns im Rathaus. ... Nachrichten einstellen: /nachrichten · Abbestellen: STOPP
        lea<<
        bert< Am 3. März
        bert<<
        carl<<
    """)
    await stage.tick(TICK)
    report = stage.expect("olga", "Nachricht 1 (gesendet): ... Angekommen: 2 von 2")
    assert report.labels == (), "nobody is missing, so nothing is left to ask"
    await stage.play("olga<<")
    await stage.tick(TICK)
    await stage.play("""
        olga<<
        olga> /sendungen
        olga< Nr. 1 ... (gesendet, 2 von 2 angekommen) [Nr. 1]
    """)
    assert await deeds(stage) == ["announcement-written", "announcement-sent"]


async def test_fault_57_who_stops_meanwhile_does_not_get_it(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga< geht jetzt
        bert> STOPP
        bert< keine Nachrichten mehr
    """)
    await stage.tick(TICK)
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März
        bert<<
        olga< Angekommen: 1 von 1
    """)


async def test_everybody_reads_the_footer_in_their_own_language(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        bert> /language en
        bert<
    """)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga< geht jetzt
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< Abbestellen: STOPP
        bert< Am 3. März ... Unsubscribe: STOP
    """)


async def test_a_test_goes_to_the_organiser_alone(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Test an mich]
        olga< Am 3. März treffen wir uns im Rathaus. ... Abbestellen: STOPP
        olga< Oben steht der Test, nur für Sie. ... (2). [Jetzt senden (an 2)] [Verwerfen]
        lea<<
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga> [Jetzt senden (an 2)]
        olga< geht jetzt an 2 Menschen
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März
        bert< Am 3. März
    """)


async def test_discarding_sends_nothing(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Verwerfen]
        olga< Verworfen. Es wurde nichts gesendet.
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga<<
        olga> /sendungen
        olga< Es wurde noch keine Nachricht geschrieben.
    """)


async def test_words_and_audience_can_be_changed_before_sending(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Ändern]
        olga< Was möchten Sie ändern? [Text] [Empfänger]
        olga> [Empfänger]
        olga< Für wen
        olga> [Eine Art von Mitgliedern]
        olga< Welche Art von Mitgliedern? [Privatperson (1)]
        olga> [Privatperson (1)]
        olga< Mitglieder der Art „Privatperson“. Das ist genau 1 Mensch.
        olga> [Ändern]
        olga<
        olga> [Empfänger]
        olga< Für wen
        olga> [Eine Stadt oder Gemeinde]
        olga< Welche Stadt oder Gemeinde?
        olga> Atlantis
        olga< „Atlantis“ kenne ich hier nicht.
        olga> Stein
        olga< Mitglieder aus Steinen. Das ist genau 1 Mensch. [Jetzt senden (an 1)]
        olga> [Ändern]
        olga<
        olga> [Text]
        olga< Was möchten Sie schreiben?
        olga> Hallo Steinen!
        olga< Hallo Steinen! ... Mitglieder aus Steinen
        olga> [Jetzt senden (an 1)]
        olga< geht jetzt an einen Menschen
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< Hallo Steinen!
        bert<<
    """)


async def test_an_audience_of_nobody_cannot_be_sent_to(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        olga> /announce
        olga<
        olga> Hallo
        olga< Für wen
        olga> [Eine Stadt oder Gemeinde]
        olga<
        olga> Weil
    """)
    seen = stage.expect("olga", "0 Menschen")
    assert not [label for label in seen.labels if label.startswith("Jetzt senden")]


async def test_party_names_in_an_announcement_are_hinted_at(stage: Stage) -> None:
    await audience(stage)
    writes = WRITES.replace("im Rathaus.", "mit der FDP.")
    await stage.play(writes.replace("genau 2 Menschen.", "genau 2 Menschen. ... (FDP)"))


async def test_only_the_team_writes(stage: Stage) -> None:
    await stage.play("""
        > /nachricht
        < Das kann nur das Team
        > /sendungen
        < Das kann nur das Team
    """)


async def test_in_english(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        olga> /language en
        olga<
        olga> /announce
        olga< What would you like to write?
        olga> We meet on 3 March.
        olga< Who is the announcement for? [Everyone (2)]
        olga> [Members only (1)]
        olga< This is how it arrives: ... Unsubscribe: STOP ... all members. That is exactly 1 person.
        olga> [Send now (to 1)]
        olga< The announcement is now going to 1 person.
    """)
    await stage.tick(TICK)
    await stage.tick(TICK)
    await stage.play("""
        lea< We meet on 3 March. ... Abbestellen: STOPP
        olga< Announcement 1 (sent): We meet on 3 March. ... Arrived: 1 of 1
        olga> /sendings
        olga< (sent, 1 of 1 arrived)
    """)
