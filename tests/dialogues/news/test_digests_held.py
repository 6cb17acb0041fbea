"""Digests held back: by quiet hours, by a pause, and for good by STOPP (fault 57)."""

import pytest

from bot.core.ports import Work
from bot.domain.announcements.announcement import AnnouncementState, Step, Words
from tests.dialogues.news.test_digests import EVENING, TICK, daily
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.scenes import announce
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

S = AnnouncementState


async def test_in_quiet_hours_it_waits_for_their_end(stage: Stage) -> None:
    await daily(stage)
    await stage.play("""
        > /nachrichten von 16 bis 19
        < Ruhezeit: von 16 bis 19 Uhr
    """)
    await announce(stage, "Zum Abend.")
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("<<")
    stage.clock.turn(hours=2)
    await stage.tick(TICK)
    await stage.play("""
        < Zum Abend.
        <<
    """)


async def test_after_a_pause_comes_one_digest(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten bis 26. November
        < Pause: bis 26. November 2026.
    """)
    await announce(stage, "Vom Montag.")
    stage.clock.turn(days=1)
    await announce(stage, "Vom Dienstag.")
    await stage.tick(TICK)
    await stage.play("<<")
    stage.clock.turn(days=2)
    await stage.tick(TICK)
    await stage.play("""
        < 2 Nachrichten ... Vom Montag. ... Vom Dienstag.
        <<
    """)


async def test_a_pause_ended_early_brings_it_at_once_and_a_longer_one_later(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten bis 26. November
        < Pause: bis 26. November 2026.
    """)
    await announce(stage, "Hat gewartet.")
    await stage.play("""
        > /nachrichten bis 6. Januar
        < Pause: bis 6. Januar 2027.
    """)
    stage.clock.turn(days=4)
    await stage.tick(TICK)
    await stage.play("""
        <<
        > [Pause beenden]
        < Die Pause ist vorbei. ... Eine Nachricht hat schon gewartet und kommt gleich.
    """)
    await stage.tick(TICK)
    await stage.play("""
        < Hat gewartet.
        <<
    """)


async def test_who_wants_it_at_once_again_gets_what_waited(stage: Stage) -> None:
    await daily(stage)
    await announce(stage, "Erste.")
    await announce(stage, "Zweite.")
    await stage.play("""
        > /nachrichten sofort
        < Gemerkt. ... 2 Nachrichten haben schon gewartet und kommen gleich
    """)
    await stage.tick(TICK)
    await stage.play("""
        < 2 Nachrichten ... Erste. ... Zweite.
        <<
    """)


@pytest.mark.parametrize("again", [False, True])
async def test_fault_57_stopp_empties_what_waits_for_a_digest(stage: Stage, again: bool) -> None:
    await daily(stage)
    await announce(stage, "Nicht mehr.")
    await stage.play("""
        > STOPP
        < keine Nachrichten mehr
    """)
    if again:
        await stage.play("""
            > [Nachrichten einschalten]
            < Gern!
        """)
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("<<")


async def test_fault_57_stopp_holds_a_digest_that_is_written_already(stage: Stage) -> None:
    await daily(stage)
    await announce(stage, "Nicht mehr.")
    stage.clock.turn(**EVENING)
    tick = next(tick for tick in stage.routes.ticks if tick.name == TICK)
    await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))
    await stage.play("""
        > STOPP
        < keine Nachrichten mehr
        <<
    """)


async def test_fault_57_stopp_in_a_pause_and_in_a_running_announcement(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await announce(stage, "Läuft gerade.", deliver=False)
    await stage.play("""
        > STOPP
        < keine Nachrichten mehr
        <<
        > [Nachrichten einschalten]
        < Gern!
        > /nachrichten bis 26. November
        < Pause
    """)
    await announce(stage, "In der Pause.")
    await stage.play("""
        > stop
        < keine Nachrichten mehr
    """)
    stage.clock.turn(days=4)
    await stage.tick(TICK)
    await stage.play("<<")


async def test_what_has_waited_comes_after_the_quiet_hours_and_that_is_said(stage: Stage) -> None:
    await daily(stage)
    await announce(stage, "Wartet.")
    stage.clock.turn(hours=13)
    await stage.play("""
        > /nachrichten von 21 bis 7
        < Gemerkt.
        > [Sofort]
        < Eine Nachricht hat schon gewartet. Nach der Ruhezeit kommt sie, um 7 Uhr.
    """)
    await stage.tick(TICK)
    await stage.play("<<")
    stage.clock.turn(hours=9)
    await stage.tick(TICK)
    await stage.play("< Wartet.")


# -- what was written and has not been sent --------------------------------------------------------------------------


async def written(stage: Stage, number: int = 1) -> None:
    """A day's digest is written and not yet sent, as in an outage; the first is released and done."""
    await daily(stage)
    await organisers(stage, olga="moderator")
    await announce(stage, "Am 3. März.")
    if number > 1:
        await announce(stage, "Neuer Zuschuss.")
    await stage.work(lambda work: work.announcements.move(1, S.DONE, tuple(S), stage.clock.now()))
    stage.clock.turn(**EVENING)
    tick = next(tick for tick in stage.routes.ticks if tick.name == TICK)
    await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))


def took_back(work: Work, stage: Stage) -> None:
    """The first is being taken back at this moment."""
    assert work.announcements.begin(1, Step.WITHDRAW)
    assert work.announcements.move(1, S.WITHDRAWN, [S.DONE], stage.clock.now())


async def test_words_taken_back_are_not_sent_with_a_digest_that_was_written_before(stage: Stage) -> None:
    await written(stage, 2)
    await stage.work(lambda work: took_back(work, stage))
    await stage.deliver()
    await stage.play("<<")
    await stage.tick(TICK)
    await stage.play("""
        < Eine Nachricht des Bündnisses ... Neuer Zuschuss.
        <<
    """)


async def test_a_digest_of_nothing_but_what_was_taken_back_is_not_sent_at_all(stage: Stage) -> None:
    await written(stage)
    await stage.work(lambda work: took_back(work, stage))
    await stage.deliver()
    await stage.tick(TICK)
    await stage.play("<<")
    kept = await stage.work(lambda work: work.announcements.get(1))
    assert kept.bundled == 0, "nobody has got it with a digest"


async def test_a_digest_written_before_a_correction_comes_with_the_new_words(stage: Stage) -> None:
    await written(stage, 2)

    def correct(work: Work) -> None:
        assert work.announcements.begin(1, Step.CORRECT)
        work.announcements.reword(1, Words("de", "Am 4. März."))

    await stage.work(correct)
    await stage.deliver()
    await stage.play("<<")
    await stage.tick(TICK)
    await stage.play("""
        < 2 Nachrichten ... Am 4. März. ... Neuer Zuschuss.
        <<
    """)
