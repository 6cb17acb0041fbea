"""The demo in a real browser: an editor writes, the owner releases, everybody reads, and then reads the correction."""

from __future__ import annotations

from pathlib import Path

from tests.live.players import BrowserPlayer, Live
from tests.live.running import Program, free_port
from tests.web.place import chromium

FOLLOWS = """
    anna< Guten Tag! [Nur Nachrichten bekommen]
    anna> [Nur Nachrichten bekommen]
    anna< [Ja, Nachrichten bekommen]
    anna> [Ja, Nachrichten bekommen]
    anna<
"""
WRITES = """
    erik> /nachricht
    erik< Was möchten Sie schreiben?
    erik> Am 3. März treffen wir uns im Rathaus.
    erik< Soll ein Bild oder eine Datei mit?
    erik> [Ohne]
    erik< in einer anderen Sprache?
    erik> [Nein, nur Deutsch]
    erik< Worum geht es?
    erik> [Ohne Thema]
    erik< Zu welchem Ziel
    erik> [Zu keinem bestimmten]
    erik< Für wen ist die Nachricht?
    erik> [Alle (19)]
    erik< genau 19 Menschen [So lassen]
    erik> [So lassen]
    erik< So kommt sie an: ... Am 3. März [Stimmt so]
    erik> [Stimmt so]
    erik< Nachricht 1 (Entwurf) [Zur Freigabe geben]
    erik> [Zur Freigabe geben]
    erik< wartet jetzt auf Freigabe.
"""
RELEASES = """
    olga< wartet auf Ihre Freigabe
    olga< Nachricht 1 (wartet auf Freigabe) ... Am 3. März [Freigeben] [Nicht freigeben]
    olga> [Freigeben]
    olga< freigeben? Sie geht an 19 Menschen.
    olga> [Ja, freigeben]
    anna< Am 3. März treffen wir uns im Rathaus. ... STOPP
    erik< ist durch. ... Gesendet: 19 von 19 [Korrigieren]
"""
CORRECTS = """
    erik> [Korrigieren]
    erik< Wie soll der Text auf Deutsch jetzt lauten?
    erik> Am 4. März treffen wir uns im Rathaus.
    erik< So steht es dann bei allen ... Am 4. März [Zur Freigabe geben]
    erik> [Zur Freigabe geben]
    erik< wartet jetzt auf Freigabe.
    olga< Korrektur zu Nachricht 1 ... Am 4. März [Freigeben]
    olga> [Freigeben]
    olga< Die Korrektur zu Nachricht 1 ersetzt 19 Kopien.
    olga> [Ja, freigeben]
    erik< Die Korrektur ist
"""


async def test_written_approved_sent_and_corrected_in_the_demo(tmp_path: Path) -> None:
    port = free_port()
    program = Program(tmp_path, arguments=("demo", "--port", str(port)), port=port)
    async with chromium() as browser:
        program.start()
        try:
            await program.ready("browser")
            page = await (await browser.new_context(locale="de-DE")).new_page()
            await page.goto(program.url)
            chats = page.locator("section[data-chat]")
            players = {
                name: BrowserPlayer(page, chat=chats.nth(at)) for at, name in enumerate(("anna", "olga", "erik"))
            }
            live = Live(players)
            for act in (FOLLOWS, WRITES, RELEASES, CORRECTS):
                await live.play(act)
            await chats.nth(0).get_by_text("Am 4. März treffen wir uns im Rathaus.").wait_for()
            assert await chats.nth(0).get_by_text("Am 3. März").count() == 0
            assert program.stop() == 0
        finally:
            program.kill()
