"""Edits and choices: what replaces what, and which choices are open."""

from __future__ import annotations

from bot.core.messages import Choice, Outgoing
from bot.core.ports import State


def offering(text: str, *tokens: str) -> Outgoing:
    return Outgoing(text, (*(Choice(token.upper(), token) for token in tokens), Choice("Zurück", "back", quiet=True)))


async def test_an_edit_by_tag_gets_the_numbers_of_the_message_it_replaces(post):
    _, contact = await post.meet("anna")
    await post.add(contact, "10 %", tag="progress")
    await post.drain()
    await post.add(contact, "20 %", replaces="progress")
    [row] = await post.claim()
    assert row.edits
    assert row.outgoing.text == "20 %"
    assert await post.store.read(lambda work: work.ledger.left_behind("telegram:1")) == [
        row.__class__(**{name: getattr(row, name) for name in row.__slots__} | {"first_try_at": post.clock.now()})
    ]


async def test_an_edit_waits_for_the_message_it_replaces(post):
    _, contact = await post.meet("anna")
    await post.add(contact, "10 %", tag="progress")
    await post.add(contact, "20 %", replaces="progress")
    [first] = await post.claim()
    assert await post.claim() == []
    await post.settle(first, refs=("77",))
    [second] = await post.claim()
    assert second.edits == ("77",)


async def test_what_comes_after_an_edit_waits_with_it(post):
    _, contact = await post.meet("anna")
    await post.add(contact, "10 %", tag="progress")
    await post.add(contact, "20 %", replaces="progress")
    await post.add(contact, "done")
    [first] = await post.claim()
    await post.settle(first, refs=("77",))
    assert [(row.outgoing.text, row.edits) for row in await post.claim()] == [("20 %", ("77",)), ("done", ())]


async def test_an_edit_of_a_message_that_was_never_sent_is_cancelled(post):
    _, contact = await post.meet("anna")
    for state in (State.REFUSED, State.CANCELLED, State.UNCERTAIN):
        await post.add(contact, state.value, tag=state.value)
        [row] = await post.claim()
        await post.settle(row, state)
        await post.add(contact, "edit", replaces=state.value)
    await post.add(contact, "edit", replaces="never heard of")
    assert await post.claim() == []
    assert (await post.tally())["cancelled"] == 5


async def test_a_tag_belongs_to_its_contact(post):
    _, anna = await post.meet("anna")
    _, ben = await post.meet("ben")
    await post.add(anna, "hers", tag="progress")
    await post.drain()
    await post.add(ben, "not his", replaces="progress")
    assert await post.claim() == []


async def test_the_newest_message_with_a_tag_is_the_one_replaced(post):
    _, contact = await post.meet("anna")
    for ref in ("1", "2"):
        await post.add(contact, "text", tag="progress")
        [row] = await post.claim()
        await post.settle(row, refs=(ref,))
    await post.add(contact, "edit", replaces="progress")
    assert (await post.claim())[0].edits == ("2",)


async def test_an_edit_by_number_is_handed_out_with_it(post):
    _, contact = await post.meet("anna")
    await post.add(contact, "", edits=("5", "6"))
    assert (await post.claim())[0].edits == ("5", "6")


async def test_the_choices_of_a_message_by_its_number(post):
    _, contact = await post.meet("anna")
    await post.add(contact, offering("Ja?", "yes", "no"))
    [row] = await post.claim()
    await post.settle(row, refs=("41", "42"))
    choices = await post.store.read(lambda work: work.ledger.choices_of(contact, "42"))
    assert list(choices) == ["yes", "no"]
    assert list(await post.store.read(lambda work: work.ledger.choices_of(contact, "43"))) == []
    _, stranger = await post.meet("ben")
    assert list(await post.store.read(lambda work: work.ledger.choices_of(stranger, "42"))) == []


async def test_an_edit_decides_about_the_choices_of_the_message_it_replaced(post):
    _, contact = await post.meet("anna")
    await post.add(contact, offering("Ja?", "yes", "no"))
    [row] = await post.claim()
    await post.settle(row, refs=("42",))
    await post.add(contact, Outgoing(""), edits=("42",))
    [row] = await post.claim()
    await post.settle(row, refs=("42",))
    assert list(await post.store.read(lambda work: work.ledger.choices_of(contact, "42"))) == []
    assert list(await post.store.read(lambda work: work.ledger.latest_choices(contact))) == []


async def test_the_latest_choices_are_those_of_the_newest_message_with_any(post):
    async def latest(contact):
        return [choice.token for choice in await post.store.read(lambda work: work.ledger.latest_choices(contact))]

    _, contact = await post.meet("anna")
    assert await latest(contact) == []
    await post.add(contact, offering("old", "old"))
    await post.add(contact, offering("new", "new"))
    await post.add(contact, "nothing to choose")
    await post.drain()
    await post.add(contact, offering("not seen yet", "unseen"))
    assert await latest(contact) == ["new"]
