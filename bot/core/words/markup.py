"""The Markdown subset of every message: parsed into a small frozen tree that each network renders; and its escaping.

Blocks: paragraphs, lists ("- "), quotes (">"); a blank line ends a block. Inside: **bold**, _italic_, `code`,
[label](url). A backslash escapes. Whatever does not fit is shown as it stands: nothing is ever an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

SCHEMES = ("https://", "http://", "mailto:", "matrix:")
"""Links with any other scheme are shown as text, so that no message can carry a script."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Text as it stands; may contain line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class Bold:
    """Strong, as in **bold**."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Italic:
    """Emphasis, as in _italic_."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Shown letter by letter: a command, a code."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A label that leads somewhere; `url` starts with one of SCHEMES."""

    inside: tuple[Inline, ...]
    url: str


Inline = Plain | Bold | Italic | Code | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`attached` here and below: no blank line stands between this block and the one before."""

    inside: tuple[Inline, ...]
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one line of source."""

    items: tuple[tuple[Inline, ...], ...]
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart."""

    inside: tuple[Inline, ...]
    attached: bool = False


Block = Paragraph | Bullets | Quote

_SPECIAL = re.compile(r"[\\*_`\[\]()\n]|\A[->]|\A[ \t]+|[ \t]+\Z")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~ \t\n])")
_LINE = re.compile(r"(?:[^\\\n]+|\\.?)*", re.DOTALL)
_TOKEN = re.compile(
    r"\\[!-/:-@\[-`{-~ \t\n]"  # an escaped character
    r"|`(?P<code>(?:[^`\\]|\\.)+)`"
    r"|\]\((?P<url>(?:[^()\\\s]|\\.)+)\)"
    r"|\*\*|_|\[",
    re.DOTALL,
)


def escape(words: str) -> str:
    """Somebody's words, so that `parse` shows exactly these, wherever in a message they are put."""
    return _SPECIAL.sub(lambda found: "".join("\\" + char for char in found[0]), words)


def parse(markdown: str) -> tuple[Block, ...]:
    """The tree of a message. Takes time in proportion to its length, whatever it contains."""
    return tuple(_blocks(markdown))


def plain(blocks: Sequence[Block]) -> str:
    """The tree as plain text: "- " before items, "> " before quoted lines, addresses of links in brackets."""
    text = ""
    for block in blocks:
        if text:
            text += "\n" if block.attached else "\n\n"
        match block:
            case Paragraph(inside):
                text += plain_line(inside)
            case Bullets(items):
                text += "\n".join("- " + plain_line(item) for item in items)
            case Quote(inside):
                text += "> " + plain_line(inside).replace("\n", "\n> ")
    return text


def plain_line(inside: Sequence[Inline]) -> str:
    """The same for what stands inside a block."""
    return "".join(_plain_inline(part) for part in inside)


def _plain_inline(part: Inline) -> str:
    match part:
        case Plain(text) | Code(text):
            return text
        case Link(inside, url):
            label = plain_line(inside)
            return label if label == url else f"{label} ({url})"
        case Bold(inside) | Italic(inside):
            return plain_line(inside)


# -- blocks ----------------------------------------------------------------------------------------------------------


def _blocks(markdown: str) -> Iterator[Block]:
    sort: type[Block] = Paragraph
    lines: list[str] = []
    attached = False
    for line in _lines(markdown):
        kind, content = _sort(line)
        if kind is not sort or not line:
            if lines:
                yield _block(sort, lines, attached=attached)
            attached, lines = bool(lines and line), []
        if line:
            sort = kind
            lines.append(content)
    if lines:
        yield _block(sort, lines, attached=attached)


def _lines(markdown: str) -> Iterator[str]:
    """Lines, blank ones as ""; an escaped line break does not end a line."""
    at = 0
    while at <= len(markdown):
        found = _LINE.match(markdown, at)
        line = found[0] if found else ""
        yield line if line.strip(" \t") else ""
        at += len(line) + 1


def _sort(line: str) -> tuple[type[Block], str]:
    if line.startswith("- "):
        return Bullets, line[2:]
    if line.startswith(">"):
        return Quote, line[1:].removeprefix(" ")
    return Paragraph, line


