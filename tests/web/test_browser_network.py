"""The browser adapter by itself: bounded uploads and lines, order, and translation of whatever a page may send."""

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.browser import ACCOUNT, BrowserTransport
from bot.adapters.browser.line import WAITING_MAX
from bot.adapters.browser.translate import Malformed, Visitor, read
from bot.adapters.browser.transport import LINES_PER_SESSION
from bot.adapters.browser.uploads import KEPT_SECONDS, PER_SESSION, SURE_SECONDS, Uploads
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Attachment, Kind, Outgoing, Shipment
from bot.core.running.handling import DOCUMENT_MAX
from tests.stage import StageClock
from tests.web.place import KEY, NOW, TinyCore

VISITOR = Visitor(ACCOUNT, "session", "de")


async def make(core: TinyCore) -> BrowserTransport:
    transport = BrowserTransport(core.mailbox, KEY, StageClock())
    await transport.open()
    return transport


def test_uploads_are_bounded_in_bytes():
    uploads = Uploads(kept_max=100)
    refs = [uploads.keep(f"session {at}", b"x" * 40, 0.0) for at in range(3)]
    assert [bool(ref) for ref in refs] == [True, True, False]


def test_when_room_is_short_what_was_not_named_for_a_while_gives_way():
    for waits, kept in ((SURE_SECONDS - 1, False), (SURE_SECONDS, True)):
        uploads = Uploads(kept_max=100)
        old = uploads.keep("script", b"x" * 90, 0.0)
        new = uploads.keep("person", b"x" * 90, waits)
        assert bool(new) is kept
        assert uploads.get(old, waits) == (None if kept else b"x" * 90)


def test_who_holds_most_gives_way_at_once_and_nobody_who_holds_less():
    uploads = Uploads(kept_max=100)
    stranger = uploads.keep("stranger", b"x" * 9, 0.0)
    flood = [uploads.keep(f"flood {at // 2}", b"x" * 20, 1.0) for at in range(4)]
    person = uploads.keep("person", b"x" * 12, 2.0)
    more = [uploads.keep(f"flood {at}", b"x" * 15, SURE_SECONDS + 5) for at in range(4, 9)]
    assert all((stranger, *flood, person, *more)), "the flood displaces its own"
    found = [uploads.get(ref, SURE_SECONDS + 6) for ref in (stranger, person, *flood)]
    assert found == [b"x" * 9, b"x" * 12, None, None, None, None]


def test_an_upload_that_finds_no_room_costs_nobody_anything():
    uploads = Uploads(kept_max=100)
    others = uploads.keep("other", b"x" * 10, 0.0)
    own = [uploads.keep("session", b"x" * 9, 1.0) for _ in range(PER_SESSION)]
    assert not uploads.keep("session", b"x" * 90, SURE_SECONDS)
    assert all(uploads.get(ref, SURE_SECONDS) for ref in (others, *own))


def test_a_session_keeps_two_documents_at_most_and_takes_no_room_from_others():
    uploads = Uploads()
    other = uploads.keep("other", b"x", 0.0)
    refs = [uploads.keep("session", b"x" * DOCUMENT_MAX, 0.0) for _ in range(7)]
    assert [bool(ref) for ref in refs] == [True] * 2 + [False] * 5
    assert uploads.get(other, 0.0) == b"x"
    assert uploads.keep("third", b"x" * DOCUMENT_MAX, 0.0)


def test_what_was_fetched_gives_way_first_so_that_ten_large_pictures_get_through():
    uploads = Uploads()
    for _ in range(PER_SESSION):
        ref = uploads.keep("session", b"x" * DOCUMENT_MAX, 0.0)
        assert uploads.get(ref, 0.0)
    assert uploads.get(ref, 0.0), "the last ones are there for a repetition"


async def test_a_process_that_does_not_serve_the_account_keeps_no_uploads():
    transport = BrowserTransport(TinyCore().mailbox, KEY, StageClock())
    assert not transport.keep_upload("session", b"x")
    await transport.open()
    assert transport.keep_upload("session", b"x")
    await transport.close()
    assert not transport.keep_upload("session", b"x")


def test_uploads_are_bounded_per_session_the_oldest_goes():
    uploads = Uploads()
    refs = [uploads.keep("session", b"x", 0.0) for _ in range(PER_SESSION + 1)]
    assert [uploads.get(ref, 0.0) for ref in refs] == [None, *[b"x"] * PER_SESSION]


def test_uploads_are_forgotten_after_a_while():
    uploads = Uploads()
    ref = uploads.keep("session", b"x", 0.0)
    assert uploads.get(ref, KEPT_SECONDS - 1) == b"x"
    assert uploads.get(ref, KEPT_SECONDS) is None


async def test_an_upload_lost_in_a_restart_is_not_called_too_large():
    """Only `REFUSED` blames the picture's size; whoever reads that would make it smaller for nothing."""
    before, after = await make(TinyCore()), await make(TinyCore())
    ref = before.keep_upload("session", b"x")
    assert await before.fetch(Attachment(ref, "image/png"), 10) == b"x"
    with pytest.raises(DeliveryProblem) as problem:
        await after.fetch(Attachment(ref, "image/png"), 10)
    assert problem.value.verdict is Verdict.UNSENT


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_whatever_a_page_sends_is_understood_or_refused(frame: str):
    try:
        event, incoming = read(frame, VISITOR, NOW)
    except Malformed:
        return
    assert incoming.event == f"session:{event}"


