"""Messages between the last sync and this one that were too many for the sync answer, read page by page."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.adapters.matrix.receiving.kinds import TIMELINE
from bot.adapters.matrix.wire.homeserver import Weather, path
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.untrusted import mapping, sequence, string

_PAGES = 20
_PER_PAGE = 100
_REFUSED = range(400, 429)


@dataclass(frozen=True, slots=True)
class Filling:
    """Events, oldest first; `whole` is False if there are more, older ones than are ever read."""

    events: tuple[object, ...]
    whole: bool


async def fill(session: Session, room: str, start: str, end: str, *, stop_at: str = "") -> Filling:
    """Read backwards from `start` to `end` or to the event `stop_at`, at most 2,000 events. Raises Weather."""
    newest_first: list[object] = []
    wanted = json.dumps({"types": list(TIMELINE)})
    for _ in range(_PAGES):
        query = {"from": start, "to": end, "dir": "b", "limit": str(_PER_PAGE), "filter": wanted}
        reply = await session.call("GET", path("rooms", room, "messages", **query))
        if reply.status in _REFUSED and reply.errcode:
            return Filling(tuple(reversed(newest_first)), whole=False)
        if not reply.ok or "chunk" not in reply.body:
            raise Weather(str(reply), sent=True)
        for source in sequence(reply.body["chunk"]):
            newest_first.append(source)
            if stop_at and mapping(source).get("event_id") == stop_at:
                return Filling(tuple(reversed(newest_first)), whole=True)
        start = string(reply.body.get("end"))
        if not start:
            return Filling(tuple(reversed(newest_first)), whole=True)
    return Filling(tuple(reversed(newest_first)), whole=False)
