"""The four real transports as fixtures: `party`, a person on a network, and `core`, the bot's side of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.adapters.console import transport as console
from tests.contracts.core import Core
from tests.contracts.transports.own_parties import OnBrowser, OnConsole
from tests.contracts.transports.parties import OnMatrix, OnTelegram, Party
from tests.live.matrix.synapse import synapse

__all__ = ["core", "party", "synapse"]

ALL = ("telegram", "matrix", "browser", "console")
everywhere = pytest.mark.parametrize("party", ALL, indirect=True)
where_it_can_be_sent_again = pytest.mark.parametrize("party", ALL[:3], indirect=True)


@pytest.fixture
async def party(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Party]:
    monkeypatch.setattr(console, "ANSWER_SECONDS", 0.2)
    match request.param:
        case "telegram":
            made: Party = OnTelegram(request.getfixturevalue("fakeapi"))
        case "matrix":
            made = OnMatrix(request.getfixturevalue("synapse"))
        case "browser":
            made = OnBrowser()
        case _:
            made = OnConsole()
    yield made
    await made.leaves()


@pytest.fixture
async def core(party: Party) -> AsyncIterator[Core]:
    one = Core(party.make)
    await one.open()
    yield one
    await one.end()
