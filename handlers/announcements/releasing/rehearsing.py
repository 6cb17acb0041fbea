"""The rehearsal as an organiser reads it: how long it would take, who is left out, what is split or refused."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.post import Post
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement
from bot.domain.announcements.rehearsal import ASSUMED, Rehearsal, rehearse
from bot.domain.announcements.wishes import calendar
from bot.domain.people.person import Role
from handlers.announcements.looking import too_late
from handlers.announcements.releasing.card import offers, title
from handlers.announcements.releasing.fits import fits_lines, limits
from handlers.phrases import bullets


def show(visit: Visit, args: tuple[str, ...]) -> None:
    """[Probelauf]: the whole run on the real audience, and nothing is sent."""
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None:
        too_late(visit, None)
        return
    lines = bullets(visit.texts, visit.language, _lines(visit, announcement))
    visit.say(
        text("sending-rehearsal", title=title(announcement), lines=lines),
        *offers(visit, announcement, visit.person),
    )


def plan(post: Post, announcement: Announcement, language: str) -> Rehearsal:
    """How it would go if it began now, or at its time."""
    draft, begins = announcement.draft, max(announcement.send_at or post.now, post.now)
    then = calendar(begins, post.alliance.announcing.unasked_per_week, post.alliance.zone)
    reach, waits = post.work.announcements.reach(draft, then), post.work.announcements.waits(draft, then)
    return rehearse(reach, waits, limits(post, draft, language), then, post.alliance.zone, announcement.rate)


def _lines(visit: Visit, announcement: Announcement) -> Iterator[Text]:
    found = plan(visit, announcement, visit.language)
    for share in found.shares:
        network = text("sending-network", network=share.account.partition(":")[0])
        key = "sending-rehearsal-assumed" if share.assumed else "sending-rehearsal-network"
        rate = {"rate": round(ASSUMED)} if share.assumed else {}
        yield text(key, network=network, count=share.recipients, span=span(share.seconds), **rate)
    if found.places:
        yield text("sending-card-places", count=found.places)
    yield text("sending-rehearsal-through", when=visit.local(found.through), span=span(found.seconds))
    if found.quiet:
        yield text("sending-rehearsal-quiet", count=found.quiet)
    if found.bundled:
        yield text("sending-left-bundled", count=found.bundled)
    for why, count in sorted(found.skipped.items()):
        yield text(f"sending-left-{why}", count=count)
    yield from fits_lines(visit, announcement.draft, visit.language)
    if found.last > found.through:
        yield text("sending-rehearsal-last", when=visit.local(found.last))


def span(seconds: float) -> Text:
    """A length of time in words."""
    if seconds < 90:  # noqa: PLR2004 - up to a minute and a half, seconds say more
        return text("sending-seconds", count=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 120:  # noqa: PLR2004 - and up to two hours, minutes
        return text("sending-minutes", count=minutes)
    return text("sending-hours", count=round(minutes / 60))


ROUTES: tuple[Route, ...] = (Pressed("announcement-rehearse", show, Role.EDITOR),)
