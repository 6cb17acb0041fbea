"""What typed words mean while a dialogue's question is open: one of its choices, an answer, or something newer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.core.dialogue import OPTION
from bot.core.ports import Mode
from bot.core.talking.asking import Standing, as_typed, called, came_after, is_numbered, newer, offered
from bot.core.talking.wording import LABEL_MAX, Way, pick, plain, word_set
from bot.core.words.texts import Text, Texts

if TYPE_CHECKING:
    from bot.core.talking.visit import Visit


class Understanding:
    """Knows the words of every language: what is typed in any of them is understood in all."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._yes = word_set(texts, "dialogue-yes-words")
        self._no = word_set(texts, "dialogue-no-words")

    def raw(self, visit: Visit, standing: Standing, typed: str) -> str:
        """The raw answer: an option by label or number, else the words themselves. A draft's offer takes yes and no."""
        if standing.journal.mode is Mode.OFFERED and plain(typed) in self._yes | self._no:
            return OPTION + (Way.CONTINUE if plain(typed) in self._yes else Way.LATER)
        shown = called(standing)
        at = pick(typed, [self._names(labels) for _, labels in shown], numbered=is_numbered(standing))
        return as_typed(visit, standing.question, typed) if at is None else OPTION + shown[at][0]

    def is_label_of_newer(self, visit: Visit, standing: Standing, typed: str) -> bool:
        """Whether these words are exactly a choice of a message that came after the question, and none of its own.

        It holds where words are answers of their own, too: who types a label that has just been shown means it.
        Whoever is really called so answers after "Continue": the question is newest then.
        """
        if len(typed) > LABEL_MAX or self._is_own(standing, typed):
            return False
        shown = newer(visit, standing)
        if all(plain(typed) != plain(choice.label) for choice in shown):
            return False
        return bool(offered(standing)) or came_after(visit, standing, shown)

    def is_for_newer(self, visit: Visit, standing: Standing, typed: str) -> bool:
        """Whether a number, or words that are not exactly a choice of the question, fit a message that came after it:
        "ja" then answers what was asked last, and signs nothing that stands further up. Never where numbers or words
        are answers of their own.
        """
        if not is_numbered(standing) or not offered(standing) or self._is_own(standing, typed):
            return False
        shown = newer(visit, standing)
        if not shown:
            return False
        return typed.isdecimal() or pick(typed, [[choice.label] for choice in shown], numbered=True) is not None

    def _is_own(self, standing: Standing, typed: str) -> bool:
        """Whether this is exactly a choice of the question, in any language."""
        own = [name for _, labels in called(standing) for name in self._names(labels)]
        return any(plain(typed) == plain(name) for name in own)

    def _names(self, labels: Iterable[Text]) -> list[str]:
        return [self._texts.label(label, language) for label in labels for language in self._texts.languages]
