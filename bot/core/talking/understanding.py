"""What typed words mean: a choice of the open question, an answer to it, or to a message outside of dialogues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from bot.core.dialogue import OPTION, TYPED, Question
from bot.core.ports import Mode
from bot.core.talking.asking import (
    Standing,
    as_typed,
    called,
    came_after,
    is_numbered,
    newer,
    offered,
    takes_words,
)
from bot.core.talking.visit import CONFIRM
from bot.core.talking.wording import LABEL_MAX, Way, begins, pick, plain, plain_label, word_set
from bot.core.words.texts import Text, Texts

if TYPE_CHECKING:
    from bot.core.messages import Choice
    from bot.core.routing import Listener, Routes
    from bot.core.talking.visit import Visit

Done = Callable[[], None]
"""What is to be done about words that were understood."""


class Listening:
    """Finds who asked outside of dialogues what typed words answer."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes

    def hear_reply(self, visit: Visit, *, any_words: bool) -> bool:
        """Take words that reply to a message which asked for them; False if they are no answer to it."""
        tokens = visit.work.ledger.choices_of(visit.contact.id, visit.incoming.reply_to)
        return _do(self.answer(visit, tokens, any_words=any_words))

    def hear(self, visit: Visit, *, any_words: bool) -> bool:
        """Take words as an answer where no dialogue is open; False if nobody has asked for them."""
        return _do(self.answer(visit, tokens_of(visit.shown), any_words=any_words, others=True))

    def answer(self, visit: Visit, tokens: Iterable[str], *, any_words: bool, others: bool = False) -> Done | None:
        """What becomes of words said to the message with these choices. `any_words`: whether it may be one that takes
        all of them. If it does not take these, `others` may: those whose answers are known by their shape.
        """
        listener, args = self._asking(visit, tokens)
        done = None if listener is None else listener.hears(visit, args)
        if listener is not None and done is not None:
            return None if listener.any_words and (not any_words or self._is_known(visit)) else done
        shaped = (one for one in self._routes.listeners.values() if not one.any_words) if others else ()
        return next((done for one in shaped if (done := one.hears(visit, ())) is not None), None)

    def _asking(self, visit: Visit, tokens: Iterable[str]) -> tuple[Listener | None, tuple[str, ...]]:
        listeners = self._routes.listeners
        for token in (one for one in tokens if one.partition(":")[0] in listeners):  # most need no seal checked
            action, _, args = (visit.seals.open(visit.contact.id, token) or "").partition(":")
            if action in listeners:
                return listeners[action], tuple(args.split(":"))
        return None, ()

    def _is_known(self, visit: Visit) -> bool:
        fallback = self._routes.fallback
        return fallback is not None and fallback.knows(visit)


