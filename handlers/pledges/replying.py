"""Answers to check-ins: tapped or typed, kept, and thanked for: the alliance's result first, never a lecture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.core.dialogue import Question, Talk
from bot.core.errors import Refusal
from bot.core.post import Offer
from bot.core.routing import Dialogue, Listener, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.alliance import CatalogueEntry
from bot.domain.answers import Reply, read_amount, understand
from bot.domain.estimate import done_units, estimate
from bot.domain.pledge import PledgeState
from handlers.phrases import plain
from handlers.pledges import answers, keeping
from handlers.pledges.answers import Asked
from handlers.pledges.keeping import entry_of
from handlers.pledges.questions import CHECK_IN, amount_offers, ask_next
from handlers.stories import telling

AMOUNT = "checkin-amount"
NUMBER = "amount"
"""The answer id of a bare number."""

TYPED_WITHIN = timedelta(days=10)
"""So long after the question typed words may still be its answer; tapping works longer."""

TELLS_NOW = "now"
"""The answer to the pledge of telling a story: it is told at once."""

NOTHING_DONE = {"no", "none", "idea", "later"}


# -- tapped ----------------------------------------------------------------------------------------------------------


def answer(visit: Visit, args: tuple[str, ...]) -> None:
    """A quick answer was taken."""
    asked = _asked(visit, int(args[0]))
    visit.close_choices()
    if asked is None:
        visit.say(text("checking-not-there"))
    else:
        _take(visit, asked, args[1])


def _asked(visit: Visit, number: int) -> Asked | None:
    """The check-in, if it is this person's."""
    check_in = visit.work.pledges.check_in(number)
    pledge = visit.work.pledges.get(check_in.pledge) if check_in else None
    entry = entry_of(visit.alliance, pledge) if pledge else None
    if check_in is None or pledge is None or entry is None or pledge.person != visit.person.id:
        return None
    return Asked(check_in, pledge, entry)


def _take(visit: Visit, asked: Asked, answer_id: str) -> None:
    if answer_id == "pause":
        keeping.for_owner(keeping.pause)(visit, (str(asked.pledge.id),))  # one that has ended stays so
        ask_next(visit)
    elif answer_id == "other":
        visit.begin(AMOUNT, str(asked.check_in.id))
    elif answer_id == "later" and asked.check_in.reminded_at is None:
        visit.say(text("checking-later"))
        ask_next(visit)
    elif answer_id == answers.MEASURED:
        visit.say(
            text("checking-how-many", unit=answers.unit(visit, asked.entry)), *_numbers(visit, asked), numbered=False
        )
    elif answer_id == answers.UNMEASURED:
        visit.say(text("checking-not-measured"))
        ask_next(visit)
    elif answer_id.startswith("n") and answer_id[1:2].isdecimal():
        _record(visit, asked, _number_answer(asked), float(answer_id[1:]))
    else:
        _record(visit, asked, answer_id, 0.0 if answer_id == "none" else None)


def _numbers(visit: Visit, asked: Asked) -> tuple[Offer, ...]:
    """The presets, and the way to any other number."""
    presets = amount_offers(visit.alliance, asked.check_in.id, asked.entry, visit.language)
    return (*presets, Offer(text("checking-other-number"), CHECK_IN, (asked.check_in.id, "other")))


def _number_answer(asked: Asked) -> str:
    """A number measured on top of an answer keeps that answer."""
    return (asked.check_in.answer or "yes") if asked.entry.answers == "done3_qty" else NUMBER


# -- typed -----------------------------------------------------------------------------------------------------------


def hears(visit: Visit, args: tuple[str, ...]) -> Callable[[], None] | None:
    """Words are the answer to this check-in, or else to the newest open one that they fit; None if they are none."""
    for asked in _open(visit):
        if args and str(asked.check_in.id) != args[0]:
            continue
        reply = understand(
            visit.incoming.text, answers.labels(visit, asked), answers.units(visit, asked.entry), visit.language
        )
        if reply is not None:
            return partial(_typed, visit, asked, reply)
    return None


def _open(visit: Visit) -> list[Asked]:
    """Check-ins that words may answer, the newest question first."""
    pledges = visit.work.pledges
    found = []
    for pledge in pledges.of(visit.person.id):
        check_in, entry = pledges.latest(pledge.id), entry_of(visit.alliance, pledge)
        if check_in is None or entry is None or pledge.state is not PledgeState.ACTIVE:
            continue
        asked = Asked(check_in, pledge, entry)
        recent = visit.now - check_in.asked_at <= TYPED_WITHIN
        if recent and (check_in.answered_at is None or asked.wants_number):
            found.append(asked)
    return sorted(found, key=lambda asked: asked.check_in.asked_at, reverse=True)


def _typed(visit: Visit, asked: Asked, reply: Reply) -> None:
    if reply.amount is None:
        _take(visit, asked, reply.answer)
    elif answers.too_much(asked, reply.amount):
        visit.say(answers.too_much_text(visit, asked), *_numbers(visit, asked), numbered=False)
    else:
        _record(visit, asked, _number_answer(asked), reply.amount)


