"""What goes along with an announcement: up to ten pictures, or one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.dialogue import Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.post import Post
from bot.core.words.texts import text

FILES = "files"
PICTURES_MOST = 10
"""Telegram shows as many in one album (Bot API, sendMediaGroup: 2 to 10)."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A stored file that goes along."""

    file: int
    document: bool


DONE = Attached(0, document=False)


async def attaching(talk: Talk) -> tuple[int, ...]:
    """Asked until there is nothing more, a document has come, or the person says so."""
    chosen: list[int] = []
    while True:
        answer = await talk.ask(_question(len(chosen)))
        if not answer.file:
            return tuple(chosen)
        chosen.append(answer.file)
        if answer.document:
            return tuple(chosen)


def gone(post: Post, files: Iterable[int]) -> bool:
    """Whether one of these files is no longer kept: it was sent with a draft that lay too long."""
    return any(post.work.files.get(file) is None for file in files)


def _question(count: int) -> Question[Attached]:
    """The first time for anything; from then on for further pictures."""
    if not count:
        none = Option("none", text("announcing-files-none"), DONE, leaves_out=True)
        return Question(
            FILES,
            text("announcing-files", most=PICTURES_MOST),
            (none,),
            picture=lambda file: Attached(file, document=False),
            document=lambda file: Attached(file, document=True),
            help=text("announcing-files-help"),
            otherwise=text("announcing-files-only"),
        )
    enough = Option("done", text("announcing-files-done"), DONE)
    full = count >= PICTURES_MOST
    key = "announcing-files-full" if full else "announcing-files-more"
    return Question(
        f"{FILES}#more",
        text(key, count=count, most=PICTURES_MOST),
        (enough,),
        picture=_one_too_many if full else lambda file: Attached(file, document=False),
        document=_either,
        otherwise=text("announcing-files-only"),
    )


def _one_too_many(_file: int) -> Attached:
    raise Refusal(text("announcing-files-too-many"))


def _either(_file: int) -> Attached:
    raise Refusal(text("announcing-files-either"))
