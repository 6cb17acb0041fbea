"""How a dialogue's open question is put to a person: its words, its choices and the ways out of it."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from bot.core.dialogue import OPTION, PICTURE, TYPED, Question, Turn, answered, replay, stepped_back
from bot.core.messages import Choice, Outgoing
from bot.core.ports import Journal, Mode
from bot.core.talking.wording import Way
from bot.core.words.texts import Text, text

if TYPE_CHECKING:
    from bot.core.routing import Dialogue
    from bot.core.talking.visit import Visit

QUESTION = "q"
"""The action of choices that belong to a dialogue's open question."""

RESUME = "go-on"
"""The action of the choice that leads back to the dialogue under way or parked last."""

HOME = "home"
"""The action of the choice that leads to where everything begins; the greeting answers it."""

REPEATED_MAX = 600
"""Longer questions, in characters, are not repeated after a misunderstanding: the declaration still stands above."""


SILENCE = timedelta(hours=12)
"""After so long without an answer typed words are no longer taken as one; the draft is offered instead."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A dialogue under way: its route, its journal and where the replay stands."""

    dialogue: Dialogue[Any, Any]
    journal: Journal
    turn: Turn[Any]

    @property
    def question(self) -> Question[Any]:
        """The open question; a dialogue without one has ended and is not standing any more."""
        if self.turn.question is None:
            raise LookupError(f"dialogue {self.dialogue.name} has no open question")
        return self.turn.question

    @property
    def skip(self) -> str:
        """The choice that leaves the open question out; "" if it has to be answered."""
        options = self.question.options if self.journal.mode is Mode.ASKING else ()
        return next((option.id for option in options if option.leaves_out), "")

    def rests(self, now: datetime) -> bool:
        """Whether words are no answer to it any more: nobody has answered for long, or it is only offered."""
        return self.journal.mode is Mode.OFFERED or now - self.journal.asked_at > SILENCE


def ask(visit: Visit, standing: Standing, *, again: bool = False) -> None:
    """Ask, or (`again`) repeat what was not answered: of a long text that has come only the choices."""
    journal, what = standing.journal, _words(visit, standing)
    if again:
        visit.close_asked(journal.turn)
    choices = [_choice(visit, journal, option, label) for option, label in offered(standing)]
    choices += [_choice(visit, journal, way, _label(way), quiet=True) for way in _ways_out(standing)]
    long = again and len(visit.texts.render(what, visit.language)) > REPEATED_MAX
    left_out = long and visit.work.ledger.has_come(visit.contact.id, journal.turn)
    files = () if again or journal.mode is not Mode.ASKING else standing.question.files
    about = standing.question.about
    said, numbered = None if left_out else what, is_numbered(standing)
    visit.ask(said, tuple(choices), tag=journal.turn, numbered=numbered, files=files, about=about)


def settle(visit: Visit, standing: Standing, raw: str) -> None:
    """The question is answered: do what that changes at once, and close it."""
    question = standing.question
    if question.at_once is not None:
        question.at_once(visit, question.value(raw))
    _close(visit, standing, raw)


def _close(visit: Visit, standing: Standing, raw: str) -> None:
    """Take the buttons off the answered question and show what was chosen, where the network can edit."""
    if not visit.closes_questions:
        return
    question = standing.question
    chosen = next((option.label for option in question.options if raw == OPTION + option.id), None)
    words = ""
    if chosen is not None and not question.files:  # a picture's words stay as they are
        words = visit.texts.render(text("dialogue-chosen", question=question.text, answer=chosen), visit.language)
    visit.change(Outgoing(words), replaces=standing.journal.turn, about=question.about)


def leave(visit: Visit, journal: Journal | None) -> None:
    """Take the buttons off the question that was open, if one was: it is not any more, and nobody has answered it."""
    if journal is not None and journal.turn and visit.closes_questions:
        visit.change(Outgoing(""), replaces=journal.turn)


def explained(standing: Standing) -> Text:
    """The help: to the question where one is asked, else to what is chosen about the dialogue itself."""
    if standing.journal.mode is Mode.OFFERED:
        return text("dialogue-help-draft")
    own = standing.question.help if standing.journal.mode is Mode.ASKING else None
    return own or text("dialogue-help-general")


def takes(standing: Standing, sort: str) -> bool:
    """Whether the open question takes a picture, or a document."""
    return (standing.question.picture if sort == PICTURE else standing.question.document) is not None


def as_typed(visit: Visit, question: Question[Any], typed: str) -> str:
    """The raw answer that these words are: as the writer's app shows them, where the question keeps that."""
    return TYPED + ((question.marked and visit.incoming.marked) or typed)


def where_taken(visit: Visit, standing: Standing, sort: str) -> Standing:
    """Where a file is an answer: at the open question; or, if that asks for words, at the one after it, when the
    caption is those words.
    """
    said, question, journal = visit.incoming, standing.question, standing.journal
    caption = (said.text if sort == PICTURE else said.caption).strip()
    if journal.mode is not Mode.ASKING or takes(standing, sort) or not caption:
        return standing
    entries = answered(journal.entries, question.key, as_typed(visit, question, caption))
    turn = replay(standing.dialogue.script, standing.dialogue.facts(visit), entries)
    after = Standing(standing.dialogue, replace(journal, entries=turn.entries), turn)
    return after if turn.question is not None and takes(after, sort) else standing


