"""Places: the bot is invited, says why, asks the team once, and keeps nothing of what is said there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from bot.core.messages import Incoming, Kind, Receipt, Shipment
from bot.core.ports import State, Work
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience, Circle
from bot.domain.announcements.places import PlaceState
from bot.domain.announcements.wishes import calendar
from handlers.announcements.places import UNDECIDED_MAX
from tests.dialogues.announcing.test_announcing import _called
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

EVENTS = count(1)
GROUP = "-5005"


@dataclass
class Room:
    """A group, room or channel: what the bot says there."""

    said: list[str] = field(default_factory=list)

    def receives(self, shipment: Shipment) -> Receipt:
        self.said.append(shipment.outgoing.text)
        return Receipt(("1",))


async def happens(stage: Stage, kind: Kind, address: str = GROUP, **more: object) -> Room:
    """Something in a place, as adapters tell it."""
    room = stage.addresses.setdefault(address, Room())
    at = datetime.now(UTC)
    told = Incoming(stage.fake.account, f"g{next(EVENTS)}", address, "", kind, at, private=False, **more)
    seat = stage.seats["group"] = room
    await stage.hear("group", told)
    stage.addresses[address] = seat
    return room


async def state(stage: Stage, number: int = 1) -> PlaceState:
    place = await stage.work(lambda work: work.places.get(number))
    return place.state


async def test_invited_it_says_why_and_the_team_decides(stage: Stage) -> None:
    await organisers(stage, olga="owner", edda="editor")
    room = await happens(stage, Kind.JOINED, text="Radgruppe **Nord**")
    assert len(room.said) == 1
    assert "Assistent von REGIONAL.KLIMASCHUTZ.MACHEN" in room.said[0]
    await stage.play("""
        olga< Ich wurde eingeladen: „Radgruppe **Nord**“ ... Soll ich dort [Hier veröffentlichen] [Nicht hier]
        edda<<
        olga> [Hier veröffentlichen]
        olga< „Radgruppe **Nord**“ ... steht jetzt zur Wahl
        olga> /orte
        olga< Eine Gruppe oder ein Kanal, wo ich bin: ... Radgruppe **Nord** ... hier wird veröffentlicht
    """)
    assert await state(stage) is PlaceState.OPEN
    await happens(stage, Kind.JOINED, text="Radgruppe **Nord**")
    assert len(room.said) == 1
    await stage.play("olga<<")


async def test_not_here_and_later_after_all(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await happens(stage, Kind.JOINED, text="Verein")
    await stage.play("""
        olga< Ich wurde eingeladen
        olga> [Nicht hier]
        olga< veröffentliche ich nichts
        olga> /orte
    """)
    shown = stage.expect("olga", "hier wird nichts veröffentlicht")
    assert await state(stage) is PlaceState.DECLINED
    await stage.play(f"""
        olga> [{shown.labels[0]}]
        olga< steht jetzt zur Wahl
    """)
    assert await state(stage) is PlaceState.OPEN


async def test_in_a_channel_it_says_nothing_and_titles_may_be_missing(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    room = await happens(stage, Kind.JOINED, text="", addressed=False)
    assert room.said == []
    await stage.play("olga< Ich wurde eingeladen: Gruppe 1 ohne Namen")


async def test_put_out_it_is_closed_and_invited_again_it_asks_again(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await happens(stage, Kind.JOINED, text="Verein")
    await stage.play("olga< eingeladen")
    await happens(stage, Kind.LEFT)
    assert await state(stage) is PlaceState.CLOSED
    await stage.play("""
        olga> [Hier veröffentlichen]
        olga< Dort bin ich nicht mehr.
        olga> /orte
        olga< in keine Gruppe
    """)
    await happens(stage, Kind.JOINED, text="Verein")
    await stage.play("olga< eingeladen")


async def test_a_group_that_moves_is_still_the_same_place(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await happens(stage, Kind.JOINED, text="Verein")
    await stage.play("""
        olga< eingeladen
        olga> [Hier veröffentlichen]
        olga< zur Wahl
    """)
    await happens(stage, Kind.MOVED, moved_to="-1005005")
    place = await stage.work(lambda work: work.places.get(1))
    assert (place.address, place.state) == ("-1005005", PlaceState.OPEN)
    await happens(stage, Kind.JOINED, address="-1005005", text="Verein")
    await stage.play("olga<<")


async def test_it_moves_to_where_the_bot_was_seen_already(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await happens(stage, Kind.JOINED, text="Verein")
    await stage.play("""
        olga< eingeladen
        olga> [Hier veröffentlichen]
        olga< zur Wahl
    """)
    await happens(stage, Kind.JOINED, address="-1005005", text="Verein")
    await happens(stage, Kind.MOVED, moved_to="-1005005")
    found = await stage.work(lambda work: [(one.id, one.address, one.state) for one in work.places.listed()])
    assert found == [(1, "-1005005", PlaceState.OPEN)]


async def test_fault_16_a_place_is_no_person_and_its_chatter_leaves_no_trace(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    room = await happens(stage, Kind.JOINED, text="Verein")
    await happens(stage, Kind.TEXT, text="", addressed=False)
    await happens(stage, Kind.TEXT, text="/orte", addressed=True)
    assert [("unter vier Augen" in said) for said in room.said] == [False, True]

    def persons(work: Work) -> object:
        return work.people.find(stage.fake.account, [GROUP])

    assert not await stage.work(persons)


async def test_only_who_releases_announcements_decides(stage: Stage) -> None:
    await organisers(stage, edda="editor")
    await stage.play("""
        edda> /orte
        edda< Das können im Team nur Moderation und Leitung
        > /orte
        < Das kann nur das Team
    """)


async def test_whoever_adds_the_bot_everywhere_does_not_flood_the_team(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    for number in range(UNDECIDED_MAX + 5):
        await happens(stage, Kind.JOINED, address=f"-6{number:03}", text=f"Gruppe {number}")
    for _ in range(UNDECIDED_MAX):
        await stage.play("olga< eingeladen")
    await stage.play("""
        olga<<
        olga> /orte
        olga< 25 Gruppen und Kanäle ... Gruppe 7 [Weitere Gruppen und Kanäle]
        olga> [Weitere Gruppen und Kanäle]
        olga< Gruppe 8
    """)


async def test_declined_places_keep_nobody_from_hearing_of_others(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    for number in range(UNDECIDED_MAX):
        await happens(stage, Kind.JOINED, address=f"-6{number:03}", text=f"Gruppe {number}")
        await stage.play("""
            olga< eingeladen
            olga> [Nicht hier]
            olga< veröffentliche ich nichts
        """)
    await happens(stage, Kind.JOINED, text="Verein")
    await stage.play("olga< eingeladen: „Verein“")


async def open_place(stage: Stage) -> Room:
    """A group in which Olga allows announcements."""
    room = await happens(stage, Kind.JOINED, text="Radgruppe")
    await stage.play("""
        olga< eingeladen
        olga> [Hier veröffentlichen]
        olga< zur Wahl
    """)
    return room


WRITES_FOR_THE_PLACE = """
    olga> /nachricht
    olga<
    olga> Am 3. März treffen wir uns.
    olga<
    olga> [Ohne]
    olga<
    olga> [Nein, nur Deutsch]
    olga<
    olga> [Ohne Thema]
    olga<
    olga> [Zu keinem bestimmten]
    olga< [Nur Gruppen und Kanäle]
    olga> [Nur Gruppen und Kanäle]
    olga< keine einzelnen Menschen. Das ist gerade niemand. [Dazu Gruppen und Kanäle]
    olga> [Dazu Gruppen und Kanäle]
    olga< Wo soll die Nachricht auch erscheinen?
