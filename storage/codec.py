"""Messages and journals as compact JSON and back, by hand: fast, and exact for any string a network can deliver."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any

import orjson

from bot.core.messages import Attachment, Choice, FileRef, Incoming, Kind, Outgoing, Press

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_WORDS = ("text", "marked", "caption", "language", "reply_to", "moved_to", "album")
"""Fields of Incoming that are mostly empty."""


def dumps(value: object) -> str:
    """JSON without anything a database refuses: NUL and lone surrogates are written as escapes."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # orjson refuses lone surrogates
        return json.dumps(value, separators=(",", ":"))


def loads(stored: str) -> Any:
    """The inverse of `dumps`."""
    try:
        return orjson.loads(stored)
    except orjson.JSONDecodeError:  # orjson refuses lone surrogates
        return json.loads(stored)


def digest(words: str) -> str:
    """BLAKE2b (RFC 7693), 128 bits as hex: tells words from others without keeping them."""
    return blake2b(words.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def encode_incoming(incoming: Incoming) -> str:
    """Everything but account, event, position and address, which have their own columns. Defaults are left out."""
    press, attachment = incoming.press, incoming.attachment
    body: dict[str, object] = {
        "sender": incoming.sender,
        "kind": incoming.kind.value,
        "at": (incoming.at - _EPOCH) // _MICROSECOND,
    }
    for name in _WORDS:
        if said := getattr(incoming, name):
            body[name] = said
    if press is not None:
        body["press"] = (press.token, press.ref, press.number)
    if attachment is not None:
        body["attachment"] = (attachment.ref, attachment.mime, attachment.name, attachment.size)
    if not incoming.private:
        body["private"] = False
    if not incoming.addressed:
        body["addressed"] = False
    return dumps(body)


def decode_incoming(account: str, event: str, position: int, address: str, body: str) -> Incoming:
    """The inverse of `encode_incoming`."""
    known = loads(body)
    press, attachment = known.get("press"), known.get("attachment")
    return Incoming(
        account=account,
        event=event,
        address=address,
        sender=known["sender"],
        kind=Kind(known["kind"]),
        at=_EPOCH + timedelta(microseconds=known["at"]),
        position=position,
        text=known.get("text", ""),
        marked=known.get("marked", ""),
        caption=known.get("caption", ""),
        press=None if press is None else Press(*press),
        attachment=None if attachment is None else Attachment(*attachment),
        language=known.get("language", ""),
        private=known.get("private", True),
        addressed=known.get("addressed", True),
        reply_to=known.get("reply_to", ""),
        moved_to=known.get("moved_to", ""),
        album=known.get("album", ""),
    )


def encode_outgoing(outgoing: Outgoing) -> str:
    """A message as it is sent. Defaults are left out."""
    body: dict[str, object] = {"text": outgoing.text}
    if outgoing.choices:
        body["choices"] = [(choice.label, choice.token, choice.quiet) for choice in outgoing.choices]
    if outgoing.files:
        body["files"] = [(file.id, file.name, file.mime) for file in outgoing.files]
    if not outgoing.numbered:
        body["numbered"] = False
    if outgoing.withdrawn:
        body["withdrawn"] = True
    if outgoing.unencrypted:
        body["unencrypted"] = True
    return dumps(body)


def decode_outgoing(body: str) -> Outgoing:
    """The inverse of `encode_outgoing`; an erased body is an empty message. Rows of 0.1 name one `file`."""
    if not body:
        return Outgoing("")
    known = loads(body)
    files = [known["file"]] if "file" in known else known.get("files", ())
    return Outgoing(
        text=known["text"],
        choices=tuple(Choice(*choice) for choice in known.get("choices", ())),
        files=tuple(FileRef(*file) for file in files),
        numbered=known.get("numbered", True),
        withdrawn=known.get("withdrawn", False),
        unencrypted=known.get("unencrypted", False),
    )


def encode_entries(entries: tuple[tuple[str, str], ...]) -> str:
    """A journal's answers."""
    return dumps(entries)


def decode_entries(stored: str) -> tuple[tuple[str, str], ...]:
    """The inverse of `encode_entries`."""
    return tuple((key, raw) for key, raw in loads(stored))


def encode_refs(refs: tuple[str, ...]) -> str:
    """A message's numbers on its network; "" for none."""
    return dumps(refs) if refs else ""


def decode_refs(stored: str) -> tuple[str, ...]:
    """The inverse of `encode_refs`."""
    return tuple(loads(stored)) if stored else ()
