"""Telegram's updates as Incoming. Pure functions: no I/O, no clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    Update,
    User,
)
from telegram.constants import ChatType

from bot.adapters.telegram.translate.contents import unsupported
from bot.adapters.telegram.translate.entities import marked
from bot.core.messages import Attachment, Incoming, Kind, Press
from bot.core.talking.wording import command_name


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is on Telegram. `username` without the at sign; `commands` are the bare names of those it knows."""

    id: int
    username: str
    commands: frozenset[str] = frozenset()

    @property
    def account(self) -> str:
        """The account's id in the core."""
        return f"telegram:{self.id}"


class Malformed(Exception):
    """An update that is not what the Bot API promises. Says only what sort of surprise it was, never its content."""


_INSIDE = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER})


def incoming(raw: object, me: Identity, now: datetime) -> Incoming | None:
    """What an update (as parsed JSON) means; None if it does not concern us. Raises Malformed and nothing else."""
    if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
        raise Malformed("no update_id")
    try:
        return translate(Update.de_json(_lean(raw), None), me, now)
    except Exception as surprise:  # noqa: BLE001 - an update that ended receiving would come again, for ever
        raise Malformed(type(surprise).__name__) from None


def _lean(raw: dict[str, Any]) -> dict[str, Any]:
    """Of the message under a tapped button only its place matters: told as Telegram tells of one it no longer shows.

    It is our own with all its buttons, and making PTB's types of it took two thirds of a press.
    """
    match raw:
        case {"callback_query": {"message": {"chat": chat, "message_id": number}} as query}:
            place = {"chat": chat, "message_id": number, "date": 0}
            return {**raw, "callback_query": {**query, "message": place}}
    return raw


def translate(update: Update, me: Identity, now: datetime) -> Incoming | None:
    """The same from PTB's type. `now` stands where Telegram gives no time. What is posted in a channel is nothing to
    us: there the bot only publishes.
    """
    if update.message is not None:
        return _message(update.update_id, update.message, me)
    if update.edited_message is not None:
        return _edit(update.update_id, update.edited_message, me)
    if update.callback_query is not None:
        return _press(update.update_id, update.callback_query, me, now)
    if update.my_chat_member is not None:
        return _membership(update.update_id, update.my_chat_member, me)
    return None


def _base(update_id: int, chat: Chat, user: User | None, me: Identity, at: datetime) -> Incoming:
    return Incoming(
        account=me.account,
        event=str(update_id),
        address=str(chat.id),
        sender=str(user.id) if user is not None else "",
        kind=Kind.TEXT,
        at=at,
        position=update_id,
        language=(user.language_code or "") if user is not None else "",
        private=chat.type == ChatType.PRIVATE,
    )


# -- messages --------------------------------------------------------------------------------------------------------


def _message(update_id: int, message: Message, me: Identity) -> Incoming | None:
    base = _from_message(update_id, message, me)
    if message.migrate_to_chat_id:
        return replace(base, kind=Kind.MOVED, moved_to=str(message.migrate_to_chat_id))
    if message.text is not None:
        said = replace(base, text=_command(message.text, me), marked=marked(message.text, message.entities))
        return _discreet(said)
    caption = message.caption or ""
    under = replace(base, marked=marked(caption, message.caption_entities))
    picture = _picture(message)
    if picture is not None:
        return _discreet(replace(under, kind=Kind.PICTURE, text=caption, attachment=picture))
    name = unsupported(message)
    if name is None:
        return None
    return _discreet(replace(under, kind=Kind.UNSUPPORTED, text=name, caption=caption, attachment=_file(message)))


def _edit(update_id: int, message: Message, me: Identity) -> Incoming | None:
    """Other wording. A live location is edited every few seconds, and nobody has said anything."""
    words = message.text if message.text is not None else message.caption
    if words is None:
        return None
    base = _from_message(update_id, message, me)
    return _discreet(replace(base, kind=Kind.EDIT, text=_command(words, me), at=message.edit_date or message.date))


