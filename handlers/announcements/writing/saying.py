"""The words of an announcement as they are typed: in one message, or in the pieces into which a phone cuts them."""

from __future__ import annotations

from bot.core.dialogue import Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.media.fitting import units
from bot.core.words.texts import text
from bot.domain.people.names import tidy_lines, visible

BODY_MAX = 10_000
"""Longest text in characters: three messages on Telegram, and still read by somebody."""

CUT = 2_000
"""From this length on, in UTF-16 units, a message may be a piece of a longer one: Telegram takes 4,096 a message, and
its programs cut what is pasted in at the end of a sentence, which may come much earlier.
"""

ENDS = (".", "!", "?", ":", "…")


def some_body(typed: str) -> str:
    """The text of an announcement; Refusal if there is none or far too much."""
    words = tidy_lines(typed)
    if not visible(words):
        raise Refusal(text("announcing-empty"))
    if len(words) > BODY_MAX:
        raise Refusal(text("announcing-long", most=BODY_MAX, length=len(words)))
    return words


async def in_full(talk: Talk, question: Question[str]) -> str:
    """The answer to a question for a text, with all its pieces. They hang on the question: changed together."""
    said = piece = await talk.ask(question)
    while units(piece) >= CUT:
        piece = await talk.ask(_more(question.key, said))
        said = some_body(_joined(said, piece)) if piece else said
    return said


def _more(key: str, said: str) -> Question[str]:
    def read(typed: str) -> str:
        piece = tidy_lines(typed)
        some_body(_joined(said, piece))
        return piece

    everything = Option("all", text("announcing-all"), "")
    return Question(f"{key}#more", text("announcing-more"), (everything,), read=read, marked=True)


def _joined(said: str, piece: str) -> str:
    """Cut between two sentences a new paragraph begins, else the sentence goes on."""
    between = "\n\n" if said.endswith(ENDS) else " "
    return said + between + piece
