"""Announcements under fire: real processes sending to many on Telegram and Matrix are killed at random moments.

Afterwards the networks themselves are asked who got what how often, and the ledger what it says about that.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import create_engine, text

from bot.core.ports import Store
from bot.core.running.paces import HORIZON
from tests.fakeapi.client import FakeApi
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.running import Program
from tests.live.town import announce, settle

FIRST = 5_000_000
AHEAD_MOST = 32 + int(30 * HORIZON)
"""More than so many copies no process has under way on Telegram: as many requests as may be open, and those claimed
ahead at 30 a second.
"""

MOST = 600.0
"""Seconds an announcement may take to be done once nobody shoots any more."""


@dataclass(slots=True)
class Toll:
    """What the kills have cost. `under_way`: copies on Telegram that were being sent when a process was killed, `most`
    at one kill; `lost`: copies nobody has and nobody lists; `uncertain`: those listed on Telegram; `unsure`: those on
    Matrix, where sending again is harmless.
    """

    kills: int = 0
    announcements: int = 0
    copies: int = 0
    under_way: int = 0
    most: int = 0
    lost: int = 0
    doubled: int = 0
    uncertain: int = 0
    unsure: int = 0
    listed: int = 0


@dataclass
class Fire:
    """The scene. `url` is the database's; `rooms` are Matrix people with their conversation with the bot."""

    programs: Sequence[Program]
    url: str
    store: Store
    api: FakeApi
    people: int
    rooms: Sequence[tuple[MatrixPerson, str]] = ()
    toll: Toll = field(default_factory=Toll)

    def settle(self) -> None:
        """People on Telegram who follow; those in rooms follow from now on."""
        self.api.control("bot", anybody=True)
        settle(self.url, f"telegram:{self.api.token.partition(':')[0]}", self.people, FIRST)
        engine = create_engine(self.url)
        with engine.begin() as connection:
            connection.execute(text("UPDATE persons SET follows = true, news = true"))
        engine.dispose()

    async def announce(self, shoot: Callable[[], bool], pauses: random.Random) -> None:
        """One announcement, with kills as long as `shoot` says so; then it is checked copy by copy."""
        words = f"Eine Nachricht an alle, Nummer {self.toll.announcements + 1}, unter Feuer."
        number = await self.store.transact(lambda work: announce(work, words))
        while shoot() and not await self._done(number):
            victim = pauses.choice(self.programs)
            await victim.ready("telegram", "matrix")
            await asyncio.sleep(pauses.uniform(0.0, 2.0))
            victim.kill()
            self.toll.kills += 1
            under_way = await asyncio.to_thread(self._sending)
            self.toll.under_way += under_way
            self.toll.most = max(self.toll.most, under_way)
            victim.start()
        async with asyncio.timeout(MOST):
            while not await self._done(number):  # noqa: ASYNC110 - other processes are watched
                await asyncio.sleep(0.2)
        await self._count(number, words)

    async def _done(self, number: int) -> bool:
        announcement = await self.store.read(lambda work: work.announcements.get(number))
        tally = await self.store.read(lambda work: work.announcements.tally(number))
        return announcement is not None and announcement.enqueued and not tally.open

    async def _count(self, number: int, words: str) -> None:
        got = await asyncio.to_thread(self.on_telegram, words) | await self._on_matrix(words)
        told = await asyncio.to_thread(self.told, number)
        listed = await self.store.read(lambda work: work.announcements.outcomes(number, ["uncertain"], self.people))
        doubtful = [address for address, state in told.items() if state == "uncertain"]
        self.toll.announcements += 1
        self.toll.copies += len(told)
        self.toll.uncertain += sum(not address.startswith("!") for address in doubtful)
        self.toll.unsure += sum(address.startswith("!") for address in doubtful)
        self.toll.listed += len(listed)
        self.toll.lost += sum(not got[address] and told.get(address) != "uncertain" for address in self._everybody())
        self.toll.doubled += sum(count > 1 for count in got.values())

    def _everybody(self) -> list[str]:
        return [str(chat) for chat in range(FIRST, FIRST + self.people)] + [room for _, room in self.rooms]

    def on_telegram(self, words: str) -> Counter[str]:
        """How often each address there got a message that begins so."""
        got: Counter[str] = Counter()
        for chat in range(FIRST, FIRST + self.people):
            sent = self.api.control("sent", chat=chat)
            got[str(chat)] = sum(str(message.get("text", "")).startswith(words) for message in sent)
        return got

    async def _on_matrix(self, words: str) -> Counter[str]:
        got: Counter[str] = Counter()
        for person, room in self.rooms:
            page = await person.asks("GET", f"/rooms/{room}/messages?dir=b&limit=200")
            events = page["chunk"] if isinstance(page["chunk"], list) else []
            got[room] = sum(str(event["content"].get("body", "")).startswith(words) for event in events)
        return got

    def _sending(self) -> int:
        """Copies that are being sent on Telegram, as the ledger has it."""
        engine = create_engine(self.url)
        with engine.connect() as connection:
            under_way = "SELECT count(*) FROM deliveries WHERE state = 'sending' AND account LIKE 'telegram:%'"
            found = int(connection.execute(text(under_way)).scalar_one())
        engine.dispose()
        return found

    def told(self, number: int) -> dict[str, str]:
        """What the ledger says about each address."""
        engine = create_engine(self.url)
        with engine.connect() as connection:
            rows = connection.execute(
                text(
                    "SELECT contacts.address, deliveries.state FROM deliveries"
                    " JOIN contacts ON contacts.id = deliveries.contact WHERE deliveries.announcement = :number"
                ),
                {"number": number},
            ).all()
        engine.dispose()
        return {row.address: row.state for row in rows}


async def play(fire: Fire, kills: int, seed: int) -> Toll:
    """Announcement after announcement until so many processes have been killed."""
    pauses = random.Random(seed)
    while fire.toll.kills < kills:
        await fire.announce(lambda: fire.toll.kills < kills, pauses)
    return fire.toll
