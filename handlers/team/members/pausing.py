"""Letting a membership rest, with a reason and a way to object, and taking it up again.

What rests is what the alliance shows and takes: lists, new stories, wishes for announcements. News, pledges, one's own
data, leaving, and asking the team go on.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Question, Talk
from bot.core.post import Offer
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.people.member import Member, may_rest
from bot.domain.people.person import Role
from handlers.answers import some_words
from handlers.kept import keep_words, take_words
from handlers.team.members.card import PAUSE, RESUME, acting, member_in, show
from handlers.team.members.resting import objection

PAUSED, KEPT = "member-paused", "member-kept"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose membership it is about, and a person who acts for them."""

    member: Member
    person: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A membership that an organiser wants to let rest, and why."""

    member: int
    reason: str


def begin(visit: Visit, args: tuple[str, ...]) -> None:
    """The choice under the card."""
    if _may(visit, args[0]) is not None:
        visit.begin(PAUSE, args[0])


def _may(visit: Visit, number: str) -> Member | None:
    """The member, if the membership may rest and does not yet; else the organiser sees how it stands."""
    member = member_in(visit, number)
    if member is None:
        return None
    if member.rests or not may_rest(visit.work.people.acting_for(member.id)):
        show(visit, member)
        return None
    return member


async def giving_reason(talk: Talk, asked: Asked | None) -> Wanted | None:
    """The reason; cancelling leaves everything as it is."""
    if asked is None:
        await talk.say(text("team-member-gone"))
        return None
    words, more = text("team-pause-reason", name=asked.member.name), text("team-pause-help")
    question = Question("reason", words, read=some_words, help=more, about=asked.person)
    return Wanted(asked.member.id, await talk.ask(question))


def _asked(visit: Visit) -> Asked | None:
    member = visit.work.members.get(int(visit.journal.subject)) if visit.journal else None
    return None if member is None else Asked(member, acting(visit, member))


def ask_once_more(visit: Visit, wanted: Wanted) -> None:
    """What it means, before it happens."""
    member = _may(visit, str(wanted.member))
    if member is None:
        return
    args = (member.id, keep_words(visit, wanted.reason))
    visit.confirm(
        text("team-pause-sure", name=member.name, reason=wanted.reason),
        Offer(text("team-pause-yes"), PAUSED, args),
        Offer(text("team-pause-no"), KEPT, args),
        about=acting(visit, member),
    )


def keep(visit: Visit, args: tuple[str, ...]) -> None:
    """Thought better of it."""
    take_words(visit, int(args[1]))
    visit.say(text("team-pause-not"))


def pause(visit: Visit, args: tuple[str, ...]) -> None:
    """It rests from now on; whoever acts for the member hears why and what they can do."""
    member, reason = _may(visit, args[0]), take_words(visit, int(args[1]))
    if member is None or not visit.work.members.pause(member.id, reason, visit.now):
        return
    told = _tell(visit, member, "member-paused", text("resting-told", reason=reason), objection())
    said = text("team-paused" if told else "team-paused-unreachable", name=member.name)
    visit.say(said, about=acting(visit, member))


def resume(visit: Visit, args: tuple[str, ...]) -> None:
    """[Wieder aufnehmen]: all is as it was before."""
    visit.close_choices()
    member = member_in(visit, args[0])
    if member is None:
        return
    if not visit.work.members.resume(member.id):
        show(visit, member)
        return
    told = _tell(visit, member, "member-resumed", text("resting-over"))
    said = text("team-resumed" if told else "team-resumed-unreachable", name=member.name)
    visit.say(said, about=acting(visit, member))


def _tell(visit: Visit, member: Member, deed: str, what: Text, *offers: Offer) -> bool:
    """Note the deed and write to whoever acts for the member; False if nobody can be reached."""
    visit.work.organisation.note(visit.person.id, deed, f"member:{member.number}", visit.now)
    told = [visit.tell(person.id, what, *offers) for person in visit.work.people.acting_for(member.id)]
    return any(told)


ROUTES: tuple[Route, ...] = (
    Pressed(PAUSE, begin, Role.MODERATOR),
    Dialogue(PAUSE, text("team-pause-title"), giving_reason, _asked, ask_once_more, draft=False, role=Role.MODERATOR),
    Pressed(PAUSED, pause, Role.MODERATOR, sure=True),
    Pressed(KEPT, keep, Role.MODERATOR),
    Pressed(RESUME, resume, Role.MODERATOR),
)
