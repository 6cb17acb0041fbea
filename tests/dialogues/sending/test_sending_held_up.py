"""What an outage has held up for more than a day is not poured out: it pauses, and its author decides."""

from tests.dialogues.announcing.test_announcing import TICK, WRITES, audience
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
