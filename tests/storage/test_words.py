"""Whatever a network can deliver is stored exactly in both databases (fault 45); the codecs are their own inverse."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.messages import Attachment, Choice, FileRef, Incoming, Kind, Outgoing, Press
from storage.codec import (
    decode_entries,
    decode_incoming,
    decode_outgoing,
    decode_refs,
    dumps,
    encode_entries,
    encode_incoming,
    encode_outgoing,
    encode_refs,
    loads,
)
from storage.engine.bulk import Kind as Column
from storage.tables.base import restored, storable

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
HOSTILE = (
    "\x00",
    "\ud800",
    "\udfff\ud800",
    "\x1a",
    "\x1a0000",
    "\x1ad800",
    "\u202e\u2066\u200b\ufeff",
    "\U0001f468\u200d\U0001f469",
    'NULL","\\{}\'',
    "e\u0301",
    " ",
    "",
    "\r\n\t\x7f\x85\u2028",
    "x" * 10_000,
)


@given(ANYTHING)
def test_fault_45_what_a_database_cannot_hold_is_escaped_and_comes_back(words):
    stored = storable(words)
    stored.encode()  # no lone surrogate left
    assert "\x00" not in stored
    assert restored(stored) == words


@given(ANYTHING)
def test_words_without_anything_strange_stay_readable(words):
    plain = "".join(letter for letter in words if letter.isprintable() and not "\ud800" <= letter <= "\udfff")
    assert storable(plain) == plain


@given(
    st.builds(
        Incoming,
        account=st.just("a"),
        event=st.just("e"),
        address=st.just("x"),
        sender=ANYTHING,
        kind=st.sampled_from(Kind),
        at=st.datetimes(timezones=st.just(UTC)),
        position=st.just(7),
        text=ANYTHING,
        press=st.none() | st.builds(Press, ANYTHING, ANYTHING, st.integers(0, 99)),
        attachment=st.none() | st.builds(Attachment, ANYTHING, ANYTHING, ANYTHING, st.integers(0, 2**40)),
        language=ANYTHING,
        private=st.booleans(),
        addressed=st.booleans(),
        reply_to=ANYTHING,
        moved_to=ANYTHING,
        album=ANYTHING,
    )
)
def test_an_incoming_message_survives_its_codec(incoming):
    body = encode_incoming(incoming)
    body.encode()
    assert decode_incoming("a", "e", 7, "x", body) == incoming


@given(
    st.builds(
        Outgoing,
        text=ANYTHING,
        choices=st.lists(st.builds(Choice, ANYTHING, ANYTHING, st.booleans()), max_size=4).map(tuple),
        files=st.lists(st.builds(FileRef, st.integers(1, 2**40), ANYTHING, ANYTHING), max_size=3).map(tuple),
        numbered=st.booleans(),
        withdrawn=st.booleans(),
        unencrypted=st.booleans(),
    )
)
def test_an_outgoing_message_survives_its_codec(outgoing):
    assert decode_outgoing(encode_outgoing(outgoing)) == outgoing


@given(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=5).map(tuple), st.lists(ANYTHING, max_size=4).map(tuple))
def test_entries_and_refs_survive_their_codecs(entries, refs):
    assert decode_entries(encode_entries(entries)) == entries
    assert decode_refs(encode_refs(refs)) == refs


@given(st.recursive(ANYTHING | st.integers(-(2**53), 2**53) | st.none(), lambda inner: st.lists(inner, max_size=3)))
def test_json_survives(value):
    assert loads(dumps(value)) == value


@pytest.mark.parametrize("seed", range(3))
async def test_fault_45_both_databases_give_back_exactly_what_they_got(store, clock, seed):
    """Through every way a string can take: one parameter, many rows at once, and a list to search for."""
    drawn: list[str] = list(HOSTILE)

    @settings(max_examples=60, database=None, derandomize=False)
    @given(st.lists(ANYTHING, min_size=3, max_size=3))
    def draw(more):
        drawn.extend(more)

    draw()
    people = {}
    addresses = list(dict.fromkeys(f"{number}{words}" for number, words in enumerate(drawn)))

    def write(work):
        for address in addresses:
            people[address] = work.people.meet("a:1", address, "de", clock.now())
            work.organisation.ask(people[address][0].id, address, "", clock.now())

    await store.transact(write)
    assert await store.read(lambda work: work.people.find("a:1", addresses)) == people
    questions = await store.read(lambda work: work.organisation.open_questions(10_000))
    assert [question.words for question in questions] == addresses


def test_moments_are_exact_to_the_microsecond():
    moment = datetime(2026, 11, 23, 9, 0, 0, 999_999, tzinfo=UTC)
    assert Column.MOMENT.as_json([moment, None]) == [1_795_424_400_999_999, None]
    assert Column.MOMENT.as_array([moment, None]) == '{"2026-11-23T09:00:00.999999+00:00",NULL}'
