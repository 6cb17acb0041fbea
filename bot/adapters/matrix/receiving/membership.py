"""Who came and went, read from membership events. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.adapters.matrix.receiving.addressing import Me
from bot.adapters.matrix.receiving.translate import Event
from bot.adapters.matrix.wire.untrusted import dig, mapping, string
from bot.core.messages import Incoming, Kind

_OUT = ("leave", "ban")


def inviter(invite_state: Iterable[object], me: str) -> str:
    """Who invited the bot, as the stripped state of an invitation says; "" if nobody else did."""
    for source in invite_state:
        event = mapping(source)
        ours = event.get("type") == "m.room.member" and event.get("state_key") == me
        sender = string(event.get("sender"))
        if ours and dig(event, "content", "membership") == "invite" and sender.startswith("@") and sender != me:
            return sender
    return ""


def fresh_join(state: Sequence[Event], timeline: Sequence[Event], me: str) -> Event | None:
    """The bot's own coming into the room, if it happened in this answer (a change of its profile is not one).

    State from before the timeline counts only where it is the whole state, which servers send for new rooms alone.
    """
    joins = [event for event in timeline if _membership(event, me) == "join" and _before(event) != "join"]
    if not joins and any(event.type == "m.room.create" for event in state):
        joins = [event for event in state if _membership(event, me) == "join"]
    return joins[-1] if joins else None


def begun_direct(join: Event) -> bool:
    """Whether the invitation that the bot accepted said that the room is a direct conversation."""
    return dig(join.source, "unsigned", "prev_content", "is_direct") is True


def departure(events: Sequence[Event], me: str) -> Event | None:
    """The event that put the bot out of the room, or withdrew its invitation."""
    return next((event for event in reversed(events) if _membership(event, me) in _OUT), None)


def others_exit(event: Event, me: str) -> bool:
    """Whether somebody else left, or was put out."""
    who = event.state_key
    return who is not None and who != me and _membership(event, who) in _OUT


def others_entry(event: Event, me: str) -> bool:
    """Whether somebody else came in (a change of their profile is not one)."""
    who = event.state_key
    return who is not None and who != me and _membership(event, who) == "join" and _before(event) != "join"


def gone(room: str, since: str, me: Me, now: datetime) -> Incoming:
    """The bot is out of a room, and the server does not say how."""
    return Incoming(me.account, f"left:{room}:{since}", room, "", Kind.LEFT, now, private=False)


def _membership(event: Event, who: str) -> str:
    if event.type != "m.room.member" or event.state_key != who:
        return ""
    return string(event.content.get("membership"))


def _before(event: Event) -> str:
    return string(dig(event.source, "unsigned", "prev_content", "membership"))