class Understanding:
    """Knows the words of every language: what is typed in any of them is understood in all."""

    def __init__(self, texts: Texts, listening: Listening) -> None:
        self._texts = texts
        self._listening = listening
        self._yes = word_set(texts, "dialogue-yes-words")
        self._no = word_set(texts, "dialogue-no-words")
        self._go_on = word_set(texts, "dialogue-go-on-words")

    def raw(self, visit: Visit, standing: Standing, typed: str) -> str:
        """The raw answer: an option by label or number, or by the whole of what else it is called; else the words
        themselves. A draft's offer takes yes and no.
        """
        if standing.journal.mode is Mode.OFFERED and plain(typed) in self._yes | self._no:
            return OPTION + (Way.CONTINUE if plain(typed) in self._yes else Way.LATER)
        shown, said = called(standing), plain(typed)
        whole = (
            at for at, (_, labels) in enumerate(shown) if any(plain_label(name) == said for name in self._names(labels))
        )
        labels = [self._names((label,)) for _, label in offered(standing)]
        at = next(whole, pick(typed, labels, numbered=is_numbered(standing)))
        return as_typed(visit, standing.question, typed) if at is None else OPTION + shown[at][0]

    def says_again(self, visit: Visit, standing: Standing, raw: str) -> bool:
        """Whether these words were written before the question arrived (in the browser: before it was there to be
        shown), and are once more the answer to one before: whoever hears nothing for a while does so. Where any words
        will do they would become somebody's name.
        """
        if raw[:1] != TYPED or not any(self._is_again(*answer, raw[1:]) for answer in standing.turn.passed):
            return False
        asked_at, said_at = standing.journal.asked_at, visit.incoming.at
        return not visit.work.ledger.replied(visit.contact.id, asked_at, said_at)

    def _is_again(self, question: Question[Any], raw: str, typed: str) -> bool:
        """Whether these words give that answer: as it was typed, or by the number or the name of what was chosen."""
        if raw == TYPED + typed:
            return True
        options, said = question.options, plain(typed)
        at = next((at for at, option in enumerate(options) if raw == OPTION + option.id), None)
        if at is None or not said:
            return False
        option = options[at]
        called = [self._names((one,)) for one in (option.label, *option.also)]
        return (
            said == str(at + 1)
            or pick(typed, called[:1], numbered=True) == 0
            or pick(typed, called, numbered=False) is not None
        )

    def goes_on(self, typed: str) -> bool:
        """Whether these words ask to go on with what was put aside."""
        return plain(typed) in self._go_on

    def chosen(self, visit: Visit, typed: str) -> Choice | None:
        """The choice of the last message with any that words or a number stand for. A yes, a no and a "go on" stand
        for the only one that begins like that; but what cannot be undone takes the word that is written on it.
        """
        shown = visit.shown if len(typed) <= LABEL_MAX else ()
        at = pick(typed, [[choice.label] for choice in shown], numbered=True)
        if at is not None:
            return shown[at]
        said = plain(typed)
        meant = next(
            (words for words in (self._yes - self._go_on, self._no, self._go_on) if said in words), frozenset()
        )
        fitting = [one for one in shown if begins(one.label, meant) and (said in self._no or not _is_final(visit, one))]
        return fitting[0] if len(fitting) == 1 else None

    def heard_elsewhere(self, visit: Visit, standing: Standing, way: Way | None) -> bool:
        """Hear words that answer a message outside of dialogues which came after the question, as far as it knows them
        for its answer; where the question rests, whenever that came. False if they do not. What the question offers by
        that very name is its own; so are free words while it asks for some.
        """
        typed, shown, rests = visit.incoming.text.strip(), newer(visit, standing), standing.rests(visit.now)
        own = self._is_own(standing, typed) or (not shown and self.raw(visit, standing, typed)[:1] == OPTION)
        if own or not (shown or rests):
            return False
        fits = self.chosen(visit, typed) is not None or self.raw(visit, standing, typed)[:1] == OPTION
        freely = way is None and not fits and (rests or not takes_words(standing))
        others = rests and way is None
        done = self._listening.answer(visit, tokens_of(shown), any_words=freely, others=others)
        return (others or done is None or self._is_after(visit, standing, shown)) and _do(done)

    def is_label_of_newer(self, visit: Visit, standing: Standing, typed: str) -> bool:
        """Whether these words are exactly a choice of a message that came after the question (or "go on" with what it
        offers to go on with), and none of its own.

        It holds where words are answers of their own, too: who types a label that has just been shown means it.
        Whoever is really called so answers after "Continue": the question is newest then.
        """
        if len(typed) > LABEL_MAX or self._is_own(standing, typed):
            return False
        shown, said = newer(visit, standing), plain(typed)
        exact = any(said == plain(choice.label) for choice in shown)
        if not exact and not (shown and self.goes_on(typed) and self.chosen(visit, typed)):
            return False
        return self._is_after(visit, standing, shown)

    def is_for_newer(self, visit: Visit, standing: Standing, typed: str) -> bool:
        """Whether a number, or words that are not exactly a choice of the question, fit a message that came after it:
        "ja" then answers what was asked last, and signs nothing that stands further up. Never where numbers or words
        are answers of their own.
        """
        if not is_numbered(standing) or not offered(standing) or self._is_own(standing, typed):
            return False
        if not newer(visit, standing):
            return False
        return typed.isdecimal() or self.chosen(visit, typed) is not None

    @staticmethod
    def _is_after(visit: Visit, standing: Standing, shown: Sequence[Choice]) -> bool:
        """Whether these choices, none of them the question's, were shown after it; its own would be the last if not."""
        return bool(offered(standing)) or came_after(visit, standing, shown)

    def _is_own(self, standing: Standing, typed: str) -> bool:
        """Whether this is exactly a choice of the question as it is labelled, in any language. What else it is called
        ("ja") is no sign that nothing newer is meant.
        """
        own = self._names(label for _, label in offered(standing))
        said = plain(typed)
        return any(said == plain_label(name) for name in own)

    def _names(self, labels: Iterable[Text]) -> list[str]:
        return [self._texts.label(label, language) for label in labels for language in self._texts.languages]


def tokens_of(choices: Iterable[Choice]) -> list[str]:
    """The tokens of choices."""
    return [choice.token for choice in choices]


def _do(what: Done | None) -> bool:
    """Do what words led to; False if they led to nothing."""
    if what is not None:
        what()
    return what is not None


def _is_final(visit: Visit, choice: Choice) -> bool:
    """Whether taking it cannot be undone."""
    return (visit.seals.open(visit.contact.id, choice.token) or "").startswith(f"{CONFIRM}:")
