"""45 and 46 on Matrix: whatever people write is shown literally in body and HTML, and always fits into events."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.matrix.sending.compose import HEAVIEST, LONGEST, edit, messages, pieces
from bot.core.messages import Choice, Outgoing
from bot.core.words.markup import escape

ALLOWED = {"p", "br", "strong", "em", "code", "a", "ul", "ol", "li", "blockquote"}
EVENT_BYTES = 65_536
HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<b>",
        "&lt;",
        "&",
        "**x**",
        "_x_",
        "`x`",
        "[x](javascript:x)",
        "\\",
        "\u202e",
        "\u200b",
        "\ud800",
        "\x00",
        "- ",
        "> ",
        "1. ",
        "\U0001f469\u200d\U0001f33e",
        "א",
        '"',
        "'",
        "\n",
        "</p>",
        "<img src=x>",
    ]
)
WORDS = st.lists(HOSTILE | st.text(max_size=12), max_size=12).map("".join)


class Visible(HTMLParser):
    """The text of an HTML body, and the tags it uses."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def storable(words: str) -> str:
    """What no event can carry, and what could steer a reader's terminal, is visible as a replacement mark."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", words)


def hints(key: str, language: str) -> str:
    assert language == "de"
    return key


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_fault_46_a_persons_words_are_shown_as_they_are(words: str) -> None:
    contents = messages(Outgoing(f"Sie schrieben: {escape(words)}!"), "de", hints)
    wanted = f"Sie schrieben: {storable(words)}!"
    assert contents[0]["body"] == wanted
    seen = Visible(str(contents[0]["formatted_body"]))
    assert seen.text.replace("\n", "") == wanted.replace("\n", "")
    assert seen.tags <= ALLOWED
    assert not seen.attributes


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5), st.booleans())
def test_fault_46_labels_are_shown_as_they_are(labels: list[str], numbered: bool) -> None:  # drawn
    choices = tuple(Choice(label, "t~1", quiet=at == 0) for at, label in enumerate(labels))
    content = messages(Outgoing("Was?", choices, numbered=numbered), "de", hints)[-1]
    seen = Visible(str(content["formatted_body"]))
    assert seen.tags <= ALLOWED
    for label in labels:
        assert storable(" ".join(label.split())) in seen.text
        assert storable(" ".join(label.split())) in str(content["body"])


@settings(max_examples=30, deadline=None)
@given(WORDS.filter(str.strip), st.integers(1, 1000))
def test_fault_45_however_long_and_odd_it_fits_into_events_and_nothing_is_lost(words: str, times: int) -> None:
    text = escape(words * times)[:60_000]
    text = text[:-1] if (len(text) - len(text.rstrip("\\"))) % 2 else text
    contents = messages(Outgoing(text), "de", hints)
    for content in contents:
        edited = edit(content, "$" + "x" * 43)
        assert len(json.dumps(edited, ensure_ascii=False).encode()) < EVENT_BYTES
    whole = "".join(str(content["body"]) for content in contents)
    wanted = "".join(str(content["body"]) for content in messages(Outgoing(text[:LONGEST]), "de", hints))
    assert "".join(whole.split()).startswith("".join(wanted.split())[: LONGEST // 8])


def test_fault_45_long_messages_are_cut_between_paragraphs() -> None:
    paragraphs = [f"Absatz {number}: " + "Wort " * 300 for number in range(40)]
    parts = pieces("\n\n".join(paragraphs))
    assert len(parts) > 1
    assert "\n\n".join(parts) == "\n\n".join(paragraphs)
    assert all(len(part) <= LONGEST for part in parts)


def test_fault_45_weight_counts_as_well_as_length() -> None:
    parts = pieces("\U0001f333" * 10_000)
    assert sum(len(part) for part in parts) == 10_000
    assert all(len(part.encode()) * 2 < HEAVIEST + 100 for part in parts)
