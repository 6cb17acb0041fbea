"""Check-ins: asking about a pledge when it is due, reminding once, and going silent after three without an answer."""

from __future__ import annotations

from datetime import timedelta

from bot.core.ports import Lane
from bot.core.post import Offer, Post
from bot.core.routing import Route, Tick
from bot.core.words.texts import text
from bot.domain.people.person import Person
from bot.domain.pledge import (
    SILENT_AFTER,
    CheckIn,
    Pledge,
    PledgeState,
    by_day,
)
from handlers.phrases import run
from handlers.pledges.keeping import entry_of, title_of
from handlers.pledges.questions import opened, question

AT_ONCE = 100
"""So many check-ins are asked in one transaction; the tick is run again at once while more are due."""


def ask_due(post: Post) -> bool:
    """The tick: whoever has pledges that are due is asked about one of them; the others follow its answer. At night
    nothing is asked, it comes in the morning.
    """
    most = post.alliance.announcing.unasked_per_week
    due = post.work.pledges.due(post.now, AT_ONCE, most) if by_day(post.now, post.alliance.zone) else ()
    for pledge in {pledge.person: pledge for pledge in reversed(due)}.values():
        ask(post, pledge)
    return len(due) == AT_ONCE


def ask(post: Post, pledge: Pledge) -> None:
    """What an active pledge brings when its time has come: its question, or the offer of a pause."""
    person = post.work.people.get(pledge.person)
    if person is None or entry_of(post.alliance, pledge) is None:
        _rest(post, pledge, person)
    elif pledge.unanswered >= SILENT_AFTER:
        _offer_pause(post, pledge, person)
    else:
        _ask(post, pledge, person)


def remind(post: Post) -> bool:
    """The tick: whoever has not answered for three days is reminded, once, and of one pledge at a time."""
    most = post.alliance.announcing.unasked_per_week
    open_ones = post.work.pledges.to_remind(post.now, AT_ONCE, most) if by_day(post.now, post.alliance.zone) else ()
    told: set[int] = set()
    for check_in in open_ones:
        pledge = post.work.pledges.get(check_in.pledge)
        person = post.work.people.get(pledge.person) if pledge else None
        if person is not None and person.id in told:
            continue
        post.work.pledges.reminded(check_in.id, post.now)
        if pledge is not None and person is not None:
            told.add(person.id)
            _send(post, "checking-reminder", pledge, check_in, person)
    return len(open_ones) == AT_ONCE


def _ask(post: Post, pledge: Pledge, person: Person) -> None:
    check_in = opened(post, pledge)
    if check_in is not None:
        _send(post, "checking-question", pledge, check_in, person)


def _send(post: Post, key: str, pledge: Pledge, check_in: CheckIn, person: Person) -> None:
    asked = question(key, post, pledge, check_in, person.language)
    if asked is not None:
        tag = f"checkin:{check_in.id}"
        post.tell(person.id, asked.shown, *asked.offers, lane=Lane.CHECK_IN, tag=tag, numbered=asked.numbered)


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