def _block(sort: type[Block], lines: list[str], *, attached: bool) -> Block:
    if sort is Bullets:
        return Bullets(tuple(_inline(line) for line in lines), attached)
    inside = _inline("\n".join(lines))
    return Quote(inside, attached) if sort is Quote else Paragraph(inside, attached)


# -- inside a block --------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Frame:
    """An opened mark with what has come since. At most one of each sort is open, so nesting is bounded."""

    mark: str
    inside: list[Inline] = field(default_factory=list)

    def add(self, part: Inline) -> None:
        if part != Plain(""):
            self.inside.append(part)

    def closed(self) -> tuple[Inline, ...]:
        """What stands inside, neighbouring texts joined."""
        parts: list[Inline] = []
        texts: list[str] = []
        for part in (*self.inside, None):
            if isinstance(part, Plain):
                texts.append(part.text)
                continue
            if texts:
                parts.append(Plain("".join(texts)))
                texts.clear()
            if part is not None:
                parts.append(part)
        return tuple(parts)


def _inline(source: str) -> tuple[Inline, ...]:
    stack = [_Frame("")]
    at = 0
    for found in _TOKEN.finditer(source):
        stack[-1].add(Plain(source[at : found.start()]))
        at = found.end()
        _take(stack, source, found)
    stack[-1].add(Plain(source[at:]))
    while len(stack) > 1:
        _dissolve(stack, len(stack) - 1)
    return stack[0].closed()


def _take(stack: list[_Frame], source: str, found: re.Match[str]) -> None:
    mark = found[0]
    match mark[0]:
        case "\\":
            stack[-1].add(Plain(mark[1]))
        case "`":
            stack[-1].add(Code(_unescape(found["code"])))
        case "[":
            _open_link(stack)
        case "]":
            _close_link(stack, mark, _unescape(found["url"]))
        case _:
            _toggle(stack, mark, opens=_opens(source, found), closes=_closes(source, found))


def _opens(source: str, found: re.Match[str]) -> bool:
    """A mark opens before a word; an underscore inside a word is none."""
    before, after = source[max(0, found.start() - 1) : found.start()], source[found.end() : found.end() + 1]
    return bool(after) and after not in " \t\n" and not (found[0] == "_" and before.isalnum())


def _closes(source: str, found: re.Match[str]) -> bool:
    before, after = source[max(0, found.start() - 2) : found.start()], source[found.end() : found.end() + 1]
    parted = before[-1:] in tuple(" \t\n") and not before.startswith("\\")
    return not parted and not (found[0] == "_" and after.isalnum())


def _toggle(stack: list[_Frame], mark: str, *, opens: bool, closes: bool) -> None:
    at = _find(stack, mark)
    if at and closes and (stack[at].inside or at < len(stack) - 1):
        inside = _close(stack, at)
        stack[-1].add(Bold(inside) if mark == "**" else Italic(inside))
    elif not at and opens:
        stack.append(_Frame(mark))
    else:
        stack[-1].add(Plain(mark))


def _open_link(stack: list[_Frame]) -> None:
    at = _find(stack, "[")
    if at:
        _dissolve(stack, at)
    stack.append(_Frame("["))


def _close_link(stack: list[_Frame], source: str, url: str) -> None:
    at = _find(stack, "[")
    if at and url.lower().startswith(SCHEMES) and (stack[at].inside or at < len(stack) - 1):
        inside = _close(stack, at)
        stack[-1].add(Link(inside, url))
    else:
        stack[-1].add(Plain(_unescape(source)))


def _find(stack: list[_Frame], mark: str) -> int:
    """Where in the stack the mark is open; 0 (the root) if it is not."""
    return next((at for at in range(len(stack) - 1, 0, -1) if stack[at].mark == mark), 0)


def _close(stack: list[_Frame], at: int) -> tuple[Inline, ...]:
    """Take the frame off; marks opened inside it and never closed become text."""
    while len(stack) - 1 > at:
        _dissolve(stack, len(stack) - 1)
    return stack.pop().closed()


def _dissolve(stack: list[_Frame], at: int) -> None:
    """An opened mark turns out to be plain text."""
    frame = stack.pop(at)
    stack[at - 1].add(Plain(frame.mark))
    for part in frame.inside:
        stack[at - 1].add(part)


def _unescape(source: str) -> str:
    return _ESCAPED.sub(r"\1", source)
