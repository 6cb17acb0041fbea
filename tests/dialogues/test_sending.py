"""Releasing an announcement, and the report of who got it and who did not."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.core.ports import Lane, Settlement, State, Work
from bot.domain.announcements.wishes import calendar
from tests.dialogues.test_announcing import TICK, WRITES, audience
from tests.dialogues.test_stories import organisers
from tests.stage import Stage

BERLIN = ZoneInfo("Europe/Berlin")


async def test_an_editor_writes_and_a_moderator_releases(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    await stage.play("""
        olga> [Zur Freigabe geben]
        olga< wartet jetzt auf Freigabe
        mara< Eine Nachricht wartet auf Freigabe. ... Am 3. März ... (2). [Jetzt senden (an 2)] [Verwerfen]
    """)
    await stage.tick(TICK)
    await stage.play(
        """
        lea<<
        mara> [Jetzt senden (an 2)]
        mara< geht jetzt an 2 Menschen
        olga< Ihre Nachricht ist freigegeben.
        mara> [Jetzt senden (an 2)]
        mara< Das ist schon entschieden: wird gerade gesendet.
    """
        if not stage.fake.abilities.closes_questions
        else """
        lea<<
        mara> [Jetzt senden (an 2)]
        mara< geht jetzt an 2 Menschen
        olga< Ihre Nachricht ist freigegeben.
    """
    )
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März
        bert< Am 3. März
    """)


async def test_of_two_moderators_the_second_changes_nothing(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator", mona="owner")
    await stage.play(WRITES)
    await stage.play("""
        olga> [Zur Freigabe geben]
        olga< wartet
        mara< Eine Nachricht wartet
        mona< Eine Nachricht wartet
        mara> [Verwerfen]
        mara< Verworfen.
        olga< Ihre Nachricht wurde nicht freigegeben. Es wurde nichts gesendet.
        mona> [Jetzt senden (an 2)]
        mona< Das ist schon entschieden: verworfen. Es hat sich nichts geändert.
    """)
    await stage.tick(TICK)
    await stage.play("lea<<")


async def test_the_report_names_members_who_did_not_get_it(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga< geht jetzt
    """)
    await stage.work(lambda work: _enqueue_and_lose(work, stage))
    await stage.deliver()
    await stage.tick(TICK)
    await stage.play("""
        olga< Angekommen: 0 von 2 ... Nicht erreichbar: 2 [Wer fehlt?]
        olga> [Wer fehlt?]
        olga< Nicht erreichbar: Lea und eine Person ohne Namen.
    """)


def _enqueue_and_lose(work: Work, stage: Stage) -> None:
    """The rows are written, then everybody but Olga blocks the bot."""
    while not work.announcements.enqueue(1, calendar(stage.clock.now(), 0, BERLIN)):
        pass
    olga = work.people.organisers()[0].id
    for address in stage.addresses:
        person, contact = work.people.find(stage.fake.account, [address])[address]
        if person.id != olga:
            work.people.set_reachable(contact.id, reachable=False)


async def test_what_was_left_waiting_can_be_sent_later(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Test an mich]
        olga<
        olga<
        olga> /sendungen
        olga< Nr. 1, 23. November 2026: Am 3. März treffen wir uns im Rathaus. (wartet, 0 von 0 angekommen) [Nr. 1]
        olga> [Nr. 1]
        olga< Nachricht 1 (wartet) [Jetzt senden (an 2)] [Verwerfen]
        olga> [Verwerfen]
        olga< Verworfen.
        olga> [Nr. 1]
        olga< Nachricht 1 (verworfen)
    """)


async def test_a_longer_sending_shows_its_progress_in_one_message(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga< geht jetzt an 2 Menschen
    """)

    def enqueue(work: Work) -> None:
        while not work.announcements.enqueue(1, calendar(stage.clock.now(), 0, BERLIN)):
            pass

    await stage.work(enqueue)
    before = await stage.work(lambda work: len(work.ledger.sent_to(1, 0)))
    await stage.tick("announcement-progress")
    after = await stage.work(lambda work: len(work.ledger.sent_to(1, 0)))
    assert after == before + 1, "one edit, no further message"
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März
        bert< Am 3. März
    """)


async def test_messages_of_uncertain_fate_are_told_and_not_sent_again(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga< geht jetzt
    """)
    await stage.work(lambda work: _fate_unknown(work, stage))
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga< Ungewiss: 2 [Wer fehlt?]
        olga> [Wer fehlt?]
        olga< Vielleicht angekommen, vielleicht nicht: Lea und eine Person ohne Namen.
        olga> /sendungen
        olga< 0 von 2 angekommen ... 2 Nachrichten. ... Ich sende sie nicht von selbst noch einmal
    """)


def _fate_unknown(work: Work, stage: Stage) -> None:
    """The rows go out, and no answer comes from the network."""
    now, account = stage.clock.now(), stage.fake.account
    while not work.announcements.enqueue(1, calendar(now, 0, BERLIN)):
        pass
    lease = work.accounts.lease(account, "stage", now, now + timedelta(days=1))
    assert lease is not None
    rows = work.ledger.claim(account, lease.fence, [Lane.ANNOUNCEMENT], 100, [], now)
    work.ledger.settle([Settlement(row.id, row.contact, State.UNCERTAIN, problem="no answer") for row in rows], now)
