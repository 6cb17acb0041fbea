"""What crosses the seam between a network and the core. Plain frozen values; no behaviour, no I/O."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What arrived. A network translates everything it knows into one of these."""

    TEXT = "text"  # typed words, commands included
    PRESS = "press"  # a tapped choice or a reaction that stands for one
    PICTURE = "picture"  # one still picture, perhaps with a caption in `text`
    EDIT = "edit"  # somebody changed an earlier message; `text` is the new wording
    UNSUPPORTED = "unsupported"  # sticker, voice, poll, ...; `text` is the Content
    JOINED = "joined"  # the bot was invited to, started in or unblocked in a conversation
    LEFT = "left"  # the bot was blocked, kicked or the room closed; with `moved_to` what was said is kept there
    CROWDED = "crowded"  # others have come into the conversation: it is one with a single person no longer
    MOVED = "moved"  # the conversation lives on at `moved_to`
    UNREADABLE = "unreadable"  # the network delivered something the bot has no key for
    MALFORMED = "malformed"  # not what the network promises; put aside for the owners and never handled
    GAP = "gap"  # the network says that messages may have been lost; reported to the owners


class Content(StrEnum):
    """What people send that is neither words nor a picture, as far as the texts tell it apart."""

    STICKER = "sticker"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"
    ANIMATION = "animation"
    CONTACT = "contact"
    LOCATION = "location"
    POLL = "poll"
    GAME = "game"
    DICE = "dice"
    DOCUMENT = "document"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Press:
    """A choice taken. Networks with buttons give `token`; reactions give the message's `ref` and a `number` from 1."""

    token: str = ""
    ref: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that still lies on the network. `size` in bytes as claimed by the network, 0 if unknown."""

    ref: str
    mime: str = ""
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event of one conversation.

    `event` is unique per account and makes repeats harmless; `position` is the network's own order (Telegram's
    update_id), 0 where arrival order is the order. `address` names the conversation on the network, `sender` the
    human in it. `addressed` is False for group chatter that does not concern the bot, and where the bot comes into a
    channel: it says nothing there by itself. A place that the bot comes into (JOINED, not `private`) tells its title in
    `text`. `marked` is the same words in the Markdown subset where their writer's app shows parts of them as bold, as a
    link, ...; "" where it does not. `caption` is what was written under what `text` names.
    """

    account: str
    event: str
    address: str
    sender: str
    kind: Kind
    at: datetime
    position: int = 0
    text: str = ""
    marked: str = ""
    caption: str = ""
    press: Press | None = None
    attachment: Attachment | None = None
    language: str = ""  # the client's hint, e.g. "de-CH"; "" if unknown
    private: bool = True
    addressed: bool = True
    reply_to: str = ""  # ref of the message that was replied to
    moved_to: str = ""
    album: str = ""  # what the network calls pictures sent together, of which each picture is an event of its own


@dataclass(frozen=True, slots=True)
class Batch:
    """What a network handed over at once, with the cursor to store in the same transaction ("" = none)."""

    incoming: tuple[Incoming, ...]
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered. `label` is plain text in the recipient's language, `token` at most 64 bytes.

    `quiet` marks navigation (back, cancel, ...), which a network may show smaller or as words only.
    """

    label: str
    token: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file kept in the database, sent along with a message."""

    id: int
    name: str
    mime: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message in the Markdown subset of `bot.core.words.markup`, already in the recipient's language.

    `numbered` is False where typed numbers are answers of their own (a quantity), so that a network without
    buttons must not number the choices. `files` go along in this order. In an edit, empty `text` means: only take the
    choices away; `files` are those the message has (no edit exchanges them, one without `files` takes them away where
    the network can); `withdrawn` means: take the whole message away, all its parts, whatever else is given;
    `unencrypted` marks what says that the bot cannot read along: nothing else may leave as it is for encrypted places.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    files: tuple[FileRef, ...] = ()
    numbered: bool = True
    withdrawn: bool = False
    unencrypted: bool = False


Load = Callable[[FileRef], Awaitable[bytes]]
"""Reads a file's bytes from where it is kept. Raises DeliveryProblem: REFUSED if it is gone, UNSENT on weather."""


Known = Callable[[FileRef], Awaitable[str]]
"""What the network calls a file that an earlier process gave it, in the adapter's own words; "" if none did."""


async def nothing_kept(file: FileRef) -> bytes:
    """The `load` of a shipment without files."""
    raise LookupError(f"nobody said where file {file.id} is kept")


async def nothing_known(_file: FileRef) -> str:
    """The `known` of a shipment whose account has given nothing to its network yet."""
    return ""


@dataclass(frozen=True, slots=True)
class Shipment:
    """A claimed delivery on its way to a network.

    `id` is the delivery's number and the idempotency key; `refs` are the parts the network already has from an
    earlier try (a long message is several parts); `edits` is set when an earlier message is to be replaced.
    `load` gives a file's bytes, and is asked only where the network does not have the file yet; `known` is asked
    before that, once a process. `unasked` marks what nobody is waiting for (announcements, check-ins), which some
    networks count or charge differently.
    """

    id: int
    address: str
    outgoing: Outgoing
    language: str = ""
    refs: tuple[str, ...] = ()
    edits: tuple[str, ...] = ()
    load: Load = nothing_kept
    known: Known = nothing_known
    unasked: bool = False


Uploaded = tuple[tuple[int, str], ...]
"""Files, by their number, and what a network calls them since they went up."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The network has it. One ref per part, in order. `uploaded` is what went up since the last receipt:
    remembered for the processes that come after this one.
    """

    refs: tuple[str, ...]
    uploaded: Uploaded = ()
