"""The stage for transcripts: every transcript is played on every network's fake, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.core.routing import Routes
from bot.core.running.housekeeping import TIDY
from bot.core.words.texts import text
from config.profile import load_alliance
from config.texts import FluentTexts
from handlers import ROUTES
from storage import open_store
from tests.fakes.browser import FakeBrowser
from tests.fakes.console import FakeConsole
from tests.fakes.matrix import FakeMatrix
from tests.fakes.telegram import FakeTelegram
from tests.stage import Fake, Stage, StageClock

FAKES: dict[str, Callable[[], Fake]] = {
    "telegram": FakeTelegram,
    "matrix": FakeMatrix,
    "browser": FakeBrowser,
    "console": FakeConsole,
}


@pytest.fixture(scope="session")
def alliance():
    return load_alliance("loerrach")


@pytest.fixture(scope="session")
def texts(alliance):
    return FluentTexts(languages=alliance.languages, zone=alliance.zone)


@pytest.fixture(params=list(FAKES))
async def stage(request, tmp_path: Path, database_url, alliance, texts) -> AsyncIterator[Stage]:
    clock = StageClock()
    url = database_url("sqlite")
    store = open_store(url, clock=clock, erasures_file=tmp_path / "erased.txt", zone=alliance.zone)
    await store.start()
    try:
        yield Stage(FAKES[request.param](), store, alliance, texts, Routes((*ROUTES, TIDY)), clock)
        for deed in await store.read(lambda work: work.organisation.deeds()):
            for language in alliance.languages:
                said = texts.render(text("team-deed", when=deed.at, who="", what=deed.what, subject=""), language)
                assert deed.what not in said, "the audit table's page has no words for it"
    finally:
        await store.close()
