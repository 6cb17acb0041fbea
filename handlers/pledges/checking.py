"""Check-ins: asking about a pledge when it is due, reminding once, and going silent after three without an answer."""

from __future__ import annotations

from datetime import timedelta

from bot.core.ports import Lane
from bot.core.post import Offer, Post
from bot.core.routing import Route, Tick
from bot.core.words.texts import Text, text
from bot.domain.alliance import CatalogueEntry
from bot.domain.people.person import Person
from bot.domain.pledge import (
    EARLIEST_HOUR,
    LATEST_HOUR,
    REMIND_AFTER,
    SILENT_AFTER,
    CheckIn,
    Pledge,
    PledgeState,
)
from handlers.phrases import plain, run
from handlers.pledges import answers, replying
from handlers.pledges.keeping import entry_of, next_moment, title_of
from handlers.pledges.replying import amount_offers

AT_ONCE = 100
"""So many check-ins are asked in one transaction; the tick is run again at once while more are due."""


def ask_due(post: Post) -> bool:
    """The tick: every pledge that is due gets its question. At night nothing is asked, it comes in the morning."""
    due = post.work.pledges.due(post.now, AT_ONCE) if _waking(post) else ()
    for pledge in due:
        ask(post, pledge)
    return len(due) == AT_ONCE


def ask(post: Post, pledge: Pledge) -> None:
    """What an active pledge brings when its time has come: its question, or the offer of a pause."""
    person = post.work.people.get(pledge.person)
    entry = entry_of(post.alliance, pledge)
    if person is None or entry is None:
        _rest(post, pledge, person)
    elif pledge.unanswered >= SILENT_AFTER:
        _offer_pause(post, pledge, person)
    else:
        _ask(post, pledge, entry, person)


def remind(post: Post) -> bool:
    """The tick: whoever has not answered for three days is reminded, once."""
    open_ones = post.work.pledges.to_remind(post.now - REMIND_AFTER, AT_ONCE) if _waking(post) else ()
    for check_in in open_ones:
        post.work.pledges.reminded(check_in.id, post.now)
        pledge = post.work.pledges.get(check_in.pledge)
        person = post.work.people.get(pledge.person) if pledge else None
        entry = entry_of(post.alliance, pledge) if pledge else None
        if pledge is not None and person is not None and entry is not None:
            title = plain(entry.title, person.language)
            shown = text("checking-reminder", title=title, question=plain(entry.question, person.language))
            _send(post, person, shown, check_in, entry)
    return len(open_ones) == AT_ONCE


def _waking(post: Post) -> bool:
    return EARLIEST_HOUR <= post.now.astimezone(post.alliance.zone).hour <= LATEST_HOUR


def _ask(post: Post, pledge: Pledge, entry: CatalogueEntry, person: Person) -> None:
    """Write the check-in and its question. A question missed while the bot was down is asked once, not many times."""
    day = (pledge.next_at or post.now).astimezone(post.alliance.zone).date()
    check_in = post.work.pledges.open_check_in(pledge.id, day, next_moment(post, pledge), post.now)
    if check_in is None:
        return
    shown = text(
        "checking-question",
        title=plain(entry.title, person.language),
        question=plain(entry.question, person.language),
        plan=text("checking-plan", plan=pledge.plan) if pledge.plan else text("checking-no-plan"),
    )
    _send(post, person, shown, check_in, entry)


def _send(post: Post, person: Person, shown: Text, check_in: CheckIn, entry: CatalogueEntry) -> None:
    offers = answer_offers(post, check_in.id, entry, person.language)
    numbered = entry.quantity is None or entry.answers != "quantity"
    tag = f"checkin:{check_in.id}"
    post.tell(person.id, shown, *offers, lane=Lane.CHECK_IN, tag=tag, numbered=numbered)


def answer_offers(post: Post, check_in: int, entry: CatalogueEntry, language: str) -> tuple[Offer, ...]:
    """The quick answers: presets where a number is asked for, then the answers of the set, then pause and skip."""
    alliance = post.alliance
    presets = amount_offers(alliance, check_in, entry, language) if entry.answers == "quantity" else ()
    quick = [
        Offer(plain(answer.label, language), replying.CHECK_IN, (check_in, answer.id))
        for answer in alliance.answers.get(entry.answers, ())
    ]
    always = [
        Offer(plain(answer.label, language), replying.CHECK_IN, (check_in, answer.id), quiet=True)
        for answer in alliance.answers.get(answers.ALWAYS, ())
    ]
    return (*presets, *quick, *always)


def _offer_pause(post: Post, pledge: Pledge, person: Person) -> None:
    """After three unanswered ones: silence, and the choice is the person's."""
    post.work.pledges.set_state(pledge.id, PledgeState.PAUSED, None)
    post.tell(
        person.id,
        text("checking-silence", title=title_of(post.alliance, pledge, person.language)),
        Offer(text("checking-keep-asking"), "pledge-resume", (pledge.id,)),
        Offer(text("keeping-pause"), "pledge-pause", (pledge.id,)),
        Offer(text("keeping-end"), "pledge-end", (pledge.id,)),
        lane=Lane.CHECK_IN,
    )


def _rest(post: Post, pledge: Pledge, person: Person | None) -> None:
    """The catalogue does not have this pledge any more: it rests, and the person is told."""
    post.work.pledges.set_state(pledge.id, PledgeState.PAUSED, None)
    if person is not None:
        post.tell(person.id, text("checking-entry-gone"), run(text("keeping-new"), "zusage"), lane=Lane.CHECK_IN)


ROUTES: tuple[Route, ...] = (
    Tick("check-ins", timedelta(seconds=10), ask_due),
    Tick("check-in-reminders", timedelta(minutes=10), remind),
)
