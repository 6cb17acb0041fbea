"""The terminal: a conversation through a pipe, choices as printed, files, and words that must not steer it."""

import asyncio
import io
from pathlib import Path

import pytest

from bot.adapters.console import ConsoleTransport, translate
from bot.adapters.console.translate import Offered, language_of, offered, read
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Attachment, Choice, Content, FileRef, Incoming, Kind, Outgoing, Shipment
from tests.stage import StageClock, kept

NOW = StageClock().at
CHOICES = (
    Choice("Für mich selbst", "me~x"),
    Choice("Unternehmen", "company~x"),
    Choice("Zurück", "back~x", quiet=True),
)
ASKED = Offered("1", CHOICES, numbered=True)


def hints(key: str, language: str) -> str:
    return f"<{key} {language}>"


def make(typed: str, folder: Path | None = None) -> tuple[ConsoleTransport, io.StringIO]:
    screen = io.StringIO()
    return ConsoleTransport(hints, io.StringIO(typed), screen, "de", folder), screen


async def converse(transport: ConsoleTransport) -> list[Incoming]:
    heard: list[Incoming] = []
    async for batch in transport.batches(""):
        heard += batch.incoming
        words = "Für wen?" if len(heard) == 1 else "Danke."
        await transport.send(Shipment(len(heard), "terminal", Outgoing(words, CHOICES if len(heard) == 1 else ())))
    return heard


async def test_piped_lines_are_a_conversation_and_its_end_ends_the_chat():
    transport, screen = make("2\n\n/hilfe\n")
    await transport.open()
    async with asyncio.timeout(10):
        heard = await converse(transport)
        await transport.ended()
    assert [one.kind for one in heard] == [Kind.JOINED, Kind.PRESS, Kind.TEXT]
    assert heard[1].press is not None
    assert heard[1].press.token == "company~x"
    assert len({one.event for one in heard}) == 3
    printed = screen.getvalue()
    assert "  1  Für mich selbst\n  2  Unternehmen\n" in printed
    assert "<console-also de>" in printed.replace("<console-also >", "<console-also de>")
    assert "\x1b" not in printed, "no colours where nobody looks"


@pytest.mark.parametrize(
    ("typed", "token"), [("1", "me~x"), ("unternehmen", "company~x"), ("Zurück", "back~x"), ("3", None), ("ich", None)]
)
def test_a_number_or_label_takes_the_choice_as_it_is_printed(typed: str, token: str | None):
    press = read(typed, "e", "de", NOW, [ASKED]).press
    assert (press.token if press else None) == token


def test_while_a_question_waits_for_words_an_older_label_is_a_word():
    waits = Offered("2", (CHOICES[2],), numbered=True)
    assert read("Unternehmen", "e", "de", NOW, [ASKED, waits]).kind is Kind.TEXT
    assert read("zurück", "e", "de", NOW, [ASKED, waits]).kind is Kind.PRESS


def test_amounts_are_not_numbered_because_a_typed_number_is_an_amount():
    amounts = offered("1", Outgoing("Wie viele?", (Choice("5 km", "a~x"), Choice("10 km", "b~x"))))
    assert amounts is not None
    assert read("1", "e", "de", NOW, [amounts]).kind is Kind.TEXT
    assert "  -  5 km" in translate.write(Outgoing("", amounts.choices), "de", hints, 80, colour=False)


def test_long_text_is_wrapped_and_addresses_stay_whole():
    address = "https://example.org/" + "a" * 60
    written = translate.write(Outgoing("Wort " * 40 + f"\n\n[hier]({address})"), "de", hints, 40, colour=False)
    lines = written.splitlines()
    assert all(len(line) <= 40 for line in lines if address not in line)
    assert any(address in line for line in lines)


def test_nobodys_words_steer_the_terminal():
    evil = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"
    written = translate.write(Outgoing(f"a{evil}b", (Choice(evil, "t~x"),)), "de", hints, 80, colour=False)
    assert not {"\x1b", "\x07", "\x9b"} & set(written)


def test_bold_is_bold_where_somebody_looks():
    assert "\x1b[1mhier\x1b[0m" in translate.write(Outgoing("**hier**"), "de", hints, 80, colour=True)


