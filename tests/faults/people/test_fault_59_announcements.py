"""Fault 59, for announcements: what a person wrote goes with them, what the alliance has said stays without them."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.domain.announcements.announcement import AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience
from bot.domain.announcements.wishes import Rhythm
from storage.tables import announcement_files, digest_items, topics_off, wishes

S = AnnouncementState
ACCOUNT = "telegram:1"


async def meet(store, clock, name: str) -> int:
    person, _ = await store.transact(lambda work: work.people.meet(ACCOUNT, name, "de", clock.now()))
    return person.id


async def write(store, clock, state: S, author: int, *, requested_by: int | None = None, began: bool = False) -> int:
    def add(work):
        picture = work.files.add(author, b"x", "a.png", "image/png", clock.now())
        draft = Draft(Words("de", "CANARY"), Audience(), files=(picture.id,))
        number = work.announcements.add(author, draft, S.DRAFT, clock.now(), requested_by=requested_by)
        work.announcements.write(number, Step.SEND, {"de": "CANARY"})
        for to in (S.ENQUEUING, state) if began else (state,):
            work.announcements.move(number, to, tuple(S), clock.now(), released_by=author if began else None)
        return number

    return await store.transact(add)


UNSENT = [S.DRAFT, S.REQUESTED, S.CANCELLED]


@pytest.mark.parametrize("state", UNSENT)
async def test_fault_59_words_that_nobody_has_sent_go_with_their_author(store, clock, state):
    anna, ben = await meet(store, clock, "anna"), await meet(store, clock, "ben")
    hers = await write(store, clock, state, anna, requested_by=anna)
    bens = await write(store, clock, state, ben, requested_by=anna)
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    assert await store.read(lambda work: work.announcements.get(hers)) is None
    kept = await store.read(lambda work: work.announcements.get(bens))
    assert (kept.author, kept.requested_by) == (ben, None)
    with store._engine.begin() as connection:
        assert connection.execute(select(announcement_files.c.announcement)).scalars().all() == [bens]


@pytest.mark.parametrize("state", [S.DONE, S.CANCELLED, S.WITHDRAWN, S.PAUSED])
async def test_fault_59_what_was_sent_stays_with_its_pictures_and_without_a_name(store, clock, state):
    anna = await meet(store, clock, "anna")
    number = await write(store, clock, state, anna, requested_by=anna, began=True)
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    kept = await store.read(lambda work: work.announcements.get(number))
    assert (kept.words.body, kept.author, kept.requested_by, kept.released_by) == ("CANARY", anna, None, None)
    assert await store.read(lambda work: work.files.get(kept.draft.files[0])) is not None
    assert await store.read(lambda work: work.people.get(anna)) is None


async def test_fault_59_wishes_and_digests_are_given_out_and_go(store, clock):
    anna, ben = await meet(store, clock, "anna"), await meet(store, clock, "ben")
    number = await write(store, clock, S.DONE, ben, began=True)

    def wish(work):
        for person in (anna, ben):
            work.wishes.set_rhythm(person, Rhythm.DAILY)
            work.wishes.set_topic(person, "energy", wanted=False)

    await store.transact(wish)
    with store._engine.begin() as connection:
        for person in (anna, ben):
            item = {"person": person, "announcement": number, "due_at": clock.now()}
            connection.execute(digest_items.insert().values(**item))
    export = await store.read(lambda work: work.privacy.export(anna))
    assert [len(export[table]) for table in ("wishes", "topics_off", "digest_items")] == [1, 1, 1]
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    with store._engine.begin() as connection:
        for table in (wishes, topics_off, digest_items):
            assert connection.execute(select(table.c.person)).scalars().all() == [ben]


async def test_fault_59_two_conversations_that_become_one_leave_no_wishes_behind(store, clock):
    """Somebody met anew in the room that the old one was upgraded to is the person already known."""
    anna, again = await meet(store, clock, "anna"), await meet(store, clock, "anna2")

    def live(work):
        work.people.set_follows(anna, True)
        work.wishes.set_rhythm(anna, Rhythm.WEEKLY)
        work.wishes.set_rhythm(again, Rhythm.DAILY)
        work.wishes.set_topic(again, "energy", wanted=False)

    await store.transact(live)
    contact = await store.read(lambda work: work.people.contact_of(anna))
    await store.transact(lambda work: work.people.move(contact.id, "anna2"))
    found = await store.read(lambda work: work.people.find(ACCOUNT, ["anna", "anna2"]))
    assert {address: person.id for address, (person, _) in found.items()} == {"anna2": anna}
    assert (await store.read(lambda work: work.wishes.of(anna))).rhythm is Rhythm.WEEKLY
    with store._engine.begin() as connection:
        assert connection.execute(select(wishes.c.person)).scalars().all() == [anna]
