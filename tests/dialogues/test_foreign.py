"""Fault 15, one wall further in: even a press with a valid seal changes nothing that belongs to somebody else."""

import pytest

from bot.core.messages import Incoming, Kind, Outgoing, Press
from bot.core.ports import Lane, Work
from bot.core.talking.visit import CONFIRM
from bot.core.tokens import Seals
from bot.domain.pledge import PledgeState
from bot.domain.story import StoryState
from tests.dialogues.pledges.test_checking import TICK
from tests.dialogues.pledges.test_pledging import PLEDGES, pledges
from tests.dialogues.stories.test_stories import TOLD, state
from tests.stage import Stage


async def seal(stage: Stage, name: str, meaning: str) -> Incoming:
    """A press with this meaning that was never offered to the person, sealed with the installation's own key."""
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat(name))

    def seal(work: Work) -> str:
        _, contact = work.people.find(stage.fake.account, [address])[address]
        return Seals(work.vault.secret("choices")).seal(contact.id, meaning)

    token = await stage.work(seal)
    assert isinstance(token, str)
    event, now = f"forged:{meaning}", stage.clock.now()
    return Incoming(stage.fake.account, event, address, address, Kind.PRESS, now, position=10**6, press=Press(token))


async def press(stage: Stage, name: str, meaning: str) -> None:
    """A person takes it, as the answer to a message that asks for what cannot be undone."""
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat(name))

    def ask(work: Work) -> None:
        _, contact = work.people.find(stage.fake.account, [address])[address]
        work.ledger.add(contact.id, Outgoing("Sicher?"), Lane.REPLY, stage.clock.now(), tag="forged")

    await stage.work(ask)
    await stage.hear(name, await seal(stage, name, f"{CONFIRM}:forged:{meaning}"))
    stage.expect(name, "Sicher?")


@pytest.mark.parametrize(
    "meaning",
    ["pledge-pause:1", "pledge-ended:1", "checkin:1:n5", "checkin:1:pause", "checkin:1:other"],
)
async def test_somebody_elses_pledge(stage: Stage, meaning: str) -> None:
    await stage.play(PLEDGES)
    stage.clock.turn(days=3, hours=7)
    await stage.tick(TICK)
    await stage.play("""
        < Kurze Rückmeldung
        eve> /start
        eve<
    """)
    await press(stage, "eve", meaning)
    assert stage.seat("eve").seen() is not None, "she gets a kind answer"
    (pledge,) = await pledges(stage)
    assert pledge.state is PledgeState.ACTIVE
    latest = await stage.work(lambda work: work.pledges.latest(pledge.id))
    assert getattr(latest, "answered_at", "") is None


@pytest.mark.parametrize(
    "meaning",
    ["story-own:1", "story-withdrawn:1", "story-deleted:1", "story-change:1", "story-answer:1:1", "story-approve:1:1"],
)
async def test_somebody_elses_story(stage: Stage, meaning: str) -> None:
    await stage.play("""
        > /geschichte
        <
        > [Einverstanden, weiter]
    """)
    await stage.play(TOLD)
    await stage.play("""
        eve> /start
        eve<
    """)
    await press(stage, "eve", meaning)
    seen = stage.seat("eve").seen()
    assert seen is not None
    assert "Dach" not in seen.words
    assert await state(stage) is StoryState.SUBMITTED
