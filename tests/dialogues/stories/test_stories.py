"""Telling a story, looking at it, changing it, taking it back."""

from bot.core.ports import Work
from bot.domain.people.consent import Purpose
from bot.domain.story import StoryState
from handlers.stories.storycard import as_draft
from tests.dialogues.scenes import JOINS
from tests.stage import Stage

INFORMED = """
    > /geschichte
    < Ihre Daten, kurz gesagt ... nur, was Sie dafür freigeben [Einverstanden, weiter] [Nur lesen]
    > [Einverstanden, weiter]
"""
TOLD = """
    < Wie heißt Ihre Geschichte?
    > Das Dach ist voll
    < Was haben Sie gemacht?
    > Wir haben Module aufs Dach der Halle gelegt. Alle haben geholfen.
    < Ihr Tipp
    > Erst den Dachdecker fragen.
    < Zu welchem Ziel
    > [Ausstoß senken]
    < Ein Bild dazu? [Ohne Bild]
    > [Ohne Bild]
    < Wer darf die Geschichte sehen? [Nur das Bündnis] [Öffentlich] [Erst mal nur das Team]
    > [Öffentlich]
    < So sieht sie aus: ... Das Dach ist voll ... Module aufs Dach ... Tipp: Erst den Dachdecker fragen. [Absenden]
    > [Absenden]
    < Danke! Ihre Geschichte liegt jetzt beim Team. [Meine Geschichten]
    <<
"""

TELLS = INFORMED + TOLD
LOOKED_AT = TOLD.split("    > [Absenden]", maxsplit=1)[0]


def by(name: str, transcript: str) -> str:
    """The same said by somebody else."""
    return transcript.replace("    > ", f"    {name}> ").replace("    < ", f"    {name}< ")


async def organisers(stage: Stage, **roles: str) -> None:
    """People of the team who have written before."""
    for name, role in roles.items():
        await stage.play(f"""
            {name}> /start
            {name}<
        """)
        await stage.make_organiser(name, role)


async def consents(stage: Stage) -> set[Purpose]:
    """The open consents about story 1."""

    def look(work: Work) -> set[Purpose]:
        story = work.stories.get(1)
        assert story is not None
        assert story.author is not None
        return {p for p in Purpose if work.consents.holds(story.author, p, "1")}

    found = await stage.work(look)
    assert isinstance(found, set)
    return found


async def state(stage: Stage) -> StoryState:
    """Where story 1 stands."""

    def look(work: Work) -> StoryState:
        story = work.stories.get(1)
        assert story is not None
        return story.state

    found = await stage.work(look)
    assert isinstance(found, StoryState)
    return found


async def test_a_story_is_told_and_waits_for_the_team(stage: Stage) -> None:
    await stage.play(TELLS)
    assert await state(stage) is StoryState.SUBMITTED
    assert await consents(stage) == {Purpose.STORY_ALLIANCE, Purpose.STORY_PUBLIC}
    await stage.play("""
        > /geschichten
        < Hier steht noch keine Geschichte. [Eigene erzählen] [Meine Geschichten]
        > [Meine Geschichten]
        < Ihre Geschichte: [Das Dach ist voll (wartet auf das Team)]
    """)


async def test_the_notice_is_shown_once_and_reading_only_stores_nothing(stage: Stage) -> None:
    await stage.play("""
        > /geschichte
        < Ihre Daten
        > [Nur lesen]
        < Ich speichere dafür nur Ihre Chat-Kennung
        <<
    """)
    await stage.play(TELLS)
    await stage.play("""
        > /geschichte
        < Wie heißt Ihre Geschichte?
    """)


