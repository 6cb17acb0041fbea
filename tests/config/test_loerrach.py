"""The shipped data of Landkreis Lörrach agree with their sources and with themselves."""

import tomllib

import pytest

from bot.core.talking.wording import plain
from bot.domain.neutrality import hints
from config.profile import ALLIANCES, load_alliance
from tests.architecture.test_locales import FORMAL

FOLDER = ALLIANCES / "loerrach"
TESTS = tomllib.loads((FOLDER / "party_terms.toml").read_text("utf-8"))["tests"]
REQUIRED = ("de", "en")


@pytest.fixture(scope="module")
def loerrach():
    return load_alliance("loerrach")


def test_all_35_municipalities_are_there_once(loerrach):
    places = loerrach.municipalities
    assert len(places) == len({place.key for place in places}) == len({place.name for place in places}) == 35
    assert all(place.key.startswith("08336") for place in places)
    assert sum(place.population for place in places) == 238_263


@pytest.mark.parametrize("of", ["goals", "kinds"])
def test_no_word_stands_for_two_goals_or_kinds(loerrach, of):
    for one in (named := getattr(loerrach, of)):
        others = [plain(word) for other in named if other is not one for word in words_for(other)]
        assert not {plain(word) for word in words_for(one)} & set(others), one.id


def words_for(one):
    return (*one.name.values(), *getattr(one, "choice", {}).values(), *one.also)


def test_the_goals_and_kinds_are_those_of_the_alliance(loerrach):
    assert [goal.id for goal in loerrach.goals] == [
        "ausstoss",
        "ressourcen",
        "regionalitaet",
        "wirtschaft",
        "klimaneutralitaet",
    ]
    assert [kind.id for kind in loerrach.kinds if not kind.organisation] == ["person"]
    assert "other" in [kind.id for kind in loerrach.kinds]
    assert loerrach.target_year == 2040
    assert len(loerrach.about) == 5


def test_every_kind_can_pledge_something_for_itself(loerrach):
    for kind in loerrach.kinds:
        assert sum(kind.id in entry.kinds for entry in loerrach.catalogue) >= 5, kind.id


def test_every_goal_has_pledges(loerrach):
    for goal in loerrach.goals:
        assert sum(entry.goal == goal.id for entry in loerrach.catalogue) >= 5, goal.id


def test_all_words_exist_in_german_and_english(loerrach):
    notice = loerrach.notice
    words = [
        loerrach.name,
        loerrach.region,
        loerrach.team,
        loerrach.contact,
        loerrach.imprint,
        *loerrach.about,
        *loerrach.principles,
        *loerrach.house_rules,
        *loerrach.units.values(),
        *(answer.label for answers in loerrach.answers.values() for answer in answers),
        *(one for goal in loerrach.goals for one in (goal.name, goal.what)),
        *(one for kind in loerrach.kinds for one in (kind.name, kind.choice)),
        *(one for entry in loerrach.catalogue for one in (entry.title, entry.question)),
        loerrach.declaration.title,
        loerrach.declaration.body,
        loerrach.declaration.link,
        *(notice.controller, notice.contact, notice.dpo, notice.basis, notice.hoster, notice.period),
        *(notice.dormant, notice.authority, notice.link, *notice.networks.values()),
    ]
    for one in words:
        assert all(language in one for language in REQUIRED), one


def test_whoever_says_du_is_asked_with_du(loerrach):
    notice = loerrach.notice
    asked = [*(entry.question for entry in loerrach.catalogue), notice.basis, *notice.networks.values()]
    for one in asked:
        assert FORMAL.search(one.get("de-du", one["de"])) is None, one


def test_the_declaration_says_what_it_must_and_that_it_is_a_draft(loerrach):
    german, english = (loerrach.declaration.body[language] for language in REQUIRED)
    for wanted in ("2040", "klimaneutral", "nach besten Möglichkeiten", "überparteilich", "zurückgezogen", "Entwurf"):
        assert wanted in german
    for wanted in ("2040", "climate-neutral", "as best we can", "non-partisan", "withdrawn", "Draft"):
        assert wanted in english


def test_labels_fit_on_a_button(loerrach):
    for answers in loerrach.answers.values():
        for answer in answers:
            assert all(len(label) <= 24 for label in answer.label.values())
    for kind in loerrach.kinds:
        assert all(len(label) <= 40 for label in kind.choice.values())


@pytest.mark.parametrize("sentence", TESTS["flag"])
def test_party_politics_are_flagged(loerrach, sentence):
    assert hints(sentence, loerrach.neutrality)


@pytest.mark.parametrize("sentence", TESTS["pass"])
def test_harmless_sentences_pass(loerrach, sentence):
    assert hints(sentence, loerrach.neutrality) == ()


def test_the_alliances_own_words_pass(loerrach):
    for body in loerrach.declaration.body.values():
        allowed = {"parteipolitische", "party politics"}
        assert set(hints(body, loerrach.neutrality)) <= allowed
