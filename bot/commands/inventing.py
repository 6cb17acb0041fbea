"""The demo: invented members, stories and pledges, two organisers' seats, and a command that turns the clock on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.adapters.browser import ACCOUNT
from bot.core.ports import Store, Work
from bot.core.routing import Command
from bot.core.talking.visit import Visit
from bot.core.words.texts import Texts, text
from bot.domain.alliance import Alliance, CatalogueEntry
from bot.domain.event import EventDraft, EventState
from bot.domain.people.consent import Purpose
from bot.domain.people.member import Join, Member, Signature, digest
from bot.domain.people.person import Role
from bot.domain.pledge import PledgeDraft, PledgeState, next_check_in
from bot.domain.story import Scope, StoryDraft, StoryState
from bot.web.site import EDITOR, ORGANISER
from config.profile import CASTS
from handlers.pledges import checking

WEEKS_PLAYED = 6


def fast_forward(visit: Visit, _rest: str) -> None:
    """Ask the person's next check-ins now, as if their days had come; at night too, and as often as wanted."""
    pledges = visit.work.pledges.of(visit.person.id)
    active = [one for one in pledges if one.state is PledgeState.ACTIVE]
    if active:
        visit.say(text("demo-forward-done", count=len(active)))
    else:
        visit.say(text("demo-forward-paused" if pledges else "demo-forward-none"))
    for pledge in active:
        checking.ask(visit, pledge)


ROUTES = (Command({"de": ("vorspulen",), "en": ("fast-forward",)}, fast_forward, text("demo-forward-what")),)


ROLES: Mapping[str, Role] = {ORGANISER: Role.OWNER, EDITOR: Role.EDITOR}
"""What whoever opens one of the demo's chats may do in it; the member's chat needs no role."""


async def take_seat(store: Store, texts: Texts, now: datetime, seat: str, address: str, language: str) -> None:
    """Whoever opens a chat of the team in the demo belongs to it: an editor writes, the owner releases."""

    def sit_down(work: Work) -> None:
        person, _ = work.people.meet(ACCOUNT, address, texts.choose(language), now)
        work.people.set_role(person.id, ROLES[seat])

    if seat in ROLES:
        await store.transact(sit_down)


async def invent(store: Store, alliance: Alliance, texts: Texts, now: datetime) -> None:
    """Fill an empty database with the invented cast of the alliance, if it has one."""
    source = CASTS / f"{alliance.id}.toml"
    if source.exists():
        cast = tomllib.loads(source.read_text("utf-8"))
        await store.transact(lambda work: _Inventor(work, alliance, texts, now, cast).invent())


@dataclass
class _Inventor:
    work: Work
    alliance: Alliance
    texts: Texts
    now: datetime
    cast: Mapping[str, Any]

    def invent(self) -> None:
        if self.work.members.count():
            return
        members = {entry["name"]: self._member(at, entry) for at, entry in enumerate(self.cast["member"])}
        for at in range(self.cast["followers"]["count"]):
            person = self._person(f"follower-{at}")
            self.work.people.set_follows(person, follows=True)
            self.work.people.set_news(person, wanted=True)
        for at, story in enumerate(self.cast["story"]):
            self._story(at, story, *members[story["by"]])
        for event in self.cast.get("event", ()):
            self._event(event, [person for person, _ in members.values()])

    def _event(self, event: Mapping[str, Any], people: Sequence[int]) -> None:
        language, zone = self.alliance.languages[0], self.alliance.zone
        day = self.now.astimezone(zone).date() + timedelta(days=event["days"])
        begins = datetime.combine(day, time(event["hour"]), zone).astimezone(UTC)
        title = self.texts.label(text("demo-name", name=event["title"], mark=self.cast["mark"][language]), language)
        draft = EventDraft(title, begins, event["place"], event["about"], event["seats"])
        added = self.work.events.add(draft, people[0], EventState.PUBLISHED, self.now)
        for person in people[: event["coming"]]:
            self.work.events.sign_up(added.id, person, self.now, reminded=False)

    def _person(self, name: str) -> int:
        person, _ = self.work.people.meet(ACCOUNT, f"demo-{name}", self.alliance.languages[0], self.now)
        return person.id

    def _member(self, at: int, entry: Mapping[str, Any]) -> tuple[int, Member]:
        person, joined = self._person(f"member-{at}"), self.now - timedelta(days=200 - 9 * at)
        mark = self.cast["mark"][self.alliance.languages[0]]
        name = self.texts.label(text("demo-name", name=entry["name"], mark=mark), self.alliance.languages[0])
        member = self.work.members.add(Join(entry["kind"], name, "", "", entry["municipality"], listed=True), joined)
        self.work.people.set_member(person, member.id)
        self.work.people.set_news(person, wanted=True)
        self._sign(person, member, joined)
        for pledge in entry["pledges"]:
            self._pledge(person, at, self.alliance.pledge(pledge))
        return person, member

    def _sign(self, person: int, member: Member, at: datetime) -> None:
        declaration, language = self.alliance.declaration, self.alliance.languages[0]
        words = declaration.body[language]
        self.work.members.sign(
            Signature(member.id, person, declaration.version, language, words, digest(words), "", "", at)
        )
        for purpose in (Purpose.NOTICE, Purpose.MEMBERSHIP, Purpose.LISTING, Purpose.NEWS):
            self.work.consents.give(
                person,
                purpose,
                subject="",
                version=declaration.version,
                text_hash=digest(words),
                network="browser",
                now=at,
            )

    def _pledge(self, person: int, at: int, entry: CatalogueEntry) -> None:
        draft = PledgeDraft(entry.id, "", entry.cadence, 3, 17)
        next_at = next_check_in(entry.cadence, 3, 17, entry.months, self.now, self.alliance.zone)
        pledge = self.work.pledges.add(draft, person, next_at, self.now)
        for week in range(1, WEEKS_PLAYED + 1 if entry.cadence == "weekly" else 2):
            then = self.now - timedelta(weeks=week)
            check_in = self.work.pledges.open_check_in(pledge.id, then.date(), next_at, then)
            if check_in is None:
                continue
            amount = entry.quantity.presets[(at + week) % len(entry.quantity.presets)] if entry.quantity else None
            answers = self.alliance.answers.get(entry.answers) or self.alliance.answers["done3"]
            answer = "amount" if amount is not None else answers[(at + week) % len(answers)].id
            self.work.pledges.answer(check_in.id, answer, amount, then + timedelta(hours=2))

    def _story(self, at: int, story: Mapping[str, Any], person: int, member: Member) -> None:
        draft = StoryDraft(story["title"], story["what"], story["tip"], story["goal"], 0, Scope(story["scope"]))
        told = self.now - timedelta(days=40 - 5 * at)
        added = self.work.stories.add(draft, person, member.name, member.kind, member.municipality, told)
        if not story.get("waits"):
            self.work.stories.decide(added.id, StoryState.APPROVED, [StoryState.SUBMITTED], told + timedelta(days=1))
