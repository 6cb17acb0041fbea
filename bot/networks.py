"""Which networks an installation is on: makes the transports that its settings ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.adapters.browser import BrowserTransport, StoredMailbox
from bot.adapters.matrix import MatrixTransport
from bot.adapters.telegram import TelegramTransport
from bot.core.ports import Clock, Store
from bot.core.texts import Texts, text
from bot.core.transport import Transport
from config.settings import Settings

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


def make_networks(settings: Settings, store: Store, texts: Texts, key: bytes, clock: Clock) -> Networks:
    """The configured networks, not yet opened. `key` signs the browser's file addresses."""
    return Networks(
        browser=BrowserTransport(StoredMailbox(store), key, clock),
        telegram=make_telegram(settings),
        matrix=make_matrix(settings, texts),
    )


def make_telegram(settings: Settings) -> TelegramTransport | None:
    """The Telegram account, if there is a token."""
    part = settings.telegram
    if part.token is None:
        return None
    return TelegramTransport(
        token=part.token.get_secret_value(),
        api_url=part.api_url,
        mode=part.mode,
        webhook_url=part.webhook_url,
        webhook_secret=part.webhook_secret.get_secret_value() if part.webhook_secret else "",
        rate=part.rate,
    )


def make_matrix(settings: Settings, texts: Texts) -> MatrixTransport | None:
    """The Matrix account, if there is one."""
    part = settings.matrix
    if not part.configured:
        return None
    return MatrixTransport(
        homeserver=part.homeserver,
        user_id=part.user_id,
        password=part.password.get_secret_value() if part.password else "",
        access_token=part.access_token.get_secret_value() if part.access_token else "",
        device_id=part.device_id,
        hints=hints(texts),
    )
