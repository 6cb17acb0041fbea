"""Corrected and withdrawn messages, groups, and what is paid for, on the wire."""

from __future__ import annotations

import pytest

from bot.adapters.telegram import TelegramTransport
from bot.adapters.telegram.sending.groups import GroupPace
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Choice, FileRef, Kind, Outgoing, Shipment
from tests.adapters.telegram.translate.samples import PNG, shipment
from tests.fakeapi.client import FakeApi
from tests.stage import StageClock, kept, picture

ALBUM = tuple(FileRef(number, "bild.png", "image/png") for number in (31, 32))
YES = Choice("Ja", "yes~x")
GROUP, CHANNEL = -5005, -1001234567890


def withdrawn(*refs: str) -> Shipment:
    return Shipment(2, "1001", Outgoing("", withdrawn=True), edits=refs)


async def verdict_of(telegram: TelegramTransport, sent: Shipment) -> DeliveryProblem:
    with pytest.raises(DeliveryProblem) as problem:
        await telegram.send(sent)
    return problem.value


def words(fakeapi: FakeApi) -> list[str]:
    return [one.words for one in fakeapi.user(1001).all() if not one.deleted]


@pytest.mark.parametrize(
    ("before", "files", "after"),
    [
        ("Ein Dach", (PNG,), ["Zwei Dächer"]),
        ("Ein Dach", ALBUM, ["Zwei Dächer", ""]),
        ("wort " * 300, ALBUM, ["Zwei Dächer", "", ""]),
        ("wort " * 1000, (), ["Zwei Dächer"]),
        ("wort " * 1000, (PNG,), ["Zwei Dächer", ""]),
    ],
)
async def test_a_correction_changes_the_words_where_they_stand_and_nothing_else(
    fakeapi: FakeApi, telegram: TelegramTransport, before: str, files: tuple[FileRef, ...], after: list[str]
):
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment(before, files=files, load=kept(picture())))
    for _ in range(2):  # made twice, it is the same
        receipt = await telegram.send(shipment("Zwei Dächer", files=files, edits=sent.refs))
    assert words(fakeapi) == after
    assert len(receipt.refs) == len(after)


async def test_a_correction_under_an_album_with_choices_changes_the_words_below(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment("Alt", YES, files=ALBUM, load=kept(picture())))
    await telegram.send(shipment("Neu", YES, files=ALBUM, edits=sent.refs))
    assert words(fakeapi) == ["", "", "Neu"]
    assert fakeapi.user(1001).all()[-1].labels == ("Ja",)


async def test_a_correction_too_long_for_a_caption_is_refused_so_that_it_can_follow_as_a_message(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment("Kurz", files=ALBUM, load=kept(picture())))
    problem = await verdict_of(telegram, shipment("wort " * 300, files=ALBUM, edits=sent.refs))
    assert problem.verdict is Verdict.REFUSED
    assert words(fakeapi) == ["Kurz", ""]


async def test_a_longer_text_goes_on_in_a_new_part_even_after_weather(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment("Kurz"))
    fakeapi.fault("late", method="sendMessage")  # the second part goes through, the third does not
    fakeapi.fault("throttle", method="sendMessage")
    long = "wort " * 2000
    problem = await verdict_of(telegram, shipment(long, edits=sent.refs))
    assert (problem.verdict, len(problem.refs)) == (Verdict.THROTTLED, 2)
    receipt = await telegram.send(shipment(long, edits=sent.refs, refs=problem.refs))
    assert len(words(fakeapi)) == len(receipt.refs) == 3


async def test_a_withdrawn_message_is_gone_with_all_its_parts(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment("wort " * 300, files=ALBUM, load=kept(picture())))
    receipt = await telegram.send(withdrawn(*sent.refs))
    assert receipt.refs == sent.refs
    assert words(fakeapi) == []
    assert (await telegram.send(withdrawn(*sent.refs))).refs == sent.refs, "what is gone is gone"


async def test_what_is_too_old_to_be_withdrawn_is_refused_but_the_rest_is_gone(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment("Ein Dach", files=ALBUM, load=kept(picture())))
    fakeapi.control("freeze", chat=1001, message_id=int(sent.refs[0]))
    problem = await verdict_of(telegram, withdrawn(*sent.refs))
    assert problem.verdict is Verdict.REFUSED
    assert "can't be deleted" in problem.detail
    assert words(fakeapi) == ["Ein Dach"]


@pytest.mark.parametrize(("kind", "verdict"), [("drop", Verdict.UNSENT), ("throttle", Verdict.THROTTLED)])
async def test_weather_while_withdrawing_means_again(
    fakeapi: FakeApi, telegram: TelegramTransport, kind: str, verdict: Verdict
):
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment("Weg damit"))
    fakeapi.fault(kind, method="deleteMessage")
    assert (await verdict_of(telegram, withdrawn(*sent.refs))).verdict is verdict
    await telegram.send(withdrawn(*sent.refs))
    assert words(fakeapi) == []


