"""Making a pledge: pick one from the catalogue, say when it fits, and when the bot may ask about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.dialogue import Change, Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.alliance import Alliance, CatalogueEntry
from bot.domain.people.names import tidy, visible
from bot.domain.pledge import EARLIEST_HOUR, LATEST_HOUR, MOST_PLEDGES, PledgeDraft, next_check_in
from handlers.notice import NoticeFacts, informed, notice_facts
from handlers.phrases import goal_names, plain, run

PLEDGE = "pledge"
PLAN_MAX = 300
HOURS = (8, 12, 17, 20)
"""Hours offered; any other full hour of the day can be typed."""

WEEKDAYS = tuple(range(7))
"""Monday to Sunday, as a calendar has them."""

_HOUR = re.compile(r"(?:um |at )?(\d{1,2})(?:[:.]00)?\s*(?:uhr|h)?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PledgeFacts:
    """What the dialogue must know: what can be promised by this person, and what they promise already."""

    notice: NoticeFacts
    alliance: Alliance
    language: str
    kind: str
    taken: tuple[str, ...]
    goal: str  # chosen before the dialogue began, or ""


def _facts(visit: Visit) -> PledgeFacts:
    member = visit.member
    private = next((kind.id for kind in visit.alliance.kinds if not kind.organisation), "")
    return PledgeFacts(
        notice_facts(visit),
        visit.alliance,
        visit.language,
        member.kind if member else private,
        tuple(pledge.entry for pledge in visit.work.pledges.of(visit.person.id)),
        visit.journal.subject if visit.journal else "",
    )


def offered(facts: PledgeFacts, goal: str = "") -> tuple[CatalogueEntry, ...]:
    """What the catalogue has for this kind of member (and goal), without what is promised already."""
    return tuple(
        entry
        for entry in facts.alliance.catalogue
        if facts.kind in entry.kinds and entry.id not in facts.taken and goal in {"", entry.goal}
    )


# -- questions -------------------------------------------------------------------------------------------------------


def _goal(facts: PledgeFacts) -> Question[str]:
    goals = [goal for goal in facts.alliance.goals if offered(facts, goal.id)]
    options = tuple(
        Option(goal.id, plain(goal.name, facts.language), goal.id, goal_names(facts.alliance, goal.id))
        for goal in goals
    )
    return Question("goal", text("pledging-goal"), options, help=text("pledging-goal-help"))


def _entry(facts: PledgeFacts, goal: str) -> Question[CatalogueEntry]:
    options = tuple(Option(entry.id, plain(entry.title, facts.language), entry) for entry in offered(facts, goal))
    return Question("entry", text("pledging-entry"), options, help=text("pledging-entry-help"))


def _read_plan(typed: str) -> str:
    words = tidy(typed)
    if not visible(words):
        raise Refusal(text("pledging-plan-empty"))
    if len(words) > PLAN_MAX:
        raise Refusal(text("pledging-plan-long", most=PLAN_MAX))
    return words


PLAN = Question(
    "plan",
    text("pledging-plan"),
    (Option("skip", text("pledging-skip"), "", leaves_out=True),),
    read=_read_plan,
    help=text("pledging-plan-help"),
)


def _also_called(day: int) -> tuple[Text, ...]:
    """How people write a weekday instead of its name, the bot's own "dienstags" among it."""
    return tuple(text(f"pledging-{name}", day=day) for name in ("days", "day-short", "day-on", "day-every"))


WEEKDAY = Question(
    "weekday",
    text("pledging-weekday"),
    tuple(Option(str(day), text("pledging-day", day=day), day, _also_called(day)) for day in WEEKDAYS),
    help=text("pledging-weekday-help"),
)


def read_hour(typed: str) -> int:
    """A full hour as people write it: "17", "17 Uhr", "17:00", "5 pm". Refusal outside the hours in which is asked."""
    found = _HOUR.fullmatch(" ".join(typed.split()))
    if found is None:
        raise Refusal(text("pledging-hour-unclear", first=EARLIEST_HOUR, last=LATEST_HOUR))
    hour, half = int(found[1]), (found[2] or "").lower().replace(".", "")
    if half and 1 <= hour <= 12:  # noqa: PLR2004 - a clock's face
        hour = hour % 12 + (12 if half == "pm" else 0)
    if not EARLIEST_HOUR <= hour <= LATEST_HOUR:
        raise Refusal(text("pledging-hour-late", first=EARLIEST_HOUR, last=LATEST_HOUR))
    return hour


