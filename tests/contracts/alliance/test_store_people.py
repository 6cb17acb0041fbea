"""Persons and contacts: found again, written to where they are, moved with their conversation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.messages import Outgoing
from bot.core.ports import Journal, Lane, Mode
from bot.domain.people.consent import Purpose
from bot.domain.people.person import Contact, Role

ACCOUNT = "telegram:1"


async def meet(store, clock, address="anna", account=ACCOUNT):
    return await store.transact(lambda work: work.people.meet(account, address, "de", clock.now()))


async def test_somebody_new_wants_nothing_yet(store, clock):
    person, contact = await meet(store, clock)
    assert (person.language, person.news, person.follows, person.role, person.member) == (
        "de",
        False,
        False,
        None,
        None,
    )
    assert person.created_at == clock.now()
    assert (contact.person, contact.address, contact.reachable, contact.network) == (
        person.id,
        "anna",
        True,
        "telegram",
    )


async def test_those_known_are_found_by_address_whatever_it_contains(store, clock):
    odd = "!a'\"\\{},\x00\ud800:example.org"
    known = {address: await meet(store, clock, address) for address in ("anna", odd)}
    found = await store.read(lambda work: work.people.find(ACCOUNT, ["anna", odd, "nobody", "anna"]))
    assert found == known
    assert await store.read(lambda work: work.people.find("matrix:x", ["anna"])) == {}
    assert await store.read(lambda work: work.people.find(ACCOUNT, [])) == {}


async def test_each_setter_changes_one_thing(store, clock):
    person, _ = await meet(store, clock)

    def change(work):
        people = work.people
        people.set_language(person.id, "en")
        people.set_news(person.id, True)
        people.set_follows(person.id, True)
        people.set_role(person.id, Role.MODERATOR)
        return people.get(person.id)

    changed = await store.transact(change)
    assert (changed.language, changed.news, changed.follows, changed.role) == ("en", True, True, Role.MODERATOR)
    await store.transact(lambda work: work.people.set_role(person.id, None))
    assert (await store.read(lambda work: work.people.get(person.id))).role is None
    assert await store.read(lambda work: work.people.get(person.id + 1)) is None


async def test_organisers_are_found_by_what_they_may_do(store, clock):
    persons = {}
    for role in (None, *Role):
        person, _ = await meet(store, clock, str(role))
        await store.transact(lambda work, person=person, role=role: work.people.set_role(person.id, role))
        persons[role] = person.id
    everybody = await store.read(lambda work: work.people.organisers())
    assert [person.id for person in everybody] == [persons[role] for role in Role]
    owners = await store.read(lambda work: work.people.organisers(Role.OWNER))
    assert [person.id for person in owners] == [persons[Role.OWNER]]


async def test_people_are_written_to_where_they_were_last_and_can_be_reached(store, clock):
    person, telegram = await meet(store, clock)
    matrix = await store.transact(lambda work: second_contact(work, person.id, clock.turn(hours=1)))

    async def contact():
        return (await store.read(lambda work: work.people.contact_of(person.id))).id

    assert await contact() == matrix
    clock.turn(hours=1)
    await store.transact(lambda work: work.people.touch([telegram.id], clock.now()))
    assert await contact() == telegram.id
    await store.transact(lambda work: work.people.set_reachable(telegram.id, False))
    assert await contact() == matrix
    await store.transact(lambda work: work.people.set_reachable(matrix, False))
    assert await contact() == telegram.id
    assert await store.read(lambda work: work.people.contact_of(person.id + 999)) is None


def second_contact(work, person: int, now) -> int:
    """The port has no way yet to give somebody a second network, so one is moved over from a new person."""
    from sqlalchemy import update

    from storage.tables import contacts

    _, other = work.people.meet("matrix:@b:x", "room", "de", now)
    work._session.run(update(contacts).where(contacts.c.id == other.id).values(person=person))
    return other.id


async def test_whoever_writes_can_be_reached_again(store, clock):
    _, contact = await meet(store, clock)
    await store.transact(lambda work: work.people.set_reachable(contact.id, False))

    def touched(work):
        work.people.touch([contact.id], clock.now())
        return work.people.find(ACCOUNT, ["anna"])["anna"][1].reachable

    assert await store.transact(touched) is True
    assert (await store.read(lambda work: work.people.find(ACCOUNT, ["anna"])))["anna"][1].reachable is True


async def test_a_block_after_writing_counts(store, clock):
    person, contact = await meet(store, clock)

    def both(work):
        work.people.touch([contact.id], clock.now())
        work.people.set_reachable(contact.id, False)

    await store.transact(both)
    assert (await store.read(lambda work: work.people.contact_of(person.id))).reachable is False


async def test_a_conversation_moves_to_a_free_address(store, clock):
    person, contact = await meet(store, clock, "group")
    await store.transact(lambda work: work.people.move(contact.id, "supergroup"))
    found = await store.read(lambda work: work.people.find(ACCOUNT, ["group", "supergroup"]))
    assert found == {"supergroup": (person, Contact(contact.id, person.id, ACCOUNT, "supergroup", True))}


async def test_a_contact_already_at_the_new_address_wins_and_inherits(store, clock):
    person, old = await meet(store, clock, "group")
    stranger, heir = await meet(store, clock, "supergroup")
    journal = Journal("joining", "", (("name", ">Anna"),), "t", Mode.ASKING, clock.now())

    def prepare(work):
        work.people.set_follows(person.id, True)
        work.journals.save(old.id, journal)
        work.ledger.add(old.id, Outgoing("for the group"), Lane.REPLY, clock.now())
        work.ledger.add(heir.id, Outgoing("for the supergroup"), Lane.REPLY, clock.now())

    await store.transact(prepare)
    await store.transact(lambda work: work.people.move(old.id, "supergroup"))
    found = await store.read(lambda work: work.people.find(ACCOUNT, ["group", "supergroup"]))
    assert {address: (one.id, contact.id) for address, (one, contact) in found.items()} == {
        "supergroup": (person.id, heir.id)
    }
    assert await store.read(lambda work: work.journals.active([old.id, heir.id])) == {heir.id: journal}
    assert await store.read(lambda work: work.people.get(stranger.id)) is None
    mine = await store.read(lambda work: work.privacy.export(person.id))
    assert len(mine["deliveries"]) == 2


async def test_two_persons_known_on_both_sides_stay_two(store, clock):
    person, old = await meet(store, clock, "group")
    other, heir = await meet(store, clock, "supergroup")

    def prepare(work):
        work.consents.give(other.id, Purpose.NOTICE, subject="", version="1", text_hash="", network="", now=clock.now())
        work.people.move(old.id, "supergroup")

    await store.transact(prepare)
    assert (await store.read(lambda work: work.people.contact_of(other.id))).id == heir.id
    assert await store.read(lambda work: work.people.contact_of(person.id)) is None
    assert await store.read(lambda work: work.people.get(person.id)) is not None


async def test_moving_to_where_it_is_or_from_nowhere_changes_nothing(store, clock):
    _, contact = await meet(store, clock)
    before = await store.read(lambda work: work.people.find(ACCOUNT, ["anna"]))
    await store.transact(lambda work: work.people.move(contact.id, "anna"))
    await store.transact(lambda work: work.people.move(contact.id + 99, "anna"))
    assert await store.read(lambda work: work.people.find(ACCOUNT, ["anna"])) == before


async def test_somebody_silent_for_long_is_dormant_unless_they_belong_here(store, clock):
    quiet, _ = await meet(store, clock, "quiet")
    for role in ("follows", "member", "role", "writes"):
        person, contact = await meet(store, clock, role)
        await store.transact(
            lambda work, person=person, contact=contact, role=role: keep(work, clock, person, contact, role)
        )
    clock.turn(days=10)
    before = clock.now() - timedelta(days=1)
    assert list(await store.read(lambda work: work.privacy.dormant(before))) == [quiet.id]
    assert list(await store.read(lambda work: work.privacy.dormant(clock.now() - timedelta(days=30)))) == []


def keep(work, clock, person, contact, role):
    from bot.domain.people.member import Join

    if role == "follows":
        work.people.set_follows(person.id, True)
    elif role == "member":
        work.people.set_member(person.id, work.members.add(Join("k", "n", "", "", "", True), clock.now()).id)
    elif role == "role":
        work.people.set_role(person.id, Role.EDITOR)
    else:
        work.people.touch([contact.id], clock.now() + timedelta(days=9, hours=12))


async def test_who_writes_for_the_first_time_at_once_is_met_at_once_each_with_their_own_language(store, clock):
    newcomers = {f"a{number}": ("de", "en")[number % 2] for number in range(70)}
    met = await store.transact(lambda work: work.people.meet_all(ACCOUNT, newcomers, clock.now()))
    found = await store.read(lambda work: work.people.find(ACCOUNT, list(newcomers)))
    assert found == met
    assert {address: person.language for address, (person, _) in met.items()} == newcomers
    assert len({person.id for person, _ in met.values()}) == len({contact.id for _, contact in met.values()}) == 70


async def test_what_has_changed_is_seen_at_once_in_the_same_transaction(store, clock):
    def change(work):
        person, contact = work.people.meet(ACCOUNT, "anna", "de", clock.now())
        work.people.set_language(person.id, "en")
        work.people.set_role(person.id, Role.OWNER)
        seen = work.people.get(person.id)
        assert seen is not None
        assert (seen.language, seen.role, seen.news) == ("en", Role.OWNER, False)
        assert work.people.organisers() == [seen]
        work.people.set_role(person.id, None)
        assert work.people.find(ACCOUNT, ["anna"])["anna"] == (replace(seen, role=None), contact)

    await store.transact(change)
