"""The menus of commands that Telegram shows beside the message box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import BotCommand
from telegram.constants import BotCommandLimit

_NAME = re.compile(rf"[a-z0-9_]{{1,{int(BotCommandLimit.MAX_COMMAND)}}}")


@dataclass(frozen=True, slots=True)
class CommandMenu:
    """Commands as (name, what it does) in one language ("" = for everybody whose language has no menu of its own).

    `chats` are the addresses that see this menu (an organiser's); empty means all private conversations.
    """

    language: str
    commands: tuple[tuple[str, str], ...]
    chats: tuple[str, ...] = ()


def bot_commands(commands: Sequence[tuple[str, str]]) -> list[BotCommand]:
    """As Telegram takes them: "/meine-zusagen" becomes "meine_zusagen". ValueError for a name that cannot be had."""
    return [
        BotCommand(_name(name), what[: int(BotCommandLimit.MAX_DESCRIPTION)])
        for name, what in commands[: int(BotCommandLimit.MAX_COMMAND_NUMBER)]
    ]


def _name(name: str) -> str:
    spelt = name.removeprefix("/").lower().replace("-", "_")
    if not _NAME.fullmatch(spelt):
        raise ValueError(f"Telegram takes only a-z, 0-9 and _ in a command, not {name!r}")
    return spelt