# -- another number --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AmountFacts:
    """What the question for a number must know; `asked` is None for somebody else's check-in."""

    asked: Asked | None
    unit: Text
    units: tuple[str, ...]
    language: str
    too_much: Text


def _amount_facts(visit: Visit) -> AmountFacts:
    subject = visit.journal.subject if visit.journal else ""
    asked = _asked(visit, int(subject)) if subject.isdecimal() else None
    if asked is None or asked.entry.quantity is None:
        return AmountFacts(None, text("plain-no"), (), visit.language, text("plain-no"))
    return AmountFacts(
        asked,
        answers.unit(visit, asked.entry),
        answers.units(visit, asked.entry),
        visit.language,
        answers.too_much_text(visit, asked),
    )


async def amount(talk: Talk, facts: AmountFacts) -> tuple[int, float] | None:
    """One number."""
    asked = facts.asked
    if asked is None:
        await talk.say(text("checking-not-there"))
        return None

    def read(words: str) -> float:
        number = read_amount(words, facts.units, facts.language)
        if number is None:
            raise Refusal(text("checking-no-number", unit=facts.unit))
        if answers.too_much(asked, number):
            raise Refusal(facts.too_much)
        return number

    return asked.check_in.id, await talk.ask(
        Question("number", text("checking-which-number", unit=facts.unit), read=read)
    )


def record_amount(visit: Visit, given: tuple[int, float]) -> None:
    """Keep the number."""
    asked = _asked(visit, given[0])
    if asked is not None:
        _record(visit, asked, _number_answer(asked), given[1])


# -- kept and thanked for --------------------------------------------------------------------------------------------


def _record(visit: Visit, asked: Asked, answer_id: str, number: float | None) -> None:
    known = asked.check_in
    if known.answered_at is not None and known.answer == answer_id and number in {None, known.amount}:
        visit.say(text("checking-noted-before"))  # a second tap takes nothing away and thanks nobody twice
        return
    if not visit.work.pledges.answer(asked.check_in.id, answer_id, number, visit.now):
        visit.say(text("checking-closed"))
        return
    if answer_id == "skip":
        visit.say(text("checking-skipped"))
    elif answer_id == TELLS_NOW:
        pass  # the story itself is the answer
    elif answer_id in NOTHING_DONE or number == 0:
        visit.say(text("checking-thanks-honest"))
    else:
        _thank(visit, asked, answer_id, number)
    _go_on(visit, asked, answer_id, number)


def _thank(visit: Visit, asked: Asked, answer_id: str, number: float | None) -> None:
    """First what the alliance has done together, then one's own part, then the estimate where there is a factor."""
    together = _together(visit)
    if together:
        visit.say(text("checking-together", count=together))
    title = plain(asked.entry.title, visit.language)
    weights = {one.id: one.weight for one in visit.alliance.answers.get(asked.entry.answers, ())}
    weight = weights.get(answer_id, 0.0)
    if number is not None and asked.entry.quantity is not None:
        unit = answers.unit(visit, asked.entry, number)
        visit.say(text("checking-noted-amount", title=title, amount=number, unit=unit))
    else:
        visit.say(text(_noted(asked.entry, answer_id, weight), title=title))
    found = estimate(asked.entry.factor, done_units(asked.entry, number, weight))
    if found is not None:
        shown = found.rounded()
        visit.say(text("checking-estimate", kg=shown.kg, low=shown.low, high=shown.high))


def _noted(entry: CatalogueEntry, answer_id: str, weight: float) -> str:
    """A milestone counts as reached with its last answer only; a part of anything else counts as a part."""
    if entry.answers == "milestone" and weight < 1:
        return "checking-noted-under-way"
    return "checking-noted-partly" if answer_id == "partly" else "checking-noted"


def _together(visit: Visit) -> int:
    """Check-ins answered this week in the whole alliance; 0 while that would tell something about single people."""
    local = visit.local(visit.now)
    monday = (local - timedelta(days=local.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
    if visit.work.pledges.people_answering(monday).get("", 0) < visit.alliance.hidden_below:
        return 0
    return sum(sum(by_answer.values()) for by_answer in visit.work.pledges.counts(None, monday).values())


def _go_on(visit: Visit, asked: Asked, answer_id: str, number: float | None) -> None:
    """What follows from some answers: a measured number, a story, or a pledge that is finished; else the next one."""
    pledge, entry = asked.pledge, asked.entry
    if entry.answers == "done3_qty" and answer_id in {"yes", "partly"} and number is None:
        visit.say(text("checking-if-measured"), *_numbers(visit, asked), numbered=False)
    elif answer_id == "done" and entry.answers == "milestone":
        finished = Offer(text("checking-finish"), "pledge-end", (pledge.id,))
        visit.say(text("checking-all-done"), finished)
    elif answer_id == TELLS_NOW:
        telling.tell(visit, "")
    else:
        ask_next(visit)


ROUTES: tuple[Route, ...] = (
    Pressed(CHECK_IN, answer),
    Listener(CHECK_IN, hears),
    Dialogue(AMOUNT, text("checking-amount-title"), amount, _amount_facts, record_amount, draft=False),
)
