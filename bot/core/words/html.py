"""The Markdown subset as HTML for pages and the browser chat: every word escaped, no attribute but a link's address."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bot.core.words.markup import Block, Bold, Bullets, Code, Inline, Italic, Link, Paragraph, Plain, Quote, parse


def to_html(markdown: str) -> str:
    """The message as HTML blocks (p, ul, blockquote). Safe to put into a page whatever the message contains."""
    return "".join(_block(block) for block in parse(markdown))


def _block(block: Block) -> str:
    match block:
        case Paragraph(inside):
            return f"<p>{_line(inside)}</p>"
        case Bullets(items):
            return "<ul>" + "".join(f"<li>{_line(item)}</li>" for item in items) + "</ul>"
        case Quote(inside):
            return f"<blockquote>{_line(inside)}</blockquote>"


def _line(inside: Iterable[Inline]) -> str:
    return "".join(_inline(part) for part in inside)


def _inline(part: Inline) -> str:
    match part:
        case Plain(text):
            return escape(text).replace("\n", "<br>")
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case Bold(inside):
            return f"<strong>{_line(inside)}</strong>"
        case Italic(inside):
            return f"<em>{_line(inside)}</em>"
        case Link(inside, url):
            return f'<a href="{escape(url)}" rel="noopener noreferrer">{_line(inside)}</a>'
