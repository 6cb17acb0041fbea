"""What a network sent and nobody can read: kept aside for the owners, as a shape without anybody's words."""

from __future__ import annotations

import json
from datetime import datetime

from bot.core.messages import Incoming, Kind

SHAPE_MAX = 4096
"""Characters of a shape that are kept."""

DEPTH_MAX = 12
"""Levels of a shape that are kept: what is nested on purpose goes thousands deep."""


def malformed(account: str, raw: object, flaw: str, now: datetime) -> Incoming:
    """Something malformed as a row for the inbox. Of each flaw the first of a day is kept, so that a flood is one row;
    it belongs to no conversation, because nobody knows which.
    """
    return Incoming(
        account=account,
        event=f"malformed:{now:%Y-%m-%d}:{flaw}",
        address="",
        sender="",
        kind=Kind.MALFORMED,
        at=now,
        text=json.dumps(shape(raw))[:SHAPE_MAX],
        private=False,
        addressed=False,
    )


def shape(raw: object, depth: int = DEPTH_MAX) -> object:
    """How it is built: words and numbers by their sort and length only."""
    if depth == 0:
        return "..."
    match raw:
        case dict():
            return {str(key): shape(value, depth - 1) for key, value in raw.items()}
        case list():
            return [shape(value, depth - 1) for value in raw]
        case bool() | None:
            return raw
        case _:
            return f"{type(raw).__name__}:{len(str(raw))}"
