"""Between the frames of the browser chat (JSON) and the core's messages. Pure functions, no I/O."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import orjson

from bot.core.media.pictures import PICTURE_NAME
from bot.core.messages import Attachment, Content, FileRef, Incoming, Kind, Press, Shipment
from bot.core.words.html import to_html

ACCOUNT = "browser:web"
"""The one browser account of an installation."""

FRAME_MAX = 64 * 1024
"""Longest frame a page may send, in characters; the page says so itself where somebody's words would not fit."""

AGE_MAX = 86_400_000
"""Milliseconds: words that say they are older than a day are a day old."""

_EVENT = re.compile(r"[A-Za-z0-9-]{1,64}")
_REF = re.compile(r"[0-9]{1,19}")
_TOKEN_MAX = 64
_UPLOAD_MAX = 64
_SURROGATE = re.compile("[\ud800-\udfff]")


class Malformed(ValueError):
    """The page sent something our page never sends. Not a person's fault, so it is told to the page alone."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is at the other end of a line: the session's address and the page's language."""

    account: str
    address: str
    language: str


def read(frame: str, visitor: Visitor, now: datetime) -> tuple[str, Incoming]:
    """A frame of the page as the page's own event id and what it means. Raises Malformed.

    The id is made by the page and sent again with every repetition, so that a repeat has one effect. It says how old
    the words are: they may have waited there while nobody was connected.
    """
    said = _object(frame)
    event, now = _field(said, "event"), now - _age(said)
    if not _EVENT.fullmatch(event):
        raise Malformed("event")
    match said.get("type"):
        case "text":
            return event, _incoming(visitor, event, Kind.TEXT, now, text=_field(said, "text"), reply_to=_reply(said))
        case "press":
            return event, _incoming(visitor, event, Kind.PRESS, now, press=_press(said))
        case "picture":
            return event, _incoming(
                visitor, event, Kind.PICTURE, now, text=_field(said, "text"), attachment=_upload(said)
            )
        case "file":
            return event, _incoming(
                visitor, event, Kind.UNSUPPORTED, now, text=Content.DOCUMENT, attachment=_upload(said)
            )
        case _:
            raise Malformed("type")


def joined(visitor: Visitor, now: datetime) -> Incoming:
    """A session opened the chat for the first time; always the same event, so that it counts once."""
    return _incoming(visitor, "joined", Kind.JOINED, now)


def ended(visitor: Visitor, now: datetime) -> Incoming:
    """A session was ended: nobody reads there any more, and what was said moves to an address that no cookie names."""
    token = secrets.token_urlsafe(16)
    return replace(_incoming(visitor, f"left-{token}", Kind.LEFT, now), moved_to=f"ended-{token}")


def standing(shipments: Sequence[Shipment], later: Sequence[Shipment] = ()) -> list[Shipment]:
    """What is still to be shown of what was sent: without messages that were withdrawn since, and their edits."""
    gone = {ref for one in (*shipments, *later) if one.outgoing.withdrawn for ref in one.edits}
    return [one for one in shipments if one.outgoing.withdrawn or not {str(one.id), *one.edits} & gone]


def write(shipment: Shipment, file_url: Callable[[FileRef], str]) -> str:
    """A message (or the edit of one) as the frame for the page. The page passes over ids it has already seen."""
    outgoing = shipment.outgoing
    frame: dict[str, object] = {
        "type": "edit" if shipment.edits else "message",
        "id": shipment.id,
        "html": _whole(to_html(outgoing.text)),
        "lang": shipment.language,
        "choices": [
            {"label": _whole(choice.label), "token": choice.token, "quiet": choice.quiet} for choice in outgoing.choices
        ],
    }
    if shipment.unasked and not outgoing.choices:
        frame["answerable"] = True  # an announcement: what is typed below it would not say that it is about it
    if shipment.edits:
        frame["of"] = int(shipment.edits[0])
        frame["closes"] = not outgoing.text
        frame["withdrawn"] = outgoing.withdrawn
    if outgoing.files:
        frame["files"] = [_file(file, file_url(file)) for file in outgoing.files]
    return orjson.dumps(frame).decode()


def _file(file: FileRef, url: str) -> dict[str, object]:
    """A picture's name says what it shows, except where somebody sent it: then all have the same."""
    picture, name = file.mime.startswith("image/"), _whole(file.name)
    shows = "" if not picture or name == PICTURE_NAME else name.rpartition(".")[0] or name
    return {"url": url, "name": name, "picture": picture, "shows": shows}


CAUGHT_UP = '{"type":"ready"}'
"""The page has everything that was sent before it came."""


def acknowledged(event: str) -> str:
    """The page's event is kept for good; it need not be sent again."""
    return orjson.dumps({"type": "ack", "event": event}).decode()


def refused(event: str) -> str:
    """The page's frame was not understood; sending it again would not help."""
    return orjson.dumps({"type": "refused", "event": event}).decode()


def event_of(frame: str) -> str:
    """The event id of a malformed frame, as far as it has one."""
    try:
        event = _field(_object(frame), "event")
    except Malformed:
        return ""
    return event if _EVENT.fullmatch(event) else ""


def _incoming(
    visitor: Visitor,
    event: str,
    kind: Kind,
    now: datetime,
    *,
    text: str = "",
    press: Press | None = None,
    attachment: Attachment | None = None,
    reply_to: str = "",
) -> Incoming:
    return Incoming(
        account=visitor.account,
        event=f"{visitor.address}:{event}",
        address=visitor.address,
        sender=visitor.address,
        kind=kind,
        at=now,
        text=text,
        press=press,
        attachment=attachment,
        language=visitor.language,
        reply_to=reply_to,
    )


def _object(frame: str) -> dict[str, object]:
    if len(frame) > FRAME_MAX:
        raise Malformed("length")
    try:
        said: object = json.loads(frame)  # not orjson: half an emoji is a person's slip, not an error
    except (ValueError, RecursionError) as problem:
        raise Malformed("json") from problem
    if not isinstance(said, dict):
        raise Malformed("json")
    return said


def _field(said: dict[str, object], name: str) -> str:
    value = said.get(name, "")
    if not isinstance(value, str):
        raise Malformed(name)
    return _whole(value)


def _whole(words: str) -> str:
    """Without halves of emoji, which no frame can carry."""
    return _SURROGATE.sub("\ufffd", words)


def _press(said: dict[str, object]) -> Press:
    token, ref = _field(said, "token"), _field(said, "ref")
    if not token or len(token.encode()) > _TOKEN_MAX or (ref and not _REF.fullmatch(ref)):
        raise Malformed("press")
    return Press(token=token, ref=ref)


def _age(said: dict[str, object]) -> timedelta:
    age = said.get("age", 0)
    if not isinstance(age, int):
        raise Malformed("age")
    return timedelta(milliseconds=min(max(age, 0), AGE_MAX))


def _reply(said: dict[str, object]) -> str:
    ref = _field(said, "reply_to")
    if ref and not _REF.fullmatch(ref):
        raise Malformed("reply")
    return ref


def _upload(said: dict[str, object]) -> Attachment:
    ref = _field(said, "upload")
    if not ref or len(ref) > _UPLOAD_MAX:
        raise Malformed("upload")
    return Attachment(ref=ref, mime=_field(said, "mime")[:100], name=_field(said, "name")[:200])
