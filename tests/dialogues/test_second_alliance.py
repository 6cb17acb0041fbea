"""An alliance is data: another name, region, language, goals, kinds and pledges, and no line of code."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.routing import Routes
from config.profile import load_alliance
from config.texts import FluentTexts
from handlers import ROUTES
from storage import open_store
from tests.dialogues.conftest import FAKES
from tests.stage import Stage, StageClock
from tests.storage_fixtures import MakeDatabase

RIVERBEND = Path(__file__).parents[1] / "alliances" / "riverbend"


@pytest.fixture(params=list(FAKES))
async def stage(request: pytest.FixtureRequest, tmp_path: Path, database_url: MakeDatabase) -> AsyncIterator[Stage]:
    """The stage of the invented English-only alliance."""
    alliance, clock = load_alliance(str(RIVERBEND)), StageClock()
    texts = FluentTexts(languages=alliance.languages, zone=alliance.zone)
    store = open_store(database_url("sqlite"), clock=clock, erasures_file=tmp_path / "erased.txt")
    await store.start()
    try:
        yield Stage(FAKES[request.param](), store, alliance, texts, Routes(ROUTES), clock)
    finally:
        await store.close()


async def test_a_notice_that_rests_on_no_consent_asks_only_to_be_read(stage: Stage):
    await stage.play("""
        anna> /join
        anna< public task ... [Read, continue] [Read only]
        anna> agree, continue
        anna< [Just me]
        anna> /cancel
        anna<
        anna> /ask When do we meet?
        anna< with the team
        anna> /mydata
    """)
    seen = stage.expect("anna", "Privacy notice read, version v1")
    assert not [label for label in seen.labels if label.startswith("Take back")]


async def test_the_whole_round_of_another_alliance(stage: Stage):
    await stage.play("olga> /start\nolga< Riverbend Climate Pact")
    await stage.make_organiser("olga")
    await stage.play("""
        anna> /start
        anna< Riverbend Climate Pact (invented) ... 2035 [Take part]
        anna> [Take part]
        anna< Riverbend County (invented)
        anna> [Read, continue]
        anna< [Just me] [Our farm]
        anna> [Our farm]
        anna<
        anna> Hilltop Farm
        anna<
        anna> Ann Hill
        anna<
        anna> Owner
        anna<
        anna> Mill
        anna< Be kind ... version v3
        anna> yes
        anna<
        anna> yes
        anna<
        anna> yes
        anna< Farm ... Hilltop Farm ... Millford
        anna> [Yes, join]
        anna< RB-2026-0001 ... 03:00
        anna> /story
        anna<
        anna> Rain barrels
        anna<
        anna> We collect the rain of the barn roof.
        anna<
        anna> Start with one barrel.
        anna< [Guard the river] [Clean power]
        anna> [Guard the river]
        anna<
        anna> [No picture]
        anna<
        anna> [Public]
        anna< Rain barrels
        anna> [Send]
        anna< with the team
        olga< Rain barrels ... Hilltop Farm
        olga> [Approve]
        olga< Approved
        anna< is published
        anna> /pledge
        anna< [Guard the river] [Clean power]
        anna> [Guard the river]
        anna< [Water the garden with rain]
        anna> [Water the garden with rain]
        anna<
        anna> [Skip]
        anna<
        anna> [17:00]
        anna< Water the garden with rain
    """)
