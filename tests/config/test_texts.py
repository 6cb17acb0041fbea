"""Texts are rendered in the recipient's language, and nobody's words can disturb them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.messages import Content
from bot.core.words.markup import parse, plain
from bot.core.words.texts import Markup, text
from config.messages import TextsProblem
from config.texts import FluentTexts
from config.words import WORDS_MAX, contained, isolated

GERMAN = """
hello = Guten Tag, { $name }.
long = { $what }
only-german = Moin
bold = **{ $name }** und { $other }
count = { $n ->
    [one] Eine Zusage
   *[other] { $n } Zusagen
}
plain-number = Nummer { NUMBER($n, useGrouping: 0) }
when = am { $when }
two =
    Erster Absatz.

    - Zweiter
    - Dritter
"""


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locales")
    for language, words in {
        "de": GERMAN,
        "en": GERMAN.replace("Guten Tag", "Hello").replace("am {", "on {"),
        "de-du": "hello = Hallo, { $name }.",
    }.items():
        (folder / language).mkdir()
        (folder / language / "some.ftl").write_text(words, "utf-8")
    return FluentTexts(folder, zone=ZoneInfo("Europe/Berlin"))


def shown(markup):
    return plain(parse(markup))


def test_languages_are_the_folders_the_default_first(texts):
    assert texts.languages == ("de", "en", "de-du")


def test_an_alliance_narrows_the_languages(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.ftl").write_text("x = y")
    assert FluentTexts(tmp_path, languages=("en",)).choose("de-DE") == "en"
    with pytest.raises(TextsProblem, match="'fr'"):
        FluentTexts(tmp_path, languages=("fr",))


@pytest.mark.parametrize(
    ("hint", "language"),
    [
        ("de-CH", "de"),
        ("de_DE", "de"),
        ("DE-du", "de-du"),
        ("en-GB", "en"),
        ("fr", "de"),
        ("", "de"),
        ("alsatian", "de"),
    ],
)
def test_the_nearest_language_is_chosen(texts, hint, language):
    assert texts.choose(hint) == language


def test_an_overlay_falls_back_to_its_base(texts):
    assert texts.render(text("hello", name="Eva"), "de-du") == "Hallo, Eva."
    assert texts.render(text("only-german"), "de-du") == "Moin"


def test_an_unknown_language_gets_the_default(texts):
    assert texts.render(text("only-german"), "fr") == "Moin"


def test_an_unknown_key_and_a_missing_parameter_are_bugs(texts):
    with pytest.raises(KeyError):
        texts.render(text("no-such-key"), "de")
    with pytest.raises(KeyError, match="hello"):
        texts.render(text("hello"), "de")
    with pytest.raises(KeyError):
        texts.label(text("no-such-key"), "de")


def test_numbers_and_moments_follow_language_and_zone(texts):
    assert texts.render(text("count", n=1), "de") == "Eine Zusage"
    assert texts.render(text("count", n=12345), "de") == "12.345 Zusagen"
    assert texts.render(text("count", n=12345), "en") == "12,345 Zusagen"
    assert texts.render(text("count", n=1.5), "de") == "1,5 Zusagen"
    assert texts.render(text("plain-number", n=12345), "de") == "Nummer 12345"
    assert texts.render(text("when", when=date(2027, 3, 3)), "de") == "am 3. März 2027"
    moment = datetime(2027, 3, 3, 22, 30, tzinfo=UTC)
    assert "23:30" in texts.render(text("when", when=moment), "de")
    assert texts.render(text("when", when=date(2027, 3, 3)), "en") == "on 3 March 2027"


def test_paragraphs_and_lists_survive(texts):
    assert texts.render(text("two"), "de") == "Erster Absatz.\n\n- Zweiter\n- Dritter"
    assert texts.label(text("two"), "de") == "Erster Absatz. - Zweiter - Dritter"


def test_markup_stays_markup_and_texts_are_rendered_inside_texts(texts):
    inner = text("hello", name="*Eva*")
    assert texts.render(text("long", what=Markup("**x**")), "de") == "**x**"
    assert shown(texts.render(text("long", what=inner), "de")) == "Guten Tag, *Eva*."
    assert texts.label(text("long", what=inner), "de") == "Guten Tag, *Eva*."


def test_words_longer_than_fluent_allows_arrive_whole(texts):
    story = "Sehr lang. " * 300
    assert shown(texts.render(text("long", what=story), "de")) == story
    assert len(texts.render(text("long", what=Markup("x" * 9000)), "de")) == 9000


def test_words_without_end_are_cut_visibly(texts):
    name = shown(texts.render(text("hello", name="x" * 10_000), "de"))
    assert len(name) < WORDS_MAX + 30
    assert name.endswith("x ….")


@given(st.text(), st.text())
def test_fault_46_nobodys_words_become_markup(texts, name, other):
    rendered = texts.render(text("bold", name=f"Eva{name}", other=other), "de")
    wanted = f"{isolated(contained(f'Eva{name}'))} und {isolated(contained(other))}"
    assert shown(rendered) == wanted


@given(st.text(st.characters(codec=None)))
def test_fault_45_everything_can_be_sent(texts, name):
    rendered = texts.render(text("hello", name=name), "de")
    assert rendered.encode("utf-8")
    assert "\0" not in rendered


def test_a_mistake_in_a_file_is_named_with_its_line(tmp_path):
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "a.ftl").write_text("x = y\nbroken =\n    **Bold**\n")
    texts = FluentTexts(tmp_path)
    assert texts.render(text("x"), "de") == "y"
    with pytest.raises(TextsProblem, match=r"a\.ftl, line [23]"):
        texts.read()
    with pytest.raises(TextsProblem, match=r"a\.ftl, line [23]"):
        texts.render(text("broken"), "de")


@pytest.mark.parametrize(("written", "line"), [("Nobody's\n\nx = y\n", 1), ("x = y\n\n# Some\n*y\nz = z", 4)])
def test_a_line_that_belongs_to_no_message_is_found_before_anybody_speaks(tmp_path, written, line):
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "a.ftl").write_text(written)
    with pytest.raises(TextsProblem, match=rf"a\.ftl, line {line}:"):
        FluentTexts(tmp_path)


def test_a_message_without_words_is_a_mistake(tmp_path):
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "a.ftl").write_text("x = y\nz =\n")
    with pytest.raises(TextsProblem, match=r"a\.ftl, line 2:"):
        FluentTexts(tmp_path).read()


def test_words_and_markup_that_look_alike_are_never_taken_for_each_other(texts):
    for _ in range(2):
        assert shown(texts.render(text("hello", name="**Anna**"), "de")) == "Guten Tag, **Anna**."
        assert shown(texts.render(text("hello", name=Markup("**Anna**")), "de")) == "Guten Tag, Anna."
        assert shown(texts.render(text("hello", name="1"), "en")) == "Hello, 1."
        assert shown(texts.render(text("hello", name=1), "en")) == "Hello, 1."


def test_a_moment_is_told_anew_every_time(texts):
    berlin = datetime(2026, 1, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    assert texts.render(text("when", when=berlin), "de") == texts.render(
        text("when", when=berlin.astimezone(UTC)), "de"
    )
    assert texts.render(text("when", when=berlin.date()), "de") != texts.render(text("when", when=berlin), "de")


def test_whatever_people_send_is_called_by_its_name():
    texts = FluentTexts()
    for language in texts.languages:
        said = {content: texts.label(text("dialogue-no-use-here", what=content.value), language) for content in Content}
        assert len(set(said.values())) == len(Content), f"two of them read alike in {language}"
