"""One event of a room's timeline as an Incoming. Pure; membership and room changes are read elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.adapters.matrix.receiving.addressing import Me, is_addressed, reply_to, words
from bot.adapters.matrix.wire.untrusted import dig, mapping, string, whole
from bot.core.messages import Attachment, Content, Incoming, Kind, Press

_OTHER_MESSAGES: Mapping[str, Content] = {
    "m.audio": Content.AUDIO,
    "m.video": Content.VIDEO,
    "m.location": Content.LOCATION,
}
_OTHER_EVENTS: Mapping[str, Content] = {
    "m.sticker": Content.STICKER,
    "m.poll.start": Content.POLL,
    "org.matrix.msc3381.poll.start": Content.POLL,
    "m.call.invite": Content.OTHER,
}
_VOICE = ("m.voice", "org.matrix.msc3245.voice", "org.matrix.msc3245.voice.v2")
_KEYCAP = re.compile("([1-9])\ufe0f?\u20e3?")
_OF_ROOMS = (Kind.LEFT, Kind.CROWDED, Kind.MOVED, Kind.GAP)  # of no interest where nobody is known
_TEN = "\U0001f51f"  # the keycap for ten is a sign of its own
_MXC = re.compile(r"mxc://[\w.:\[\]-]{1,255}/[\w-]{1,255}")


class Malformed(ValueError):
    """Not an event as the specification has it. The message names the flaw, never the content."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What must be known to read an event: the room, whether exactly one other is in it, who we are, the time.

    `own` are the ids of events that the bot itself has sent, as far as remembered.
    """

    room: str
    private: bool
    me: Me
    now: datetime
    own: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """The parts every event has, checked."""

    id: str
    type: str
    sender: str
    content: Mapping[str, object]
    source: Mapping[str, object]

    @property
    def state_key(self) -> str | None:
        """Set (perhaps to "") on state events only."""
        key = self.source.get("state_key")
        return key if isinstance(key, str) else None


def read_event(source: object) -> Event:
    """The event, or Malformed."""
    whole_event = mapping(source)
    event_id, kind, sender = (string(whole_event.get(key)) for key in ("event_id", "type", "sender"))
    if not event_id.startswith("$") or not kind or not sender.startswith("@"):
        raise Malformed("id, type or sender")
    if not isinstance(whole_event.get("content"), dict):
        raise Malformed("content")
    return Event(event_id, kind, sender, mapping(whole_event["content"]), whole_event)


def translate(event: Event, scene: Scene) -> Incoming | None:
    """What a person did, or None where the bot has nothing to do with it (its own events, notices, other reactions)."""
    redacted = dig(event.source, "unsigned", "redacted_because")
    if event.sender == scene.me.user_id or event.state_key is not None or redacted:
        return None
    match event.type:
        case "m.room.message":
            return _message(event, scene)
        case "m.reaction":
            return _reaction(event, scene)
        case "m.room.encrypted":
            return unreadable(event, scene)
    if event.type in _OTHER_EVENTS:
        return _unsupported(event, scene, _OTHER_EVENTS[event.type])
    return None


def at(event: Event, scene: Scene) -> datetime:
    """When it was sent. The sender's server says so, so it is taken for no later than now."""
    stamp = whole(event.source.get("origin_server_ts")) / 1000
    try:
        return min(datetime.fromtimestamp(max(stamp, 0), UTC), scene.now)
    except (ValueError, OverflowError, OSError):
        return scene.now


def plain(event: Event, scene: Scene, kind: Kind, key: str = "", moved_to: str = "") -> Incoming:
    """An Incoming that says no more than its kind; `key` where something else than the event counts only once."""
    return Incoming(
        account=scene.me.account,
        event=key or event.id,
        address=scene.room,
        sender=event.sender,
        kind=kind,
        at=at(event, scene),
        private=scene.private and kind not in _OF_ROOMS,
        moved_to=moved_to,
    )


def unreadable(event: Event, scene: Scene) -> Incoming:
    """An event the bot has no key for. One key per room, so that it is said once there."""
    return plain(event, scene, Kind.UNREADABLE, key=f"unreadable:{scene.room}")


