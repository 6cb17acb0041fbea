"""What an organiser's app shows as bold or as a link stays so where a text is asked for; and a document's caption."""

from dataclasses import replace

import pytest

from bot.core.messages import Kind
from bot.core.ports import Work
from tests.dialogues.announcing.test_announcing import audience, first
from tests.dialogues.scenes import _called
from tests.dialogues.stories.test_stories import organisers
from tests.dialogues.team.test_asking import with_team
from tests.stage import Stage

SEEN = "Kommt *alle*, mehr hier"
KEPT = "Kommt **\\*alle\\***, mehr [hier](https://example.org/a)"
"""The same words with an app's marks."""


async def marked(stage: Stage, words: str = SEEN, kept: str = KEPT) -> None:
    """Olga sends or forwards words that her app shows with marks."""
    await stage.hear("olga", replace(stage.seat("olga").types(words), marked=kept))


async def test_bold_words_and_links_stay_in_every_version_of_a_text(stage: Stage) -> None:
    await audience(stage)
    await stage.play("olga> /nachricht\nolga<")
    await marked(stage)
    await stage.play("olga<\nolga> [Ohne]\nolga<\nolga> [Ja, auf Englisch]\nolga< Bitte schicken Sie mir den Text")
    await marked(stage, "All come", "**All** come")
    await stage.play("""
        olga<
        olga> [Ohne Thema]
        olga<
        olga> [Zu keinem bestimmten]
        olga<
        olga> [Alle (2)]
        olga<
        olga> [So lassen]
        olga< Kommt *alle*, mehr hier
        olga> [Stimmt so]
        olga< Nachricht 1
    """)
    words = (await first(stage)).words
    assert (words.body, words.second_body) == (KEPT, "**All** come")


async def test_marks_stay_out_of_everything_else(stage: Stage) -> None:
    await with_team(stage)
    await stage.play("> /frage\n<")
    await stage.hear("", replace(stage.seat("").types("Wann *genau*?"), marked="**Wann** \\*genau\\*?"))
    await stage.play("""
        < Ihre Nachricht ist beim Team.
        olga< Wann *genau*?
    """)


@pytest.mark.parametrize(("thing", "shown"), [("(picture)", "Ein Bild ist da"), ("(a document)", "anderen Sprache")])
async def test_the_caption_of_a_picture_or_a_document_is_the_text(stage: Stage, thing: str, shown: str) -> None:
    await organisers(stage, olga="editor")
    await stage.play("olga> /nachricht\nolga<")
    given = stage.act(stage.seat("olga"), thing)
    words = {"text": SEEN} if given.kind is Kind.PICTURE else {"caption": SEEN}
    await stage.hear("olga", replace(given, **words, marked=KEPT))
    await stage.play(f"olga< {shown}\nolga<<")
    journals = await stage.work(lambda work: work.journals.active([_contact(work, stage)]))
    entries = dict(next(iter(journals.values())).entries)
    assert entries["body"] == f">{KEPT}"
    assert entries["files"][0] in "@%"


async def test_a_document_that_nobody_asked_for_is_not_taken_for_its_caption(stage: Stage) -> None:
    await with_team(stage)
    await stage.play("> /frage\n<")
    await stage.hear("", replace(stage.act(stage.seat(""), "(a document)"), caption="Was ist das?"))
    await stage.play("< Mit dieser Datei kann ich leider nichts anfangen. ... Was möchten Sie das Team fragen?")


def _contact(work: Work, stage: Stage) -> int:
    contact = work.people.contact_of(_called(work, stage, "olga"))
    assert contact is not None
    return contact.id
