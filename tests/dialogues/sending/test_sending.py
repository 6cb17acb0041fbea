"""From a draft to a sending: test, rehearsal, second pair of eyes, time, and the way it goes."""

from dataclasses import replace

import pytest

from bot.core.ports import Work
from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.announcements.wishes import calendar
from bot.domain.people.person import Role
from tests.dialogues.announcing.test_announcing import SENDS, TICK, WRITES, _called, audience, first
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

HANDS_IN = """
    olga> [Zur Freigabe geben]
    olga< wartet jetzt auf Freigabe.
"""


@pytest.fixture
def strict(stage: Stage) -> Stage:
    """An alliance in which every audience of more than one needs a second pair of eyes."""
    stage.alliance = replace(stage.alliance, announcing=replace(stage.alliance.announcing, second_eyes_above=1))
    stage.__post_init__()
    return stage


async def test_a_test_goes_to_the_organiser_alone_and_leaves_everything_changeable(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Test an mich]
        olga< Am 3. März treffen wir uns im Rathaus. ... Abbestellen: STOPP
        olga< Oben steht der Test, nur für Sie ... alles noch ändern. [Test an mich] [Probelauf] [Planen] [Ändern]
        lea<<
    """)
    await stage.tick(TICK)
    assert (await first(stage)).state is AnnouncementState.DRAFT


async def test_a_rehearsal_sends_nothing_and_says_how_long_it_takes(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    takes = "Dauer eine Sekunde"
    if stage.fake.abilities.usual_rate:
        takes = "Dauer etwa 10 Sekunden. Das Tempo bestimmt dort der Server. Üblich ist eine Nachricht in 5 Sekunden"
    await stage.play(f"""
        olga> [Probelauf]
        olga< Probelauf für Nachricht 1 ... Gesendet wurde nichts. ... an 2 Menschen, {takes} ... haben sie am
        lea<<
    """)


async def test_discarding_asks_first_and_sends_nothing(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Verwerfen]
        olga< wirklich verwerfen? [Nein, zurück] [Ja, verwerfen]
        olga> [Ja, verwerfen]
        olga< ist verworfen. Es wurde nichts gesendet.
        olga> /sendungen
        olga< Es wurde noch keine Nachricht geschrieben.
    """)
    await stage.tick(TICK)
    await stage.play("lea<<")
    assert await deeds(stage) == ["announcement-written", "announcement-discarded"]


# -- a second pair of eyes -------------------------------------------------------------------------------------------


async def test_an_editor_writes_and_a_moderator_releases(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    await stage.play(HANDS_IN)
    await stage.play("""
        mara< Eine Nachricht wartet auf Ihre Freigabe. Sendezeit: sofort nach der Freigabe.
        mara< Nachricht 1 (wartet auf Freigabe) ... Am 3. März ... genau 2 Menschen [Test an mich] [Freigeben]
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea<<
        mara> [Freigeben]
        mara< freigeben? Sie geht an 2 Menschen. [Nein, zurück] [Ja, freigeben]
        mara> [Ja, freigeben]
        mara< geht jetzt an 2 Menschen
        olga< Nachricht 1 ... ist freigegeben und geht jetzt an 2 Menschen [Pause]
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März
        bert< Am 3. März
    """)
    await stage.tick(TICK)
    for name in ("olga", "mara"):
        stage.expect_soon(name, "ist durch. ... Gesendet: 2 von 2")


async def test_of_two_moderators_the_second_changes_nothing(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator", mona="owner")
    await stage.play(WRITES)
    await stage.play(HANDS_IN)
    await stage.play("""
        mara<
        mara<
        mona<
        mona<
        mara> [Freigeben]
        mara<
        mona> [Freigeben]
        mona<
        mara> [Ja, freigeben]
        mara< geht jetzt
        mona> [Ja, freigeben]
        mona< Das ist schon entschieden: wird gerade gesendet. Es hat sich nichts geändert.
    """)
    assert (await deeds(stage)).count("announcement-sent") == 1


async def test_not_released_it_goes_back_with_a_reason(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    await stage.play(HANDS_IN)
    await stage.play("""
        mara<
        mara<
        mara> [Nicht freigeben]
        mara< Warum nicht?
        mara> [Abbrechen]
        mara< Gut, es ist nichts entschieden. Mit /sendungen
        mara> /sendungen
        mara<
        mara> [Nr. 1]
        mara<
        mara> [Nicht freigeben]
        mara< Warum nicht?
        mara> Das Datum fehlt.
        mara< ist nicht freigegeben. Der Grund ist weitergegeben.
        olga< wurde nicht freigegeben. Grund: Das Datum fehlt. ... Der Entwurf liegt wieder bei Ihnen. [Ändern]
        olga> [Ändern]
        olga< Was möchten Sie ändern? [Text]
    """)


async def test_nobody_releases_their_own_to_many(strict: Stage) -> None:
    await audience(strict)
    await strict.play(WRITES)
    await strict.play("""
        olga> [Zur Freigabe geben]
        olga< braucht eine zweite Person ... Der Entwurf bleibt. ... /team ... Nachricht 1 (Entwurf)
    """)
    await organisers(strict, mara="moderator")
    await strict.play("""
        olga> [Zur Freigabe geben]
        olga< wartet jetzt auf Freigabe. Eine Person ist gefragt.
        mara<
        mara< [Freigeben]
        mara> [Freigeben]
        mara<
        mara> [Ja, freigeben]
        mara< geht jetzt
    """)


@pytest.mark.parametrize(
    ("left", "why"),
    [(None, "Das kann nur das Team des Bündnisses."), (Role.EDITOR, "Das können im Team nur Moderation und Leitung")],
)
async def test_who_lost_the_role_gets_one_sentence_and_the_announcement_stays(
    stage: Stage, left: Role | None, why: str
) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    await stage.play(HANDS_IN)
    await stage.play("""
        mara<
        mara<
        mara> [Freigeben]
        mara<
    """)
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "mara"), left))
    await stage.play(f"""
        mara> [Ja, freigeben]
        mara< {why}
        mara<<
    """)
    assert (await first(stage)).state is AnnouncementState.WAITING


