"""All announcements by where they stand; each opens its card."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.ports import State
from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement, AnnouncementState
from bot.domain.people.person import Role
from handlers.announcements.after.doubts import uncertain
from handlers.announcements.releasing.card import ON_THE_WAY, S, state_name, title
from handlers.announcements.releasing.eyes import corrected
from handlers.announcements.writing.announcing import ANNOUNCEMENT
from handlers.phrases import bullets, run

LISTED = 5
"""So many of each group are shown at once: a list that fits a phone."""

LOOKED_AT = 200
"""Of each group the newest so many can be listed."""

MORE = "announcements-more"

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
    offered = [offer for group in GROUPS for offer in _group(visit, group, 0)]
    parked = _parked(visit)
    if offered:
        visit.say(text("sending-list-open"), *offered, *parked)
    elif not parked:
        visit.say(text("sending-none-yet"), run(text("sending-write"), "nachricht"))
    else:
        visit.say(text("sending-list-parked"), *parked)
    uncertain(visit)


def _parked(visit: Visit) -> tuple[Offer, ...]:
    """The way on for whoever has put one aside while writing it: it is in no list, as nothing of it is kept yet."""
    drafts = {journal.dialogue for journal in visit.work.journals.parked(visit.contact.id)}
    return (run(text("sending-write-on"), "nachricht"),) if ANNOUNCEMENT in drafts else ()


def more(visit: Visit, args: tuple[str, ...]) -> None:
    """[Weitere] of a group."""
    group, start = args[0], int(args[1])
    visit.say(text("sending-list-open"), *_group(visit, group, start))


def _group(visit: Visit, group: str, start: int) -> list[Offer]:
    """Say a page of a group, if there is one; its choices."""
    found = [one for one in _listed(visit, GROUPS[group]) if _is_for_a_list(one)]
    start = start if start < len(found) else 0  # there are fewer since
    shown = found[start : start + LISTED]
    if not shown:
        return []
    lines = bullets(visit.texts, visit.language, [_line(visit, one) for one in shown])
    visit.say(text(f"sending-list-{group}", lines=lines))
    offers = [Offer(text("sending-show-number", number=str(one.id)), "announcement-show", (one.id,)) for one in shown]
    if len(found) > start + LISTED:
        offers.append(Offer(text("sending-list-more", group=group), MORE, (group, start + LISTED)))
    return offers


def _listed(visit: Visit, states: tuple[AnnouncementState, ...]) -> Sequence[Announcement]:
    """The newest in these states, planned ones in the order in which they go out; drafts concern their author, and
    who may release them.
    """
    work, mine = visit.work.announcements, None if visit.person.may(Role.MODERATOR) else visit.person.id
    found = work.listed(states, LOOKED_AT, author=mine if states == (S.DRAFT,) else None)
    if states == (S.SCHEDULED,):
        return sorted(found, key=lambda one: (one.send_at or one.created_at, one.id))
    return found


def _is_for_a_list(announcement: Announcement) -> bool:
    """What was thrown away before it was sent, or corrected another one, concerns nobody."""
    thrown_away = announcement.state is S.CANCELLED and announcement.started_at is None
    return not thrown_away and not (announcement.state is S.DONE and corrected(announcement.draft) is not None)


def _line(visit: Visit, announcement: Announcement) -> Text:
    key = "sending-line-sent" if announcement.total else "sending-line"
    return text(
        key,
        title=title(announcement),
        when=visit.local(announcement.started_at or announcement.created_at).date(),
        state=state_name(visit, announcement),
        sent=visit.work.announcements.tally(announcement.id).of(State.SENT),
        total=announcement.total,
    )


ROUTES: tuple[Route, ...] = (
    Command({"de": ("sendungen",), "en": ("broadcasts", "sendings")}, listing, text("sending-what"), Role.EDITOR),
    Pressed(MORE, more, Role.EDITOR),
)
