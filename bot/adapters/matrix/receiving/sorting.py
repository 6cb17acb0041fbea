"""One sync answer as what happened in the bot's rooms, in order: arrivals, words, moves, departures."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.adapters.matrix.doorman import Doorman
from bot.adapters.matrix.receiving.addressing import Me
from bot.adapters.matrix.receiving.gaps import Filling, fill
from bot.adapters.matrix.receiving.kinds import TIMELINE
from bot.adapters.matrix.receiving.membership import (
    begun_direct,
    departure,
    fresh_join,
    gone,
    inviter,
    others_entry,
    others_exit,
)
from bot.adapters.matrix.receiving.translate import (
    Event,
    Malformed,
    Scene,
    plain,
    read_event,
    translate,
    unreadable,
)
from bot.adapters.matrix.recent import Recent
from bot.adapters.matrix.rooms import Rooms, replacement
from bot.adapters.matrix.wire.homeserver import Weather
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.untrusted import dig, mapping, sequence, string
from bot.core.errors import AccountProblem, DeliveryProblem
from bot.core.messages import Incoming, Kind
from bot.core.oddities import malformed

log = logging.getLogger(__name__)

REACTIONS = 20
"""Reactions read per room and sync answer; nobody answers more questions than that between two answers."""

MALFORMED_MAX = 100
"""Malformed events looked at in one sync answer; of each flaw only the first of a day is kept."""

TRIES = 8
"""How often a room's news are tried to be read: with the loop's pauses, about three minutes."""

_ROOMS = 1_000


_Read = Callable[[str, object, str], Awaitable[list[Incoming]]]


class Sorter:
    """Reads sync answers. Raises Weather where the server must be asked something and does not answer."""

    def __init__(self, session: Session, me: Me, rooms: Rooms, doorman: Doorman, now: Callable[[], datetime]) -> None:
        self._session = session
        self._me = me
        self._rooms = rooms
        self._doorman = doorman
        self._now = now
        self._malformed: list[Incoming] = []
        self._failures: Recent[int] = Recent(_ROOMS)

    def invitations(self, answer: Mapping[str, object]) -> None:
        """Accept what people invited the bot to."""
        for room, part in mapping(dig(answer, "rooms", "invite")).items():
            who = inviter(sequence(dig(part, "invite_state", "events")), self._me.user_id)
            if who:
                self._doorman.invited(room, who)

    async def sort(self, answer: Mapping[str, object], since: str) -> tuple[Incoming, ...]:
        """Everything of an answer that the core is to know, room by room."""
        self._malformed = []  # an earlier try at this answer, which ended in bad weather, had put aside the same
        self.invitations(answer)
        found: list[Incoming] = []
        for room, part in mapping(dig(answer, "rooms", "join")).items():
            found += await self._contained(self._room, room, part, since)
        for room, part in mapping(dig(answer, "rooms", "leave")).items():
            found += await self._contained(self._left, room, part, since)
        if self._malformed:
            log.warning("matrix: put aside %d malformed events", len(self._malformed))
        return (*found, *self._malformed)

    def lost(self, since: str) -> Incoming:
        """The server cannot say what happened after `since`."""
        return Incoming(self._me.account, f"gap:{since}", "", "", Kind.GAP, self._now(), private=False)

    async def _contained(self, read: _Read, room: str, part: object, since: str) -> list[Incoming]:
        """One room about which the server never gives an answer, or that nobody can read, must not keep all others
        waiting for ever.
        """
        try:
            found = await read(room, part, since)
        except (DeliveryProblem, AccountProblem):
            raise
        except Weather:
            tries = (self._failures.get(room) or 0) + 1
            self._failures.put(room, tries)
            if tries < TRIES:
                raise
            log.warning("matrix: the news of one room could not be read %d times; passed over", tries)
            found = [self.lost(f"{since}:{room}")]
        except Exception as surprise:  # noqa: BLE001 - a stranger's room; only its sort is told, as it may quote
            log.warning("matrix: the news of one room could not be read (%s); passed over", type(surprise).__name__)
            found = [self.lost(f"{since}:{room}")]
        self._failures.drop(room)
        return found

    async def _room(self, room: str, part: object, since: str) -> list[Incoming]:
        state = self._read(sequence(dig(part, "state", "events")))
        timeline = self._read(sequence(dig(part, "timeline", "events")))
        self._notice(room, (*state, *timeline))
        arrival = fresh_join(state, timeline, self._me.user_id)
        found: list[Incoming] = []
        if dig(part, "timeline", "limited") is True and not (arrival and arrival in timeline):
            filling = await self._fill(room, part, since, arrival)
            if not filling.whole and not arrival and timeline:
                key = f"gap:{timeline[0].id}"
                found.append(plain(timeline[0], await self._scene(room), Kind.GAP, key=key))
            if filling.whole or not arrival:
                timeline = [*self._read(filling.events), *timeline]
        if arrival:
            found.append(await self._arrived(room, arrival))
            timeline = timeline[timeline.index(arrival) + 1 :] if arrival in timeline else timeline
        found += await self._words(room, timeline)
        found += await self._crowd(room, timeline)
        return found + await self._changes(room, (*state, *timeline))

    async def _words(self, room: str, timeline: Sequence[Event]) -> list[Incoming]:
        found: list[Incoming] = []
        reactions = 0
        for event in timeline:
            if event.sender == self._me.user_id:
                self._rooms.own.put(event.id, None)
                continue
            if event.state_key is not None or event.type not in TIMELINE:
                continue
            reactions += event.type == "m.reaction"
            if event.type == "m.reaction" and reactions > REACTIONS:
                continue
            found += self._translated(event, await self._scene(room))
        return found

    def _translated(self, event: Event, scene: Scene) -> list[Incoming]:
        """An event that ended receiving would come again with the next answer, for ever: so none can."""
        try:
            incoming = translate(event, scene)
        except Malformed as flaw:
            self._put_aside(event.source, flaw)
        except Exception as surprise:  # noqa: BLE001 - one event of a stranger; only its sort is told, as it may quote
            self._put_aside(event.source, Malformed(type(surprise).__name__))
        else:
            return [] if incoming is None else [incoming]
        return []

    async def _crowd(self, room: str, timeline: Sequence[Event]) -> list[Incoming]:
        """Somebody has come into what was, or might have been, a conversation with one person."""
        coming = next((event for event in timeline if others_entry(event, self._me.user_id)), None)
        if coming is None or await self._rooms.private(room):
            return []
        return [plain(coming, await self._scene(room), Kind.CROWDED)]

    async def _changes(self, room: str, events: Sequence[Event]) -> list[Incoming]:
        """The room was replaced, or the last other person left it."""
        for event in events:
            tombstone = event.type == "m.room.tombstone" and event.state_key == ""
            successor = replacement(event.content) if tombstone else ""
            if successor:
                if not await self._doorman.enter(successor, event.sender):
                    return []  # an invitation to it will follow
                if await self._rooms.replaces(successor, room):
                    return [await self._moved(room, successor, event)]
        leaving = next((event for event in reversed(events) if others_exit(event, self._me.user_id)), None)
        if leaving is not None and await self._rooms.members(room) == 1 and not await self._rooms.successor(room):
            return [plain(leaving, await self._scene(room), Kind.LEFT)]
        return []

    async def _arrived(self, room: str, join: Event) -> Incoming:
        """The bot is in a new room: a replacement of one it knows, one it cannot read in, or simply new."""
        predecessor = await self._rooms.predecessor(room)
        if predecessor and await self._rooms.successor(predecessor) == room:
            return await self._moved(predecessor, room, join)
        if begun_direct(join):
            await self._rooms.remember_direct(room)
        scene = await self._scene(room)
        if await self._rooms.encrypted(room):
            return unreadable(join, scene)
        name = "" if scene.private else await self._rooms.name(room)
        return replace(plain(join, scene, Kind.JOINED), text=name)

    async def _moved(self, room: str, successor: str, event: Event) -> Incoming:
        await self._rooms.inherit(room, successor)
        return plain(event, await self._scene(room), Kind.MOVED, key=f"moved:{room}:{successor}", moved_to=successor)

    async def _left(self, room: str, part: object, since: str) -> list[Incoming]:
        self._doorman.withdrawn(room)
        events = self._read((*sequence(dig(part, "state", "events")), *sequence(dig(part, "timeline", "events"))))
        self._rooms.changed(room)
        scene = Scene(room, private=True, me=self._me, now=self._now(), own=self._rooms.own)
        out = departure(events, self._me.user_id)
        return [gone(room, since, self._me, self._now()) if out is None else plain(out, scene, Kind.LEFT)]

    def _notice(self, room: str, events: Iterable[Event]) -> None:
        for event in events:
            if event.type == "m.room.member":
                self._rooms.changed(room)
            if event.type == "m.room.name":
                self._rooms.renamed(room)
            if event.type == "m.room.encryption" and event.state_key == "":
                self._rooms.seal(room)

    async def _fill(self, room: str, part: object, since: str, arrival: Event | None) -> Filling:
        start = string(dig(part, "timeline", "prev_batch"))
        if not start:
            return Filling((), whole=False)
        return await fill(self._session, room, start, since, stop_at=arrival.id if arrival else "")

    async def _scene(self, room: str) -> Scene:
        return Scene(room, await self._rooms.private(room), self._me, self._now(), self._rooms.own)

    def _read(self, sources: Iterable[object]) -> list[Event]:
        events: list[Event] = []
        for source in sources:
            try:
                events.append(read_event(source))
            except Malformed as flaw:
                self._put_aside(source, flaw)
        return events

    def _put_aside(self, source: object, flaw: Malformed) -> None:
        if len(self._malformed) < MALFORMED_MAX:
            self._malformed.append(malformed(self._me.account, source, str(flaw), self._now()))
