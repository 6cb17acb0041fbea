"""What a check-in asks and how it can be answered: for the tick that asks, and for the answer that brings the next."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.post import Offer, Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.alliance import Alliance, CatalogueEntry
from bot.domain.pledge import SILENT_AFTER, CheckIn, Pledge
from handlers.phrases import plain, unit_name
from handlers.pledges import answers
from handlers.pledges.keeping import entry_of, next_moment

CHECK_IN = "checkin"


@dataclass(frozen=True, slots=True)
class Wording:
    """A check-in in words; `numbered` as in Outgoing."""

    shown: Text
    offers: tuple[Offer, ...]
    numbered: bool


def opened(post: Post, pledge: Pledge) -> CheckIn | None:
    """Write the check-in; None if it was asked about this day already. A question missed while the bot was down is
    asked once, not many times.
    """
    day = (pledge.next_at or post.now).astimezone(post.alliance.zone).date()
    return post.work.pledges.open_check_in(pledge.id, day, next_moment(post, pledge), post.now)


def question(key: str, post: Post, pledge: Pledge, check_in: CheckIn, language: str, left: int = 0) -> Wording | None:
    """The question in the words of this key, `left` more being due; None if the catalogue has no such pledge now."""
    entry = entry_of(post.alliance, pledge)
    if entry is None:
        return None
    shown = text(
        key,
        title=plain(entry.title, language),
        question=plain(entry.question, language),
        plan=text("checking-plan", plan=pledge.plan) if pledge.plan else text("checking-no-plan"),
        left=left,
    )
    numbered = entry.quantity is None or entry.answers != "quantity"
    return Wording(shown, _answer_offers(post.alliance, check_in.id, entry, language), numbered)


def _answer_offers(alliance: Alliance, check_in: int, entry: CatalogueEntry, language: str) -> tuple[Offer, ...]:
    """The quick answers: presets where a number is asked for, then the answers of the set, then pause and skip."""
    presets = amount_offers(alliance, check_in, entry, language) if entry.answers == "quantity" else ()
    quick = [
        Offer(plain(answer.label, language), CHECK_IN, (check_in, answer.id))
        for answer in alliance.answers.get(entry.answers, ())
    ]
    always = [
        Offer(plain(answer.label, language), CHECK_IN, (check_in, answer.id), quiet=True)
        for answer in alliance.answers.get(answers.ALWAYS, ())
    ]
    return (*presets, *quick, *always)


def amount_offers(alliance: Alliance, check_in: int, entry: CatalogueEntry, language: str) -> tuple[Offer, ...]:
    """The presets of a pledge that asks for a number: "5 km"."""
    if entry.quantity is None:
        return ()
    unit = entry.quantity.unit
    return tuple(
        Offer(
            text("checking-amount", amount=preset, unit=unit_name(alliance, unit, preset, language)),
            CHECK_IN,
            (check_in, f"n{preset:g}"),
        )
        for preset in entry.quantity.presets
    )


def ask_next(visit: Visit) -> None:
    """Whoever has just answered is asked about the next pledge that is due, in the same chat: one question a message,
    and no further message that comes by itself. What would end in the offer of a pause waits for the tick.
    """
    due = [pledge for pledge in visit.work.pledges.due_of(visit.person.id, visit.now) if _goes_on(visit, pledge)]
    for number, pledge in enumerate(due, 1):
        check_in = opened(visit, pledge)
        asked = check_in and question("checking-next", visit, pledge, check_in, visit.language, len(due) - number)
        if asked:
            visit.say(asked.shown, *asked.offers, numbered=asked.numbered)
            return


def _goes_on(visit: Visit, pledge: Pledge) -> bool:
    return pledge.unanswered < SILENT_AFTER and entry_of(visit.alliance, pledge) is not None
