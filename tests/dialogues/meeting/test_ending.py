"""A conversation in the browser that was ended: nobody comes back to it, and nothing more is sent there."""

import pytest

from bot.adapters.browser.translate import Visitor, ended
from tests.dialogues.scenes import JOINS
from tests.stage import Stage


@pytest.mark.parametrize("stage", ["browser"], indirect=True)
async def test_whoever_keeps_the_cookie_of_an_ended_conversation_is_a_stranger(stage: Stage) -> None:
    await stage.play(JOINS)
    address = stage.seat("").types("hallo").address
    before = await stage.work(lambda work: work.people.find(stage.fake.account, [address]))
    person, contact = before[address]
    for incoming in ended(Visitor(stage.fake.account, address, "de"), stage.clock.now()):
        await stage.hear("", incoming)
    after = await stage.work(lambda work: work.people.contacts(person.id))
    assert [(one.id, one.reachable, one.address != address) for one in after] == [(contact.id, False, True)]
    await stage.play("""
        > /meinedaten
        < Mitgliedschaft: keine
    """)
