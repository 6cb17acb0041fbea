"""Outgoing messages as the contents of Matrix events: plain body and HTML, choices as a numbered list. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape

from bot.core.messages import Choice, FileRef, Outgoing
from bot.core.words.html import to_html
from bot.core.words.markup import parse, plain

Hints = Callable[[str, str], str]
"""Connecting words by key and language: `matrix-choose` (how to answer a numbered list), `matrix-words` (which words
count, too; the words follow)."""

Content = Mapping[str, object]

HTML_FORMAT = "org.matrix.custom.html"
LONGEST = 12_000
"""Characters of one part of a long message."""

HEAVIEST = 26_000
"""Bytes of one part's body and HTML. An event has at most 65,536 (specification, "Size limits"), and an edit carries
everything twice."""

_COMMAND = re.compile(r"(?<![\w/:.\\])/([a-zäöüß]+(?:-[a-zäöüß]+)*)")

_UNSENDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no event can carry, and control characters, which could steer a reader's terminal (CWE-150)."""


def messages(outgoing: Outgoing, language: str, hints: Hints, *, notice: bool = False) -> tuple[Content, ...]:
    """The text parts of a message, choices under the last one; none if there is nothing to say."""
    parts = pieces(_UNSENDABLE.sub("\ufffd", outgoing.text)) if outgoing.text.strip() else []
    if not parts and outgoing.choices:
        parts = [""]
    texts = [(plain(parse(part)), to_html(part)) for part in parts]
    if texts and outgoing.choices:
        body, html = texts[-1]
        tail, tail_html = _choices(outgoing, language, hints)
        texts[-1] = (f"{body}\n\n{tail}".lstrip(), html + tail_html)
    msgtype = "m.notice" if notice else "m.text"
    return tuple(
        {"msgtype": msgtype, "body": body, "format": HTML_FORMAT, "formatted_body": html} for body, html in texts
    )


def marked(words: str, commands: Collection[str]) -> str:
    """Write "/hilfe" as "!hilfe", only for commands of ours: Matrix clients take an unknown word with a slash for their
    own command and do not send it. Addresses stay as they are.
    """
    return _COMMAND.sub(lambda found: f"!{found[1]}" if found[1] in commands else found[0], words)


def attachment(file: FileRef, uri: str, size: int) -> Content:
    """The event that shows an uploaded file. `size` in bytes."""
    name = _UNSENDABLE.sub("\ufffd", file.name)
    return {
        "msgtype": "m.image" if file.mime.startswith("image/") else "m.file",
        "body": name,
        "filename": name,
        "url": uri,
        "info": {"mimetype": file.mime, "size": size},
    }


def edit(content: Content, ref: str) -> Content:
    """The event that puts `content` in place of an earlier message. The outer body is for clients without edits."""
    outer = {**content, "body": f"* {content['body']}"}
    if "formatted_body" in content:
        outer["formatted_body"] = f"* {content['formatted_body']}"
    return {**outer, "m.new_content": dict(content), "m.relates_to": {"rel_type": "m.replace", "event_id": ref}}


def pieces(markdown: str) -> list[str]:
    """The message in parts that fit into events, cut between paragraphs, else lines, else words, else anywhere."""
    parts: list[str] = []
    rest = markdown
    while len(rest) > LONGEST or _weight(rest) > HEAVIEST:
        most = min(LONGEST, len(rest) - 1)
        while _weight(rest[:most]) > HEAVIEST:
            most //= 2
        at = _cut(rest, most)
        parts.append(rest[:at].strip("\n"))
        rest = rest[at:].lstrip("\n")
    return [part for part in (*parts, rest) if part.strip()]


def _cut(markdown: str, most: int) -> int:
    """The best place to cut at or before `most`, never behind a backslash that belongs to what follows."""
    head = markdown[:most]
    for boundary in ("\n\n", "\n", " "):
        at = head.rfind(boundary)
        while at > 0 and _escaping(head[:at]):
            at = head.rfind(boundary, 0, at)
        if at > 0 and head[:at].strip("\n"):
            return at + len(boundary)
    return most - _escaping(head) or most


def _escaping(head: str) -> bool:
    return (len(head) - len(head.rstrip("\\"))) % 2 == 1


def _weight(markdown: str) -> int:
    both = (plain(parse(markdown)), to_html(markdown))
    return len(json.dumps(both, ensure_ascii=False).encode())


def _choices(outgoing: Outgoing, language: str, hints: Hints) -> tuple[str, str]:
    """The choices as text and as HTML: numbered ones as a list, quiet ones (or all, if unnumbered) as words."""
    numbered = [choice for choice in outgoing.choices if outgoing.numbered and not choice.quiet]
    worded = [choice for choice in outgoing.choices if choice not in numbered]
    texts: list[str] = []
    html: list[str] = []
    if numbered:
        how = hints("matrix-choose", language)
        texts += ["\n".join(f"{at}. {_label(choice)}" for at, choice in enumerate(numbered, 1)), how]
        html += [f"<ol>{''.join(f'<li>{escape(_label(choice))}</li>' for choice in numbered)}</ol>", _paragraph(how)]
    if worded:
        words = f"{hints('matrix-words', language)} {_listed(worded)}"
        texts.append(words)
        html.append(_paragraph(words))
    return "\n\n".join(texts), "".join(html)


def _listed(choices: Sequence[Choice]) -> str:
    return ", ".join(_label(choice) for choice in choices)


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _label(choice: Choice) -> str:
    return _UNSENDABLE.sub("\ufffd", " ".join(choice.label.split()))
