"""Understanding typed words: normal forms, navigation words, and labels typed instead of tapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import lru_cache

from bot.core.words.texts import Texts, text
from bot.domain.commands import slip_of

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NOT_WORD = re.compile(r"[^\w\s+<>-]|_")


WAY_MAX = 24
"""Longer typed texts are never navigation, in characters."""


LABEL_MAX = 80
"""Longer typed texts are never the label of a choice, in characters."""


LAST_WORDS_MIN = 4
"""Shorter typed texts are not taken as the end of a label, in characters."""


class Way(StrEnum):
    """Where a person can go from inside a dialogue. The value is also the id of its choice."""

    BACK = "<back"
    CANCEL = "<cancel"
    LATER = "<later"
    HELP = "<help"
    SKIP = "<skip"  # only typed: what can be left out has a choice that says so
    CHANGE = "<change"
    CONTINUE = "<go-on"
    ANEW = "<anew"
    DISCARD = "<discard"


_TYPED_WAYS = {"back": Way.BACK, "cancel": Way.CANCEL, "later": Way.LATER, "help": Way.HELP, "skip": Way.SKIP}


def plain(words: str) -> str:
    """Words in normal form: no case, marks, emoji or doubled space; "ä" equals "ae". For comparing, never for
    showing.
    """
    composed = unicodedata.normalize("NFC", words).casefold().translate(_UMLAUTS)
    return " ".join(_NOT_WORD.sub(" ", composed).split())


@lru_cache(maxsize=2048)
def plain_label(label: str) -> str:
    """The same of a label, found once: it is compared with all that is typed. A few may name people; they stay in
    memory for as long as they are among the last that were needed.
    """
    return plain(label)


def word_set(texts: Texts, key: str) -> frozenset[str]:
    """The words a text lists, between commas, of every language together and in normal form."""
    lists = (texts.label(text(key), language) for language in texts.languages)
    return frozenset(plain(word) for words in lists for word in words.split(","))


def begins(label: str, words: Collection[str]) -> bool:
    """Whether a label is one of these words, or begins with one; they are in normal form."""
    begun = f"{plain_label(label)} "
    return any(begun.startswith(f"{word} ") for word in words)


def command_name(word: str) -> str:
    """A command as it is looked up, without marks and dashes: "/Meine_Zusagen@bot" -> "meinezusagen"."""
    return re.sub(r"[\s-]", "", plain(word.lstrip("/").partition("@")[0].replace("_", "-")))


class Ways:
    """The words for navigation in every language: typed in any of them, understood in all."""

    def __init__(self, texts: Texts) -> None:
        self._ways = {
            plain(word) or word.strip(): way  # "?" has no normal form but itself
            for name, way in _TYPED_WAYS.items()
            for language in texts.languages
            for word in texts.label(text(f"dialogue-{name}-words"), language).split(",")
        }

    def find(self, typed: str) -> Way | None:
        """The way these words mean, when they mean nothing else; with or without a slash, or a slip of the pen."""
        if len(typed) > WAY_MAX:
            return None
        said = plain(typed) or typed.strip()
        return self._ways.get(said) or self._ways.get(slip_of(said, self._ways) or "")


def pick(typed: str, labels: Sequence[Sequence[str]], *, numbered: bool) -> int | None:
    """Which choice was typed: by its label in any language, or (if numbered) by its number from 1, by the first
    words of one label only ("Ja" for "Ja, ich unterzeichne") or by its last ("weiter" for "Gelesen, weiter"). None if
    nothing fits.

    Where the labels themselves begin with numbers ("5 km"), a typed number is an amount and never a position.
    """
    wanted = plain(typed)
    if not wanted:
        return None
    for at, names in enumerate(labels):
        if any(plain_label(name) == wanted for name in names):
            return at
    amounts = any(name[:1].isdecimal() for names in labels for name in names)
    if numbered and not amounts and wanted.isdecimal() and 1 <= int(wanted[:4]) <= len(labels):
        return int(wanted[:4]) - 1
    if not numbered:
        return None
    begun = [at for at, names in enumerate(labels) if any(plain_label(name).startswith(f"{wanted} ") for name in names)]
    if begun or len(wanted) < LAST_WORDS_MIN:
        return begun[0] if len(begun) == 1 else None
    ended = [at for at, names in enumerate(labels) if any(plain_label(name).endswith(f" {wanted}") for name in names)]
    return ended[0] if len(ended) == 1 else None
