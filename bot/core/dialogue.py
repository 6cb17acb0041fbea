"""Dialogues are pure coroutines, replayed from a journal: they await only `talk.ask`, do no I/O and return a value.

Answers are looked up by question key, so an earlier answer can be changed without losing the later ones, and a
journal that no longer fits the code is asked on from the first question it cannot answer.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from dataclasses import dataclass, field, replace
from types import coroutine
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bot.core.errors import Refusal
from bot.core.messages import FileRef
from bot.core.words.texts import Text, text

if TYPE_CHECKING:
    from bot.core.talking.visit import Visit

T = TypeVar("T")
F = TypeVar("F")

OPTION, TYPED, PICTURE, DOCUMENT, FACT = "=", ">", "@", "%", "!"
"""First letter of a raw answer: how it was given."""


@dataclass(frozen=True)  # no slots: typing notes a generic's parameter on the instance
class Option(Generic[T]):
    """One answer offered. `id` is what the journal keeps and must never change its meaning. `also` are labels it has
    elsewhere: typed, they are understood here too. `leaves_out` says that it leaves the question out.
    """

    id: str
    label: Text
    value: T
    also: tuple[Text, ...] = ()
    leaves_out: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that a summary offers to change: the key of its question and what people call it."""

    key: str
    label: Text


@dataclass(frozen=True)  # no slots: typing notes a generic's parameter on the instance
class Question(Generic[T]):
    """Something to ask. At least one of `options`, `read`, `picture`, `document` is given.

    `read` turns typed words into the answer and raises Refusal with a kind explanation; it must give the same
    result on every replay. `picture` and `document` do the same for the id of a stored file. `changes` makes it a
    summary; `files` are shown with it, so that a preview is what it says. `otherwise` is said to an answer of a sort
    that does not fit, where more is to be said than what is wanted. `about` is the person whose words it quotes to
    somebody else. `numbered` says that a number, or the beginning of a label, means an option although `read` takes
    words, too. `marked` says that the words are in the Markdown subset, so that what an app shows as bold stays so.
    `at_once` is what an answer changes in the moment it is given, whatever becomes of the dialogue; a replay does not
    do it again.
    """

    key: str
    text: Text
    options: tuple[Option[T], ...] = ()
    read: Callable[[str], T] | None = None
    picture: Callable[[int], T] | None = None
    document: Callable[[int], T] | None = None
    changes: tuple[Change, ...] = ()
    files: tuple[FileRef, ...] = ()
    help: Text | None = None
    otherwise: Text | None = None
    about: int = 0
    marked: bool = False
    numbered: bool = False
    at_once: Callable[[Visit, T], None] | None = None

    def value(self, raw: str) -> T:
        """The answer a journal's raw entry stands for; Refusal if it does not fit (any more)."""
        how, what = raw[:1], raw[1:]
        if how == OPTION:
            for option in self.options:
                if option.id == what:
                    return option.value
        elif how == TYPED and self.read is not None:
            return self.read(what)
        elif how == PICTURE and self.picture is not None:
            return self.picture(int(what))
        elif how == DOCUMENT and self.document is not None:
            return self.document(int(what))
        raise Refusal(self.misfit())

    def misfit(self) -> Text:
        """What to say when an answer is of the wrong sort for this question."""
        if self.otherwise is not None:
            return self.otherwise
        if self.read is not None:
            return text("dialogue-please-type")
        return text("dialogue-please-picture" if self.picture is not None else "dialogue-please-choose")


class Talk:
    """What a dialogue may do: ask, say, and note a fact that decides its path."""

    def __init__(self, entries: dict[str, str]) -> None:
        self._entries = entries
        self._seen: dict[str, int] = {}
        self.used: list[tuple[str, str]] = []
        self.passed: list[tuple[Question[Any], str]] = []
        self.says: list[Text] = []

    async def ask(self, question: Question[T]) -> T:
        """The person's answer. Asking the same key again (in a loop) is a new question with its own answer."""
        key = self._own_key(question.key)
        raw = self._entries.get(key)
        if raw is not None:
            try:
                value = question.value(raw)
            except Refusal:
                pass  # the code has changed since: ask again from here
            else:
                return self._answered(question, key, raw, value)
        asked = replace(question, key=key) if key != question.key else question
        raw = await _suspend(asked)
        return self._answered(asked, key, raw, asked.value(raw))

    def _answered(self, question: Question[T], key: str, raw: str, value: T) -> T:
        self.used.append((key, raw))
        self.passed.append((question, raw))
        self.says.clear()
        return value

    async def say(self, what: Text) -> None:
        """Something to tell before the next question."""
        self.says.append(what)

    def knows(self, key: str) -> bool:
        """Whether the next question with this key has an answer already: what only its labels need (a count per
        choice) need not be looked up then.
        """
        return self._next_key(key) in self._entries

    def fact(self, key: str, value: str | Callable[[], str]) -> str:
        """A fact from outside that decides the path: kept like an answer, so that every replay takes the same path.
        Given as a function it is looked up once, when the path first leads here.
        """
        raw = self._entries.get(key)
        if raw is None:
            raw = FACT + (value if isinstance(value, str) else value())
        self.used.append((key, raw))
        return raw[1:]

    def _own_key(self, key: str) -> str:
        own = self._next_key(key)
        self._seen[key] = self._seen.get(key, 0) + 1
        return own

    def _next_key(self, key: str) -> str:
        count = self._seen.get(key, 0) + 1
        return key if count == 1 else f"{key}#{count}"


