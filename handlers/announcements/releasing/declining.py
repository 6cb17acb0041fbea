"""Not like this: a draft goes back to its author, a request ends, and both hear the reason."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Question, Talk
from bot.core.post import Offer
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.announcements.announcement import Announcement, AnnouncementState
from bot.domain.people.person import Role
from handlers.announcements.releasing.card import S, same, title, too_late
from handlers.announcements.writing.announcing import note
from handlers.team.asking import some_words

DECLINING = "announcement-decline"


@dataclass(frozen=True, slots=True)
class Declined:
    """A decision against an announcement, with the reason its author or asker is told."""

    announcement: int
    state: AnnouncementState
    reason: str


def begin_decline(visit: Visit, args: tuple[str, ...]) -> None:
    """[Nicht freigeben] and [Ablehnen]: whoever wrote it deserves a reason."""
    visit.close_choices()
    announcement = same(visit, args, S.WAITING, S.REQUESTED)
    if announcement is None:
        return
    if announcement.state is S.WAITING and not visit.person.may(Role.MODERATOR):
        visit.say(text("sending-only-moderators"))
    else:
        visit.begin(DECLINING, str(announcement.id))


async def declining(talk: Talk, announcement: Announcement | None) -> Declined | None:
    """The reason; cancelling leaves everything as it is."""
    if announcement is None:
        await talk.say(text("sending-none"))
        return None
    state = AnnouncementState(talk.fact("state", announcement.state))
    question = text("sending-reason", title=title(announcement))
    reason = await talk.ask(Question("reason", question, read=some_words, help=text("sending-reason-help")))
    return Declined(announcement.id, state, reason)


def _declined_one(visit: Visit) -> Announcement | None:
    subject = visit.journal.subject if visit.journal else ""
    return visit.work.announcements.get(int(subject)) if subject.isdecimal() else None


def decline(visit: Visit, declined: Declined) -> None:
    """A draft goes back to its author, who can change it; a request ends here. Both hear why."""
    work = visit.work.announcements
    announcement, asked = work.get(declined.announcement), declined.state is S.REQUESTED
    to = S.CANCELLED if asked else S.DRAFT
    if announcement is None or not work.move(announcement.id, to, [declined.state], visit.now):
        too_late(visit, announcement)
        return
    note(visit, "announcement-declined", announcement.id)
    key = "requesting-declined" if asked else "sending-not-released"
    back = () if asked else (Offer(text("sending-show"), "announcement-show", (announcement.id,)),)
    visit.tell(announcement.author, text(key, title=title(announcement), reason=declined.reason), *back)
    visit.say(text("sending-request-declined" if asked else "sending-declined", title=title(announcement)))


ROUTES: tuple[Route, ...] = (
    Pressed(DECLINING, begin_decline, Role.EDITOR),
    Dialogue(
        DECLINING, text("sending-decline-title"), declining, _declined_one, decline, draft=False, role=Role.EDITOR
    ),
)
