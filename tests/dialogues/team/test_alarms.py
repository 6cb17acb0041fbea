"""Owners hear of a network in trouble once, and once when it is over; on another network if they have one."""

from __future__ import annotations

from bot.core.messages import Incoming, Kind
from bot.core.words.texts import text
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


async def _tick(stage: Stage) -> None:
    await stage.tick("alarms")


async def test_owners_hear_of_trouble_once_and_once_when_it_is_over(stage: Stage) -> None:
    await stage.play("olga> /hilfe\nolga<\nanna> /hilfe\nanna<")
    await stage.make_organiser("olga")
    await stage.work(lambda work: work.accounts.trouble("telegram:9", "the token is wrong"))
    await _tick(stage)
    await stage.play("olga< Telegram ist gerade gestört. ... länger als einen Tag ... the token is wrong\nanna<<")
    await _tick(stage)
    await stage.play("olga<<")
    await stage.work(lambda work: work.accounts.trouble("telegram:9", ""))
    await _tick(stage)
    await stage.play("olga< läuft wieder ... behoben ist: the token is wrong\nanna<<")
    await _tick(stage)
    await stage.play("olga<<")


async def test_trouble_is_told_to_the_first_owner_there_is(stage: Stage) -> None:
    await stage.work(lambda work: work.accounts.trouble("matrix:@bot:example.org", "the server does not answer"))
    await _tick(stage)
    await stage.play("olga> /help\nolga<")
    await stage.make_organiser("olga")
    await _tick(stage)
    await stage.play("olga< gestört ... the server does not answer")


async def test_trouble_that_could_not_be_stored_is_told_when_it_is_over(stage: Stage) -> None:
    await stage.play("olga> /hilfe\nolga<")
    await stage.make_organiser("olga")
    await stage.work(lambda work: work.accounts.missed("telegram:9", "the disk is full"))
    await _tick(stage)
    await stage.play("olga< läuft wieder ... behoben ist: the disk is full\nolga<<")


async def test_fault_22_the_owners_are_told_that_messages_may_be_missing_and_nobody_else(stage: Stage) -> None:
    await organisers(stage, olga="owner", edda="editor")
    gap = Incoming(stage.fake.account, "gap:1", "", "", Kind.GAP, stage.clock.now(), private=False)
    await stage.hear("", gap)
    network = stage.texts.label(text("sending-network", network=stage.fake.account.partition(":")[0]), "de")
    await stage.play(f"""
        olga< Bei {network} fehlt mir ein Stück ... Einzelne Nachrichten aus dieser Zeit können fehlen.
        edda<<
    """)
