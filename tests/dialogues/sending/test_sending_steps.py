"""Corrections and withdrawals in the middle of things: while it runs, beside each other, for digests, and who may."""

from dataclasses import replace
from datetime import timedelta

from bot.core.ports import Lane, Settlement, State, Work
from bot.domain.announcements.announcement import AnnouncementState, Step
from bot.domain.announcements.wishes import calendar
from tests.dialogues.announcing.test_announcing import SENDS, TICK, audience, first
from tests.dialogues.news.test_digests import EVENING, daily
from tests.dialogues.scenes import announce, person
from tests.dialogues.sending.test_sending_after import CORRECTION_HANDED_IN, CORRECTS, hush, sent
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

S = AnnouncementState
WITHDRAWS = """
    olga> [Zurückziehen]
    olga< wirklich zurückziehen?
    olga> [Ja, zurückziehen]
"""


async def only_one_is_sent(stage: Stage) -> None:
    """The copies are written, one of two goes out, and it is paused."""

    def one(work: Work) -> None:
        now, account = stage.clock.now(), stage.fake.account
        while not work.announcements.enqueue(1, calendar(now, 0, stage.alliance.zone)):
            pass
        lease = work.accounts.lease(account, "stage", now, now.replace(year=2030))
        assert lease is not None
        [row] = work.ledger.claim(account, lease.fence, [Lane.ANNOUNCEMENT], 1, [], now)
        done = Settlement(row.id, row.contact, State.SENT, ("1",), announcement=row.announcement)
        work.ledger.settle([done], now)
        assert work.announcements.move(1, S.PAUSED, [S.SENDING], now)

    await stage.work(one)


async def test_a_correction_counts_also_those_who_get_only_the_new_words(stage: Stage) -> None:
    """With one of two copies out: the words of the other change too, so it is as many as the announcement was for."""
    await audience(stage)
    await organisers(stage, mara="moderator")
    await stage.play(SENDS)
    await only_one_is_sent(stage)
    stage.alliance = replace(stage.alliance, announcing=replace(stage.alliance.announcing, second_eyes_above=1))
    stage.__post_init__()
    hush(stage, "olga", "mara")
    await stage.play("olga> /broadcasts")
    await stage.play("olga> [Nr. 1]")
    hush(stage, "olga")
    await stage.play(CORRECTION_HANDED_IN)
    await stage.play("olga< wartet jetzt auf Freigabe")
    assert (await first(stage)).words.body.startswith("Am **3. März**")


async def test_a_withdrawal_ends_open_corrections_and_nothing_brings_it_back(stage: Stage) -> None:
    await sent(stage)
    await organisers(stage, eddi="editor")

    def open_correction(work: Work) -> int:
        made, eddi = work.announcements.get(1), work.people.organisers()[-1]
        assert made is not None
        draft = replace(made.draft, answers=(("corrects", "1"), ("corrects-round", "0")))
        return work.announcements.add(eddi.id, draft, S.WAITING, stage.clock.now())

    assert await stage.work(open_correction) == 2
    hush(stage, "olga", "eddi")
    await stage.play(WITHDRAWS)
    await stage.play("""
        olga< Ich ziehe jetzt jede Kopie zurück
        eddi< Diese Korrektur passt nicht mehr. Die Nachricht wurde inzwischen geändert oder zurückgezogen.
    """)
    assert (await first(stage)).state is S.WITHDRAWN
    assert (await first(stage, 2)).state is S.CANCELLED
    assert not await stage.work(lambda work: work.announcements.begin(1, Step.CORRECT))


async def test_of_two_corrections_the_later_written_on_old_words_is_refused(stage: Stage) -> None:
    await sent(stage)
    hush(stage, "olga")
    await stage.play(CORRECTS)
    await stage.play("olga< Ich korrigiere jetzt jede Kopie: Nachricht 1")

    def one_written_before(work: Work) -> int:
        made = work.announcements.get(2)
        assert made is not None
        return work.announcements.add(made.author, made.draft, S.DRAFT, stage.clock.now())

    assert await stage.work(one_written_before) == 3
    for _ in range(4):
        await stage.tick(TICK)
    hush(stage, "olga")
    await stage.play("""
        olga> /broadcasts
        olga< Entwürfe
    """)
    hush(stage, "olga")
    await stage.play("""
        olga> [Nr. 3]
        olga< Korrektur zu Nachricht 1 [Überall korrigieren]
        olga> [Überall korrigieren]
        olga< Die Korrektur zu Nachricht 1 ersetzt 2 Kopien.
        olga> [Ja, korrigieren]
        olga< Diese Korrektur passt nicht mehr.
    """)
    assert (await first(stage, 3)).state is S.CANCELLED
    assert (await first(stage)).step is None


async def test_taking_back_ends_a_correction_that_is_under_way(stage: Stage) -> None:
    await sent(stage)
    hush(stage, "olga")
    await stage.play(CORRECTS)
    await stage.play("""
        olga< Ich korrigiere jetzt jede Kopie: Nachricht 1
        olga> /broadcasts
        olga< Vergangen
        olga> [Nr. 1]
        olga< Gesendet: 2 von 2 [Zurückziehen]
        olga> [Zurückziehen]
        olga< wirklich zurückziehen?
        olga> [Ja, zurückziehen]
        olga< Ich ziehe jetzt jede Kopie zurück ... Die laufende Korrektur endet damit.
    """)
    for _ in range(4):
        await stage.tick(TICK)
    stage.expect_soon("olga", "Zurückgezogen: Nachricht 1")
    assert (await first(stage)).state is S.WITHDRAWN


