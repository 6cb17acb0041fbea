"""What an organiser sees beforehand. The preview: into which parts a network cuts an announcement. The rehearsal: how
long it would take, who is left out, what is split or refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.media.fitting import is_apart
from bot.core.messages import FileRef
from bot.core.pace.pacing import SAFETY
from bot.core.post import Post
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.transport import Abilities
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import Announcement
from bot.domain.announcements.audience import Reach
from bot.domain.announcements.rehearsal import ASSUMED, Rehearsal, Share, rehearse
from bot.domain.announcements.wishes import Calendar, calendar
from bot.domain.people.person import Role
from handlers.announcements.looking import too_late
from handlers.announcements.releasing.card import offers, title
from handlers.announcements.releasing.eyes import addressed
from handlers.announcements.releasing.fits import fits_lines, limits, named_form
from handlers.announcements.writing.arriving import forms
from handlers.announcements.writing.wording import contents, files_of
from handlers.phrases import bullets

# -- preview ---------------------------------------------------------------------------------------------------------


def preview(visit: Visit, args: tuple[str, ...]) -> None:
    """[So auf Telegram]: part after part, each in a message of its own, as long as there, with its pictures or file."""
    announcement, network = visit.work.announcements.get(int(args[0])), args[1]
    there = next((one for account, one in visit.networks.items() if account.partition(":")[0] == network), None)
    if announcement is None or there is None:
        too_late(visit, None)
        return
    for part, files in _parts(visit, announcement, network, there):
        visit.tell(visit.person.id, part, files=files)
    end = text("sending-preview-end", title=title(announcement), network=text("sending-network", network=network))
    visit.say(end, *offers(visit, announcement, visit.person))


def _parts(
    visit: Visit, announcement: Announcement, network: str, there: Abilities
) -> Iterator[tuple[Text, tuple[FileRef, ...]]]:
    words, files = announcement.draft.words, files_of(visit, announcement.draft.files)
    ready, seen = contents(visit, words), set[str]()
    for form in forms(visit, words, addressed(visit, announcement), visit.language):
        if ready[form.key] in seen:
            continue
        seen.add(ready[form.key])
        cut = there.cut(ready[form.key])
        where = named_form(text("sending-network", network=network), form)
        apart = is_apart(ready[form.key], there)
        for at, part in enumerate(cut, 1):
            yield text("sending-preview-part", where=where, at=at, count=len(cut)), ()
            yield text("sending-as-it-is", message=Markup(part)), () if apart or at > 1 else files
        if files and apart:
            yield text("sending-preview-files", where=where), files


# -- rehearsal -------------------------------------------------------------------------------------------------------


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


def plan(post: Post, announcement: Announcement, then: Calendar, found: Reach) -> Rehearsal:
    """How it would go at that moment, to these. What goes out meanwhile is known only of what begins now."""
    draft, at_once = announcement.draft, then.now <= post.now
    ahead = post.work.announcements.ahead(announcement.id, found.count + found.places) if at_once else {}
    may = limits(post, draft, forms(post, draft.words, found, draft.words.language))
    waits = post.work.announcements.waits(draft, then)
    return rehearse(found, waits, may, then, post.alliance.zone, announcement.rate * SAFETY, ahead)


def _lines(visit: Visit, announcement: Announcement) -> Iterator[Text]:
    draft, begins = announcement.draft, max(announcement.send_at or visit.now, visit.now)
    then = calendar(begins, visit.alliance.announcing.unasked_per_week, visit.alliance.zone)
    reach = visit.work.announcements.reach(draft, then)
    found = plan(visit, announcement, then, reach)
    yield from map(_share, found.shares)
    yield text("sending-rehearsal-through", when=visit.local(found.through), span=span(found.seconds))
    if ahead := sum(share.ahead for share in found.shares):
        yield text("sending-rehearsal-ahead", count=ahead)
    if found.quiet:
        yield text("sending-rehearsal-quiet", count=found.quiet)
    if found.bundled:
        yield text("sending-left-bundled", count=found.bundled)
    for why, count in sorted(found.skipped.items()):
        yield text(f"sending-left-{why}", count=count)
    yield from fits_lines(visit, draft, forms(visit, draft.words, reach, visit.language))
    if found.last > found.through:
        yield text("sending-rehearsal-last", when=visit.local(found.last))


def _share(share: Share) -> Text:
    """Whom an account reaches, how long that takes, and what was assumed for that."""
    network = text("sending-network", network=share.account.partition(":")[0])
    whom = text("sending-whom", count=share.recipients, places=share.places)
    told = {"network": network, "whom": whom, "span": span(share.seconds)}
    if share.limits.rate:
        return text("sending-rehearsal-network", **told)
    if share.limits.usual_rate:
        return text("sending-rehearsal-server", **told, seconds=round(1 / share.limits.usual_rate))
    return text("sending-rehearsal-assumed", **told, rate=round(ASSUMED))


def span(seconds: float) -> Text:
    """A length of time in words."""
    if seconds < 90:  # noqa: PLR2004 - up to a minute and a half, seconds say more
        return text("sending-seconds", count=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 120:  # noqa: PLR2004 - and up to two hours, minutes
        return text("sending-minutes", count=minutes)
    return text("sending-hours", count=round(minutes / 60))


ROUTES: tuple[Route, ...] = (
    Pressed("announcement-preview", preview, Role.EDITOR),
    Pressed("announcement-rehearse", show, Role.EDITOR),
)
