"""Correcting one's own data (Art. 16 GDPR): what joining asked, asked anew. Number and signature stay as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.dialogue import Option, Question, Talk
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.alliance import Alliance
from bot.domain.people.consent import Purpose
from bot.domain.people.member import Join, Member
from handlers.membership import listing
from handlers.membership.joining import DISPLAY_NAME, ORGANISATION
from handlers.membership.place import ask_place
from handlers.phrases import place_name, plain, run
from handlers.stories.storycard import teller

RECTIFYING = "rectifying"


@dataclass(frozen=True, slots=True)
class RectifyingFacts:
    """Whose data it is, None for who is no member (any more), and how the alliance speaks of it."""

    alliance: Alliance
    language: str
    member: Member | None


async def rectifying(talk: Talk, facts: RectifyingFacts) -> Member | None:
    """The member picks what to change, as often as they like; who is listed is asked anew for a new name."""
    member = facts.member
    if member is None:
        await talk.say(text("mydata-change-no-member"))
        return None
    name, region = _name_question(facts.alliance, member.kind), plain(facts.alliance.region, facts.language)
    while True:
        part = await talk.ask(_what(facts, member, name.key))
        if part == "place":
            place = await ask_place(talk, "joining-place", facts.alliance.municipalities, region)
            member = replace(member, municipality=place.key)
        elif part == "name":
            member = replace(member, name=await talk.ask(name))
            listed = member.listed and await talk.ask(listing.asked(member.name))
            member = replace(member, listed=listed)
        else:
            return member


def _name_question(alliance: Alliance, kind: str) -> Question[str]:
    return ORGANISATION if any(one.organisation for one in alliance.kinds if one.id == kind) else DISPLAY_NAME


def _what(facts: RectifyingFacts, member: Member, name: str) -> Question[str]:
    place, listed = place_name(facts.alliance, member.municipality), "plain-yes" if member.listed else "plain-no"
    return Question(
        "part",
        text("mydata-change-shown", name=member.name, place=place, listed=text(listed)),
        (
            Option("name", text(f"{name}-short"), "name"),
            Option("place", text("joining-place-short"), "place"),
            Option("save", text("mydata-change-save"), "save"),
        ),
    )


def _facts(visit: Visit) -> RectifyingFacts:
    return RectifyingFacts(visit.alliance, visit.language, visit.member)


def begin(visit: Visit, _args: tuple[str, ...]) -> None:
    """The choice under one's data."""
    visit.begin(RECTIFYING)


def rectify(visit: Visit, wanted: Member) -> None:
    """Keep it, on the stories too. A name in the list is agreed to as it is shown there."""
    member = visit.member
    if member is None:
        visit.say(text("mydata-change-no-member"))
        return
    join = Join(member.kind, wanted.name, "", "", wanted.municipality, wanted.listed)
    visit.work.members.change(member.id, join)
    visit.work.stories.set_teller(member.id, *teller(wanted))
    if member.listed and not wanted.listed:
        visit.work.consents.withdraw(visit.person.id, Purpose.LISTING, visit.now)
    elif wanted.listed and wanted.name != member.name:
        listing.agree_to_list(visit, wanted.name)
    visit.say(text("mydata-change-done"), run(text("mydata-open"), "meinedaten"))


ROUTES: tuple[Route, ...] = (
    Pressed("rectify", begin),
    Dialogue(RECTIFYING, text("mydata-change-title"), rectifying, _facts, rectify, draft=False),
)
