"""What was released alone is looked at again when it is to go: by then it may need a second pair of eyes."""

from dataclasses import replace

from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.people.person import Role
from tests.dialogues.announcing.test_announcing import TICK, _called, audience, first
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.sending.times.test_sending_planned import DUE, PLANS, TOMORROW
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import by, organisers
from tests.stage import Stage

EVERY_THURSDAY = """
    olga> [Jede Woche]
    olga<
    olga> [Donnerstag]
    olga<
    olga> [09:00]
    olga<
    olga> [Ja, so planen]
    olga< Geplant: donnerstags
"""


async def small(stage: Stage) -> None:
    """Two get it, and so many need no second pair of eyes."""
    await audience(stage)
    rules = replace(stage.alliance.announcing, second_eyes_above=2)
    stage.alliance = replace(stage.alliance, announcing=rules)
    stage.__post_init__()


async def grows(stage: Stage) -> None:
    await stage.play(by("dora", FOLLOWS))


async def test_what_has_grown_meanwhile_waits_for_a_second_pair_of_eyes(stage: Stage) -> None:
    await small(stage)
    await organisers(stage, mara="moderator")
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await grows(stage)
    stage.clock.turn(hours=23, minutes=1)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga< ist nicht hinausgegangen. Inzwischen ... an 3 Menschen. Das muss eine zweite ... Eine Person ist gefragt.
        olga<<
        mara< Eine Nachricht wartet auf Ihre Freigabe.
        mara< Nachricht 1 (wartet auf Freigabe, geplant am 24. November 2026, 09:00) ... genau 3 Menschen [Freigeben]
    """)
    assert (await first(stage)).state is AnnouncementState.WAITING
    assert (await deeds(stage))[-1] == "announcement-held-back"
    await stage.tick(DUE)
    await stage.play("""
        mara<<
        mara> [Freigeben]
        mara<
        mara> [Ja, freigeben]
        mara< Dieser Zeitpunkt ist vorbei.
        mara> [Jetzt sofort]
        mara< geht jetzt an 3 Menschen.
        olga< ist freigegeben und geht jetzt an 3 Menschen.
    """)
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März")


async def test_a_recurring_one_leaves_turns_out_until_somebody_releases_it(stage: Stage) -> None:
    await small(stage)
    await organisers(stage, mara="moderator")
    await stage.play(PLANS)
    await stage.play(EVERY_THURSDAY)
    await grows(stage)
    stage.clock.turn(days=2, hours=23, minutes=1)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga< ist nicht hinausgegangen. ... Bis zur Freigabe fällt sie aus. ... Eine Person ist gefragt.
        mara< wartet auf Ihre Freigabe. Sendezeit: donnerstags um 9 Uhr, das nächste Mal am 3. Dezember 2026
        mara< [Freigeben]
        mara> [Freigeben]
        mara<
        mara> [Ja, freigeben]
        mara< Geplant: donnerstags
        olga< ist freigegeben.
    """)
    stage.clock.turn(days=7)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März")


async def test_without_the_role_of_who_released_it_others_are_asked(stage: Stage) -> None:
    await small(stage)
    await organisers(stage, mara="moderator")
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "olga"), Role.EDITOR))
    stage.clock.turn(hours=23, minutes=1)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga< ist nicht hinausgegangen. Wer sie freigegeben hat, darf das nicht mehr. ... Eine Person ist gefragt.
        mara< wartet auf Ihre Freigabe.
        mara< [Freigeben]
    """)


async def test_whoever_is_in_charge_and_asked_hears_of_it_once(stage: Stage) -> None:
    await small(stage)
    await organisers(stage, mara="moderator")
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "olga"), None))
    stage.clock.turn(hours=23, minutes=1)
    await stage.tick(DUE)
    await stage.play("""
        olga<<
        mara< wartet auf Ihre Freigabe.
        mara< [Freigeben]
        mara<<
    """)


async def test_where_nobody_else_may_release_it_is_a_draft_again(stage: Stage) -> None:
    await small(stage)
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await grows(stage)
    stage.clock.turn(hours=23, minutes=1)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga< ist nicht hinausgegangen. Inzwischen ginge die Nachricht an 3 ... wieder als Entwurf da. [Ansehen]
        olga> [Ansehen]
        olga< Nachricht 1 (Entwurf) ... genau 3 Menschen [Zur Freigabe geben]
        olga> [Zur Freigabe geben]
        olga< Gerade gibt es keine. Der Entwurf bleibt.
    """)
