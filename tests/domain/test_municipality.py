"""Places are found by first letters, other spellings and slips of the finger; doubt leads to a question."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alliance import Municipality
from bot.domain.municipality import OFFERED, find, named_in, sure

TABLE = Path("config/alliances/loerrach/municipalities.tsv")
PLACES = tuple(
    Municipality(cells[1], cells[0], cells[5], int(cells[3]))
    for line in TABLE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
    for cells in [line.split("\t")]
)


def names(typed: str) -> list[str]:
    return [place.name for place in find(typed, PLACES)]


def test_all_35_are_found_by_their_full_name():
    assert len(PLACES) == 35
    for place in PLACES:
        assert find(place.name, PLACES) == (place,)
        assert sure(place.name, place)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Lö", "Lörrach"),
        ("loerrach", "Lörrach"),
        ("LORRACH", "Lörrach"),
        ("weil", "Weil am Rhein"),
        ("Schopf", "Schopfheim"),
        ("Rheinfelden", "Rheinfelden (Baden)"),
        ("Efringen Kirchen", "Efringen-Kirchen"),
        ("grenzach", "Grenzach-Wyhlen"),
        ("böl", "Böllen"),
    ],
)
def test_first_letters_and_other_spellings_are_enough(typed: str, name: str):
    assert names(typed) == [name]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Lörach", "Lörrach"), ("Shopfheim", "Schopfheim"), ("Rheinfeldn", "Rheinfelden (Baden)"), ("Todnau", "Todtnau")],
)
def test_a_slip_of_the_finger_is_forgiven_but_asked_about(typed: str, name: str):
    found = find(typed, PLACES)
    assert found[0].name == name
    assert not sure(typed, found[0])


def test_a_later_word_of_the_name_is_found_and_asked_about():
    assert names("Marzell") == ["Malsburg-Marzell"]
    assert not sure("Marzell", find("Marzell", PLACES)[0])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Stadt Lörrach", ["Lörrach"]),
        ("Lörrach-Stetten", ["Lörrach"]),
        ("in Schopfheim", ["Schopfheim"]),
        ("Stadt Rheinfelden", ["Rheinfelden (Baden)"]),
        ("Steinen bei Lörrach", ["Lörrach", "Steinen"]),
    ],
)
def test_a_name_among_other_words_is_found_and_asked_about(typed: str, expected: list[str]):
    assert names(typed) == expected
    assert not any(sure(typed, place) for place in find(typed, PLACES))


@pytest.mark.parametrize(
    ("typed", "name"), [("79539 Lörrach", "Lörrach"), ("79618 Rheinfelden", "Rheinfelden (Baden)")]
)
def test_a_postal_code_takes_nothing_from_a_name(typed: str, name: str):
    (place,) = find(typed, PLACES)
    assert place.name == name
    assert sure(typed, place)


@pytest.mark.parametrize("typed", ["Bad Krozingen", "weil ich will", "79539", "12345"])
def test_a_short_first_word_or_a_number_alone_tells_no_place(typed: str):
    assert names(typed) == []


def test_several_that_begin_alike_are_all_offered():
    assert names("Schön") == ["Schönau im Schwarzwald", "Schönenberg"]


@pytest.mark.parametrize("typed", ["", "L", "Hamburg", "xyzzy", "🌍", "...."])
def test_what_is_no_place_of_the_region_finds_nothing(typed: str):
    assert names(typed) == []


@given(st.text(max_size=200))
def test_whatever_is_typed_at_most_a_screenful_is_offered(typed: str):
    assert len(find(typed, PLACES)) <= OFFERED


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Stadt Lörrach", "Lörrach"),
        ("Weil am Rhein", "Weil am Rhein"),
        ("Rheinfelden", "Rheinfelden (Baden)"),
        ("Stadt Schönau", None),
        ("Lörach", None),
        ("Basel", None),
    ],
)
def test_a_towns_own_name_tells_its_place_only_where_that_is_sure(name: str, place: str | None):
    found = named_in(name, PLACES)
    assert (None if found is None else found.name) == place
