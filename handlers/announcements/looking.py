"""Looking an announcement up: its card or its report, and whether what a choice was offered for still holds."""

from __future__ import annotations

from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.announcements.announcement import Announcement, AnnouncementState
from bot.domain.people.person import Role
from handlers.announcements.after.reporting import afterwards, chart, full
from handlers.announcements.releasing.card import BEFORE, ON_THE_WAY, decided, mark, offers, show, state_name
from handlers.announcements.releasing.eyes import may_decide


def open_one(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ansehen]."""
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None:
        visit.say(text("sending-none"))
    else:
        look(visit, announcement)


def look(visit: Visit, announcement: Announcement) -> None:
    """Its card before it is sent, its report while it is sent and afterwards; each with what can be done."""
    if announcement.state in BEFORE or not (announcement.total or announcement.bundled):
        show(visit, announcement)
        return
    possible = afterwards(visit, announcement, visit.person) if may_decide(visit.person, announcement) else ()
    going = offers(visit, announcement, visit.person) if announcement.state in ON_THE_WAY else ()
    shown = full(visit, announcement, visit.language)
    visit.say(shown, *going, *possible, files=(chart(visit, announcement, visit.language),))


def same(visit: Visit, args: tuple[str, ...], *states: AnnouncementState) -> Announcement | None:
    """The announcement a choice is about, if it is in one of these states and still what was shown; else the person is
    told (two organisers may press at once, or it was changed meanwhile). Whoever works on its
    words alone has only their mark: somebody else may give it another time meanwhile.
    """
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None or announcement.state not in states:
        too_late(visit, announcement)
        return None
    if len(args) > 1 and args[1] not in {decided(announcement), mark(announcement.draft)}:
        visit.say(text("sending-changed-since"))
        look(visit, announcement)
        return None
    return announcement


def decidable(visit: Visit, args: tuple[str, ...], *states: AnnouncementState) -> Announcement | None:
    """As `same`, for what only its author and who may release may do; anybody else is told so."""
    announcement = same(visit, args, *states)
    if announcement is not None and not may_decide(visit.person, announcement):
        visit.say(text("sending-not-yours"))
        return None
    return announcement


def too_late(visit: Visit, announcement: Announcement | None) -> None:
    """It has been decided already; nothing was changed."""
    if announcement is None:
        visit.say(text("sending-none"))
    else:
        visit.say(text("sending-too-late", state=state_name(visit, announcement)))


ROUTES: tuple[Route, ...] = (Pressed("announcement-show", open_one, Role.EDITOR),)
