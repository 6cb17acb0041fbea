"""Requests to /bot<token>/<method> and /file/bot<token>/<path>: checks, faults, and handing to the methods."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from urllib.parse import parse_qsl

import orjson

from tests.fakeapi.server.faults import Fault, Faults, error, ok
from tests.fakeapi.server.http import DROPPED, Reply, Request, form
from tests.fakeapi.server.methods import METHODS
from tests.fakeapi.server.table import complaint, from_form
from tests.fakeapi.server.world import Bot, Json, Refused, World

OURS = ("html", "uploaded", "edits", "frozen", "deleted", "at")
TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class BotApi:
    def __init__(self, world: World, faults: Faults) -> None:
        self.world = world
        self.faults = faults

    def handle(self, request: Request) -> Reply | Awaitable[Reply]:
        """Answers at once where nothing has to be waited for."""
        try:
            if request.path.startswith("/file/bot"):
                return self._file(request.path.removeprefix("/file/bot"))
            token, _, method = request.path.removeprefix("/bot").replace("%3A", ":").partition("/")
            bot = self.world.bot(token)
            bot.calls[method] += 1
            given = _parameters(method, request)
            return self.call(bot, method, given)
        except Refused as refusal:
            return error(refusal.status, refusal.description, refusal.parameters)

    def call(self, bot: Bot, method: str, given: Json) -> Reply | Awaitable[Reply]:
        """One call with its parameters; Refused if the table refuses it."""
        attached = {name: given.pop(name) for name in _attached(given)}
        wrong = complaint(method, given)
        if wrong:
            bot.complaints.append(wrong)
            raise Refused(404 if "unknown" in wrong else 400, f"Bad Request: {wrong}")
        if attached:
            given["attached"] = attached
        fault = self.faults.take(method, given)
        if fault is not None:
            return self._faulty(bot, method, given, fault)
        return self._get_updates(bot, given) if method == "getUpdates" else self._done(bot, method, given)

    def _done(self, bot: Bot, method: str, given: Json) -> Reply:
        try:
            result = METHODS[method](bot, given)
        except Refused as refusal:
            bot.statuses[refusal.status] += 1
            return error(refusal.status, refusal.description, refusal.parameters)
        bot.statuses[200] += 1
        return ok([_public(one) for one in result] if method == "sendMediaGroup" else _public(result))

    async def _faulty(self, bot: Bot, method: str, given: Json, fault: Fault) -> Reply:
        instead = fault.before()
        if instead is not None:
            bot.statuses[instead.status] += 1
            return instead
        await asyncio.sleep(fault.seconds)
        done = await self._get_updates(bot, given) if method == "getUpdates" else self._done(bot, method, given)
        return DROPPED if fault.kind == "lose" else done

    # -- updates -----------------------------------------------------------------------------------------------------

    async def _get_updates(self, bot: Bot, given: Json) -> Reply:
        if bot.webhook.url:
            return error(409, WEBHOOK_ACTIVE)
        if bot.poller is not None and not bot.poller.done():
            bot.poller.set_exception(Refused(409, TERMINATED))
        if "allowed_updates" in given:
            bot.allowed = tuple(given["allowed_updates"])
        offset = given.get("offset", 0)
        while offset and bot.updates and bot.updates[0]["update_id"] < offset:
            bot.updates.popleft()
        if not bot.updates and given.get("timeout", 0):
            mine = bot.poller = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(mine, given["timeout"])
            except TimeoutError:
                pass
            except Refused as refusal:
                return error(refusal.status, refusal.description)
            finally:
                if bot.poller is mine:
                    bot.poller = None
        return ok(list(bot.updates)[: given.get("limit", 100)])

    def _file(self, path: str) -> Reply:
        token, _, rest = path.replace("%3A", ":").partition("/")
        file_id = rest.rpartition("/")[2].removesuffix(".jpg")
        content = self.world.bot(token).files.get(file_id)
        return error(404, "Not Found") if content is None else Reply(200, content, b"application/octet-stream")


def _public(result: Any) -> Any:
    """A message without what only the fake knows of it."""
    if isinstance(result, dict) and "message_id" in result:
        return {name: value for name, value in result.items() if name not in OURS}
    return result


def _attached(given: Json) -> list[str]:
    """The fields that only carry files named in `media` ("attach://<name>")."""
    media = given.get("media")
    named = [one.get("media") for one in media if isinstance(one, dict)] if isinstance(media, list) else []
    return [name for name, value in given.items() if isinstance(value, bytes) and f"attach://{name}" in named]


def _parameters(method: str, request: Request) -> Json:
    if not request.body:
        return {}
    if request.content_type.startswith("application/json"):
        given = orjson.loads(request.body)
        if not isinstance(given, dict):
            raise Refused(400, "Bad Request: object expected as parameters")
        return given
    if request.content_type.startswith("multipart/form-data"):
        fields = form(request.content_type, request.body)
        return {
            name: content if filename else from_form(method, name, content.decode())
            for name, (filename, content) in fields.items()
        }
    if request.content_type.startswith("application/x-www-form-urlencoded"):
        given = dict(parse_qsl(request.body.decode(), keep_blank_values=True))
        return {name: from_form(method, name, value) for name, value in given.items()}
    raise Refused(400, f"Bad Request: unsupported content type {request.content_type}")
