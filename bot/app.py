"""The composition root: builds everything from the settings, starts it in order and stops it in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import uvicorn

from bot.adapters.console import ConsoleTransport
from bot.clock import SystemClock
from bot.core.ports import Clock
from bot.core.routing import Routes
from bot.core.running.housekeeping import TIDY
from bot.core.running.serving import Service
from bot.core.talking.conversation import Conversation
from bot.core.texts import Texts
from bot.core.transport import Transport
from bot.domain.alliance import Alliance
from bot.networks import Networks, hints, make_networks
from bot.ticking import Ticker
from bot.web.app import build_web
from bot.web.site import Admit, Site, Way, admit_anybody
from config.profile import load_alliance
from config.settings import Settings
from config.texts import FluentTexts
from handlers import ROUTES
from storage import DatabaseStore, open_store

log = logging.getLogger(__name__)

STOP_SECONDS = 9.0
"""After SIGTERM everything has come to rest within 10 s (fault 42)."""


@dataclass
class House:
    """What every way of running needs: the alliance, its texts, the database and the routes."""

    settings: Settings
    clock: Clock
    alliance: Alliance
    texts: Texts
    store: DatabaseStore
    routes: Routes

    @classmethod
    def build(cls, settings: Settings, clock: Clock | None = None) -> House:
        """Read the profile and the texts and prepare the database connection; nothing is opened yet."""
        clock = clock or SystemClock()
        alliance = load_alliance(settings.alliance)
        texts = FluentTexts(languages=alliance.languages, zone=alliance.zone)
        url = settings.database.url.get_secret_value()
        store = open_store(url, clock=clock, erasures_file=settings.erasures_file)
        return cls(settings, clock, alliance, texts, store, Routes((*ROUTES, TIDY)))

    def conversation(self, transports: tuple[Transport, ...]) -> Conversation:
        """The one that handles every message of these networks."""
        abilities = {transport.account: transport.abilities for transport in transports}
        return Conversation(self.routes, self.alliance, self.texts, abilities)


class _Server(uvicorn.Server):
    """A uvicorn that leaves the signals to the app."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass
class App:
    """A running installation: networks, ticks and the web face in one event loop."""

    house: House
    demo: bool = False
    admit: Admit = admit_anybody
    handled: int = 0
    services: list[Service] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        """Bring everything up. Raises OSError if the web address is taken; a network in trouble stops nobody."""
        house = self.house
        store = house.store
        await store.start()
        again = await store.transact(lambda work: work.privacy.erase_again())
        if again:
            log.warning("%d persons erased earlier had come back with a restored backup and were erased again", again)
        key = await store.transact(lambda work: work.vault.secret("web"))
        self.networks = make_networks(house.settings, store, house.texts, key, house.clock)
        self._serve(house.conversation(self.networks.all))
        self._web(key)
        self.tasks += [asyncio.create_task(service.run()) for service in self.services]
        self.ticker.start()
        while not self.server.started:
            await asyncio.sleep(0.01)
            if self.tasks[0].done():
                self.tasks[0].result()

    async def stop(self) -> None:
        """Let what is under way finish, then close everything. Safe after a failed start."""
        if hasattr(self, "ticker"):
            self.ticker.stop()
        if hasattr(self, "server"):
            self.server.should_exit = True
        for task in self.tasks[1:]:
            task.cancel()
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=STOP_SECONDS)
        await self.house.store.close()

    def ring(self) -> None:
        """Wake every dispatcher: something may be due on any network."""
        for service in self.services:
            service.ring()

    # -- parts -------------------------------------------------------------------------------------------------------

    def _serve(self, conversation: Conversation) -> None:
        house = self.house
        owner = f"{socket.gethostname()}:{id(self)}:{house.clock.monotonic()}"
        self.services = [
            Service(transport, house.store, house.clock, conversation, owner, self.ring, self._count)
            for transport in self.networks.all
        ]
        self.ticker = Ticker(house.routes.ticks, house.store, conversation, house.clock, self.ring)

    def _count(self, messages: int) -> None:
        self.handled += messages

    def _web(self, key: bytes) -> None:
        house, part = self.house, self.house.settings.web
        telegram = self.networks.telegram
        site = Site(
            alliance=house.alliance,
            texts=house.texts,
            store=house.store,
            key=key,
            public_url=part.address,
            chat=self.networks.browser,
            ways=self._ways,
            webhooks={telegram.webhook_path: telegram.webhook} if telegram and telegram.webhook_path else {},
            ready=self._ready,
            counters=lambda: {"handled": float(self.handled)},
            admit=self.admit,
            demo=self.demo,
        )
        config = uvicorn.Config(
            build_web(site),
            host=part.host,
            port=part.port,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=2,
        )
        self.server = _Server(config)
        self.tasks.append(asyncio.create_task(self.server.serve()))

    async def _ready(self) -> Mapping[str, str]:
        return {
            service.transport.account.partition(":")[0]: ""
            if service.state == "serving"
            else service.problem or service.state
            for service in self.services
        }

    def _ways(self) -> tuple[Way, ...]:
        return ways(self.networks, self.house.settings)


def ways(networks: Networks, settings: Settings) -> tuple[Way, ...]:
    """How people reach the assistant on each configured network."""
    found = [Way("browser", "Browser", f"{settings.web.address}/chat")]
    if networks.telegram is not None and networks.telegram.username:
        name = networks.telegram.username
        found.insert(0, Way("telegram", "Telegram", f"https://t.me/{name}", f"@{name}"))
    if networks.matrix is not None:
        user = settings.matrix.user_id
        found.insert(0, Way("matrix", "Matrix", f"https://matrix.to/#/{user}", user))
    return tuple(found)


async def serve(app: App) -> int:
    """Run until SIGTERM or SIGINT; 1 if the web face cannot start."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    try:
        await app.start()
        log.info("ready at %s", app.house.settings.web.address)
        await stop.wait()
    except SystemExit:  # uvicorn's way to say that the address is taken; it has logged the reason
        return 1
    finally:
        await app.stop()
    return 0


async def talk(house: House, transport: ConsoleTransport) -> None:
    """The assistant in the terminal, until the input ends."""
    await house.store.start()
    conversation = house.conversation((transport,))
    service = Service(
        transport, house.store, house.clock, conversation, f"terminal:{id(house)}", lambda: service.ring(), lambda _: None
    )
    ticker = Ticker(house.routes.ticks, house.store, conversation, house.clock, service.ring)
    running = asyncio.create_task(service.run())
    ticker.start()
    try:
        await transport.ended()
    finally:
        ticker.stop()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await house.store.close()


def make_console(house: House) -> ConsoleTransport:
    """The terminal as a network."""
    return ConsoleTransport(hints=hints(house.texts))
