"""What a writer's app shows as bold, as a link or as a quote stays so in the Markdown subset, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.adapters.telegram.translate.entities import marked
from bot.adapters.telegram.translate.spans import spans
from bot.core.messages import Kind
from bot.core.words.markup import Code, Paragraph, parse
from bot.domain.people.names import tidy_lines
from tests.adapters.telegram.translate.samples import GROUP, here, said
from tests.fakeapi.server import updates
from tests.fakeapi.server.formatting import units

PIECES = [
    "wort",
    "Satz.",
    "**",
    "_",
    "`",
    "[a](https://x.example)",
    "-",
    ">",
    "\\",
    "\n",
    "\n\n",
    " ",
    "😀",
    "é",
    "(",
    "1",
]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)
SORTS = ["bold", "italic", "code", "pre", "text_link", "blockquote", "url", "underline", "mention"]
TAGS = {"bold": "b", "italic": "i", "code": "code", "pre": "code", "blockquote": "blockquote"}
ADDRESS = "https://example.org/a_(b)?c=*&d=\\"


def entity(sort: str, words: str, part: str) -> MessageEntity:
    """An entity over the first place of this part."""
    at = words.index(part)
    return MessageEntity(sort, units(words[:at]), units(part), url=ADDRESS if sort == "text_link" else None)


@st.composite
def messages(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, int]]]:
    words = draw(WORDS)
    places = st.integers(0, len(words))
    found = draw(st.lists(st.tuples(st.sampled_from(SORTS), places, places), min_size=1, max_size=5))
    return words, [(sort, min(a, b), max(a, b)) for sort, a, b in found]


def looks(markdown: str) -> list[tuple[str, frozenset[str]]]:
    """Every character that is shown, with its tags."""
    shown = spans(parse(tidy_lines(markdown)))
    return [(sign, frozenset(span.tags)) for span in shown for sign in span.text if not sign.isspace()]


@settings(max_examples=600)
@given(messages())
def test_fault_46_what_the_writer_saw_is_what_is_shown(message: tuple[str, list[tuple[str, int, int]]]) -> None:
    words, placed = message
    given_ = [
        MessageEntity(sort, units(words[:a]), units(words[a:b]), url=ADDRESS if sort == "text_link" else None)
        for sort, a, b in placed
    ]
    written = marked(words, given_)
    if not written:
        assert not words.strip() or not any(a < b and (sort in TAGS or sort == "text_link") for sort, a, b in placed)
        return
    seen = looks(written)
    assert [sign for sign, _ in seen] == [sign for sign in words if not sign.isspace()]
    visible = [at for at, sign in enumerate(words) if not sign.isspace()]
    for at, (_, tags) in zip(visible, seen, strict=True):
        for sort in ("bold", "code"):
            meant = any(TAGS.get(one) == TAGS[sort] and a <= at < b for one, a, b in placed)
            assert (TAGS[sort] in tags) == meant
        assert not ("i" in tags and not any(sort == "italic" and a <= at < b for sort, a, b in placed))
        led = [
            a <= at < b
            for sort, a, b in placed
            if sort == "text_link" or (sort == "url" and words[a:b].startswith("https://"))
        ]
        assert any(tag.startswith("a ") for tag in tags) == any(led)


@pytest.mark.parametrize(
    ("words", "sort", "part", "written"),
    [
        ("Kommt zum Rathaus", "bold", "Rathaus", "Kommt zum **Rathaus**"),
        ("😀 Kommt zum Rathaus_", "italic", "zum ", "😀 Kommt _zum_ Rathaus\\_"),
        ("Kommt zum Rathaus", "italic", "haus", "Kommt zum Rathaus"),
        ("a\nb *c*", "pre", "a\nb", "`a`\n`b` \\*c\\*"),
        ("- mehr hier", "text_link", "hier", "\\- mehr [hier](https://example.org/a\\_\\(b\\)?c=\\*&d=\\\\)"),
        ("Eva:\nJa!\n\nGern.\n\nDanke", "expandable_blockquote", "Ja!\n\nGern.", "Eva:\n> Ja!\n> \n> Gern.\n\nDanke"),
        ("**Kommt** alle", "underline", "alle", ""),
        ("Seite https://a.example/_b_", "url", "https://a.example/_b_", ""),
    ],
)
def test_each_sort_reads_in_the_subset(words: str, sort: str, part: str, written: str) -> None:
    assert marked(words, [entity(sort, words, part)]) == written


def test_an_address_beside_other_marks_stays_whole() -> None:
    words = "Neu: https://a.example/_b_"
    found = marked(words, [entity("bold", words, "Neu"), entity("url", words, "https://a.example/_b_")])
    assert found == "**Neu**: [https://a.example/\\_b\\_](https://a.example/\\_b\\_)"


def test_an_address_of_another_sort_is_only_its_words() -> None:
    words = "Eva weiß mehr"
    call = MessageEntity("text_link", 0, 3, url="tg://user?id=7")
    assert marked(words, [call, entity("bold", words, "mehr")]) == "Eva weiß **mehr**"


def test_places_outside_of_the_words_are_none() -> None:
    assert marked("ja", [MessageEntity("bold", 7, 3), MessageEntity("bold", 0, 0)]) == ""
    assert parse(marked("ja", [MessageEntity("code", 0, 30)])) == (Paragraph((Code("ja"),)),)


def test_marks_come_beside_the_plain_words_and_not_out_of_a_group() -> None:
    bold = [{"type": "bold", "offset": 0, "length": 5}]
    text = {"text": "Kommt alle", "entities": bold}
    assert (here(said(text)).text, here(said(text)).marked) == ("Kommt alle", "**Kommt** alle")
    assert here(said(text, where=GROUP)).marked == ""
    photo = here(said({**updates.photo("one", 5, "Kommt alle"), "caption_entities": bold}))
    assert (photo.text, photo.marked) == ("Kommt alle", "**Kommt** alle")


def test_what_is_written_under_a_document_comes_along() -> None:
    bold = [{"type": "bold", "offset": 0, "length": 5}]
    under = {**updates.CONTENTS["document"], "caption": "Kommt alle", "caption_entities": bold}
    found = here(said(under))
    assert (found.kind, found.text, found.caption, found.marked) == (
        Kind.UNSUPPORTED,
        "document",
        "Kommt alle",
        "**Kommt** alle",
    )
    assert here(said(under, where=GROUP)).caption == ""
