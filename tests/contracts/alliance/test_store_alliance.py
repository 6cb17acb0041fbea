"""Members, signatures, consents and stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people.consent import Purpose
from bot.domain.people.member import Join, Signature, digest
from bot.domain.story import Scope, StoryDraft, StoryState

JOIN = Join("company", "Sonne & Söhne", "Anna", "Chefin", "08336050", listed=True)
DRAFT = StoryDraft("Dach", "Wir haben\x00 \ud83d gebaut", "Anfangen", "ausstoss", 0, Scope.PUBLIC)


@pytest.fixture
async def person(store, clock):
    return (await store.transact(lambda work: work.people.meet("a:1", "anna", "de", clock.now())))[0].id


async def join(store, clock, **change):
    return await store.transact(lambda work: work.members.add(replace(JOIN, **change), clock.now()))


async def names(store, like):
    return [member.name for member in await store.read(lambda work: work.members.names_like(like))]


async def test_members_are_numbered_and_a_number_is_never_given_out_again(store, clock):
    first, second = await join(store, clock), await join(store, clock)
    await store.transact(lambda work: work.members.remove(second.id, clock.now()))
    third = await join(store, clock)
    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert third.id not in {first.id, second.id}
    assert await store.read(lambda work: work.members.get(second.id)) is None
    assert await store.read(lambda work: work.members.get(third.id)) == third


async def test_what_was_signed_is_kept_exactly(store, clock, person):
    member = await join(store, clock)
    words = "Wir bekennen uns ...\n\x00\ud800"
    older = Signature(member.id, person, "1", "de", "alt", digest("alt"), "", "", clock.now())
    newer = Signature(member.id, person, "2", "en", words, "f" * 64, "Anna", "Chefin", clock.turn(days=1))
    assert await store.read(lambda work: work.members.last_signature(member.id)) is None
    await store.transact(lambda work: (work.members.sign(older), work.members.sign(newer)))
    assert await store.read(lambda work: work.members.last_signature(member.id)) == newer
    await store.transact(lambda work: work.members.set_function(member.id, "Vorstand"))
    assert await store.read(lambda work: work.members.last_signature(member.id)) == replace(newer, function="Vorstand")


async def test_leaving_takes_member_and_signatures_away(store, clock, person):
    member = await join(store, clock)

    def signed(work):
        work.people.set_member(person, member.id)
        work.members.sign(Signature(member.id, person, "1", "de", "x", "x", "", "", clock.now()))

    await store.transact(signed)
    await store.transact(lambda work: work.members.remove(member.id, clock.now()))
    assert await store.read(lambda work: work.members.last_signature(member.id)) is None
    assert (await store.read(lambda work: work.people.get(person))).member is None


async def test_whoever_signed_another_version_is_asked_once_to_renew(store, clock, person):
    member = await join(store, clock)

    def signed(work, version):
        work.people.set_member(person, member.id)
        work.members.sign(Signature(member.id, person, version, "de", "x", "x", "", "", clock.now()))

    async def due(version, hour=12):
        return await store.read(lambda work: work.members.to_renew(version, clock.now(), hour))

    await store.transact(lambda work: signed(work, "1"))
    assert (await due("1"), await due("2"), await due("0")) == ([], [person], [person])
    await store.transact(lambda work: work.wishes.set_quiet(person, 11, 13))
    assert (await due("2"), await due("2", hour=14)) == ([], [person])
    await store.transact(lambda work: work.wishes.set_pause(person, clock.now() + timedelta(days=1)))
    assert await due("2", hour=14) == []
    clock.turn(days=2)
    asked = [await store.transact(lambda work: work.members.asked_to_renew(person, "2", clock.now())) for _ in "12"]
    assert asked == [True, False]
    assert (await due("2", hour=14), await due("3", hour=14)) == ([], [person])
    await store.transact(lambda work: signed(work, "3"))
    assert await due("3", hour=14) == []
    await store.transact(lambda work: work.members.remove(member.id, clock.now()))
    assert "renewals" not in {table for table, rows in (await exported(store, person)).items() if rows}


async def exported(store, person):
    return await store.read(lambda work: work.privacy.export(person))


async def test_a_member_is_corrected(store, clock):
    member = await join(store, clock)
    await store.transact(lambda work: work.members.change(member.id, replace(JOIN, name="Neu", municipality="")))
    await store.transact(lambda work: work.members.set_listed(member.id, False))
    changed = await store.read(lambda work: work.members.get(member.id))
    assert changed == replace(member, name="Neu", municipality="", listed=False)
    assert await names(store, "neu") == ["Neu"]


async def test_who_acts_for_a_member_is_known(store, clock, person):
    member = await join(store, clock)

    def acting(work):
        work.people.set_member(person, member.id)
        return [one.id for one in work.people.acting_for(member.id)]

    assert await store.transact(acting) == [person]
    assert await store.read(lambda work: work.people.acting_for(member.id + 1)) == []


async def test_a_name_is_taken_whatever_its_case_and_spaces(store, clock):
    await join(store, clock, name="Sonne  &  Söhne")
    await join(store, clock, name="Mond")
    assert await names(store, " sonne & SÖHNE\t") == ["Sonne  &  Söhne"]
    assert await names(store, "Sonne") == []


@pytest.mark.parametrize("typed", ["Bäckerei Köhler", "bäckerei  köhler GmbH", "Bäckerei Köhler e. K."])
async def test_a_name_is_the_same_without_its_legal_form(store, clock, typed):
    await join(store, clock, name="Bäckerei Köhler GmbH & Co. KG")
    await join(store, clock, name="Bäckerei Köhler")
    await join(store, clock, name="Bäckerei Köhler Söhne GmbH")
    assert await names(store, typed) == ["Bäckerei Köhler GmbH & Co. KG", "Bäckerei Köhler"]


async def test_only_those_who_agreed_are_listed_in_the_order_of_joining(store, clock):
    for name, listed in (("b", True), ("hidden", False), ("a", True)):
        await join(store, clock, name=name, listed=listed)
    assert [member.name for member in await store.read(lambda work: work.members.listed())] == ["b", "a"]


async def test_members_are_counted(store, clock):
    for kind, place in (("company", "1"), ("private", "1"), ("private", "")):
        await join(store, clock, kind=kind, municipality=place)
    assert await store.read(lambda work: work.members.count()) == 3
    assert await store.read(lambda work: work.members.count_by("kind")) == [("private", 2), ("company", 1)]
    assert await store.read(lambda work: work.members.count_by("municipality")) == [("1", 2), ("", 1)]
    with pytest.raises(ValueError, match="name"):
        await store.read(lambda work: work.members.count_by("name"))


async def test_consents_are_given_and_withdrawn_one_by_one(store, clock, person):
    def give(purpose, subject="", version="1"):
        return lambda work: work.consents.give(
            person, purpose, subject=subject, version=version, text_hash="h", network="matrix", now=clock.now()
        )

    for purpose, subject in ((Purpose.NEWS, ""), (Purpose.STORY_PUBLIC, "1"), (Purpose.STORY_PUBLIC, "2")):
        await store.transact(give(purpose, subject))
    later = clock.turn(days=1)
    assert await store.transact(lambda work: work.consents.withdraw(person, Purpose.STORY_PUBLIC, later, "1"))
    assert not await store.transact(lambda work: work.consents.withdraw(person, Purpose.STORY_PUBLIC, later, "1"))
    assert not await store.transact(lambda work: work.consents.withdraw(person, Purpose.LISTING, later))

    def held(work):
        return [
            work.consents.holds(person, *what)
            for what in ((Purpose.NEWS,), (Purpose.STORY_PUBLIC, "1"), (Purpose.STORY_PUBLIC, "2"), (Purpose.NEWS, "1"))
        ]

    assert await store.read(held) == [True, False, True, False]
    await store.transact(give(Purpose.NEWS, version="2"))
    records = [
        (record.purpose, record.subject, record.version, record.withdrawn_at)
        for record in await store.read(lambda work: work.consents.of(person))
    ]
    assert records == [
        (Purpose.NEWS, "", "1", later),
        (Purpose.STORY_PUBLIC, "1", "1", later),
        (Purpose.STORY_PUBLIC, "2", "1", None),
        (Purpose.NEWS, "", "2", None),
    ]


async def tell(store, clock, person, **change):
    draft = replace(DRAFT, **change)
    return await store.transact(lambda work: work.stories.add(draft, person, "Anna", "private", "1", clock.now()))


async def test_a_story_is_kept_exactly_and_waits_in_order(store, clock, person):
    first = await tell(store, clock, person)
    clock.turn(hours=1)
    second = await tell(store, clock, person, title="Zweite")
    assert (first.what, first.state, first.author, first.submitted_at) == (
        DRAFT.what,
        StoryState.SUBMITTED,
        person,
        second.submitted_at.replace(hour=9),
    )
    assert await store.read(lambda work: work.stories.get(first.id)) == first
    assert await store.read(lambda work: work.stories.get(999)) is None
    assert [story.id for story in await store.read(lambda work: work.stories.waiting())] == [first.id, second.id]
    assert [story.id for story in await store.read(lambda work: work.stories.waiting(1))] == [first.id]
    assert [story.id for story in await store.read(lambda work: work.stories.by_author(person))] == [
        first.id,
        second.id,
    ]


async def test_of_two_organisers_one_decides(store, clock, person):
    story = await tell(store, clock, person)

    def decide(state):
        return lambda work: work.stories.decide(story.id, state, [StoryState.SUBMITTED, StoryState.ASKED], clock.now())

    assert await store.transact(decide(StoryState.APPROVED)) is True
    assert await store.transact(decide(StoryState.DECLINED)) is False
    decided = await store.read(lambda work: work.stories.get(story.id))
    assert (decided.state, decided.decided_at) == (StoryState.APPROVED, clock.now())
    await store.transact(
        lambda work: work.stories.replace(
            story.id, replace(DRAFT, title="Neu"), "Berta", "company", "08336045", clock.turn(days=1)
        )
    )
    again = await store.read(lambda work: work.stories.get(story.id))
    assert (again.title, again.state, again.decided_at) == ("Neu", StoryState.SUBMITTED, None)
    assert (again.credit, again.kind, again.municipality) == ("Berta", "company", "08336045")
    assert (decided.revision, again.revision) == (1, 2)


async def test_a_member_is_named_otherwise_or_not_at_all_and_what_had_no_name_gets_none(store, clock, person):
    def prepare(work):
        member = work.members.add(Join("company", "Sonne", "", "", "", True), clock.now())
        work.people.set_member(person, member.id)
        named = work.stories.add(DRAFT, person, "Sonne", "company", "", clock.now())
        return member.id, named.id, work.stories.add(DRAFT, person, "", "company", "", clock.now()).id

    member, named, unnamed = await store.transact(prepare)

    async def after(credit):
        await store.transact(lambda work: work.stories.set_teller(member, credit, "company", "08336045"))
        found = await store.read(lambda work: [work.stories.get(one) for one in (named, unnamed)])
        return [(one.credit, one.municipality) for one in found]

    assert await after("Mond") == [("Mond", "08336045"), ("", "08336045")]
    assert await after("") == [("", "08336045"), ("", "08336045")]
    assert await after("Mond") == [("", "08336045"), ("", "08336045")]


async def test_only_approved_stories_are_shown_newest_first_and_in_their_scope(store, clock, person):
    approved = []
    for scope in (Scope.PUBLIC, Scope.ALLIANCE, Scope.TEAM, Scope.PUBLIC):
        story = await tell(store, clock, person, scope=scope)
        when = clock.turn(hours=1)
        await store.transact(
            lambda work, story=story, when=when: work.stories.decide(
                story.id, StoryState.APPROVED, [StoryState.SUBMITTED], when
            )
        )
        approved.append(story.id)
    await tell(store, clock, person)
    public, alliance = [Scope.PUBLIC], [Scope.PUBLIC, Scope.ALLIANCE]

    async def ids(scopes, **page):
        return [story.id for story in await store.read(lambda work: work.stories.approved(scopes, **page))]

    assert await ids(public) == [approved[3], approved[0]]
    assert await ids(alliance) == [approved[3], approved[1], approved[0]]
    assert await ids(alliance, offset=1, limit=1) == [approved[1]]
    assert await store.read(lambda work: work.stories.count_approved(alliance)) == 3


async def test_an_approved_story_may_stand_without_its_author_and_no_other(store, clock, person):
    picture = await store.transact(lambda work: work.files.add(person, b"png", "p.png", "image/png", clock.now()))
    story = await tell(store, clock, person, picture=picture.id)
    waiting = await tell(store, clock, person)
    await store.transact(
        lambda work: work.stories.decide(story.id, StoryState.APPROVED, [StoryState.SUBMITTED], clock.now())
    )
    await store.transact(lambda work: work.stories.anonymise(person))
    await store.transact(lambda work: work.privacy.erase(person, clock.now()))
    left = await store.read(lambda work: work.stories.get(story.id))
    assert (left.author, left.credit, left.title) == (None, "", "Dach")
    assert (left.kind, left.municipality) == ("", "")
    assert await store.read(lambda work: work.files.get(picture.id)) == (picture, b"png")
    assert await store.read(lambda work: work.stories.get(waiting.id)) is None