def number(key: str) -> int:
    """The number a reaction stands for: 1 to 10, or 0."""
    if key == _TEN:
        return 10
    found = _KEYCAP.fullmatch(key)
    return int(found[1]) if found else 0


def _message(event: Event, scene: Scene) -> Incoming | None:
    content = event.content
    if dig(content, "m.relates_to", "rel_type") == "m.replace":
        renewed = mapping(content.get("m.new_content"))
        return _said(event, scene, Kind.EDIT, renewed)
    kind = string(content.get("msgtype"))
    if not kind:
        if content:
            raise Malformed("msgtype")
        return None  # redacted
    match kind:
        case "m.text" | "m.emote":
            return _said(event, scene, Kind.TEXT, content)
        case "m.notice":
            return None  # other bots; answering them could go on for ever
        case "m.image":
            return _picture(event, scene)
        case "m.file":
            return _file(event, scene)
    name = Content.VOICE if any(mark in content for mark in _VOICE) else _OTHER_MESSAGES.get(kind, Content.OTHER)
    return _unsupported(event, scene, name)


def _said(event: Event, scene: Scene, kind: Kind, content: Mapping[str, object]) -> Incoming:
    if not isinstance(content.get("body"), str):
        raise Malformed("body")
    text = words(content, scene.me, private=scene.private)
    return _incoming(event, scene, kind, text, content)


def _unsupported(event: Event, scene: Scene, name: Content) -> Incoming:
    return _incoming(event, scene, Kind.UNSUPPORTED, name, event.content)


def _picture(event: Event, scene: Scene) -> Incoming:
    content = event.content
    ref = string(content.get("url"))
    if not _MXC.fullmatch(ref):
        return _unsupported(event, scene, Content.OTHER)
    attachment, caption = _attachment(ref, content), _caption(content, scene)
    return _incoming(event, scene, Kind.PICTURE, caption, content, attachment=attachment)


def _file(event: Event, scene: Scene) -> Incoming:
    """A document, should somebody want it."""
    content, name = event.content, Content.DOCUMENT
    ref = string(content.get("url"))
    if not _MXC.fullmatch(ref):
        return _unsupported(event, scene, name)
    found = _incoming(event, scene, Kind.UNSUPPORTED, name, content, attachment=_attachment(ref, content))
    return replace(found, caption=_caption(content, scene)) if found.addressed else found


def _attachment(ref: str, content: Mapping[str, object]) -> Attachment:
    info, called = mapping(content.get("info")), string(content.get("filename")) or string(content.get("body"))
    return Attachment(ref, string(info.get("mimetype")), called, max(0, whole(info.get("size"))))


def _caption(content: Mapping[str, object], scene: Scene) -> str:
    """The body, where the file's name stands elsewhere (Matrix client-server API, media captions)."""
    name = string(content.get("filename"))
    return words(content, scene.me, private=scene.private) if name and name != string(content.get("body")) else ""


def _reaction(event: Event, scene: Scene) -> Incoming | None:
    ref = string(dig(event.content, "m.relates_to", "event_id"))
    chosen = number(string(dig(event.content, "m.relates_to", "key")))
    if not chosen or not ref or dig(event.content, "m.relates_to", "rel_type") != "m.annotation":
        return None
    if not scene.private and ref not in scene.own:
        return None  # in groups, people react to each other
    return _incoming(event, scene, Kind.PRESS, "", event.content, press=Press(ref=ref, number=chosen))


def _incoming(
    event: Event,
    scene: Scene,
    kind: Kind,
    text: str,
    content: Mapping[str, object],
    *,
    press: Press | None = None,
    attachment: Attachment | None = None,
) -> Incoming:
    """What people say to each other in a group is passed on as having happened, without its words."""
    addressed = scene.private or press is not None or is_addressed(content, scene.me, scene.own)
    return Incoming(
        account=scene.me.account,
        event=event.id,
        address=scene.room,
        sender=event.sender,
        kind=kind,
        at=at(event, scene),
        text=text if addressed else "",
        press=press,
        attachment=attachment if addressed else None,
        private=scene.private,
        addressed=addressed,
        reply_to=reply_to(content),
    )
