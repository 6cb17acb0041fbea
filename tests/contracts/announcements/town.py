"""A town of people of every sort, and short words for what organisers and the dispatcher do with announcements."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.ports import Lane, Settlement, State
from bot.domain.announcements.announcement import AnnouncementState, Chore, Draft, Step, Words, Written
from bot.domain.announcements.audience import Audience
from bot.domain.announcements.wishes import calendar
from bot.domain.people.member import Join
from bot.domain.pledge import PledgeDraft
from bot.domain.story import Scope, StoryDraft

ACCOUNT, OTHER = "telegram:1", "matrix:@bot:x"
BERLIN = ZoneInfo("Europe/Berlin")
EVERYONE = Audience()
NEWS = {"de": "Neues", "en": "News"}
DRAFT = Draft(Words("de", "Neues", "en", "News"), EVERYONE)


class Town:
    """People by name, which is also their address."""

    def __init__(self, store, clock) -> None:
        self.store, self.clock, self.per_week = store, clock, 0
        self.fences: dict[str, int] = {}

    async def do(self, fn):
        return await self.store.transact(fn)

    async def settle_in(
        self, name, *, kind="", place="", follows=True, news=True, reachable=True, language="de", account=ACCOUNT
    ):
        """Somebody new; a member if there is a `kind`. Their number."""

        def arrive(work):
            person, contact = work.people.meet(account, name, language, self.clock.now())
            work.people.set_news(person.id, news)
            work.people.set_follows(person.id, follows and not kind)
            if kind:
                member = work.members.add(Join(kind, name, "", "", place, listed=False), self.clock.now())
                work.people.set_member(person.id, member.id)
            work.people.set_reachable(contact.id, reachable)
            return person.id

        return await self.do(arrive)

    async def contact(self, person: int) -> int:
        return (await self.do(lambda work: work.people.contact_of(person))).id

    async def wishes(self, person: int, **set_to: object) -> None:
        def wish(work):
            for what, value in set_to.items():
                setting = getattr(work.wishes, f"set_{what}")
                setting(person, *value) if isinstance(value, tuple) else setting(person, value)

        await self.do(wish)

    async def topic_off(self, person: int, topic: str) -> None:
        await self.do(lambda work: work.wishes.set_topic(person, topic, wanted=False))

    async def pledges(self, person: int, entry: str):
        at, draft = self.clock.now(), PledgeDraft(entry, "", "weekly", 3, 17)
        return await self.do(lambda work: work.pledges.add(draft, person, at, at))

    async def tells(self, person: int, goal: str) -> None:
        story = StoryDraft("Dach", "Sonne", "", goal, 0, Scope.TEAM)
        await self.do(lambda work: work.stories.add(story, person, "", "", "", self.clock.now()))

    # -- announcements -------------------------------------------------------------------------------------------------

    def calendar(self, at: datetime | None = None):
        return calendar(at or self.clock.now(), self.per_week, BERLIN)

    async def add(self, draft=DRAFT, state=AnnouncementState.ENQUEUING, author=1, **more: object) -> int:
        def write(work):
            number = work.announcements.add(author, draft, state, self.clock.now(), **more)
            work.announcements.write(number, Step.SEND, NEWS)
            return number

        return await self.do(write)

    async def announce(self, draft=DRAFT, chunk=10_000) -> int:
        """A new announcement, with all its copies written."""
        number = await self.add(draft)
        while not await self.enqueue(number, chunk):
            pass
        return number

    async def enqueue(self, number: int, chunk=10_000) -> bool:
        return await self.do(lambda work: work.announcements.enqueue(number, self.calendar(), chunk))

    async def carry_out(self, number: int, chunk=10_000) -> Written:
        """What was decided about many copies, until it is done or waits for copies being sent."""
        while (written := await self.do(lambda work: self._carry_out(work, number, chunk))) is Written.MORE:
            pass
        return written

    def _carry_out(self, work, number: int, chunk: int) -> Written:
        return work.announcements.carry_out(number, self.clock.now(), chunk)

    async def decide(self, number: int, chore: Chore) -> int:
        """A decision, carried out; how many copies it was about."""
        count = await self.do(lambda work: work.announcements.decide(number, chore, self.clock.now()))
        await self.carry_out(number)
        return count

    async def get(self, number: int):
        return await self.store.read(lambda work: work.announcements.get(number))

    async def move(self, number: int, to: AnnouncementState, *expected: AnnouncementState, **more: object) -> bool:
        wanted = expected or tuple(AnnouncementState)
        return await self.do(lambda work: work.announcements.move(number, to, wanted, self.clock.now(), **more))

    async def reach(self, audience=EVERYONE, topic="", at=None):
        draft = Draft(Words("de", "Neues"), audience, topic)
        return await self.store.read(lambda work: work.announcements.reach(draft, self.calendar(at)))

    async def count(self, audience) -> int:
        return (await self.reach(audience)).count

    async def tally(self, number: int) -> dict[str, int]:
        """What became of the copies: count per state, with those still open."""
        tally = await self.store.read(lambda work: work.announcements.tally(number))
        states = {state.value: tally.of(state) for state in State} | {"open": tally.open}
        return {state: count for state, count in states.items() if count}

    async def due(self, at=None):
        due = await self.store.read(lambda work: work.wishes.due(at or self.clock.now()))
        return {digest.person: digest.announcements for digest in due}

    # -- the dispatcher ------------------------------------------------------------------------------------------------

    async def claim(self, limit=100, account=ACCOUNT):
        now = self.clock.now()

        def claim(work):
            lease = work.accounts.lease(account, "me", now, now + timedelta(days=99))
            return work.ledger.claim(account, lease.fence, list(Lane), limit, [], now)

        return await self.do(claim)

    async def settle(self, *rows, state=State.SENT, **more: object) -> None:
        settled = [
            Settlement(
                row.id,
                row.contact,
                state,
                (row.edits or (f"r{row.id}",)) if state is State.SENT else (),  # what was edited keeps its numbers
                announcement=row.announcement,
                **more,
            )
            for row in rows
        ]
        await self.do(lambda work: work.ledger.settle(settled, self.clock.now()))

    async def deliver(self, account=ACCOUNT):
        """Send everything that is due on an account."""
        rows = await self.claim(account=account)
        await self.settle(*rows)
        return rows