"""


async def test_published_in_a_place_it_needs_a_second_person_and_says_nothing_of_unsubscribing(stage: Stage) -> None:
    await organisers(stage, olga="owner", mara="moderator")
    room = await open_place(stage)
    await stage.play("mara< eingeladen")
    await stage.play(WRITES_FOR_THE_PLACE)
    label = (await _offered(stage, "olga"))[0]
    assert label.startswith("„Radgruppe“ (")
    await stage.play(f"""
        olga> [{label}]
        olga< dazu veröffentlicht in „Radgruppe“
        olga> [So lassen]
        olga< , dazu eine Gruppe oder ein Kanal
        olga> [Stimmt so]
        olga< Dazu eine Gruppe oder ein Kanal
        olga> [Zur Freigabe geben]
        olga< wartet jetzt auf Freigabe.
        mara<
        mara<
        mara> [Freigeben]
        mara< Sie geht an eine Gruppe oder einen Kanal.
        mara> [Ja, freigeben]
        mara< geht jetzt an eine Gruppe oder einen Kanal.
    """)
    await stage.tick("announcements")
    assert "Am 3. März treffen wir uns." in room.said[-1]
    assert "STOPP" not in room.said[-1]


async def test_what_waits_for_a_place_that_is_closed_is_not_published(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    room = await open_place(stage)

    def enqueued(work: Work) -> None:
        now, audience = stage.clock.now(), Audience(Circle.NOBODY, places=(1,))
        number = work.announcements.add(1, Draft(Words("de", "x"), audience), AnnouncementState.ENQUEUING, now)
        work.announcements.write(number, Step.SEND, {"de": "Hallo"})
        while not work.announcements.enqueue(number, calendar(now, 0, stage.alliance.zone)):
            pass

    await stage.work(enqueued)
    said = len(room.said)
    await stage.work(lambda work: work.places.decide(1, stage.clock.now(), may=False))
    await stage.tick("announcements")
    assert len(room.said) == said
    tally = await stage.work(lambda work: work.announcements.tally(1))
    assert (tally.open, tally.of(State.CANCELLED)) == (0, 1)


async def _offered(stage: Stage, name: str) -> list[str]:
    """The labels last shown to somebody."""

    def look(work: Work) -> list[str]:
        contact = work.people.contact_of(_called(work, stage, name))
        return [choice.label for choice in work.ledger.latest_choices(contact.id)]

    return await stage.work(look)


async def test_in_english(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await stage.play("""
        olga> /language en
        olga<
    """)
    await happens(stage, Kind.JOINED, text="Club")
    await stage.play("""
        olga< I was invited: "Club" ... Shall I publish [Publish here] [Not here]
        olga> [Publish here]
        olga< can be chosen now
        olga> /places
        olga< One group or channel where I am: ... announcements are published here
    """)
