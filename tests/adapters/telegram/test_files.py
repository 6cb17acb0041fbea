"""Albums, documents and their single upload, on the wire."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from bot.adapters.telegram import TelegramTransport
from bot.adapters.telegram.sending import Sender
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Choice, FileRef, Known, Load
from tests.adapters.telegram.translate.samples import PNG, shipment
from tests.fakeapi.client import FakeApi
from tests.stage import kept, picture

ALBUM = tuple(FileRef(number, f"bild{number}.png", "image/png") for number in (31, 32, 33))
PDF = FileRef(40, "plan.pdf", "application/pdf")
YES = Choice("Ja", "yes~x")


class Shelf:
    """Files that count how often they are read."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = content or picture()
        self.read: list[int] = []

    async def load(self, file: FileRef) -> bytes:
        self.read.append(file.id)
        await asyncio.sleep(0.01)
        return self.content


async def refusal(telegram: TelegramTransport, file: FileRef, load: Load, **more: object) -> DeliveryProblem:
    with pytest.raises(DeliveryProblem) as problem:
        await telegram.send(shipment("Dach", files=(file,), load=load, **more))
    return problem.value


async def test_several_pictures_are_one_album_with_the_words_under_it(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    receipt = await telegram.send(shipment("**Drei** Dächer", files=ALBUM, load=kept(picture())))
    shown = fakeapi.user(1001).all()
    assert receipt.refs == tuple(str(one.ref) for one in shown)
    assert [one.words for one in shown] == ["Drei Dächer", "", ""]
    assert len({one.album for one in shown}) == 1
    assert shown[0].album


async def test_an_album_with_choices_has_them_under_its_words(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    await telegram.send(shipment("Drei Dächer", YES, files=ALBUM, load=kept(picture())))
    shown = fakeapi.user(1001).all()
    assert [(bool(one.file_id), one.words, one.labels) for one in shown] == [
        *([(True, "", ())] * 3),
        (False, "Drei Dächer", ("Ja",)),
    ]


async def test_a_document_keeps_its_name_and_its_words(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    await telegram.send(shipment("Der Plan", files=(PDF,), load=kept(b"%PDF-1.7")))
    [shown] = fakeapi.user(1001).all()
    assert (shown.words, bool(shown.file_id)) == ("Der Plan", True)
    assert fakeapi.counts()["calls"]["sendDocument"] == 1


async def test_256_senders_at_once_upload_once(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=256)
    shelf = Shelf()
    await asyncio.gather(
        *(telegram.send(shipment("Dach", to=1001 + n, files=(PNG, *ALBUM), load=shelf.load)) for n in range(256))
    )
    assert sorted(shelf.read) == sorted(file.id for file in (PNG, *ALBUM))
    one, other = (fakeapi.user(1001 + n).all() for n in (0, 255))
    assert [shown.file_id for shown in one] == [shown.file_id for shown in other]


async def test_whoever_cannot_be_reached_keeps_nobody_else_from_the_picture(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("people", first=1001, count=3)
    fakeapi.control("state", chat=1001, state="blocked")
    shelf = Shelf()
    results = await asyncio.gather(
        *(telegram.send(shipment("", to=1001 + n, files=(PNG,), load=shelf.load)) for n in range(3)),
        return_exceptions=True,
    )
    assert [isinstance(result, DeliveryProblem) for result in results] == [True, False, False]
    assert len(shelf.read) == 2


async def test_an_album_telegram_has_forgotten_goes_up_again_once(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    shelf = Shelf()
    stale = "Bad Request: wrong file identifier/HTTP URL specified"
    await telegram.send(shipment("", files=ALBUM, load=shelf.load))
    fakeapi.fault("status", method="sendMediaGroup", status=400, description=stale)
    await telegram.send(shipment("", files=ALBUM, load=shelf.load))
    assert shelf.read == [31, 32, 33] * 2
    fakeapi.fault("status", method="sendMediaGroup", status=400, description=stale, times=2)
    with pytest.raises(DeliveryProblem) as refused:
        await telegram.send(shipment("", files=ALBUM, load=shelf.load))
    assert refused.value.verdict is Verdict.REFUSED


async def test_a_picture_telegram_cannot_read_is_refused_with_the_reason_and_not_uploaded_for_everybody(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("people", first=1001, count=2)
    shelf = Shelf(b"no picture at all")
    for chat in (1001, 1002):
        refused = await refusal(telegram, PNG, shelf.load, to=chat)
        assert refused.verdict is Verdict.REFUSED
        assert "image_process_failed" in refused.detail.lower()
    assert shelf.read == [PNG.id]


@pytest.mark.parametrize(("file", "most"), [(PNG, 10), (PDF, 50)])
async def test_a_file_over_the_limit_is_refused_before_it_goes_up(
    fakeapi: FakeApi, telegram: TelegramTransport, file: FileRef, most: int
):
    fakeapi.control("people", first=1001, count=1)
    refused = await refusal(telegram, file, kept(bytes(most * 1024 * 1024 + 1)))
    assert refused.verdict is Verdict.REFUSED
    assert str(most * 1024 * 1024) in refused.detail
    assert not {"sendPhoto", "sendDocument"} & set(fakeapi.counts()["calls"])


async def test_a_file_that_cannot_be_read_here_keeps_the_parts_that_went_out(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    async def away(file: FileRef) -> bytes:
        raise DeliveryProblem(Verdict.UNSENT, f"file {file.id} could not be read")

    fakeapi.control("people", first=1001, count=1)
    long = "wort " * 300
    refused = await refusal_of(telegram, long, away)
    assert (refused.verdict, len(refused.refs)) == (Verdict.UNSENT, 1)
    receipt = await telegram.send(shipment(long, files=ALBUM, load=kept(picture()), refs=refused.refs))
    assert len(receipt.refs) == 4
    assert len(fakeapi.user(1001).all()) == 4


async def refusal_of(telegram: TelegramTransport, words: str, load: Load) -> DeliveryProblem:
    with pytest.raises(DeliveryProblem) as problem:
        await telegram.send(shipment(words, files=ALBUM, load=load))
    return problem.value


def noted(names: Mapping[int, str]) -> Known:
    """What an earlier process noted."""

    async def known(file: FileRef) -> str:
        return names.get(file.id, "")

    return known


async def test_what_an_earlier_process_uploaded_is_sent_by_its_name(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    shelf = Shelf()
    before = await telegram.send(shipment("Dach", files=ALBUM, load=shelf.load))
    assert [file for file, _ in before.uploaded] == [31, 32, 33]
    assert not (await telegram.send(shipment("Dach", files=ALBUM, load=shelf.load))).uploaded, "it is told once"
    telegram._sender = Sender(telegram._bot)  # another process remembers nothing by itself
    again = await telegram.send(shipment("Dach", files=ALBUM, load=shelf.load, known=noted(dict(before.uploaded))))
    assert (shelf.read, again.uploaded) == ([31, 32, 33], ())


async def test_a_name_telegram_does_not_know_any_more_is_replaced(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=1)
    shelf = Shelf()
    stale = "Bad Request: wrong file identifier/HTTP URL specified"
    fakeapi.fault("status", method="sendPhoto", status=400, description=stale)
    receipt = await telegram.send(shipment("Dach", files=(PNG,), load=shelf.load, known=noted({PNG.id: "forgotten"})))
    [(file, name)] = receipt.uploaded
    assert (shelf.read, file) == ([PNG.id], PNG.id)
    assert name != "forgotten"
