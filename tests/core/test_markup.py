"""The Markdown subset: what it understands, and that people's words never do anything."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words.markup import (
    Bold,
    Bullets,
    Code,
    Inline,
    Italic,
    Link,
    Paragraph,
    Plain,
    Quote,
    escape,
    parse,
    plain,
)

WORDS = st.text(
    st.one_of(st.sampled_from("\\*_`[]()<>-.#~! \n\t\r"), st.characters(exclude_categories=())), max_size=80
)


def inside(markdown: str) -> tuple[Inline, ...]:
    (block,) = parse(markdown)
    assert isinstance(block, Paragraph)
    return block.inside


def test_the_five_inline_forms():
    assert inside("Hallo **Welt**, _du_ `/x_y` [dort](https://a.example/_b_)") == (
        Plain("Hallo "),
        Bold((Plain("Welt"),)),
        Plain(", "),
        Italic((Plain("du"),)),
        Plain(" "),
        Code("/x_y"),
        Plain(" "),
        Link((Plain("dort"),), "https://a.example/_b_"),
    )


def test_forms_nest():
    assert inside("**a _b_ [c](mailto:a@b.example)**") == (
        Bold((Plain("a "), Italic((Plain("b"),)), Plain(" "), Link((Plain("c"),), "mailto:a@b.example"))),
    )


def test_blocks_and_which_of_them_are_attached():
    assert parse("Eins\nzwei\n- a\n- b\n\n> c\n> d\n\n\ne") == (
        Paragraph((Plain("Eins\nzwei"),)),
        Bullets(((Plain("a"),), (Plain("b"),)), attached=True),
        Quote((Plain("c\nd"),)),
        Paragraph((Plain("e"),)),
    )


@pytest.mark.parametrize(
    "shown",
    [
        "**a",
        "a**",
        "_a",
        "snake_case_name",
        "* a",
        "`a",
        "[a]",
        "[a](b c)",
        "[a](javascript:x)",
        "****",
        "__",
        "2 ** 3",
    ],
)
def test_unmatched_marks_are_shown_as_they_stand(shown: str):
    assert inside(shown) == (Plain(shown),)


def test_crossed_marks_become_text():
    assert inside("**a _b** c_") == (Bold((Plain("a _b"),)), Plain(" c_"))


@given(WORDS)
def test_escaped_words_are_shown_exactly(words: str):
    assert plain(parse(escape(words))) == words


@given(WORDS)
def test_escaped_words_cannot_leave_the_place_they_are_put_in(words: str):
    kept = (Plain(words),) if words else ()
    assert parse(f"**»{escape(words)}«**") == (Paragraph((Bold((Plain(f"»{words}«"),)),)),)
    assert parse(f"- {escape(words)}\n- b") == (Bullets((kept, (Plain("b"),))),)
    assert parse(f"> {escape(words)}\n\nb") == (Quote(kept), Paragraph((Plain("b"),)))
    assert parse(f"`»{escape(words)}`") == (Paragraph((Code("»" + words),)),)
    assert parse(f"[»{escape(words)}](https://a.example)") == (
        Paragraph((Link((Plain("»" + words),), "https://a.example"),)),
    )


@given(WORDS)
def test_any_source_can_be_parsed_and_nothing_but_marks_is_lost(source: str):
    shown = plain(parse(source))
    assert [char for char in source if char.isalnum()] == [char for char in shown if char.isalnum()]


@pytest.mark.parametrize("piece", ["[", "**a ", "`", "](", "[**_", "_a", "[a](b", "\\", "> ", "- \n", "\\\n"])
def test_hostile_source_takes_linear_time(piece: str):
    def seconds(count: int) -> float:
        begun = process_time()
        parse(piece * count)
        return process_time() - begun

    few, many = (min(seconds(count) for _ in range(3)) for count in (8_000, 80_000))
    assert many < 40 * max(few, 0.002), "quadratic would be a hundred times as long"
