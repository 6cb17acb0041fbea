"""Dates of the alliance: who comes, who hears what when, and what is forgotten."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.event import EventDraft, EventState, SignUp

WEEK = timedelta(days=7)
OFF = {"state": EventState.CALLED_OFF, "revision": 2}
SHOWN = (EventState.PUBLISHED,)


@pytest.fixture
async def draft(clock):
    return EventDraft("Treffen\x00", clock.now() + WEEK, "Rathaus \ud83d", "Wir reden.", 0)


async def add(store, clock, draft, state=EventState.PUBLISHED):
    return await store.transact(lambda work: work.events.add(draft, 7, state, clock.now()))


async def people(store, clock, *names):
    async def one(name):
        return (await store.transact(lambda work: work.people.meet("a:1", name, "de", clock.now())))[0].id

    return [await one(name) for name in names]


async def sign_up(store, clock, event, person, *, reminded=False):
    return await store.transact(lambda work: work.events.sign_up(event.id, person, clock.now(), reminded=reminded))


async def whom(store, look):
    return [(guest.event, guest.person) for guest in await store.read(look)]


async def test_a_date_comes_back_as_it_was_written_and_is_listed_until_it_begins(store, clock, draft):
    later = await add(store, clock, replace(draft, starts_at=draft.starts_at + WEEK))
    first, hidden = await add(store, clock, draft), await add(store, clock, draft, EventState.PROPOSED)
    assert await store.read(lambda work: work.events.get(first.id)) == first
    assert first.draft == draft
    listed = await store.read(lambda work: work.events.coming(SHOWN, clock.now()))
    assert (listed, await store.read(lambda work: work.events.count_coming(SHOWN, clock.now()))) == ([first, later], 2)
    assert await store.read(lambda work: work.events.coming([EventState.PROPOSED], clock.now())) == [hidden]
    assert await store.read(lambda work: work.events.past(clock.now())) == []
    clock.turn(days=8)
    assert await store.read(lambda work: work.events.coming(SHOWN, clock.now())) == [later]
    assert await store.read(lambda work: work.events.past(clock.now())) == [first]
    await store.transact(lambda work: work.events.call_off(later, ""))
    assert await store.read(lambda work: work.events.past(clock.now())) == [replace(later, **OFF), first]
    assert await store.read(lambda work: work.events.past(clock.now(), 1, 1)) == [first]
    assert await store.read(lambda work: work.events.count_past(clock.now())) == 2
    await store.transact(lambda work: work.events.forget(clock.now()))
    assert await store.read(lambda work: work.events.get(hidden.id)) is None, "nobody has published it"
    assert await store.read(lambda work: work.events.get(first.id)) == first


async def test_whoever_comes_is_kept_once_and_forgotten_on_request(store, clock, draft):
    event, [anna, ben] = await add(store, clock, draft), await people(store, clock, "anna", "ben")
    assert [await sign_up(store, clock, event, one) for one in (anna, anna, ben)] == [
        SignUp.DONE,
        SignUp.BEFORE,
        SignUp.DONE,
    ]
    assert await store.read(lambda work: work.events.counts([event.id, 99])) == {event.id: 2}
    assert await whom(store, lambda work: work.events.guests(event.id)) == [(event.id, anna), (event.id, ben)]
    assert await store.read(lambda work: work.events.of(anna)) == [event]
    assert [await store.transact(lambda work: work.events.sign_off(event.id, anna)) for _ in "12"] == [True, False]
    assert await store.read(lambda work: work.events.of(anna)) == []


async def test_nobody_signs_up_for_what_is_over_called_off_or_not_out_yet(store, clock, draft):
    [anna] = await people(store, clock, "anna")
    off, proposed, over = await add(store, clock, draft), await add(store, clock, draft, EventState.PROPOSED), 99
    assert await store.transact(lambda work: work.events.call_off(off, "Sturm"))
    for number in (off.id, proposed.id, over):
        closed = await store.transact(
            lambda work, at=number: work.events.sign_up(at, anna, clock.now(), reminded=False)
        )
        assert closed is SignUp.CLOSED
    open_one = await add(store, clock, draft)
    clock.turn(days=7)
    assert await sign_up(store, clock, open_one, anna) is SignUp.CLOSED


async def test_of_many_who_want_the_last_seats_at_once_as_many_get_one_as_there_are(store, clock, draft):
    event = await add(store, clock, replace(draft, seats=3))
    crowd = await people(store, clock, *map(str, range(9)))
    got = await asyncio.gather(*(sign_up(store, clock, event, one) for one in crowd))
    assert (got.count(SignUp.DONE), got.count(SignUp.FULL)) == (3, 6)
    assert await store.read(lambda work: work.events.counts([event.id])) == {event.id: 3}
    leaver = (await store.read(lambda work: work.events.guests(event.id)))[0].person
    await store.transact(lambda work: work.events.sign_off(event.id, leaver))
    assert await sign_up(store, clock, event, leaver) is SignUp.DONE


async def test_only_what_was_read_is_changed_published_or_called_off(store, clock, draft):
    proposed = await add(store, clock, draft, EventState.PROPOSED)
    assert [await store.transact(lambda work: work.events.publish(proposed)) for _ in "12"] == [True, False]
    published = await store.read(lambda work: work.events.get(proposed.id))
    assert (published.state, published.revision) == (EventState.PUBLISHED, 2)
    moved = replace(draft, place="Kirche")
    assert not await store.transact(lambda work: work.events.change(proposed, moved, clock.now(), told=True))
    assert await store.transact(lambda work: work.events.change(published, moved, clock.now(), told=True))
    changed = await store.read(lambda work: work.events.get(proposed.id))
    assert changed == replace(published, draft=moved, revision=3)
    assert not await store.transact(lambda work: work.events.call_off(published, ""))
    assert await store.transact(lambda work: work.events.call_off(changed, "Sturm\x00"))
    off = await store.read(lambda work: work.events.get(proposed.id))
    assert (off.state, off.reason) == (EventState.CALLED_OFF, "Sturm\x00")
    assert not await store.transact(lambda work: work.events.change(off, moved, clock.now(), told=True))


async def test_a_proposal_that_is_not_wanted_leaves_nothing_and_what_is_published_stays(store, clock, draft):
    proposed = await add(store, clock, draft, EventState.PROPOSED)
    assert not await store.transact(lambda work: work.events.call_off(proposed, ""))
    assert [await store.transact(lambda work: work.events.discard(proposed)) for _ in "12"] == [True, False]
    assert await store.read(lambda work: work.events.get(proposed.id)) is None
    published = await add(store, clock, draft)
    assert not await store.transact(lambda work: work.events.discard(published))


async def test_who_would_come_soon_hears_at_once_that_it_was_moved(store, clock, draft):
    event, [anna] = await add(store, clock, draft), await people(store, clock, "anna")
    await sign_up(store, clock, event, anna)
    clock.turn(days=6, hours=1)
    for day in (7, 14):  # moved twice before anybody hears of it
        moved = replace(draft, starts_at=draft.starts_at + timedelta(days=day))
        await store.transact(
            lambda work, to=moved: work.events.change(work.events.get(event.id), to, clock.now(), told=True)
        )
        assert await whom(store, lambda work: work.events.to_tell(clock.now(), 22, by_day=False)) == [(event.id, anna)]
    clock.turn(days=1)
    assert await whom(store, lambda work: work.events.to_tell(clock.now(), 22, by_day=False)) == [], (
        "by day will do now"
    )


@pytest.mark.parametrize("then", ["elsewhere", "later still", "off"])
async def test_a_move_that_everybody_has_heard_of_wakes_nobody_later(store, clock, draft, then):
    event, [anna, ben] = await add(store, clock, draft), await people(store, clock, "anna", "ben")
    for person in (anna, ben):
        await sign_up(store, clock, event, person)
    clock.turn(days=5, hours=8)  # it begins in 40 hours
    moved = replace(draft, starts_at=draft.starts_at + timedelta(days=30))
    await store.transact(lambda work: work.people.set_reachable(work.people.contact_of(ben).id, reachable=False))
    await store.transact(lambda work: work.events.change(event, moved, clock.now(), told=True))
    assert await whom(store, lambda work: work.events.to_tell(clock.now(), 12, by_day=True)) == [(event.id, anna)]
    await store.transact(lambda work: work.events.told(event.id, anna, clock.now(), reminded=False))
    clock.turn(hours=20)
    known = await store.read(lambda work: work.events.get(event.id))
    again = replace(moved, starts_at=moved.starts_at + timedelta(days=9)) if then == "later still" else moved
    again = replace(again, place="Kirche") if then == "elsewhere" else again
    if then == "off":
        await store.transact(lambda work: work.events.call_off(known, ""))
    else:
        await store.transact(lambda work: work.events.change(known, again, clock.now(), told=True))
    assert await whom(store, lambda work: work.events.to_tell(clock.now(), 3, by_day=False)) == []
    assert await whom(store, lambda work: work.events.to_tell(clock.now(), 12, by_day=True)) == [(event.id, anna)]


async def test_a_change_is_told_once_to_those_who_come_and_only_if_it_matters_to_them(store, clock, draft):
    event, [anna, ben] = await add(store, clock, draft), await people(store, clock, "anna", "ben")
    await sign_up(store, clock, event, anna)

    def due(*, by_day=True, hour=12):
        return whom(store, lambda work: work.events.to_tell(clock.now(), hour, by_day=by_day))

    await store.transact(
        lambda work: work.events.change(event, replace(draft, about="Anders"), clock.now(), told=False)
    )
    assert await due() == []
    silent = await store.read(lambda work: work.events.get(event.id))
    await store.transact(
        lambda work: work.events.change(silent, replace(draft, place="Kirche"), clock.now(), told=True)
    )
    await sign_up(store, clock, event, ben)
    assert (await due(), await due(by_day=False)) == ([(event.id, anna)], [])
    await store.transact(lambda work: work.wishes.set_quiet(anna, 11, 13))
    assert (await due(), await due(hour=13)) == ([], [(event.id, anna)])
    clock.turn(days=6, hours=1)
    assert await due(by_day=False) == [(event.id, anna)], "it is urgent now"
    [guest] = await store.read(lambda work: work.events.to_tell(clock.now(), 12, by_day=True))
    await store.transact(lambda work: work.events.told(guest.event, guest.person, clock.now(), reminded=True))
    assert await due() == []
    assert await reminds(store, clock, 13) == [(event.id, ben)], "what was told just now needs no reminder"


def reminds(store, clock, hour=12):
    until = clock.now() + timedelta(days=1)
    return whom(store, lambda work: work.events.to_remind(clock.now(), until, hour))


async def test_whoever_comes_is_reminded_once_not_in_quiet_hours_and_not_of_an_old_version(store, clock, draft):
    event, [anna, ben, cleo] = await add(store, clock, draft), await people(store, clock, "anna", "ben", "cleo")
    for one in (anna, ben):
        await sign_up(store, clock, event, one)
    await sign_up(store, clock, event, cleo, reminded=True)
    assert await reminds(store, clock) == []
    clock.turn(days=6, hours=1)
    await store.transact(lambda work: work.wishes.set_quiet(anna, 11, 13))
    assert await store.transact(lambda work: work.events.hush(ben, clock.now()))
    assert await reminds(store, clock) == []
    assert await reminds(store, clock, 14) == [(event.id, anna)]
    [guest] = await store.read(lambda work: work.events.to_remind(clock.now(), clock.now() + WEEK, 14))
    await store.transact(lambda work: work.events.reminded(guest, clock.now()))
    assert await reminds(store, clock, 14) == []
    later = replace(draft, starts_at=draft.starts_at + timedelta(minutes=30))
    await store.transact(lambda work: work.events.change(event, later, clock.now(), told=True))
    assert await reminds(store, clock, 14) == [], "first they hear of the change"
    for guest in await store.read(lambda work: work.events.to_tell(clock.now(), 14, by_day=True)):
        await store.transact(lambda work, at=guest: work.events.told(at.event, at.person, clock.now(), reminded=False))
    assert await reminds(store, clock, 14) == [(event.id, anna), (event.id, cleo)], "of another time anew"


async def test_what_is_off_brings_nothing_that_could_be_hushed(store, clock, draft):
    event, [anna] = await add(store, clock, draft), await people(store, clock, "anna")
    await sign_up(store, clock, event, anna)
    await store.transact(lambda work: work.events.call_off(event, ""))
    assert not await store.transact(lambda work: work.events.hush(anna, clock.now()))


async def test_thanks_come_once_and_what_is_said_is_kept_with_the_date_until_it_is_forgotten(store, clock, draft):
    event, [anna, ben] = await add(store, clock, draft), await people(store, clock, "anna", "ben")
    await sign_up(store, clock, event, anna)
    clock.turn(days=8)

    def thanks():
        return store.read(lambda work: work.events.to_thank(clock.now() - WEEK, clock.now(), 12))

    [guest] = await thanks()
    await store.transact(lambda work: work.events.thanked(guest, clock.now()))
    assert await thanks() == []
    said = [await store.transact(lambda work, at=one: work.events.say(event.id, at, "Gut\x00!")) for one in (anna, ben)]
    assert said == [True, False]
    assert await store.read(lambda work: work.events.said(event.id)) == [(anna, "Gut\x00!")]
    assert not await store.transact(lambda work: work.events.hush(anna, draft.starts_at)), "nothing is left to hush"
    await store.transact(lambda work: work.events.forget(draft.starts_at))
    assert len(await store.read(lambda work: work.events.guests(event.id))) == 1
    await store.transact(lambda work: work.events.forget(clock.now()))
    assert await store.read(lambda work: work.events.guests(event.id)) == []


async def test_what_was_said_comes_in_an_order_that_tells_nobody_who_said_it(store, clock, draft):
    event, guests = await add(store, clock, draft), await people(store, clock, "anna", "ben", "cleo")
    for guest, words in zip(guests, ("Schön", "Gut", "Kalt"), strict=True):
        await sign_up(store, clock, event, guest)
        await store.transact(lambda work, at=guest, said=words: work.events.say(event.id, at, said))
    said = await store.read(lambda work: work.events.said(event.id))
    assert [words for _, words in said] == ["Gut", "Kalt", "Schön"]


async def test_an_erasure_takes_sign_ups_and_words_away_and_the_date_stays(store, clock, draft):
    [anna] = await people(store, clock, "anna")
    event = await store.transact(lambda work: work.events.add(draft, anna, EventState.PUBLISHED, clock.now()))
    await sign_up(store, clock, event, anna)
    await store.transact(lambda work: work.events.say(event.id, anna, "Gut"))
    await store.transact(lambda work: work.privacy.erase(anna, clock.now()))
    assert await store.read(lambda work: (work.events.guests(event.id), work.events.said(event.id))) == ([], [])
    assert await store.read(lambda work: work.events.get(event.id)) == replace(event, author=None)


async def test_a_conversation_that_moves_takes_its_sign_ups_along(store, clock, draft):
    event = await add(store, clock, draft)
    old, new = await store.transact(
        lambda work: [work.people.meet("a:1", name, "de", clock.now()) for name in ("old", "new")]
    )
    await sign_up(store, clock, event, new[0].id)
    await store.transact(lambda work: work.people.move(old[1].id, "new"))
    assert await whom(store, lambda work: work.events.guests(event.id)) == [(event.id, new[0].id)]
