"""Being shown in the public list of members: the one question about it, and saying yes to it later."""

from __future__ import annotations

from bot.core.dialogue import Question
from bot.core.post import Offer
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, Texts, text
from bot.domain.people.consent import Purpose
from bot.domain.people.member import digest
from handlers.membership.declaration import agree
from handlers.phrases import run, yes_no
from handlers.team.members.resting import declined

WORDS_VERSION = "2"
"""Version of the question; raised when its meaning changes. Since 2 it names the place beside the name."""


def question(name: str) -> Text:
    """The words that a yes agrees to: the same at joining and later."""
    return text("joining-listed", name=name)


def asked(texts: Texts, name: str) -> Question[bool]:
    """The same in a dialogue."""
    options = yes_no(texts, text("joining-listed-yes"), text("joining-listed-no"))
    return Question("joining-listed", question(name), options, help=text("joining-listed-help"))


def agree_to_list(visit: Visit, name: str) -> None:
    """Record the yes to exactly these words, as the person sees them."""
    agree(visit, Purpose.LISTING, WORDS_VERSION, digest(visit.texts.render(question(name), visit.language)))


def ask(visit: Visit, _args: tuple[str, ...]) -> None:
    """Whoever said no once may say yes now: first the question, in full."""
    member = visit.member
    if member is None or member.listed:
        visit.say(text("listing-nothing-to-ask"))
        return
    if declined(visit):
        return
    visit.say(
        question(member.name),
        Offer(text("joining-listed-yes"), "list-me"),
        Offer(text("joining-listed-no"), "list-me-not"),
    )


def list_me(visit: Visit, _args: tuple[str, ...]) -> None:
    """The yes: kept as at joining, and shown at once."""
    visit.close_choices()
    member = visit.member
    if member is None or member.listed:
        visit.say(text("listing-nothing-to-ask"))
        return
    if declined(visit):
        return
    visit.work.members.set_listed(member.id, listed=True)
    agree_to_list(visit, member.name)
    visit.say(text("listing-done", name=member.name), run(text("mydata-open"), "meinedaten"))


def decline(visit: Visit, _args: tuple[str, ...]) -> None:
    """Rather not: nothing changes. Whoever is in the list by now reads so, and where to take that back."""
    visit.close_choices()
    if visit.member is not None and visit.member.listed:
        visit.say(text("listing-done", name=visit.member.name), run(text("mydata-open"), "meinedaten"))
    else:
        visit.say(text("listing-not"))


ROUTES: tuple[Route, ...] = (
    Pressed("list-ask", ask),
    Pressed("list-me", list_me),
    Pressed("list-me-not", decline),
)
