"""What an outage has held up for more than a day is not poured out: it pauses, and its author decides."""

from bot.core.ports import Work
from bot.domain.announcements.announcement import AnnouncementState as S
from handlers.announcements.releasing.running import how_far
from tests.dialogues.announcing.test_announcing import TICK, WRITES, audience
from tests.dialogues.sending.test_sending_steps import hush
from tests.stage import Stage

SENT = f"""
    {WRITES}
    olga> [Jetzt senden (an 2)]
    olga< wirklich senden? [Ja, senden]
    olga> [Ja, senden]
    olga< geht jetzt an 2 Menschen.
"""


async def test_what_was_begun_more_than_a_day_ago_and_never_written_is_asked_about_too(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENT)
    stage.clock.turn(hours=25)
    await stage.tick(TICK)
    await stage.play("""
        olga< wurde aufgehalten. 2 Menschen haben sie noch nicht bekommen. ... Soll sie weitergehen? [Weiter]
        lea<<
        bert<<
        olga> [Weiter]
    """)
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März\nbert< Am 3. März")


async def test_what_is_more_than_a_day_late_is_asked_about(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENT)

    def written_but_not_sent(work) -> None:
        from bot.domain.announcements.wishes import calendar

        while not work.announcements.enqueue(1, calendar(stage.clock.now(), 0, stage.alliance.zone)):
            pass

    await stage.work(written_but_not_sent)
    stage.clock.turn(hours=25)
    tick = next(tick for tick in stage.routes.ticks if tick.name == TICK)
    await stage.work(lambda work: tick.run(stage.conversation.post(work, stage.clock.now())))
    await stage.deliver()
    await stage.play("""
        olga< wurde aufgehalten. 2 Menschen haben sie noch nicht bekommen. ... Soll sie weitergehen? [Weiter]
        lea<<
        bert<<
    """)
    await stage.play("olga> [Weiter]")
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März\nbert< Am 3. März")


async def test_what_is_stopped_before_its_copies_are_written_tells_how_many_it_was_for(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENT)
    hush(stage, "olga")
    await stage.work(lambda work: work.announcements.move(1, S.PAUSED, [S.ENQUEUING], stage.clock.now()))

    def shown(work: Work) -> str:
        announcement = work.announcements.get(1)
        assert announcement is not None
        post = stage.conversation.post(work, stage.clock.now())
        return post.texts.render(how_far(post, announcement), "de")

    said = str(await stage.work(shown))
    assert "Gesendet: 0 von 2\nNoch zu senden: 2" in said
    await stage.work(lambda work: work.announcements.move(1, S.CANCELLED, [S.PAUSED], stage.clock.now()))
    assert "Gesendet: 0 von 2" in str(await stage.work(shown))
    await stage.tick(TICK)
    stage.expect_soon("olga", "wurde abgebrochen. ... Gesendet: 0 von 2 ... Nicht mehr gesendet, weil abgebrochen: 2")
    await stage.play("lea<<")
    await stage.play("""
        olga> /sendungen
        olga< Nachricht 1 ... beendet [Nr. 1]
    """)
