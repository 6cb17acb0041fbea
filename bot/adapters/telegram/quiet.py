"""PTB's Bot as we use it: it logs nothing, and hands answers and updates over as they came."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import cast

from telegram import Bot

from bot.adapters.telegram.request import NoAnswer

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The updates we ask for. Channel posts and the rest are none of our business."""

LONG_POLL = 50
"""Seconds Telegram keeps a request open while nothing arrives."""

LIMIT = 100
"""Updates per request; the Bot API's most."""


class QuietBot(Bot):
    """Without PTB's own log, which at DEBUG holds whole messages, and the address with the token."""

    _LOGGER = logging.Logger("telegram.Bot", logging.CRITICAL + 1)  # noqa: LOG001 - must not be found and turned up

    async def call(self, method: str, parameters: dict[str, object]) -> object:
        """One call of the Bot API with its answer as plain JSON; parameters that are None are left out.

        Building PTB's Message out of an answer that repeats our own message takes as long as sending it.
        """
        return await _result(self._post(method, parameters))

    async def raw_updates(self, offset: int) -> tuple[object, ...]:
        """A long poll. Raw, because PTB's own drops a whole answer where a single update is malformed."""
        wanted: dict[str, object] = {"timeout": LONG_POLL, "limit": LIMIT, "allowed_updates": ALLOWED}
        if offset:
            wanted["offset"] = offset
        answer = await _result(self._post("getUpdates", wanted, read_timeout=LONG_POLL + 15.0))
        return tuple(cast("list[object]", answer)) if isinstance(answer, list) else ()


async def _result(asked: Awaitable[object]) -> object:
    try:
        return await asked
    except (AttributeError, KeyError, TypeError):  # whatever JSON something else than Telegram answers with
        raise NoAnswer("the answer has no result") from None
