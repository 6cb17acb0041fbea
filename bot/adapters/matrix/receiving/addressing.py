"""Whether words in a room are meant for the bot, and what remains of them without the form of address."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.adapters.matrix.wire.untrusted import dig, sequence, string
from bot.core.talking.wording import command_name

_QUOTED_REPLY = re.compile(r"\A(?:> .*\n?)+\n?")
_COMMAND = re.compile(r"\A!(?=[^\W\d_])")
_SEPARATORS = ":, \t\n"


@dataclass(frozen=True, slots=True)
class Me:
    """The bot as others see it. `name` is its display name, "" if it has none; `commands` are the bare names of those
    it knows.
    """

    account: str
    user_id: str
    name: str = ""
    commands: frozenset[str] = frozenset()

    @property
    def called(self) -> tuple[str, ...]:
        """What people may call it, longest first."""
        names = {self.user_id, self.name, self.user_id.partition(":")[0]} - {""}
        return tuple(sorted(names, key=len, reverse=True))


def reply_to(content: Mapping[str, object]) -> str:
    """The event that was replied to. In a thread this is only said for clients that know no threads."""
    if dig(content, "m.relates_to", "is_falling_back") is True:
        return ""
    return string(dig(content, "m.relates_to", "m.in_reply_to", "event_id"))


def words(content: Mapping[str, object], me: Me, *, private: bool) -> str:
    """What was typed, without a quoted original and, in groups, without the bot's name at its start.

    "!hilfe" becomes "/hilfe": many clients keep the slash for commands of their own.
    """
    body = string(content.get("body"))
    if reply_to(content):
        body = _QUOTED_REPLY.sub("", body)
    if not private:
        body = _without_name(body, me)
    return _COMMAND.sub("/", body.lstrip()) if body.lstrip().startswith("!") else body


def is_addressed(content: Mapping[str, object], me: Me, own: Collection[str]) -> bool:
    """Whether words in a group are for the bot: it is mentioned, replied to, or they start with "!" and a command of
    ours (others in the room may be another bot's).
    """
    mentioned = sequence(dig(content, "m.mentions", "user_ids"))
    if me.user_id in mentioned or reply_to(content) in own:
        return True
    body = string(content.get("body"))
    said = _QUOTED_REPLY.sub("", body) if reply_to(content) else body
    if _is_ours(said.lstrip(), me) or f"matrix.to/#/{me.user_id}" in string(content.get("formatted_body")):
        return True
    return any(_names(said, name) for name in me.called)


def _is_ours(said: str, me: Me) -> bool:
    word = _COMMAND.sub("", said).split(maxsplit=1)[:1] if _COMMAND.match(said) else []
    return any(command_name(one) in me.commands for one in word)


def _names(said: str, name: str) -> bool:
    """Whether the name stands in the words on its own, not inside another word."""
    return re.search(rf"(?<![\w@]){re.escape(name)}(?!\w)", said, re.IGNORECASE) is not None


def _without_name(body: str, me: Me) -> str:
    start = body.lstrip()
    for name in me.called:
        rest = start[len(name) :]
        if start[: len(name)].casefold() == name.casefold() and rest[:1] in ("", *_SEPARATORS):
            return rest.lstrip(_SEPARATORS)
    return body
