"""What people do, as updates of the Bot API with realistic fields. Pure functions; ids come from outside."""

from __future__ import annotations

import re
import time
from typing import Any

Json = dict[str, Any]
COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]+(?:@\w+)?")
MENTION = re.compile(r"@\w+")
STARS = re.compile(r"\*\*(\S|\S.*?\S)\*\*")
HASH = {"file_id": "BQACAgIAAxk", "file_unique_id": "AgADqw"}
STICKER = {**HASH, "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
PERSON = {"id": 777, "is_bot": False, "first_name": "Somebody"}
PLACE = {"latitude": 47.6146, "longitude": 7.6647}

CONTENTS: dict[str, Json] = {
    "sticker": {"sticker": STICKER},
    "voice": {"voice": {**HASH, "duration": 3, "mime_type": "audio/ogg", "file_size": 9000}},
    "audio": {"audio": {**HASH, "duration": 180, "title": "Lied", "mime_type": "audio/mpeg"}},
    "video": {"video": {**HASH, "width": 640, "height": 480, "duration": 5, "mime_type": "video/mp4"}},
    "video_note": {"video_note": {**HASH, "length": 240, "duration": 5}},
    "animation": {
        "animation": {**HASH, "width": 320, "height": 240, "duration": 2, "mime_type": "video/mp4"},
        "document": {**HASH, "mime_type": "video/mp4", "file_name": "giphy.mp4"},
    },
    "document": {"document": {**HASH, "mime_type": "application/pdf", "file_name": "a.pdf", "file_size": 5000}},
    "contact": {"contact": {"phone_number": "+4976211234", "first_name": "Eva", "user_id": 778}},
    "location": {"location": PLACE},
    "venue": {"location": PLACE, "venue": {"location": PLACE, "title": "Rathaus", "address": "Markt 1"}},
    "poll": {
        "poll": {
            "id": "5433",
            "question": "Ja?",
            "options": [
                {"text": "ja", "voter_count": 0, "persistent_id": "0"},
                {"text": "nein", "voter_count": 0, "persistent_id": "1"},
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    },
    "dice": {"dice": {"emoji": "\U0001f3b2", "value": 4}},
    "game": {"game": {"title": "Spiel", "description": "Ein Spiel", "photo": [{**HASH, "width": 90, "height": 90}]}},
    "story": {"story": {"id": 5, "chat": {"id": 777, "type": "private", "first_name": "Somebody"}}},
    "paid_media": {"paid_media": {"star_count": 1, "paid_media": [{"type": "preview", "width": 9, "height": 9}]}},
    "checklist": {"checklist": {"title": "Liste", "tasks": [{"id": 1, "text": "Eins"}]}},
    "gift": {
        "gift": {
            "gift": {"id": "1", "sticker": STICKER, "star_count": 15},
            "owned_gift_id": "1",
            "is_upgrade_separate": False,
        }
    },
    "giveaway": {"giveaway": {"chats": [], "winners_selection_date": 1_800_000_000, "winner_count": 1}},
    "invoice": {
        "invoice": {"title": "x", "description": "y", "start_parameter": "z", "currency": "EUR", "total_amount": 1}
    },
    "live_photo": {"live_photo": {**HASH, "width": 9, "height": 9, "duration": 1}},
    "rich_message": {"rich_message": {"blocks": []}},
}
"""Everything people can send that is neither text nor a picture."""

NOTICES: dict[str, Json] = {
    "joined": {"new_chat_members": [PERSON]},
    "left": {"left_chat_member": PERSON},
    "title": {"new_chat_title": "Neu"},
    "timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    "write_access": {"write_access_allowed": {"from_request": True}},
    "background": {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
}
"""Telegram's own notices, which nobody has said."""


def person(user: int, name: str = "Anna", language: str = "de") -> Json:
    found: Json = {"id": user, "is_bot": False, "first_name": name}
    return {**found, "language_code": language} if language else found


def chat(number: int, name: str = "Anna", sort: str = "") -> Json:
    sort = sort or ("private" if number > 0 else "supergroup" if number < -(10**12) else "group")
    return {"id": number, "type": sort, **({"first_name": name} if sort == "private" else {"title": name})}


def words(text: str) -> Json:
    """The text with the entities a client would mark."""
    found = [("bot_command", match) for match in COMMAND.finditer(text)]
    found += [("mention", match) for match in MENTION.finditer(text) if "/" not in text[: match.start()]]
    entities = [{"type": kind, "offset": match.start(), "length": len(match[0])} for kind, match in found]
    return {"text": text, "entities": entities} if entities else {"text": text}


def typed(text: str) -> Json:
    """The same where Telegram's own programs have taken two stars around words for a mark, as they do."""
    bold: list[Json] = []
    while found := STARS.search(text):
        inside, at = found[1], len(text[: found.start()].encode("utf-16-le")) // 2
        bold.append({"type": "bold", "offset": at, "length": len(inside.encode("utf-16-le")) // 2})
        text = text[: found.start()] + inside + text[found.end() :]
    said = words(text)
    return {**said, "entities": [*said.get("entities", ()), *bold]} if bold else said


def photo(file_id: str, size: int, caption: str = "") -> Json:
    """As Telegram gives it: several sizes, the largest last."""
    sizes = [
        {"file_id": file_id + "s", "file_unique_id": "AQADs", "width": 90, "height": 67, "file_size": 1100},
        {"file_id": file_id, "file_unique_id": "AQADy", "width": 1280, "height": 960, "file_size": size},
    ]
    return {"photo": sizes, "caption": caption} if caption else {"photo": sizes}


def message(number: int, where: Json, who: Json | None, content: Json) -> Json:
    sender = {"from": who} if who is not None else {}
    return {"message_id": number, **sender, "chat": where, "date": int(time.time()), **content}


def callback(number: int, who: Json, shown: Json, data: str) -> Json:
    """A press on a button under a message of the bot's."""
    return {"id": str(4_000_000_000 + number), "from": who, "message": shown, "chat_instance": "-1", "data": data}


RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories"),
)


def _member(bot: Json, status: str) -> Json:
    known = {"status": "administrator" if status == "silent" else status, "user": bot}
    match status:
        case "kicked":
            return {**known, "until_date": 0}
        case "administrator" | "silent":
            return {**known, **dict.fromkeys(RIGHTS, False), "can_post_messages": status == "administrator"}
    return known


def membership(where: Json, who: Json, bot: Json, old: str, new: str) -> Json:
    """The bot was blocked (kicked), unblocked or added (member, administrator), removed (left), or may not post any
    more (silent).
    """
    return {
        "chat": where,
        "from": who,
        "date": int(time.time()),
        "old_chat_member": _member(bot, old),
        "new_chat_member": _member(bot, new),
    }
