"""One's own pledges: looking at them, pausing, going on, ending. No word of blame anywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.core.post import Offer, Post
from bot.core.routing import Command, Listener, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.talking.wording import plain as plain_words
from bot.core.talking.wording import word_set
from bot.core.words.texts import Text, text
from bot.domain.alliance import Alliance, CatalogueEntry
from bot.domain.pledge import Pledge, PledgeState, next_check_in
from handlers.phrases import plain, run


def entry_of(alliance: Alliance, pledge: Pledge) -> CatalogueEntry | None:
    """The catalogue's entry; None if the catalogue has changed since."""
    return next((entry for entry in alliance.catalogue if entry.id == pledge.entry), None)


def title_of(alliance: Alliance, pledge: Pledge, language: str) -> Text:
    """What was promised, in a few words."""
    entry = entry_of(alliance, pledge)
    return text("plain-words", words=pledge.entry) if entry is None else plain(entry.title, language)


def own(visit: Visit, _rest: str) -> None:
    """The command: my pledges; a single one is shown at once."""
    pledges = visit.work.pledges.of(visit.person.id)
    if not pledges:
        visit.say(text("keeping-none"), run(text("keeping-new"), "zusage"))
    elif len(pledges) == 1:
        show(visit, pledges[0])
    else:
        offers = [
            Offer(title_of(visit.alliance, pledge, visit.language), "pledge-show", (pledge.id,)) for pledge in pledges
        ]
        visit.say(text("keeping-list", count=len(pledges)), *offers, run(text("keeping-new"), "zusage"))


def show(visit: Visit, pledge: Pledge) -> None:
    """One pledge with what can be done about it."""
    visit.say(
        text(
            "keeping-one",
            title=title_of(visit.alliance, pledge, visit.language),
            plan=text("pledging-with-plan", plan=pledge.plan) if pledge.plan else text("pledging-without-plan"),
            state=_state(visit, pledge),
        ),
        *(Offer(text(f"keeping-{action}"), f"pledge-{action}", (pledge.id,)) for action in _actions(pledge)),
        run(text("keeping-new"), "zusage"),
    )


def _state(visit: Visit, pledge: Pledge) -> Text:
    if pledge.state is PledgeState.ACTIVE and pledge.next_at is not None:
        return text("keeping-next", when=visit.local(pledge.next_at))
    return text(f"keeping-state-{pledge.state}")


def _actions(pledge: Pledge) -> tuple[str, ...]:
    return ("pause", "end") if pledge.state is PledgeState.ACTIVE else ("resume", "end")


def for_owner(act: Callable[[Visit, Pledge], None]) -> Callable[[Visit, tuple[str, ...]], None]:
    """Only whoever made the pledge may do this, and only while it has not ended."""

    def handler(visit: Visit, args: tuple[str, ...]) -> None:
        pledge = visit.work.pledges.get(int(args[0]))
        if pledge is None or pledge.person != visit.person.id or pledge.state is PledgeState.ENDED:
            visit.say(text("keeping-not-there"), run(text("pledging-mine"), "meinezusagen"))
        else:
            act(visit, pledge)

    return handler


def pause(visit: Visit, pledge: Pledge) -> None:
    """No questions until the person wants them again."""
    visit.close_choices()
    visit.work.pledges.set_state(pledge.id, PledgeState.PAUSED, None)
    title = title_of(visit.alliance, pledge, visit.language)
    visit.say(text("keeping-paused", title=title), Offer(text("keeping-resume"), "pledge-resume", (pledge.id,)))


def hears(visit: Visit, args: tuple[str, ...]) -> Callable[[], None] | None:
    """A wish to pause ("anhalten"), said to a pledge that is shown; without one it leads to one's own pledges. To
    organisers that word is a command of theirs.
    """
    if plain_words(visit.incoming.text) not in word_set(visit.texts, "checking-words-pause"):
        return None
    if args:
        return partial(for_owner(pause), visit, args)
    has_some = visit.person.role is None and visit.work.pledges.of(visit.person.id)
    return partial(own, visit, "") if has_some else None


def resume(visit: Visit, pledge: Pledge) -> None:
    """Ask again, from the next occurrence on; pressed once more, that stays."""
    visit.close_choices()
    planned = pledge.next_at if pledge.state is PledgeState.ACTIVE else None
    following = planned if planned is not None and planned > visit.now else next_moment(visit, pledge)
    visit.work.pledges.set_state(pledge.id, PledgeState.ACTIVE, following)
    title = title_of(visit.alliance, pledge, visit.language)
    visit.say(text("keeping-resumed", title=title, when=visit.local(following)))


def next_moment(post: Post, pledge: Pledge) -> datetime:
    """When this pledge is asked about next: after now, and after the time that is being asked about."""
    entry = entry_of(post.alliance, pledge)
    months, after = entry.months if entry else (), max(post.now, pledge.next_at or post.now)
    return next_check_in(pledge.cadence, pledge.weekday, pledge.hour, months, after, post.alliance.zone)


def ask_end(visit: Visit, pledge: Pledge) -> None:
    """What ending means, before it happens."""
    visit.confirm(
        text("keeping-end-sure", title=title_of(visit.alliance, pledge, visit.language)),
        Offer(text("keeping-end-yes"), "pledge-ended", (pledge.id,)),
        Offer(text("keeping-end-no"), "pledge-show", (pledge.id,)),
    )


def end(visit: Visit, pledge: Pledge) -> None:
    """Finished; what was answered so far still counts."""
    visit.work.pledges.set_state(pledge.id, PledgeState.ENDED, None)
    title = title_of(visit.alliance, pledge, visit.language)
    visit.say(text("keeping-ended", title=title), run(text("keeping-new"), "zusage"))


ROUTES: tuple[Route, ...] = (
    Command(
        {
            "de": ("meinezusagen", "zusagebeenden", "zusageanhalten", "zusagepausieren"),
            "en": ("mypledges", "endpledge", "pausepledge"),
        },
        own,
        text("keeping-what"),
    ),
    Listener("pledge-pause", hears),
    Pressed("pledge-show", for_owner(show)),
    Pressed("pledge-pause", for_owner(pause)),
    Pressed("pledge-resume", for_owner(resume)),
    Pressed("pledge-end", for_owner(ask_end)),
    Pressed("pledge-ended", for_owner(end), sure=True),
)