@given(st.text(st.characters()), st.text("abc-123", min_size=1, max_size=64))
def test_words_arrive_as_typed(words: str, event: str):
    frame = json.dumps({"type": "text", "event": event, "text": words})
    _, incoming = read(frame, VISITOR, NOW)
    assert (incoming.kind, incoming.address, incoming.sender) == (Kind.TEXT, "session", "session")
    whole = json.loads(json.dumps(words))  # two halves of an emoji in a row become one
    assert incoming.text == "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in whole)


async def test_a_page_that_does_not_read_is_cut_and_finds_everything_in_its_mailbox():
    core = TinyCore()
    transport = await make(core)
    line = transport.connect("session", "de", 0)
    assert line is not None
    for _ in range(WAITING_MAX + 5):
        await core.say(transport, "session", Outgoing("Nachricht"))
    frames = [frame async for frame in line.frames()]
    numbers = {json.loads(frame).get("id") for frame in frames}
    assert set(range(1, WAITING_MAX + 6)) <= numbers


async def test_a_session_has_a_bounded_number_of_lines_the_oldest_goes():
    transport = await make(TinyCore())
    lines = [transport.connect("session", "de", 1) for _ in range(LINES_PER_SESSION + 1)]
    async with asyncio.timeout(5):
        frames = [frame async for frame in lines[0].frames()]
    assert frames == ['{"type":"ready"}']
    for line in lines:
        transport.disconnect(line.visitor.address, line)
    await transport.send(Shipment(1, "session", Outgoing("niemand da")))


async def test_what_is_not_committed_when_receiving_starts_again_is_handed_out_again():
    transport = await make(TinyCore())
    line = transport.connect("session", "de", 1)
    taken = asyncio.create_task(line.take('{"type":"text","event":"one","text":"hallo"}'))
    first = transport.batches("")
    assert (await anext(first)).incoming[0].text == "hallo"
    await first.aclose()
    second = transport.batches("")
    assert (await anext(second)).incoming[0].text == "hallo"
    assert not taken.done()
    waiting = asyncio.create_task(anext(second))
    assert await taken == '{"type":"ack","event":"one"}'
    await transport.close()
    with pytest.raises(StopAsyncIteration):
        await waiting


async def test_a_process_that_does_not_hold_the_account_lets_no_page_in():
    transport = BrowserTransport(TinyCore().mailbox, KEY, StageClock())
    assert transport.connect("session", "de", 0) is None


async def test_a_closed_transport_takes_and_sends_nothing():
    transport = await make(TinyCore())
    line = transport.connect("session", "de", 1)
    await transport.close()
    await transport.close()
    assert await line.take('{"type":"text","event":"one","text":"hallo"}') is None
    assert transport.connect("session", "de", 0) is None
    with pytest.raises(DeliveryProblem) as problem:
        await transport.send(Shipment(1, "session", Outgoing("zu spät")))
    assert problem.value.verdict is Verdict.UNSENT


async def test_an_edit_keeps_the_reference_of_what_it_changes():
    transport = await make(TinyCore())
    assert (await transport.send(Shipment(7, "session", Outgoing("neu")))).refs == ("7",)
    assert (await transport.send(Shipment(9, "session", Outgoing("anders"), edits=("7",)))).refs == ("7",)


async def test_an_ended_session_is_nobodys_and_its_pages_are_cut():
    core = TinyCore()
    transport = await make(core)
    running = asyncio.create_task(core.run(transport))
    line = transport.connect("session", "de", 1)
    assert line is not None
    await core.say(transport, "session", Outgoing("Ihre Daten"))
    core.commits.clear()
    async with asyncio.timeout(5):
        ending = asyncio.create_task(transport.end("session"))
        assert [json.loads(frame)["type"] async for frame in line.frames()][-1] == "message"
        assert transport.connect("session", "de", 1) is None, "a second page does not slip in meanwhile"
        core.commits.set()
        assert await ending
    assert [(one.kind, one.address) for one in core.heard] == [(Kind.LEFT, "session")]
    assert core.heard[0].moved_to not in ("", "session")
    assert transport.connect("session", "de", 1) is None, "nor while something sent a moment ago may be found"
    await transport.close()
    await running


async def test_the_end_of_a_session_is_not_told_as_kept_while_the_transport_is_closed():
    assert not await BrowserTransport(TinyCore().mailbox, KEY, StageClock()).end("session")


@pytest.mark.parametrize(("age", "seconds"), [("0", 0), ("5000", 5), ("-1", 0), (str(10**12), 86_400)])
def test_words_that_waited_in_the_page_are_as_old_as_they_are(age: str, seconds: int):
    _, incoming = read(f'{{"type":"text","event":"one","text":"hallo","age":{age}}}', VISITOR, NOW)
    assert (NOW - incoming.at).total_seconds() == seconds


def test_an_age_is_a_number():
    with pytest.raises(Malformed):
        read('{"type":"text","event":"one","text":"hallo","age":"alt"}', VISITOR, NOW)
