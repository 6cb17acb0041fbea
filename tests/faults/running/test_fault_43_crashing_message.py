"""Fault 43: a message whose handling ends the process is put aside after three tries; the rest flows, owners see it."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.messages import Batch
from bot.core.oddities import malformed
from bot.core.ports import Work
from bot.core.running.handling import CRASHES
from bot.domain.people.person import Role
from bot.parts.clock import SystemClock
from handlers.team.aside import tell
from tests.dialogues.test_foreign import press
from tests.faults.running.crashing import conversation, store_in
from tests.stage import Stage, StageClock
from tests.wire import Wire

ROOT = Path(__file__).resolve().parents[3]


def serve(folder: Path) -> int:
    """One life of the process; its exit code."""
    command = [sys.executable, "-m", "tests.faults.running.crashing", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False).returncode


async def test_fault_43_the_process_dies_three_times_and_then_everybody_is_served(tmp_path: Path):
    wire, store, now = Wire(), store_in(tmp_path), SystemClock().now()
    talk = conversation(wire)
    people = [f"person{number}" for number in range(10)]
    said = [wire.message(who, "/absturz" if who == "person4" else "/hilfe") for who in people]
    after = wire.message("person4", "/hilfe")

    def prepare(work: Work) -> None:
        owner, _ = work.people.meet(wire.account, "olga", "de", now)
        work.people.set_role(owner.id, Role.OWNER)
        work.inbox.accept(wire.account, Batch((*said, after)), now)

    await store.start()
    await store.transact(prepare)
    await store.close()

    lives = []
    while len(lives) <= CRASHES and (not lives or lives[-1] != 0):
        lives.append(await asyncio.to_thread(serve, tmp_path))
    assert lives == [-signal.SIGABRT] * CRASHES + [0]

    store = store_in(tmp_path)
    await store.start()
    try:
        tally = await store.read(lambda work: dict(work.ledger.tally()))
        assert tally == {(wire.account, "sent"): len(people)}, "each got one answer, the crashing person one to /hilfe"
        aside = await store.read(lambda work: work.inbox.shunted())
        assert len(aside) == 1
        for _ in range(2):
            await store.transact(lambda work: tell(talk.post(work, now)))
        told = await store.transact(lambda work: _told(work, wire.account))
        assert len(told) == 1, "the owner hears of it once"
        assert "beiseitegelegt" in told[0]
        assert f"Nr. {aside[0].id}" in told[0]
    finally:
        await store.close()


def _told(work: Work, account: str) -> list[str]:
    """What waits to be sent to the owner."""
    _, contact = work.people.find(account, ["olga"])["olga"]
    now = SystemClock().now()
    lease = work.accounts.lease(account, "test", now, now)
    assert lease is not None
    rows = work.ledger.claim(account, lease.fence, [0, 1, 2], 20, [], now)
    return [row.outgoing.text for row in rows if row.contact == contact.id]


@pytest.fixture
async def aside(stage: Stage, clock_of_stage: StageClock) -> int:
    """The number of a message put aside, which Eva has written. Olga owns the team."""
    await stage.play("""
        olga> /start
        olga<
    """)
    await stage.make_organiser("olga")
    incoming = stage.seat("eva").types("etwas Böses")

    def crash(work: Work) -> int:
        now = clock_of_stage.now()
        work.inbox.accept(stage.fake.account, Batch((incoming,)), now)
        for _ in range(CRASHES + 1):
            work.inbox.claim(stage.fake.account, 64, [], CRASHES)
        return work.inbox.shunted()[0].id

    number = await stage.work(crash)
    assert isinstance(number, int)
    return number


@pytest.fixture
def clock_of_stage(stage: Stage) -> StageClock:
    return stage.clock


async def test_fault_43_owners_are_told_look_and_discard(stage: Stage, aside: int):
    await stage.tick("put-aside")
    await stage.tick("put-aside")
    await stage.play(f"""
        olga< Eine Nachricht konnte ich nicht ... Nr. {aside}, Telegram ... dreimal daran [Beiseitegelegtes ansehen]
        olga<<
        olga> [Beiseitegelegtes ansehen]
        olga< Nr. {aside}, Telegram ... Den Inhalt zeige ich hier nicht. [Nr. {aside} verwerfen]
        olga> [Nr. {aside} verwerfen]
        olga< Nr. {aside} ist gelöscht.
        olga> /aside
        olga< Es liegt nichts beiseite.
        olga> /language en
        olga<
        olga> /protokoll
        olga< discarded what was put aside
    """)


async def test_fault_43_of_many_at_once_every_one_is_told_and_can_be_discarded(stage: Stage, aside: int):
    oddities = [malformed(stage.fake.account, {}, f"flaw {number}", stage.clock.now()) for number in range(29)]
    await stage.work(lambda work: work.inbox.accept(stage.fake.account, Batch(oddities), stage.clock.now()))
    await stage.tick("put-aside")
    await stage.tick("put-aside")
    await stage.play("""
        olga< Achtung: 30 Nachrichten konnte ich nicht verarbeiten.
        olga<<
        olga> /beiseite
        olga< Das sind die neuesten 20 von 30.
    """)
    untold = await stage.work(lambda work: work.inbox.shunted(untold=True))
    assert untold == []
    await press(stage, "olga", f"aside-discard:{aside}")
    await stage.play(f"""
        olga< Nr. {aside} ist gelöscht.
    """)


async def test_fault_43_without_an_owner_it_is_told_to_the_first_one_that_comes(stage: Stage, aside: int):
    await stage.make_organiser("olga", "moderator")
    await stage.tick("put-aside")
    await stage.play("""
        olga<<
        olga> /beiseite
        olga< Das kann im Team nur die Leitung
    """)
    await stage.make_organiser("olga", "owner")
    await stage.tick("put-aside")
    await stage.play("""
        olga< dreimal daran abgestürzt
        olga<<
    """)