def would_take(visit: Visit, dialogue: Dialogue[Any, Any], journal: Journal, sort: str) -> bool:
    """Whether this dialogue, of somebody who may be in it, asks for something that takes such a file."""
    if journal.mode is not Mode.ASKING or not (dialogue.role is None or visit.person.may(dialogue.role)):
        return False
    turn = replay(dialogue.script, dialogue.facts(visit), journal.entries)
    return turn.question is not None and takes(where_taken(visit, Standing(dialogue, journal, turn), sort), sort)


def offered(standing: Standing) -> list[tuple[str, Text]]:
    """The choices of the open question, as (id, label), without the ways out."""
    question = standing.question
    match standing.journal.mode:
        case Mode.CHANGING:
            return [(change.key, change.label) for change in question.changes]
        case Mode.OFFERED:
            return [(way, _label(way)) for way in (Way.CONTINUE, Way.ANEW, Way.DISCARD)]
        case Mode.ASKING:
            more = (Way.CHANGE, Way.LATER) if question.changes else ()
            return [(one.id, one.label) for one in question.options] + [(way, _label(way)) for way in more]


def called(standing: Standing) -> list[tuple[str, tuple[Text, ...]]]:
    """The same with every name by which a choice is understood when it is typed."""
    asking = standing.journal.mode is Mode.ASKING
    also = {one.id: one.also for one in standing.question.options} if asking else {}
    return [(option, (label, *also.get(option, ()))) for option, label in offered(standing)]


def is_numbered(standing: Standing) -> bool:
    """Whether a typed number means a choice; not where numbers or words are answers of their own."""
    return standing.journal.mode is not Mode.ASKING or standing.question.read is None or standing.question.numbered


def takes_words(standing: Standing) -> bool:
    """Whether words of one's own may be an answer."""
    return standing.journal.mode is Mode.ASKING and standing.question.read is not None


def newer(visit: Visit, standing: Standing) -> Sequence[Choice]:
    """The choices last shown to the person, if by a message that has nothing to do with the question and, where the
    question itself has choices, came after it. Where it has none, ask `came_after`.
    """
    return () if any(_is_own(visit, standing, one) for one in visit.shown) else visit.shown


def came_after(visit: Visit, standing: Standing, shown: Sequence[Choice]) -> bool:
    """Whether choices were shown after the question was last put. Reads all that was sent to the contact, so it is for
    the rare case that typed words are exactly one of them while the question has no choices to be found by.
    """
    tokens, asked, offered_at, last = {one.token for one in shown}, 0, 0, 0
    while page := visit.work.ledger.sent_to(visit.contact.id, last):
        for last, sent in page:
            if any(_is_own(visit, standing, one) for one in sent.outgoing.choices):
                asked = last
            elif not sent.edits and any(one.token in tokens for one in sent.outgoing.choices):
                offered_at = last
    return 0 < asked < offered_at


def _is_own(visit: Visit, standing: Standing, choice: Choice) -> bool:
    meaning = visit.seals.open(visit.contact.id, choice.token) or ""
    return meaning.startswith(f"{QUESTION}:{standing.journal.turn}:")


def mark(question: Question[Any]) -> str:
    """4 characters that tell one question from another: by its key and what its choices stand for, not by its words."""
    meaning = "\n".join((question.key, *(option.id for option in question.options)))
    return urlsafe_b64encode(blake2b(meaning.encode(errors="surrogatepass"), digest_size=3).digest()).decode()


def _words(visit: Visit, standing: Standing) -> Text:
    match standing.journal.mode:
        case Mode.CHANGING:
            return text("dialogue-which-change")
        case Mode.OFFERED:
            when = visit.local(standing.journal.asked_at)
            return text("dialogue-offer", title=standing.dialogue.title, when=when)
        case Mode.ASKING:
            return standing.question.text


def _ways_out(standing: Standing) -> list[Way]:
    match standing.journal.mode:
        case Mode.CHANGING:
            return [Way.BACK]
        case Mode.OFFERED:
            return []
        case Mode.ASKING:
            can_go_back = stepped_back(standing.turn) is not None or standing.journal.undo
            back = [Way.BACK] if can_go_back else []
            later = [Way.LATER] if back and standing.dialogue.draft and not standing.question.changes else []
            return [*back, Way.CANCEL, *later, *([Way.HELP] if standing.question.help is not None else [])]


def _choice(visit: Visit, journal: Journal, option: str, label: Text, *, quiet: bool = False) -> Choice:
    token = visit.seals.seal(visit.contact.id, f"{QUESTION}:{journal.turn}:{option}")
    return Choice(visit.texts.label(label, visit.language), token, quiet)


def _label(way: Way) -> Text:
    names = {Way.CONTINUE: "continue", Way.ANEW: "start-anew"}
    return text(f"dialogue-{names.get(way, way.value[1:])}")
