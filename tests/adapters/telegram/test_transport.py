"""The transport on the fake Bot API server: what Telegram sees of us."""

from __future__ import annotations

import asyncio
import logging

import pytest
from telegram.error import NetworkError

from bot.adapters.telegram import CommandMenu, TelegramTransport
from bot.adapters.telegram.polling import pause_after
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict
from bot.core.messages import Attachment, Choice, Kind
from bot.core.pace.waits import WayIn
from tests.adapters.telegram.translate.samples import PNG, shipment
from tests.fakeapi.client import FakeApi, until
from tests.stage import kept, picture

YES, NO = Choice("Ja", "yes~seal"), Choice("Nein", "no~seal")


def test_the_account_is_known_before_connecting():
    assert TelegramTransport("4242:x").account == "telegram:4242"
    with pytest.raises(ValueError, match="looks like"):
        TelegramTransport("no-token")


async def test_a_conversation_round_trip(fakeapi: FakeApi, telegram: TelegramTransport):
    anna = fakeapi.user(1001)
    anna.types("/start")
    batches = telegram.batches("")
    (hello,) = (await anext(batches)).incoming
    assert (hello.kind, hello.text, hello.address) == (Kind.TEXT, "/start", "1001")
    receipt = await telegram.send(shipment("**Guten Tag**, <Anna>", YES, NO))
    seen = await anna.sees()
    assert (seen.words, seen.labels, receipt.refs) == ("Guten Tag, <Anna>", ("Ja", "Nein"), (str(seen.ref),))
    anna.presses("Nein")
    (press,) = (await anext(batches)).incoming
    assert press.press is not None
    assert (press.press.token, press.press.ref) == (NO.token, receipt.refs[0])


