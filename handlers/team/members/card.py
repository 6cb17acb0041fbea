"""A member as organisers see one, with what they can decide about the membership."""

from __future__ import annotations

from bot.core.post import Offer, Post
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.member import Member, may_rest, member_number
from bot.domain.people.person import Person, Role
from handlers.phrases import kind_name, place_name

CARD, PAUSE, RESUME = "member-card", "member-pause", "member-resume"


def way_to(post: Post, organiser: Person, person: int | None) -> tuple[Offer, ...]:
    """The way from a person's words to their membership, for whoever may decide about it."""
    known = post.work.people.get(person) if person and organiser.may(Role.MODERATOR) else None
    if known is None or known.member is None:
        return ()
    return (Offer(text("team-member-show"), CARD, (known.member,)),)


def member_in(visit: Visit, number: str) -> Member | None:
    """The member with this number of a row; None, and the organiser is told so, if they have left."""
    member = visit.work.members.get(int(number)) if number.isdecimal() else None
    if member is None:
        visit.say(text("team-member-gone"))
    return member


def open_card(visit: Visit, args: tuple[str, ...]) -> None:
    """The choice that leads to it."""
    member = member_in(visit, args[0])
    if member is not None:
        show(visit, member)


def acting(visit: Visit, member: Member) -> int:
    """A person who acts for the member: what names the member is about them, and is emptied when they are erased."""
    return next((person.id for person in visit.work.people.acting_for(member.id)), 0)


def show(visit: Visit, member: Member) -> None:
    """Who it is, whether the membership rests, and what can be done."""
    alliance, about = visit.alliance, acting(visit, member)
    card = text(
        "team-member-card",
        name=member.name,
        kind=kind_name(alliance, member.kind, visit.language),
        place=place_name(alliance, member.municipality),
        number=member_number(alliance.number_prefix, member, alliance.zone),
        since=visit.local(member.joined_at).date(),
    )
    if member.rests:
        visit.say(card, about=about)
        said = text("team-member-rests", when=visit.local(member.paused_at or visit.now), reason=member.pause_reason)
        visit.say(said, Offer(text("team-resume"), RESUME, (member.id,)), about=about)
    elif may_rest(visit.work.people.acting_for(member.id)):
        visit.say(card, Offer(text("team-pause"), PAUSE, (member.id,)), about=about)
    else:
        visit.say(card, about=about)
        visit.say(text("team-member-of-team"), about=about)


ROUTES: tuple[Route, ...] = (Pressed(CARD, open_card, Role.MODERATOR),)
