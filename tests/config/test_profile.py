"""An alliance is data: a second one needs no line of code, and a mistake in a profile is named with its mend."""

import shutil
from pathlib import Path

import pytest

from bot.domain.alliance import in_language
from config.profile import ALLIANCES, ProfileProblem, load_alliance, unconfirmed
from config.texts import FluentTexts

RIVERBEND = Path(__file__).parent.parent / "alliances" / "riverbend"


@pytest.fixture
def copy(tmp_path):
    """A copy of a sound profile, to be spoiled."""
    return shutil.copytree(RIVERBEND, tmp_path / "copy")


def spoil(folder, file, old, new):
    written = (folder / file).read_text("utf-8")
    assert old in written
    (folder / file).write_text(written.replace(old, new, 1), "utf-8")


def problem(folder):
    with pytest.raises(ProfileProblem) as caught:
        load_alliance(str(folder))
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_another_alliance_is_another_folder():
    alliance = load_alliance(str(RIVERBEND), FluentTexts().languages)
    assert alliance.id == "riverbend"
    assert alliance.languages == ("en",)
    assert alliance.target_year == 2035
    assert str(alliance.zone) == "America/Chicago"
    assert alliance.hidden_below == 3
    assert alliance.notice.rests_on_consent is False
    assert [goal.id for goal in alliance.goals] == ["water", "power"]
    assert alliance.kind("neighbour").organisation is False
    assert alliance.municipality("RB-02").name == "Oxbow"
    assert alliance.pledge("rain-barrel").months == (4, 5, 6, 7, 8, 9)
    assert "river" in in_language(alliance.declaration.body, "en")
    assert in_language(alliance.name, "de") == "Riverbend Climate Pact (invented)"


def test_the_assistant_speaks_only_the_alliances_languages():
    texts = FluentTexts(languages=load_alliance(str(RIVERBEND)).languages)
    assert texts.languages == ("en",)
    assert texts.choose("de-DE") == "en"


def test_a_profile_that_does_not_exist_names_those_that_do():
    with pytest.raises(ProfileProblem, match=r'no profile "loerach".*loerrach'):
        load_alliance("loerach")


def test_a_language_without_texts_is_refused():
    with pytest.raises(ProfileProblem, match='languages names "en"; known are: de'):
        load_alliance(str(RIVERBEND), ("de",))


def test_what_is_still_to_be_confirmed_is_listed():
    assert unconfirmed("loerrach")
    assert unconfirmed(str(RIVERBEND)) == ()


@pytest.mark.parametrize(
    "file", ["profile.toml", "notice.toml", "pledges.toml", "party_terms.toml", "municipalities.tsv"]
)
def test_a_missing_file_is_named(copy, file):
    (copy / file).unlink()
    assert str(copy) in problem(copy)
    assert file in problem(copy)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
@pytest.mark.parametrize(
    "file",
    ["profile.toml", "notice.toml", "pledges.toml", "party_terms.toml", "municipalities.tsv", "declaration/v3.en.md"],
)
def test_a_file_that_is_not_utf_8_is_named_with_the_mend(copy, file, encoding):
    (copy / file).write_text(f"# Lörrach\n{(copy / file).read_text('utf-8')}", encoding, errors="replace")
    assert problem(copy) == f"{copy / file} is not UTF-8. Please save it as UTF-8 text."


@pytest.mark.parametrize("file", ["profile.toml", "municipalities.tsv", "declaration/v3.en.md"])
def test_the_mark_that_windows_puts_before_a_text_disturbs_nobody(copy, file):
    before = load_alliance(str(copy))
    (copy / file).write_text((copy / file).read_text("utf-8"), "utf-8-sig")
    after = load_alliance(str(copy))
    assert (after.name, after.municipalities) == (before.name, before.municipalities)
    assert after.declaration.body == before.declaration.body


