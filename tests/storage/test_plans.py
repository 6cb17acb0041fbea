"""The hot statements of a large sending find their rows by an index: none walks through the ledger."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from bot.core.ports import State
from bot.domain.announcements.announcement import AnnouncementState, Chore, Step
from storage import open_store
from storage.engine import ready
from storage.ledger.due import DUE
from storage.post.inbox import NEXT
from tests.contracts.announcements.test_store_steps import begin, follow_up
from tests.contracts.announcements.town import Town

WALKS = (
    "SCAN deliveries",
    "SCAN digest_items",
    "SCAN copy",
    "SCAN more",
    "SCAN edit",
    "SCAN theirs",
    "SCAN refused",
    "SCAN after",
)
SLOW = ("ix_deliveries_announced (announcement=?)", "ix_deliveries_contact (contact=?)")
"""Found by an index, but by one that leads to all copies of an announcement."""


@pytest.fixture
async def town(database_url, clock, tmp_path):
    store = open_store(database_url("sqlite"), clock=clock, erasures_file=tmp_path / "erased.txt")
    await store.start()
    yield Town(store, clock)
    await store.close()


def _plans(connection, statement: str, parameters) -> list[str]:
    found = connection.connection.driver_connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
    return [row[3] for row in found.fetchall()]


class Watched:
    """Every statement that is run, with the parts of its plan that walk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, store) -> None:
        self.found: dict[str, list[str]] = {}
        run = ready.Form.run

        def watched(form, connection, parameters):
            if parameters is None or hasattr(parameters, "keys"):
                self._look(connection, form._text, form._values(parameters or {}))
            return run(form, connection, parameters)

        monkeypatch.setattr(ready.Form, "run", watched)
        event.listen(store._engine, "before_cursor_execute", self._before)

    def _before(self, connection, _cursor, statement, parameters, _context, many) -> None:
        if not many:
            self._look(connection, statement, parameters)

    def _look(self, connection, statement: str, parameters) -> None:
        if statement.startswith(("SELECT", "UPDATE deliv", "INSERT INTO deliv", "INSERT INTO tallies", "DELETE")):
            walks = [plan for plan in _plans(connection, statement, parameters) if _walks(plan)]
            if walks:
                self.found[statement] = walks


def _walks(plan: str) -> bool:
    return plan.startswith(WALKS) or any(index in plan for index in SLOW)


async def test_no_hot_statement_walks_through_the_ledger(town, monkeypatch):
    town.per_week = 3
    watched = Watched(monkeypatch, town.store)
    for each in range(4):
        await town.settle_in(str(each))
    number = await town.announce()
    first, second, *rest = await town.claim()
    await town.settle(first)
    await town.settle(second, state=State.UNCERTAIN)
    await town.settle(*rest, state=State.REFUSED)
    await town.store.read(lambda work: work.announcements.tally(number))
    await town.store.read(lambda work: work.announcements.open_in(number, Step.SEND, town.clock.now()))
    await town.store.read(lambda work: work.announcements.outcomes(number, ["refused", "unreachable"]))
    await town.move(number, AnnouncementState.DONE)
    await town.decide(number, Chore.LEAVE)
    await town.decide(number, Chore.RETRY)
    await begin(town, number, Step.CORRECT)
    while not await follow_up(town, number):
        pass
    await town.deliver()
    await begin(town, number, Step.CORRECTION)
    await follow_up(town, number)
    await town.store.read(lambda work: work.announcements.fallen_back(number))
    await begin(town, number, Step.WITHDRAW)
    await follow_up(town, number)
    await town.move(number, AnnouncementState.WITHDRAWN)
    await town.carry_out(number)
    await town.due()
    await town.store.read(lambda work: work.announcements.waiting(number))
    await town.do(lambda work: work.ledger.forget(town.clock.now()))
    await town.do(lambda work: work.ledger.drop(town.clock.now(), 100))
    assert watched.found == {}


NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
QUEUES = {
    "inbox": (NEXT, {"account": "telegram:1", "busy": [], "limit": 128}),
    "replies": (DUE, {"account": "telegram:1", "lane": 0, "now": NOW, "busy": [], "limit": 128}),
}


@pytest.mark.parametrize("queue", QUEUES)
async def test_a_claim_from_a_queue_without_statistics_compares_no_two_rows(database_url, clock, tmp_path, queue):
    statement, named = QUEUES[queue]
    store = open_store(database_url("postgresql"), clock=clock, erasures_file=tmp_path / "erased.txt")
    await store.start()
    try:
        with store._engine.connect() as connection:
            form = ready.Form(statement._statement, connection.dialect, None)
            raw = connection.connection.driver_connection
            plan = [row[0] for row in raw.execute(f"EXPLAIN {form._text}", form._values(named)).fetchall()]
    finally:
        await store.close()
    assert any("Index Scan" in step for step in plan)
    assert not [step for step in plan if "Anti Join" in step or "Seq Scan" in step]
