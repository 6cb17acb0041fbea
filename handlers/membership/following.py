"""Following the news without joining: nothing is kept but the contact and the wish."""

from __future__ import annotations

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.people.consent import Purpose
from bot.domain.people.member import digest
from bot.domain.pledge import PledgeState
from handlers.membership.declaration import agree
from handlers.notice import notice_facts, notice_text
from handlers.phrases import plain, run

WORDS_VERSION = "3"
"""Version of the question; raised when its meaning changes."""


def ask(visit: Visit, _rest: str) -> None:
    """The command: what following means, before anything is kept."""
    _ask(visit, informed=False)


def after_notice(visit: Visit, _args: tuple[str, ...]) -> None:
    """The whole notice first; then the question once more, so that its choices are at hand."""
    visit.say(notice_text(notice_facts(visit)))
    _ask(visit, informed=True)


def _ask(visit: Visit, *, informed: bool) -> None:
    if _gets_news(visit):
        visit.say(text("following-already"), Offer(text("following-stop"), "unfollow"))
    else:
        visit.say(
            meaning(visit),
            Offer(text("following-yes"), "follow"),
            *(() if informed else (Offer(text("following-privacy"), "follow-privacy"),)),
            Offer(text("following-no"), "follow-not"),
        )


def _gets_news(visit: Visit) -> bool:
    return visit.person.news and (visit.person.follows or visit.member is not None)


def meaning(visit: Visit) -> Text:
    """What following means: the words of the consent. Of members more is stored already."""
    alliance, language = visit.alliance, visit.language
    key = "following-question" if visit.member is None else "following-question-member"
    return text(key, alliance=plain(alliance.name, language), team=plain(alliance.notice.controller, language))


def follow(visit: Visit, _args: tuple[str, ...]) -> None:
    """The wish is kept, with the consent to exactly the words that were shown."""
    visit.close_choices()
    if visit.member is None:
        visit.work.people.set_follows(visit.person.id, follows=True)
    visit.work.people.set_news(visit.person.id, wanted=True)
    if not visit.work.consents.holds(visit.person.id, Purpose.NEWS):
        shown = digest(visit.texts.render(meaning(visit), visit.language))
        agree(visit, Purpose.NEWS, WORDS_VERSION, shown)
    visit.refresh()
    offers = () if visit.member is not None else (run(text("welcoming-join"), "mitmachen"),)
    visit.say(text("following-done"), run(text("welcoming-around"), "umsehen"), *offers)


def unfollow(visit: Visit, _args: tuple[str, ...]) -> None:
    """No more news. Membership and everything else stay."""
    visit.close_choices()
    stop_news(visit)
    visit.say(text("following-stopped"))
    about_pledges(visit)


def stop_news(visit: Visit) -> None:
    """Take back the wish and its consent; what waited for a digest is dropped."""
    visit.work.wishes.drop(visit.person.id)
    visit.work.people.set_follows(visit.person.id, follows=False)
    visit.work.people.set_news(visit.person.id, wanted=False)
    visit.work.consents.withdraw(visit.person.id, Purpose.NEWS, visit.now)
    visit.refresh()


def about_pledges(visit: Visit) -> None:
    """Whoever has pledges hears that those are asked about all the same."""
    if any(pledge.state is PledgeState.ACTIVE for pledge in visit.work.pledges.of(visit.person.id)):
        visit.say(text("news-pledges-go-on"), run(text("pledging-mine"), "meinezusagen"))


def decline(visit: Visit, _args: tuple[str, ...]) -> None:
    """Rather not. Whoever gets the news already, by a yes elsewhere, hears that, and how to end it."""
    visit.close_choices()
    if _gets_news(visit):
        visit.say(text("following-already"), Offer(text("following-stop"), "unfollow"))
    else:
        key = "following-not" if visit.member is None else "following-not-member"
        visit.say(text(key), run(text("welcoming-around"), "umsehen"))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("folgen",), "en": ("follow",)}, ask, text("following-what")),
    Pressed("follow", follow),
    Pressed("follow-privacy", after_notice),
    Pressed("unfollow", unfollow),
    Pressed("follow-not", decline),
)
