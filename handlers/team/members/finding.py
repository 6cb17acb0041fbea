"""Finding a member by number or name: near matches are offered, nobody is guessed."""

from __future__ import annotations

from bot.core.dialogue import Question, Talk
from bot.core.post import Offer
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.member import Member, found_members, member_number
from bot.domain.people.person import Role
from handlers.answers import some_words
from handlers.phrases import kind_name, place_name
from handlers.team.members.card import CARD, acting

FIND = "member-find"


def ask(visit: Visit, rest: str) -> None:
    """The command. What is typed after it is whom it is about; without it, the bot asks."""
    if rest:
        look(visit, rest)
    else:
        visit.begin(FIND)


async def finding(talk: Talk, _facts: None) -> str:
    """One question."""
    return await talk.ask(Question("member", text("team-member-which"), read=some_words))


def look(visit: Visit, typed: str) -> None:
    """Whom these words may mean, each with number and name, to be picked."""
    alliance = visit.alliance
    found = found_members(typed, visit.work.members.everybody(), alliance.number_prefix, alliance.zone)
    if not found:
        visit.say(text("team-member-unknown"), Offer(text("team-member-again"), FIND))
        return
    visit.say(text("team-member-found", count=len(found)))
    for member in found:
        _hit(visit, member)


def _hit(visit: Visit, member: Member) -> None:
    """One of those found, a message each: a message quotes one person, and an erasure empties only theirs."""
    alliance = visit.alliance
    number = member_number(alliance.number_prefix, member, alliance.zone)
    picked = Offer(text("team-member-named", name=member.name, number=number), CARD, (member.id,))
    kind, place = kind_name(alliance, member.kind, visit.language), place_name(alliance, member.municipality)
    visit.say(text("team-member-hit", kind=kind, place=place), picked, about=acting(visit, member))


ROUTES: tuple[Route, ...] = (
    Command(
        {"de": ("ruhenlassen", "pausieren"), "en": ("suspend",)},
        ask,
        text("team-member-what"),
        Role.MODERATOR,
    ),
    Pressed(FIND, lambda visit, _: visit.begin(FIND), Role.MODERATOR),
    Dialogue(FIND, text("team-member-title"), finding, lambda _: None, look, draft=False, role=Role.MODERATOR),
)
