"""Fault 52: no link that a person wrote is ever fetched, by no handler and by no adapter."""

from __future__ import annotations

import socket

import pytest

from bot.adapters.telegram import TelegramTransport
from bot.core.messages import Kind, Outgoing, Shipment
from bot.core.words.markup import escape
from tests.contracts.core import Core
from tests.contracts.transports.networks import core, everywhere, party, synapse
from tests.contracts.transports.parties import OnMatrix, OnTelegram, Party
from tests.dialogues.scenes import JOINS
from tests.dialogues.stories.test_stories import organisers
from tests.fakeapi.client import FakeApi
from tests.stage import Stage

__all__ = ["core", "party", "synapse"]

LINK = "http://127.0.0.1:9/geheim?x=1"
LINKS = f"{LINK} https://boese.example/a.png [hier](https://boese.example) www.boese.example"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every address anybody looks up or connects to."""
    found: list[object] = []
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def watched_look_up(host, port, *more, **named):
        found.append((host, port))
        return look_up(host, port, *more, **named)

    def watched_connect(self, address):
        found.append(address)
        return connect(self, address)

    monkeypatch.setattr(socket, "getaddrinfo", watched_look_up)
    monkeypatch.setattr(socket.socket, "connect", watched_connect)
    return found


def test_fault_52_the_guard_sees_a_connection(asked: list[object]):
    with socket.socket() as probe, pytest.raises(OSError, match="refused"):
        probe.connect(("127.0.0.1", 9))
    assert asked == [("127.0.0.1", 9)]


async def test_fault_52_no_handler_fetches_what_a_person_wrote(stage: Stage, asked: list[object]):
    await organisers(stage, olga="owner")
    await stage.play(JOINS.replace("> Lea", f"> Lea {LINK}"))
    await stage.play(f"""
        > /geschichte
        < Wie heißt Ihre Geschichte?
        > {LINK}
        < Was haben Sie gemacht?
        > {LINKS} und wieder {LINKS}
        < Ihr Tipp
        > {LINKS}
        < Zu welchem Ziel
        > {LINK}
        <
        > abbrechen
        <
        > {LINKS}
        <
        olga> /nachricht
        olga< Was möchten Sie schreiben?
        olga> {LINKS}
        olga< Soll ein Bild oder eine Datei mit?
    """)
    assert asked == []


def own_ports(party: Party) -> set[int]:
    """Where the network itself and the person's program on it are reached; our own two need no connection."""
    match party:
        case OnTelegram():
            return {int(party.api.url.rpartition(":")[2]), party.api._control}
        case OnMatrix():
            return {party.synapse.port}
    return set()


@everywhere
async def test_fault_52_no_adapter_fetches_what_it_hears_sends_or_changes(
    asked: list[object], party: Party, core: Core
):
    address = await party.meets(core)
    await party.types(LINKS)
    assert (await core.gets(Kind.TEXT)).text == LINKS
    sent = await core.says(address, escape(LINKS))
    assert LINK in (await party.sees()).words
    await core.says(address, escape(f"anders: {LINKS}"), edits=sent.refs)
    assert LINK in (await party.sees_changed())[1].words
    assert {asked_for[1] for asked_for in asked} == own_ports(party)


async def test_fault_52_telegram_is_given_the_link_without_a_preview(
    fakeapi: FakeApi, telegram: TelegramTransport, asked: list[object]
):
    fakeapi.user(1001).types("/start")
    batches = telegram.batches("")
    await anext(batches)
    await telegram.send(Shipment(1, "1001", Outgoing(escape(LINKS)), "de"))
    await batches.aclose()
    server = int(fakeapi.url.rpartition(":")[2])
    assert {address[1] for address in asked} <= {server, fakeapi._control}
    assert LINK in fakeapi.user(1001).all()[0].words
