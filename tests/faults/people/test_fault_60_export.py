"""Fault 60: what a person is given about themselves is complete against the table inventory."""

from __future__ import annotations

import base64
import json

import pytest
from sqlalchemy import Column, Integer, MetaData, inspect

from bot.domain.announcements.announcement import AnnouncementState as S
from bot.domain.announcements.announcement import Draft, Words
from bot.domain.announcements.audience import Audience
from storage.engine.connect import writing_engine
from storage.tables import Fate, metadata
from tests.storage.cast import Cast


def unlisted(tables: MetaData) -> list[str]:
    """Columns that do not say whether they are personal, and tables that do not say whose they are."""
    columns = [
        f"{table.name}.{column.name}"
        for table in tables.sorted_tables
        for column in table.columns
        if not (column.info.get("personal") or column.info.get("plain"))
    ]
    owners = [
        table.name for table in tables.sorted_tables if not (table.info.get("traces") or table.info.get("nobody"))
    ]
    return columns + owners


def test_fault_60_every_table_and_every_column_is_in_the_inventory():
    assert unlisted(metadata) == []
    for table in metadata.sorted_tables:
        personal = [column.name for column in table.columns if column.info.get("personal")]
        assert bool(personal) == bool(table.info["traces"]), f"{table.name} holds {personal} but leads to nobody"


def test_fault_60_an_unlisted_column_is_found():
    extended = MetaData()
    for table in metadata.sorted_tables:
        table.to_metadata(extended)
    extended.tables["persons"].append_column(Column("shoe_size", Integer))
    assert unlisted(extended) == ["persons.shoe_size"]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_fault_60_the_real_database_has_no_column_beside_the_inventory(store, database_url, kind):
    engine = writing_engine(str(store._engine.url.render_as_string(hide_password=False)), 1)
    found = inspect(engine)
    tables = set(found.get_table_names()) - {"alembic_version"}
    assert tables == set(metadata.tables)
    for name in tables:
        assert {column["name"] for column in found.get_columns(name)} == set(metadata.tables[name].columns.keys())
    engine.dispose()


async def test_fault_60_everything_personal_is_given_out_and_nothing_of_others(store):
    with store._engine.begin() as connection:
        anna, ben = Cast(connection, "anna", 101), Cast(connection, "ben", 202)
    export = await store.read(lambda work: work.privacy.export(anna.person))
    words = json.dumps(export)
    for (table, column), canary in anna.canaries.items():
        held = export[table][0][column]
        found = base64.b64decode(held).decode() if table == "files" and column == "content" else held
        assert canary in found, f"{table}.{column} is not given out"
    for table, rows in export.items():
        assert len(rows) == 1, f"{table} is not given out"
    assert "canary-ben" not in words
    assert len(anna.canaries) > 40
    assert len(ben.canaries) == len(anna.canaries)


async def meet(store, clock, address: str) -> int:
    return (await store.transact(lambda work: work.people.meet("a:1", address, "de", clock.now())))[0].id


async def test_fault_60_who_answered_a_question_is_given_their_part_of_it_and_not_the_words(store, clock):
    anna, ben = await meet(store, clock, "anna"), await meet(store, clock, "ben")

    def ask(work):
        number = work.organisation.ask(anna, "Meine Heizung", "", clock.now())
        work.organisation.answered(number, ben, clock.now())
        own = work.organisation.ask(ben, "Meine Pumpe", "", clock.now())
        work.organisation.answered(own, ben, clock.now())
        return number, own

    number, own = await store.transact(ask)
    [whole, part] = (await store.read(lambda work: work.privacy.export(ben)))["questions"]
    assert (whole["id"], whole["words"]) == (own, "Meine Pumpe")
    assert part == {"id": number, "answered_by": ben}


@pytest.mark.parametrize(("body", "given"), [("Unser *Fest*", True), ("Ihr Fest", False)])
async def test_fault_60_who_asked_for_an_announcement_is_given_their_words_as_long_as_they_stand(
    store, clock, body, given
):
    anna, olga = await meet(store, clock, "anna"), await meet(store, clock, "olga")
    asked = Draft(Words("de", "Unser *Fest*"), Audience(), answers=(("body", "!Unser Fest"),))
    number = await store.transact(
        lambda work: work.announcements.add(anna, asked, S.REQUESTED, clock.now(), requested_by=anna)
    )
    [own] = (await store.read(lambda work: work.privacy.export(anna)))["announcements"]
    assert own["body"] == "Unser *Fest*"
    await store.transact(lambda work: work.announcements.rewrite(number, asked, olga))
    [kept] = (await store.read(lambda work: work.privacy.export(anna)))["announcements"]
    assert (kept["body"], kept["requested_by"], "answers" in kept) == ("Unser *Fest*", anna, False)
    sent = Draft(Words("de", body, "en", "Our party"), Audience(), answers=(("topic", "=events"),))
    await store.transact(lambda work: work.announcements.rewrite(number, sent, olga))
    [after] = (await store.read(lambda work: work.privacy.export(anna)))["announcements"]
    assert after.get("body") == ("Unser *Fest*" if given else None)
    assert not {"second_body", "answers", "author"} & after.keys()
    await store.transact(lambda work: work.announcements.reword(number, Words("de", "Anders")))
    [last] = (await store.read(lambda work: work.privacy.export(anna)))["announcements"]
    assert "body" not in last


async def test_fault_60_what_the_bot_made_is_not_given_out_but_erased(store, clock):
    anna = await meet(store, clock, "anna")

    def fill(work):
        work.files.add(anna, b"sent", "bild.png", "image/png", clock.now())
        return work.files.add(anna, b"everybody", "mitglieder.csv", "text/csv", clock.now(), made=True).id

    made = await store.transact(fill)
    given = await store.read(lambda work: work.privacy.export(anna))
    assert [row["name"] for row in given["files"]] == ["bild.png"]
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    assert await store.read(lambda work: work.files.get(made)) is None


def test_fault_60_what_outlives_an_erasure_is_only_a_number():
    """KEEP is for numbers that mean nobody afterwards; words are deleted or emptied."""
    kept = [
        table.c[trace.column]
        for table in metadata.sorted_tables
        for trace in table.info["traces"]
        if trace.fate is Fate.KEEP
    ]
    assert {str(column) for column in kept} == {"announcements.author", "audit.by"}
    assert all(column.type.python_type is int for column in kept)
