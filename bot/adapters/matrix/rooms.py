"""What is known about rooms: how many are in them, whether they are encrypted, what replaced them.

Asked of the server when needed and remembered for a bounded number of rooms; nothing here must survive a restart.
"""

from __future__ import annotations

from bot.adapters.matrix.recent import Recent
from bot.adapters.matrix.wire.homeserver import Reply, Weather, path
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.untrusted import dig, mapping, string

_ROOMS = 20_000
_OWN = 20_000
_PAIR = 2
_SERVER_ERRORS = 500
_CLEAR = frozenset({"M_FORBIDDEN", "M_NOT_FOUND", "M_UNKNOWN", "M_INVALID_PARAM"})


class Rooms:
    """The bot's rooms, as far as they must be known."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._members: Recent[int] = Recent(_ROOMS)
        self._encrypted: Recent[bool] = Recent(_ROOMS)
        self.own: Recent[None] = Recent(_OWN)

    async def members(self, room: str) -> int:
        """How many are in the room, the bot included; 0 if it may not know. Weather if the server does not say."""
        known = self._members.get(room)
        if known is not None:
            return known
        reply = await self._session.call("GET", path("rooms", room, "joined_members"))
        count = len(mapping(reply.body.get("joined"))) if _final(reply).ok else 0
        self._members.put(room, count)
        return count

    async def private(self, room: str) -> bool:
        """Whether exactly one other is in the room (or nobody any more). Where the bot is not, it is a group."""
        return 0 < await self.members(room) <= _PAIR

    def changed(self, room: str) -> None:
        """Somebody came or went."""
        self._members.drop(room)

    def seal(self, room: str) -> None:
        """The room is encrypted from now on; that is never undone."""
        self._encrypted.put(room, value=True)

    async def encrypted(self, room: str) -> bool:
        """Whether messages in the room are encrypted."""
        known = self._encrypted.get(room)
        if known is not None:
            return known
        state = await self._state(room, "m.room.encryption")
        self._encrypted.put(room, value="algorithm" in state.body)
        return "algorithm" in state.body

    async def successor(self, room: str) -> str:
        """The room that replaced this one, as its own tombstone says; "" if none did."""
        state = await self._state(room, "m.room.tombstone")
        return replacement(state.body)

    async def predecessor(self, room: str) -> str:
        """The room that this one claims to replace; to be believed only if that room names this one as successor."""
        state = await self._state(room, "m.room.create")
        return string(dig(state.body, "predecessor", "room_id"))

    async def _state(self, room: str, kind: str) -> Reply:
        return _final(await self._session.call("GET", path("rooms", room, "state", kind, "")))


def replacement(tombstone: object) -> str:
    """The room a tombstone's content leads to, "" if to none."""
    room = string(mapping(tombstone).get("replacement_room"))
    return room if room.startswith("!") else ""


def _final(reply: Reply) -> Reply:
    """A grant or a clear refusal; anything else is weather, and nothing is concluded from it."""
    if not reply.spoken:
        raise Weather(f"{reply} without JSON", sent=True)
    if reply.ok or (reply.errcode in _CLEAR and reply.status < _SERVER_ERRORS):
        return reply
    raise Weather(str(reply), sent=True)
