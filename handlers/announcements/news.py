"""News on or off in one tap, and STOPP, which works everywhere and at once."""

from __future__ import annotations

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route, Words
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.pledge import PledgeState
from handlers.membership.following import stop_news
from handlers.phrases import plain, run

STOP_WORDS = ("stopp", "stop", "stoppen", "abbestellen", "abmelden", "unsubscribe")


def show(visit: Visit, _rest: str) -> None:
    """The command: whether news are on, and the one tap that changes it."""
    if wants_news(visit):
        visit.say(text("news-are-on"), Offer(text("news-switch-off"), "news-off"))
    else:
        alliance, language = visit.alliance, visit.language
        team = plain(alliance.notice.controller, language)
        meaning = text("following-question", alliance=plain(alliance.name, language), team=team)
        visit.say(text("news-are-off", meaning=meaning), Offer(text("news-switch-on"), "follow"))


def wants_news(visit: Visit) -> bool:
    """Whether announcements reach this person."""
    return visit.person.news and (visit.person.follows or visit.person.member is not None)


def switch_off(visit: Visit, _args: tuple[str, ...]) -> None:
    """No more announcements from now on; whatever is queued already is not sent any more."""
    visit.close_choices()
    stop(visit)


def stop(visit: Visit) -> None:
    """Off at once, with the way back and a word about check-ins, which are something else."""
    stop_news(visit)
    asked = any(pledge.state is PledgeState.ACTIVE for pledge in visit.work.pledges.of(visit.person.id))
    visit.say(text("news-stopped"), run(text("news-switch-on"), "nachrichten"))
    if asked:
        visit.say(text("news-pledges-go-on"), run(text("pledging-mine"), "meinezusagen"))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("nachrichten",), "en": ("messages", "news")}, show, text("news-what")),
    Pressed("news-off", switch_off),
    Words(STOP_WORDS, stop),
)
