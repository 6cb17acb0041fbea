"""What a writer's app shows as bold, as a link, as a quote (entities), as the Markdown subset. Pure functions, no I/O.

Offsets are UTF-16 units; entities may lie inside each other (https://core.telegram.org/bots/api#messageentity).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from telegram import MessageEntity

from bot.core.words.markup import SCHEMES, escape

_MARKS = {
    MessageEntity.BOLD: "**",
    MessageEntity.ITALIC: "_",
    MessageEntity.CODE: "`",
    MessageEntity.PRE: "`",
}
_QUOTES = frozenset({MessageEntity.BLOCKQUOTE, MessageEntity.EXPANDABLE_BLOCKQUOTE})
_LINK, _QUOTE = "[", ">"
_LAYERS = (_LINK, "**", "_", "`")
"""From the outermost: marks of one sort never lie inside each other in the subset."""

Layer = list[str]
"""For every character the address it leads to, or the mark it stands under; "" for none."""


def marked(words: str, entities: Sequence[MessageEntity]) -> str:
    """The words so that the subset shows what their writer saw; "" where they look like any others.

    What the subset does not know (underlined, hidden, ...) is shown plain, and so is an italic part of a word.
    """
    layers: dict[str, Layer] = {mark: [""] * len(words) for mark in (*_LAYERS, _QUOTE)}
    starts = list(accumulate((2 if sign > "\uffff" else 1 for sign in words), initial=0))
    shows = False
    for entity in entities:
        begin = bisect_left(starts, entity.offset)
        end = min(bisect_left(starts, entity.offset + entity.length), len(words))
        mark, value = _look(entity, words[begin:end])
        if mark and begin < end:
            layers[mark][begin:end] = [value] * (end - begin)
            shows = shows or entity.type != MessageEntity.URL  # an address alone is shown as one anyway
    if not shows:
        return ""
    layers["_"] = _whole_words(words, layers["_"])
    return "\n".join(_lines(words, layers))


def _look(entity: MessageEntity, words: str) -> tuple[str, str]:
    """The mark of the subset, and what it says of each character; nothing for what the subset does not know."""
    address = {MessageEntity.TEXT_LINK: entity.url or "", MessageEntity.URL: words}.get(entity.type, "")
    if address.lower().startswith(SCHEMES):
        return _LINK, address
    if entity.type in _QUOTES:
        return _QUOTE, _QUOTE
    mark = _MARKS.get(entity.type, "")
    return mark, mark


def _whole_words(words: str, layer: Layer) -> Layer:
    """Without what begins or ends inside a word: an underscore there is no mark."""
    kept = list(layer)
    for _, begin, end in _runs(layer, 0, len(words)):
        first, last = _core(words, begin, end)
        if words[max(first - 1, 0) : first].isalnum() or words[last : last + 1].isalnum():
            kept[begin:end] = [""] * (end - begin)
    return kept


def _lines(words: str, layers: dict[str, Layer]) -> Iterator[str]:
    """Each line with marks of its own, as a blank line ends them."""
    at = 0
    for line in words.splitlines(keepends=True):
        end = at + len(line.rstrip("\r\n"))
        quoted = any(layers[_QUOTE][at : at + len(line)])
        yield ("> " if quoted else "") + _written(words, at, end, [layers[mark] for mark in _LAYERS])
        at += len(line)


def _written(words: str, begin: int, end: int, layers: Sequence[Layer]) -> str:
    """A part of a line under its marks, the outermost layer first. White space at their edges stays outside of them: no
    mark opens before it or closes after it.
    """
    if not layers:
        return escape(words[begin:end])
    written = []
    for value, start, stop in _runs(layers[0], begin, end):
        first, last = _core(words, start, stop)
        inside = _written(words, first, last, layers[1:]) if first < last else ""
        around = _around(value, inside) if value and inside else inside
        written.append(words[start:first] + around + words[last:stop])
    return "".join(written)


def _around(value: str, inside: str) -> str:
    return value + inside + value if value in _LAYERS else f"[{inside}]({escape(value)})"


def _runs(layer: Layer, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Neighbours of one value: the value, from (included) and to (excluded)."""
    at = begin
    for value, same in groupby(layer[begin:end]):
        start, at = at, at + len(list(same))
        yield value, start, at


def _core(words: str, begin: int, end: int) -> tuple[int, int]:
    """Without the white space at both ends."""
    part = words[begin:end]
    first = begin + len(part) - len(part.lstrip())
    return first, max(first, begin + len(part.rstrip()))
