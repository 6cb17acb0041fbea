"""A slip in a command's name still finds it; everyday sentences are not bent into commands."""

import pytest

from bot.domain.commands import nearest

NAMES = ("mitmachen", "umsehen", "folgen", "geschichte", "zusage", "loeschen", "hilfe", "sprache", "join", "delete")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mitmachn", "mitmachen"),
        ("Mit machen", "mitmachen"),
        ("Ich möchte gerne mitmachen", "mitmachen"),
        ("löschen!", "loeschen"),
        ("geschichten", "geschichte"),
        ("hlife", "hilfe"),
        ("sprahce", "sprache"),
        ("delte", "delete"),
    ],
)
def test_the_nearest_name_is_found(typed: str, name: str | None):
    assert nearest(typed, NAMES) == name


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ok",
        "Wann trifft sich das Bündnis das nächste Mal?",
        "Wir haben gestern im Gemeinderat lange darüber gesprochen und wollen bald gern mitmachen, aber erst im März",
    ],
)
def test_sentences_without_a_command_stay_sentences(typed: str):
    assert nearest(typed, NAMES) is None
