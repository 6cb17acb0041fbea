"""The news card: whether, about what, how often and when news come, each in plain words and changed with one tap.

And STOPP, which works everywhere and at once. What needs more than a tap is in `wishing.py` beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route, Words
from bot.core.talking.visit import Visit
from bot.core.talking.wording import pick
from bot.core.words.texts import Text, text
from bot.domain.announcements.wishes import Rhythm, Wishes, next_digest
from bot.domain.people.consent import Purpose
from handlers.events import telling as reminding
from handlers.membership.following import about_pledges, meaning, stop_news
from handlers.news import wishing
from handlers.news.telling import network, paused, told
from handlers.phrases import bullets, plain, run

STOP_WORDS = ("stopp", "stop", "stoppen", "abbestellen", "abmelden", "unsubscribe")

OFF, TOPIC, RHYTHM, NETWORK = "news-off", "news-topic", "news-rhythm", "news-network"
ON = "on"


def show(visit: Visit, rest: str) -> None:
    """The command: the card. What is typed after it is one of its choices, quiet hours or the day a pause ends."""
    if not rest or not _typed(visit, rest):
        card(visit)


def card(visit: Visit) -> None:
    """How news come at the moment, and everything that can be changed."""
    if not wants_news(visit):
        visit.say(text("news-are-off", meaning=meaning(visit)), *_offers(visit))
        return
    spoken = text("news-language", language=text("speaking-name", language=visit.language))
    lines = [*told(visit), *_where(visit), spoken]
    visit.say(text("news-card", lines=bullets(visit.texts, visit.language, lines)), *_offers(visit))
    if paused(visit, visit.work.wishes.of(visit.person.id)):
        about_pledges(visit)


def wants_news(visit: Visit) -> bool:
    """Whether announcements reach this person."""
    return visit.person.news and (visit.person.follows or visit.person.member is not None)


def _where(visit: Visit) -> tuple[Text, ...]:
    """Over which network, for whoever has a choice."""
    if len(_networks(visit)) < 2:  # noqa: PLR2004 - one is no choice
        return ()
    return tuple(network(visit.work.wishes.of(visit.person.id)) or [text("news-network-last")])


def _networks(visit: Visit) -> Sequence[str]:
    contacts = visit.work.people.contacts(visit.person.id)
    return sorted({contact.network for contact in contacts if contact.reachable})


# -- one tap each ----------------------------------------------------------------------------------------------------


def _offers(visit: Visit) -> tuple[Offer, ...]:
    speak = run(text("news-speak"), "sprache")
    if not wants_news(visit):
        return Offer(text("news-switch-on"), "follow"), speak
    wishes = visit.work.wishes.of(visit.person.id)
    pause = (
        Offer(text("news-pause-end"), wishing.PAUSE_END)
        if paused(visit, wishes)
        else Offer(text("news-pause-open"), wishing.PAUSE)
    )
    return (
        Offer(text("news-switch-off"), OFF),
        *_topic_offers(visit, wishes),
        *(Offer(text(f"news-{one}"), RHYTHM, (one.value,)) for one in Rhythm if one is not wishes.rhythm),
        Offer(text("news-quiet-open"), wishing.QUIET),
        pause,
        *_network_offers(visit, wishes),
        speak,
    )


def _topic_offers(visit: Visit, wishes: Wishes) -> list[Offer]:
    offers = []
    for topic in visit.alliance.topics:
        turn = ON if topic.id in wishes.topics_off else "off"
        label = text(f"news-topic-{turn}", name=plain(topic.name, visit.language))
        offers.append(Offer(label, TOPIC, (topic.id, turn)))
    return offers


def _network_offers(visit: Visit, wishes: Wishes) -> list[Offer]:
    networks = _networks(visit)
    return [
        Offer(text("news-rather", network=text("sending-network", network=one)), NETWORK, (one,))
        for one in networks
        if len(networks) > 1 and one != wishes.network
    ]


def set_topic(visit: Visit, args: tuple[str, ...]) -> None:
    """One topic on or off."""
    if args[0] in {topic.id for topic in visit.alliance.topics}:
        visit.work.wishes.set_topic(visit.person.id, args[0], wanted=args[1] == ON)
    _changed(visit)


def set_rhythm(visit: Visit, args: tuple[str, ...]) -> None:
    """At once, daily or weekly. What waits for a digest comes with the next one of the new rhythm."""
    rhythm = Rhythm(args[0])
    visit.work.wishes.set_rhythm(visit.person.id, rhythm)
    by = visit.now if rhythm is Rhythm.AT_ONCE else next_digest(rhythm, visit.now, visit.alliance.zone)
    waiting = visit.work.wishes.hasten(visit.person.id, by)
    soon = waiting and rhythm is Rhythm.AT_ONCE and not paused(visit, visit.work.wishes.of(visit.person.id))
    _changed(visit, wishing.comes(visit, waiting) if soon else None)


def set_network(visit: Visit, args: tuple[str, ...]) -> None:
    """Where news come, for whoever has several contacts."""
    if args[0] in _networks(visit):
        visit.work.wishes.set_network(visit.person.id, args[0])
    _changed(visit)


def _changed(visit: Visit, more: Text | None = None) -> None:
    visit.close_choices()
    visit.say(text("news-noted"))
    if more is not None:
        visit.say(more)
    card(visit)


def _typed(visit: Visit, words: str) -> bool:
    """A choice of the card typed after the command, quiet hours or the end of a pause; False if it is none of them."""
    if not wants_news(visit):
        return False
    offers = _offers(visit)
    at = pick(words, [[visit.words(offer.label)] for offer in offers], numbered=False)
    if at is not None and offers[at].action in TAPS:
        TAPS[offers[at].action](visit, tuple(map(str, offers[at].args)))
        return True
    return wishing.typed(visit, words, card)


# -- off -------------------------------------------------------------------------------------------------------------


def switch_off(visit: Visit, _args: tuple[str, ...]) -> None:
    """No more announcements from now on; whatever is queued already is not sent any more."""
    visit.close_choices()
    stop(visit)


def stop(visit: Visit) -> None:
    """Off at once, with the way back and a word about check-ins, which are something else. Whoever had agreed knows to
    what: one tap takes it back. Anybody else reads it first.
    """
    agreed = visit.work.consents.holds(visit.person.id, Purpose.NEWS)
    stop_news(visit)
    on = text("news-switch-on")
    visit.say(text("news-stopped"), Offer(on, "follow") if agreed else run(on, "nachrichten"))
    about_pledges(visit)


def stop_everything(visit: Visit) -> None:
    """STOPP: the news, and reminders of dates."""
    stop(visit)
    reminding.hush(visit)


TAPS: Mapping[str, Callable[[Visit, tuple[str, ...]], None]] = {
    OFF: switch_off,
    TOPIC: set_topic,
    RHYTHM: set_rhythm,
    NETWORK: set_network,
    wishing.QUIET: wishing.ask_quiet,
    wishing.PAUSE: wishing.ask_pause,
    wishing.PAUSE_END: lambda visit, _: wishing.end_pause(visit, card),
}

ROUTES: tuple[Route, ...] = (
    Command({"de": ("nachrichten",), "en": ("messages", "news")}, show, text("news-what")),
    *(Pressed(action, handler) for action, handler in TAPS.items()),
    *wishing.routes(card),
    Words(STOP_WORDS, stop_everything),
)
