"""The first words: who speaks, what it is for, and where to go from here."""

from __future__ import annotations

from bot.core.messages import Kind
from bot.core.post import Offer
from bot.core.routing import Arrival, Command, Pressed, Route
from bot.core.talking.asking import HOME, RESUME
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.person import Role
from handlers.meeting import speaking
from handlers.membership import declaration
from handlers.phrases import plain, run
from handlers.team import organisers as team


def start(visit: Visit, code: str) -> None:
    """The command, perhaps with the code of a deep link. A code that is no invitation is no reason to complain."""
    if not (code and team.redeem(visit, code)):
        greet(visit)


def greet(visit: Visit) -> None:
    """Say hello, and name what was put aside."""
    _welcome(visit)
    visit.offer_unheard()
    remind_of_draft(visit)


def remind_of_draft(visit: Visit) -> None:
    """Name the draft that waits here, with the way back to it. One that is still open is named anyway."""
    if visit.journal is None and (drafts := visit.drafts):
        visit.say(text("dialogue-still-open", title=drafts[0]), Offer(text("dialogue-continue"), RESUME))


def _welcome(visit: Visit) -> None:
    """To organisers with their work, to members with what they can do next, to newcomers with the way in."""
    if visit.person.role is not None:
        visit.say(text("welcoming-team", role=text(f"team-role-{visit.person.role}")), *_for_organisers(visit))
        return
    member = visit.member
    if member is not None:
        visit.say(text("welcoming-back", name=member.name), *_for_members())
        declaration.offer_renewal(visit)
        return
    alliance, language = visit.alliance, visit.language
    visit.say(
        text(
            "welcoming-hello",
            alliance=plain(alliance.name, language),
            team=plain(alliance.team, language),
            year=str(alliance.target_year),
        ),
        run(text("welcoming-join"), "mitmachen"),
        run(text("welcoming-story"), "geschichte"),
        run(text("welcoming-look"), "umsehen"),
        *(() if visit.person.follows else (run(text("welcoming-follow"), "folgen"),)),
        *speaking.switch(visit),
    )


def _for_organisers(visit: Visit) -> tuple[Offer, ...]:
    duties = (
        (Role.EDITOR, "announce", "nachricht"),
        (Role.EDITOR, "announcements", "sendungen"),
        (Role.MODERATOR, "queue", "warteschlange"),
        (Role.EDITOR, "questions", "team-fragen"),
        (Role.EDITOR, "overview", "ueberblick"),
        (Role.OWNER, "organisers", "team"),
        (Role.EDITOR, "help", "hilfe"),
    )
    return tuple(run(text(f"welcoming-{name}"), command) for role, name, command in duties if visit.person.may(role))


def _for_members() -> tuple[Offer, ...]:
    return (
        run(text("welcoming-story"), "geschichte"),
        run(text("welcoming-pledge"), "zusage"),
        run(text("welcoming-around"), "umsehen"),
        run(text("welcoming-help"), "hilfe"),
    )


def switch(visit: Visit, args: tuple[str, ...]) -> None:
    """The other language was chosen under the greeting: greet again in it."""
    if args and args[0] in visit.texts.languages:
        visit.speak(args[0])
    greet(visit)


ROUTES: tuple[Route, ...] = (
    Command({"de": ("start",), "en": ("start",)}, start, None),
    Pressed(HOME, lambda visit, _: greet(visit)),
    Arrival(Kind.JOINED, greet),
    speaking.switched(switch),
)
