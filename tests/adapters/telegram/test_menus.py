"""Who is no organiser any more has everybody's menu, also if nobody was running when the role ended."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.routing import Routes
from bot.domain.people.organiser import REMOVED
from bot.domain.people.person import Role
from bot.parts.menus import Menus
from config.texts import FluentTexts
from handlers import ROUTES
from storage import open_store
from tests.fakeapi.client import FakeApi
from tests.simulated import simulate

CHATS = ("1001", "1002")
TEXTS, TABLE = FluentTexts(), Routes(ROUTES)


@pytest.fixture
async def house(database_url, clock, tmp_path):
    store = open_store(database_url("sqlite"), clock=clock, erasures_file=tmp_path / "erased.txt")
    await store.start()
    yield SimpleNamespace(store=store, texts=TEXTS, routes=TABLE)
    await store.close()


@pytest.fixture
async def organisers(house, clock, fakeapi: FakeApi, telegram):
    """Two of them, by chat."""
    fakeapi.control("people", first=1001, count=len(CHATS))

    def meet(work):
        met = {chat: work.people.meet(telegram.account, chat, "de", clock.now())[0].id for chat in CHATS}
        for person in met.values():
            work.people.set_role(person, Role.EDITOR)
        return met

    return await house.store.transact(meet)


async def until_chats(fakeapi: FakeApi, *chats: str) -> None:
    """Until exactly these chats have a menu of their own, beside everybody's."""
    async with asyncio.timeout(10):
        while True:
            menus = fakeapi.counts()["menus"]
            if "all_private_chats::en" in menus and {f"chat:{chat}:" for chat in chats} == {
                menu for menu in menus if menu.startswith("chat:")
            }:
                return
            await asyncio.sleep(0.05)


class Running:
    """The menus of one process."""

    def __init__(self, telegram, house) -> None:
        self._task = asyncio.ensure_future(Menus(telegram, house, lambda: True).run())

    async def __aenter__(self) -> None: ...

    async def __aexit__(self, *_error: object) -> None:
        self._task.cancel()


async def test_a_menu_is_withdrawn_by_the_next_process(house, organisers, fakeapi, telegram, clock):
    async with Running(telegram, house):
        await until_chats(fakeapi, *CHATS)

    def remove(work):
        for chat in CHATS:
            work.people.set_role(organisers[chat], None)
            work.organisation.note(None, REMOVED, f"person:{organisers[chat]}", clock.now())
        work.people.set_role(organisers["1002"], Role.EDITOR)  # invited again

    await house.store.transact(remove)
    async with Running(telegram, house):
        await until_chats(fakeapi, "1002")


class Throttling:
    """A Telegram that takes no menu for five minutes."""

    account = "telegram:1"
    asked = 0

    async def withdraw_commands(self, chats: object) -> None: ...

    async def announce_commands(self, menus: object) -> None:
        self.asked += 1
        raise DeliveryProblem(Verdict.THROTTLED, "Too Many Requests", retry_after=300.0)


def test_menus_wait_as_long_as_telegram_says():
    telegram = Throttling()

    async def nothing(_look: object) -> tuple[()]:
        return ()

    house = SimpleNamespace(store=SimpleNamespace(read=nothing), texts=TEXTS, routes=TABLE)

    async def scene() -> None:
        running = asyncio.create_task(Menus(telegram, house, lambda: True).run())
        await asyncio.sleep(1000)
        running.cancel()

    simulate(scene)
    assert telegram.asked == 4
