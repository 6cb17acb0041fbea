"""Keeps the menus of commands on Telegram up to date: per language, and a longer one for each organiser.

Telegram keeps what was published. What another process, or this one before a restart, published for somebody who has
no role any more is found by the record of removals.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.adapters.telegram import TelegramTransport
from bot.adapters.telegram.commands import CommandMenu
from bot.core.errors import DeliveryProblem
from bot.core.ports import Work
from bot.domain.people.person import Person
from bot.parts.house import House

log = logging.getLogger(__name__)

LOOK_EVERY = 30.0
"""Seconds until a new organiser has the organisers' menu."""

SERVING_SOON = 0.5
"""Seconds between two looks at whether this process serves the account by now."""


class Menus:
    """Publishes what changed, and only that."""

    def __init__(self, telegram: TelegramTransport, house: House, serving: Callable[[], bool]) -> None:
        self._telegram = telegram
        self._house = house
        self._serving = serving
        self._published: tuple[CommandMenu, ...] = ()

    async def run(self) -> None:
        """Look regularly, until cancelled; after trouble not before Telegram allows it."""
        while True:
            wait = LOOK_EVERY
            try:
                if self._serving():
                    await self._publish()
                else:
                    self._published = ()  # whoever serves meanwhile may publish otherwise
                    wait = SERVING_SOON
            except DeliveryProblem as problem:
                log.warning("telegram: the menus could not be published: %s", problem.detail)
                wait = max(wait, problem.retry_after)
            except Exception:  # the database may be away for a moment; menus are not worth more than a line
                log.exception("telegram: the menus could not be looked at")
            await asyncio.sleep(wait)

    async def _publish(self) -> None:
        """DeliveryProblem if Telegram does not take them now."""
        wanted = (*self._for_everybody(), *await self._house.store.read(self._for_organisers))
        if wanted == self._published:
            return
        before = [chat for menu in self._published for chat in menu.chats]
        if not self._published:
            before = await self._house.store.read(self._former)
        still = {chat for menu in wanted for chat in menu.chats}
        gone = [chat for chat in before if chat not in still]
        await self._telegram.withdraw_commands(gone)
        await self._telegram.announce_commands([menu for menu in wanted if menu not in self._published])
        self._published = wanted

    def _for_everybody(self) -> tuple[CommandMenu, ...]:
        languages = [language for language in self._house.texts.languages if "-" not in language]
        menus = [CommandMenu(language, self._commands(language, None)) for language in languages]
        return (CommandMenu("", menus[0].commands), *menus)

    def _for_organisers(self, work: Work) -> tuple[CommandMenu, ...]:
        return tuple(
            CommandMenu("", self._commands(person.language, person), (chat,))
            for person in work.people.organisers()
            for chat in self._chats(work, person.id)
        )

    def _former(self, work: Work) -> list[str]:
        """The chats of those who ever lost their role."""
        return [chat for person in work.organisation.removed() for chat in self._chats(work, person)]

    def _chats(self, work: Work, person: int) -> list[str]:
        contacts = work.people.contacts(person)
        return [contact.address for contact in contacts if contact.account == self._telegram.account]

    def _commands(self, language: str, person: Person | None) -> tuple[tuple[str, str], ...]:
        texts, base = self._house.texts, language.partition("-")[0]
        return tuple(
            ((command.names.get(base) or next(iter(command.names.values())))[0], texts.label(command.what, language))
            for command in self._house.routes.commands
            if command.what is not None and (command.role is None or (person is not None and person.may(command.role)))
        )