# -- on its way ------------------------------------------------------------------------------------------------------


def _enqueue(work: Work, stage: Stage) -> None:
    while not work.announcements.enqueue(1, calendar(stage.clock.now(), 0, stage.alliance.zone)):
        pass


async def _messages(stage: Stage, name: str = "olga") -> int:
    def count(work: Work) -> int:
        contact = work.people.contact_of(_called(work, stage, name))
        assert contact is not None
        return len(work.ledger.sent_to(contact.id, 0))

    found = await stage.work(count)
    assert isinstance(found, int)
    return found


async def test_progress_is_shown_in_one_message_and_only_when_something_changed(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.work(lambda work: _enqueue(work, stage))
    before = await _messages(stage)
    await stage.tick("announcement-progress")
    assert await _messages(stage) == before + 1, "one edit"
    await stage.tick("announcement-progress")
    assert await _messages(stage) <= before + 2, "the copies went out meanwhile"
    now = await _messages(stage)
    await stage.tick("announcement-progress")
    assert await _messages(stage) == now, "nothing has changed"


async def test_pause_slower_and_go_on(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.play("olga> [Langsamer]")
    rate = (await first(stage)).rate
    assert rate > 0
    await stage.play("olga> [Pause]")
    assert (await first(stage)).state is AnnouncementState.PAUSED
    await stage.tick(TICK)
    await stage.play("lea<<")
    await stage.play("olga> [Schneller]")
    assert (await first(stage)).rate != rate
    await stage.play("olga> [Weiter]")
    assert (await first(stage)).state is AnnouncementState.ENQUEUING
    await stage.tick(TICK)
    await stage.play("lea< Am 3. März")
    assert (await deeds(stage))[2:] == [
        "announcement-slower",
        "announcement-paused",
        "announcement-faster",
        "announcement-resumed",
    ]


async def test_stopping_asks_once_and_is_reported(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.play("""
        olga> [Senden abbrechen]
        olga< wirklich abbrechen? Was noch nicht gesendet ist, wird nicht mehr gesendet. [Nein, zurück] [Ja, abbrechen]
        olga> [Ja, abbrechen]
        olga< ist abgebrochen. Es wird nichts mehr gesendet.
    """)
    await stage.tick(TICK)
    stage.expect_soon("olga", "wurde abgebrochen.")
    await stage.play("lea<<")


async def test_fault_57_who_stops_meanwhile_does_not_get_it(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.play("""
        bert> STOPP
        bert< keine Nachrichten mehr
    """)
    await stage.tick(TICK)
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März
        bert<<
        olga< Gesendet: 1 von 1
    """)
