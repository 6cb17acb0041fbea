"""The control interface: /control/<what>?..., JSON in and out. Tests act as people and as the weather through it."""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Awaitable, Callable
from typing import Any

import orjson

from tests.fakeapi.server import updates
from tests.fakeapi.server.faults import Fault, Faults
from tests.fakeapi.server.http import Reply, Request, json_reply
from tests.fakeapi.server.world import BEFORE_ALL, Bot, Chat, Json, Limits, Refused, World

Action = Callable[[Bot, Json], object]


class Control:
    """`refuse` is called with a number of seconds for which the Bot API's port shall be closed."""

    def __init__(self, world: World, faults: Faults, refuse: Callable[[float], None]) -> None:
        self.world = world
        self.faults = faults
        self.refuse = refuse
        self.actions: dict[str, Action] = {
            "bot": _bot,
            "people": _people,
            "says": _says,
            "many": lambda bot, given: [_says(bot, one) for one in given["messages"]],
            "presses": _presses,
            "membership": _membership,
            "state": _state,
            "update": lambda bot, given: bot.inject(given["kind"], given["content"], given.get("number", 0)),
            "raw": _raw,
            "freeze": _freeze,
            "limits": _limits,
            "fault": lambda _, given: self.faults.order(Fault(**given)),
            "clear": lambda *_: self.faults.clear(),
            "refuse": lambda _, given: self.refuse(given["seconds"]),
            "sent": lambda bot, given: bot.chats[given["chat"]].sent if given["chat"] in bot.chats else [],
            "counts": _counts,
            "file": lambda bot, given: base64.b64encode(bot.files[given["file_id"]]).decode(),
        }

    def handle(self, request: Request) -> Reply | Awaitable[Reply]:
        """What went wrong is told in the answer, with status 400."""
        given: dict[str, Any] = orjson.loads(request.body or b"{}")
        name = request.path.removeprefix("/control/")
        try:
            bot = self.world.bot(given.pop("token"))
            if name == "next":
                return _next(bot, given)
            return json_reply({"result": self.actions[name](bot, given)})
        except (Refused, KeyError, TypeError, ValueError) as problem:
            return json_reply({"problem": repr(problem)}, 400)


async def _next(bot: Bot, given: Json) -> Reply:
    """Messages to a chat from the `after`-th on, waiting up to `seconds` for one."""
    for _ in range(int(given["seconds"] / 0.01) + 1):
        chat = bot.chats.get(given["chat"])
        if chat is not None and len(chat.sent) > given["after"]:
            return json_reply({"result": chat.sent[given["after"] :]})
        await asyncio.sleep(0.01)
    return json_reply({"result": []})


def _bot(bot: Bot, given: Json) -> Json:
    bot.me = {**bot.me, **given.get("me", {})}
    bot.anybody = given.get("anybody", bot.anybody)
    bot.revoked = given.get("revoked", bot.revoked)
    return bot.me


def _people(bot: Bot, given: Json) -> None:
    """Many people who have written to the bot once."""
    for number in range(given["first"], given["first"] + given["count"]):
        bot.chats.setdefault(number, Chat(updates.chat(number), updates.person(number)))


def _room(bot: Bot, given: Json) -> Chat:
    number = given["chat"]
    found = bot.chats.get(number)
    if found is None:
        name = given.get("name", "Anna")
        found = bot.chats[number] = Chat(updates.chat(number, name, given.get("type", "")))
    if number > 0:
        found.state = ""  # whoever writes has not blocked the bot (any more)
    return found


def _says(bot: Bot, given: Json) -> Json:
    """A message: `text`, or `photo` (base64) with `caption`, or a `content` by name, or raw `fields`.

    `user` is who says it in a group, `edits` the message changed by it, `as_chat` an anonymous admin or a channel.
    """
    chat = _room(bot, given)
    who = updates.person(given.get("user") or given["chat"], given.get("name", "Anna"), given.get("language", "de"))
    fields = {**_content(bot, given), **given.get("fields", {})}
    number = given.get("edits") or chat.next_id()
    if given.get("as_chat"):
        fields["sender_chat"] = updates.chat(given["as_chat"])
    kind = "edited_message" if given.get("edits") else given.get("kind", "message")
    if given.get("edits"):
        fields["edit_date"] = 1_800_000_000
    said = updates.message(number, chat.json, None if kind == "channel_post" else who, fields)
    return {"update_id": bot.inject(kind, said), "message_id": number, "at": time.time()}


def _content(bot: Bot, given: Json) -> Json:
    if "photo" in given:
        content = base64.b64decode(given["photo"])
        file_id = f"AgADphoto{len(bot.files) + 1}"
        bot.files[file_id] = content
        claimed = bot.claims[file_id] = given.get("claimed", len(content))
        return updates.photo(file_id, claimed, given.get("caption", ""))
    if "content" in given:
        return {**updates.CONTENTS, **updates.NOTICES}[given["content"]]
    return updates.words(given["text"]) if "text" in given else {}


def _presses(bot: Bot, given: Json) -> int:
    """A press with `data` under the message `message_id`."""
    chat = _room(bot, given)
    number = given["message_id"]
    shown = bot.find(chat, number) or {"message_id": number, "chat": chat.json, "date": 0}
    who = updates.person(given.get("user") or given["chat"], given.get("name", "Anna"), given.get("language", "de"))
    return bot.inject("callback_query", updates.callback(bot.last_update, who, shown, given["data"]))


def _membership(bot: Bot, given: Json) -> int:
    """The bot is blocked, unblocked, added, removed: `old` and `new` status; "silent" is an administrator who may not
    post.
    """
    chat = _room(bot, given)
    gone = given["new"] in {"kicked", "left"}
    chat.state = ("blocked" if given["chat"] > 0 else "kicked") if gone else ""
    who = updates.person(given.get("user") or given["chat"])
    return bot.inject("my_chat_member", updates.membership(chat.json, who, bot.me, given["old"], given["new"]))


def _state(bot: Bot, given: Json) -> None:
    """Silently from now on: blocked, deactivated, kicked, or moved (to `to`)."""
    chat = _room(bot, given)
    chat.state = given["state"]
    if given["state"] == "moved":
        chat.moved_to = given["to"]
        bot.chats.setdefault(given["to"], Chat(updates.chat(given["to"])))


def _raw(bot: Bot, given: Json) -> None:
    """Updates exactly as given, malformed, repeated or out of order as they may be."""
    bot.updates.extend(given["updates"])
    bot.wake()


def _freeze(bot: Bot, given: Json) -> None:
    """A message becomes too old to be edited."""
    found = bot.find(bot.chats[given["chat"]], given["message_id"])
    if found is not None:
        found["frozen"] = True


def _limits(bot: Bot, given: Json) -> None:
    bot.limits = Limits(**given)


def _counts(bot: Bot, _: Json) -> Json:
    return {
        "chats": {number: len(chat.sent) for number, chat in bot.chats.items() if chat.sent},
        "calls": bot.calls,
        "statuses": bot.statuses,
        "complaints": bot.complaints,
        "updates": bot.last_update - BEFORE_ALL,
        "waiting": len(bot.updates),
        "answered": bot.answered,
        "menus": bot.menus,
        "webhook": bot.webhook.url,
        "paid": bot.paid,
        "polled": bot.poller is not None,
    }
