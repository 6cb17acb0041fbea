"""The methods of the Bot API that the fake knows. Each takes the bot and checked parameters and returns the result."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from tests.fakeapi.server.formatting import BadEntities, plain_text, units
from tests.fakeapi.server.world import Bot, Chat, Json, Refused, Webhook

TEXT_MAX, CAPTION_MAX, DATA_MAX = 4096, 1024, 64
PHOTO_MAX, FILE_MAX, ALBUM_MAX = 10 * 1024 * 1024, 50 * 1024 * 1024, 10
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"RIFF")
"""How pictures begin; anything else sent as a photo is refused, as the Bot API does."""


def _bad(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def _shown(given: Json, field: str, most: int) -> tuple[str, str]:
    """The text as written and as shown."""
    written = given.get(field, "")
    try:
        text = plain_text(written) if given.get("parse_mode") == "HTML" else written
    except BadEntities as problem:
        raise _bad(f"can't parse entities: {problem}") from None
    if units(text) > most:
        raise _bad("message is too long" if field == "text" else "message caption is too long")
    if field == "text" and not text.strip():
        raise _bad("message text is empty" if not text else "text must be non-empty")
    return written, text.strip()


def _keyboard(given: Json) -> Json:
    markup = given.get("reply_markup")
    for row in (markup or {}).get("inline_keyboard", ()):
        for button in row:
            if not button["text"].strip():
                raise _bad("text buttons must have a label")
            if not 0 < len(button.get("callback_data", "x").encode()) <= DATA_MAX:
                raise _bad("BUTTON_DATA_INVALID")
    return {"reply_markup": markup} if markup and markup.get("inline_keyboard") else {}


def _chat(bot: Bot, given: Json) -> Chat:
    number = given.get("chat_id")
    if not isinstance(number, int):
        raise _bad("chat not found")
    return bot.chat(number)


# -- sending ---------------------------------------------------------------------------------------------------------


def send_message(bot: Bot, given: Json) -> Json:
    chat = _chat(bot, given)
    html, text = _shown(given, "text", TEXT_MAX)
    keyboard = _keyboard(given)
    bot.throttle(chat, paid=_paid(given))
    return bot.store(chat, {"text": text, "html": html, **keyboard})


def _paid(given: Json) -> bool:
    return bool(given.get("allow_paid_broadcast", False))


def _upload(bot: Bot, what: str | bytes, field: str) -> str:
    """The file_id of an upload or of a file known already."""
    if isinstance(what, bytes):
        if not what:
            raise _bad("file must be non-empty")
        if len(what) > (PHOTO_MAX if field == "photo" else FILE_MAX):
            raise Refused(413, "Request Entity Too Large")
        if field == "photo" and not what.startswith(PICTURES):
            raise _bad("IMAGE_PROCESS_FAILED")
        file_id = f"AgACAgIAAxk{len(bot.files) + 1}"
        bot.files[file_id] = what
        return file_id
    if what not in bot.files:
        raise _bad("wrong file identifier/HTTP URL specified")
    return what


def _file(bot: Bot, given: Json, field: str, what: str | bytes) -> Json:
    """The fields of a message with a file, its caption checked."""
    html, caption = _shown(given, "caption", CAPTION_MAX)
    file_id = _upload(bot, what, field)
    shown: Any = {"file_id": file_id, "file_unique_id": "u" + file_id, "file_size": len(bot.files[file_id])}
    if field == "photo":
        shown = [{**shown, "width": 800, "height": 600}]
    text = {"caption": caption, "html": html} if caption else {}
    return {field: shown, **text, "uploaded": isinstance(what, bytes)}


def _send_file(bot: Bot, given: Json, field: str) -> Json:
    chat = _chat(bot, given)
    keyboard = _keyboard(given)
    bot.throttle(chat, paid=_paid(given))
    return bot.store(chat, {**_file(bot, given, field, given[field]), **keyboard})


def send_photo(bot: Bot, given: Json) -> Json:
    return _send_file(bot, given, "photo")


def send_document(bot: Bot, given: Json) -> Json:
    return _send_file(bot, given, "document")


def send_media_group(bot: Bot, given: Json) -> list[Json]:
    """An album: 2 to 10 files of one sort, all or nothing. `attached` are the uploads, by the names in `media`."""
    chat, media, attached = _chat(bot, given), given["media"], given.get("attached", {})
    if not 2 <= len(media) <= ALBUM_MAX:
        raise _bad("wrong number of media in the album" if media else "there are no media to send")
    if len({one["type"] for one in media}) > 1 or media[0]["type"] not in {"photo", "document"}:
        raise _bad("can't mix these types of media in an album")
    bot.throttle(chat, len(media), paid=_paid(given))
    made = []
    for one in media:
        name = one["media"].removeprefix("attach://")
        if name != one["media"] and name not in attached:
            raise _bad("attached file not found")
        made.append(_file(bot, one, one["type"], attached.get(name, name)))
    group = {"media_group_id": str(chat.last_id + 1)}
    return [bot.store(chat, {**one, **group}) for one in made]


# -- changing --------------------------------------------------------------------------------------------------------


def _own(bot: Bot, given: Json, what: str) -> Json:
    found = bot.find(_chat(bot, given), given.get("message_id", 0))
    if found is None or found.get("deleted"):
        raise _bad(f"message to {what} not found")
    if found.get("frozen"):
        raise _bad("message can't be edited" if what == "edit" else "message can't be deleted for everyone")
    return found


def _change(found: Json, new: Json) -> Json:
    """Everything not given is taken away, as the Bot API does with the keyboard."""
    old = {field: found.get(field) for field in (*new, "reply_markup")}
    if old == {**new, "reply_markup": new.get("reply_markup")}:
        raise _bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    found.pop("reply_markup", None)
    found.update(new)
    found["edits"] = found.get("edits", 0) + 1
    return found


def edit_message_text(bot: Bot, given: Json) -> Json:
    found = _own(bot, given, "edit")
    if "text" not in found:
        raise _bad("there is no text in the message to edit")
    html, text = _shown(given, "text", TEXT_MAX)
    return _change(found, {"text": text, "html": html, **_keyboard(given)})


def edit_message_caption(bot: Bot, given: Json) -> Json:
    found = _own(bot, given, "edit")
    if "text" in found:
        raise _bad("there is no caption in the message to edit")
    html, caption = _shown(given, "caption", CAPTION_MAX)
    return _change(found, {"caption": caption, "html": html, **_keyboard(given)})


def edit_message_reply_markup(bot: Bot, given: Json) -> Json:
    return _change(_own(bot, given, "edit"), _keyboard(given))


def delete_message(bot: Bot, given: Json) -> bool:
    _own(bot, given, "delete")["deleted"] = True
    return True


# -- the rest --------------------------------------------------------------------------------------------------------


def get_me(bot: Bot, _: Json) -> Json:
    more = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "has_main_web_app")
    return {**bot.me, **dict.fromkeys(more, False)}


def answer_callback_query(bot: Bot, given: Json) -> bool:
    bot.answered.append(given["callback_query_id"])
    return True


def _scope(given: Json) -> str:
    scope = given.get("scope") or {"type": "default"}
    return f"{scope['type']}:{scope.get('chat_id', '')}:{given.get('language_code', '')}"


def set_my_commands(bot: Bot, given: Json) -> bool:
    for command in given["commands"]:
        name = command["command"]
        if not (0 < len(name) <= 32 and name.isascii() and name.replace("_", "a").isalnum() and name == name.lower()):
            raise _bad("BOT_COMMAND_INVALID")
        if not 0 < units(command["description"]) <= 256:
            raise _bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if (given.get("scope") or {}).get("type") == "chat":
        _chat(bot, given["scope"])
    bot.menus[_scope(given)] = given["commands"]
    return True


def set_webhook(bot: Bot, given: Json) -> bool:
    bot.webhook = Webhook(given["url"], given.get("secret_token", ""), given.get("max_connections", 40))
    bot.allowed = tuple(given.get("allowed_updates", bot.allowed))
    bot.wake()
    return True


def delete_webhook(bot: Bot, given: Json) -> bool:
    bot.webhook = Webhook()
    if given.get("drop_pending_updates"):
        bot.updates.clear()
    return True


def get_webhook_info(bot: Bot, _: Json) -> Json:
    hook = bot.webhook
    pending = len(bot.updates) + hook.pending
    told: Json = {"url": hook.url, "has_custom_certificate": False, "pending_update_count": pending}
    return told | ({"last_error_date": int(time.time()), "last_error_message": hook.error} if hook.error else {})


def get_file(bot: Bot, given: Json) -> Json:
    found = bot.files.get(given["file_id"])
    if found is None:
        raise _bad("wrong file_id or the file is temporarily unavailable")
    if len(found) > 20 * 1024 * 1024:
        raise _bad("file is too big")
    size = bot.claims.get(given["file_id"], len(found))
    path = f"photos/{given['file_id']}.jpg"
    return {"file_id": given["file_id"], "file_unique_id": "u", "file_size": size, "file_path": path}


METHODS: dict[str, Callable[[Bot, Json], object]] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendMediaGroup": send_media_group,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "deleteMyCommands": lambda bot, given: bool(bot.menus.pop(_scope(given), None)) or True,
    "getMyCommands": lambda bot, given: bot.menus.get(_scope(given), []),
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getFile": get_file,
    "sendChatAction": lambda bot, given: bool(_chat(bot, given)),
}
