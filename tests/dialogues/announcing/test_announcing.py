"""Writing an announcement: words, pictures, a second language, topic, goal, audience, and the card it ends with."""

from bot.domain.announcements.announcement import Announcement
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.scenes import JOINS, _called
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import by, organisers
from tests.stage import Stage

TICK = "announcements"

TO_THE_AUDIENCE = """
    olga> /nachricht
    olga< Was möchten Sie schreiben? ... Jetzt wird noch nichts gesendet.
    olga> Am **3. März** treffen wir uns im Rathaus.
    olga< Soll ein Bild oder eine Datei mit? Möglich sind bis zu 10 Bilder oder eine Datei. [Ohne]
    olga> [Ohne]
    olga< auch in einer anderen Sprache? Sonst bekommen ihn alle auf Deutsch. [Nein, nur Deutsch] [Ja, auf Englisch]
    olga> [Nein, nur Deutsch]
    olga< Worum geht es? [Veranstaltungen] [Ohne Thema]
    olga> [Veranstaltungen]
    olga< Zu welchem Ziel passt sie am besten? [Ausstoß senken] [Zu keinem bestimmten]
    olga> [Zu keinem bestimmten]
    olga< Für wen ist die Nachricht? [Alle (2)] [Nur Mitglieder (1)] [Nur Interessierte (1)]
"""

WRITTEN = f"""
    {TO_THE_AUDIENCE}
    olga> [Alle (2)]
    olga< Mitglieder und Interessierte. Das sind genau 2 Menschen. [So lassen] [Art der Mitglieder] [Ort oder Gebiet]
    olga> [So lassen]
    olga< So kommt sie an: ... Am 3. März ... STOPP ... Mitglieder und Interessierte. Das sind genau 2 Menschen.
"""

WRITES = f"""
    {WRITTEN}
    olga> [Stimmt so]
    olga< Nachricht 1 (Entwurf) ... Am 3. März ... Empfänger: Mitglieder und Interessierte ... genau 2 Menschen
"""

SENDS = f"""
    {WRITES}
    olga> [Jetzt senden (an 2)]
    olga< Nachricht 1 („Am 3. März treffen wir uns im Rathaus.“) wirklich senden? ... an 2 Menschen. [Nein, zurück]
    olga> [Ja, senden]
    olga< geht jetzt an 2 Menschen. [Pause] [Langsamer] [Senden abbrechen]
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


async def first(stage: Stage, number: int = 1) -> Announcement:
    """The announcement as it is kept."""
    found = await stage.work(lambda work: work.announcements.get(number))
    assert isinstance(found, Announcement)
    return found


def more(stage: Stage, lines: str) -> str:
    """Lines that hold only where an edit takes choices away from a message (else they stay and can be pressed)."""
    return lines if not stage.fake.abilities.closes_questions else ""


async def test_it_reaches_everybody_who_wants_it_and_nobody_else(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.play("lea<<")
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März treffen wir uns im Rathaus. ... Nachrichten einstellen: /nachrichten · Abbestellen: STOPP
        lea<<
        bert< Am 3. März
        bert<<
        carl<<
    """)
    await stage.tick(TICK)
    stage.expect("olga", "Nachricht 1 ... ist durch. ... Gesendet: 2 von 2")
    await stage.play("olga<<")
    await stage.tick(TICK)
    await stage.play("olga<<")
    assert await deeds(stage) == ["announcement-written", "announcement-sent"]


async def test_the_card_says_who_gets_it_and_who_does_not(stage: Stage) -> None:
    await audience(stage)
    await stage.work(lambda work: work.people.set_news(_called(work, stage, "bert"), False))
    await stage.play(
        WRITES.replace("Alle (2)", "Alle (1)")
        .replace("(1)] [Nur Interessierte (1)", "(1)")
        .replace("Das sind genau 2 Menschen. [", "Das ist genau ein Mensch. [")
        .replace("Das sind genau 2 Menschen.\n", "Das ist genau 1 Mensch.\n")
        .replace(
            "genau 2 Menschen",
            "genau 1 Mensch ... Zum Beispiel: Lea ... Nicht dabei, weil abbestellt: 1 ... Thema: Veranstaltungen",
        )
    )
    kept = await first(stage)
    assert kept.draft.topic == "veranstaltungen"
    assert dict(kept.draft.answers)["body"] == ">Am **3. März** treffen wir uns im Rathaus."
