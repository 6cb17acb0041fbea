"""What organisers are told before and after sending is exactly so: the time released, digests, who wanted nothing."""

from tests.dialogues.announcing.test_announcing import SENDS, TICK, WRITES, audience, first
from tests.dialogues.scenes import press
from tests.dialogues.sending.test_sending_after import _enqueue, hush
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


async def test_who_gets_it_with_a_digest_is_named_before_it_is_sent(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        lea> /nachrichten täglich
        lea< einmal am Tag
        olga> [Jetzt senden (an 2)]
        olga< Sie geht sofort an 2 Menschen. Eine Person davon bekommt sie erst mit der Zusammenfassung. [Ja, senden]
    """)


async def test_a_yes_releases_the_time_it_was_asked_for_and_no_other(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    hush(stage, "mara")
    await stage.play("""
        olga> [Planen]
        olga<
        olga> morgen 10 Uhr
        olga<
        olga> [Ja, so planen]
        olga< Eine Person ist gefragt.
        mara> [Freigeben]
    """)
    stage.expect_soon("mara", "Sendezeit: am 24. November 2026, 10:00")
    await press(stage, "olga", "announcement-plan", 1)
    await stage.play("""
        olga<
        olga> heute 12 Uhr
        olga<
        olga> [Ja, so planen]
        olga< Eine Person ist gefragt.
    """)
    hush(stage, "mara")
    await stage.play("""
        mara> [Ja, freigeben]
        mara< inzwischen geändert worden.
    """)
    assert (await first(stage)).state == "waiting"


async def test_who_wanted_no_news_at_the_moment_of_sending_is_named_where_the_missing_are(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.work(lambda work: _enqueue(work, stage))
    await stage.play("lea> STOPP\nlea<")
    await stage.tick(TICK)
    await stage.play("bert< Am 3. März\nlea<<")
    await stage.tick(TICK)
    hush(stage, "olga")
    await press(stage, "olga", "announcement-show", 1)
    await stage.play("""
        olga< Gesendet: 1 von 2 ... [Wer fehlt?]
        olga> [Wer fehlt?]
        olga< Wollten inzwischen keine Nachrichten oder nicht zu diesem Thema: Lea. [Alle als Datei]
    """)
