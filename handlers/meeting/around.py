"""Looking around: what the alliance is, what it wants, by which principles, and who takes part."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.alliance import in_language
from bot.domain.event import EventState
from bot.domain.people.census import Group, by_place, grouped
from bot.domain.people.member import Member
from handlers.phrases import bullets, kind_name, marked, place_name, plain, run

PAGE = 25
"""So many names are shown at once: they fit on two phone screens."""


def look(visit: Visit, _rest: str) -> None:
    """The alliance in five sentences, and where to look next."""
    alliance, language = visit.alliance, visit.language
    about = Markup(" ".join(in_language(sentence, language) for sentence in alliance.about))
    visit.say(
        text("around-about", about=about),
        *_next(visit, but="around"),
    )


def goals(visit: Visit, _args: tuple[str, ...]) -> None:
    """The alliance's goals, each in one sentence."""
    language = visit.language
    items = (
        text("around-goal", name=plain(goal.name, language), what=plain(goal.what, language))
        for goal in visit.alliance.goals
    )
    year = str(visit.alliance.target_year)
    visit.say(
        text("around-goals", goals=bullets(visit.texts, language, items), year=year), *_next(visit, but="around-goals")
    )


def principles(visit: Visit, _args: tuple[str, ...]) -> None:
    """What everybody in the alliance relies on."""
    language = visit.language
    items = (text("around-principle", what=marked(principle, language)) for principle in visit.alliance.principles)
    visit.say(
        text("around-principles", principles=bullets(visit.texts, language, items)),
        *_next(visit, but="around-principles"),
    )


def members(visit: Visit, _args: tuple[str, ...]) -> None:
    """How many take part, by kind and by place; small groups stay hidden. The names of those who want it come next."""
    alliance, language, work = visit.alliance, visit.language, visit.work
    count = work.members.count()
    if count < alliance.hidden_below:
        visit.say(text("around-few-members"), *_names_offer(visit), *_next(visit, but="around-members"))
        return
    kinds = grouped(work.members.count_by("kind"), alliance.hidden_below)
    places = by_place(work.members.count_by("municipality"), alliance.municipalities, alliance.hidden_below)
    by_kind = (_line(kind_name(alliance, group.name, language), group) for group in kinds)
    by_area = (_line(_area(group), group) for group in places)
    visit.say(
        text(
            "around-members",
            count=count,
            kinds=bullets(visit.texts, language, by_kind),
            places=bullets(visit.texts, language, by_area),
        ),
        *_names_offer(visit),
        *_next(visit, but="around-members"),
    )


def _line(name: Text, group: Group) -> Text:
    if group.count is None:
        return text("around-group-small", name=name)
    return text("around-group", name=name, count=group.count)


def _area(group: Group) -> Text:
    if group.without:
        return text("around-area-without", area=group.name, places=", ".join(group.without))
    return text("plain-words", words=group.name) if group.name else text("plain-outside")


def listed(visit: Visit, args: tuple[str, ...]) -> None:
    """Members who agreed to be named, a page at a time."""
    at = int(args[0]) if args and args[0].isdecimal() else 0
    everybody = visit.work.members.listed()
    if not everybody:
        visit.say(text("around-nobody-listed"), *_next(visit, but="around-members"))
        return
    page = everybody[at : at + PAGE]
    more = len(everybody) - at - len(page)
    visit.say(
        text("around-listed", names=bullets(visit.texts, visit.language, _names(visit, page)), more=more),
        *((Offer(text("around-more-names"), "around-listed", (at + PAGE,)),) if more > 0 else ()),
        *_next(visit, but="around-listed"),
    )


def _names(visit: Visit, members: Iterable[Member]) -> Iterable[Text]:
    for member in members:
        if visit.alliance.municipality(member.municipality) is None:
            yield text("plain-words", words=member.name)
        else:
            yield text("around-name", name=member.name, place=place_name(visit.alliance, member.municipality))


def _names_offer(visit: Visit) -> tuple[Offer, ...]:
    return (Offer(text("around-show-names"), "around-listed", (0,)),) if visit.work.members.listed() else ()


def _next(visit: Visit, *, but: str) -> tuple[Offer, ...]:
    """Where to look next: all but where one is, and the way in for those who are not members yet."""
    offers = (
        Offer(text("around-show-goals"), "around-goals"),
        Offer(text("around-show-principles"), "around-principles"),
        Offer(text("around-show-members"), "around-members"),
        run(text("around-show-stories"), "geschichten"),
        *_dates(visit),
    )
    here = tuple(offer for offer in offers if offer.action != but)
    return here if visit.member is not None else (*here, run(text("welcoming-join"), "mitmachen"))


def _dates(visit: Visit) -> tuple[Offer, ...]:
    """The way to the next dates, while there are any."""
    ahead = visit.work.events.count_coming([EventState.PUBLISHED], visit.now)
    return (run(text("events-all"), "termine"),) if ahead else ()


ROUTES: tuple[Route, ...] = (
    Command({"de": ("umsehen", "ueber"), "en": ("look", "about")}, look, text("around-what")),
    Pressed("around-goals", goals),
    Pressed("around-principles", principles),
    Pressed("around-members", members),
    Pressed("around-listed", listed),
)