def test_a_name_too_long_for_a_folder_is_one_that_does_not_exist():
    with pytest.raises(ProfileProblem, match="no profile"):
        load_alliance("a" * 5000)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("profile.toml", 'zone = "America/Chicago"', 'zone = "Chicago"', 'zone is "Chicago"'),
        ("profile.toml", 'zone = "America/Chicago"', 'zone = "../etc"', 'zone is "../etc"'),
        ("profile.toml", "target_year = 2035", 'target_year = "soon"', "target_year must be a whole number"),
        ("profile.toml", "target_year = 2035", "", "target_year is missing"),
        ("profile.toml", "number_prefix", "nummer_prefix", "number_prefix is missing"),
        ("profile.toml", "hidden_below", "hidden_bellow", "did you mean hidden_below?"),
        ("profile.toml", 'what = { en = "Keep', 'whats = { en = "Keep', "goal[0].what is missing"),
        ("profile.toml", '{ en = "Be kind." }', '{ fr = "x" }', "house_rules[0].fr"),
        ("profile.toml", '{ en = "Be kind." }', '"Be kind."', "house_rules[0] must be words per language"),
        ("profile.toml", "organisation = false", 'organisation = "no"', "kind[0].organisation must be true or false"),
        ("profile.toml", 'version = "v3"', 'version = "v4"', "v4.en.md"),
        ("profile.toml", 'languages = ["en"]', "languages = []", "languages must name at least one"),
        ("profile.toml", "[name]", "[name", "is not valid TOML"),
        ("notice.toml", 'version = "v1"', "", "version is missing"),
        ("notice.toml", "matrix =", "matrx =", "networks.matrix is missing"),
        ("pledges.toml", 'goal = "water"', 'goal = "fire"', 'pledge[0].goal names "fire"; known are: water, power'),
        ("pledges.toml", '["neighbour", "farm"]', '["neighbor"]', 'pledge[0].kinds names "neighbor"'),
        ("pledges.toml", 'cadence = "monthly"', 'cadence = "daily"', 'cadence names "daily"'),
        ("pledges.toml", 'unit = "gallon"', 'unit = "litre"', 'quantity.unit names "litre"'),
        ("pledges.toml", "[units]", '[units_one]\ndrop = { en = "drop" }\n\n[units]', 'units_one names "drop"'),
        ("pledges.toml", 'answers = "done3"', 'answers = "story"', 'answers names "story"'),
        ("pledges.toml", "max = 10000", "max = 20", "quantity.max must be"),
        ("pledges.toml", "months = [4,", "months = [13,", "months must be numbers from 1"),
        ("pledges.toml", "low = 50", "low = 500", "co2e.kg must lie between"),
        ("pledges.toml", 'source = "invented"', 'source = ""', "co2e.source must say"),
        ("pledges.toml", "weight = 0.5", "weight = 5", "partly.weight must lie between 0 and 1"),
        ("pledges.toml", 'id = "own-roof"', 'id = ""', 'pledge[1].id is ""; it must be a short name'),
        ("pledges.toml", 'id = "own-roof"', 'id = "own roof"', "without spaces"),
        ("profile.toml", 'id = "water"', 'id = ""', "goal[0].id"),
        ("profile.toml", 'id = "power"', 'id = "water"', 'goal "water" is there twice; every id belongs to one goal'),
        ("pledges.toml", 'id = "own-roof"', 'id = "rain-barrel"', '"rain-barrel" is there twice'),
        ("party_terms.toml", "'\\bvote for\\b'", "'(vote'", "is not valid"),
        ("municipalities.tsv", "\t812\t", "\tmany\t", "line 2 must have 6 columns"),
    ],
)
def test_a_mistake_is_named_with_file_key_and_mend(copy, file, old, new, says):
    spoil(copy, file, old, new)
    line = problem(copy)
    assert says in line
    assert str(copy) in line


def test_every_shipped_profile_loads():
    for folder in ALLIANCES.iterdir():
        assert load_alliance(folder.name, FluentTexts().languages).id == folder.name