def _from_message(update_id: int, message: Message, me: Identity) -> Incoming:
    user = None if message.sender_chat is not None else message.from_user
    base = _base(update_id, message.chat, user, me, message.date)
    replied = message.reply_to_message
    return replace(
        base,
        addressed=user is not None and not user.is_bot and (base.private or _concerns(message, me)),
        reply_to=str(replied.message_id) if replied is not None else "",
        album=message.media_group_id or "",
    )


def _discreet(found: Incoming) -> Incoming:
    """What people in a group say to each other is none of our business and is not even stored."""
    return found if found.addressed else replace(found, text="", marked="", caption="", attachment=None, album="")


def _concerns(message: Message, me: Identity) -> bool:
    """Whether something in a group is meant for the bot: a command of ours, a mention, or a reply to it."""
    replied = message.reply_to_message
    if replied is not None and replied.from_user is not None and replied.from_user.id == me.id:
        return True
    words = message.text or message.caption or ""
    if words.startswith("/"):
        return _is_ours(_head(words), me)
    entities = message.parse_entities() if message.text else message.parse_caption_entities()
    return any(
        (entity.type == "mention" and spelt.lower() == f"@{me.username}".lower())
        or (entity.type == "text_mention" and entity.user is not None and entity.user.id == me.id)
        for entity, spelt in entities.items()
    )


def _is_ours(command: str, me: Identity) -> bool:
    """Whether a command names us, or nobody and is one that we know: others in the group may be of another bot."""
    name, at, whom = command.removeprefix("/").partition("@")
    return whom.lower() == me.username.lower() if at else command_name(name) in me.commands


def _head(words: str) -> str:
    return words.split(maxsplit=1)[0]


def _command(words: str, me: Identity) -> str:
    """Without the bot's own name: "/help@our_bot more" is "/help more"."""
    if not words.startswith("/"):
        return words
    head = _head(words)
    name, at, whom = head.partition("@")
    return name + words[len(head) :] if at and whom.lower() == me.username.lower() else words


def _file(message: Message) -> Attachment | None:
    """A document, should somebody want it."""
    file = message.document
    if file is None or message.animation is not None:
        return None
    return Attachment(file.file_id, file.mime_type or "", file.file_name or "", file.file_size or 0)


def _picture(message: Message) -> Attachment | None:
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return Attachment(largest.file_id, "image/jpeg", "", largest.file_size or 0)
    file = message.document
    if file is not None and message.animation is None and (file.mime_type or "").startswith("image/"):
        return Attachment(file.file_id, file.mime_type or "", file.file_name or "", file.file_size or 0)
    return None


# -- presses and comings and goings ----------------------------------------------------------------------------------


def _press(update_id: int, query: CallbackQuery, me: Identity, now: datetime) -> Incoming | None:
    if query.message is None or query.data is None:
        return None  # from an inline message or a game: neither is ever made by us
    base = _base(update_id, query.message.chat, query.from_user, me, now)
    return replace(base, kind=Kind.PRESS, press=Press(token=query.data, ref=str(query.message.message_id)))


def _membership(update_id: int, change: ChatMemberUpdated, me: Identity) -> Incoming | None:
    """Somebody blocked, unblocked, added or removed the bot, or gave or took its right to publish in a channel; other
    rights are nothing to us. Of groups and channels we learn the title, so that an organiser can tell them apart.
    """
    in_channel = change.chat.type == ChatType.CHANNEL
    was = _present(change.old_chat_member, in_channel=in_channel)
    is_now = _present(change.new_chat_member, in_channel=in_channel)
    if was == is_now:
        return None
    base = _base(update_id, change.chat, change.from_user, me, change.date)
    title = "" if base.private else change.chat.title or ""
    return replace(base, kind=Kind.JOINED if is_now else Kind.LEFT, text=title, addressed=not in_channel)


def _present(member: ChatMember, *, in_channel: bool) -> bool:
    """Whether the bot may write there: in a channel only an administrator who may post."""
    match member:
        case ChatMemberAdministrator() if in_channel:
            return bool(member.can_post_messages)
        case ChatMemberRestricted():
            return member.is_member
    statuses = {ChatMember.ADMINISTRATOR, ChatMember.OWNER} if in_channel else _INSIDE
    return member.status in statuses
