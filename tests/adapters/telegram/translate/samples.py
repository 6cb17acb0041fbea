"""Short ways to make updates, shipments and identities in the tests of Telegram."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.adapters.telegram.translate.incoming import Identity, incoming
from bot.core.messages import Choice, FileRef, Incoming, Outgoing, Shipment
from tests.fakeapi.server import updates

ME = Identity(4242, "unterhaken_bot", frozenset({"help", "meinezusagen"}))
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ANNA = updates.person(1001)
PRIVATE = updates.chat(1001)
GROUP = updates.chat(-5005, "Verein")
PNG = FileRef(7, "bild.png", "image/png")


def said(content: dict[str, Any], *, where: dict[str, Any] = PRIVATE, kind: str = "message", **more: Any) -> Any:
    """A raw update with a message."""
    return {"update_id": 77, kind: {**updates.message(5, where, ANNA, content), **more}}


def got(raw: object) -> Incoming | None:
    return incoming(raw, ME, NOW)


def here(raw: object) -> Incoming:
    found = got(raw)
    assert found is not None
    return found


def shipment(text: str, *choices: Choice, to: int = 1001, files: tuple[FileRef, ...] = (), **more: Any) -> Shipment:
    return Shipment(1, str(to), Outgoing(text, choices, files), **more)
