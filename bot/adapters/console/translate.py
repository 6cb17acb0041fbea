"""Between lines of a terminal and the core's messages. Pure functions, no I/O."""

from __future__ import annotations

import mimetypes
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from bot.core.messages import Attachment, Choice, Content, FileRef, Incoming, Kind, Outgoing, Press
from bot.core.words.markup import (
    Block,
    Bold,
    Bullets,
    Code,
    Inline,
    Italic,
    Link,
    Paragraph,
    Plain,
    Quote,
    parse,
    plain_line,
)

ACCOUNT, ADDRESS = "console:local", "terminal"

Hints = Callable[[str, str], str]
"""(key, language) -> the words around choices and files, from console.ftl."""

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BOLD, _ITALIC, _PLAIN = "\x1b[1m", "\x1b[3m", "\x1b[0m"
_NARROW, _WIDE = 30, 100


@dataclass(frozen=True, slots=True)
class Offered:
    """The choices printed under one message."""

    ref: str
    choices: tuple[Choice, ...]
    numbered: bool

    @property
    def loud(self) -> tuple[Choice, ...]:
        """Those that are listed; the quiet ones are only named."""
        return tuple(choice for choice in self.choices if not choice.quiet)


def offered(ref: str, outgoing: Outgoing) -> Offered | None:
    """What a message offers to choose from. Where labels are amounts themselves ("5 km"), they are not numbered."""
    amounts = any(choice.label[:1].isdecimal() for choice in outgoing.choices)
    return Offered(ref, outgoing.choices, outgoing.numbered and not amounts) if outgoing.choices else None


def read(line: str, event: str, language: str, now: datetime, offers: Sequence[Offered] = ()) -> Incoming:
    """A typed line. "@path" is a picture or document with the path as its reference; a number or label of `offers` (the
    newest last) takes that choice; everything else is text, which the core may still understand as an answer.
    """
    words = _SURROGATES.sub("\ufffd", line.strip())
    press = _press(words, offers)
    if press is not None:
        return _incoming(event, Kind.PRESS, language, now, press=press)
    if words.startswith("@") and len(words) > 1:
        return _file(words[1:].strip(), event, language, now)
    return _incoming(event, Kind.TEXT, language, now, text=words)


def joined(event: str, language: str, now: datetime) -> Incoming:
    """Somebody sits down at the terminal."""
    return _incoming(event, Kind.JOINED, language, now)


def language_of(environment: str) -> str:
    """The language hint in a value of LANG: "de_DE.UTF-8" -> "de-DE"; "" for "C" and the like."""
    code = environment.partition(".")[0].replace("_", "-")
    return "" if code in ("C", "POSIX") else code


def write(outgoing: Outgoing, language: str, hints: Hints, width: int, *, colour: bool) -> str:
    """The message as lines no longer than the terminal is wide (addresses of links are never broken)."""
    wide = min(max(width, _NARROW), _WIDE)
    parts = ["\n".join(_block(block, wide, colour=colour)) for block in parse(outgoing.text)]
    offer = offered("", outgoing)
    quiet = [choice for choice in outgoing.choices if choice.quiet]
    if offer is not None and offer.loud:
        parts.append("\n".join(_choices(offer.loud, wide, numbered=offer.numbered)))
    if quiet:
        labels = ", ".join(_clean(choice.label) for choice in quiet)
        parts.append("\n".join(_wrap(f"{hints('console-also', language)} {labels}", wide)))
    return "\n\n".join(parts)


def pictures(files: Sequence[FileRef], language: str, hints: Hints) -> str:
    """The line that stands for the pictures a terminal cannot show."""
    if len(files) == 1:
        return hints("console-picture", language)
    return f"{hints('console-pictures', language)} {', '.join(_clean(file.name) for file in files)}"


def _press(words: str, offers: Sequence[Offered]) -> Press | None:
    """The choice meant. Older labels count too, but not while the newest message waits for free words."""
    newest = offers[-1] if offers else None
    if newest is not None and newest.numbered and words.isdecimal() and 1 <= int(words[:4]) <= len(newest.loud):
        return Press(newest.loud[int(words[:4]) - 1].token, newest.ref)
    for offer in reversed(offers):
        for choice in offer.choices if offer is newest else offer.loud:
            if choice.label.casefold() == words.casefold():
                return Press(choice.token, offer.ref)
        if offer is newest and not newest.loud:
            return None
    return None


def _file(path: str, event: str, language: str, now: datetime) -> Incoming:
    """What its name says that it is: a picture, or else a document."""
    attachment = Attachment(path, mimetypes.guess_type(path)[0] or "", PurePath(path).name)
    if attachment.mime.startswith("image/"):
        return _incoming(event, Kind.PICTURE, language, now, attachment=attachment)
    return _incoming(event, Kind.UNSUPPORTED, language, now, text=Content.DOCUMENT, attachment=attachment)


def _incoming(
    event: str,
    kind: Kind,
    language: str,
    now: datetime,
    *,
    text: str = "",
    press: Press | None = None,
    attachment: Attachment | None = None,
) -> Incoming:
    return Incoming(
        ACCOUNT, event, ADDRESS, ADDRESS, kind, now, text=text, press=press, attachment=attachment, language=language
    )


def _choices(choices: Sequence[Choice], width: int, *, numbered: bool) -> Iterator[str]:
    for number, choice in enumerate(choices, 1):
        mark = f"{number:>3}  " if numbered else "  -  "
        yield from _wrap(_clean(choice.label), width, mark)


def _block(block: Block, width: int, *, colour: bool) -> Iterator[str]:
    match block:
        case Paragraph(inside):
            for line in _line(inside, colour=colour).split("\n"):
                yield from _wrap(line, width)
        case Bullets(items):
            for item in items:
                yield from _wrap(_line(item, colour=colour), width, "- ")
        case Quote(inside):
            for line in _line(inside, colour=colour).split("\n"):
                yield from _wrap(line, width, "> ", "> ")


def _wrap(line: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    indent = " " * len(first) if rest is None else rest
    wrapped = textwrap.wrap(
        line, width, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return wrapped or [first.rstrip()]


def _line(inside: Sequence[Inline], *, colour: bool) -> str:
    return "".join(_inline(part, colour=colour) for part in inside)


def _inline(part: Inline, *, colour: bool) -> str:
    match part:
        case Plain(text) | Code(text):
            return _clean(text)
        case Bold(inside):
            return _marked(_BOLD, _line(inside, colour=colour), colour=colour)
        case Italic(inside):
            return _marked(_ITALIC, _line(inside, colour=colour), colour=colour)
        case Link(_, url):
            return _clean(url if plain_line((part,)) == url else plain_line((part,)))


def _marked(mark: str, words: str, *, colour: bool) -> str:
    return f"{mark}{words}{_PLAIN}" if colour else words


def _clean(words: str) -> str:
    """Without control characters: nobody's words may steer the terminal (CWE-150)."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub(" ", words))
