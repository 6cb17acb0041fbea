"""Members and organisers who do whatever comes to their minds: nobody is left without an answer, nothing stumbles, and
of whoever erases everything no word is left.

On Telegram, where nobody knows then whether it has come, one in fifty answers gets lost. The failure tells what was
done and heard. `UNTERHAKEN_TEST_SEED` leads elsewhere.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Incoming, Receipt, Shipment
from bot.core.ports import Work
from bot.core.talking.visit import OPEN_FOR
from storage.tables import metadata
from tests.stage import Seen, Stage

STEPS = 100
LOST = 0.02
TEAM = {"olga": "owner", "moni": "moderator", "edda": "editor"}
PEOPLE = (*TEAM, "anna", "bert", "mia", "cem")
AWAY = {"Abbrechen", "Cancel", "Hilfe", "Help", "Zurück", "Back", "Nur lesen", "Später", "Later", "Only read"}
ERASES = {"[Ja, alles löschen]", "[Yes, delete everything]"}
"""What those of the team do not take: they would be out of it."""

CANARY = "Kanarienvogel"
"""With the name of whoever said it: found again wherever it was kept."""

WORDS = (
    *("hallo", "ja", "nein", "danke", "yes", "no", "1", "2", "3", "7", "0", "99", "20", "👍", "?", "...", "a\nb\nc"),
    *("zurück", "abbrechen", "hilfe", "weiter", "später", "überspringen", "ändern", "fertig", "alle", "weitermachen"),
    *("back", "cancel", "STOPP", "stop", "english", "deutsch", "du", "sie", "neu anfangen", "verwerfen", "\u200b"),
    *("Steinen", "Lörrrach", "Weil", "Rhein", "außerhalb", "Steinen, Schopfheim", "Werkhof, Steinen", "Bäckerei Krume"),
    *(CANARY, CANARY, CANARY, f"Was sagt {CANARY}?", f"Verein {CANARY}"),
    *("Anna Beispiel", "Bürgermeisterin", "Wir haben unser Dach mit Solar belegt.", "Einfach anfangen!", "x" * 300),
    *("12 km", "morgen um 9", "24.12. 17:00", "jeden Montag 8 Uhr", "in einer Stunde", "am ersten Dienstag im Monat"),
    *("wenn ich zur Arbeit fahre", "jede Woche", "Klimaschutz mit der Partei wählen", "Wie geht das mit den Terminen?"),
    *("<b>fett</b> & so", "**fett** _kursiv_", "https://www.example.org/a?b=c", "https://user@evil.example/"),
)
THINGS = ("(picture)", "(a document)", "(a huge document)", "(sticker)")


class Wanderer:
    """All of them, one after the other, as chance has it; they take most often what they have taken least."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self._stage, self._chance = stage, random.Random(seed)
        self._commands = sorted({name for command in stage.routes.commands for name in _shown(command.names)})
        self._taken: Counter[str] = Counter()
        self._offered: dict[str, list[tuple[str, ...]]] = {name: [] for name in PEOPLE}
        self._arrived: Counter[str] = Counter()
        self._heard_at: dict[str, datetime] = {}
        self._story: list[str] = []

    async def wander(self) -> None:
        for name in PEOPLE:
            self._lose_some(name)
            await self._do(name, "/start")
        for step in range(STEPS):
            if step % 20 == 0:
                await self._keep_the_team()
            if self._chance.random() < 0.06:
                await self._wait(self._chance.choice([0.01, 0.1, 0.3, 1.2, 6, 13, 30]))
            name = self._chance.choice([*PEOPLE, *TEAM])
            for _ in range(self._chance.choice([1, 3, 6, 12])):
                await self._do(name, self._idea(name))

    def _lose_some(self, name: str) -> None:
        """Count what arrives, and lose some: half of it on its way here, half of the receipts on their way back."""
        seat = self._stage.seat(name)
        really, lost = seat.receives, LOST if self._stage.fake.account.startswith("telegram") else 0.0

        def receives(shipment: Shipment) -> Receipt:
            self._arrived[name] += 1
            fate = self._chance.random()
            if fate < lost / 2:
                raise DeliveryProblem(Verdict.UNCERTAIN, "lost")
            receipt = really(shipment)
            if fate < lost:
                raise DeliveryProblem(Verdict.UNCERTAIN, "its receipt was lost")
            return receipt

        seat.receives = receives  # type: ignore[method-assign]

    async def _keep_the_team(self) -> None:
        for name, role in TEAM.items():
            await self._stage.make_organiser(name, role)

    async def _wait(self, hours: float) -> None:
        self._story.append(f"{hours} hours pass")
        self._stage.clock.turn(hours=hours)
        for tick in self._stage.routes.ticks:
            await self._stage.tick(tick.name)

    def _idea(self, name: str) -> str:
        offered, luck = self._offered[name], self._chance.random()
        newest = offered[-1] if offered else ()
        ahead = [label for label in newest if label not in AWAY]
        if luck < 0.75 and newest:
            if not ahead and self._chance.random() < 0.8:
                return self._chance.choice(WORDS)
            if self._chance.random() < 0.08:
                return f"[{self._chance.choice(self._chance.choice(offered[-12:]))}]"
            what = f"[{self._rarest(ahead if ahead and self._chance.random() < 0.93 else newest)}]"
            return "/start" if what in ERASES and name in TEAM else what
        if luck < 0.87:
            return f"/{self._rarest(self._commands)}"
        return self._chance.choice(WORDS if luck < 0.96 else THINGS)

    def _rarest(self, among: list[str] | tuple[str, ...]) -> str:
        kinds = [re.sub(r"\d", "#", one) for one in among]
        weights = [(1 + self._taken[kind]) ** -1.5 for kind in kinds]
        (at,) = self._chance.choices(range(len(among)), weights)
        self._taken[kinds[at]] += 1
        return among[at]

    async def _do(self, name: str, what: str) -> None:
        self._story.append(f"{name}> {what}")
        before, newest = self._arrived[name], (*self._offered[name], ())[-1]
        what = what.replace(CANARY, f"{CANARY} {name}")
        try:
            act = self._act(name, what)
        except LookupError:  # that button has gone meanwhile
            return
        try:
            await self._stage.hear(name, act)
        except Exception as error:
            raise AssertionError(self._told(name)) from error
        heard = [*iter(self._stage.seat(name).seen, None)]
        for seen in heard:
            self._story.append(f"{name}< {seen.words[:200]!r} {seen.labels}")
            self._look_at(name, seen)
        assert self._arrived[name] > before, f"no answer\n{self._told(name)}"
        now = self._stage.clock.now()
        fresh = what[1:-1] in newest and now - self._heard_at.get(name, now) < OPEN_FOR - timedelta(minutes=1)
        closed = any("nicht mehr offen" in seen.words or "no longer open" in seen.words for seen in heard)
        assert not (fresh and closed), f"a choice just offered is closed\n{self._told(name)}"
        self._heard_at[name] = now

    async def erase(self, name: str) -> None:
        """They erase everything: their words are nowhere any more, but in what the alliance has sent."""
        await self._do(name, "/start")
        await self._do(name, "/loeschen")
        (erases,) = {f"[{label}]" for label in self._offered[name][-1]} & ERASES
        await self._do(name, erases)
        left = await self._stage.work(lambda work: _tables_with(work, f"{CANARY} {name}"))
        assert not left, f"{name} is still in {left}\n{self._told(name)}"

    def _act(self, name: str, what: str) -> Incoming:
        return self._stage.act(self._stage.seat(name), what)

    def _look_at(self, name: str, seen: Seen) -> None:
        if seen.labels:
            self._offered[name].append(seen.labels)
        assert seen.words.strip() or seen.files, f"an empty message\n{self._told(name)}"
        assert len(set(seen.labels)) == len(seen.labels), f"choices that read alike\n{self._told(name)}"
        assert not re.search(r"[{}]", seen.words), f"no words for people\n{self._told(name)}"

    def _told(self, name: str) -> str:
        """The latest of what this person did and heard."""
        mine = [line for line in self._story if line.startswith((f"{name}>", f"{name}<")) or "hours pass" in line]
        return "\n".join(mine[-20:])


def _tables_with(work: Work, words: str) -> list[str]:
    """Where these words are left."""
    session = work.ledger._session  # type: ignore[attr-defined]
    rows = {table.name: session.run(select(table)).all() for table in metadata.sorted_tables}
    return [f"{name}: {row}" for name, found in rows.items() for row in found if words in str(row)]


def _shown(names: object) -> list[str]:
    return [name for own in names.values() for name in own]  # type: ignore[attr-defined]


async def test_whatever_people_do_they_get_an_answer(stage: Stage) -> None:
    seed = int(os.environ.get("UNTERHAKEN_TEST_SEED", "2040"))
    try:
        wanderer = Wanderer(stage, seed)
        await wanderer.wander()
        for name in PEOPLE[len(TEAM) :]:
            await wanderer.erase(name)
    except AssertionError as problem:
        raise AssertionError(f"seed {seed}: {problem}") from problem.__cause__