async def test_only_moderators_stop_and_take_back(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")

    def release(work: Work) -> None:
        assert work.announcements.move(1, S.ENQUEUING, [S.WAITING], stage.clock.now(), released_by=1)

    await stage.play(SENDS.split("olga> [Jetzt senden")[0])
    await stage.play("""
        olga> [Zur Freigabe geben]
        olga< wartet jetzt auf Freigabe
    """)
    await stage.work(release)
    await stage.play("""
        olga> /broadcasts
        olga< Laufen gerade
        olga> [Nr. 1]
    """)
    assert "Senden abbrechen" not in stage.expect("olga", "[Pause]").labels


# -- what everybody gets with a digest -------------------------------------------------------------------------------


async def test_what_waits_for_digests_is_corrected_and_reported(stage: Stage) -> None:
    await daily(stage)
    await organisers(stage, olga="moderator")
    await announce(stage, "Am 3. März.")
    await stage.work(lambda work: work.announcements.move(1, S.SENDING, tuple(S), stage.clock.now()))
    await stage.tick(TICK)
    stage.expect("olga", "ist durch. ... Mit einer Zusammenfassung: 1")
    await stage.play("""
        olga> /broadcasts
        olga< Vergangen
        olga> [Nr. 1]
        olga< Mit einer Zusammenfassung: 1 [Korrigieren] [Zurückziehen]
        olga> [Korrigieren]
        olga< Bisher steht da: ... Am 3. März.
        olga> Am 4. März.
        olga< So steht es dann
        olga> [Überall korrigieren]
        olga< Ich korrigiere jetzt jede Kopie
    """)
    for _ in range(4):
        await stage.tick(TICK)
    stage.expect_soon("olga", "Die Korrektur ist")
    stage.clock.turn(**EVENING)
    await stage.tick("digests")
    await stage.play("< Eine Nachricht des Bündnisses ... Am 4. März.")


async def has_a_digest(stage: Stage) -> None:
    """Somebody has got it with a digest; Olga sees its report."""
    await daily(stage)
    await organisers(stage, olga="moderator")
    await announce(stage, "Am 3. März.")
    stage.clock.turn(**EVENING)
    await stage.tick("digests")
    await stage.play("< Am 3. März.")
    await stage.tick(TICK)
    await look(stage)


async def look(stage: Stage) -> None:
    hush(stage, "olga")
    await stage.play("""
        olga> /broadcasts
        olga< Vergangen
        olga> [Nr. 1]
        olga< Mit einer Zusammenfassung: 1 [Zurückziehen]
    """)


async def carried_on(stage: Stage) -> None:
    for _ in range(6):
        await stage.tick(TICK)


async def corrected(stage: Stage) -> None:
    await stage.play("""
        olga> [Korrigieren]
        olga< Bisher steht da: ... Am 3. März.
        olga> Am 4. März.
        olga< So steht es dann
        olga> [Überall korrigieren]
        olga< Ich korrigiere jetzt jede Kopie
    """)
    await carried_on(stage)


async def test_who_has_it_in_a_digest_gets_the_correction_as_a_message_of_its_own(stage: Stage) -> None:
    await has_a_digest(stage)
    await corrected(stage)
    stage.expect_soon(
        "olga", "Die Korrektur ist durch ... Ein Mensch hat sie schon mit einer Zusammenfassung bekommen."
    )
    await stage.play("""
        < Korrektur ... Am 4. März.
        <<
    """)


async def test_a_reader_in_a_pause_keeps_nobody_waiting_for_the_end_of_a_correction(stage: Stage) -> None:
    await has_a_digest(stage)
    reader, _ = await person(stage)
    until = stage.clock.now() + timedelta(days=20)
    await stage.work(lambda work: work.wishes.set_pause(reader.id, until))
    await corrected(stage)
    stage.expect_soon("olga", "Die Korrektur ist durch")
    await stage.play("<<")
    stage.clock.turn(days=20)
    await stage.tick(TICK)
    await stage.play("< Korrektur ... Am 4. März.")


async def test_who_has_it_in_a_digest_is_told_that_it_was_taken_back(stage: Stage) -> None:
    await has_a_digest(stage)
    await stage.play(WITHDRAWS)
    hush(stage, "olga")
    await carried_on(stage)
    stage.expect_soon("olga", "Zurückgezogen ... Dorthin kam eine kurze eigene Nachricht.")
    await stage.play("""
        < Aus einer Zusammenfassung zurückgezogen: die Nachricht vom 23. November 2026.
        <<
    """)


async def test_a_digest_written_after_a_correction_is_not_corrected(stage: Stage) -> None:
    await daily(stage)
    await organisers(stage, olga="moderator")
    await announce(stage, "Am 3. März.")
    await stage.tick(TICK)
    await look(stage)
    await corrected(stage)
    stage.clock.turn(**EVENING)
    await stage.tick("digests")
    await carried_on(stage)
    await stage.play("""
        < Am 4. März.
        <<
    """)


async def test_what_was_taken_back_is_in_no_digest(stage: Stage) -> None:
    await daily(stage)
    await organisers(stage, olga="moderator")
    await announce(stage, "Am 3. März.")
    await stage.tick(TICK)
    hush(stage, "olga")
    await stage.play("""
        olga> /broadcasts
        olga< Vergangen
        olga> [Nr. 1]
        olga< Mit einer Zusammenfassung: 1
    """)
    await stage.play(WITHDRAWS)
    stage.clock.turn(**EVENING)
    await stage.tick("digests")
    await stage.play("<<")
    await stage.tick(TICK)
    assert (await first(stage)).bundled == 0
    assert "announcement-withdrawn" in await deeds(stage)
