"""What those who come hear by themselves: what has changed, a reminder the day before, and thanks the day after.

Saying that one comes is asking for these. They go in the check-in lane, by day and outside of quiet hours; whether
somebody wants news is not asked. STOPP ends reminders and thanks of what one is signed up for at that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.core.ports import Lane
from bot.core.post import Offer, Post
from bot.core.routing import Route, Tick
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.event import TAG, THANK_WITHIN, Event, EventState, Guest, remind_until, thank_until
from bot.domain.pledge import by_day
from handlers.events.impressions import SAY, SAY_NOT
from handlers.events.wording import card, knows, leave_offer, when
from handlers.phrases import run

AT_ONCE = 100
"""So many people are told in one transaction; the tick is run again at once while more are due."""


def tell_changes(post: Post) -> bool:
    """The tick: whoever comes hears once that a date is at another time or place, or off."""
    due = post.work.events.to_tell(post.now, _hour(post), AT_ONCE, by_day=by_day(post.now, post.alliance.zone))
    return _each(post, due, _tell)


def _tell(post: Post, event: Event, guest: Guest) -> None:
    knows(post, event, guest.person)
    begins = when(post, event.draft.starts_at)
    if event.state is not EventState.CALLED_OFF:
        changed = text("events-told-changed", card=card(post, event.draft))
        _send(post, guest, changed, leave_offer(event))
    elif event.reason:
        off = text("events-told-off-why", title=event.draft.title, when=begins, reason=event.reason)
        _send(post, guest, off)
    else:
        _send(post, guest, text("events-told-off", title=event.draft.title, when=begins))


def remind(post: Post) -> bool:
    """The tick: the day before, whoever comes is reminded, once."""
    if not by_day(post.now, post.alliance.zone):
        return False
    until = remind_until(post.now, post.alliance.zone)
    return _each(post, post.work.events.to_remind(post.now, until, _hour(post), AT_ONCE), _remind)


def _remind(post: Post, event: Event, guest: Guest) -> None:
    post.work.events.reminded(guest, post.now)
    draft, begins = event.draft, when(post, event.draft.starts_at)
    said = text("events-reminder", title=draft.title, when=begins, place=draft.place)
    _send(post, guest, said, leave_offer(event))


def thank(post: Post) -> bool:
    """The tick: the day after, whoever was there is thanked, once, and asked for one line."""
    if not by_day(post.now, post.alliance.zone):
        return False
    since, until = post.now - THANK_WITHIN, thank_until(post.now, post.alliance.zone)
    return _each(post, post.work.events.to_thank(since, until, _hour(post), AT_ONCE), _thank)


def _thank(post: Post, event: Event, guest: Guest) -> None:
    post.work.events.thanked(guest, post.now)
    say = Offer(text("events-say"), SAY, (event.id,)), Offer(text("events-say-not"), SAY_NOT, (event.id,))
    _send(post, guest, text("events-thanks", title=event.draft.title), *say)


def _each(post: Post, due: Sequence[Guest], tell: Callable[[Post, Event, Guest], None]) -> bool:
    """Tell everybody who is due; whether more may be."""
    for guest in due:
        event = post.work.events.get(guest.event)
        if event is not None:  # a sign-up goes with its date
            tell(post, event, guest)
    return len(due) == AT_ONCE


def _send(post: Post, guest: Guest, what: Text, *offers: Offer) -> None:
    """Tagged with the date: it is in the lane of check-ins, and no question about a pledge."""
    post.tell(guest.person, what, *offers, lane=Lane.CHECK_IN, tag=f"{TAG}{guest.event}")


def _hour(post: Post) -> int:
    local: datetime = post.now.astimezone(post.alliance.zone)
    return local.hour


def hush(visit: Visit) -> None:
    """STOPP was said: no reminders and no thanks any more; that one comes stays true. Changes are told all the same."""
    if visit.work.events.hush(visit.person.id, visit.now - THANK_WITHIN):
        visit.say(text("events-hushed"), run(text("events-all"), "termine"))


ROUTES: tuple[Route, ...] = (
    Tick("event-changes", timedelta(seconds=10), tell_changes),
    Tick("event-reminders", timedelta(minutes=10), remind),
    Tick("event-thanks", timedelta(minutes=10), thank),
)
