"""What comes by itself: the reminder, the thanks, and the line that is asked for."""

from bot.core.ports import Work
from bot.domain.people.consent import Purpose
from tests.dialogues.events.test_planning import comes, event, guests, published
from tests.dialogues.pledges.test_pledging import PLEDGES
from tests.stage import Stage

REMINDERS, THANKS = "event-reminders", "event-thanks"


async def said(stage: Stage) -> object:
    """The lines kept about the date."""
    return await stage.work(lambda work: [words for _, words in work.events.said(1)])


async def test_whoever_comes_is_reminded_once_on_the_day_before_by_day(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    stage.clock.turn(days=8, hours=22, minutes=30)  # Wednesday, 08:30 in Lörrach
    await stage.tick(REMINDERS)
    await stage.play("<<")
    stage.clock.turn(minutes=30)
    await stage.tick(REMINDERS)
    await stage.tick(REMINDERS)
    await stage.play("""
        < Bald ist es so weit: Herbsttreffen. Donnerstag, 3. Dezember 2026, 18:00 Uhr, Rathaus [Ich komme doch nicht]
        <<
        > [Ich komme doch nicht]
        < Schade!
    """)
    assert await guests(stage) == 0


async def test_who_presses_an_old_reminder_after_the_date_loses_nothing(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    stage.clock.turn(days=9)
    await stage.tick(REMINDERS)
    await stage.play("< Bald ist es so weit: Herbsttreffen. ... [Ich komme doch nicht]")
    stage.clock.turn(days=2)
    await stage.play("""
        > [Ich komme doch nicht]
        < Dieser Termin ist vorbei. [Alle Termine]
    """)
    assert await guests(stage) == 1


async def test_quiet_hours_hold_it_back_and_a_late_sign_up_needs_none(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    await stage.play("""
        > /folgen
        <
        > [Ja, Nachrichten bekommen]
        <
        > /nachrichten 20-11 Uhr
        <
    """)
    stage.clock.turn(days=9)  # Wednesday, 10:00
    await comes_late(stage)
    await stage.tick(REMINDERS)
    await stage.play("<<")
    stage.clock.turn(hours=1)
    await stage.tick(REMINDERS)
    await stage.play("""
        < Bald ist es so weit: Herbsttreffen.
        bert<<
    """)


async def comes_late(stage: Stage) -> None:
    """Bert signs up when everybody else is reminded."""
    await stage.play("""
        bert> /termine
        bert< [Ich komme]
        bert> [Ich komme]
        bert< Ihre Daten
        bert> [Einverstanden, weiter]
        bert< Schön, dass Sie kommen! ... Bis bald!
    """)


async def test_stopp_ends_reminders_and_thanks_but_not_a_word_that_it_is_off(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    await stage.play("""
        > STOPP
        < Sie bekommen keine Nachrichten mehr. ... Auch an Ihre Termine erinnere ich nicht mehr. Angemeldet bleiben Sie.
        > STOPP
        < Sie bekommen keine Nachrichten mehr. Alles andere bleibt, wie es ist.
    """)
    stage.clock.turn(days=9)
    await stage.tick(REMINDERS)
    await stage.play("<<")
    known = await event(stage)
    await stage.work(lambda work: work.events.call_off(known, ""))
    await stage.tick("event-changes")
    await stage.play("""
        < Leider fällt ein Termin aus: Herbsttreffen
        <<
    """)


async def thanked(stage: Stage) -> None:
    """Anna has come, and is thanked the day after."""
    await published(stage)
    await comes(stage)
    stage.clock.turn(days=10, hours=13)  # 23:00 after it: not at night
    await stage.tick(THANKS)
    await stage.play("<<")
    stage.clock.turn(hours=11)
    await stage.tick(THANKS)
    await stage.tick(THANKS)
    await stage.play("< Danke für Ihre Anmeldung zu „Herbsttreffen“! Wie war es? [Satz schreiben] [Lieber nicht]")
    await stage.play("<<")


async def test_the_line_is_typed_and_the_team_reads_it_without_a_name(stage: Stage) -> None:
    await thanked(stage)
    await stage.play("""
        > Sehr herzlich, gern wieder.
        < Danke! Das Team kann Ihren Satz jetzt lesen.
        <<
        > /termine
        < Zurzeit steht kein Termin an.
        otto> /termine
        otto< Zurzeit steht kein Termin an. [Vergangene Termine]
        otto> [Vergangene Termine]
        otto< Ein Termin, vorbei oder abgesagt: [Herbsttreffen (3. Dezember 2026)]
        otto> [Herbsttreffen (3. Dezember 2026)]
        otto< Dieser Termin ist vorbei. [Sätze dazu lesen]
        otto> [Sätze dazu lesen]
        otto< Ein Satz zu „Herbsttreffen“: ... Sehr herzlich, gern wieder.
        otto<<
    """)
    assert await said(stage) == ["Sehr herzlich, gern wieder."]


async def test_while_something_has_been_begun_a_choice_typed_is_no_line(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen machen Sie mit?
    """)
    await thanked(stage)
    await stage.play("""
        > kirche
        < Hier liegt noch ein Entwurf: Ihr Beitritt
    """)
    assert await said(stage) == []


async def test_later_a_press_asks_for_the_line_and_a_second_one_takes_its_place(stage: Stage) -> None:
    await thanked(stage)
    await stage.play("""
        > [Satz schreiben]
        < Wie war „Herbsttreffen“? Ein Satz genügt.
        > Gut.
        < Danke! ... [Satz ändern]
        > [Satz ändern]
        < Wie war
        > Sehr gut.
        < Danke!
    """)
    assert await said(stage) == ["Sehr gut."]


async def test_rather_not_is_fine_and_later_words_are_not_taken_for_the_line(stage: Stage) -> None:
    await thanked(stage)
    await stage.play("""
        > [Lieber nicht]
        < In Ordnung. Bis zum nächsten Mal! [Alle Termine]
        > Wo finde ich etwas über Wärmepumpen?
        < Meinten Sie
    """)
    assert await said(stage) == []


async def test_what_is_typed_after_the_line_is_no_second_one(stage: Stage) -> None:
    await thanked(stage)
    await stage.play("""
        > Sehr herzlich.
        < Danke! ... [Satz ändern] [Alle Termine]
        > Wann ist das nächste Treffen bei euch?
        < nicht verstanden
    """)
    assert await said(stage) == ["Sehr herzlich."]


async def test_after_signing_off_words_are_no_line(stage: Stage) -> None:
    await thanked(stage)
    await stage.work(lambda work: work.events.sign_off(1, work.events.guests(1)[0].person))
    await stage.play("""
        > Wann ist das nächste Treffen bei euch?
        < nicht verstanden
    """)


async def test_long_after_the_thanks_words_are_no_line(stage: Stage) -> None:
    await thanked(stage)
    stage.clock.turn(days=10)
    await stage.play("""
        > Wann ist das nächste Treffen bei euch?
        < nicht verstanden
    """)
    assert await said(stage) == []


async def test_a_line_waits_for_a_notice_that_has_changed_since(stage: Stage) -> None:
    await thanked(stage)

    def forget_notice(work: Work) -> None:
        work.consents.withdraw(work.events.guests(1)[0].person, Purpose.NOTICE, stage.clock.now())

    await stage.work(forget_notice)
    await stage.play("""
        > Sehr herzlich.
        < Ihre Daten, kurz gesagt [Einverstanden, weiter] [Nur lesen]
    """)
    assert await said(stage) == []
    await stage.play("""
        > [Einverstanden, weiter]
        < Danke! Das Team kann Ihren Satz jetzt lesen.
    """)
    assert await said(stage) == ["Sehr herzlich."]


async def test_words_that_could_answer_a_check_in_answer_what_was_asked_last(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await published(stage)
    await stage.play("""
        > /termine
        <
        > [Ich komme]
        < Schön
    """)
    stage.clock.turn(days=10, hours=10)
    await stage.tick("check-ins")
    await stage.play("< Kurze Rückmeldung")
    stage.clock.turn(hours=15)
    await stage.tick(THANKS)
    await stage.play("""
        < Danke für Ihre Anmeldung
        > 7 km
        < Das Team kann Ihren Satz jetzt lesen.
    """)
    assert await said(stage) == ["7 km"]


async def test_word_of_a_date_holds_no_check_in_back(stage: Stage) -> None:
    await stage.play(PLEDGES)
    await published(stage)
    await stage.play("""
        > /termine
        <
        > [Ich komme]
        < Schön
        otto> [Ändern]
        otto<
        otto> [Ort]
        otto<
        otto> Kirche
        otto<
        otto> [So übernehmen]
        otto< Alle Angemeldeten erfahren es.
    """)
    stage.clock.turn(days=3)
    await stage.tick("event-changes")
    await stage.play("< Ein Termin hat sich geändert.")
    stage.clock.turn(hours=7)  # Thursday, 17:00
    await stage.tick("check-ins")
    await stage.play("< Kurze Rückmeldung")


async def test_nobody_is_thanked_for_what_was_called_off_or_is_long_over(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    stage.clock.turn(days=18)
    await stage.tick(THANKS)
    await stage.play("<<")


async def test_after_its_time_nobody_knows_any_more_who_came(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    stage.clock.turn(days=11 + stage.alliance.notice.period_days)
    await stage.tick("tidy")
    assert await guests(stage) == 0

    def still(work: Work) -> bool:
        return work.events.get(1) is not None

    assert await stage.work(still)
