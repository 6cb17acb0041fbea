"""Pledges, check-ins, invitations, audit, passed-on questions and files."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.messages import FileRef, Outgoing
from bot.core.ports import Journal, Lane, Mode
from bot.domain.people.organiser import REMOVED, Deed
from bot.domain.people.person import Role
from bot.domain.pledge import PledgeDraft, PledgeState
from bot.domain.story import Scope, StoryDraft

DRAFT = PledgeDraft("bike", "Wenn es\x00 regnet", "weekly", 3, 17)


@pytest.fixture
async def somebody(store, clock):
    person, contact = await store.transact(lambda work: work.people.meet("a:1", "anna", "de", clock.now()))
    return person.id, contact.id


async def promise(store, clock, person, entry="bike"):
    draft = PledgeDraft(entry, DRAFT.plan, DRAFT.cadence, DRAFT.weekday, DRAFT.hour)
    return await store.transact(lambda work: work.pledges.add(draft, person, clock.now(), clock.now()))


async def ask(store, clock, pledge, day):
    later = clock.now() + timedelta(days=7)
    return await store.transact(lambda work: work.pledges.open_check_in(pledge.id, day, later, clock.now()))


async def test_a_pledge_is_asked_about_when_it_is_due(store, clock, somebody):
    pledge = await promise(store, clock, somebody[0])
    assert (pledge.plan, pledge.state, pledge.unanswered) == (DRAFT.plan, PledgeState.ACTIVE, 0)
    assert await store.read(lambda work: work.pledges.due(clock.now() - timedelta(seconds=1))) == []
    assert await store.read(lambda work: work.pledges.due(clock.now())) == [pledge]
    check_in = await ask(store, clock, pledge, date(2026, 11, 23))
    assert (check_in.pledge, check_in.due, check_in.answered_at) == (pledge.id, date(2026, 11, 23), None)
    assert await store.read(lambda work: work.pledges.due(clock.now())) == []
    assert (await store.read(lambda work: work.pledges.get(pledge.id))).unanswered == 1


async def test_one_day_is_asked_about_once(store, clock, somebody):
    pledge = await promise(store, clock, somebody[0])
    assert await ask(store, clock, pledge, date(2026, 11, 23)) is not None
    assert await ask(store, clock, pledge, date(2026, 11, 23)) is None
    assert (await store.read(lambda work: work.pledges.get(pledge.id))).unanswered == 1


async def test_going_on_starts_anew_and_asks_about_no_day_twice(store, clock, somebody):
    pledge = await promise(store, clock, somebody[0])
    await ask(store, clock, pledge, date(2026, 11, 23))
    await store.transact(lambda work: work.pledges.set_state(pledge.id, PledgeState.ACTIVE, clock.now()))
    assert (await store.read(lambda work: work.pledges.get(pledge.id))).unanswered == 0
    assert await ask(store, clock, pledge, date(2026, 11, 23)) is None
    assert await store.read(lambda work: work.pledges.due(clock.now())) == []


async def test_paused_and_ended_ones_are_not_asked_about(store, clock, somebody):
    paused, ended = await promise(store, clock, somebody[0]), await promise(store, clock, somebody[0])
    await store.transact(lambda work: work.pledges.set_state(paused.id, PledgeState.PAUSED, None))
    await store.transact(lambda work: work.pledges.set_state(ended.id, PledgeState.ENDED, clock.now()))
    assert await store.read(lambda work: work.pledges.due(clock.now())) == []
    mine = await store.read(lambda work: work.pledges.of(somebody[0]))
    assert [(pledge.id, pledge.state, pledge.next_at) for pledge in mine] == [(paused.id, PledgeState.PAUSED, None)]


async def test_an_answer_counts_and_may_be_corrected_on_the_same_day_only(store, clock, somebody):
    pledge = await promise(store, clock, somebody[0])
    check_in = await ask(store, clock, pledge, date(2026, 11, 23))

    async def answer(what, amount=None):
        return await store.transact(lambda work: work.pledges.answer(check_in.id, what, amount, clock.now()))

    assert await answer("no")
    clock.turn(hours=2)
    assert await answer("yes", 2.5)
    clock.turn(days=1)
    assert not await answer("no")
    kept = await store.read(lambda work: work.pledges.check_in(check_in.id))
    assert (kept.answer, kept.amount, kept.answered_at) == ("yes", 2.5, clock.now() - timedelta(days=1))
    assert (await store.read(lambda work: work.pledges.get(pledge.id))).unanswered == 0
    assert not await store.transact(lambda work: work.pledges.answer(999, "yes", None, clock.now()))


async def test_only_the_latest_silent_one_is_reminded_and_once(store, clock, somebody):
    pledge = await promise(store, clock, somebody[0])
    await ask(store, clock, pledge, date(2026, 11, 16))
    clock.turn(days=7)
    latest = await ask(store, clock, pledge, date(2026, 11, 23))
    answered = await ask(store, clock, await promise(store, clock, somebody[0]), date(2026, 11, 23))
    await store.transact(lambda work: work.pledges.answer(answered.id, "yes", None, clock.now()))

    async def to_remind():
        return [one.id for one in await store.read(lambda work: work.pledges.to_remind(clock.now()))]

    assert await to_remind() == []
    clock.turn(days=3)
    assert await to_remind() == [latest.id]
    assert (await store.read(lambda work: work.pledges.latest(pledge.id))).id == latest.id
    await store.transact(lambda work: work.pledges.reminded(latest.id, clock.now()))
    assert await to_remind() == []


async def test_a_paused_pledge_is_not_reminded_of(store, clock, somebody):
    pledge = await promise(store, clock, somebody[0])
    await ask(store, clock, pledge, date(2026, 11, 23))
    clock.turn(days=4)
    await store.transact(lambda work: work.pledges.set_state(pledge.id, PledgeState.PAUSED, None))
    assert await store.read(lambda work: work.pledges.to_remind(clock.now())) == []


async def test_answers_are_added_up_for_one_and_for_all(store, clock, somebody):
    other = (await store.transact(lambda work: work.people.meet("a:1", "ben", "de", clock.now())))[0].id
    since = clock.now()
    days = iter(date(2026, 11, day) for day in range(1, 20))
    for person, entry, answer, amount in (
        (somebody[0], "bike", "yes", 2.0),
        (somebody[0], "bike", "yes", 0.5),
        (other, "bike", "no", None),
        (other, "meat", "yes", None),
    ):
        check_in = await ask(store, clock, await promise(store, clock, person, entry), next(days))
        await store.transact(
            lambda work, one=check_in, answer=answer, amount=amount: work.pledges.answer(
                one.id, answer, amount, clock.now()
            )
        )
    pledges = lambda fn: store.read(lambda work: fn(work.pledges))  # noqa: E731 - one line, used on the next ones
    assert await pledges(lambda all_: all_.counts(somebody[0], since)) == {"bike": {"yes": 2}}
    assert await pledges(lambda all_: all_.counts(None, since)) == {"bike": {"yes": 2, "no": 1}, "meat": {"yes": 1}}
    assert await pledges(lambda all_: all_.amounts(None, since)) == {"bike": 2.5}
    assert await pledges(lambda all_: all_.amounts(other, since)) == {}
    assert await pledges(lambda all_: all_.people_answering(since)) == {"": 2, "bike": 2, "meat": 1}
    assert await pledges(lambda all_: all_.people_answering(since + timedelta(days=1))) == {"": 0}
    counting = [("bike", "yes"), ("meat", "partly")]
    assert await pledges(lambda all_: all_.people_counted(since, counting)) == {"bike": 1}, "the other said no"
    assert await pledges(lambda all_: all_.people_counted(since, [])) == {"bike": 1}, "who gave an amount"
    assert await pledges(lambda all_: all_.people_counted(since + timedelta(days=1), counting)) == {}


async def test_an_invitation_works_once_and_in_its_time(store, clock, somebody):
    ends = clock.now() + timedelta(hours=24)
    await store.transact(lambda work: work.organisation.invite("hash", Role.MODERATOR, None, ends))
    await store.transact(lambda work: work.organisation.invite("late", Role.OWNER, somebody[0], clock.now()))

    def redeem(code):
        return lambda work: work.organisation.redeem(code, somebody[0], clock.now())

    assert await store.transact(redeem("wrong")) is None
    assert await store.transact(redeem("late")) is None
    assert await store.transact(redeem("hash")) is Role.MODERATOR
    assert await store.transact(redeem("hash")) is None


async def test_wrong_codes_are_counted_within_an_hour(store, clock, somebody):
    def fail(work):
        return work.organisation.failed_try(somebody[1], clock.now())

    assert [(await store.transact(fail)).here for _ in range(3)] == [1, 2, 3]
    clock.turn(minutes=61)
    assert (await store.transact(fail)).here == 1
    assert await store.read(lambda work: work.organisation.tries(somebody[1], clock.now() - timedelta(days=1))) == 4


async def test_wrong_codes_of_all_are_counted_by_the_hour_and_erasing_takes_none_back(store, clock):
    def fail(number):
        def write(work):
            person, contact = work.people.meet("browser:chat", f"session-{number}", "de", clock.now())
            tries = work.organisation.failed_try(contact.id, clock.now())
            work.privacy.erase(person.id, clock.now())
            return tries.here, tries.of_all

        return write

    assert [await store.transact(fail(number)) for number in range(3)] == [(1, 1), (1, 2), (1, 3)]
    clock.turn(hours=1)
    assert [await store.transact(fail(number)) for number in range(3, 5)] == [(1, 1), (1, 2)]


async def test_deeds_are_noted_newest_first(store, clock):
    await store.transact(lambda work: work.organisation.note(None, "invited", "role:owner", clock.now()))
    await store.transact(lambda work: work.organisation.note(7, "story-approved", "story:17", clock.now()))
    assert await store.read(lambda work: work.organisation.deeds()) == [
        Deed(7, "story-approved", "story:17", clock.now()),
        Deed(None, "invited", "role:owner", clock.now()),
    ]
    assert len(await store.read(lambda work: work.organisation.deeds(1))) == 1


async def test_whoever_lost_a_role_is_known_by_the_deeds(store, clock):
    for by, what, subject in ((None, REMOVED, "person:12"), (7, REMOVED, "person:3"), (7, REMOVED, "person:12")):
        await store.transact(lambda work, of=(by, what, subject): work.organisation.note(*of, clock.now()))
    await store.transact(lambda work: work.organisation.note(7, "organiser-joined", "role:owner", clock.now()))
    assert await store.read(lambda work: work.organisation.removed()) == [3, 12]


async def test_a_question_is_answered_once(store, clock, somebody):
    number = await store.transact(lambda work: work.organisation.ask(somebody[0], "Wie\x00?", "story:1", clock.now()))
    open_ones = await store.read(lambda work: work.organisation.open_questions())
    assert [(one.id, one.words, one.subject, one.person) for one in open_ones] == [
        (number, "Wie\x00?", "story:1", somebody[0])
    ]
    assert await store.transact(lambda work: work.organisation.answered(number, 7, clock.now())) is True
    assert await store.transact(lambda work: work.organisation.answered(number, 8, clock.now())) is False
    assert await store.read(lambda work: work.organisation.open_questions()) == []
    assert (await store.read(lambda work: work.organisation.question(number))).answered_at == clock.now()
    assert await store.read(lambda work: work.organisation.question(999)) is None


async def test_a_file_comes_back_byte_by_byte(store, clock, somebody):
    content = bytes(range(256)) * 100
    ref = await store.transact(lambda work: work.files.add(somebody[0], content, "a\x00.png", "image/png", clock.now()))
    assert await store.read(lambda work: work.files.get(ref.id)) == (FileRef(ref.id, "a\x00.png", "image/png"), content)
    await store.transact(lambda work: work.files.remove(ref.id))
    assert await store.read(lambda work: work.files.get(ref.id)) is None


async def test_only_files_nobody_points_to_are_forgotten(store, clock, somebody):
    person, contact = somebody

    def fill(work):
        files = [work.files.add(person, b"x", "x", "image/png", clock.now()).id for _ in range(7)]
        work.stories.add(StoryDraft("t", "w", "", "g", files[0], Scope.TEAM), person, "", "", "", clock.now())
        entries = (("picture", f"@{files[1]}"), ("text", "@nobody"))
        work.journals.save(contact, Journal("telling", "", entries, "t", Mode.ASKING, clock.now()))
        work.journals.park(contact)
        undo = (("picture", f"@{files[2]}"),)
        work.journals.save(contact, Journal("joining", "", (), "t", Mode.CHANGING, clock.now(), undo))
        work.ledger.add(contact, Outgoing("x", files=(FileRef(files[3], "x", "image/png"),)), Lane.REPLY, clock.now())
        return files

    files = await store.transact(fill)
    assert await store.transact(lambda work: work.files.forget_unused(clock.now())) == 0
    clock.turn(days=2)
    young = await store.transact(lambda work: work.files.add(person, b"x", "x", "image/png", clock.now()))
    assert await store.transact(lambda work: work.files.forget_unused(clock.now() - timedelta(days=1))) == 3
    left = [file for file in (*files, young.id) if await store.read(lambda work, file=file: work.files.get(file))]
    assert left == [*files[:4], young.id]
