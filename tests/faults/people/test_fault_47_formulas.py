"""Fault 47: words of people in an export are words to a spreadsheet, never a formula."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.media.sheets import FORMULA, as_csv

CELL = st.text(alphabet=st.one_of(st.sampled_from("=+-@\t\r\n ;\"'\uff1d"), st.characters()), max_size=20)


def cells(content: bytes) -> list[list[str]]:
    """As a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), max_size=4))
@example([["=1+1", ' =HYPERLINK("x")']])
def test_fault_47_no_cell_begins_like_a_formula(rows):
    read = cells(as_csv(rows))
    assert [len(row) for row in read] == [len(row) for row in rows]
    for row, before in zip(read, rows, strict=True):
        for cell, meant in zip(row, before, strict=True):
            shown = meant.encode(errors="replace").decode()
            assert cell in {shown, f"'{shown}"}
            assert not cell.lstrip().startswith(FORMULA)


@pytest.mark.parametrize("words", ["Sonne & Söhne; GmbH", 'Verein "Grün"', "a\nb", "7-9", "LÖ-2026-0001", ""])
def test_fault_47_ordinary_words_stay_as_they_are(words):
    assert cells(as_csv([[words, "x"]])) == [[words, "x"]]
