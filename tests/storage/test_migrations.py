"""What an older database holds keeps its meaning in the new schema."""

from __future__ import annotations

import asyncio

import pytest
from alembic import command
from sqlalchemy import insert, select, text

from bot.core.messages import Batch, Incoming, Kind
from bot.core.ports import Lane, State
from bot.domain.announcements.announcement import AnnouncementState, Step
from bot.domain.announcements.audience import Audience, Circle
from storage import open_store
from storage.engine.connect import writing_engine
from storage.migrations.migrate import configuration
from storage.tables import deliveries

STATES = ("waiting", "enqueuing", "sending", "done", "cancelled")
PEOPLE = {1: "de", 2: "en", 3: "de"}
LEDGER = ["sent", "sent", "refused"], ["sent", "queued", "uncertain"]
"""What became of the copies for each of the people, in the announcement that is done and the one being sent."""
GONE = 8
"""The number of a delivery that was deleted: after the six copies and a reply."""


def at_0003(url: str) -> None:
    """A database as 0.1 left it: people, announcements in every state, their words and copies, and a reply."""
    engine = writing_engine(url, 1)
    with engine.begin() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        now = "now()" if connection.dialect.name == "postgresql" else "1764000000000000"

        def put(table: str, **row: object) -> None:
            columns, values = (
                ", ".join(row),
                ", ".join(now if value == "now" else f":{name}" for name, value in row.items()),
            )
            given = {name: value for name, value in row.items() if value != "now"}
            connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), given)  # noqa: S608 - ours

        for person, language in PEOPLE.items():
            put("persons", id=person, language=language, news=True, follows=True, created_at="now")
            new = {"id": person, "person": person, "account": "telegram:1", "address": f"p{person}"}
            put("contacts", **new, reachable=True, last_used="now")
        for number, state in enumerate(STATES, 1):
            audience = {"circle": "members", "kind": "company", "municipality": "08336050"} if number == 1 else {}
            audience = audience or {"circle": "everyone", "kind": "", "municipality": ""}
            put(
                "announcements",
                id=number,
                author=7,
                body=f"*{state}*",
                **audience,
                state=state,
                created_at="now",
                total=9,
                enqueued_to=number * 10,
            )
            for rank, language in enumerate(("de", "en")):
                put("contents", announcement=number, language=language, rank=rank, body=f"{state} {language}")
        for announcement, states in zip((4, 3), LEDGER, strict=True):
            for person, state in enumerate(states, 1):
                _copy(put, announcement, person, state)
        _copy(put, None, 1, "sent")
        _copy(put, None, 1, "sent")
        connection.execute(text("DELETE FROM deliveries WHERE id = :id"), {"id": GONE})
        for event in ("Xy9:e1", "e2"):
            account = "browser:web" if ":" in event else "telegram:1"
            done = {"address": "", "body": "", "state": "done", "received_at": "now", "done_at": "now"}
            put("inbox", account=account, event=event, position=0, attempts=1, **done)
    engine.dispose()


def _copy(put, announcement: int | None, person: int, state: str) -> None:
    empty = dict.fromkeys(("address", "language", "body", "tag", "replaces", "edits", "problem"), "")
    put(
        "deliveries",
        account="telegram:1",
        contact=person,
        person=person,
        lane=2,
        state=state,
        refs='["5"]',
        attempts=1,
        not_before="now",
        created_at="now",
        announcement=announcement,
        **empty,
    )


@pytest.fixture(params=["sqlite", "postgresql"])
async def old(request, database_url, clock):
    """The store of the new version, started on such a database."""
    url = database_url(request.param, migrated=False)
    await asyncio.to_thread(at_0003, url)
    store = open_store(url, clock=clock, erasures_file=None)
    await store.start()
    yield store
    await store.close()


async def test_announcements_keep_their_words_audience_state_and_author(old):
    found = [await old.read(lambda work, at=at: work.announcements.get(at)) for at in range(1, 6)]
    assert [one.state for one in found] == [AnnouncementState(state) for state in STATES]
    assert [(one.words.language, one.words.body) for one in found] == [("de", f"*{state}*") for state in STATES]
    assert found[0].draft.audience == Audience(Circle.MEMBERS, ("company",), ("08336050",))
    assert found[1].draft.audience == Audience()
    assert {(one.author, one.requested_by, one.released_by, one.step, one.rate) for one in found} == {
        (7, None, None, None, 0.0)
    }
    assert [one.enqueued for one in found] == [False, False, True, True, True]


async def test_numbers_go_on_where_they_were(old, clock):
    from tests.contracts.announcements.town import DRAFT

    new = await old.transact(lambda work: work.announcements.add(7, DRAFT, AnnouncementState.DRAFT, clock.now()))
    assert new == len(STATES) + 1


async def test_copies_are_counted_and_totals_say_how_many_there_are(old):
    done, sending = [await old.read(lambda work, at=at: work.announcements.tally(at)) for at in (4, 3)]
    assert done.settled == {
        ("telegram", "de", "sent"): 1,
        ("telegram", "en", "sent"): 1,
        ("telegram", "de", "refused"): 1,
    }
    assert sending.settled == {("telegram", "de", "sent"): 1, ("telegram", "de", "uncertain"): 1}
    assert (done.total, done.open, sending.total, sending.open) == (3, 0, 3, 1)


async def test_what_was_queued_is_sent_in_the_right_words(old, clock):
    from datetime import timedelta

    def claim(work):
        lease = work.accounts.lease("telegram:1", "me", clock.now(), clock.now() + timedelta(days=9))
        return work.ledger.claim(
            "telegram:1", lease.fence, [Lane.ANNOUNCEMENT], 10, [], clock.now() + timedelta(days=400)
        )

    [row] = await old.transact(claim)
    assert (row.address, row.outgoing.text, row.announcement) == ("p2", "sending en", 3)
    assert await old.read(lambda work: work.announcements.open_in(3, Step.SEND, clock.now()))
    assert {state for _, state in await old.read(lambda work: work.ledger.tally())} >= {State.SENDING, State.SENT}


async def test_what_was_being_written_is_written_on(old, clock):
    from tests.contracts.announcements.town import Town

    assert await Town(old, clock).enqueue(2)
    assert (await old.read(lambda work: work.announcements.get(2))).total == 0, "all were before person 20"


async def test_copies_still_belong_to_their_announcement(old):
    with old._engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        steps = connection.execute(text("SELECT announcement IS NULL, step, count(*) FROM deliveries GROUP BY 1, 2"))
        assert {(bool(reply), step): count for reply, step, count in steps} == {(False, "send"): 6, (True, ""): 1}


async def test_no_delivery_gets_the_number_of_one_that_is_gone(old):
    alike = select(*(column for column in deliveries.c if column.name != "id")).where(
        deliveries.c.announcement.is_(None)
    )
    again = insert(deliveries).from_select([column.name for column in alike.selected_columns], alike)
    with old._engine.begin() as connection:
        assert connection.scalar(again.returning(deliveries.c.id)) > GONE


async def test_events_lose_the_address_in_their_key_and_repeats_are_still_known(old, clock):
    def again(work):
        event = Incoming("browser:web", "Xy9:e1", "Xy9", "Xy9", Kind.TEXT, clock.now())
        return work.inbox.accept("browser:web", Batch((event,)), clock.now())

    assert await old.transact(again) == 0
    with old._engine.begin() as connection:
        kept = connection.scalars(text("SELECT event FROM inbox ORDER BY id")).all()
    assert ("Xy9" in kept[0], kept[1]) == (False, "e2")
