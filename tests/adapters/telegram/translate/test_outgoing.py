"""Outgoing as HTML and keyboards of the Bot API."""

from __future__ import annotations

import pytest

from bot.adapters.telegram.translate.harmless import harmless
from bot.adapters.telegram.translate.outgoing import keyboard, message
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Choice, FileRef, Outgoing
from tests.adapters.telegram.translate.samples import PNG


def parts(text: str) -> tuple[str, ...]:
    return tuple(part.html for part in message(Outgoing(text)))


def test_every_form_has_its_tag():
    source = '**a _b_** `c<` [d](https://e.example/?f=1&g="2)\n- h\n- **i**\n\n> j & k'
    assert parts(source) == (
        (
            '<b>a <i>b</i></b> <code>c&lt;</code> <a href="https://e.example/?f=1&amp;g=&quot;2">d</a>\n'
            "• h\n• <b>i</b>\n\n<blockquote>j &amp; k</blockquote>"
        ),
    )


def test_a_long_text_is_cut_between_paragraphs():
    long = "Satz. " * 500
    assert parts(f"{long}\n\n{long}") == (long.strip(), long.strip())


def test_an_entity_is_not_cut_if_it_fits_into_the_next_part():
    text = "x" * 4000 + " **" + "fett " * 40 + "Ende**"
    first, second = parts(text)
    assert first == "x" * 4000
    assert second.startswith("<b>fett")


def test_an_entity_longer_than_a_part_is_closed_and_opened_again():
    first, second = parts("**" + "wort " * 1000 + "Ende**")
    assert first.startswith("<b>")
    assert first.endswith("</b>")
    assert second.startswith("<b>")


def test_emoji_count_two_units_and_families_stay_together():
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    cut = parts("x" * 4091 + family * 2)
    assert cut == ("x" * 4091, family * 2)


ALBUM = tuple(FileRef(number, "bild.jpg", "image/jpeg") for number in range(1, 12))
DATA = FileRef(20, "daten.pdf", "application/pdf")
YES = Choice("Ja", "yes~x")


def layout(text: str, *files: FileRef, choices: tuple[Choice, ...] = ()) -> list[tuple[int, int, bool]]:
    """(length of the words, files, whether the choices hang there) of each part."""
    made = message(Outgoing(text, choices, files))
    return [(len(part.html), len(part.files), part.keyboard is not None) for part in made]


def test_words_stand_under_the_pictures_if_they_fit_there_and_before_them_whole_if_not():
    assert layout("a" * 1024, PNG) == [(1024, 1, False)]
    assert layout("a" * 1025, PNG) == [(1025, 0, False), (0, 1, False)]
    assert layout("\U0001f33b" * 513, *ALBUM[:3]) == [(513, 0, False), (0, 3, False)], "emoji count two"
    assert layout("Dach", *ALBUM[:3]) == [(4, 3, False)]
    assert layout("wort " * 1000, *ALBUM[:2]) == [(4094, 0, False), (904, 0, False), (0, 2, False)]


def test_choices_hang_under_the_words_wherever_these_are():
    assert layout("Dach", PNG, choices=(YES,)) == [(4, 1, True)]
    assert layout("a" * 1025, PNG, choices=(YES,)) == [(0, 1, False), (1025, 0, True)]
    assert layout("Dach", *ALBUM[:3], choices=(YES,)) == [(0, 3, False), (4, 0, True)]
    assert layout("", *ALBUM[:3], choices=(YES,)) == [(0, 3, False), (1, 0, True)]


def test_an_album_has_ten_pictures_and_documents_go_by_themselves():
    assert layout("Dach", *ALBUM) == [(4, 10, False), (0, 1, False)]
    assert layout("Dach", DATA, *ALBUM[:2], DATA) == [(4, 1, False), (0, 2, False), (0, 1, False)]


def test_a_picture_needs_no_caption_but_a_message_needs_words():
    assert layout("", PNG) == [(0, 1, False)]
    with pytest.raises(DeliveryProblem) as refused:
        message(Outgoing(" \n "))
    assert refused.value.verdict is Verdict.REFUSED


def rows(*choices: Choice) -> list[list[str]]:
    made = keyboard(choices)
    return [] if made is None else [[button["text"] for button in row] for row in made["inline_keyboard"]]


def test_short_labels_stand_two_in_a_row_and_navigation_together_at_the_end():
    assert rows(Choice("Ja", "a"), Choice("Nein", "b"), Choice("?", "c"), Choice("Zurück", "d", quiet=True)) == [
        ["Ja", "Nein"],
        ["?"],
        ["Zurück"],
    ]


def test_one_long_label_makes_one_column():
    assert rows(Choice("Ja", "a"), Choice("Nein, lieber ein anderes Mal", "b")) == [
        ["Ja"],
        ["Nein, lieber ein anderes Mal"],
    ]


def test_no_choices_no_keyboard():
    assert keyboard(()) is None


def test_a_token_of_64_bytes_fits():
    assert rows(Choice("Ja", "x" * 64)) == [["Ja"]]


@pytest.mark.parametrize("token", ["x" * 65, "ü" * 33, ""])
def test_other_tokens_are_refused_before_telegram_sees_them(token: str):
    with pytest.raises(DeliveryProblem) as refused:
        keyboard((Choice("Ja", token),))
    assert refused.value.verdict is Verdict.REFUSED


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\x00b\x1fc\x85", "abc"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("\ud83d allein", "\ufffd allein"),
        ("\u2068Anna\u2069", "Anna"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\u2067\u05d0\u05d1", "\u2067\u05d0\u05d1\u2069"),
        ("\u2069\u05d0\u05d1", "\u05d0\u05d1"),
        ("\u2068\u05d0\u05d1\u2069\n\u202e\u05d0\u05d1", "\u2068\u05d0\u05d1\u2069\n\u05d0\u05d1"),
    ],
)
def test_characters_that_break_or_mislead_are_made_harmless(given: str, shown: str):
    assert harmless(given) == shown
