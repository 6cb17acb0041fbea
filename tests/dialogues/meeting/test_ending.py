"""What has ended: a conversation in the browser, and a dialogue that this version does not have any more."""

from dataclasses import replace

import pytest

from bot.adapters.browser.translate import Visitor, ended
from bot.core.ports import Work
from tests.dialogues.scenes import JOINS
from tests.stage import Stage


@pytest.mark.parametrize("stage", ["browser"], indirect=True)
async def test_whoever_keeps_the_cookie_of_an_ended_conversation_is_a_stranger(stage: Stage) -> None:
    await stage.play(JOINS)
    address = stage.seat("").types("hallo").address
    before = await stage.work(lambda work: work.people.find(stage.fake.account, [address]))
    person, contact = before[address]
    await stage.hear("", ended(Visitor(stage.fake.account, address, "de"), stage.clock.now()))
    after = await stage.work(lambda work: work.people.contacts(person.id))
    assert [(one.id, one.reachable, one.address != address) for one in after] == [(contact.id, False, True)]
    await stage.play("""
        > /meinedaten
        < Mitgliedschaft: keine
    """)


@pytest.mark.parametrize("goes_on", ["/geschichte", "[Weitermachen]"])
async def test_a_dialogue_that_there_is_no_longer_is_closed_by_whatever_comes_next(stage: Stage, goes_on: str) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > /umsehen
        < Bündnis ... Noch offen [Weitermachen]
    """)
    address = stage.seat("").types("hallo").address

    def renamed(work: Work) -> None:
        _, contact = work.people.find(stage.fake.account, [address])[address]
        journal = work.journals.active([contact.id])[contact.id]
        work.journals.save(contact.id, replace(journal, dialogue="of-an-older-version"))

    await stage.work(renamed)
    await stage.play(f"""
        > {goes_on}
        < Diese Frage ist nicht mehr offen.
    """)
