"""Places: groups, rooms and channels the bot was invited to, and whether announcements may be published there.

Nobody in a place becomes a person, and nothing said there is kept.
"""

from __future__ import annotations

from bot.core.messages import Incoming, Kind, Outgoing
from bot.core.post import Offer, Post
from bot.core.routing import Command, Gathering, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.places import Place, PlaceState
from bot.domain.people.names import tidy, visible
from bot.domain.people.person import Role
from handlers.phrases import bullets, plain

LISTED = 8
"""So many places are shown at once."""

UNDECIDED_MAX = 20
"""While so many wait for a decision nobody is told of another one: whoever adds the bot everywhere disturbs nobody."""

TITLE_MAX = 60
OPEN, CLOSE, PAGE = "place-open", "place-close", "places"


# -- coming and going ------------------------------------------------------------------------------------------------


def invited(post: Post, incoming: Incoming) -> None:
    """The bot is in a new place: it says why where people can read it, and whoever releases announcements decides."""
    place = post.work.places.invited(incoming.account, incoming.address, incoming.text, post.now)
    if place is None:
        return
    if incoming.addressed:
        _greet(post, incoming)
    undecided = [one for one in post.work.places.listed() if one.state is PlaceState.ASKED]
    if len(undecided) > UNDECIDED_MAX:
        return
    for organiser in post.work.people.organisers(Role.MODERATOR):
        post.tell(
            organiser.id,
            text("places-invited", place=name(place)),
            Offer(text("places-open-here"), OPEN, (place.id,)),
            Offer(text("places-not-here"), CLOSE, (place.id,)),
        )


def _greet(post: Post, incoming: Incoming) -> None:
    language = post.texts.choose(incoming.language)
    hello = post.texts.render(text("places-hello", alliance=plain(post.alliance.name, language)), language)
    post.work.ledger.farewell(incoming.account, incoming.address, language, Outgoing(hello), post.now)


def left(post: Post, incoming: Incoming) -> None:
    """The bot is out."""
    post.work.places.left(incoming.account, incoming.address)


def moved(post: Post, incoming: Incoming) -> None:
    """A group became a supergroup, a room was upgraded."""
    post.work.places.moved(incoming.account, incoming.address, incoming.moved_to)


# -- deciding --------------------------------------------------------------------------------------------------------


def name(place: Place) -> Text:
    """What it calls itself, and the network it is on."""
    network, title = text("sending-network", network=place.network), tidy(place.title)[:TITLE_MAX]
    if not visible(title):
        return text("places-without-title", number=place.id, network=network)
    return text("places-name", title=title, network=network)


def show(visit: Visit, _rest: str) -> None:
    """The command: every place, and what may be done there."""
    _page(visit, 0)


def turn(visit: Visit, args: tuple[str, ...]) -> None:
    """Another page of the list."""
    _page(visit, int(args[0]))


def _page(visit: Visit, start: int) -> None:
    found = visit.work.places.listed()
    shown = found[start : start + LISTED]
    if not shown:
        visit.say(text("places-none"))
        return
    lines = [text("places-line", place=name(place), state=place.state.value) for place in shown]
    more = (Offer(text("places-more"), PAGE, (start + LISTED,)),) if len(found) > start + LISTED else ()
    visit.say(
        text("places-list", lines=bullets(visit.texts, visit.language, lines), count=len(found)),
        *(_offer(place) for place in shown),
        *more,
    )


def _offer(place: Place) -> Offer:
    if place.state is PlaceState.OPEN:
        return Offer(text("places-close", place=name(place)), CLOSE, (place.id,))
    return Offer(text("places-open", place=name(place)), OPEN, (place.id,))


def open_here(visit: Visit, args: tuple[str, ...]) -> None:
    """Announcements may be published there."""
    _decide(visit, int(args[0]), may=True)


def close_here(visit: Visit, args: tuple[str, ...]) -> None:
    """They may not."""
    _decide(visit, int(args[0]), may=False)


def _decide(visit: Visit, number: int, *, may: bool) -> None:
    visit.close_choices()
    place = visit.work.places.get(number)
    if place is None or not visit.work.places.decide(number, visit.now, may=may):
        visit.say(text("places-out"))
        return
    visit.work.organisation.note(
        visit.person.id, "place-opened" if may else "place-closed", f"place:{number}", visit.now
    )
    visit.say(text("places-opened" if may else "places-closed", place=name(place)))


ROUTES: tuple[Route, ...] = (
    Gathering(Kind.JOINED, invited),
    Gathering(Kind.LEFT, left),
    Gathering(Kind.MOVED, moved),
    Command({"de": ("orte",), "en": ("places",)}, show, text("places-what"), Role.MODERATOR),
    Pressed(PAGE, turn, Role.MODERATOR),
    Pressed(OPEN, open_here, Role.MODERATOR),
    Pressed(CLOSE, close_here, Role.MODERATOR),
)
