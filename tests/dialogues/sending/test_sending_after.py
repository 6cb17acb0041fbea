"""After sending: the report, who is missing, trying once more, the uncertain, corrections and taking back."""

from datetime import timedelta

import pytest

from bot.core.delivery import GIVEN_UP
from bot.core.ports import Lane, Settlement, State, Work
from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.announcements.wishes import calendar
from handlers.announcements.releasing.card import mark
from tests.dialogues.announcing.test_announcing import SENDS, TICK, WRITES, audience, first
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


def _enqueue(work: Work, stage: Stage) -> None:
    while not work.announcements.enqueue(1, calendar(stage.clock.now(), 0, stage.alliance.zone)):
        pass


def _settle(work: Work, stage: Stage, state: State, problem: str = "no good") -> None:
    """The rows go out, and that becomes of them."""
    now, account = stage.clock.now(), stage.fake.account
    _enqueue(work, stage)
    lease = work.accounts.lease(account, "stage", now, now + timedelta(days=1))
    assert lease is not None
    rows = work.ledger.claim(account, lease.fence, [Lane.ANNOUNCEMENT], 100, [], now)
    made = [Settlement(row.id, row.contact, state, problem=problem, announcement=row.announcement) for row in rows]
    work.ledger.settle(made, now)


async def sent(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.tick(TICK)
    await stage.play("""
        lea<
        bert<
    """)
    await stage.tick(TICK)


async def test_the_report_has_a_picture_and_says_everything_in_words(stage: Stage) -> None:
    await sent(stage)
    seen = stage.expect("olga", "ist durch. ... Empfänger: Mitglieder ... Gesendet: 2 von 2 ... 2 von 2")
    picture = seen.file or getattr(stage.seat("olga").seen(), "file", b"")
    assert picture[:8] == b"\x89PNG\r\n\x1a\n" or picture
    kept = await stage.work(lambda work: work.files.get(1))
    assert kept is not None
    assert kept[0].name == "Balken zum Bericht, 2 von 2 gesendet.png", "what is read out where a picture is not seen"


async def test_the_report_says_who_was_left_out_from_the_beginning(stage: Stage) -> None:
    await audience(stage)
    await stage.play(f"""
        {WRITES}
        lea> STOPP
        lea<
        olga> [Jetzt senden (an 2)]
        olga< Sie geht sofort an einen Menschen.
        olga> [Ja, senden]
        olga< geht jetzt an
    """)
    await stage.tick(TICK)
    await stage.play("bert<")
    await stage.tick(TICK)
    stage.expect("olga", "Gesendet: 1 von 1 ... Nicht dabei, weil abbestellt: 1")


async def test_who_is_missing_and_only_they_are_tried_once_more(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.work(lambda work: _settle(work, stage, State.REFUSED))
    await stage.tick(TICK)
    await stage.play("""
        olga< Gesendet: 0 von 2 ... Vom Dienst abgelehnt: 2 [Wer fehlt?] [Noch einmal versuchen]
        olga> [Wer fehlt?]
        olga< abgelehnt: Lea und eine Person ohne Namen. ... Der Grund: Der Dienst nennt nur [Alle als Datei]
        olga> [Alle als Datei]
        olga< Hier sind alle, an die nichts ging
        olga> [Noch einmal versuchen]
        olga< Ich versuche es noch einmal, für 2 Menschen.
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März
        bert< Am 3. März
    """)
    await stage.tick(TICK)
    await stage.play("olga< Gesendet: 2 von 2")


async def test_a_file_that_does_not_hold_all_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.announcements.after.missed.FILE_MOST", 1)
    await audience(stage)
    await stage.play(SENDS)
    await stage.work(lambda work: _settle(work, stage, State.REFUSED))
    await stage.tick(TICK)
    await stage.play("""
        olga<
        olga> [Wer fehlt?]
        olga< [Alle als Datei]
        olga> [Alle als Datei]
        olga< Hier sind die ersten 1, an die nichts ging, mit dem Grund. 1 weitere passen nicht hinein.
    """)


async def test_who_is_missing_names_those_given_up_after_three_days(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.work(lambda work: _settle(work, stage, State.CANCELLED, f"{GIVEN_UP}: no route"))
    await stage.tick(TICK)
    await stage.play("""
        olga< Nach drei Tagen aufgegeben: 2 [Wer fehlt?]
        olga> [Wer fehlt?]
        olga< Nicht angekommen: Lea und eine Person ohne Namen. ... Der Grund: Drei Tage lang versucht [Alle als Datei]
    """)


async def test_the_uncertain_are_not_sent_again_unless_an_organiser_says_so(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.work(lambda work: _settle(work, stage, State.UNCERTAIN))
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga< Ungewiss: 2 [Ungewisse so lassen] [Ungewisse erneut senden (2)]
        olga> [Ungewisse erneut senden (2)]
        olga< Manche bekommen sie dann doppelt. [Nein, zurück] [Ja, erneut senden]
        olga> [Ja, erneut senden]
        olga< 2 Nachrichten gehen noch einmal hinaus.
    """)
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März")


async def test_the_uncertain_can_be_left_so(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.work(lambda work: _settle(work, stage, State.UNCERTAIN))
    await stage.tick(TICK)
    await stage.play("""
        olga<
        olga> [Ungewisse so lassen]
        olga< Sollen die Ungewissen so bleiben? ... lässt sich nicht mehr ändern. [Nein, zurück] [Ja, so lassen]
        olga> [Ja, so lassen]
        olga< Gut, diese 2 bleiben so.
        lea<<
    """)


@pytest.mark.parametrize("deed", ["leave", "resend"])
async def test_what_is_decided_for_good_about_the_uncertain_needs_its_question(stage: Stage, deed: str) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.work(lambda work: _settle(work, stage, State.UNCERTAIN))
    await stage.tick(TICK)
    hush(stage, "olga")
    await press(stage, "olga", f"announcement-{deed}", 1)
    await stage.play("olga< Diese Frage ist nicht mehr offen.")
    await stage.tick(TICK)
    tally = await stage.work(lambda work: work.announcements.tally(1))
    assert tally.of(State.UNCERTAIN) == 2


CORRECTS = """
    olga> [Korrigieren]
    olga< Wie soll der Text auf Deutsch jetzt lauten? Bisher steht da: ... Am 3. März [So lassen]
    olga> Am 4. März treffen wir uns.
    olga< So steht es dann bei allen ... Am 4. März treffen wir uns. [Überall korrigieren]
    olga> [Überall korrigieren]
"""
CORRECTION_HANDED_IN = CORRECTS.replace("Überall korrigieren", "Zur Freigabe geben")


def hush(stage: Stage, *names: str) -> None:
    """What came so far has been looked at."""
    for name in names:
        while stage.seat(name).seen() is not None:
            pass


async def test_every_copy_is_corrected_in_place_or_by_a_short_message(stage: Stage) -> None:
    await sent(stage)
    stage.expect("olga", "ist durch")
    while stage.seat("olga").seen() is not None:
        pass
    await stage.play(CORRECTS)
    await stage.play("olga< Ich korrigiere jetzt jede Kopie: Nachricht 1")
    assert (await first(stage)).words.body == "Am 4. März treffen wir uns."
    for _ in range(4):
        await stage.tick(TICK)
    over = stage.expect("olga", "Die Korrektur ist durch: Nachricht 1")
    shorts = 0
    for name in ("lea", "bert"):
        while (seen := stage.seat(name).seen()) is not None:
            shorts += "Korrektur zu einer früheren" in seen.words
    assert ("kurze Korrektur" in over.words) == bool(shorts), "it speaks of what happened alone"
    assert "announcement-corrected" in await deeds(stage)
    assert (await first(stage)).step is None


async def test_a_correction_for_many_needs_a_second_pair_of_eyes(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(SENDS.split("olga> [Jetzt senden")[0])
    await stage.play("""
        olga> [Zur Freigabe geben]
        olga< wartet
        mara<
        mara<
        mara> [Freigeben]
        mara<
        mara> [Ja, freigeben]
        mara<
        olga<
    """)
    await stage.tick(TICK)
    await stage.tick(TICK)
    stage.expect("olga", "ist durch")
    while stage.seat("olga").seen() is not None:
        pass
    hush(stage, "mara")
    await stage.play(CORRECTION_HANDED_IN)
    await stage.play("""
        olga< wartet jetzt auf Freigabe
        mara< Eine Nachricht wartet
        mara< Korrektur zu Nachricht 1 ... Am 4. März ... Bisher ... Am 3. März ... Ersetzt werden 2 Kopien [Freigeben]
    """)
    assert (await first(stage)).words.body.startswith("Am **3. März**")
    await stage.play("""
        mara> [Freigeben]
        mara<
        mara> [Ja, freigeben]
        mara< Ich korrigiere jetzt jede Kopie
        olga< Ich korrigiere jetzt jede Kopie
    """)
    assert (await first(stage)).words.body == "Am 4. März treffen wir uns."


async def test_the_report_from_before_a_correction_leads_to_the_one_of_now(stage: Stage) -> None:
    await sent(stage)
    stage.expect("olga", "ist durch")
    hush(stage, "olga")
    seen = mark((await first(stage)).draft)
    await stage.play(CORRECTS)
    for _ in range(4):
        await stage.tick(TICK)
    hush(stage, "olga")
    await press(stage, "olga", "announcement-sure", "withdraw", 1, seen)
    await stage.play("""
        olga< inzwischen geändert worden. ... ist durch. ... Gesendet: 2 von 2 [Korrigieren] [Zurückziehen]
        olga> [Zurückziehen]
        olga< wirklich zurückziehen?
    """)


async def test_it_can_be_taken_back_everywhere(stage: Stage) -> None:
    await sent(stage)
    stage.expect("olga", "ist durch")
    while stage.seat("olga").seen() is not None:
        pass
    await stage.play("""
        olga> [Zurückziehen]
        olga< wirklich zurückziehen? ... Gelesen haben sie manche schon. [Nein, zurück] [Ja, zurückziehen]
        olga> [Ja, zurückziehen]
        olga< Ich ziehe jetzt jede Kopie zurück
    """)
    assert (await first(stage)).state is AnnouncementState.WITHDRAWN
    for _ in range(4):
        await stage.tick(TICK)
    stage.expect("olga", "Zurückgezogen: Nachricht 1")
    assert (await deeds(stage))[-1] == "announcement-withdrawn"
    hush(stage, "olga")
    await press(stage, "olga", "announcement-sure", "withdraw", 1, mark((await first(stage)).draft))
    await stage.play("olga< Das ist schon entschieden: zurückgezogen.")


async def test_all_are_listed_by_where_they_stand(stage: Stage) -> None:
    await sent(stage)
    await stage.play("olga<")
    while stage.seat("olga").seen() is not None:
        pass
    await stage.play("""
        olga> /broadcasts
        olga< Vergangen ... Nachricht 1 („Am 3. März treffen ... gesendet, 2 von 2 gesendet [Nr. 1]
        olga> [Nr. 1]
        olga< Gesendet: 2 von 2
    """)
