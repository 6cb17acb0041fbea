"""What typed words mean while a dialogue's question is open: one of its choices, an answer, or something newer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.dialogue import OPTION, TYPED
from bot.core.ports import Mode
from bot.core.talking.asking import Standing, is_numbered, newer, offered
from bot.core.talking.wording import Way, pick, plain, word_set
from bot.core.words.texts import Text, Texts

if TYPE_CHECKING:
    from bot.core.talking.visit import Visit


class Understanding:
    """Knows the words of every language: what is typed in any of them is understood in all."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._yes = word_set(texts, "dialogue-yes-words")
        self._no = word_set(texts, "dialogue-no-words")

    def raw(self, standing: Standing, typed: str) -> str:
        """The raw answer: an option by label or number, else the words themselves. A draft's offer takes yes and no."""
        if standing.journal.mode is Mode.OFFERED and plain(typed) in self._yes | self._no:
            return OPTION + (Way.CONTINUE if plain(typed) in self._yes else Way.LATER)
        shown = offered(standing)
        at = pick(typed, [self._names(label) for _, label in shown], numbered=is_numbered(standing))
        return TYPED + typed if at is None else OPTION + shown[at][0]

    def is_for_newer(self, visit: Visit, standing: Standing, typed: str) -> bool:
        """Whether a number, or words that are not exactly a choice of the question, fit a message that came after it:
        "ja" then answers what was asked last, and signs nothing that stands further up.
        """
        own = [name for _, label in offered(standing) for name in self._names(label)]
        if any(plain(typed) == plain(name) for name in own):
            return False
        shown = newer(visit, standing)
        if not shown:
            return False
        return typed.isdecimal() or pick(typed, [[choice.label] for choice in shown], numbered=True) is not None

    def _names(self, label: Text) -> list[str]:
        return [self._texts.label(label, language) for language in self._texts.languages]
