"""Faults 13 to 16 and 18 at the level of the whole core: edits, old and forged presses, groups, unusable content."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.messages import Incoming
from bot.core.ports import Work
from tests.fakeapi.server import updates
from tests.fakeapi.server.world import Chat
from tests.stage import Stage

ANSWERED = """
    > /mitmachen
    < Ihre Daten
    > [Einverstanden, weiter]
    < Für wen [Für mich selbst]
"""
GROUP = updates.chat(-5005, "Verein")


async def journal(stage: Stage, name: str = "") -> tuple[object, ...]:
    """What has been answered so far, and what is kept of the person beside it."""
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat(name))

    def look(work: Work) -> tuple[object, ...]:
        person, contact = work.people.find(stage.fake.account, [address])[address]
        found = work.journals.active([contact.id]).get(contact.id)
        return (found and found.entries, person, work.members.count(), list(work.consents.of(person.id)))

    answer = await stage.work(look)
    assert isinstance(answer, tuple)
    return answer


def press(stage: Stage, name: str, shown: dict, data: str) -> Incoming:
    """A button of a message that Telegram itself need not show any more."""
    seat = stage.seat(name)
    here = {**shown, "chat": seat.chat.json}
    return seat._happens("callback_query", updates.callback(seat.fake.bot.last_update, seat.who, here, data))


def buttons(stage: Stage, name: str = "") -> tuple[dict, list[str]]:
    """The newest message with buttons, and what they carry."""
    shown = next(one for one in reversed(stage.seat(name).chat.sent) if one.get("reply_markup"))
    rows = shown["reply_markup"]["inline_keyboard"]
    return dict(shown), [button["callback_data"] for row in rows for button in row]


async def test_fault_13_an_edited_message_answers_nothing_twice_and_runs_no_command(stage: Stage):
    await stage.play(ANSWERED)
    await stage.play("""
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
        > Anna
        < In welcher Stadt
    """)
    before = await journal(stage)
    for words in ("Steinen", "/loeschen", "STOPP"):
        await stage.hear("", stage.seat("").edits(words))
        await stage.play("< Ihre Änderung habe ich gesehen. ... als neue Nachricht")
        assert await journal(stage) == before
    await stage.play("""
        <<
        > Steinen
        < Partnererklärung
    """)


async def test_fault_14_a_press_on_an_old_keyboard_changes_nothing_and_says_so(stage: Stage):
    await stage.play("""
        > /mitmachen
        < Ihre Daten
    """)
    old, carried = buttons(stage)
    await stage.play("""
        > [Einverstanden, weiter]
        < Für wen
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
    """)
    before = await journal(stage)
    for data in carried:
        await stage.hear("", press(stage, "", old, data))
        await stage.play("< nicht mehr offen")
        assert await journal(stage) == before
        while stage.seat("").seen():
            pass
    await stage.play("""
        > Anna
        < In welcher Stadt
    """)


async def test_fault_15_somebody_elses_button_opens_nothing(stage: Stage):
    await stage.play(ANSWERED)
    shown, carried = buttons(stage)
    await stage.play("""
        eve> /mitmachen
        eve< Ihre Daten
        eve> [Einverstanden, weiter]
        eve< Für wen
    """)
    before, of_eve = await journal(stage), await journal(stage, "eve")
    for data in carried:
        await stage.hear("eve", press(stage, "eve", shown, data))
        await stage.play("eve< nicht mehr offen")
        while stage.seat("eve").seen():
            pass
    assert (await journal(stage), await journal(stage, "eve")) == (before, of_eve)


NUMBERS = st.integers(0, 1000)
WORDS = st.text(st.characters(min_codepoint=1, codec="utf-8"), min_size=1, max_size=16)


def spoilt(token: str, at: int, by: int) -> str:
    """One of its letters made another."""
    at %= len(token)
    return token[:at] + chr(33 + (ord(token[at]) - 33 + by) % 94) + token[at + 1 :]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(which=NUMBERS, at=NUMBERS, by=st.integers(1, 93), invented=st.none() | WORDS | WORDS.map(lambda w: f"{w}~{w}"))
async def test_fault_15_a_forged_press_changes_nothing(
    stage: Stage, which: int, at: int, by: int, invented: str | None
):
    if not stage.addresses:
        await stage.play(ANSWERED)
    shown, carried = buttons(stage)
    forged = spoilt(carried[which % len(carried)], at, by) if invented is None else invented
    before = await journal(stage)
    await stage.hear("", press(stage, "", shown, forged))
    assert await journal(stage) == before
    assert "nicht mehr offen" in stage.expect("", "").words
    while stage.seat("").seen():
        pass


async def test_fault_16_in_a_group_nobody_is_an_organiser_and_nothing_is_kept(stage: Stage):
    await stage.play("""
        olga> /start
        olga<
    """)
    await stage.make_organiser("olga")
    olga, bot = stage.seat("olga"), stage.seat("olga").fake.bot
    bot.chats[-5005] = group = Chat(GROUP, olga.who)
    name = bot.me["username"]

    async def says(words: str, who: dict | None, **more: object) -> list[str]:
        before = len(group.sent)
        said = {**updates.message(group.next_id(), GROUP, who, updates.words(words)), **more}
        heard = olga._happens("message", said)
        await stage.hear("olga", heard)
        return [one["text"] for one in group.sent[before:]]

    assert await says("Wer bringt Kuchen mit?", olga.who) == []
    assert await says("/team", None, sender_chat=GROUP) == []
    private_only = await says(f"/team@{name}", olga.who)
    assert len(private_only) == 1
    assert "unter vier Augen" in private_only[0]

    def kept(work: Work) -> object:
        return work.people.find(stage.fake.account, ["-5005"])

    assert not await stage.work(kept)
    await stage.play("olga<<")


@pytest.mark.parametrize("content", list(updates.CONTENTS))
async def test_fault_18_unusable_content_is_refused_kindly_and_the_dialogue_stays(stage: Stage, content: str):
    await stage.play(ANSWERED)
    before = await journal(stage)
    await stage.hear("", stage.seat("").sends(content))
    seen = stage.expect("", "kann ich")
    assert "Für mich selbst" in seen.labels, "the question is asked again"
    entries, *rest = await journal(stage)
    assert (entries, *rest) == before
    await stage.play("""
        <<
        > [Für mich selbst]
        < Wie dürfen wir Sie nennen?
    """)