@coroutine
def _suspend(question: Question[T]) -> Generator[Question[T], str, str]:
    return (yield question)


Script = Callable[[Talk, F], Coroutine[Any, Any, T | None]]


@dataclass(frozen=True)  # no slots: typing notes a generic's parameter on the instance
class Turn(Generic[T]):
    """Where a dialogue stands after a replay: either `question` is open or it is finished with `value`.

    `entries` is the journal to keep: the answers used, in order, then those not reached yet (after a change). `passed`
    are the questions answered, with their raw answers.
    """

    entries: tuple[tuple[str, str], ...]
    says: tuple[Text, ...]
    question: Question[Any] | None
    value: T | None = None
    used: tuple[tuple[str, str], ...] = field(default=())
    passed: tuple[tuple[Question[Any], str], ...] = field(default=(), compare=False, repr=False)
    stage: Stage[T] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)  # no slots: typing notes a generic's parameter on the instance
class Stage(Generic[T]):
    """A script that waits for the answer to its open question, and its side of the talk."""

    script: Coroutine[Question[Any], str, T | None]
    talk: Talk


def replay(script: Script[F, T], facts: F, entries: tuple[tuple[str, str], ...]) -> Turn[T]:
    """Run a dialogue from its start over the answers given so far, up to the first open question or its end."""
    talk = Talk(dict(entries))
    return _play(Stage(script(talk, facts), talk), None, entries)


def go_on(turn: Turn[T], raw: str) -> Turn[T]:
    """The turn after this answer: what a replay over the journal with it would give, without going back to the start.

    Refusal if the answer does not fit. Once per turn: the script has moved on then. LookupError if nothing is open.
    """
    if turn.question is None or turn.stage is None:
        raise LookupError("no question is open")
    return _play(turn.stage, raw, answered(turn.entries, turn.question.key, raw))


def _play(stage: Stage[T], raw: str | None, entries: tuple[tuple[str, str], ...]) -> Turn[T]:
    """Run the script to its next open question or its end; `raw` answers the one it waits for (None at the start)."""
    question: Question[Any] | None = None
    value: T | None = None
    try:
        question = stage.script.send(raw)  # type: ignore[arg-type]  # None starts a coroutine - nothing else may
    except StopIteration as end:
        value = end.value
    used = tuple(stage.talk.used)
    reached = {key for key, _ in used}
    rest = tuple(entry for entry in entries if entry[0] not in reached and not (question and entry[0] == question.key))
    return Turn(used + rest, tuple(stage.talk.says), question, value, used, tuple(stage.talk.passed), stage)


def answered(entries: tuple[tuple[str, str], ...], key: str, raw: str) -> tuple[tuple[str, str], ...]:
    """The journal with one more answer."""
    return (*(entry for entry in entries if entry[0] != key), (key, raw))


def without(entries: tuple[tuple[str, str], ...], key: str) -> tuple[tuple[str, str], ...]:
    """The journal with one answer taken out, so that its question is asked again.

    What hangs on it (further rounds of the question, facts about its answer: keys that go on with "#") goes with it.
    """
    return tuple(entry for entry in entries if entry[0] != key and not entry[0].startswith(f"{key}#"))


def stepped_back(turn: Turn[Any]) -> tuple[tuple[str, str], ...] | None:
    """The journal before the last answer (and the facts noted after it); None if nothing was answered yet."""
    answers = [at for at, (_, raw) in enumerate(turn.used) if not raw.startswith(FACT)]
    return turn.used[: answers[-1]] if answers else None
