"""While an announcement runs: who is answered and asked, what can be pressed, and what counts as held up."""

import re
from dataclasses import replace

import pytest

from bot.core.ports import Work
from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.announcements.wishes import calendar
from handlers.announcements.releasing.running import how_far, speed
from tests.dialogues.announcing.test_announcing import SENDS, TICK, WRITES, audience, first
from tests.dialogues.sending.test_sending_steps import hush, only_one_is_sent
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

S = AnnouncementState


async def test_stopping_answers_whoever_pressed_and_ends_what_is_shown(stage: Stage) -> None:
    await audience(stage)
    await organisers(stage, mara="moderator")
    await stage.play(SENDS)
    await only_one_is_sent(stage)
    hush(stage, "olga", "mara")
    await stage.play("""
        mara> /broadcasts
        mara< Laufen gerade
        mara> [Nr. 1]
        mara< ist angehalten. ... Gesendet: 1 von 2 [Weiter] [Langsamer] [Senden abbrechen]
        mara> [Senden abbrechen]
        mara< wirklich abbrechen?
        mara> [Ja, abbrechen]
        mara< ist abgebrochen. Es wird nichts mehr gesendet.
    """)
    if stage.fake.abilities.closes_questions:
        with pytest.raises(AssertionError, match="Pause"):
            await stage.play("olga> [Pause]")
    await stage.tick(TICK)
    report = "wurde abgebrochen. ... Gesendet: 1 von 2 ... Nicht mehr gesendet, weil abgebrochen: 1"
    stage.expect_soon("olga", report)
    stage.expect_soon("mara", report)


def _shown(work: Work, stage: Stage) -> str:
    """What the message says in which it is told how far it is."""
    announcement = work.announcements.get(1)
    assert announcement is not None
    post = stage.conversation.post(work, stage.clock.now())
    return post.texts.render(how_far(post, announcement), "de")


async def test_in_a_pause_no_choice_is_dead(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.play("olga> [Pause]")
    with pytest.raises(AssertionError, match="Schneller"):
        await stage.play("olga> [Schneller]")
    await stage.play("olga> [Langsamer]")
    shown = await stage.work(lambda work: _shown(work, stage))
    assert "ist angehalten" in shown
    assert re.search(r"Tempo: höchstens \d+ in der Minute", shown)
    slow = (await first(stage)).rate
    await stage.play("olga> [Schneller]")
    assert 0 < slow != (await first(stage)).rate


async def test_a_long_run_that_moves_is_healthy(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await only_one_is_sent(stage)
    await stage.work(lambda work: work.announcements.move(1, S.SENDING, [S.PAUSED], stage.clock.now()))
    tick = next(tick for tick in stage.routes.ticks if tick.name == TICK)
    await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))
    stage.clock.turn(hours=23)
    await stage.work(lambda work: work.announcements.moved(1, 7, stage.clock.now()))
    stage.clock.turn(hours=23)
    await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))
    assert (await first(stage)).state is S.SENDING
    stage.clock.turn(hours=25)
    await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))
    assert (await first(stage)).state is S.PAUSED


async def test_who_left_the_team_is_not_asked_how_it_goes_on(stage: Stage) -> None:
    await audience(stage)
    await organisers(stage, mara="moderator")
    await stage.play(SENDS)
    await only_one_is_sent(stage)
    await stage.work(lambda work: work.announcements.move(1, S.SENDING, [S.PAUSED], stage.clock.now()))

    def leaves(work: Work) -> None:
        found = work.announcements.get(1)
        assert found is not None
        work.people.set_role(found.author, None)

    await stage.work(leaves)
    hush(stage, "olga", "mara")
    stage.clock.turn(hours=25)
    tick = next(tick for tick in stage.routes.ticks if tick.name == TICK)
    await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))
    await stage.deliver()
    await stage.play("""
        mara< wurde aufgehalten. Ein Mensch hat sie noch nicht bekommen. [Weiter]
        olga<<
    """)


async def test_progress_waits_while_a_change_of_it_waits(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await only_one_is_sent(stage)
    await stage.work(lambda work: work.announcements.move(1, S.SENDING, [S.PAUSED], stage.clock.now()))
    tick = next(tick for tick in stage.routes.ticks if tick.name == "announcement-progress")

    def queued(work: Work) -> int:
        return sum(count for (_, state), count in work.ledger.tally().items() if state == "queued")

    before = await stage.work(queued)
    for rate in (1.0, 2.0, 4.0):
        await stage.work(lambda work, rate=rate: work.announcements.set_rate(1, rate))
        await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))
    assert await stage.work(queued) == before + 1


async def test_progress_that_was_rolled_back_is_told_at_the_next_turn(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await only_one_is_sent(stage)
    await stage.work(lambda work: work.announcements.move(1, S.SENDING, [S.PAUSED], stage.clock.now()))
    tick = next(tick for tick in stage.routes.ticks if tick.name == "announcement-progress")

    def lost(work: Work) -> None:
        tick.run(stage.conversation.post(work, stage.clock.now()))
        raise LookupError("the transaction is rolled back")

    def queued(work: Work) -> int:
        return sum(count for (_, state), count in work.ledger.tally().items() if state == "queued")

    before = await stage.work(queued)
    with pytest.raises(LookupError):
        await stage.work(lost)
    await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))
    assert await stage.work(queued) == before + 1


async def test_an_album_goes_as_slowly_as_its_pictures(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    kept = await first(stage)
    album = replace(kept, draft=replace(kept.draft, files=tuple(range(1, 11))))
    one, ten = await stage.work(
        lambda work: [speed(stage.conversation.post(work, stage.clock.now()), told) for told in (kept, album)]
    )
    assert ten == pytest.approx(one / 10 if stage.fake.abilities.rate else one)


async def test_whoever_leaves_the_alliance_while_it_pauses_gets_nothing_for_members(stage: Stage) -> None:
    await audience(stage)
    await stage.play(
        SENDS.replace("> [Alle (2)]", "> [Nur Mitglieder (1)]")
        .replace("Mitglieder und Interessierte", "alle Mitglieder")
        .replace("Das sind genau 2 Menschen. [", "Das ist genau ein Mensch. [")
        .replace("Das sind genau 2 Menschen.\n", "Das ist genau 1 Mensch.\n")
        .replace("genau 2 Menschen", "genau 1 Mensch")
        .replace("(an 2)", "(an 1)")
        .replace("an 2 Menschen", "an einen Menschen")
    )

    def writes_and_pauses(work: Work) -> None:
        while not work.announcements.enqueue(1, calendar(stage.clock.now(), 0, stage.alliance.zone)):
            pass
        work.announcements.move(1, S.PAUSED, [S.SENDING], stage.clock.now())

    await stage.work(writes_and_pauses)
    hush(stage, "olga")
    await stage.play("""
        lea> /austreten
        lea<
        lea> [Nur austreten]
        lea<
    """)
    await stage.play("olga> /sendungen")
    await stage.play("olga> [Nr. 1]")
    await stage.play("olga> [Weiter]")
    await stage.tick(TICK)
    await stage.tick(TICK)
    await stage.play("lea<<")
    stage.expect_soon("olga", "ist durch ... Gesendet: 0 von 1 ... Nicht mehr unter den Empfängern: 1")
