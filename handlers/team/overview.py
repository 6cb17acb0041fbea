"""How the alliance is doing, for every organiser: counts alone, and what waits for a decision with the way there.

Organisers see true totals; small groups need no hiding here, because nothing is cut by place or kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.post import Offer
from bot.core.routing import Command, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import RUNNING
from bot.domain.announcements.announcement import AnnouncementState as S
from bot.domain.announcements.places import PlaceState
from bot.domain.event import EventState
from bot.domain.overview import LATELY, Figures
from bot.domain.people.person import Role
from bot.domain.story import StoryState
from handlers.phrases import bullets, run
from handlers.team.members import exporting

LOOKED_AT = 100
"""So many messages put aside are counted at most."""


@dataclass(frozen=True, slots=True)
class Waits:
    """So many things wait for a decision; the command that leads there, and who may decide."""

    name: str
    command: str
    role: Role
    count: int


def show(visit: Visit, _rest: str) -> None:
    """The command."""
    figures = visit.work.overview.figures(visit.now - LATELY, visit.now)
    lines = bullets(visit.texts, visit.language, _lines(visit, figures))
    visit.say(text("overview-all", when=visit.local(visit.now), lines=lines))
    waiting = [one for one in _waiting(visit, figures) if one.count and visit.person.may(one.role)]
    export = (Offer(text("overview-file"), exporting.ASK),) if visit.person.may(Role.OWNER) else ()
    if not waiting:
        visit.say(text("overview-nothing-waits"), *export)
        return
    found = bullets(
        visit.texts, visit.language, [text(f"overview-waits-{one.name}", count=one.count) for one in waiting]
    )
    visit.say(text("overview-waiting", lines=found), *(_way(one) for one in waiting), *export)


def _lines(visit: Visit, figures: Figures) -> Iterator[Text]:
    members, alliance = visit.work.members, visit.alliance
    days = LATELY.days
    yield text("overview-members", count=members.count())
    yield text("overview-moves", days=days, joined=figures.joined, left=figures.left)
    if figures.resting:
        yield text("overview-resting", count=figures.resting)
    yield text("overview-followers", count=figures.followers)
    covered = [key for key, _ in members.count_by("municipality") if alliance.municipality(key) is not None]
    yield text("overview-places", covered=len(covered), count=len(alliance.municipalities))
    stories = figures.stories
    yield text(
        "overview-stories",
        published=stories.get(StoryState.APPROVED, 0),
        waiting=stories.get(StoryState.SUBMITTED, 0),
        asked=stories.get(StoryState.ASKED, 0),
    )
    yield text("overview-questions", count=figures.questions)
    yield text("overview-pledges", count=figures.pledges)
    yield text("overview-check-ins", days=days, answered=figures.answered, asked=figures.asked)
    sent = figures.announcements
    running = sum(sent.get(state, 0) for state in (*RUNNING, S.PAUSED))
    yield text("overview-announcements", running=running, scheduled=sent.get(S.SCHEDULED, 0))


def _waiting(visit: Visit, figures: Figures) -> Iterator[Waits]:
    sent = figures.announcements
    undecided = [place for place in visit.work.places.listed() if place.state is PlaceState.ASKED]
    yield Waits("stories", "warteschlange", Role.MODERATOR, figures.stories.get(StoryState.SUBMITTED, 0))
    proposed = visit.work.events.count_coming([EventState.PROPOSED], visit.now)
    yield Waits("events", "termine", Role.MODERATOR, proposed)
    yield Waits("questions", "team-fragen", Role.EDITOR, figures.questions)
    yield Waits("announcements", "sendungen", Role.EDITOR, sent.get(S.REQUESTED, 0) + sent.get(S.WAITING, 0))
    yield Waits("places", "orte", Role.MODERATOR, len(undecided))
    yield Waits("aside", "beiseite", Role.OWNER, len(visit.work.inbox.shunted(LOOKED_AT)))


def _way(one: Waits) -> Offer:
    return run(text(f"overview-to-{one.name}"), one.command)


ROUTES: tuple[Route, ...] = (
    Command({"de": ("ueberblick",), "en": ("overview",)}, show, text("overview-what"), Role.EDITOR),
)
