"""The composition root: builds everything from the settings, starts it in order and stops it in order."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr

from bot.adapters.console import ConsoleTransport
from bot.commands import administering, checking, inventing
from bot.core.running.serving import Service
from bot.core.talking.conversation import Conversation
from bot.parts.house import House, settle_in
from bot.parts.limits import allow_files
from bot.parts.networks import Networks, hints, make_networks
from bot.parts.owner import is_dead, own_name
from bot.parts.server import web_server
from bot.parts.ticking import Ticker
from bot.web.app import build_web
from bot.web.site import Admit, Site, Way, admit_anybody
from config.settings import (
    DatabaseSettings,
    LogSettings,
    MatrixSettings,
    Settings,
    TelegramSettings,
    WebSettings,
)

log = logging.getLogger(__name__)

DEMO = Path("data/demo")
"""Where the demo keeps its database, below the working directory."""

STOP_SECONDS = 9.0
"""After SIGTERM everything has come to rest within 10 s (fault 42)."""


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
        await house.open()
        again = await store.transact(lambda work: work.privacy.erase_again())
        if again:
            log.warning("%d persons erased earlier had come back with a restored backup and were erased again", again)
        key = await store.transact(lambda work: work.vault.secret("web"))
        installation = await store.transact(lambda work: work.vault.secret("installation"))
        self.networks = make_networks(house, key, installation.hex()[:8])
        self._serve(house.conversation(self.networks.all))
        self._web(key)
        await self.ticker.first()
        self.tasks += [asyncio.create_task(service.run()) for service in self.services]
        if self.networks.telegram is not None:
            from bot.parts.menus import Menus  # noqa: PLC0415 - brings Telegram's library with it

            menus = Menus(self.networks.telegram, house, lambda: self._serving("telegram"))
            self.tasks.append(asyncio.create_task(menus.run()))
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
        owner = own_name()
        self.services = [
            Service(transport, house.store, house.clock, conversation, owner, self.ring, self._count, is_dead)
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
            cookie_secure=part.cookie_secure,
        )
        self.server = web_server(build_web(site), part.host, part.port)
        self.tasks.append(asyncio.create_task(self.server.serve()))

    async def _ready(self) -> Mapping[str, str]:
        return {
            service.transport.account.partition(":")[0]: ""
            if service.state == "serving"
            else service.problem or service.state
            for service in self.services
        }

    def _serving(self, network: str) -> bool:
        return any(one.state == "serving" and one.transport.account.startswith(f"{network}:") for one in self.services)

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
    allow_files()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    try:
        await app.start()
        settle_in()
        log.info("ready at %s", app.house.settings.web.address)
        app.tasks[0].add_done_callback(lambda _server: stop.set())  # without its web face nobody could see it run
        await stop.wait()
    except SystemExit:  # uvicorn's way to say that the address is taken; it has logged the reason
        return 1
    finally:
        await app.stop()
    return 0


async def _talk(house: House) -> int:
    transport = ConsoleTransport(hints=hints(house.texts))
    await house.open()
    conversation = house.conversation((transport,))
    service = Service(transport, house.store, house.clock, conversation, own_name(), is_dead=is_dead)
    service.ring_all = service.ring
    ticker = Ticker(house.routes.ticks, house.store, conversation, house.clock, service.ring)
    await ticker.first()
    running = asyncio.create_task(service.run())
    ticker.start()
    try:
        await transport.ended()
    finally:
        ticker.stop()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await house.store.close()
    return 0


async def _demo(settings: Settings) -> int:
    house = House.build(settings, extra=inventing.ROUTES)
    await house.open()
    now = house.clock.now()
    await inventing.invent(house.store, house.alliance, house.texts, now)

    async def admit(seat: str, address: str, language: str) -> None:
        await inventing.take_seat(house.store, house.texts, house.clock.now(), seat, address, language)

    return await serve(App(house, demo=True, admit=admit))


# -- what the command line calls ------------------------------------------------------------------------------------


def run(settings: Settings) -> int:
    """`unterhaken run`: serve all configured networks until told to stop. Returns the exit code."""
    return asyncio.run(serve(App(House.build(settings))))


def demo(host: str, port: int) -> int:
    """`unterhaken demo`: everything in the browser, with invented people, nothing to configure."""
    settings = Settings.model_construct(
        alliance="loerrach",
        erasures_file=DEMO / "erased.txt",
        database=DatabaseSettings(url=SecretStr(f"sqlite:///{DEMO}/demo.db")),
        telegram=TelegramSettings(),
        matrix=MatrixSettings(),
        web=WebSettings(host=host, port=port),
        log=LogSettings(),
    )
    return asyncio.run(_demo(settings))


def chat(settings: Settings) -> int:
    """`unterhaken chat`: the same assistant in the terminal."""
    return asyncio.run(_talk(House.build(settings)))


def check(settings: Settings) -> list[tuple[bool, str]]:
    """`unterhaken check`: what is in order, what is not, and how to mend it."""
    return asyncio.run(checking.check(settings))


def invite(settings: Settings, role: str) -> str:
    """`unterhaken organiser invite`: a one-time code. ValueError for an unknown role."""
    return asyncio.run(administering.invite(settings, role))


def links(settings: Settings, code: str) -> list[str]:
    """Addresses that redeem an invitation with one tap."""
    return asyncio.run(administering.links(settings, code))


def organisers(settings: Settings) -> list[str]:
    """`unterhaken organiser list`: one line each."""
    return asyncio.run(administering.organisers(settings))


def revoke(settings: Settings, person: int) -> bool:
    """`unterhaken organiser revoke`: False if there is no organiser with this number."""
    return asyncio.run(administering.revoke(settings, person))
