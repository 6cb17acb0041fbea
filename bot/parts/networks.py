"""Which networks an installation is on: makes the transports that its settings ask for.

A network's library is loaded only where it is configured: that is half of the memory and of the time to start.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.adapters.browser import BrowserTransport, StoredMailbox
from bot.core.transport import Transport
from bot.core.words.texts import Texts, text
from bot.domain.alliance import in_language
from bot.parts.house import House
from config.settings import Settings

if TYPE_CHECKING:
    from bot.adapters.matrix import MatrixTransport
    from bot.adapters.telegram import TelegramTransport

Hints = Callable[[str, str], str]
"""(key, language) -> the words a network needs around choices."""


@dataclass(frozen=True, slots=True)
class Networks:
    """The transports of one installation. `telegram` and `matrix` are None where not configured."""

    browser: BrowserTransport
    telegram: TelegramTransport | None
    matrix: MatrixTransport | None

    @property
    def all(self) -> tuple[Transport, ...]:
        """Every one there is."""
        return tuple(one for one in (self.browser, self.telegram, self.matrix) if one is not None)


def hints(texts: Texts) -> Hints:
    """Words for networks that know nothing of texts."""
    return lambda key, language: texts.label(text(key), language)


def make_networks(house: House, key: bytes, installation: str) -> Networks:
    """The configured networks, not yet opened. `key` signs the browser's file addresses; `installation` tells this
    database from a fresh one on the same account.
    """
    name = in_language(house.alliance.name, house.alliance.languages[0])
    commands = frozenset(house.routes.by_name)
    return Networks(
        browser=BrowserTransport(StoredMailbox(house.store), key, house.clock),
        telegram=make_telegram(house.settings, commands),
        matrix=make_matrix(house.settings, house.texts, installation, name, commands),
    )


def make_telegram(
    settings: Settings, commands: Collection[str] = (), *, on_trial: bool = False
) -> TelegramTransport | None:
    """The Telegram account, if there is a token."""
    part = settings.telegram
    if part.token is None:
        return None
    from bot.adapters.telegram import TelegramTransport  # noqa: PLC0415 - only where it is configured

    return TelegramTransport(
        token=part.token.get_secret_value(),
        api_url=part.api_url,
        mode=part.mode,
        webhook_url=part.webhook_url,
        webhook_secret=part.webhook_secret.get_secret_value() if part.webhook_secret else "",
        rate=part.rate,
        commands=commands,
        on_trial=on_trial,
    )


def make_telegram_on_trial(settings: Settings) -> TelegramTransport | None:
    """The Telegram account for looking whether it lets us in, beside a running assistant: Telegram has one way for all
    of a bot's messages, and it stays as it is.
    """
    return make_telegram(settings, on_trial=True)


def make_matrix(
    settings: Settings,
    texts: Texts,
    installation: str = "",
    display_name: str = "",
    commands: Collection[str] = (),
) -> MatrixTransport | None:
    """The Matrix account, if there is one. `installation` becomes part of its transaction ids."""
    part = settings.matrix
    if not part.configured:
        return None
    from bot.adapters.matrix import MatrixTransport  # noqa: PLC0415 - only where it is configured

    return MatrixTransport(
        homeserver=part.homeserver,
        user_id=part.user_id,
        password=part.password.get_secret_value() if part.password else "",
        access_token=part.access_token.get_secret_value() if part.access_token else "",
        device_id=part.device_id,
        hints=hints(texts),
        display_name=display_name,
        installation=installation,
        commands=commands,
    )


def make_matrix_on_trial(settings: Settings) -> MatrixTransport | None:
    """The Matrix account for looking whether it lets us in, beside a running assistant: with a device of its own, which
    is logged out again. An access token is only looked at: it belongs to its device.
    """
    part = settings.matrix
    if not part.configured:
        return None
    from bot.adapters.matrix import TRIAL, MatrixTransport  # noqa: PLC0415 - only where it is configured

    token = part.access_token.get_secret_value() if part.access_token else ""
    password = part.password.get_secret_value() if part.password and not token else ""
    return MatrixTransport(
        homeserver=part.homeserver,
        user_id=part.user_id,
        password=password,
        access_token=token,
        device_id=part.device_id if token else TRIAL,
        hints=lambda key, _language: key,
    )
