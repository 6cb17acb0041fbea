"""What every way of running needs, built from the settings: alliance, texts, database, routes."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core.ports import Clock
from bot.core.routing import Route, Routes
from bot.core.running.housekeeping import TIDY
from bot.core.talking.conversation import Conversation
from bot.core.transport import Transport
from bot.core.words.texts import Texts
from bot.domain.alliance import Alliance
from bot.parts.clock import SystemClock
from bot.web.site import PRIVACY
from config.profile import load_alliance
from config.settings import Settings
from config.sources import SettingsProblem, variable
from config.texts import FluentTexts, languages_known
from handlers import ROUTES
from storage import UTC, DatabaseStore, NotServed, open_store, prove_file


def open_database(settings: Settings, clock: Clock, zone: ZoneInfo = UTC) -> DatabaseStore:
    """The database, not yet started. SettingsProblem, in one line without its password, if there cannot be such, or if
    erasures cannot be remembered beside it.
    """
    prove_erasures_file(settings)
    return make_store(settings, clock, settings.erasures_file, zone)


def make_store(settings: Settings, clock: Clock, erasures_file: Path | None, zone: ZoneInfo = UTC) -> DatabaseStore:
    """As `open_database`, with a file that was proven before; None where nobody is erased."""
    url = settings.database.url.get_secret_value()
    try:
        return open_store(url, clock=clock, erasures_file=erasures_file, zone=zone)
    except OSError as problem:
        reason = f"its folder cannot be made ({problem.strerror})"
    except NotServed as problem:
        reason = str(problem)
    except ImportError:
        reason = "its driver cannot be loaded"
    raise SettingsProblem(f"database: {reason}. Please look at {variable('database.url')}.")


def prove_erasures_file(settings: Settings) -> None:
    """SettingsProblem unless erasures can be written down: without that a restored backup brings the erased back."""
    path, key = settings.erasures_file, variable("erasures_file")
    try:
        prove_file(path)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "no file can be called so"
        raise SettingsProblem(
            f"erasures: {path} cannot be written to ({reason}). Please set {key} to a file such as data/erased.txt."
        ) from None
    database = settings.database.file
    if database is not None and os.path.realpath(database) == os.path.realpath(path):
        raise SettingsProblem(f"erasures: {path} is the database itself. Please set {key} to a file of its own.")


@dataclass
class House:
    """What every way of running needs: the alliance, its texts, the database and the routes."""

    settings: Settings
    clock: Clock
    alliance: Alliance
    texts: Texts
    store: DatabaseStore
    routes: Routes
    opened: bool = False

    async def open(self) -> None:
        """Bring the database up to date and open it; a second call does nothing."""
        if not self.opened:
            await self.store.start()
            self.opened = True

    @classmethod
    def build(cls, settings: Settings, clock: Clock | None = None, extra: tuple[Route, ...] = ()) -> House:
        """Read the profile and the texts and prepare the database connection; nothing is opened yet. SettingsProblem if
        any of them is not in order.
        """
        clock = clock or SystemClock()
        alliance = _with_own_pages(load_alliance(settings.alliance, languages_known()), settings.web.public)
        texts = FluentTexts(languages=alliance.languages, zone=alliance.zone)
        store = open_database(settings, clock, alliance.zone)
        return cls(settings, clock, alliance, texts, store, Routes((*ROUTES, *extra, TIDY)))

    def conversation(self, transports: tuple[Transport, ...]) -> Conversation:
        """The one that handles every message of these networks."""
        abilities = {transport.account: transport.abilities for transport in transports}
        return Conversation(self.routes, self.alliance, self.texts, abilities)


def _with_own_pages(alliance: Alliance, public: str) -> Alliance:
    """The alliance, with the address of the privacy notice in full where people can open it."""
    if not public:
        return alliance
    return replace(alliance, notice=replace(alliance.notice, page=f"{public}{PRIVACY}"))


COLLECT_EVERY = 10_000
"""Objects made and not gone between two looks of the garbage collector (Python's own figure is 700)."""


def settle_in() -> None:
    """Once everything is loaded: the collector leaves that alone, and looks less often.

    Measured while people join: a full collection stops everybody for 30 instead of 83 ms, and all of them together
    take 4 instead of 9 % of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY, 10, 10)
