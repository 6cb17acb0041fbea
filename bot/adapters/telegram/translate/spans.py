"""Message trees as runs of styled text, cut to Telegram's lengths and written as Telegram's HTML. Pure functions.

Lengths are UTF-16 units after the tags are taken away (https://core.telegram.org/bots/api#formatting-options).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain

from bot.adapters.telegram.translate.harmless import harmless
from bot.core.words.markup import Block, Bold, Bullets, Code, Inline, Italic, Link, Paragraph, Plain, Quote

_PARAGRAPH = re.compile(r"\n\n+")
_LINE = re.compile(r"\n")
_SENTENCE = re.compile(r"(?<=[.!?…:;])\s")
_WORD = re.compile(r"\s")
_JOINERS = "\u200d\ufe0f\u20e3"
_CLUSTER_MAX = 32  # code points; longer runs of combining marks are cut anyhow


@dataclass(frozen=True, slots=True)
class Span:
    """Text under the same tags, the outermost first. Neighbours of one `entity` (not 0) belong together."""

    text: str
    tags: tuple[str, ...] = ()
    entity: int = 0


def spans(blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The tree flattened, blocks parted by line breaks, unprintable characters made harmless."""
    found: list[Span] = []
    for block in blocks:
        if found:
            found.append(Span("\n" if block.attached else "\n\n"))
        found += _block(block, len(found) + 1)
    return tuple(_harmless(span) for span in found)


def _harmless(span: Span) -> Span:
    text = harmless(span.text)
    return span if text == span.text else Span(text, span.tags, span.entity)


def _block(block: Block, number: int) -> Iterator[Span]:
    match block:
        case Paragraph(inside):
            yield from _outer(inside, number)
        case Quote(inside):
            yield from _inline(inside, ("blockquote",), number)
        case Bullets(items):
            for at, item in enumerate(items):
                yield Span("\n• " if at else "• ")
                yield from _outer(item, number + at)


def _outer(inside: Sequence[Inline], number: int) -> Iterator[Span]:
    """Each styled part is an entity of its own. Numbers need only differ between neighbours."""
    for at, part in enumerate(inside):
        entity = 0 if isinstance(part, Plain) else number + at
        yield from _inline((part,), (), entity)


def _inline(inside: Sequence[Inline], tags: tuple[str, ...], entity: int) -> Iterator[Span]:
    for part in inside:
        match part:
            case Plain(text):
                yield Span(text, tags, entity)
            case Code(text):
                yield Span(text, (*tags, "code"), entity)
            case Bold(deeper):
                yield from _inline(deeper, (*tags, "b"), entity)
            case Italic(deeper):
                yield from _inline(deeper, (*tags, "i"), entity)
            case Link(deeper, url):
                yield from _inline(deeper, (*tags, f'a href="{escape(harmless(url))}"'), entity)


def html(run: Sequence[Span]) -> str:
    """Telegram's HTML: every character of text escaped, every tag closed."""
    written: list[str] = []
    opened: tuple[str, ...] = ()
    for span in run:
        if span.tags != opened:
            kept = _common(opened, span.tags)
            written += [f"</{tag.split(' ', 1)[0]}>" for tag in reversed(opened[kept:])]
            written += [f"<{tag}>" for tag in span.tags[kept:]]
            opened = span.tags
        written.append(escape(span.text))
    written += [f"</{tag.split(' ', 1)[0]}>" for tag in reversed(opened)]
    return "".join(written)


def _common(one: tuple[str, ...], two: tuple[str, ...]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def units(text: str) -> int:
    """Length as Telegram counts: UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(run: Sequence[Span], first: int, rest: int) -> tuple[tuple[Span, ...], ...]:
    """Parts of at most `first` (the first one) and `rest` units, cut where a reader would least mind.

    Between paragraphs, else lines, sentences, words; inside an entity only if it is longer than a whole part, and
    then it is closed and opened again. White space at a cut is dropped. No parts if there is nothing to show.
    """
    text = "".join(span.text for span in run)
    parts: list[tuple[Span, ...]] = []
    entities = _entities(run)
    at, limit = _skip(text, 0), first
    while at < len(text):
        end = _window(text, at, limit)
        if end < len(text):
            end = _cut(text, at, end, entities)
        part = _slice(run, at, at + len(text[at:end].rstrip()))
        parts.append(part)
        at, limit = _skip(text, end), rest
    return tuple(parts)


def _skip(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def _window(text: str, at: int, limit: int) -> int:
    """The furthest end so that text[at:end] has at most `limit` units."""
    end = min(len(text), at + limit)
    over = units(text[at:end]) - limit
    while over > 0:
        taken = text[end - over : end]
        end -= over
        over = units(text[at:end]) - limit if taken else 0
    return end + _room(text, at, end, limit)


def _room(text: str, at: int, end: int, limit: int) -> int:
    """How many more characters fit after too many were taken away."""
    free, more = limit - units(text[at:end]), 0
    while end + more < len(text) and free >= units(text[end + more]):
        free -= units(text[end + more])
        more += 1
    return more


def _cut(text: str, at: int, end: int, entities: Sequence[tuple[int, int]]) -> int:
    """Where to end a part that may reach from `at` to `end`."""
    near = [(a, b) for a, b in entities if a < end and b > at]
    whole = (place for place in _places(text, at, end) if not any(a < place < b for a, b in near))
    before = (a for a, b in near if at < a < end < b)
    return next(chain(whole, before, _places(text, at, end)), 0) or _between_clusters(text, at, end)


def _places(text: str, at: int, end: int) -> Iterator[int]:
    """Cuts in order of preference, each sort from the back. A paragraph's end in the first quarter comes too early."""
    for mark, earliest in (
        (_PARAGRAPH, (end - at) // 4),
        (_LINE, (end - at) // 4),
        (_SENTENCE, (end - at) // 4),
        (_WORD, 0),
    ):
        found = [cut.start() for cut in mark.finditer(text, at, min(end + 1, len(text))) if cut.start() > at + earliest]
        yield from reversed(found)


def _between_clusters(text: str, at: int, end: int) -> int:
    """The nearest place before `end` that does not part a letter from its marks or an emoji from its joiners."""
    for place in range(end, max(at, end - _CLUSTER_MAX), -1):
        after, before = text[place], text[place - 1]
        if not unicodedata.combining(after) and after not in _JOINERS and before != "\u200d":
            return place
    return end


def _entities(run: Sequence[Span]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    last = 0
    for span in run:
        if span.entity and span.entity == last:
            found[-1] = (found[-1][0], at + len(span.text))
        elif span.entity:
            found.append((at, at + len(span.text)))
        at, last = at + len(span.text), span.entity
    return found


def _slice(run: Sequence[Span], begin: int, end: int) -> tuple[Span, ...]:
    part: list[Span] = []
    at = 0
    for span in run:
        text = span.text[max(begin - at, 0) : max(end - at, 0)]
        if text:
            part.append(Span(text, span.tags, span.entity))
        at += len(span.text)
    return tuple(part)
