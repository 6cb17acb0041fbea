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
from handlers.team.members.card import CARD

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
    if found:
        visit.say(text("team-member-found", count=len(found)), *(_offer(visit, member) for member in found))
    else:
        visit.say(text("team-member-unknown"), Offer(text("team-member-again"), FIND))


def _offer(visit: Visit, member: Member) -> Offer:
    number = member_number(visit.alliance.number_prefix, member, visit.alliance.zone)
    return Offer(text("team-member-named", name=member.name, number=number), CARD, (member.id,))


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
