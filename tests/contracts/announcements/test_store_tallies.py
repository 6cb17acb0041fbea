"""What became of the copies: counters that add up whatever happens, and what organisers decide about the rest."""

from __future__ import annotations

import pytest

from bot.core.ports import Settlement, State
from bot.domain.announcements.announcement import AnnouncementState, Chore, Draft, Ending, Step, Written
from bot.domain.announcements.audience import Audience
from tests.contracts.announcements.town import DRAFT, OTHER

S = AnnouncementState


async def announced(town, count: int = 3) -> tuple[int, list[int]]:
    """So many people, an announcement for them, and their numbers."""
    people = [await town.settle_in(str(number)) for number in range(count)]
    return await town.announce(), people


async def test_counted_by_network_language_and_state(town):
    await town.settle_in("a", language="en")
    await town.settle_in("b", account=OTHER)
    await town.settle_in("c")
    number = await town.announce()
    a, c = await town.claim()
    await town.settle(a)
    await town.settle(c, state=State.REFUSED)
    await town.deliver(OTHER)
    tally = await town.store.read(lambda work: work.announcements.tally(number))
    assert tally.settled == {
        ("telegram", "en", "sent"): 1,
        ("telegram", "de", "refused"): 1,
        ("matrix", "de", "sent"): 1,
    }
    assert (tally.total, tally.open) == (3, 0)


async def test_what_waits_and_is_being_sent_is_open(town):
    number, _ = await announced(town)
    [first, *_] = await town.claim(limit=2)
    await town.settle(first, state=State.QUEUED, not_before=town.clock.now())
    assert await town.tally(number) == {"open": 3}


async def test_a_receipt_that_comes_twice_counts_once(town):
    number, _ = await announced(town, 2)
    rows = await town.claim()
    await town.settle(*rows, rows[0])
    await town.settle(*rows, state=State.UNCERTAIN)
    assert await town.tally(number) == {"sent": 2}


async def test_a_late_receipt_ends_the_uncertainty(town):
    number, _ = await announced(town, 3)
    other = await town.announce(Draft(DRAFT.words, Audience(networks=("matrix",))))
    rows = await town.claim()
    await town.settle(*rows[:2], state=State.UNCERTAIN)
    assert await town.tally(number) == {"uncertain": 2, "open": 1}
    await town.settle(*rows)
    assert await town.tally(number) == {"sent": 3}
    assert await town.tally(other) == {}


async def test_a_late_receipt_of_one_announcement_hides_no_other(town):
    first, _ = await announced(town, 2)
    [a, b] = await town.claim()
    await town.settle(a, state=State.UNCERTAIN)
    await town.settle(b)
    second = await town.announce()
    rows = await town.claim()
    await town.settle(a, *rows)
    assert (await town.tally(first), await town.tally(second)) == ({"sent": 2}, {"sent": 2})


async def test_what_is_known_unsent_after_all_is_open_again(town):
    number, _ = await announced(town, 1)
    [row] = await town.claim()
    await town.settle(row, state=State.UNCERTAIN)
    await town.settle(row, state=State.QUEUED, not_before=town.clock.now())
    assert await town.tally(number) == {"open": 1}
    await town.deliver()
    assert await town.tally(number) == {"sent": 1}


async def test_what_is_dropped_at_the_claim_is_counted(town):
    number, people = await announced(town, 4)
    contact = await town.contact(people[1])
    await town.do(lambda work: work.people.set_news(people[0], False))
    await town.do(lambda work: work.people.set_reachable(contact, False))
    await town.deliver()
    assert await town.tally(number) == {"cancelled": 1, "unreachable": 1, "sent": 2}


@pytest.mark.parametrize("claimed", [0, 2])
async def test_somebody_erased_meanwhile_leaves_an_announcement_that_comes_to_an_end(town, clock, claimed):
    number, people = await announced(town, 3)
    rows = await town.claim(limit=claimed) if claimed else []
    await town.do(lambda work: work.privacy.erase(people[0], clock.now()))
    await town.settle(*rows)
    await town.deliver()
    assert await town.tally(number) == {"sent": 2, "cancelled": 1}
    assert not await town.store.read(lambda work: work.announcements.open_in(number, Step.SEND, town.clock.now()))


async def test_decisions_after_an_erasure_still_add_up(town, clock):
    number, people = await announced(town, 3)
    rows = await town.claim()
    await town.settle(rows[0])
    await town.settle(*rows[1:], state=State.UNCERTAIN)
    await town.do(lambda work: work.privacy.erase(people[0], clock.now()))
    await town.decide(number, Chore.LEAVE)
    assert await town.tally(number) == {"sent": 1, "cancelled": 2}


# -- decisions -------------------------------------------------------------------------------------------------------


async def test_who_did_not_get_it_and_why(town):
    member = await town.settle_in("Sonne", kind="company")
    follower = await town.settle_in("anna")
    number = await town.announce()
    rows = await town.claim()
    await town.settle(rows[0], state=State.REFUSED, problem="too long")
    await town.settle(rows[1])
    report = await town.store.read(lambda work: work.announcements.outcomes(number, ["refused", "unreachable"]))
    assert [(one.person, one.name, one.network, one.state, one.problem) for one in report] == [
        (member, "Sonne", "telegram", "refused", "too long")
    ]
    [sent] = await town.store.read(lambda work: work.announcements.outcomes(number, ["sent"]))
    assert (sent.person, sent.name) == (follower, "")


async def ended(town) -> int:
    """One of each end: sent, refused, unreachable, unreachable and back, uncertain."""
    number, people = await announced(town, 5)
    rows = await town.claim()
    for row, state in zip(rows, (State.SENT, State.REFUSED, State.UNREACHABLE, State.UNREACHABLE), strict=False):
        await town.settle(row, state=state, contact_gone=state is State.UNREACHABLE)
    await town.settle(rows[4], state=State.UNCERTAIN)
    contact = await town.contact(people[3])
    await town.do(lambda work: work.people.set_reachable(contact, True))
    await town.move(number, S.DONE)
    return number


