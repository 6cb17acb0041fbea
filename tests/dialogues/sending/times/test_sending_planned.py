"""When an announcement goes out: at a time, every week, every month; and what is due, or long overdue."""

from datetime import UTC, datetime

from bot.domain.announcements.announcement import AnnouncementState
from tests.dialogues.announcing.test_announcing import TICK, WRITES, _called, audience, first
from tests.stage import Stage

DUE = "announcements-due"

PLANS = f"""
    {WRITES}
    olga> [Planen]
    olga< Wann soll die Nachricht gehen? ... „24.12. 17:00“ [Jede Woche] [Jeden Monat]
"""
TOMORROW = """
    olga> morgen 9 Uhr
    olga< Sendezeit: am 24. November 2026, 09:00. Stimmt das? [Ja, so planen]
    olga> [Ja, so planen]
    olga< Geplant: am 24. November 2026, 09:00. Bis dahin lässt sich alles noch ändern.
"""
CONFIRMS_AGAIN = """
    olga> /sendungen
    olga<
    olga> [Nr. 1]
    olga<
    olga> [Ändern]
    olga< Was möchten Sie ändern?
    olga> [Zurück]
    olga< So kommt sie an
    olga> [Stimmt so]
"""
"""Changes nothing of it, which makes it a draft all the same."""


async def test_at_a_time(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("lea<<")
    stage.clock.turn(hours=23, minutes=1)
    await stage.tick(DUE)
    await stage.play("olga< geht jetzt an 2 Menschen. [Pause]")
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März
        bert< Am 3. März
    """)


async def test_times_that_cannot_be_are_refused_in_one_sentence(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play("""
        olga> irgendwann
        olga< Diesen Zeitpunkt verstehe ich nicht.
        olga> gestern 9 Uhr
        olga< Dieser Zeitpunkt ist schon vorbei.
        olga> morgen 25:00
        olga< Diese Uhrzeit gibt es nicht.
        olga> heute 8 Uhr
        olga< Dieser Zeitpunkt ist schon vorbei.
        olga> morgen
        olga< Mir fehlt noch die Uhrzeit.
        olga> 28.3.2027 2:30
        olga< Diese Stunde gibt es nicht: Die Uhr wird in dieser Nacht vorgestellt.
        olga> 24.12.2029 17:00
        olga< mehr als ein Jahr hin
        olga> December 24 5 pm
        olga< Sendezeit: am 24. Dezember 2026, 17:00
    """)


async def test_a_last_question_left_open_too_long_plans_nothing(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play("""
        olga> heute 10:30
        olga< Stimmt das?
    """)
    stage.clock.turn(hours=1)
    await stage.play("""
        olga> [Ja, so planen]
        olga< schon vorbei ... Nachricht 1 (Entwurf)
    """)


async def test_every_month_on_the_last_friday(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play("""
        olga> [Jeden Monat]
        olga< Am wievielten im Monat, zum Beispiel am zweiten Montag? [ersten] [letzten]
        olga> [letzten]
        olga< An welchem Wochentag? [Montag] [Freitag]
        olga> [Freitag]
        olga< Um wie viel Uhr? [09:00] [17:00]
        olga> 8 Uhr
        olga< jeden Monat am letzten Freitag um 8 Uhr, das nächste Mal am 27. November 2026, 08:00. Stimmt das?
        olga> [Ja, so planen]
        olga< Geplant: jeden Monat am letzten Freitag
    """)
    stage.clock.at = datetime(2026, 11, 27, 7, 1, tzinfo=UTC)
    await stage.tick(DUE)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("""
        olga< geht jetzt an 2 Menschen
        lea< Am 3. März
        lea<<
    """)
    assert (await first(stage)).send_at == datetime(2026, 12, 25, 7, 0, tzinfo=UTC)
    stage.clock.at = datetime(2026, 12, 28, 7, 0, tzinfo=UTC)
    await stage.tick(TICK)
    stage.expect("olga", "ist durch")
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("""
        olga< ist dieses Mal ausgefallen ... das nächste Mal am 29. Januar 2027
        lea<<
    """)


async def test_what_is_long_overdue_is_asked_about_and_not_poured_out(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    stage.clock.turn(days=3)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga< war geplant am 24. November 2026, 09:00, und ich konnte sie nicht senden. ... wieder als Entwurf [Ansehen]
        olga> [Ansehen]
        olga< Nachricht 1 (Entwurf) [Planen]
    """)


async def test_a_planned_one_can_be_changed_given_another_time_or_called_off(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await stage.play("""
        olga> /sendungen
        olga< Geplant ... Nachricht 1 ... am 24. November 2026, 09:00 [Nr. 1]
        olga> [Nr. 1]
        olga< Nachricht 1 (geplant am 24. November 2026, 09:00) [Ändern] [Anders planen] [Absagen]
        olga> [Anders planen]
        olga<
        olga> 24.12. 17:00
        olga<
        olga> [Ja, so planen]
        olga< Geplant: am 24. Dezember 2026, 17:00
    """)
    assert (await first(stage)).state is AnnouncementState.SCHEDULED
    await stage.play("""
        olga> /sendungen
        olga<
        olga> [Nr. 1]
        olga<
        olga> [Absagen]
        olga< ist abgesagt und wieder ein Entwurf. ... die Sendezeit nicht. ... (Entwurf) ... Am 3. März [Planen]
    """)
    assert (await first(stage)).send_at is None
    stage.clock.turn(days=40)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("lea<<")


async def test_changing_the_words_of_a_planned_one_needs_a_new_release(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await stage.play(CONFIRMS_AGAIN)
    await stage.play("""
        olga< Nachricht 1 (Entwurf, vorgesehen am 24. November 2026, 09:00) ... [Wie vorgesehen] [Planen]
    """)
    stage.clock.turn(days=2)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        olga> [Wie vorgesehen]
        olga< war geplant am 24. November 2026, 09:00. Dieser Zeitpunkt ist vorbei. [Zu einer anderen Zeit]
        olga> [Jetzt sofort]
        olga< geht jetzt an 2 Menschen.
    """)


async def test_a_planned_one_that_is_changed_keeps_its_time_if_that_is_said(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await stage.play(CONFIRMS_AGAIN)
    await stage.play("""
        olga<
        olga> [Wie vorgesehen]
        olga< Geplant: am 24. November 2026, 09:00.
    """)
    stage.clock.turn(days=1)
    await stage.tick(DUE)
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März")


async def test_a_rehearsal_of_a_planned_one_is_about_its_own_time(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    bert = await stage.work(lambda work: _called(work, stage, "bert"))
    await stage.work(lambda work: work.wishes.set_quiet(bert, 8, 13))
    await stage.play("""
        olga> /sendungen
        olga<
        olga> [Nr. 1]
        olga<
        olga> [Probelauf]
        olga< haben sie am 24. November 2026, 09:00 ... Ruhezeit ... spätestens am 24. November 2026, 13:00
    """)
    await stage.work(lambda work: work.wishes.set_quiet(bert, None, None))
    await stage.work(lambda work: work.wishes.set_pause(bert, datetime(2026, 12, 24, 8, 0, tzinfo=UTC)))
    await stage.play("""
        olga> [Probelauf]
        olga< spätestens am 24. Dezember 2026, 09:00
    """)
