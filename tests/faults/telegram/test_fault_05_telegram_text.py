"""Any text goes to Telegram whole, literal and in pieces it accepts (rows 5, 6, 45, 46)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.telegram.translate.harmless import harmless
from bot.adapters.telegram.translate.outgoing import message
from bot.adapters.telegram.translate.spans import spans
from bot.core.errors import DeliveryProblem
from bot.core.messages import Outgoing
from bot.core.words.markup import escape, parse
from tests.adapters.telegram.translate.samples import PNG
from tests.fakeapi.server.formatting import plain_text, units

MARKS = ["**", "_", "`", "[a](https://x.example)", "\n\n", "\n- ", "\n> ", "\\", " ", "wort ", "Satz. "]
TAGS = ["<b>", "</b>", "&amp;", "&", "<", ">"]
LETTERS = ["\x00", "\ud800", "\udc00", "\U0001f468\u200d\U0001f469", "\u202e", "\u2069", "e\u0301", "\u05d0"]
ODD = st.sampled_from([*MARKS, *TAGS, *LETTERS])
SOURCES = st.lists(st.one_of(ODD, st.text(max_size=12)), max_size=40).map("".join)
LONG = st.builds(
    lambda pieces, times: "".join(pieces) * times, st.lists(ODD, min_size=1, max_size=6), st.integers(1, 900)
)


def sent(source: str, *, caption: bool = False) -> tuple[str, ...]:
    """The parts Telegram gets; none where there is nothing to show."""
    try:
        return tuple(part.html for part in message(Outgoing(source, files=(PNG,) if caption else ())))
    except DeliveryProblem:
        return ()


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown(parts: tuple[str, ...]) -> str:
    return squeezed("".join(plain_text(part) for part in parts))


@settings(max_examples=300)
@given(SOURCES)
def test_fault_06_telegram_can_always_parse_what_it_gets(source: str):
    for part in sent(source):
        plain_text(part)


@settings(max_examples=300)
@given(SOURCES)
def test_fault_46_what_a_person_wrote_is_shown_literally(words: str):
    assert shown(sent(escape(words))) == squeezed(harmless(words))


@settings(max_examples=60, deadline=None)
@given(LONG, st.booleans())
def test_fault_05_a_long_text_arrives_whole_in_parts_that_fit(source: str, caption: bool):
    parts = sent(source, caption=caption)
    if parts:
        for part in message(Outgoing(source, files=(PNG,) if caption else ())):
            assert units(plain_text(part.html)) <= (1024 if part.files else 4096)
    assert shown(parts) == squeezed("".join(span.text for span in spans(parse(source))))


@given(st.integers(4090, 4100), st.sampled_from(["\U0001f333", "x", "e\u0301"]))
def test_fault_05_no_pair_of_surrogates_is_parted(length: int, letter: str):
    parts = sent("x" * length + letter * 10)
    assert "".join(parts) == "x" * length + letter * 10
    assert all(units(part) <= 4096 for part in parts)
    for part in parts:
        part.encode("utf-16-le")


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_fault_45_nothing_unprintable_or_misleading_goes_out(words: str):
    for part in sent(escape(words)):
        part.encode()
        assert not set(part) & {"\x00", "\x1b", "\u202d", "\u202e", "\u202a", "\u202b", "\u202c"}
