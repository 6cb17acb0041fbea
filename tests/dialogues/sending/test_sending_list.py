"""The list of all announcements: page by page, planned ones in order; and messages whose fate nobody knows."""

from datetime import timedelta

import pytest

from bot.core.messages import Outgoing
from bot.core.ports import Lane, Settlement, State, Work
from bot.domain.announcements.announcement import AnnouncementState, Draft, Words
from bot.domain.announcements.audience import Audience
from tests.dialogues.announcing.test_announcing import _called
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


async def written(
    stage: Stage, count: int, state: AnnouncementState = AnnouncementState.DRAFT, by: str = "olga"
) -> None:
    """So many announcements; each is planned for a day before the one written before it."""

    def write(work: Work) -> None:
        author, now = _called(work, stage, by), stage.clock.now()
        for at in range(count):
            draft = Draft(Words("de", f"Neuigkeit {at + 1}"), Audience())
            number = work.announcements.add(author, draft, AnnouncementState.DRAFT, now)
            work.announcements.schedule(number, now + timedelta(days=count - at), "")
            if state is not AnnouncementState.DRAFT:
                work.announcements.move(number, state, [AnnouncementState.DRAFT], now)

    await stage.work(write)


async def test_what_does_not_fit_comes_on_the_next_page(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await written(stage, 7)
    await stage.play("""
        olga> /sendungen
        olga< Entwürfe ... Neuigkeit 7 ... Neuigkeit 3 [Nr. 3] [Weitere Entwürfe]
        olga> [Weitere Entwürfe]
        olga< Entwürfe ... Neuigkeit 2 ... Neuigkeit 1 [Nr. 1]
    """)


async def test_planned_ones_come_in_the_order_in_which_they_go_out(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await written(stage, 6, AnnouncementState.SCHEDULED)
    await stage.play("""
        olga> /sendungen
        olga< Geplant ... Neuigkeit 6 ... Neuigkeit 5 ... Neuigkeit 2 [Weitere geplante]
    """)


async def test_an_editor_sees_their_own_drafts_however_many_others_there_are(stage: Stage) -> None:
    await organisers(stage, olga="editor", edda="editor")
    await written(stage, 1)
    await written(stage, 30, by="edda")
    await stage.play("""
        olga> /sendungen
        olga< Entwürfe ... Neuigkeit 1 [Nr. 1]
        olga<<
    """)


async def _lose(stage: Stage, lane: Lane = Lane.REPLY) -> None:
    """A reply to Bert whose fate nobody knows."""

    def lose(work: Work) -> None:
        now, account = stage.clock.now(), stage.fake.account
        contact = work.people.contact_of(_called(work, stage, "bert"))
        assert contact is not None
        work.ledger.add(contact.id, Outgoing("Gern geschehen."), lane, now)
        lease = work.accounts.lease(account, "stage", now, now + timedelta(days=1))
        assert lease is not None
        rows = work.ledger.claim(account, lease.fence, list(Lane), 100, [], now)
        work.ledger.settle([Settlement(row.id, row.contact, State.UNCERTAIN) for row in rows], now)

    await stage.work(lose)


async def test_an_uncertain_digest_is_called_one(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play("""
        bert> /folgen
        bert<
    """)
    await stage.play("bert> [Ja, Nachrichten bekommen]")
    await stage.play("bert<")
    await _lose(stage, Lane.ANNOUNCEMENT)
    await stage.play("olga> /sendungen")
    stage.expect_soon("olga", "Zusammenfassung über ... 23. November 2026")


async def test_an_uncertain_reply_is_sent_again_or_left_as_an_organiser_says(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play("""
        bert> /start
        bert<
    """)
    await _lose(stage)
    await stage.play("olga> /sendungen")
    seen = stage.expect("olga", "Antworten: 1, Rückmeldungen: 0 ... Antwort über ... 23. November 2026")
    again, leave = seen.labels[-2:]
    await stage.play(f"""
        olga> [{again}]
        olga< noch einmal senden? Vielleicht ist sie schon angekommen. [Nein, zurück] [Ja, erneut senden]
        olga> [Nein, zurück]
        olga< Antwort über ... [{again}]
        bert<<
        olga> [{again}]
        olga<
        olga> [Ja, erneut senden]
        olga< Eine Nachricht geht noch einmal hinaus.
        bert< Gern geschehen.
    """)
    await _lose(stage)
    await stage.play("olga> /sendungen")
    leave = stage.expect("olga", "Antworten: 1").labels[-1]
    await stage.play(f"""
        olga> [{leave}]
        olga< so lassen? ... Das lässt sich nicht mehr ändern. [Nein, zurück] [Ja, so lassen]
        olga> [Ja, so lassen]
        olga< Gut, diese eine bleibt so.
        bert<<
        olga> /sendungen
        olga< Es wurde noch keine Nachricht geschrieben.
        olga<<
    """)
    assert (await deeds(stage))[-2:] == ["message-resent", "message-left"]


@pytest.mark.parametrize("deed", ["doubt-again", "doubt-leave"])
async def test_what_is_decided_for_good_about_an_uncertain_one_needs_its_question(stage: Stage, deed: str) -> None:
    await organisers(stage, olga="moderator")
    await stage.play("""
        bert> /start
        bert<
    """)
    await _lose(stage)
    [row] = await stage.work(lambda work: work.ledger.uncertain())
    await press(stage, "olga", deed, row.id)
    await stage.play("""
        olga< Diese Frage ist nicht mehr offen.
        bert<<
    """)
    assert await stage.work(lambda work: work.ledger.uncertain()) == [row]


async def test_after_one_decision_the_others_can_still_be_decided(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play("""
        bert> /start
        bert<
    """)
    await _lose(stage)
    await _lose(stage)
    await stage.play("olga> /sendungen")
    leave = stage.expect("olga", "Antworten: 2").labels[-1]
    await stage.play(f"""
        olga> [{leave}]
        olga<
        olga> [Ja, so lassen]
    """)
    other = stage.expect("olga", "Gut, diese eine bleibt so. ... Antwort über").labels[-1]
    assert other != leave
    await stage.play(f"""
        olga> [{other}]
        olga<
        olga> [Nein, zurück]
        olga< Antwort über
        olga> [{other}]
        olga<
        olga> [Ja, so lassen]
        olga< Gut, diese eine bleibt so.
        olga<<
    """)


async def test_what_has_been_uncertain_for_a_month_is_over(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play("""
        bert> /start
        bert<
    """)
    await _lose(stage)
    stage.clock.turn(days=31)
    await stage.play("olga> /sendungen")
    assert "ngewiss" not in stage.expect("olga", "noch keine Nachricht").words


async def test_what_was_put_aside_while_writing_can_be_gone_on_with_and_an_empty_list_begins_one(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await stage.play("""
        olga> /sendungen
        olga< Es wurde noch keine Nachricht geschrieben. [Nachricht schreiben]
        olga> [Nachricht schreiben]
        olga< Was möchten Sie schreiben?
        olga> Ein Anfang.
        olga< Soll ein Bild
        olga> Später
        olga< bleibt
        olga> /sendungen
        olga< angefangen und zur Seite gelegt. [Angefangene weiterschreiben]
        olga> [Angefangene weiterschreiben]
        olga< Entwurf
    """)
