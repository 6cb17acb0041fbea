"""A strict reader of Telegram's HTML: plain text, or why it is refused.

Rules: https://core.telegram.org/bots/api#html-style
"""

from __future__ import annotations

import re
from html import unescape

PAIRED = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "code", "pre", "blockquote"}
TAG = re.compile(r"<(/?)([a-zA-Z-]*)((?:\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\s*>")
SPECIAL = re.compile(r"[<&]")
REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,6}|#x[0-9a-fA-F]{1,6});")


class BadEntities(Exception):
    """Why Telegram cannot parse the entities."""


def plain_text(html: str) -> str:
    """The text without tags. Raises BadEntities. Stricter than Telegram: a bare & is refused too."""
    out: list[str] = []
    opened: list[str] = []
    at = 0
    while found := SPECIAL.search(html, at):
        out.append(html[at : found.start()])
        at = found.start()
        if html[at] == "&":
            reference = REFERENCE.match(html, at)
            if reference is None:
                raise BadEntities(f"a bare & at offset {at}")
            out.append(unescape(reference[0]))
            at = reference.end()
        else:
            at = _tag(html, at, opened)
    if opened:
        raise BadEntities(f'can\'t find end tag corresponding to start tag "{opened[-1]}"')
    out.append(html[at:])
    return "".join(out)


def _tag(html: str, at: int, opened: list[str]) -> int:
    tag = TAG.match(html, at)
    if tag is None:
        raise BadEntities(f"unsupported or broken tag at offset {at}")
    closing, name, attributes = tag[1], tag[2].lower(), tag[3].strip()
    if closing:
        if not opened or opened[-1] != name or attributes:
            raise BadEntities(f"unexpected end tag at offset {at}")
        opened.pop()
    else:
        _check_start(name, attributes, opened, at)
        opened.append(name)
    return tag.end()


def _check_start(name: str, attributes: str, opened: list[str], at: int) -> None:
    link = name == "a" and re.fullmatch(r'href="[^"]+"', attributes)
    if not link and (name not in PAIRED or attributes):
        raise BadEntities(f'unsupported start tag "{name}" at offset {at}')
    if name in opened or ({"code", "pre"} & set(opened)):
        raise BadEntities(f'"{name}" cannot stand here, at offset {at}')


def units(text: str) -> int:
    """Length as Telegram counts: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
