"""Writing an announcement: its words, who it is for, how it will look, and to how many people it goes.

What happens then is in `sending.py` and `reporting.py` beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.dialogue import Change, Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.routing import Command, Dialogue, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.alliance import Alliance, Municipality
from bot.domain.announcements.announcement import Draft as Stored
from bot.domain.announcements.announcement import Words
from bot.domain.announcements.audience import Audience, Circle
from bot.domain.municipality import find
from bot.domain.neutrality import hints
from bot.domain.people.names import tidy_lines, visible
from bot.domain.people.person import Role
from handlers.announcements import sending
from handlers.announcements.reporting import audience_name
from handlers.announcements.sending import ready
from handlers.phrases import plain

ANNOUNCEMENT = "announcement"
BODY_MAX = 3000
"""Longest announcement in characters: with its footer it fits into one message on every network."""

NARROWED = ("kind", "place")


@dataclass(frozen=True, slots=True)
class Draft:
    """An announcement on its way: `how` is "send", "test", "release" (ask a moderator) or "discard"."""

    body: str
    audience: Audience
    how: str


@dataclass(frozen=True, slots=True)
class AnnouncingFacts:
    """What the dialogue must know. `count` looks up how many people an audience has, in the same transaction."""

    alliance: Alliance
    language: str
    releases: bool
    count: Callable[[Audience], int]
    ready: Callable[[str], Text]


def _facts(visit: Visit) -> AnnouncingFacts:
    return AnnouncingFacts(
        visit.alliance,
        visit.language,
        visit.person.may(Role.MODERATOR),
        lambda audience: sending.reach(visit, Stored(Words(visit.language, ""), audience)).count,
        lambda body: ready(visit.alliance, body, visit.language),
    )


# -- questions -------------------------------------------------------------------------------------------------------


def _read_body(typed: str) -> str:
    words = tidy_lines(typed)
    if not visible(words):
        raise Refusal(text("announcing-empty"))
    if len(words) > BODY_MAX:
        raise Refusal(text("announcing-long", most=BODY_MAX, length=len(words)))
    return words


BODY = Question("body", text("announcing-body"), read=_read_body, help=text("announcing-body-help"))


def _circle(facts: AnnouncingFacts) -> Question[str]:
    circles = [
        Option(circle.value, text(f"announcing-to-{circle}", count=facts.count(Audience(circle))), circle.value)
        for circle in Circle
        if circle is not Circle.NOBODY
    ]
    narrowed = [Option(part, text(f"announcing-to-{part}"), part) for part in NARROWED]
    return Question(
        "audience", text("announcing-audience"), (*circles, *narrowed), help=text("announcing-audience-help")
    )


def _kind(facts: AnnouncingFacts) -> Question[Audience]:
    options = []
    for kind in facts.alliance.kinds:
        audience = Audience(Circle.MEMBERS, kinds=(kind.id,))
        if count := facts.count(audience):
            label = text("announcing-option", name=plain(kind.name, facts.language), count=count)
            options.append(Option(kind.id, label, audience))
    return Question("audience#kind", text("announcing-kind"), (*options, BACK_TO_CIRCLES))


BACK_TO_CIRCLES = Option("members", text("announcing-rather-members"), Audience(Circle.MEMBERS))


def _place(facts: AnnouncingFacts) -> Question[Audience]:
    places = facts.alliance.municipalities

    def read(typed: str) -> Audience:
        found = find(typed, places)
        if len(found) != 1:
            raise Refusal(_which(typed, found))
        return Audience(Circle.MEMBERS, municipalities=(found[0].key,))

    return Question("audience#place", text("announcing-place"), (BACK_TO_CIRCLES,), read=read)


def _which(typed: str, found: Sequence[Municipality]) -> Text:
    if not found:
        return text("announcing-place-unknown", typed=typed[:60])
    return text("announcing-place-which", names=", ".join(place.name for place in found))


async def _audience(talk: Talk, facts: AnnouncingFacts) -> Audience:
    choice = await talk.ask(_circle(facts))
    if choice == "kind":
        return await talk.ask(_kind(facts))
    if choice == "place":
        return await talk.ask(_place(facts))
    return Audience(Circle(choice))


# -- the dialogue ----------------------------------------------------------------------------------------------------


async def announcing(talk: Talk, facts: AnnouncingFacts) -> Draft:
    """Words, audience, and a last look at exactly what goes to exactly how many."""
    body = await talk.ask(BODY)
    audience = await _audience(talk, facts)
    return Draft(body, audience, await talk.ask(_preview(facts, body, audience)))


def _preview(facts: AnnouncingFacts, body: str, audience: Audience) -> Question[str]:
    count, found = facts.count(audience), hints(body, facts.alliance.neutrality)
    send = Option("send", text("announcing-send", count=count), "send")
    release = Option("release", text("announcing-release"), "release")
    first = () if not count else (send,) if facts.releases else (release,)
    return Question(
        "send",
        text(
            "announcing-preview",
            message=facts.ready(body),
            audience=audience_name(facts.alliance, facts.language, audience),
            count=count,
            hint=text("moderating-hint", terms=", ".join(found)) if found else text("moderating-no-hint"),
        ),
        (
            *first,
            Option("test", text("announcing-test"), "test"),
            Option("discard", text("announcing-discard"), "discard"),
        ),
        changes=(Change("body", text("announcing-part-body")), Change("audience", text("announcing-part-audience"))),
        help=text("announcing-preview-help", count=count),
    )


def done(visit: Visit, draft: Draft) -> None:
    """What the organiser chose under the preview."""
    if draft.how == "discard":
        visit.say(text("announcing-discarded"))
        return
    number = sending.keep(visit, draft.body, draft.audience)
    if draft.how == "send":
        sending.release(visit, number)
    elif draft.how == "test":
        sending.test(visit, number)
    else:
        sending.ask_release(visit, number)


ROUTES: tuple[Route, ...] = (
    Command(
        {"de": ("nachricht",), "en": ("announce",)},
        lambda visit, _: visit.begin(ANNOUNCEMENT),
        text("announcing-what"),
        Role.EDITOR,
    ),
    Dialogue(ANNOUNCEMENT, text("announcing-title"), announcing, _facts, done, role=Role.EDITOR),
)
