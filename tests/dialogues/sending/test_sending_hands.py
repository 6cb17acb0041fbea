"""Several organisers at one announcement: whose it is, who may do what, and nobody overwrites anybody."""

from dataclasses import replace

from bot.core.ports import Work
from bot.domain.announcements.announcement import AnnouncementState as S
from bot.domain.announcements.announcement import Words
from bot.domain.people.person import Role
from tests.dialogues.announcing.test_announcing import SENDS, TICK, WRITES, _called, audience, first
from tests.dialogues.scenes import press
from tests.dialogues.sending.test_sending import HANDS_IN, _enqueue
from tests.dialogues.sending.times.test_sending_planned import CONFIRMS_AGAIN, PLANS, TOMORROW
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

LOOKS = """
    mara> /sendungen
    mara<
    mara> [Nr. 1]
    mara<
"""
REWORDS = """
    mara> [Ändern]
    mara<
    mara> [Text]
    mara<
    mara> Von Mara geändert.
    mara< So kommt sie an
    mara> [Stimmt so]
"""


async def test_who_changes_it_is_no_author_and_no_second_pair_of_eyes_of_it(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator", mona="moderator")
    rules = replace(stage.alliance.announcing, second_eyes_above=1)
    stage.alliance = replace(stage.alliance, announcing=rules)
    stage.__post_init__()
    await stage.play(WRITES)
    author = (await first(stage)).author
    await stage.play(LOOKS)
    await stage.play(REWORDS)
    await stage.play("""
        mara< Nachricht 1 (Entwurf) ... Von Mara geändert.
        olga< wurde vom Team geändert. Es bleibt Ihre Nachricht [Ansehen]
        mara> [Zur Freigabe geben]
        mara< wartet jetzt auf Freigabe. Eine Person ist gefragt.
        mona< wartet auf Ihre Freigabe
        mona< Von Mara geändert. [Freigeben]
    """)
    kept = await first(stage)
    assert (kept.author, kept.state) == (author, S.WAITING)
    await stage.play("""
        mara> /sendungen
        mara<
        mara> [Nr. 1]
    """)
    seen = stage.expect("mara", "wartet auf Freigabe")
    assert "Freigeben" not in seen.labels


async def test_the_author_hands_a_change_in_and_who_changed_it_may_release_it(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    await stage.play(LOOKS)
    await stage.play(REWORDS)
    await stage.play("""
        mara<
        olga< wurde vom Team geändert. [Ansehen]
        olga> [Ansehen]
        olga< Von Mara geändert.
        olga> [Zur Freigabe geben]
        olga< Eine Person ist gefragt.
        mara<
        mara< [Freigeben]
        mara> [Freigeben]
        mara<
        mara> [Ja, freigeben]
        mara< geht jetzt
    """)


async def test_what_somebody_else_has_changed_meanwhile_is_not_overwritten(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    await stage.play("""
        olga> [Ändern]
        olga<
        olga> [Text]
        olga<
        olga> Von Olga geändert.
        olga< So kommt sie an
    """)
    await stage.play(LOOKS)
    await stage.play(REWORDS)
    await stage.play("""
        mara<
        olga<
        olga> Stimmt so
        olga< inzwischen geändert worden. ... Von Mara geändert.
    """)
    assert (await first(stage)).words.body == "Von Mara geändert."


async def test_a_planned_one_that_is_changed_is_said_to_be_planned_no_longer(stage: Stage) -> None:
    await audience(stage)
    await stage.play(PLANS)
    await stage.play(TOMORROW)
    await stage.play(CONFIRMS_AGAIN)
    await stage.play("""
        olga< Sie ist nicht mehr geplant und wieder ein Entwurf. ... Nachricht 1 (Entwurf, vorgesehen am 24. November
    """)


async def test_an_editor_has_no_business_with_the_announcement_of_another(stage: Stage) -> None:
    await audience(stage)
    await organisers(stage, edda="editor")
    await stage.play(SENDS)
    await stage.tick(TICK)
    await stage.tick(TICK)
    pressed = {"announcement-retry": (1,), "announcement-missing": (1,), "announcement-sure": ("leave", 1)}
    for action, args in pressed.items():
        await press(stage, "edda", action, *args)
        await stage.play("edda< Das kann nur, wer die Nachricht geschrieben hat, oder die Moderation.")
    await press(stage, "edda", "announcement-withdraw", 1)
    await stage.play("edda< Das kann nur die Moderation.")
    assert (await first(stage)).state is S.DONE


async def test_an_editor_is_not_offered_to_take_back_what_was_released(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.tick(TICK)
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "olga"), Role.EDITOR))
    await stage.tick(TICK)
    seen = stage.expect("olga", "ist durch")
    labels = {*seen.labels, *getattr(stage.seat("olga").seen(), "labels", ())}
    assert "Korrigieren" in labels
    assert "Zurückziehen" not in labels


async def test_a_refusal_holds_only_for_what_it_was_written_about(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    await stage.play(HANDS_IN)
    await stage.play("""
        mara<
        mara<
        mara> [Nicht freigeben]
        mara< Warum nicht?
    """)
    await stage.work(lambda work: work.announcements.move(1, S.REQUESTED, [S.WAITING], stage.clock.now()))
    await stage.play("""
        mara> Das Datum fehlt.
        mara< Das ist schon entschieden
    """)
    assert (await first(stage)).state is S.REQUESTED


async def test_a_reason_does_not_hit_words_it_was_not_written_about(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(WRITES)
    await stage.play(HANDS_IN)
    await stage.play("""
        mara<
        mara<
        mara> [Nicht freigeben]
        mara< Warum nicht?
    """)

    def reword(work: Work) -> None:
        waiting = work.announcements.get(1)
        assert waiting is not None
        better = replace(waiting.draft, words=Words("de", "Am 3. März um 18 Uhr"))
        work.announcements.rewrite(1, better, waiting.author)
        work.announcements.move(1, S.WAITING, [S.DRAFT], stage.clock.now())

    await stage.work(reword)
    await stage.play("""
        mara> Die Uhrzeit fehlt.
        mara< inzwischen geändert worden ... Am 3. März um 18 Uhr [Nicht freigeben]
        olga<<
    """)
    assert (await first(stage)).state is S.WAITING


async def test_whoever_cannot_be_reached_was_not_asked(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")

    def gone(work: Work) -> None:
        contact = work.people.contact_of(_called(work, stage, "mara"))
        assert contact is not None
        work.people.set_reachable(contact.id, reachable=False)

    await stage.work(gone)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Zur Freigabe geben]
        olga< wartet jetzt auf Freigabe. Erreichen konnte ich dafür gerade niemanden.
    """)


async def test_numbers_typed_while_it_runs_answer_the_question(stage: Stage) -> None:
    await audience(stage)
    await stage.play(SENDS)
    await stage.play("""
        olga> /nachricht
        olga< Was möchten Sie schreiben?
        olga> Die nächste
        olga< Soll ein Bild
        olga> [Ohne]
        olga< anderen Sprache
    """)

    await stage.work(lambda work: _enqueue(work, stage))
    await stage.tick("announcement-progress")
    while stage.seat("olga").seen() is not None:
        pass
    await stage.play("""
        olga> 1
        olga< Worum geht es?
    """)
    assert (await first(stage)).rate == 0


async def test_somebody_else_of_the_team_stops_it_and_both_hear_of_it(stage: Stage) -> None:
    await audience(stage)
    await organisers(stage, mara="moderator")
    await stage.play(SENDS)
    await stage.play("""
        mara> /sendungen
        mara<
        mara> [Nr. 1]
        mara<
        mara> [Senden abbrechen]
        mara< wirklich abbrechen? [Nein, zurück]
        mara> [Ja, abbrechen]
        mara< ist abgebrochen. Es wird nichts mehr gesendet.
    """)
    await stage.tick(TICK)
    stage.expect_soon("olga", "wurde abgebrochen.")
    await stage.play("lea<<")


async def test_a_time_is_given_only_to_what_was_seen(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    await stage.play(PLANS)
    await stage.play(LOOKS)
    await stage.play(REWORDS)
    await stage.play("""
        mara<
        olga<
        olga> morgen 9 Uhr
        olga< Stimmt das?
        olga> [Ja, so planen]
        olga< inzwischen geändert worden. ... Von Mara geändert.
    """)
    assert (await first(stage)).state is S.DRAFT
