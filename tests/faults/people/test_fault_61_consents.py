"""Fault 61: every yes has its version, the hash of the words shown, time and network; taking it back is as easy."""

from __future__ import annotations

import asyncio
import tempfile

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.core.ports import Work
from bot.core.routing import Routes
from bot.domain.people.consent import Consent, Purpose
from bot.domain.people.member import digest
from handlers import ROUTES
from storage import open_store
from tests.dialogues.membership.test_mydata import JOINS_WITH_EVERYTHING
from tests.fakes.telegram import FakeTelegram
from tests.props import loerrach
from tests.stage import Stage, StageClock

FOLLOW, STOP = ("/folgen", "[Ja, Nachrichten bekommen]"), ("STOPP",)


class Consenting(RuleBasedStateMachine):
    """One person says yes and takes it back, in any order, as time goes by."""

    @initialize(joins=st.booleans())
    def begin(self, joins: bool) -> None:
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory(prefix="unterhaken-consent-")
        (alliance, texts), self.clock = loerrach(), StageClock()
        self.store = open_store(f"sqlite:///{self.folder.name}/c.db", clock=self.clock, erasures_file=None)
        self.stage = Stage(FakeTelegram(), self.store, alliance, texts, Routes(ROUTES), self.clock)
        self.runner.run(self.store.start())
        self.play(JOINS_WITH_EVERYTHING if joins else "> /start\n<")
        self.member = joins
        self.open = set(Purpose) - {Purpose.STORY_ALLIANCE, Purpose.STORY_PUBLIC} if joins else set()
        self.given = len(self.open)
        self.before: list[Consent] = []

    def play(self, transcript: str) -> None:
        self.runner.run(self.stage.play(transcript))

    def says(self, *lines: str) -> None:
        for line in lines:
            self.play(f"> {line}\n<")
        while self.stage.seat("").seen():
            pass

    @rule()
    @precondition(lambda self: Purpose.NEWS not in self.open)
    def follows(self) -> None:
        self.says(*FOLLOW)
        self.open.add(Purpose.NEWS)
        self.given += 1

    @rule(
        way=st.sampled_from(
            [STOP, ("/meinedaten", "[Zurücknehmen: Nachrichten]"), ("/nachrichten", "[Nachrichten ausschalten]")]
        )
    )
    @precondition(lambda self: Purpose.NEWS in self.open)
    def stops(self, way: tuple[str, ...]) -> None:
        assert len(way) <= len(FOLLOW), "as easy as giving"
        self.says(*way)
        self.open.discard(Purpose.NEWS)

    @rule()
    def stops_twice(self) -> None:
        self.says("STOPP", "STOPP")
        self.open.discard(Purpose.NEWS)

    @rule()
    @precondition(lambda self: Purpose.LISTING in self.open)
    def hides(self) -> None:
        self.says("/meinedaten", "[Zurücknehmen: Name in der Liste]")
        self.open.discard(Purpose.LISTING)

    @rule(hours=st.integers(1, 24 * 400))
    def waits(self, hours: int) -> None:
        self.clock.turn(hours=hours)

    @invariant()
    def records_are_whole(self) -> None:
        records = self.runner.run(self.stage.work(self._records))
        assert isinstance(records, list)
        assert {one.purpose for one in records if one.withdrawn_at is None} == self.open
        assert len(records) == self.given, "nothing is ever taken out of the book"
        for one in records:
            assert one.version
            assert len(one.text_hash) == len(digest(""))
            assert one.network == "telegram"
            assert one.given_at <= (one.withdrawn_at or self.clock.now()) <= self.clock.now()
        for then, now in zip(self.before, records, strict=False):
            assert (then.id, then.version, then.text_hash, then.given_at) == (
                now.id,
                now.version,
                now.text_hash,
                now.given_at,
            )
            assert then.withdrawn_at in {None, now.withdrawn_at}, "what is closed stays closed"
        self.before = records

    def _records(self, work: Work) -> list[Consent]:
        address = next(iter(self.stage.addresses))
        person, _ = work.people.find(self.stage.fake.account, [address])[address]
        assert person.news == (Purpose.NEWS in self.open) or not self.open
        return list(work.consents.of(person.id))

    def teardown(self) -> None:
        if hasattr(self, "runner"):
            self.runner.run(self.store.close())
            self.runner.close()
            self.folder.cleanup()


def test_fault_61_consents_are_recorded_and_taken_back() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(Consenting, settings=settings(max_examples=12, stateful_step_count=10, deadline=None))


async def test_fault_61_the_hash_is_that_of_the_words_shown(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)

    def look(work: Work) -> tuple[object, object]:
        signature = work.members.last_signature(1)
        assert signature is not None
        agreed = next(one for one in work.consents.of(signature.person) if one.purpose is Purpose.MEMBERSHIP)
        return (agreed.text_hash, agreed.version), (digest(signature.signed_text), stage.alliance.declaration.version)

    recorded, shown = await stage.work(look)
    assert recorded == shown