async def test_only_what_certainly_did_not_arrive_and_may_now_is_tried_again(town, clock):
    number = await ended(town)
    assert await town.decide(number, Chore.RETRY) == 2
    assert (await town.get(number)).state is S.SENDING
    assert await town.tally(number) == {"sent": 1, "unreachable": 1, "uncertain": 1, "open": 2}
    assert [row.address for row in await town.deliver()] == ["1", "3"]
    assert await town.tally(number) == {"sent": 3, "unreachable": 1, "uncertain": 1}


async def test_uncertain_ones_are_sent_again_only_if_somebody_decides_so(town, clock):
    number = await ended(town)
    assert await town.decide(number, Chore.RESEND) == 1
    assert [row.address for row in await town.deliver()] == ["4"]
    assert await town.tally(number) == {"sent": 2, "refused": 1, "unreachable": 2}


async def test_uncertain_ones_may_be_left(town, clock):
    number = await ended(town)
    assert await town.decide(number, Chore.LEAVE) == 1
    assert await town.claim() == []
    assert await town.tally(number) == {"sent": 1, "refused": 1, "unreachable": 2, "cancelled": 1}
    assert (await town.get(number)).state is S.DONE
    assert await town.store.read(lambda work: work.ledger.uncertain()) == []


@pytest.mark.parametrize("state", [S.CANCELLED, S.WITHDRAWN])
async def test_nothing_stopped_or_taken_back_is_sent_again(town, clock, state):
    number = await ended(town)
    await town.move(number, state)
    assert await town.decide(number, Chore.RETRY) == 0
    assert await town.decide(number, Chore.RESEND) == 0
    assert await town.claim() == []


async def test_trying_again_while_copies_are_written_does_not_cut_that_short(town, clock):
    for name in ("a", "b"):
        await town.settle_in(name)
    number = await town.add()
    await town.enqueue(number, 1)
    await town.settle(*await town.claim(), state=State.REFUSED)
    assert await town.decide(number, Chore.RETRY) == 1
    assert (await town.get(number)).state is S.ENQUEUING
    while not await town.enqueue(number, 1):
        pass
    assert [row.address for row in await town.claim()] == ["a", "b"]


@pytest.mark.parametrize("to", [S.CANCELLED, S.WITHDRAWN])
async def test_a_stopped_one_sends_nothing_more_at_once_or_bundled(town, clock, to):
    from bot.domain.announcements.wishes import Rhythm

    bundled = await town.settle_in("bundled")
    await town.wishes(bundled, rhythm=Rhythm.DAILY)
    number, _ = await announced(town, 3)
    [row] = await town.claim(limit=1)
    await town.move(number, to)
    assert await town.claim() == []
    await town.settle(row)
    assert await town.carry_out(number, chunk=1) is Written.ALL
    assert await town.tally(number) == {"sent": 1, "cancelled": 2}
    clock.turn(days=2)
    assert await town.due() == {}


async def test_a_settlement_of_somebody_elses_message_counts_nothing(town):
    number, _ = await announced(town, 1)
    await town.do(
        lambda work: work.ledger.settle([Settlement(999, 1, State.SENT, announcement=number)], town.clock.now())
    )
    assert await town.tally(number) == {"open": 1}


@pytest.mark.parametrize("chore", [Chore.RESEND, Chore.LEAVE])
async def test_whoever_changes_their_language_is_counted_in_that_of_the_copy(town, chore):
    number, (changing, _) = await announced(town, 2)
    await town.settle(*await town.claim(), state=State.UNCERTAIN)
    await town.do(lambda work: work.people.set_language(changing, "en"))
    await town.decide(number, chore)
    again = await town.claim()
    assert [row.outgoing.text for row in again] == (["News", "Neues"] if chore is Chore.RESEND else [])
    await town.settle(*again)
    tally = await town.store.read(lambda work: work.announcements.tally(number))
    left = {("telegram", "de", Ending.LEFT): 2}
    sent = {("telegram", "de", "sent"): 1, ("telegram", "en", "sent"): 1}
    assert tally.settled == (sent if chore is Chore.RESEND else left)


async def test_what_was_dropped_before_it_was_sent_is_counted_once_in_one_language(town):
    number, (changing,) = await announced(town, 1)
    contact = await town.contact(changing)
    await town.do(lambda work: work.people.set_reachable(contact, False))
    assert await town.claim() == []
    await town.do(lambda work: work.people.set_language(changing, "en"))
    await town.do(lambda work: work.people.set_reachable(contact, True))
    await town.decide(number, Chore.RETRY)
    await town.deliver()
    tally = await town.store.read(lambda work: work.announcements.tally(number))
    assert tally.settled == {("telegram", "en", "sent"): 1}


async def test_what_is_stopped_while_it_is_written_counts_those_without_a_copy_too(town):
    for each in range(5):
        await town.settle_in(str(each), language="en" if each == 4 else "de")
    number = await town.add()
    await town.enqueue(number, 2)
    await town.deliver()
    await town.move(number, S.CANCELLED, acted_by=1)
    assert await town.carry_out(number, 1) is Written.ALL
    tally = await town.store.read(lambda work: work.announcements.tally(number))
    assert tally.settled == {
        ("telegram", "de", "sent"): 2,
        ("telegram", "de", Ending.STOPPED): 2,
        ("telegram", "en", Ending.STOPPED): 1,
    }
    assert (tally.total, tally.open) == (5, 0)
    assert await town.claim() == []
