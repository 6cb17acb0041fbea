"""Not like this, not now, or not at all: what is declined with a reason, called off, or thrown away."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Question, Talk
from bot.core.post import Offer
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.announcements.announcement import CHANGEABLE, Announcement, AnnouncementState
from bot.domain.people.person import Role
from handlers.announcements.looking import decidable, same
from handlers.announcements.releasing.card import S, mark, show, title
from handlers.announcements.releasing.eyes import corrected
from handlers.announcements.writing.announcing import note
from handlers.answers import some_words
from handlers.team.organisers import tell

DECLINING = "announcement-decline"


@dataclass(frozen=True, slots=True)
class Declined:
    """A decision against an announcement as it was `seen` (its mark), with the reason its author or asker is told."""

    announcement: int
    seen: str
    state: AnnouncementState
    reason: str


def begin_decline(visit: Visit, args: tuple[str, ...]) -> None:
    """[Nicht freigeben] and [Ablehnen]: whoever wrote it deserves a reason."""
    visit.close_choices()
    announcement = same(visit, args, S.WAITING, S.REQUESTED)
    if announcement is not None and _may_decline(visit, announcement.state):
        visit.begin(DECLINING, str(announcement.id))


def _may_decline(visit: Visit, state: AnnouncementState) -> bool:
    """Whether this person still may; else they are told. Requests are for everybody in the team."""
    may = state is S.REQUESTED or visit.person.may(Role.MODERATOR)
    if not may:
        visit.say(text("sending-only-moderators"))
    return may


async def declining(talk: Talk, announcement: Announcement | None) -> Declined | None:
    """The reason; cancelling leaves everything as it is."""
    if announcement is None:
        await talk.say(text("sending-none"))
        return None
    state = AnnouncementState(talk.fact("state", announcement.state))
    seen = talk.fact("seen", mark(announcement.draft))
    question = text("sending-reason", title=title(announcement))
    reason = await talk.ask(Question("reason", question, read=some_words, help=text("sending-reason-help")))
    return Declined(announcement.id, seen, state, reason)


def _declined_one(visit: Visit) -> Announcement | None:
    subject = visit.journal.subject if visit.journal else ""
    return visit.work.announcements.get(int(subject)) if subject.isdecimal() else None


def decline(visit: Visit, declined: Declined) -> None:
    """A draft goes back to its author, who can change it; a request ends here. Both hear why."""
    if not _may_decline(visit, declined.state):
        return
    asked = declined.state is S.REQUESTED
    announcement = same(visit, (str(declined.announcement), declined.seen), declined.state)
    if announcement is None:
        return
    visit.work.announcements.move(announcement.id, S.CANCELLED if asked else S.DRAFT, [declined.state], visit.now)
    note(visit, "announcement-declined", announcement.id)
    key = "requesting-declined" if asked else "sending-not-released"
    change = corrected(announcement.draft) is None  # a correction is written anew
    way = ("sending-change", "announcement-change") if change else ("sending-show", "announcement-show")
    back = () if asked else (Offer(text(way[0]), way[1], (announcement.id,)),)
    said = text(key, title=title(announcement), reason=declined.reason)
    if asked:
        visit.tell(announcement.author, said)
    else:
        tell(visit, announcement.author, said, *back)
    visit.say(text("sending-request-declined" if asked else "sending-declined", title=title(announcement)))


# -- not now, or not at all ------------------------------------------------------------------------------------------


def call_off(visit: Visit, args: tuple[str, ...]) -> None:
    """[Absagen]: it is a draft again, without its time."""
    visit.close_choices()
    announcement = decidable(visit, args, S.SCHEDULED)
    if announcement is None:
        return
    back_to_draft(visit, announcement)
    visit.say(text("sending-called-off", title=title(announcement)))
    show(visit, visit.work.announcements.get(announcement.id) or announcement)
    _tell_the_others(visit, announcement, "called-off")


def back_to_draft(visit: Visit, announcement: Announcement) -> None:
    """What was planned, or waited for its release, is a draft without a time."""
    work = visit.work.announcements
    work.move(announcement.id, S.DRAFT, [announcement.state], visit.now)
    work.schedule(announcement.id, None, "")
    note(visit, "announcement-called-off", announcement.id)


def discard(visit: Visit, args: tuple[str, ...]) -> None:
    """Throw it away; nobody has received anything. Whoever wrote it or asked for it hears of it."""
    visit.close_choices()
    announcement = decidable(visit, args, *CHANGEABLE)
    if announcement is None:
        return
    visit.work.announcements.move(announcement.id, S.CANCELLED, [announcement.state], visit.now)
    note(visit, "announcement-discarded", announcement.id)
    visit.say(text("sending-discarded", title=title(announcement)))
    _tell_the_others(visit, announcement, "discarded")


def _tell_the_others(visit: Visit, announcement: Announcement, what: str) -> None:
    """Its author and whoever asked for it, unless it is they who act."""
    author, asker = announcement.author, announcement.requested_by
    if author != visit.person.id:
        tell(visit, author, text(f"sending-{what}-by-team", title=title(announcement)))
    if asker is not None and asker not in {author, visit.person.id}:
        visit.tell(asker, text(f"requesting-{what}", title=title(announcement)))


ROUTES: tuple[Route, ...] = (
    Pressed(DECLINING, begin_decline, Role.EDITOR),
    Pressed("announcement-call-off", call_off, Role.EDITOR),
    Pressed("announcement-discard", discard, Role.EDITOR, sure=True),
    Dialogue(
        DECLINING,
        text("sending-decline-title"),
        declining,
        _declined_one,
        decline,
        draft=False,
        role=Role.EDITOR,
        cancelled=text("sending-decline-cancelled"),
    ),
)
