"""All announcements by where they stand; each opens its card."""

from __future__ import annotations

from bot.core.ports import Lane, State
from bot.core.post import Offer
from bot.core.routing import Command, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement, AnnouncementState
from bot.domain.people.person import Role
from handlers.announcements.releasing.card import ON_THE_WAY, S, corrected, may_decide, state_name, title
from handlers.phrases import bullets

LISTED = 5
"""So many of each group are shown: a list that fits a phone."""

GROUPS: dict[str, tuple[AnnouncementState, ...]] = {
    "requested": (S.REQUESTED,),
    "waiting": (S.WAITING,),
    "running": ON_THE_WAY,
    "scheduled": (S.SCHEDULED,),
    "draft": (S.DRAFT,),
    "past": (S.DONE, S.WITHDRAWN, S.CANCELLED),
}
"""What needs somebody comes first."""


def listing(visit: Visit, _rest: str) -> None:
    """The command."""
    offered: list[Offer] = []
    for group, states in GROUPS.items():
        found = [one for one in visit.work.announcements.listed(states, LISTED * 4) if _is_for(visit, one)][:LISTED]
        if found:
            lines = bullets(visit.texts, visit.language, [_line(visit, one) for one in found])
            visit.say(text(f"sending-list-{group}", lines=lines))
            offered += [
                Offer(text("sending-show-number", number=str(one.id)), "announcement-show", (one.id,)) for one in found
            ]
    if offered:
        visit.say(text("sending-list-open"), *offered)
    else:
        visit.say(text("sending-none-yet"))
    _uncertain(visit)


def _is_for(visit: Visit, announcement: Announcement) -> bool:
    """Drafts concern their author; what was thrown away before it was sent, or corrected another one, nobody."""
    if announcement.state is S.DRAFT:
        return may_decide(visit.person, announcement)
    thrown_away = announcement.state is S.CANCELLED and not announcement.total
    return not thrown_away and not (announcement.state is S.DONE and corrected(announcement.draft) is not None)


def _line(visit: Visit, announcement: Announcement) -> Text:
    key = "sending-line-sent" if announcement.total else "sending-line"
    return text(
        key,
        title=title(announcement),
        when=visit.local(announcement.created_at).date(),
        state=state_name(visit, announcement),
        sent=visit.work.announcements.tally(announcement.id).of(State.SENT),
        total=announcement.total,
    )


def _uncertain(visit: Visit) -> None:
    """Messages of any kind whose fate nobody knows."""
    uncertain = visit.work.ledger.uncertain(100)
    if uncertain:
        lanes = {lane.name.lower(): sum(row.lane is lane for row in uncertain) for lane in Lane}
        visit.say(text("sending-uncertain-in-all", **lanes))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("sendungen",), "en": ("broadcasts", "sendings")}, listing, text("sending-what"), Role.EDITOR),
)
