"""Leaving: with or without one's stories, or only the alliance; and the last word still arrives."""

import pytest

from bot.core.messages import Incoming, Kind
from bot.core.ports import Work
from bot.domain.pledge import PledgeDraft
from bot.domain.story import Scope, Story, StoryDraft, StoryState
from tests.dialogues.pledges.test_pledging import BIKE, CHOOSES, pledges
from tests.dialogues.scenes import JOINS, in_the_ledger, person
from tests.stage import Stage


async def tells_a_story(stage: Stage) -> None:
    address = next(iter(stage.addresses))

    def tell(work: Work) -> None:
        person, _ = work.people.find(stage.fake.account, [address])[address]
        draft = StoryDraft("Solar auf dem Dach", "Wir haben gebaut.", "Anfangen!", "ausstoss", 0, Scope.PUBLIC)
        now = stage.clock.now()
        story = work.stories.add(draft, person.id, "Lea", "person", "", now)
        work.stories.decide(story.id, StoryState.APPROVED, [StoryState.SUBMITTED], now)
        work.stories.add(draft, person.id, "Lea", "person", "", now)  # nobody has looked at this one yet

    await stage.work(tell)


async def what_is_left(stage: Stage) -> tuple[int, bool, list[Story]]:
    """How many members there are, whether the person is still known, and all stories that anybody could see."""
    address = next(iter(stage.addresses))

    def look(work: Work) -> tuple[int, bool, list[Story]]:
        known = bool(work.people.find(stage.fake.account, [address]))
        return work.members.count(), known, [*work.stories.approved([Scope.PUBLIC]), *work.stories.waiting()]

    found = await stage.work(look)
    assert isinstance(found, tuple)
    return found


async def test_leaving_erases_everything_and_says_goodbye(stage: Stage) -> None:
    await stage.play(JOINS)
    await tells_a_story(stage)
    await stage.play("""
        > /austreten
        < Schade, und danke fürs Mitmachen, Lea. [Alles löschen] [Freigegebene Geschichten ohne Namen stehen lassen]
        > [Alles löschen]
        < Erledigt. Ihre Daten sind gelöscht.
        <<
    """)
    assert await what_is_left(stage) == (0, False, [])


async def test_a_second_tap_on_deleting_makes_nobody_known_again(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /loeschen
        < wirklich alles löschen? [Ja, alles löschen]
        > [Ja, alles löschen]
        < Erledigt. Ihre Daten sind gelöscht.
        > [Ja, alles löschen]
        < gehört zu einem früheren Gespräch. Von Ihnen ist hier nichts gespeichert. Mit /start
    """)
    assert (await what_is_left(stage))[:2] == (0, False)


async def test_a_changed_old_message_makes_nobody_known_again(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /loeschen
        < wirklich alles löschen? [Ja, alles löschen]
        > [Ja, alles löschen]
        < Erledigt. Ihre Daten sind gelöscht.
    """)
    await stage.hear("", stage.seat("").edits("Lea aus Steinen"))
    await stage.play("""
        < Ihre Änderung gehört zu einem früheren Gespräch. Von Ihnen ist hier nichts gespeichert. Mit /start
        <<
    """)
    assert (await what_is_left(stage))[:2] == (0, False)
    assert "Lea" not in await in_the_ledger(stage)


async def test_stories_may_stay_without_a_name(stage: Stage) -> None:
    await stage.play(JOINS)
    await tells_a_story(stage)
    await stage.play("""
        > /austreten
        < Schade
        > [Freigegebene Geschichten ohne Namen stehen lassen]
        < Erledigt. Ihre Daten sind gelöscht. Ihre freigegebenen Geschichten bleiben ohne Namen stehen.
    """)
    members, known, stories = await what_is_left(stage)
    assert (members, known) == (0, False)
    assert [(story.title, story.credit, story.author) for story in stories] == [("Solar auf dem Dach", "", None)]


