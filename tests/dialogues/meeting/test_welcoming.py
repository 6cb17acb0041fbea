"""The first words, in German and English, for newcomers and members."""

from dataclasses import replace

import pytest

from bot.core.messages import Kind
from tests.dialogues.scenes import JOINS
from tests.stage import Stage


async def test_a_newcomer_hears_who_speaks_what_it_is_for_and_where_to_go(stage: Stage) -> None:
    await stage.play("""
        > /start
        < Guten Tag! ... REGIONAL.KLIMASCHUTZ.MACHEN ... klimaneutral bis 2040 [Mitmachen] [Erst umsehen] [English]
        <<
    """)


async def test_one_tap_and_the_greeting_speaks_english(stage: Stage) -> None:
    await stage.play("""
        > /start
        < Guten Tag!
        > [English]
        < Hello! ... climate-neutral by 2040 [Take part] [Look around first] [Deutsch (Sie)]
        > [Deutsch (Sie)]
        < Guten Tag!
    """)


async def test_a_choice_under_the_greeting_leads_on_typed_or_tapped(stage: Stage) -> None:
    await stage.play("""
        > /start
        < Guten Tag!
        > erst umsehen
        < Bündnis im Landkreis Lörrach
        > [Mitmachen]
        < Ihre Daten, kurz gesagt
    """)


async def test_a_code_that_is_no_invitation_is_no_reason_to_complain(stage: Stage) -> None:
    await stage.play("""
        > /start plakat-rathaus
        < Guten Tag!
        <<
    """)


async def test_who_invites_the_assistant_is_greeted_at_once(stage: Stage) -> None:
    invited = replace(stage.seat("").types(""), kind=Kind.JOINED)
    await stage.hear("", invited)
    if not stage.fake.abilities.comes_with_start:
        await stage.play("< Guten Tag! [Mitmachen]")
    await stage.play("<<")


@pytest.mark.parametrize("stage", ["telegram"], indirect=True)
async def test_who_comes_back_to_telegram_is_greeted_once(stage: Stage) -> None:
    """Its app sends /start by itself after the button that unblocks."""
    await stage.hear("", replace(stage.seat("").types(""), kind=Kind.JOINED))
    await stage.play("""
        > /start
        < Guten Tag! [Mitmachen]
        <<
    """)


async def test_a_member_is_greeted_by_name(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /start
        < Schön, dass Sie wieder da sind, Lea. [Geschichte erzählen] [Zusage machen] [Hilfe]
    """)
