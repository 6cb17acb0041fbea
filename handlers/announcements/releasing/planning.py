"""When an announcement goes out: at a time typed in words, every week, or every month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.core.dialogue import Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement
from bot.domain.announcements.moments import Because, NotAMoment, time_of_day
from bot.domain.announcements.timing import LAST, Recurrence, next_time
from bot.domain.people.person import Role
from handlers.announcements.looking import same
from handlers.announcements.releasing.card import S, mark, planned, rule_name, show, title
from handlers.announcements.releasing.eyes import addressed, may_decide, may_release, may_release_alone
from handlers.announcements.releasing.releasing import begin as release_at
from handlers.announcements.releasing.releasing import hand_over
from handlers.announcements.writing.announcing import note
from handlers.announcements.writing.dated import date_lines
from handlers.answers import read_moment

PLANNING = "announcement-plan"
WEEKLY, MONTHLY = "weekly", "monthly"
OFTEN_TAKEN = (time(9), time(12), time(17))


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the dialogue must know: which announcement, what time it is, and where; and what has become of the date
    that it is about.
    """

    announcement: Announcement | None
    now: datetime
    zone: ZoneInfo
    warnings: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """When it goes out first, and how that repeats ("" = once); and the announcement as it was `seen`, by its mark."""

    announcement: int
    seen: str
    send_at: datetime
    recurrence: str


def begin(visit: Visit, args: tuple[str, ...]) -> None:
    """[Planen] under a card; [Andere Zeit] for whoever releases what is late."""
    visit.close_choices()
    announcement = same(visit, args, S.DRAFT, S.SCHEDULED, S.WAITING)
    if announcement is None:
        return
    if may_decide(visit.person, announcement):
        visit.begin(PLANNING, str(announcement.id))
    else:
        visit.say(text("sending-not-yours"))


# -- the dialogue ----------------------------------------------------------------------------------------------------


async def planning(talk: Talk, facts: PlanFacts) -> Plan | None:
    """A moment typed freely, or a rule; and a last look at what that means."""
    if facts.announcement is None:
        await talk.say(text("sending-none"))
        return None
    now = datetime.fromisoformat(talk.fact("now", facts.now.isoformat()))  # "tomorrow" must stay the same day
    number, seen = facts.announcement.id, talk.fact("seen", mark(facts.announcement.draft))
    chosen = await talk.ask(_when(now, facts.zone))
    if isinstance(chosen, datetime):
        plan, words = Plan(number, seen, chosen, ""), text("sending-planned-once", when=_local(chosen, facts))
    else:
        rule = await _rule(talk, monthly=chosen == MONTHLY)
        first = next_time(rule, now, facts.zone)
        plan, words = Plan(number, seen, first, rule.words()), rule_name(rule, _local(first, facts))
    for warning in facts.warnings:
        await talk.say(warning)
    yes = Option("yes", text("sending-plan-yes"), value=True)
    await talk.ask(Question("sure", text("sending-plan-sure", when=words), (yes,)))
    return plan


def _local(when: datetime, facts: PlanFacts) -> datetime:
    return when.astimezone(facts.zone)


def _when(now: datetime, zone: ZoneInfo) -> Question[datetime | str]:
    options: tuple[Option[datetime | str], ...] = (
        Option(WEEKLY, text("sending-plan-weekly"), WEEKLY),
        Option(MONTHLY, text("sending-plan-monthly"), MONTHLY),
    )
    read: Callable[[str], datetime | str] = lambda typed: read_moment(typed, now, zone)  # noqa: E731 - typed as the question
    return Question("when", text("sending-plan-when"), options, read=read, help=text("sending-plan-help"))


async def _rule(talk: Talk, *, monthly: bool) -> Recurrence:
    """The n-th of which weekday, at what time."""
    nth = await talk.ask(_nth()) if monthly else 0
    days = tuple(Option(f"d{day}", text("sending-weekday", weekday=day), day) for day in range(7))
    weekday = await talk.ask(Question("when#weekday", text("sending-plan-weekday"), days))
    times = tuple(Option(f"{at:%H%M}", text("plain-words", words=f"{at:%H:%M}"), at) for at in OFTEN_TAKEN)
    at = await talk.ask(Question("when#at", text("sending-plan-at"), times, read=_read_time))
    return Recurrence(weekday, at, nth)


def _nth() -> Question[int]:
    which = (1, 2, 3, 4, LAST)
    options = tuple(Option(f"n{nth}", text("sending-nth", nth=nth), nth) for nth in which)
    return Question("when#nth", text("sending-plan-nth"), options)


def _read_time(typed: str) -> time:
    try:
        return time_of_day(typed)
    except NotAMoment as problem:
        hour = problem.because is Because.NO_HOUR
        raise Refusal(text("sending-moment-no-hour" if hour else "sending-moment-no-time")) from None


def _facts(visit: Visit) -> PlanFacts:
    subject = visit.journal.subject if visit.journal else ""
    found = visit.work.announcements.get(int(subject)) if subject.isdecimal() else None
    warnings = () if found is None else tuple(date_lines(visit, found.draft))
    return PlanFacts(found, visit.now, visit.alliance.zone, warnings)


# -- what happens then -----------------------------------------------------------------------------------------------


def done(visit: Visit, plan: Plan) -> None:
    """A draft is handed over with its time; a releaser's time is the release; what is released is moved."""
    work = visit.work.announcements
    announcement = same(visit, (str(plan.announcement), plan.seen), S.DRAFT, S.SCHEDULED, S.WAITING)
    if announcement is None:
        return
    if plan.send_at <= visit.now:  # the last question stood open for too long
        visit.say(text("sending-moment-past"))
        show(visit, announcement)
    elif announcement.state is S.SCHEDULED:
        _move(visit, announcement, plan)
    else:
        releases = announcement.state is S.WAITING and may_release(visit.person, announcement)
        if announcement.state is S.WAITING and not releases:  # its author gives it another time: asked anew
            work.move(announcement.id, S.DRAFT, [S.WAITING], visit.now)
        work.schedule(announcement.id, plan.send_at, plan.recurrence)
        go_on = release_at if releases else hand_over
        go_on(visit, work.get(announcement.id) or announcement)


def _move(visit: Visit, announcement: Announcement, plan: Plan) -> None:
    """Another time is another decision: only who may release it alone gives it one, else it is handed in again."""
    work = visit.work.announcements
    if not may_release_alone(visit, visit.person, announcement, addressed(visit, announcement)):
        work.move(announcement.id, S.DRAFT, [S.SCHEDULED], visit.now)
    work.schedule(announcement.id, plan.send_at, plan.recurrence)
    later = work.get(announcement.id) or announcement
    if later.state is S.DRAFT:
        visit.say(text("sending-released-anew", title=title(later)))
        hand_over(visit, later)
        return
    note(visit, "announcement-planned", later.id)
    visit.say(text("sending-planned", when=planned(visit, later)))
    if later.author != visit.person.id:
        visit.tell(later.author, text("sending-planned-by-team", title=title(later), when=planned(visit, later)))


ROUTES: tuple[Route, ...] = (
    Pressed(PLANNING, begin, Role.EDITOR),
    Dialogue(PLANNING, text("sending-plan-title"), planning, _facts, done, draft=False, role=Role.EDITOR),
)