async def test_updates_are_confirmed_only_when_the_next_batch_is_asked_for(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.user(1001).types("eins")
    batches = telegram.batches("")
    first = await anext(batches)
    assert fakeapi.counts()["waiting"] == 1
    fakeapi.user(1001).types("zwei")
    second = await anext(batches)
    assert [one.text for one in (*first.incoming, *second.incoming)] == ["eins", "zwei"]
    assert fakeapi.counts()["waiting"] == 1
    resumed = await anext(telegram.batches(first.cursor))
    assert [one.text for one in resumed.incoming] == ["zwei"]


async def test_an_edit_replaces_text_and_choices(fakeapi: FakeApi, telegram: TelegramTransport):
    anna = fakeapi.user(1001)
    anna.types("/start")
    sent = await telegram.send(shipment("Frage?", YES))
    for _ in range(2):  # the second time Telegram says "not modified", which is as good
        assert await telegram.send(shipment("Antwort", NO, edits=sent.refs)) == sent
    (shown,) = anna.all()
    assert (shown.words, shown.labels, shown.edits) == ("Antwort", ("Nein",), 1)


async def test_an_edit_without_text_only_takes_the_choices_away(fakeapi: FakeApi, telegram: TelegramTransport):
    anna = fakeapi.user(1001)
    anna.types("/start")
    sent = await telegram.send(shipment("Frage?", YES))
    for _ in range(2):
        await telegram.send(shipment("", edits=sent.refs))
    (shown,) = anna.all()
    assert (shown.words, shown.labels) == ("Frage?", ())


async def test_an_edit_may_need_more_or_fewer_parts(fakeapi: FakeApi, telegram: TelegramTransport):
    anna = fakeapi.user(1001)
    anna.types("/start")
    long = "wort " * 1000
    one = await telegram.send(shipment("kurz", YES))
    two = await telegram.send(shipment(long, YES, edits=one.refs))
    assert (two.refs[0], len(two.refs)) == (one.refs[0], 2)
    assert [shown.labels for shown in anna.all()] == [(), ("Ja",)]
    again = await telegram.send(shipment("wieder kurz", edits=two.refs))
    assert again == one
    assert [shown.deleted for shown in anna.all()] == [False, True]
    assert anna.all()[0].words == "wieder kurz"


@pytest.mark.parametrize("trouble", ["gone", "old"])
async def test_an_edit_that_comes_too_late_is_refused(fakeapi: FakeApi, telegram: TelegramTransport, trouble: str):
    fakeapi.user(1001).types("/start")
    sent = await telegram.send(shipment("alt"))
    if trouble == "old":
        fakeapi.control("freeze", chat=1001, message_id=int(sent.refs[0]))
    with pytest.raises(DeliveryProblem) as refused:
        await telegram.send(shipment("neu", edits=sent.refs if trouble == "old" else ("999",)))
    assert refused.value.verdict is Verdict.REFUSED


async def test_a_picture_is_uploaded_once_and_its_caption_can_be_edited(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=5)
    content = picture()
    await asyncio.gather(
        *(telegram.send(shipment("Dach", YES, to=1001 + n, files=(PNG,), load=kept(content))) for n in range(5))
    )
    shown = [fakeapi.user(1001 + n).all()[0] for n in range(5)]
    assert len({one.file_id for one in shown}) == 1
    assert {(one.words, one.labels) for one in shown} == {("Dach", ("Ja",))}
    edited = await telegram.send(shipment("Neues Dach", edits=(str(shown[0].ref),)))
    assert edited.refs == (str(shown[0].ref),)
    assert fakeapi.user(1001).all()[0].words == "Neues Dach"


async def test_a_picture_telegram_has_forgotten_is_uploaded_again(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    await telegram.send(shipment("", files=(PNG,), load=kept(picture())))
    fakeapi.fault("status", status=400, description="Bad Request: wrong file identifier/HTTP URL specified")
    await telegram.send(shipment("", files=(PNG,), load=kept(picture())))
    first, second = fakeapi.user(1001).all()
    assert first.file_id != second.file_id


async def test_a_long_text_with_choices_follows_the_picture_and_carries_them(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("people", first=1001, count=1)
    receipt = await telegram.send(shipment("wort " * 500, YES, files=(PNG,), load=kept(picture())))
    first, second = fakeapi.user(1001).all()
    assert receipt.refs == (str(first.ref), str(second.ref))
    assert (bool(first.file_id), first.labels, second.labels) == (True, (), ("Ja",))


async def test_parts_telegram_already_has_are_not_sent_again(fakeapi: FakeApi, telegram: TelegramTransport):
    anna = fakeapi.user(1001)
    anna.types("/start")
    fakeapi.fault("late", seconds=0.0)  # the first part goes through
    fakeapi.fault("throttle", retry_after=3)
    long = "wort " * 1000
    with pytest.raises(DeliveryProblem) as stopped:
        await telegram.send(shipment(long, YES))
    assert (stopped.value.verdict, len(stopped.value.refs)) == (Verdict.THROTTLED, 1)
    receipt = await telegram.send(shipment(long, YES, refs=stopped.value.refs))
    assert receipt.refs[:1] == stopped.value.refs
    assert [shown.labels for shown in anna.all()] == [(), ("Ja",)]


@pytest.mark.parametrize("answer", [{"ok": True}, {"ok": True, "result": True}, {"ok": True, "result": {"chat": {}}}])
async def test_an_answer_that_names_no_message_leaves_it_uncertain(
    fakeapi: FakeApi, telegram: TelegramTransport, answer: dict[str, object]
):
    fakeapi.fault("answer", answer=answer)
    with pytest.raises(DeliveryProblem) as riddle:
        await telegram.send(shipment("Hallo"))
    assert riddle.value.verdict is Verdict.UNCERTAIN


async def test_pictures_are_fetched_up_to_a_limit(fakeapi: FakeApi, telegram: TelegramTransport):
    anna = fakeapi.user(1001)
    anna.shows(b"x" * 300_000)
    anna.shows(b"x" * 300_000, claimed=10)
    batches = telegram.batches("")
    honest, liar = (await anext(batches)).incoming
    assert honest.attachment is not None
    assert liar.attachment is not None
    assert len(await telegram.fetch(honest.attachment, 300_000)) == 300_000
    for attachment in (honest.attachment, liar.attachment, Attachment("unknown")):
        with pytest.raises(DeliveryProblem) as refused:
            await telegram.fetch(attachment, 200_000)
        assert refused.value.verdict is Verdict.REFUSED


async def test_menus_are_set_per_language_and_for_organisers(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    commands = (("/meine-zusagen", "Meine Zusagen"), ("hilfe", "Hilfe"))
    await telegram.announce_commands(
        [CommandMenu("", commands), CommandMenu("de", commands), CommandMenu("de", commands, ("999", "1001"))]
    )
    menus = fakeapi.counts()["menus"]
    assert set(menus) == {"all_private_chats::", "all_private_chats::de", "chat:1001:de"}
    assert [command["command"] for command in menus["chat:1001:de"]] == ["meine_zusagen", "hilfe"]


async def test_who_is_no_organiser_any_more_sees_everybodys_menu(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    await telegram.announce_commands([CommandMenu("", (("hilfe", "Hilfe"),), ("1001",))])
    assert set(fakeapi.counts()["menus"]) == {"chat:1001:"}
    await telegram.withdraw_commands(["1001"])
    assert fakeapi.counts()["menus"] == {}


async def test_a_name_telegram_cannot_show_is_a_mistake_of_ours(telegram: TelegramTransport):
    with pytest.raises(ValueError, match="löschen"):
        await telegram.announce_commands([CommandMenu("de", (("/löschen", "Alles löschen"),))])


async def test_links_open_the_conversation(telegram: TelegramTransport):
    assert telegram.link("A-b_1") == f"https://t.me/{telegram.username}?start=A-b_1"
    assert telegram.link() == f"https://t.me/{telegram.username}"


async def test_a_rejected_token_needs_a_human(fakeapi: FakeApi):
    fakeapi.control("bot", revoked=True)
    transport = TelegramTransport(fakeapi.token, api_url=fakeapi.url)
    with pytest.raises(AccountProblem, match="token"):
        await transport.open()
    await transport.close()
    fakeapi.token = "1:other"


async def test_a_server_that_is_down_at_the_start_is_weather(fakeapi: FakeApi):
    transport = TelegramTransport(fakeapi.token, api_url="http://127.0.0.1:9")
    with pytest.raises(DeliveryProblem) as down:
        await transport.open()
    assert down.value.verdict is Verdict.UNSENT
    await transport.close()


async def test_closing_ends_receiving_and_can_be_undone(fakeapi: FakeApi, telegram: TelegramTransport):
    async def receive() -> int:
        return sum([1 async for _ in telegram.batches("5@9999999999")])

    receiving = asyncio.create_task(receive())
    await until(lambda: fakeapi.counts()["polled"])
    await telegram.close()
    await telegram.close()
    assert await asyncio.wait_for(receiving, 2) == 0
    await telegram.open()
    fakeapi.user(1001).types("wieder da")
    assert (await anext(telegram.batches(""))).incoming[0].text == "wieder da"


async def outcome(telegram: TelegramTransport, words: str) -> DeliveryProblem | None:
    try:
        await telegram.send(shipment(words))
    except DeliveryProblem as problem:
        return problem
    return None


async def test_neither_token_nor_words_are_logged_even_at_debug(
    fakeapi: FakeApi, telegram: TelegramTransport, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    fakeapi.user(1001).types("mein Geheimnis")
    await anext(telegram.batches(""))
    fakeapi.fault("html")
    fakeapi.fault("lose")
    problems = [await outcome(telegram, words) for words in ("Antwort mit Geheimnis", "noch eine", "und noch eine")]
    assert len([problem for problem in problems if problem is not None]) == 2
    assert not any("FAKE-token" in f"{problem!r} {problem.__context__!r}" for problem in problems if problem)
    assert "FAKE-token" not in caplog.text
    assert "Geheimnis" not in caplog.text


async def test_a_probe_says_whether_telegram_answers(fakeapi: FakeApi, telegram: TelegramTransport):
    await telegram.probe()
    for foreign in ({"kind": "html"}, {"kind": "answer"}, {"kind": "answer", "answer": []}):
        fakeapi.fault(method="getMe", **foreign)
        with pytest.raises(DeliveryProblem) as problem:
            await telegram.probe()
        assert problem.value.verdict is Verdict.UNSENT


def test_receiving_that_fails_for_half_a_minute_is_trouble_until_it_works_again():
    way_in, waited = WayIn(), 0.0
    while not way_in.problem:
        waited += pause_after(NetworkError("HTTP 502"), way_in)
    assert 25 < waited < 60
    way_in.fine()
    assert way_in.problem == ""