async def test_one_can_think_better_of_it(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("> /austreten")
    assert stage.expect("", "Schade").labels == (
        "Nur austreten",
        "Alles löschen",
        "Meine Daten",
        "Nein, doch dabeibleiben",
    )
    await stage.play("""
        > nein
        < Es bleibt alles, wie es ist.
        <<
    """)
    assert (await what_is_left(stage))[:2] == (1, True)


async def test_deleting_asks_once(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /löschen
        < wirklich alles löschen? ... Das lässt sich nicht rückgängig machen. [Ja, alles löschen] [Nein, behalten]
        > [Nein, behalten]
        < Es bleibt alles, wie es ist.
        > /loeschen
        < wirklich alles löschen?
        > ja, alles löschen
        < Erledigt. Ihre Daten sind gelöscht.
        <<
    """)
    assert (await what_is_left(stage))[:2] == (0, False)


async def test_who_never_joined_can_still_be_forgotten(stage: Stage) -> None:
    await stage.play("""
        > /austreten
        < zurzeit kein Mitglied [Alles löschen]
        > [Alles löschen]
        < wirklich alles löschen?
        > [Ja, alles löschen]
        < gelöscht
    """)
    assert (await what_is_left(stage))[:2] == (0, False)


async def test_who_comes_back_is_somebody_new(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /delete
        <
        > [Ja, alles löschen]
        < gelöscht
        > /start
        < Guten Tag! [Mitmachen]
        <<
    """)
    assert (await what_is_left(stage))[:2] == (0, True)


@pytest.mark.parametrize("kind", [Kind.LEFT, Kind.CROWDED, Kind.MOVED])
async def test_fault_59_who_was_erased_and_then_blocks_the_bot_is_nobody_still(stage: Stage, kind: Kind) -> None:
    await stage.play("""
        > /delete
        <
        > [Ja, alles löschen]
        < gelöscht
    """)
    address = next(iter(stage.addresses))
    blocked = Incoming(stage.fake.account, "blocked", address, address, kind, stage.clock.now(), moved_to="elsewhere")
    await stage.hear("", blocked)
    assert (await what_is_left(stage))[:2] == (0, False)


@pytest.mark.parametrize("kind", [Kind.LEFT, Kind.CROWDED])
async def test_a_conversation_that_is_no_persons_any_more_is_told_nothing(stage: Stage, kind: Kind) -> None:
    await stage.play("""
        > Hallo
        <
    """)
    address = next(iter(stage.addresses))
    told = Incoming(stage.fake.account, "others", address, address, kind, stage.clock.now(), private=False)
    await stage.hear("", told)

    def reachable(work: Work) -> bool:
        return work.people.find(stage.fake.account, [address])[address][1].reachable

    assert await stage.work(reachable) is False
    await stage.play("> Hallo")
    assert await stage.work(reachable) is True, "alone again, and writing"


async def test_it_reads_well_in_english(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /language en
        < English
        > /leave
        < Sorry to see you go, and thank you, Lea. [Delete everything] [No, stay after all]
        > [Delete everything]
        < Your data have been deleted.
    """)


PLEDGES_AS_A_MEMBER = f"""
    > /zusage
    {CHOOSES}
    > [Überspringen]
    <
    > [Donnerstag]
    <
    > [17 Uhr]
    <
    > [Ja, das sage ich zu]
    < Abgemacht: {BIKE}.
"""
LEAVES_ONLY = """
    > /meinedaten
    <
    > [Zurücknehmen: Partnererklärung]
    < Schade ... „Nur austreten“ beendet die Mitgliedschaft und Ihre Zusagen. ... Alles andere bleibt. [Nur austreten]
    > [Nur austreten]
"""


async def test_pledges_end_with_the_membership(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play(PLEDGES_AS_A_MEMBER)
    known, _ = await person(stage)
    now = stage.clock.now()
    other = PledgeDraft("fahrgemeinschaft", "", "weekly", 3, 17)
    await stage.work(lambda work: work.pledges.add(other, known.id, now, now))
    await stage.play(LEAVES_ONLY)
    await stage.play("""
        < Sie sind kein Mitglied mehr. ... Auch Ihre 2 Zusagen sind beendet. Danke ... Die Tür bleibt offen: /mitmachen
        > /meinezusagen
        < Sie haben gerade keine Zusage.
    """)
    stage.clock.turn(days=7)
    await stage.tick("check-ins")
    await stage.play("<<")


async def test_who_comes_back_can_pledge_the_same_again_or_be_erased(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play(PLEDGES_AS_A_MEMBER)
    await stage.play(LEAVES_ONLY)
    await stage.play("< Auch Ihre Zusage ist beendet.")
    await stage.play(JOINS.replace("    < Ihre Daten\n    > [Einverstanden, weiter]\n", ""))
    await stage.play(PLEDGES_AS_A_MEMBER)
    assert [pledge.entry for pledge in await pledges(stage)] == ["rad-statt-auto"]
    await stage.play("""
        > /austreten
        < Schade
        > [Alles löschen]
        < Erledigt. Ihre Daten sind gelöscht.
    """)
    assert await what_is_left(stage) == (0, False, [])
    assert await stage.work(lambda work: work.pledges.get(1)) is None


async def test_only_what_was_approved_can_stay(stage: Stage) -> None:
    await stage.play(JOINS)
    await tells_a_story(stage)
    await stage.work(lambda work: work.stories.decide(1, StoryState.DECLINED, [StoryState.APPROVED], stage.clock.now()))
    await stage.play("""
        > /austreten
        < Schade
    """)
    with pytest.raises(LookupError):
        stage.seat("").takes("Freigegebene Geschichten ohne Namen stehen lassen")
