"""An album comes picture by picture: what nobody asked for, or what is answered already, is told of once."""

from dataclasses import replace

import pytest

from bot.core.messages import Batch
from bot.core.ports import Work
from bot.core.talking.conversation import Prepared
from tests.dialogues.announcing.test_announcing import audience
from tests.dialogues.stories.test_stories import INFORMED, TOLD
from tests.stage import Stage, picture


async def sends_album(stage: Stage, count: int, name: str = "", album: str = "1357") -> None:
    for _ in range(count):
        await stage.hear(name, replace(stage.seat(name).shows(picture()), album=album))


async def test_fault_17_of_an_album_the_first_picture_goes_with_the_story_and_there_is_one_reply(stage: Stage) -> None:
    before, _, rest = TOLD.partition("    > [Ohne Bild]\n")
    await stage.play(INFORMED + before)
    await sends_album(stage, 10)
    asked, looked_at, _ = rest.partition("    < So sieht sie aus")
    await stage.play(asked.replace("    > [Öffentlich]", "    <<\n    > [Öffentlich]"))
    assert looked_at
    assert len(stage.expect("", "So sieht sie aus").files) == 1


async def test_fault_17_an_album_that_nobody_asked_for_gets_one_reply_and_the_next_album_another(stage: Stage) -> None:
    await stage.play("""
        > /start
        <
    """)
    for album in ("1357", "1358"):
        await sends_album(stage, 10, album=album)
        await stage.play("""
            < Danke für das Bild. Hier kann ich es leider nicht verwenden
            <<
        """)


async def test_fault_17_in_the_middle_of_a_dialogue_the_open_question_comes_once(stage: Stage) -> None:
    await stage.play(INFORMED)
    await stage.play("< Wie heißt Ihre Geschichte?")
    await sends_album(stage, 10)
    await stage.play("""
        < Danke für das Bild. ... Wie heißt Ihre Geschichte?
        <<
        > Das Dach ist voll
        < Was haben Sie gemacht?
    """)


async def test_fault_17_what_is_handled_again_after_a_lost_transaction_is_still_the_first(stage: Stage) -> None:
    """The pictures' places in the inbox tell them apart, not that one was looked at before."""
    await stage.play("""
        > /start
        <
    """)
    first, account, now = replace(stage.seat("").shows(picture()), album="1357"), stage.fake.account, stage.clock.now()
    await stage.work(lambda work: work.inbox.accept(account, Batch((first,)), now))
    (row,) = await stage.store.transact(lambda work: work.inbox.claim(account, 64, [], 3))

    def handle(work: Work) -> None:
        stage.conversation.handle(work, account, [Prepared(row.id, row.incoming)], now)

    def lost(work: Work) -> None:
        handle(work)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await stage.work(lost)
    await stage.work(handle)
    await stage.deliver()
    await stage.play("""
        < Danke für das Bild.
        <<
    """)


async def test_fault_17_to_an_announcement_every_picture_of_an_album_goes_along(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        olga> /nachricht
        olga<
        olga> Bilder vom Fest
        olga< Soll ein Bild oder eine Datei mit?
    """)
    await sends_album(stage, 10, "olga")
    assert stage.expect_soon("olga", "10 Bilder sind da.")
