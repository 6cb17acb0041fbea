"""Correcting one's own data (Art. 16 GDPR): what joining asked, asked anew. Number and signature stay as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.dialogue import Option, Question, Talk
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Texts, text
from bot.domain.alliance import Alliance
from bot.domain.people.consent import Purpose
from bot.domain.people.member import Join, Member
from handlers.membership import listing
from handlers.membership.declaration import declaration_facts
from handlers.membership.joining import DISPLAY_NAME, FUNCTION, PLACE, name_question
from handlers.membership.place import PlaceFacts, ask_place, place_facts
from handlers.phrases import place_name, run
from handlers.stories.storycard import teller

RECTIFYING = "rectifying"


@dataclass(frozen=True, slots=True)
class RectifyingFacts:
    """Whose data it is, None for who is no member (any more), and what is asked of it. `function` is as what
    they signed for an organisation, else "".
    """

    alliance: Alliance
    texts: Texts
    place: PlaceFacts
    member: Member | None
    function: str


@dataclass(frozen=True, slots=True)
class Rectified:
    """What is right."""

    member: Member
    function: str


async def rectifying(talk: Talk, facts: RectifyingFacts) -> Rectified | None:
    """The member picks what to change, as often as they like; who is listed is asked anew for a new name."""
    member, function = facts.member, facts.function
    if member is None:
        await talk.say(text("mydata-change-no-member"))
        return None
    name = _name_question(facts.alliance, member.kind)
    while True:
        part = await talk.ask(_what(facts, member, function, name.key))
        if part == "place":
            place = await ask_place(talk, PLACE, facts.place)
            member = replace(member, municipality=place.key)
        elif part == "name":
            member = replace(member, name=await talk.ask(name))
            listed = member.listed and await talk.ask(listing.asked(facts.texts, member.name))
            member = replace(member, listed=listed)
        elif part == "function":
            function = await talk.ask(FUNCTION)
        else:
            return Rectified(member, function)


def _name_question(alliance: Alliance, kind: str) -> Question[str]:
    known = next((one for one in alliance.kinds if one.id == kind), None)
    return DISPLAY_NAME if known is None else name_question(known)


def _what(facts: RectifyingFacts, member: Member, function: str, name: str) -> Question[str]:
    place, listed = place_name(facts.alliance, member.municipality), "plain-yes" if member.listed else "plain-no"
    shown = "mydata-change-shown-organisation" if function else "mydata-change-shown"
    return Question(
        "part",
        text(shown, name=member.name, function=function, place=place, listed=text(listed)),
        (
            Option("name", text(f"{name}-short"), "name"),
            *((Option("function", text("joining-function-short"), "function"),) if function else ()),
            Option("place", text("joining-place-short"), "place"),
            Option("save", text("mydata-change-save"), "save"),
        ),
    )


def _facts(visit: Visit) -> RectifyingFacts:
    return RectifyingFacts(
        visit.alliance, visit.texts, place_facts(visit), visit.member, declaration_facts(visit).signer.function
    )


def begin(visit: Visit, _args: tuple[str, ...]) -> None:
    """The choice under one's data."""
    visit.begin(RECTIFYING)


def rectify(visit: Visit, right: Rectified) -> None:
    """Keep it, on the stories too. A name in the list is agreed to as it is shown there."""
    member, wanted = visit.member, right.member
    if member is None:
        visit.say(text("mydata-change-no-member"))
        return
    join = Join(member.kind, wanted.name, "", "", wanted.municipality, wanted.listed)
    visit.work.members.change(member.id, join)
    visit.work.members.set_function(member.id, right.function)
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