async def test_every_answer_can_be_changed_before_it_is_sent(stage: Stage) -> None:
    await stage.play(TELLS.split("> [Absenden]", maxsplit=1)[0])
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern? [Titel] [Tipp] [Wer sie sehen darf]
        > [Titel]
        < Wie heißt Ihre Geschichte?
        > Sonne vom Dach
        < So sieht sie aus: ... Sonne vom Dach ... Module
        > [Ändern]
        < Was möchten
        > [Wer sie sehen darf]
        < Wer darf
        > [Nur das Bündnis]
        < Sehen darf sie: das Bündnis
        > [Absenden]
        < Danke!
    """)
    assert await consents(stage) == {Purpose.STORY_ALLIANCE}


async def test_too_long_and_empty_words_are_explained(stage: Stage) -> None:
    await stage.play(f"""
        > /geschichte
        <
        > [Einverstanden, weiter]
        < Wie heißt
        > {"Sehr lang " * 20}
        < Der Titel ist etwas lang: 199 Zeichen. Bitte höchstens 120.
        > \u200b\u200b
        < Da steht noch nichts.
    """)


async def test_a_picture_goes_with_the_story(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    story = TELLS.replace("> [Ohne Bild]", "> (picture)")
    await stage.play(story)
    seen = stage.expect("olga", "Neue Geschichte zur Freigabe")
    assert seen.file[:2] == b"\xff\xd8", "the picture comes along, as a JPEG"
    await stage.play("""
        olga> [Freigeben]
        olga< Freigegeben
        < veröffentlicht
        bert> /geschichten
        bert< Eine Geschichte [Das Dach ist voll]
        bert> [Das Dach ist voll]
    """)
    assert stage.expect("bert", "Module aufs Dach").file[:2] == b"\xff\xd8"


async def test_a_story_carries_a_name_only_if_its_author_is_listed(stage: Stage) -> None:
    known = "    > /geschichte\n" + LOOKED_AT
    await stage.play(JOINS.replace("[Nein, nur mitzählen]", "[Ja, gern zeigen]"))
    await stage.play(known.replace("Tipp: Erst den Dachdecker fragen.", "Von Lea, Steinen"))
    await stage.play(by("bert", JOINS.replace("> Lea", "> Bert")))
    await stage.play(by("bert", known.replace("Tipp: Erst den Dachdecker fragen.", "Ohne Namen erzählt")))


async def test_five_waiting_stories_are_enough(stage: Stage) -> None:
    """Fault 56: story spam."""
    await stage.play(TELLS)
    await stage.work(_four_more)
    await stage.play("""
        > /geschichte
        < Von Ihnen warten schon 5 Geschichten auf das Team.
    """)


def _four_more(work: Work) -> None:
    story = work.stories.get(1)
    assert story is not None
    assert story.author is not None
    for _ in range(4):
        work.stories.add(as_draft(story), story.author, "", "", "", story.submitted_at)


async def test_in_english(stage: Stage) -> None:
    await stage.play("""
        > /language en
        <
        > /story
        < Your data in brief [Agree, continue]
        > [Agree, continue]
        < What is your story called?
        > A full roof
        < What did you do?
        > Panels on the hall.
        < Your tip
        > Ask the roofer first.
        < Which goal
        > [Cut emissions]
        < A picture? [No picture]
        > [No picture]
        < Who may see the story? [Public]
        > [Public]
        < This is how it looks: ... A full roof ... Tip: Ask the roofer first. [Send] [Change]
        > [Send]
        < Thank you! Your story is now with the team.
    """)


async def test_the_preview_shows_the_picture(stage: Stage) -> None:
    before, _, _ = TELLS.replace("> [Ohne Bild]", "> (picture)").partition("> [Absenden]")
    asked, _, _ = before.rstrip().rpartition("\n")
    await stage.play(asked)
    assert stage.expect("", "So sieht sie aus").file[:2] == b"\xff\xd8"


async def test_yes_to_the_preview_sends_it(stage: Stage) -> None:
    await stage.play(INFORMED + LOOKED_AT)
    await stage.play("""
        > Ja!
        < Danke! Ihre Geschichte liegt jetzt beim Team.
    """)


async def test_a_goal_is_understood_by_its_own_name_too(stage: Stage) -> None:
    """The label says what to do ("Regional handeln"); people also type what the alliance calls it."""
    await stage.play(TELLS.partition("> [Ausstoß senken]")[0])
    await stage.play("""
        > Regionalität
        < Ein Bild dazu?
    """)
