"""Journals: one dialogue under way per conversation, and drafts put aside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.core.ports import Journal, Mode
from storage.tables import journals


@pytest.fixture
async def contact(store, clock):
    return (await store.transact(lambda work: work.people.meet("a:1", "anna", "de", clock.now())))[1].id


def journal(clock, dialogue="joining", **change) -> Journal:
    parts = {
        "dialogue": dialogue,
        "subject": "story:1",
        "entries": (("kind", "=private"), ("name", ">\x00\ud800\x1aAnna"), ("kind#2", "!x")),
        "turn": "abc",
        "mode": Mode.ASKING,
        "asked_at": clock.now(),
        "undo": None,
    }
    return Journal(**(parts | change))


async def active(store, *contacts):
    return await store.read(lambda work: work.journals.active(contacts))


async def parked(store, contact):
    return [draft.dialogue for draft in await store.read(lambda work: work.journals.parked(contact))]


async def test_a_journal_is_kept_exactly(store, clock, contact):
    kept = journal(clock, mode=Mode.CHANGING, undo=(("kind", "=x"),))
    await store.transact(lambda work: work.journals.save(contact, kept))
    assert await active(store, contact, contact + 1) == {contact: kept}


async def test_saving_again_replaces(store, clock, contact):
    await store.transact(lambda work: work.journals.save(contact, journal(clock, undo=())))
    newer = journal(clock, "telling", entries=())
    await store.transact(lambda work: work.journals.save(contact, newer))
    assert await active(store, contact) == {contact: newer}


async def test_what_is_saved_is_seen_in_the_same_transaction(store, clock, contact):
    def turn(work):
        work.journals.save(contact, journal(clock))
        saved = work.journals.active([contact])
        work.journals.close(contact)
        return saved, work.journals.active([contact])

    assert await store.transact(turn) == ({contact: journal(clock)}, {})
    assert await active(store, contact) == {}


async def test_closing_deletes_the_one_under_way_and_no_draft(store, clock, contact):
    await store.transact(lambda work: (work.journals.save(contact, journal(clock)), work.journals.park(contact)))
    await store.transact(lambda work: work.journals.save(contact, journal(clock, "telling")))
    await store.transact(lambda work: work.journals.close(contact))
    assert await active(store, contact) == {}
    assert await parked(store, contact) == ["joining"]


async def test_a_draft_is_taken_up_again(store, clock, contact):
    await store.transact(lambda work: work.journals.save(contact, journal(clock)))
    await store.transact(lambda work: work.journals.park(contact))
    assert await active(store, contact) == {}
    assert await store.transact(lambda work: work.journals.unpark(contact, "joining", "story:1")) == journal(clock)
    assert await active(store, contact) == {contact: journal(clock)}
    assert await parked(store, contact) == []
    assert await store.transact(lambda work: work.journals.unpark(contact, "joining", "story:1")) is None
    assert await store.transact(lambda work: work.journals.unpark(contact, "", "")) is None


async def test_a_newer_draft_of_the_same_dialogue_replaces_the_older(store, clock, contact):
    for answer in ("=1", "=2"):
        kept = journal(clock, entries=(("kind", answer),))
        await store.transact(lambda work, kept=kept: (work.journals.save(contact, kept), work.journals.park(contact)))
    [draft] = await store.read(lambda work: work.journals.parked(contact))
    assert draft.entries == (("kind", "=2"),)


async def test_drafts_of_one_dialogue_about_two_things_are_two(store, clock, contact):
    """Promised to be kept for 30 days, each of them."""
    one, other = journal(clock, "changing"), journal(clock, "changing", subject="story:2")
    for kept in (one, other):
        await store.transact(lambda work, kept=kept: (work.journals.save(contact, kept), work.journals.park(contact)))
    assert await store.transact(lambda work: work.journals.unpark(contact, "changing", "story:1")) == one
    assert await store.read(lambda work: work.journals.parked(contact)) == [other]


async def test_a_draft_put_aside_before_slots_named_the_subject_is_found(store, clock, contact):
    await store.transact(lambda work: (work.journals.save(contact, journal(clock)), work.journals.park(contact)))
    with store._engine.begin() as connection:
        connection.execute(update(journals).values(slot="joining"))
    newer = journal(clock, entries=())
    await store.transact(lambda work: (work.journals.save(contact, newer), work.journals.park(contact)))
    assert await store.read(lambda work: work.journals.parked(contact)) == [newer]


async def test_parking_nothing_is_nothing(store, contact):
    await store.transact(lambda work: work.journals.park(contact))
    assert await parked(store, contact) == []


async def test_drafts_come_newest_first_and_are_forgotten_after_their_time(store, clock, contact):
    for dialogue in ("joining", "telling", "pledging"):
        kept = journal(clock, dialogue, asked_at=clock.turn(hours=1))
        await store.transact(lambda work, kept=kept: (work.journals.save(contact, kept), work.journals.park(contact)))
    await store.transact(lambda work: work.journals.save(contact, journal(clock, "open", asked_at=clock.turn(hours=1))))
    assert await parked(store, contact) == ["pledging", "telling", "joining"]
    await store.transact(lambda work: work.journals.discard([contact], "telling", "story:1"))
    clock.turn(days=1)
    assert await store.transact(lambda work: work.journals.forget(clock.now() - timedelta(hours=26))) == 1
    assert await parked(store, contact) == ["pledging"]
    assert await store.transact(lambda work: work.journals.forget(clock.now() - timedelta(hours=24))) == 1
    assert set(await active(store, contact)) == {contact}
    assert await store.transact(lambda work: work.journals.forget(clock.turn(hours=1))) == 1
    assert await active(store, contact) == {}, "one left standing is no draft for ever"


async def test_what_is_begun_about_something_goes_from_all_conversations_under_way_or_parked(store, clock, contact):
    other = (await store.transact(lambda work: work.people.meet("a:2", "anna", "de", clock.now())))[1].id
    beside = (await store.transact(lambda work: work.people.meet("a:1", "ben", "de", clock.now())))[1].id

    def begin(work):
        for each in (contact, beside):
            work.journals.save(each, journal(clock, "telling"))
        for subject in ("story:1", "story:2"):
            work.journals.save(other, journal(clock, "telling", subject=subject))
            work.journals.park(other)
        work.journals.discard([contact, other], "telling", "story:1")

    await store.transact(begin)
    assert set(await active(store, contact, other, beside)) == {beside}
    drafts = await store.read(lambda work: work.journals.parked(other))
    assert [draft.subject for draft in drafts] == ["story:2"]
