"""The browser's mailbox over every store: what a page that comes back is told of each message."""

from __future__ import annotations

import json

from bot.adapters.browser import StoredMailbox
from bot.adapters.browser.translate import write
from bot.core.messages import Choice, Outgoing
from bot.core.ports import Lane
from tests.contracts.office import ACCOUNT


async def test_only_an_announcement_can_be_replied_to(post, store):
    person, contact = await post.meet("anna")
    await store.transact(lambda work: work.people.set_news(person, True))
    asked = Outgoing("Hat es geklappt?", (Choice("Ja", "d:x~y"),))
    for words, lane in (("Guten Tag", Lane.REPLY), (asked, Lane.CHECK_IN), ("Am Freitag", Lane.ANNOUNCEMENT)):
        await post.add(contact, words, lane)
        for row in await post.claim():
            await post.settle(row)
    sent = [json.loads(write(one, str)) for one in await StoredMailbox(store, ACCOUNT)("anna", 0)]
    assert [frame["html"] for frame in sent if frame.get("answerable")] == ["<p>Am Freitag</p>"]
    assert len(sent) == 3
