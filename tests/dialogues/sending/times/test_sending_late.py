"""Another time is another decision: what is moved needs a new release, what is released late is asked about."""

from bot.domain.announcements.announcement import AnnouncementState
from tests.dialogues.announcing.test_announcing import TICK, audience, first
from tests.dialogues.sending.times.test_sending_planned import DUE, PLANS, TOMORROW
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

RELEASES = """
    mara< Eine Nachricht wartet auf Ihre Freigabe.
    mara< Nachricht 1 (wartet auf Freigabe, geplant {when}
    mara> [Freigeben]
    mara< freigeben? Sie geht an 2 Menschen. Sendezeit: {when}
    mara> [Ja, freigeben]
"""
HANDED_IN = TOMORROW.split("olga< Geplant", maxsplit=1)[0] + "olga< wartet jetzt auf Freigabe. Eine Person ist gefragt."

EVERY_THURSDAY = """
    olga> [Jede Woche]
    olga<
    olga> [Donnerstag]
    olga<
    olga> [09:00]
    olga<
    olga> [Ja, so planen]
"""


async def editor_and_moderator(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")


async def test_an_editor_cannot_move_what_was_released_without_a_new_release(stage: Stage) -> None:
    await editor_and_moderator(stage)
    await stage.play(PLANS)
    await stage.play(HANDED_IN)
    await stage.play(RELEASES.format(when="am 24. November 2026, 09:00"))
    await stage.play("""
        mara< Geplant: am 24. November
        olga< ist freigegeben. Geplant: am 24. November
        olga> /sendungen
        olga<
        olga> [Nr. 1]
        olga<
        olga> [Anders planen]
        olga<
    """)
    await stage.play(EVERY_THURSDAY)
    await stage.play("""
        olga< hat eine andere Sendezeit. Damit braucht sie eine neue Freigabe. ... wartet jetzt auf Freigabe.
        mara< wartet auf Ihre Freigabe. Sendezeit: donnerstags um 9 Uhr
        mara< [Freigeben]
    """)
    assert (await first(stage)).state is AnnouncementState.WAITING
    stage.clock.turn(days=4)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("lea<<")


async def test_the_author_gives_another_time_to_what_waits_and_it_is_asked_about_anew(stage: Stage) -> None:
    await editor_and_moderator(stage)
    await stage.play(PLANS)
    await stage.play(HANDED_IN)
    await stage.play("""
        olga> /sendungen
        olga< Warten auf Freigabe ... geplant am 24. November 2026, 09:00 [Nr. 1]
        olga> [Nr. 1]
        olga< [Anders planen]
        olga> [Anders planen]
        olga<
        olga> 26.11. 9 Uhr
        olga<
        olga> [Ja, so planen]
        olga< wartet jetzt auf Freigabe.
        mara<
        mara<
        mara< Sendezeit: am 26. November 2026, 09:00.
    """)
    assert (await first(stage)).state is AnnouncementState.WAITING


async def test_released_too_late_it_goes_at_another_time_or_now_as_the_releaser_says(stage: Stage) -> None:
    await editor_and_moderator(stage)
    await stage.play(PLANS)
    await stage.play(HANDED_IN)
    stage.clock.turn(days=2)
    await stage.play(RELEASES.format(when="am 24. November 2026, 09:00"))
    await stage.play("""
        mara< war geplant am 24. November 2026, 09:00. Dieser ... vorbei. [Zu einer anderen Zeit] [Jetzt sofort]
        mara> [Zu einer anderen Zeit]
        mara< Wann soll die Nachricht gehen?
        mara> morgen 9 Uhr
        mara< am 26. November 2026, 09:00
        mara> [Ja, so planen]
        mara< Geplant: am 26. November 2026, 09:00
        olga< ist freigegeben. Geplant: am 26. November
    """)
    assert (await first(stage)).state is AnnouncementState.SCHEDULED


async def test_released_too_late_it_goes_at_once_only_if_the_releaser_says_so(stage: Stage) -> None:
    await editor_and_moderator(stage)
    await stage.play(PLANS)
    await stage.play(HANDED_IN)
    stage.clock.turn(days=2)
    await stage.play(RELEASES.format(when="am 24. November 2026, 09:00"))
    await stage.play("mara< Dieser Zeitpunkt ist vorbei.")
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        mara> [Jetzt sofort]
        mara< geht jetzt an 2 Menschen.
    """)
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März")


async def test_what_was_declined_is_handed_in_again_with_its_time_or_without(stage: Stage) -> None:
    await editor_and_moderator(stage)
    await stage.play(PLANS)
    await stage.play(EVERY_THURSDAY)
    await stage.play("""
        olga< wartet jetzt auf Freigabe. ... Sendezeit: donnerstags um 9 Uhr
        mara<
        mara< [Nicht freigeben]
        mara> [Nicht freigeben]
        mara<
        mara> Ein Schreibfehler.
        mara< ist nicht freigegeben.
        olga< Ein Schreibfehler. ... [Ändern]
        olga> /sendungen
        olga< [Nr. 1]
    """)
    stage.clock.turn(days=10)  # the Thursday it was meant for is over
    await stage.play("""
        olga> [Nr. 1]
        olga< (Entwurf, vorgesehen donnerstags um 9 Uhr ... 10. Dezember ... [Wie vorgesehen] [Zur Freigabe geben]
        olga> [Wie vorgesehen]
        olga< wartet jetzt auf Freigabe. ... Sendezeit: donnerstags um 9 Uhr
        mara< Sendezeit: donnerstags um 9 Uhr
        mara<
        mara> [Nicht freigeben]
        mara<
        mara> Noch einer.
        mara<
        olga<
        olga> /sendungen
        olga<
        olga> [Nr. 1]
        olga<
        olga> [Zur Freigabe geben]
        olga< wartet jetzt auf Freigabe. ... Sendezeit: sofort nach der Freigabe.
        mara< Sendezeit: sofort nach der Freigabe.
    """)


async def test_a_weekly_one_released_late_goes_at_its_next_time(stage: Stage) -> None:
    await editor_and_moderator(stage)
    await stage.play(PLANS)
    await stage.play(EVERY_THURSDAY)
    await stage.play("""
        olga< wartet jetzt auf Freigabe.
    """)
    stage.clock.turn(days=4)  # a Friday
    await stage.play(RELEASES.format(when="donnerstags um 9 Uhr"))
    await stage.play("mara< Geplant: donnerstags um 9 Uhr, das nächste Mal am 3. Dezember 2026")
    await stage.tick(TICK)
    await stage.play("lea<<")
    kept = await first(stage)
    assert (kept.state, kept.recurrence) == (AnnouncementState.SCHEDULED, "weekly:3:09:00")
