"""What is known about rooms: who is in them, their names, whether they are encrypted, what replaced them.

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
_NAME = 200  # characters of a room's name that are read
_DIRECT = "io.unterhaken.direct"
"""Our mark on rooms that were begun as direct ones (specification, "Room account data")."""

_SERVER_ERRORS = 500
_CLEAR = frozenset({"M_FORBIDDEN", "M_NOT_FOUND", "M_UNKNOWN", "M_INVALID_PARAM"})


class Rooms:
    """The bot's rooms, as far as they must be known."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._members: Recent[int] = Recent(_ROOMS)
        self._encrypted: Recent[bool] = Recent(_ROOMS)
        self._names: Recent[str] = Recent(_ROOMS)
        self._direct: Recent[bool] = Recent(_ROOMS)
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
        """Whether it is a conversation with one person: exactly one other is in it (or nobody any more), and it has no
        name, as rooms for many have from their first day, or was begun as a direct one. Where the bot is not, it is
        a group.
        """
        if not 0 < await self.members(room) <= _PAIR:
            return False
        return not await self.name(room) or await self._is_direct(room)

    async def name(self, room: str) -> str:
        """What the room calls itself: somebody's words. "" if it has no name."""
        known = self._names.get(room)
        if known is not None:
            return known
        state = await self._state(room, "m.room.name")
        name = " ".join(string(state.body.get("name")).split())[:_NAME]
        self._names.put(room, name)
        return name

    async def remember_direct(self, room: str) -> None:
        """It was begun as a conversation with the bot: it stays one, even if the person gives it a name later. Kept by
        the server, for it must survive a restart.
        """
        _final(await self._session.call("PUT", self._mark(room), {"direct": True}))
        self._direct.put(room, value=True)

    async def inherit(self, room: str, successor: str) -> None:
        """What replaces a direct room is one, too."""
        if await self._is_direct(room):
            await self.remember_direct(successor)

    async def _is_direct(self, room: str) -> bool:
        known = self._direct.get(room)
        if known is not None:
            return known
        found = _final(await self._session.call("GET", self._mark(room))).body.get("direct") is True
        self._direct.put(room, value=found)
        return found

    def _mark(self, room: str) -> str:
        return path("user", self._session.user_id, "rooms", room, "account_data", _DIRECT)

    def changed(self, room: str) -> None:
        """Somebody came or went."""
        self._members.drop(room)

    def renamed(self, room: str) -> None:
        """It has another name."""
        self._names.drop(room)

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

    async def replaces(self, successor: str, room: str) -> bool:
        """Whether that room says so itself: a tombstone alone might lead into somebody else's conversation."""
        return await self.predecessor(successor) == room

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
