"""What becomes of a draft whose writer loses the role, and gets it back."""

from bot.domain.people.person import Role
from tests.dialogues.announcing.test_announcing import _called
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
