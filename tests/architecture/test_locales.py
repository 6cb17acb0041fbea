"""Every word the bot says exists in every language, with the same parameters, and is used."""

import ast
import re
from collections import Counter
from datetime import date

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message, NumberLiteral, Placeable, StringLiteral, VariableReference
from fluent.syntax.visitor import Visitor

from bot.core.words.markup import parse, plain
from bot.core.words.texts import Text
from config.texts import LOCALES, FluentTexts

COMPLETE = ("de", "en")
OVERLAYS = ("de-du",)
ROOT = LOCALES.parent.parent
PRODUCT = ("bot", "handlers", "storage", "config")
FORMAL = re.compile(r"\b(Sie|Ihnen|Ihr(e[nmrs]?)?)\b")
"""How German says "Sie": as a word of its own with a capital."""

PUBLIC = "web-"
"""The public pages speak to everybody; an overlay is for the chat only (`View.languages`)."""

OF_A_THING = {
    "announcing-changed-waiting": "Sie wartet",  # the announcement
    "announcing-changed-scheduled": "Sie ist nicht mehr geplant",  # the announcement
    "moderating-author-read": "Sie bleibt beim Team",  # the story
    "sending-old": "Sie liegt wieder als Entwurf da",  # the announcement
    "sending-sure-release": "Sie geht an",  # the announcement
    "sending-sure-send": "Sie geht sofort",  # the announcement
    "sending-tested-later": "Ihr Stand",  # the announcement's
    "speaking-name": "Deutsch (Sie)",  # the name of the other way to speak
    "team-invitation": "Sie gilt",  # the invitation
}
"""Where a "Sie" or "Ihr" at the start of a sentence is a thing and addresses nobody."""

PLURALS = {"zero", "one", "two", "few", "many", "other"}


class Parameters(Visitor):
    """The parameters of a message, each with a value of the sort it wants."""

    def __init__(self) -> None:
        self.found = {}

    def visit_VariableReference(self, node):  # noqa: N802 - the visitor's naming
        self.found.setdefault(node.id.name, "words")

    def visit_FunctionReference(self, node):  # noqa: N802 - the visitor's naming
        for argument in node.arguments.positional:
            if isinstance(argument, VariableReference):
                self.found[argument.id.name] = 2 if node.id.name == "NUMBER" else date(2027, 3, 3)
        self.generic_visit(node)

    def visit_SelectExpression(self, node):  # noqa: N802 - the visitor's naming
        keys = [variant.key for variant in node.variants]
        numbers = any(isinstance(key, NumberLiteral) or key.name in PLURALS - {"other"} for key in keys)
        if numbers and isinstance(node.selector, VariableReference):
            self.found[node.selector.id.name] = 2
        self.generic_visit(node)


def entries(language):
    """Key -> message, over all files of a language."""
    found = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser(with_spans=False).parse(file.read_text("utf-8")).body:
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{entry.id.name} is there twice, once in {file}"
                found[entry.id.name] = entry
    return found


def empty_on_purpose(entry):
    """Written as { "" }."""
    return all(
        isinstance(part, Placeable) and part.expression.equals(StringLiteral("")) for part in entry.value.elements
    )


def parameters_of(entry):
    parameters = Parameters()
    parameters.visit(entry)
    return parameters.found


ENTRIES = {language: entries(language) for language in (*COMPLETE, *OVERLAYS)}
MESSAGES = {
    language: {key: parameters_of(entry) for key, entry in found.items()} for language, found in ENTRIES.items()
}


def test_there_are_no_other_languages_by_accident():
    assert {path.name for path in LOCALES.iterdir()} == set(MESSAGES)


def test_every_key_exists_in_every_language():
    german, english = (set(MESSAGES[language]) for language in COMPLETE)
    assert german == english


@pytest.mark.parametrize("language", ["en", *OVERLAYS])
def test_every_language_knows_the_same_parameters(language):
    for key, parameters in MESSAGES[language].items():
        assert set(parameters) == set(MESSAGES["de"][key]), key


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_an_overlay_only_overrides_and_only_what_differs(overlay):
    assert set(MESSAGES[overlay]) <= set(MESSAGES["de"])
    for key, entry in ENTRIES[overlay].items():
        assert not entry.equals(ENTRIES["de"][key]), f"{key} is the same as in de"


def test_every_file_exists_in_every_language():
    names = [sorted(path.name for path in (LOCALES / language).glob("*.ftl")) for language in COMPLETE]
    assert names[0] == names[1]


@pytest.mark.parametrize("language", MESSAGES)
def test_every_message_can_be_rendered(language):
    texts = FluentTexts()
    for key, parameters in (MESSAGES["de"] | MESSAGES[language]).items():
        rendered = texts.render(Text(key, parameters), language)
        shown = plain(parse(rendered))
        assert shown or empty_on_purpose(ENTRIES["de"][key]), key
        assert "{" not in shown, key
        assert "**" not in shown or "\\" in rendered, f"{key}: a mark that is not closed"


def told_informally(key):
    """What a message of the chat says with "du", every variant of it, without marks."""
    entry = ENTRIES["de-du"].get(key, ENTRIES["de"][key])
    return FluentSerializer().serialize_entry(entry).replace("**", "")


def test_the_informal_german_never_says_sie():
    mixed = {
        key: said
        for key in MESSAGES["de"]
        if not key.startswith(PUBLIC)
        and FORMAL.search(said := told_informally(key).replace(OF_A_THING.get(key, "\0"), ""))
    }
    assert mixed == {}


def test_no_exception_is_left_over():
    assert [key for key, words in OF_A_THING.items() if words not in told_informally(key)] == []


# -- the keys the code uses --------------------------------------------------------------------------------------------


def trees(parts=PRODUCT):
    for part in parts:
        for file in sorted((ROOT / part).rglob("*.py")):
            yield file.relative_to(ROOT), ast.parse(file.read_text("utf-8"))


def test_every_text_asked_for_exists_with_its_parameters():
    for file, tree in trees(("bot", "handlers")):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "text" and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and len(node.args) == 1:
                    where = f"{file}:{node.lineno} {key.value}"
                    assert key.value in MESSAGES["de"], where
                    given = {keyword.arg for keyword in node.keywords}
                    assert None in given or given >= set(MESSAGES["de"][key.value]), where


def test_no_text_is_left_over():
    literal, patterns = Counter(), set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literal[node.value] += 1
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in node.values]
                if re.search(r"[a-z]-|-[a-z]", "".join(parts).replace("\\", "")):
                    patterns.add("".join(parts))
    for page in sorted((ROOT / "bot").rglob("*.html")):
        for call in re.findall(r"\bt\(([^,)]*)", page.read_text("utf-8")):
            parts = re.split(r"\s*\+\s*", call.strip())
            patterns.add("".join(re.escape(part.strip("\"'")) if part[:1] in "\"'" else ".+" for part in parts))
    dynamic = re.compile("|".join(sorted(patterns)))
    unused = [key for key in MESSAGES["de"] if key not in literal and not dynamic.fullmatch(key)]
    assert unused == []
