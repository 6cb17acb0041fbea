"""Fault 59: an erased person is gone, byte by byte, and stays gone when an older backup is restored."""

from __future__ import annotations

import asyncio
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.engine import make_url

from bot.core.messages import Outgoing
from bot.core.ports import Journal, Lane, Mode
from storage import open_store
from storage.tables import Fate, erasures, metadata
from tests.storage.cast import ACCOUNT, Cast

OUTLIVES = {"announcements", "contents", "audit", "events"}
"""Tables whose rows stay: what organisers said and did belongs to the alliance, the person in it is gone."""


def bytes_on_disk(url: str) -> bytes:
    """The database file and its write-ahead log."""
    file = Path(make_url(url).database)
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


async def fill(store) -> tuple[Cast, Cast]:
    with store._engine.begin() as connection:
        return Cast(connection, "anna", 101), Cast(connection, "ben", 202)


async def test_fault_59_every_table_forgets_the_erased_and_keeps_the_others(store, clock):
    anna, ben = await fill(store)
    bens = await store.read(lambda work: work.privacy.export(ben.person))
    await store.transact(lambda work: work.privacy.erase(anna.person, clock.now()))
    with store._engine.begin() as connection:
        for table in metadata.sorted_tables:
            left = [str(dict(row._mapping)) for row in connection.execute(select(table))]
            if table.name not in OUTLIVES:
                assert not [row for row in left if "canary-anna" in row], f"{table.name} still knows Anna"
    left = await store.read(lambda work: work.privacy.export(anna.person))
    assert {table for table, rows in left.items() if rows} == {"announcements", "audit"}
    assert await store.read(lambda work: work.privacy.export(ben.person)) == bens


def test_fault_59_what_stays_is_decided_column_by_column():
    deleted = {
        table.name
        for table in metadata.sorted_tables
        if any(trace.fate is Fate.DELETE for trace in table.info["traces"])
    }
    assert {table.name for table in metadata.sorted_tables if table.info["traces"]} - deleted == OUTLIVES - {"contents"}


async def test_fault_59_no_byte_is_left_in_the_database_file_or_its_log(database_url, clock, tmp_path):
    """SQLite's. In PostgreSQL's files autovacuum decides (deploy/README.md); there all tables are searched, above."""
    url = database_url("sqlite")
    store = open_store(url, clock=clock, erasures_file=tmp_path / "erased.txt")
    await store.start()
    person = await live(store, clock, "CANARY-ANNA")
    await live(store, clock, "OTHER-BEN")
    assert bytes_on_disk(url).count(b"CANARY-ANNA") > 20
    await store.transact(lambda work: work.privacy.erase(person, clock.now()))
    assert b"CANARY-ANNA" not in bytes_on_disk(url)
    assert bytes_on_disk(url).count(b"OTHER-BEN") > 20
    await store.close()
    assert b"CANARY-ANNA" not in bytes_on_disk(url)


async def test_fault_59_a_reader_only_delays_the_emptying_of_the_log(database_url, clock, tmp_path, monkeypatch):
    """While somebody reads an older snapshot the log cannot be cut; it is as soon as something is written after."""
    from storage.engine import connect

    waits = tuple(one.replace("5000", "50") for one in connect.SQLITE_PRAGMAS)
    monkeypatch.setattr(connect, "SQLITE_PRAGMAS", waits)
    url = database_url("sqlite")
    store = open_store(url, clock=clock, erasures_file=None)
    await store.start()
    person = await live(store, clock, "CANARY-ANNA")
    with store._reading.connect() as reader:
        reader.execute(text("SELECT count(*) FROM persons"))
        await store.transact(lambda work: work.privacy.erase(person, clock.now()))
        reader.rollback()
    await store.transact(lambda work: work.organisation.note(None, "something else", "", clock.now()))
    assert b"CANARY-ANNA" not in bytes_on_disk(url)
    await store.close()


