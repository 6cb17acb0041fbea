"""What becomes of a draft whose writer loses the role, and gets it back."""

from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.people.person import Role
from tests.dialogues.announcing.test_announcing import SENDS, TICK, WRITES, _called, audience
from tests.dialogues.sending.test_sending import HANDS_IN
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


async def test_a_draft_waits_for_the_role_to_come_back(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await stage.play("""
        olga> /nachricht
        olga<
        olga> Ein langer Entwurf
        olga< Soll ein Bild
    """)
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "olga"), None))
    await stage.play("""
        olga> [Ohne]
        olga< Das kann nur das Team ... Ihr Entwurf bleibt
        olga> weiter
        olga<
    """)
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "olga"), Role.EDITOR))
    await stage.play("""
        olga> /nachricht
        olga< Hier liegt noch ein Entwurf
        olga> [Weitermachen]
        olga< Soll ein Bild
    """)


async def test_without_the_role_a_draft_is_not_gone_on_with(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await stage.play("""
        olga> /nachricht
        olga<
        olga> Ein langer Entwurf
        olga< Soll ein Bild
        olga> später
        olga< Ihr Entwurf bleibt [Weitermachen]
    """)
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "olga"), None))
    await stage.play("""
        olga> [Weitermachen]
        olga< Das kann nur das Team
    """)


async def test_whoever_loses_the_role_with_the_question_open_declines_nothing(stage: Stage) -> None:
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
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "mara"), Role.EDITOR))
    await stage.play("mara> Das Datum fehlt.")
    waits = await stage.work(lambda work: work.announcements.get(1))
    assert waits.state is AnnouncementState.WAITING


async def test_whoever_left_the_team_hears_nothing_of_its_announcements(stage: Stage) -> None:
    await audience(stage)
    await organisers(stage, mara="moderator")
    await stage.play(SENDS)
    await stage.work(lambda work: work.people.set_role(_called(work, stage, "olga"), None))
    await stage.tick(TICK)
    await stage.tick(TICK)
    await stage.play("olga<<")
    stage.expect_soon("mara", "ist durch")


async def test_a_picture_from_whoever_is_not_of_the_team_any_more_is_not_even_kept(stage: Stage) -> None:
    await organisers(stage, edda="editor")
    await stage.play("""
        edda> /nachricht
        edda< Was möchten Sie schreiben?
        edda> Offene Werkstatt am Samstag!
        edda< Soll ein Bild oder eine Datei mit?
    """)
    (edda,) = await stage.work(lambda work: work.people.organisers())
    await stage.work(lambda work: work.people.set_role(edda.id, None))
    await stage.play("edda> (picture)")
    stage.expect_soon("edda", "nur das Team")
    assert (await stage.work(lambda work: work.privacy.export(edda.id)))["files"] == []
