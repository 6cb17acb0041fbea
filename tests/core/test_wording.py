"""Typed words find their command, their way and their choice, however people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.talking.wording import Way, Ways, command_name, pick, plain
from config.texts import FluentTexts

WAYS = Ways(FluentTexts())
LABELS = [["Für mich selbst", "Myself"], ["Unternehmen", "Company"], ["Stadt oder Gemeinde", "Town or municipality"]]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("/Mitmachen", "mitmachen"),
        ("/meine_zusagen", "meinezusagen"),
        ("/meine-daten", "meinedaten"),
        ("/löschen@bot", "loeschen"),
        ("/JOIN", "join"),
    ],
)
def test_a_command_is_found_however_it_is_written(typed, name):
    assert command_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("zurück", Way.BACK), ("Back!", Way.BACK), ("ABBRECHEN", Way.CANCEL), ("/abbrechen", Way.CANCEL),
        ("Hilfe?", Way.HELP), ("later", Way.LATER), ("/spaeter", Way.LATER), ("überspringen", Way.SKIP),
        ("Zuruck", Way.BACK), ("zurrück", Way.BACK), ("abrechen", Way.CANCEL), ("Abrechnen", None),
        ("Cancer", None), ("Zurückhaltung", None), ("", None),
    ],
)  # fmt: skip
def test_navigation_is_understood_in_both_languages(typed, way):
    assert WAYS.find(typed) is way


@pytest.mark.parametrize(
    ("typed", "at"),
    [("unternehmen", 1), ("Company", 1), ("2", 1), ("3.", 2), ("0", None), ("4", None), ("fuer mich selbst", 0),
     ("🙂", None), ("", None), ("²", None), ("99999999999999999999", None)],
)  # fmt: skip
def test_a_choice_is_found_by_label_in_any_language_or_by_its_number(typed, at):
    assert pick(typed, LABELS, numbered=True) == at


def test_the_first_words_of_one_choice_only_are_enough():
    yes_or_no = [["Ja, ich unterzeichne", "Yes, I sign"], ["Noch nicht", "Not yet"]]
    assert pick("ja", yes_or_no, numbered=True) == 0
    assert pick("Not", yes_or_no, numbered=True) == 1
    assert pick("j", yes_or_no, numbered=True) is None
    assert pick("ja", [["Ja, heute"], ["Ja, morgen"]], numbered=True) is None
    assert pick("ja", yes_or_no, numbered=False) is None


def test_the_last_words_of_one_choice_only_are_enough():
    notice = [["Gelesen, weiter", "Read, continue"], ["Nur lesen", "Read only"]]
    assert pick("weiter", notice, numbered=True) == 0
    assert pick("continue", notice, numbered=True) == 0
    assert pick("5)", [["Alle (5)"]], numbered=True) is None
    assert pick("morgen", [["Ja, morgen"], ["Nein, morgen"]], numbered=True) is None
    assert pick("weiter", notice, numbered=False) is None


def test_where_numbers_are_answers_a_number_is_no_choice():
    assert pick("2", LABELS, numbered=False) is None


@given(st.text())
def test_any_text_has_a_normal_form_that_is_stable(words):
    assert plain(plain(words)) == plain(words)
    pick(words, LABELS, numbered=True)
    WAYS.find(words)
