"""Leaving: the alliance, with a choice what becomes of one's stories; or everything at once."""

from __future__ import annotations

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.people.consent import Purpose
from bot.domain.people.member import Member
from bot.domain.pledge import PledgeState
from bot.domain.story import StoryState
from handlers.phrases import run


def ask_leave(visit: Visit, _rest: str) -> None:
    """The command to leave: only the alliance, or everything? Nothing else may take the answer for its own."""
    ask(visit, text("leaving-question"), Offer(text("leaving-only"), "leave-only"))


def ask(visit: Visit, question: Text, *first: Offer) -> None:
    """What should happen to one's data, after what there is to say and to choose first."""
    member = visit.member
    if member is None:
        visit.say(text("leaving-no-member"), *_unfollow(visit), Offer(text("leaving-erase-all"), "erase-ask"))
        return
    stories = visit.work.stories.by_author(visit.person.id)
    has_told = any(story.state is StoryState.APPROVED for story in stories)
    visit.confirm(
        text("leaving-what-of-it", name=member.name, question=question),
        *first,
        Offer(text("leaving-erase-all"), "erase"),
        *((Offer(text("leaving-keep-stories"), "erase-keep"),) if has_told else ()),
        run(text("mydata-open"), "meinedaten"),
        Offer(text("leaving-stay"), "leave-not"),
    )
    visit.set_aside()


def _unfollow(visit: Visit) -> tuple[Offer, ...]:
    return (Offer(text("following-stop"), "unfollow"),) if visit.person.news else ()


def ask_erase(visit: Visit, _rest: str | tuple[str, ...]) -> None:
    """The command to delete everything: one question, then it is done."""
    visit.confirm(
        text("leaving-erase-question"),
        Offer(text("leaving-erase-yes"), "erase"),
        run(text("mydata-open"), "meinedaten"),
        Offer(text("leaving-erase-no"), "leave-not"),
    )
    visit.set_aside()


def erase(visit: Visit, _args: tuple[str, ...]) -> None:
    """Delete everything about this person, stories included."""
    _erase(visit, "leaving-done")


def erase_but_stories(visit: Visit, _args: tuple[str, ...]) -> None:
    """Delete everything, but let the approved stories stand without name and author."""
    visit.work.stories.anonymise(visit.person.id)
    _erase(visit, "leaving-done-but-stories")


def _erase(visit: Visit, said: str) -> None:
    visit.farewell(text(said))
    visit.work.privacy.erase(visit.person.id, visit.now)


def end_membership(visit: Visit, member: Member) -> int:
    """The declaration is withdrawn: the member and its signatures go, the person stays. How many pledges end with it:
    they are ways to keep the declaration.
    """
    pledges = visit.work.pledges.of(visit.person.id)
    for pledge in pledges:
        visit.work.pledges.set_state(pledge.id, PledgeState.ENDED, None)
    for purpose in (Purpose.MEMBERSHIP, Purpose.LISTING):
        visit.work.consents.withdraw(visit.person.id, purpose, visit.now)
    visit.work.stories.set_teller(member.id, "", "", "")
    visit.work.members.remove(member.id, visit.now)
    visit.refresh()
    return len(pledges)


def stay(visit: Visit, _args: tuple[str, ...]) -> None:
    """Thought better of it."""
    visit.say(text("leaving-stayed"), run(text("welcoming-help"), "hilfe"))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("austreten",), "en": ("leave",)}, ask_leave, text("leaving-what")),
    Command({"de": ("loeschen",), "en": ("delete",)}, ask_erase, text("leaving-erase-what")),
    Pressed("erase-ask", ask_erase),
    Pressed("erase", erase, sure=True),
    Pressed("erase-keep", erase_but_stories, sure=True),
    Pressed("leave-not", stay),
)
