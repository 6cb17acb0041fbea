"""The whole round of the product as one transcript, and what happens between its acts."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import httpx

from bot.core.ports import Work
from bot.parts.clock import SystemClock
from storage import open_store
from tests.live.players import PATIENCE, Live
from tests.live.running import Program

TITLE = "Das Dach der Feuerwehr ist voll"

JOIN = """
    anna> /start
    anna< Guten Tag! Hier spricht der Assistent [Mitmachen] [Erst umsehen]
    anna> [Mitmachen]
    anna< Ihre Daten, kurz gesagt [Einverstanden, weiter] [Nur lesen]
    anna> [Einverstanden, weiter]
    anna< Für wen machen Sie mit? [Für mich selbst] [Unternehmen]
    anna> [Für mich selbst]
    anna< Wie dürfen wir Sie nennen?
    anna> Anna
    anna< In welcher Stadt oder Gemeinde
    anna> Schopf
    anna< Partnererklärung (Fassung ... Es unterzeichnet: Anna.
    anna> [Ja, ich unterzeichne]
    anna< Dürfen wir Anna in der Liste [Ja, gern zeigen]
    anna> [Ja, gern zeigen]
    anna< Möchten Sie Nachrichten [Ja, bitte]
    anna> [Ja, bitte]
    anna< Stimmt alles so? ... Ort: Schopfheim [Ja, beitreten]
    anna> [Ja, beitreten]
    anna< willkommen im Bündnis ... SHA-256
"""

ORGANISER = """
    olga< Guten Tag!
    olga> /start {code}
    olga< Willkommen im Team! [Team ansehen]
"""

STORY = f"""
    anna> /geschichte
    anna< Wie heißt Ihre Geschichte?
    anna> {TITLE}
    anna< Was haben Sie gemacht?
    anna> Wir haben 40 Module gelegt.
    anna< Ihr Tipp
    anna> Erst den Dachdecker fragen.
    anna< Zu welchem Ziel [Ausstoß senken]
    anna> [Ausstoß senken]
    anna< Ein Bild dazu? [Ohne Bild]
    anna> (picture)
    anna< Wer darf die Geschichte sehen? [Öffentlich]
    anna> [Öffentlich]
    anna< So sieht sie aus: ... {TITLE} ... Mit Ihrem Bild. [Absenden]
    anna> [Absenden]
    anna< Ihre Geschichte liegt jetzt beim Team.
    olga< Neue Geschichte zur Freigabe ... {TITLE} ... Von: Anna [Freigeben] [Rückfrage]
    olga> [Rückfrage]
    olga< Was möchten Sie zu „{TITLE}“ wissen?
    olga> Wer hat das Gerüst gestellt?
    olga< So geht die Frage hinaus: [Absenden]
    olga> [Absenden]
    olga< ist unterwegs
    anna< Das Team hat eine Frage ... Wer hat das Gerüst gestellt? [Antworten]
    anna> [Antworten]
    anna< Was möchten Sie dem Team
    anna> Die Feuerwehr selbst.
    anna< Ist das die Antwort ans Team? [Absenden]
    anna> [Absenden]
    anna< Ihre Antwort ist beim Team.
    olga< Antwort zu „{TITLE}“: ... Die Feuerwehr selbst. [Freigeben]
    olga> [Freigeben]
    olga< Freigegeben: „{TITLE}“
    anna< Ihre Geschichte „{TITLE}“ ist veröffentlicht.
"""

ANNOUNCEMENT = """
    olga> /nachricht
    olga< Was möchten Sie schreiben?
    olga> Am 3. März treffen wir uns im Rathaus.
    olga< Soll ein Bild oder eine Datei mit? [Ohne]
    olga> [Ohne]
    olga< auch in einer anderen Sprache? [Nein, nur Deutsch]
    olga> [Nein, nur Deutsch]
    olga< Worum geht es? [Ohne Thema]
    olga> [Ohne Thema]
    olga< Zu welchem Ziel passt sie am besten? [Zu keinem bestimmten]
    olga> [Zu keinem bestimmten]
    olga< Für wen ist die Nachricht? [Alle (1)]
    olga> [Alle (1)]
    olga< genau ein Mensch [So lassen]
    olga> [So lassen]
    olga< So kommt sie an: ... Am 3. März [Stimmt so]
    olga> [Stimmt so]
    olga< Nachricht 1 (Entwurf) [Jetzt senden (an 1)]
    olga> [Jetzt senden (an 1)]
    olga< wirklich senden? [Ja, senden]
    olga> [Ja, senden]
    olga< geht jetzt
    anna< Am 3. März treffen wir uns im Rathaus. ... STOPP
    olga< Nachricht 1 ... ist durch. ... Gesendet: 1 von 1
"""

CORRECTION = """
    olga> [Korrigieren]
    olga< Wie soll der Text auf Deutsch jetzt lauten?
    olga> Am 4. März treffen wir uns im Rathaus.
    olga< So steht es dann bei allen ... Am 4. März [Überall korrigieren]
    olga> [Überall korrigieren]
    olga< Ich korrigiere jetzt jede Kopie
    olga< Die Korrektur ist durch [Ansehen]
"""

WITHDRAWAL = """
    olga> [Ansehen]
    olga< Gesendet: 1 von 1 [Zurückziehen]
    olga> [Zurückziehen]
    olga< wirklich zurückziehen? [Ja, zurückziehen]
    olga> [Ja, zurückziehen]
    olga< Ich ziehe jetzt jede Kopie zurück
"""

TAKEN_BACK = "olga< Zurückgezogen: Nachricht 1"

BIKE = "Mit dem Rad oder zu Fuß statt mit dem Auto"

PLEDGE = f"""
    anna> /zusage
    anna< Wofür möchten Sie etwas tun? [Ausstoß senken]
    anna> [Ausstoß senken]
    anna< Welche Zusage passt zu Ihnen? [{BIKE}]
    anna> [{BIKE}]
    anna< Wann oder wo passt es am besten?
    anna> Wenn ich dienstags zur Arbeit fahre, nehme ich das Rad.
    anna< An welchem Tag soll ich fragen? [Donnerstag]
    anna> [Donnerstag]
    anna< Um wie viel Uhr soll ich fragen? [17 Uhr]
    anna> [17 Uhr]
    anna< Ihre Zusage: ... Stimmt das so? [Ja, das sage ich zu]
    anna> [Ja, das sage ich zu]
    anna< Abgemacht
"""

CHECK_IN = f"""
    anna< Kurze Rückmeldung zu Ihrer Zusage {BIKE} ... Ihr Plan war: Wenn ich dienstags [20 km]
    anna> [20 km]
    anna< Notiert, danke! 20 km
"""

ERASURE = """
    anna> /loeschen
    anna< Soll ich wirklich alles löschen? [Ja, alles löschen]
    anna> [Ja, alles löschen]
    anna< Ihre Daten sind gelöscht.
"""


async def play_the_round(live: Live, program: Program, database: str) -> None:
    """From the first word to the last. AssertionError where anything does not hold."""
    await live.play(JOIN)
    await live.play(ORGANISER.format(code=await invited(program)))
    await live.play(STORY)
    await page_shows(program, "/geschichten", TITLE, wanted=True)
    await live.play(ANNOUNCEMENT)
    await change_and_take_back(live)
    await live.play(PLEDGE)
    await make_due(database)
    await live.play(CHECK_IN)
    await live.play(TAKEN_BACK)  # has come meanwhile
    await live.play(ERASURE)
    await page_shows(program, "/geschichten", TITLE, wanted=False)
    program.private.update(live.typed)  # Anna is erased: the database does not know any more what the log may not hold


async def change_and_take_back(live: Live) -> None:
    """What Anna has before her changes where the announcement stands, and nowhere else; then it is gone from there."""
    before = await live.players["anna"].keeps()
    assert sum("Am 3. März" in words for words in before) == 1, before
    await live.play(CORRECTION)
    await live.comes_to_keep("anna", [words.replace("Am 3. März", "Am 4. März") for words in before])
    await live.play(WITHDRAWAL)
    await live.comes_to_keep("anna", [words for words in before if "Am 3. März" not in words])


async def invited(program: Program) -> str:
    """The code of a new invitation, made on the command line beside the running program."""
    code, printed = await program.asks("organiser", "invite", "--role", "owner")
    assert code == 0, printed
    return printed.partition("/start ")[2].split()[0]


async def make_due(database: str) -> None:
    """The only pledge's next check-in is due since a minute."""
    store = open_store(database, clock=SystemClock(), erasures_file=None)
    await store.start()

    def turn(work: Work) -> None:
        now = datetime.now(UTC)
        (pledge,) = work.pledges.due(now + timedelta(days=365))
        work.pledges.set_state(pledge.id, pledge.state, now - timedelta(minutes=1))

    try:
        await store.transact(turn)
    finally:
        await store.close()


async def page_shows(program: Program, path: str, words: str, *, wanted: bool) -> None:
    """Wait until the public page contains the words, or no longer does."""
    until, text = time.monotonic() + PATIENCE, ""
    async with httpx.AsyncClient(base_url=program.url, trust_env=False, timeout=5) as client:
        while time.monotonic() < until:
            response = await client.get(path)
            assert response.status_code == 200, response.text
            text = response.text
            if (words in text) is wanted:
                return
            await asyncio.sleep(0.1)
    raise AssertionError(f"{path} {'never showed' if wanted else 'still shows'} {words!r}:\n{text}")