@pytest.mark.parametrize(("value", "hint"), [("de_DE.UTF-8", "de-DE"), ("en_GB", "en-GB"), ("C.UTF-8", ""), ("", "")])
def test_the_language_is_the_terminals(value: str, hint: str):
    assert language_of(value) == hint


async def test_a_document_is_kept_beside_what_lies_there_already(tmp_path: Path):
    transport, screen = make("", tmp_path)
    for number in (1, 2):
        outgoing = Outgoing("Ihre Daten", files=(FileRef(1, "../meine-daten.json", "application/json"),))
        await transport.send(Shipment(number, "terminal", outgoing, "de", load=kept(b"{%d}" % number)))
    assert (tmp_path / "meine-daten.json").read_bytes() == b"{1}"
    assert (tmp_path / "meine-daten-2.json").read_bytes() == b"{2}"
    assert str(tmp_path / "meine-daten-2.json") in screen.getvalue()


async def test_pictures_are_named_in_one_line_and_never_read():
    transport, screen = make("")
    names = ("dach.png", "sonne\x1b[2J.png")
    files = tuple(FileRef(at, name, "image/png") for at, name in enumerate(names))
    await transport.send(Shipment(1, "terminal", Outgoing("Unser Dach", files=files), "de"))
    await transport.send(Shipment(2, "terminal", Outgoing("Nur eins", files=files[:1]), "de"))
    assert "<console-pictures de> dach.png, sonne [2J.png\n" in screen.getvalue()
    assert screen.getvalue().endswith("<console-picture de>\n")


async def test_a_withdrawn_message_is_said_to_be_and_offers_nothing_any_more():
    transport, screen = make("1\n")
    await transport.send(Shipment(1, "terminal", Outgoing("Für wen?", CHOICES), "de"))
    await transport.send(Shipment(2, "terminal", Outgoing("", withdrawn=True), "de", edits=("1",)))
    assert "<console-withdrawn de>" in screen.getvalue()
    await transport.open()
    batches = transport.batches("")
    await anext(batches)
    transport._told.set()
    assert (await anext(batches)).incoming[0].kind is Kind.TEXT


async def test_a_folder_that_cannot_be_written_to_is_the_accounts_trouble(tmp_path: Path):
    transport, _ = make("", tmp_path / "nowhere")
    outgoing = Outgoing("Ihre Daten", files=(FileRef(1, "daten.json", "application/json"),))
    with pytest.raises(DeliveryProblem) as problem:
        await transport.send(Shipment(1, "terminal", outgoing, "de", load=kept(b"{}")))
    assert problem.value.verdict is Verdict.ACCOUNT


async def test_a_picture_is_read_from_the_typed_path(tmp_path: Path):
    picture = tmp_path / "dach.png"
    picture.write_bytes(b"12345")
    incoming = read(f"@{picture}\n", "e", "de", NOW)
    transport, _ = make("")
    assert incoming.attachment is not None
    assert await transport.fetch(incoming.attachment, 5) == b"12345"
    for attachment, limit, verdict in (
        (incoming.attachment, 4, Verdict.REFUSED),  # too large
        (Attachment(str(tmp_path / "nichts")), 5, Verdict.UNSENT),  # not to be had
        (Attachment("\0"), 5, Verdict.UNSENT),
    ):
        with pytest.raises(DeliveryProblem) as problem:
            await transport.fetch(attachment, limit)
        assert problem.value.verdict is verdict


@pytest.mark.parametrize(
    ("path", "kind", "mime"),
    [
        ("~/Bilder/dach.JPG", Kind.PICTURE, "image/jpeg"),
        ("/daheim/Programm Herbst.pdf", Kind.UNSUPPORTED, "application/pdf"),
        ("notizen", Kind.UNSUPPORTED, ""),
    ],
)
def test_a_path_is_a_picture_or_a_document_as_its_name_says(path: str, kind: Kind, mime: str):
    incoming = read(f"@{path}", "e", "de", NOW)
    assert (incoming.kind, incoming.text) == (kind, Content.DOCUMENT if kind is Kind.UNSUPPORTED else "")
    assert incoming.attachment == Attachment(path, mime, path.rpartition("/")[2])