async def live(store, clock, name: str) -> int:
    """Leave traces everywhere, over and over, as a person does."""
    person, contact = await store.transact(lambda work: work.people.meet(ACCOUNT, name, "de", clock.now()))
    for number in range(30):
        words = f"{name} says {number} " + name * (number % 7) * 20

        def visit(work, words=words, number=number):
            entries = tuple((f"q{at}", f">{words}") for at in range(number % 5))
            work.journals.save(
                contact.id, Journal("joining", words, entries, "t", Mode.ASKING, clock.now(), entries or None)
            )
            if number % 3 == 0:
                work.journals.park(contact.id)
            work.ledger.add(contact.id, Outgoing(words), Lane.REPLY, clock.now(), tag=words[:20])
            work.organisation.ask(person.id, words, "", clock.now())
            file = work.files.add(person.id, words.encode() * 50, f"{name}.png", "image/png", clock.now())
            if number % 2:
                work.files.remove(file.id)

        await store.transact(visit)
    return person.id


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_fault_59_a_restored_backup_erases_again_and_spares_who_came_back(
    database_url, postgres_url, clock, tmp_path, kind
):
    url, memory = database_url(kind), tmp_path / "erased.txt"
    store = open_store(url, clock=clock, erasures_file=memory)
    await store.start()
    anna = await live(store, clock, "anna")
    await live(store, clock, "ben")
    await store.close()
    backup = back_up(url, postgres_url, database_url)

    await asyncio.sleep(0)
    store = open_store(url, clock=clock, erasures_file=memory)
    await store.start()
    clock.turn(hours=1)
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    await store.close()
    assert "anna" not in memory.read_text()

    restored = open_store(backup, clock=clock, erasures_file=memory)
    await restored.start()
    assert await restored.transact(lambda work: work.privacy.erase_again()) == 1
    assert set(await restored.read(lambda work: work.people.find(ACCOUNT, ["anna", "ben"]))) == {"ben"}
    clock.turn(hours=1)
    await restored.transact(lambda work: work.people.meet(ACCOUNT, "anna", "de", clock.now()))
    assert await restored.transact(lambda work: work.privacy.erase_again()) == 0
    assert set(await restored.read(lambda work: work.people.find(ACCOUNT, ["anna", "ben"]))) == {"anna", "ben"}
    await restored.close()


def back_up(url: str, postgres_url: str, database_url) -> str:
    from tests.storage_fixtures import _administer

    copy = database_url("sqlite" if url.startswith("sqlite") else "postgresql", migrated=False)
    if url.startswith("sqlite"):
        shutil.copy(make_url(url).database, make_url(copy).database)
    else:
        source, target = make_url(url).database, make_url(copy).database
        _administer(postgres_url, f"DROP DATABASE {target}")
        _administer(postgres_url, f"CREATE DATABASE {target} TEMPLATE {source}")
    return copy


async def test_fault_59_an_erasure_that_never_reached_the_file_is_added_at_the_next_start(
    database_url, clock, tmp_path
):
    url, memory = database_url("sqlite"), tmp_path / "folder" / "erased.txt"
    store = open_store(url, clock=clock, erasures_file=memory)
    await store.start()
    anna = await live(store, clock, "anna")
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    await store.close()
    written = memory.read_text()
    assert len(written.splitlines()) == 1
    memory.write_text("half a li")
    store = open_store(url, clock=clock, erasures_file=memory)
    await store.start()
    await store.close()
    assert written.strip() in memory.read_text()


async def test_fault_59_the_digest_depends_on_a_key_and_says_nothing_by_itself(database_url, clock, tmp_path):
    digests = []
    for number in range(2):
        memory = tmp_path / f"{number}.txt"
        store = open_store(database_url("sqlite"), clock=clock, erasures_file=memory)
        await store.start()
        anna = await live(store, clock, "anna")
        await store.transact(lambda work, anna=anna: work.privacy.erase(anna, clock.now()))
        digests.append(memory.read_text().split()[0])
        await store.close()
    assert digests[0] != digests[1]
    assert [len(digest) for digest in digests] == [64, 64]


async def test_fault_59_an_erased_number_is_never_given_to_somebody_else(store, clock):
    anna, _ = await store.transact(lambda work: work.people.meet(ACCOUNT, "anna", "de", clock.now()))
    await store.transact(lambda work: work.organisation.note(anna.id, "story-approved", "story:1", clock.now()))
    await store.transact(lambda work: work.privacy.erase(anna.id, clock.now()))
    ben, _ = await store.transact(lambda work: work.people.meet(ACCOUNT, "ben", "de", clock.now()))
    assert ben.id != anna.id
    assert (await store.read(lambda work: work.privacy.export(ben.id)))["audit"] == []


async def test_fault_59_an_organisation_with_another_person_left_stays(store, clock):
    from bot.domain.people.member import Join, Signature

    def sign_up(work):
        anna, _ = work.people.meet(ACCOUNT, "anna", "de", clock.now())
        ben, _ = work.people.meet(ACCOUNT, "ben", "de", clock.now())
        member = work.members.add(Join("company", "Sonne", "Anna", "", "", True), clock.now())
        for person in (anna, ben):
            work.people.set_member(person.id, member.id)
            work.members.sign(Signature(member.id, person.id, "1", "de", person.language, "", "", "", clock.now()))
        return anna.id, ben.id, member.id

    anna, ben, member = await store.transact(sign_up)
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    assert await store.read(lambda work: work.members.get(member)) is not None
    assert (await store.read(lambda work: work.members.last_signature(member))).person == ben
    await store.transact(lambda work: work.privacy.erase(ben, clock.now()))
    assert await store.read(lambda work: work.members.get(member)) is None


async def test_fault_59_erasing_nobody_remembers_nothing(store, clock):
    await store.transact(lambda work: work.privacy.erase(4711, clock.now() + timedelta(days=1)))
    with store._engine.begin() as connection:
        assert connection.execute(select(erasures)).all() == []