@pytest.mark.parametrize(("kind", "verdict"), [("drop", Verdict.UNSENT), ("throttle", Verdict.THROTTLED)])
async def test_weather_while_a_shortened_message_loses_a_part_means_again(
    fakeapi: FakeApi, telegram: TelegramTransport, kind: str, verdict: Verdict
):
    """Anything but a DeliveryProblem would be taken for a bug: no pause for Telegram, and a copy nobody finishes."""
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment("wort " * 1000))
    fakeapi.fault(kind, method="deleteMessage")
    assert (await verdict_of(telegram, shipment("Kurz", edits=sent.refs))).verdict is verdict
    receipt = await telegram.send(shipment("Kurz", edits=sent.refs))
    assert words(fakeapi) == ["Kurz"]
    assert receipt.refs == sent.refs[:1]


async def test_a_shortened_message_is_done_where_its_surplus_is_too_old_to_go(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("people", first=1001, count=1)
    sent = await telegram.send(shipment("wort " * 1000))
    fakeapi.control("freeze", chat=1001, message_id=int(sent.refs[1]))
    receipt = await telegram.send(shipment("Kurz", edits=sent.refs))
    assert receipt.refs == sent.refs[:1]
    assert words(fakeapi)[0] == "Kurz"


async def test_only_unasked_messages_of_a_fast_account_are_paid_for(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=100)
    fakeapi.control("limits", total=30, paid=1000)
    fast = TelegramTransport(fakeapi.token, api_url=fakeapi.url, rate=1000)
    await fast.open()
    for number in range(40):
        await fast.send(shipment("Neues", to=1001 + number, unasked=True))
    await fast.send(shipment("", to=1001, files=ALBUM, load=kept(picture()), unasked=True))
    assert fakeapi.counts()["paid"] == 42
    await fast.send(shipment("Antwort"))
    await telegram.send(shipment("Neues", to=1002, unasked=True))  # 30/s: free
    assert fakeapi.counts()["paid"] == 42
    await fast.close()


# -- groups and channels ---------------------------------------------------------------------------------------------


async def test_a_group_gets_twenty_a_minute_and_waits_for_itself_alone(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.user(GROUP).types("/start")
    fakeapi.user(1001).types("/start")
    fakeapi.control("limits", group=20)
    for _ in range(9):
        await telegram.send(shipment("", to=GROUP, files=ALBUM, load=kept(picture())))
    await telegram.send(shipment("19", to=GROUP))
    problem = await verdict_of(telegram, shipment("", to=GROUP, files=ALBUM, load=kept(picture())))
    assert (problem.verdict, problem.alone) == (Verdict.THROTTLED, True)
    assert 50 < problem.retry_after <= 60
    assert fakeapi.counts()["statuses"].get("429", 0) == 0, "Telegram never had to say no"
    await telegram.send(shipment("Hallo", to=1001))


async def test_a_groups_429_is_its_own_too(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.user(GROUP).types("/start")
    fakeapi.user(1001).types("/start")
    fakeapi.fault("throttle", retry_after=7, times=2)
    in_group = await verdict_of(telegram, shipment("eins", to=GROUP))
    in_private = await verdict_of(telegram, shipment("eins", to=1001))
    assert (in_group.alone, in_group.retry_after, in_private.alone) == (True, 7.0, False)


def test_the_pace_of_a_group_is_a_window_of_a_minute():
    clock = StageClock()
    pace = GroupPace(clock.monotonic)
    assert [pace.wait(-1, 10) for _ in range(2)] == [0.0, 0.0]
    clock.turn(seconds=20)
    assert (pace.wait(-1, 1), pace.wait(-2, 1)) == (40.0, 0.0)
    clock.turn(seconds=40)
    assert pace.wait(-1, 10) == 0.0


async def test_an_invitation_to_a_group_or_channel_brings_its_title(fakeapi: FakeApi, telegram: TelegramTransport):
    changes = [
        (GROUP, "Verein", "left", "member"),
        (CHANNEL, "Kanal", "left", "silent"),  # may not post: not yet of use
        (CHANNEL, "Kanal", "silent", "administrator"),
        (CHANNEL, "Kanal", "administrator", "silent"),
        (GROUP, "Verein", "member", "administrator"),
        (GROUP, "Verein", "administrator", "kicked"),
    ]
    for chat, name, old, new in changes:
        sort = "channel" if chat == CHANNEL else ""
        fakeapi.control("membership", chat=chat, name=name, type=sort, user=1001, old=old, new=new)
    batch = await anext(telegram.batches(""))
    assert [(one.kind, one.address, one.text, one.private) for one in batch.incoming] == [
        (Kind.JOINED, str(GROUP), "Verein", False),
        (Kind.JOINED, str(CHANNEL), "Kanal", False),
        (Kind.LEFT, str(CHANNEL), "Kanal", False),
        (Kind.LEFT, str(GROUP), "Verein", False),
    ]


async def test_a_group_that_became_a_supergroup_is_followed(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.user(GROUP).types("/start")
    fakeapi.control("state", chat=GROUP, state="moved", to=CHANNEL)
    problem = await verdict_of(telegram, shipment("Neues", to=GROUP))
    assert (problem.verdict, problem.moved_to) == (Verdict.MOVED, str(CHANNEL))
    await telegram.send(shipment("Neues", to=CHANNEL))
