"""The preview of each network: the parts into which it cuts an announcement."""

from dataclasses import replace

import pytest

from bot.adapters.matrix.transport import ABILITIES as MATRIX
from bot.adapters.telegram.abilities import abilities
from bot.core.ports import Work
from bot.core.talking.conversation import Conversation
from bot.domain.announcements.announcement import Words
from tests.dialogues.announcing.test_announcing import SENDS, TICK, TO_THE_AUDIENCE, WRITES, audience
from tests.dialogues.scenes import _called, press
from tests.stage import Stage, picture

LONG = "Wir treffen uns am Bahnhof. " * 160
"""4,480 characters: two messages on Telegram, one on Matrix."""


def on_both(stage: Stage) -> None:
    """The installation is on Telegram and on Matrix."""
    networks = {stage.fake.account: stage.fake.abilities, "telegram:7": abilities(30.0), "matrix:@bot:x": MATRIX}
    stage.conversation = Conversation(stage.routes, stage.alliance, stage.texts, networks)


async def test_each_network_shows_the_parts_it_would_send(stage: Stage) -> None:
    await audience(stage)
    on_both(stage)
    await stage.play(TO_THE_AUDIENCE.partition("olga> Am **3.")[0])
    await stage.play(f"""
        olga> {LONG}
        olga<
        olga> [Das war alles]
        olga<
        olga> [Ohne]
        olga<
        olga> [Nein, nur Deutsch]
        olga<
        olga> [Ohne Thema]
        olga<
        olga> [Zu keinem bestimmten]
        olga<
        olga> [Alle (2)]
        olga<
        olga> [So lassen]
        olga<
        olga> [Stimmt so]
        olga< [Test an mich] [Probelauf]
        olga> [So auf Telegram]
        olga< Telegram, auf Deutsch: Teil 1 von 2
        olga< Bahnhof.
        olga< Telegram, auf Deutsch: Teil 2 von 2
        olga< Bahnhof. ... Abbestellen: STOPP
        olga< So wird Nachricht 1 ... auf Telegram geteilt. Gesendet wurde nichts. [So auf Matrix]
        olga> [So auf Matrix]
        olga< Matrix, auf Deutsch: eine Nachricht
        olga< Bahnhof. ... Abbestellen: STOPP
        olga< So wird Nachricht 1 ... auf Matrix geteilt. Gesendet wurde nichts.
        lea<<
    """)


@pytest.mark.parametrize(("words", "apart"), [("Kommt alle!", False), (LONG, True)])
async def test_pictures_stand_where_the_network_shows_them(stage: Stage, words: str, apart: bool) -> None:
    await audience(stage)
    on_both(stage)
    await stage.play(WRITES)

    def illustrate(work: Work) -> None:
        written = work.announcements.get(1)
        assert written is not None
        file = work.files.add(written.author, picture(), "bild.png", "image/png", stage.clock.now())
        draft = replace(written.draft, words=Words("de", words), files=(file.id,))
        work.announcements.rewrite(1, draft, written.author)

    await stage.work(illustrate)
    await press(stage, "olga", "announcement-preview", 1, "telegram")
    if apart:
        assert not stage.expect("olga", "Telegram, auf Deutsch: Teil 1 von 2").files
        await stage.play("olga< Bahnhof.\nolga<\nolga< STOPP")
        assert stage.expect("olga", "Telegram, auf Deutsch: nach dem Text die Bilder oder die Datei").files
    else:
        await stage.play("olga< Telegram, auf Deutsch: eine Nachricht")
        assert stage.expect("olga", "Kommt alle! ... STOPP").files
    await stage.play("olga< Gesendet wurde nichts.")


async def test_where_there_is_one_network_the_card_itself_is_the_preview(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("olga> [Test an mich]")
    stage.expect("olga", "Am 3. März")
    shown = stage.expect("olga", "Oben steht der Test")
    assert not [label for label in shown.labels if label.startswith("So auf")]


async def test_the_rehearsal_counts_the_copies_of_others_that_go_before(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    bert = await stage.work(lambda work: _called(work, stage, "bert"))
    await stage.work(lambda work: work.wishes.set_quiet(bert, 8, 13))
    await stage.tick(TICK)
    await stage.play(WRITES.replace("Nachricht 1", "Nachricht 2"))
    await stage.play("""
        olga> [Probelauf]
        olga< Probelauf ... Davor geht noch eine Kopie einer anderen Nachricht hinaus
    """)
