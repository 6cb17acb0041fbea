"""The organisers' queue: approve, ask back, decline with a reason; two at once; every deed in the audit."""

from dataclasses import replace

from bot.core.ports import Work
from bot.domain.story import StoryState
from handlers.stories.storycard import as_draft
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_stories import TELLS, organisers, state
from tests.stage import Stage


async def deeds(stage: Stage) -> list[str]:
    """The audit table, oldest first."""

    def look(work: Work) -> list[str]:
        return [deed.what for deed in reversed(work.organisation.deeds())]

    found = await stage.work(look)
    assert isinstance(found, list)
    return found


async def told(stage: Stage, **roles: str) -> None:
    """A team, and a story that waits."""
    await organisers(stage, **roles)
    await stage.play(TELLS)


async def test_a_story_is_approved_and_the_author_hears_of_it(stage: Stage) -> None:
    await told(stage, olga="moderator", otto="editor")
    await stage.play("""
        olga< Neue Geschichte zur Freigabe ... Das Dach ist voll ... nicht im Bündnis [Freigeben] [Rückfrage]
        otto<<
        olga> [Freigeben]
        olga< Freigegeben: „Das Dach ist voll“. Sehen darf sie jetzt: alle, auch im Internet. [Freigabe zurücknehmen]
        olga<<
        < Ihre Geschichte „Das Dach ist voll“ ist veröffentlicht.
        <<
    """)
    assert await state(stage) is StoryState.APPROVED
    assert await deeds(stage) == ["story-approved"]


async def test_a_story_for_the_team_only_is_not_called_published(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play(TELLS.replace("> [Öffentlich]", "> [Erst mal nur das Team]"))
    await stage.play("""
        olga< nur das Team
        olga> [Freigeben]
        olga< nur das Team
        < Das Team hat Ihre Geschichte „Das Dach ist voll“ gelesen.
        bert> /geschichten
        bert< noch keine Geschichte
    """)


async def test_a_release_can_be_taken_back_at_once(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Freigeben]
        olga< Freigegeben
        < veröffentlicht
        olga> [Freigabe zurücknehmen]
        olga< Zurückgenommen: „Das Dach ist voll“ wartet wieder. [Freigeben]
        < Das Team schaut noch einmal auf Ihre Geschichte
        bert> /geschichten
        bert< noch keine Geschichte
    """)
    assert await deeds(stage) == ["story-approved", "story-undone"]


async def test_of_two_organisers_the_second_is_told_who_was_faster(stage: Stage) -> None:
    await told(stage, olga="moderator", otto="owner")
    await stage.play("""
        olga< Neue Geschichte
        otto< Neue Geschichte
        olga> [Freigeben]
        olga< Freigegeben
        < veröffentlicht
        otto> [Freigeben]
        otto< Da war jemand schneller ... im Stand „freigegeben“. Es hat sich nichts geändert.
        otto<<
        <<
    """)
    assert await deeds(stage) == ["story-approved"]


async def test_two_declining_at_once_give_one_reason(stage: Stage) -> None:
    await told(stage, olga="moderator", otto="owner")
    await stage.play("""
        olga< Neue Geschichte
        otto< Neue Geschichte
        olga> [Nicht veröffentlichen]
        olga< Warum soll
        otto> [Nicht veröffentlichen]
        otto< Warum soll
        olga> Bitte ohne den Namen des Nachbarn.
        olga< So geht der Grund hinaus: [Absenden]
        olga> [Absenden]
        olga< Der Grund ist unterwegs.
        < Bitte ohne den Namen
        otto> Zu kurz.
        otto< So geht der Grund hinaus: [Absenden]
        otto> [Absenden]
        otto< Da war jemand schneller ... im Stand „nicht veröffentlicht“
        <<
    """)


async def test_a_declined_story_comes_with_a_reason_and_can_be_changed(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Nicht veröffentlichen]
        olga< Warum soll „Das Dach ist voll“ so nicht erscheinen? ... Gelöscht wird nichts.
        olga> Bitte ohne den Namen des Nachbarn.
        olga< So geht der Grund hinaus: [Absenden]
        olga> [Absenden]
        olga< Der Grund ist unterwegs.
        < so nicht veröffentlichen. ... Grund: Bitte ohne den Namen [Ändern] [Nachfragen] [Löschen]
        > [Ändern]
        < So sieht sie aus
        > [Was Sie gemacht haben]
        < Was haben Sie gemacht?
        > Wir haben Module aufs Dach gelegt.
        < So sieht sie aus: ... Wir haben Module aufs Dach gelegt.
        > [Absenden]
        < Die neue Fassung
        olga< Wir haben Module aufs Dach gelegt. [Freigeben]
    """)
    assert await deeds(stage) == ["story-declined"]
    assert await state(stage) is StoryState.SUBMITTED


