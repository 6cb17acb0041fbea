"""Replay: the same answers always lead to the same place, whatever is changed, taken back or no longer fits."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.dialogue import Option, Question, Talk, answered, go_on, replay, stepped_back, without
from bot.core.errors import Refusal
from bot.core.words.texts import text

KIND = Question("kind", text("kind"), options=(Option("me", text("me"), False), Option("firm", text("firm"), True)))


def short(words: str) -> str:
    if len(words) > 20:
        raise Refusal(text("too-long"))
    return words


FIRM = Question("firm", text("firm-name"), read=short)
NAME = Question("name", text("name"), read=short)
SURE = Question("sure", text("sure"), options=(Option("yes", text("yes"), True), Option("no", text("no"), False)))


@dataclass(frozen=True)
class Facts:
    taken: str = ""


async def script(talk: Talk, facts: Facts) -> tuple[str, str] | None:
    firm = await talk.ask(FIRM) if await talk.ask(KIND) else ""
    await talk.say(text("nearly-done"))
    name = await talk.ask(NAME)
    if talk.fact("taken", facts.taken) == name:
        await talk.say(text("taken"))
        name = await talk.ask(NAME)
    return (firm, name) if await talk.ask(SURE) else None


def test_a_dialogue_asks_its_first_question_when_nothing_was_answered():
    turn = replay(script, Facts(), ())
    assert turn.question is KIND
    assert turn.says == ()


def test_what_is_said_comes_once_before_the_question_it_belongs_to():
    assert replay(script, Facts(), (("kind", "=me"),)).says == (text("nearly-done"),)
    assert replay(script, Facts(), (("kind", "=me"), ("name", ">Anna"))).says == ()


def test_the_value_is_what_the_script_returns():
    turn = replay(script, Facts(), (("kind", "=firm"), ("firm", ">Ltd"), ("name", ">Anna"), ("sure", "=yes")))
    assert turn.question is None
    assert turn.value == ("Ltd", "Anna")


def test_changing_an_early_answer_keeps_the_later_ones_that_still_fit():
    entries = (("kind", "=firm"), ("firm", ">Ltd"), ("name", ">Anna"))
    changed = replay(script, Facts(), without(entries, "kind"))
    assert changed.question is KIND
    done = replay(script, Facts(), answered(changed.entries, "kind", "=me"))
    assert done.question is SURE
    assert dict(done.used) == {"kind": "=me", "name": ">Anna", "taken": "!"}


def test_an_answer_that_no_longer_fits_the_code_is_asked_again():
    turn = replay(script, Facts(), (("kind", "=gone-since"), ("name", ">Anna")))
    assert turn.question is KIND
    assert ("name", ">Anna") in turn.entries


def test_asking_again_in_a_loop_is_a_question_of_its_own():
    turn = replay(script, Facts(taken="Anna"), (("kind", "=me"), ("name", ">Anna")))
    assert turn.question is not None
    assert turn.question.key == "name#2"
    assert turn.says == (text("taken"),)


def test_a_fact_is_remembered_so_that_every_replay_takes_the_same_path():
    first = replay(script, Facts(taken="Anna"), (("kind", "=me"), ("name", ">Anna")))
    later = replay(script, Facts(taken=""), first.entries)
    assert later.question is not None
    assert later.question.key == "name#2"


def test_back_takes_the_last_answer_and_the_facts_after_it():
    turn = replay(script, Facts(taken="Anna"), (("kind", "=me"), ("name", ">Anna")))
    assert stepped_back(turn) == (("kind", "=me"),)
    assert stepped_back(replay(script, Facts(), ())) is None


raws = st.sampled_from(["=me", "=firm", "=yes", "=no", ">Anna", ">" + "x" * 21, "@7", "!", "", "="])
journals = st.lists(st.tuples(st.sampled_from(["kind", "firm", "name", "name#2", "sure", "taken", "old"]), raws))


@given(journals.map(tuple))
def test_any_journal_leads_to_an_open_question_or_an_end_and_replays_to_itself(entries):
    once = replay(script, Facts(taken="Anna"), entries)
    again = replay(script, Facts(taken="Anna"), once.entries)
    assert (once.question is None) == (again.question is None)
    assert once.used == again.used
    assert once.value == again.value


def test_a_fact_given_as_a_function_is_looked_up_only_when_the_path_first_leads_there():
    looks: list[str] = []

    async def asking(talk: Talk, _facts: None) -> str | None:
        await talk.ask(NAME)
        known = talk.fact("known", lambda: looks.append("look") or "yes")
        return known if await talk.ask(SURE) else None

    assert replay(asking, None, ()).question is NAME
    assert looks == []
    turn = replay(asking, None, (("name", ">Anna"),))
    assert looks == ["look"]
    assert replay(asking, None, answered(turn.entries, "sure", "=yes")).value == "yes"
    assert looks == ["look"]


@given(
    st.dictionaries(
        st.sampled_from(["kind", "firm", "name", "sure", "gone"]), st.sampled_from(["=me", "=firm", ">A", "=yes", "!x"])
    ),
    st.lists(st.sampled_from(["=me", "=firm", ">Anna", ">B", "=yes", "=no"]), max_size=6),
    st.sampled_from(["Anna", "B", ""]),
)
def test_going_on_leads_where_a_replay_leads(entries, raws, taken):
    turn = replay(script, Facts(taken), tuple(entries.items()))
    for raw in raws:
        if turn.question is None:
            with pytest.raises(LookupError):
                go_on(turn, raw)
            return
        journal = answered(turn.entries, turn.question.key, raw)
        try:
            turn.question.value(raw)
        except Refusal:
            with pytest.raises(Refusal):
                go_on(turn, raw)
            return
        turn = go_on(turn, raw)
        assert turn == replay(script, Facts(taken), journal)