HOUR = Question(
    "hour",
    text("pledging-hour"),
    tuple(Option(str(hour), text("pledging-at", hour=str(hour)), hour) for hour in HOURS),
    read=read_hour,
    help=text("pledging-hour-help", first=EARLIEST_HOUR, last=LATEST_HOUR),
)


def rhythm(cadence: str, weekday: int, hour: int) -> Text:
    """When the bot asks, e.g. "thursdays at 17:00"."""
    return text("pledging-rhythm", cadence=cadence, day=text("pledging-days", day=weekday), hour=str(hour))


def _summary(facts: PledgeFacts, entry: CatalogueEntry, draft: PledgeDraft) -> Question[bool]:
    keys = ("entry", "plan", "weekday", "hour") if draft.cadence == "weekly" else ("entry", "plan", "hour")
    return Question(
        "promise",
        text(
            "pledging-summary",
            title=plain(entry.title, facts.language),
            plan=text("pledging-with-plan", plan=draft.plan) if draft.plan else text("pledging-without-plan"),
            rhythm=rhythm(draft.cadence, draft.weekday, draft.hour),
        ),
        (Option("promise", text("pledging-promise"), value=True),),
        changes=tuple(Change(key, text(f"pledging-part-{key}")) for key in keys),
        help=text("pledging-summary-help"),
    )


# -- the dialogue ----------------------------------------------------------------------------------------------------


async def pledging(talk: Talk, facts: PledgeFacts) -> PledgeDraft | None:
    """From a goal to a promise with its rhythm."""
    if not await informed(talk, facts.notice):
        return None
    goal = facts.goal or await talk.ask(_goal(facts))
    entry = await talk.ask(_entry(facts, goal))
    plan = await talk.ask(PLAN)
    weekday = await talk.ask(WEEKDAY) if entry.cadence == "weekly" else WEEKDAYS[0]
    hour = await talk.ask(HOUR)
    draft = PledgeDraft(entry.id, plan, entry.cadence, weekday, hour)
    await talk.ask(_summary(facts, entry, draft))
    return draft


def start(visit: Visit, _rest: str) -> None:
    """The command; not for more pledges than anybody likes to be asked about."""
    begin(visit, "")


def copy(visit: Visit, args: tuple[str, ...]) -> None:
    """A pledge for a goal, chosen under a story."""
    begin(visit, args[0])


def begin(visit: Visit, goal: str) -> None:
    """Start the dialogue, if there is room for another pledge and something to promise."""
    facts = _facts(visit)
    mine = run(text("pledging-mine"), "meinezusagen")
    if len(facts.taken) >= MOST_PLEDGES:
        visit.say(text("pledging-enough", count=len(facts.taken)), mine)
    elif not offered(facts):
        visit.say(text("pledging-nothing-left"), *((mine,) if facts.taken else ()))
    else:
        visit.begin(PLEDGE, goal if offered(facts, goal) else "")


def promise(visit: Visit, draft: PledgeDraft) -> None:
    """Keep the pledge and say when the first question comes."""
    entry = visit.alliance.pledge(draft.entry)
    first = next_check_in(draft.cadence, draft.weekday, draft.hour, entry.months, visit.now, visit.alliance.zone)
    visit.work.pledges.add(draft, visit.person.id, first, visit.now)
    visit.say(
        text(
            "pledging-promised",
            title=plain(entry.title, visit.language),
            rhythm=rhythm(draft.cadence, draft.weekday, draft.hour),
            first=visit.local(first).date(),
        ),
        run(text("pledging-mine"), "meinezusagen"),
    )


ROUTES: tuple[Route, ...] = (
    Command({"de": ("zusage",), "en": ("pledge",)}, start, text("pledging-what")),
    Pressed("pledge-goal", copy),
    Dialogue(PLEDGE, text("pledging-title"), pledging, _facts, promise),
)