async def test_the_author_may_delete_a_declined_story(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Nicht veröffentlichen]
        olga< Warum
        olga> Das ist Werbung.
        olga< So geht der Grund hinaus: [Absenden]
        olga> [Absenden]
        olga< unterwegs
        < Werbung
        > [Löschen]
        < löschen? [Ja, löschen]
        > [Ja, löschen]
        < ist gelöscht
    """)
    await press(stage, "", "story-change", 1)
    await stage.play("< Diese Geschichte gibt es hier nicht mehr.")


async def test_a_story_taken_back_meanwhile_cannot_be_approved(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        > [Meine Geschichten]
        <
        > [Das Dach ist voll (wartet auf das Team)]
        <
        > [Zurückziehen]
        <
        > [Ja, zurückziehen]
        < ist zurückgezogen
        olga> [Freigeben]
        olga< im Stand „zurückgezogen“
        <<
    """)
    assert await state(stage) is StoryState.WITHDRAWN


async def test_cancelling_a_refusal_leaves_everything_as_it_is(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
        olga> [Nicht veröffentlichen]
        olga< Warum
        olga> abbrechen
        olga< Abgebrochen.
        <<
    """)
    assert await state(stage) is StoryState.SUBMITTED


async def test_party_names_are_hinted_at_and_never_blocked(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play(TELLS.replace("Alle haben geholfen.", "Die CDU und die SPD haben geholfen."))
    await stage.play("""
        olga< Hinweis: Bitte prüfen, ob der Text überparteilich ist (CDU, SPD). Nur ein Hinweis, keine Bewertung.
        olga> [Freigeben]
        olga< Freigegeben
    """)


async def test_the_queue_shows_one_after_the_other(stage: Stage) -> None:
    await told(stage, olga="moderator")
    await stage.play("""
        olga< Neue Geschichte
    """)
    await stage.work(_one_more)
    await stage.play("""
        olga> /warteschlange
        olga< 2 Geschichten warten. Das ist Nummer 1. ... Das Dach ist voll [Freigeben] [Nächste zeigen]
        olga> [Nächste zeigen]
        olga< Das ist Nummer 2. ... Zweite Geschichte [Freigeben]
        olga> [Freigeben]
        olga< Zweite Geschichte ... Eine weitere Geschichte wartet noch. [Nächste zeigen]
    """)


def _one_more(work: Work) -> None:
    story = work.stories.get(1)
    assert story is not None
    assert story.author is not None
    draft = replace(as_draft(story), title="Zweite Geschichte")
    work.stories.add(draft, story.author, "", "", "", story.submitted_at)


async def test_members_cannot_moderate(stage: Stage) -> None:
    """A role that was taken away takes the buttons with it."""
    await told(stage, olga="moderator")
    await stage.play("""
        > /warteschlange
        < Das kann nur das Team
        olga< Neue Geschichte
    """)
    await stage.work(_no_role)
    await stage.play("""
        olga> [Freigeben]
        olga< Das kann nur das Team
    """)
    assert await state(stage) is StoryState.SUBMITTED


def _no_role(work: Work) -> None:
    for organiser in work.people.organisers():
        work.people.set_role(organiser.id, None)


async def test_without_anybody_else_the_author_moderates(stage: Stage) -> None:
    await stage.play("""
        > /start
        <
    """)
    await stage.make_organiser("anna", "owner")
    await stage.play(TELLS.partition("    < Danke!")[0])
    await stage.play("""
        < Neue Geschichte zur Freigabe [Freigeben]
        < Danke!
        > [Freigeben]
        < Freigegeben
        <<
    """)


async def test_in_english(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await stage.play("""
        olga> /language en
        olga<
    """)
    await stage.play(TELLS)
    await stage.play("""
        olga< New story to review ... Das Dach ist voll [Approve] [Ask the author] [Do not publish]
        olga> [Approve]
        olga< Approved: "Das Dach ist voll". Who may see it now: everybody, also on the internet.
        < Ihre Geschichte „Das Dach ist voll“ ist veröffentlicht.
    """)
