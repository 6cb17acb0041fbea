"""What became of an announcement: rows written in chunks, progress, and the report of who got it and who did not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.messages import Outgoing
from bot.core.ports import Lane, State
from bot.core.post import Offer, Post
from bot.core.routing import Command, Pressed, Route, Tick
from bot.core.talking.visit import Visit
from bot.core.words.markup import parse
from bot.core.words.markup import plain as plain_text
from bot.core.words.texts import Text, text
from bot.domain.alliance import Alliance
from bot.domain.announcements.announcement import Announcement, AnnouncementState
from bot.domain.announcements.audience import Audience
from bot.domain.announcements.wishes import Calendar, calendar
from bot.domain.people.person import Role
from handlers.phrases import bullets, place_name, plain

OPEN = (State.QUEUED, State.SENDING)
MISSED = (State.UNREACHABLE, State.REFUSED, State.UNCERTAIN)
LISTED, NAMES = 8, 40
PROGRESS_EVERY = timedelta(seconds=30)


def audience_name(alliance: Alliance, language: str, audience: Audience) -> Text:
    """Who it is for, in words."""
    if audience.kinds:
        names = {kind.id: plain(kind.name, language) for kind in alliance.kinds}
        return text("sending-to-kind", kind=names.get(audience.kinds[0], text("plain-words", words=audience.kinds[0])))
    if audience.municipalities:
        return text("sending-to-place", place=place_name(alliance, audience.municipalities[0]))
    return text(f"sending-to-{audience.circle}")


# -- on its way ------------------------------------------------------------------------------------------------------


def drive(post: Post) -> bool:
    """The tick: write the next chunk of deliveries, and report what is finished. True while there are rows to write."""
    more = False
    for number in post.work.announcements.unfinished():
        announcement = post.work.announcements.get(number)
        if announcement is None:
            continue
        if announcement.state is AnnouncementState.ENQUEUING:
            more = not post.work.announcements.enqueue(number, _calendar(post)) or more
        elif not _open(post, number):
            post.work.announcements.move(number, AnnouncementState.DONE, [announcement.state], post.now)
            _report(post, replace(announcement, state=AnnouncementState.DONE))
    return more


def _calendar(post: Post) -> Calendar:
    return calendar(post.now, post.alliance.announcing.unasked_per_week, post.alliance.zone)


def _open(post: Post, number: int) -> int:
    return post.work.announcements.tally(number).open


def progress(post: Post) -> bool:
    """The tick: for announcements that take longer, tell the author how far it is, always in the same message."""
    for number in post.work.announcements.unfinished():
        announcement = post.work.announcements.get(number)
        if announcement is None or announcement.state is not AnnouncementState.SENDING or not announcement.total:
            continue
        if still := _open(post, number):
            _show_progress(post, announcement, announcement.total - still)
    return False


def _show_progress(post: Post, announcement: Announcement, through: int) -> None:
    author = post.work.people.get(announcement.author)
    contact = post.work.people.contact_of(announcement.author)
    if author is not None and contact is not None and contact.reachable:
        words = post.texts.render(text("sending-progress", through=through, total=announcement.total), author.language)
        post.work.ledger.add(contact.id, Outgoing(words), Lane.REPLY, post.now, replaces=progress_tag(announcement))


def progress_tag(announcement: Announcement) -> str:
    """Names the message in which the author sees how far it is."""
    return f"announcement:{announcement.id}"


def _report(post: Post, announcement: Announcement) -> None:
    author = post.work.people.get(announcement.author)
    if author is not None:
        tally = post.work.announcements.tally(announcement.id)
        details = Offer(text("sending-details"), "announcement-show", (announcement.id,))
        missing = any(tally.of(state) for state in MISSED)
        post.tell(author.id, _tallied(post, announcement, author.language), *((details,) if missing else ()))


def _tallied(post: Post, announcement: Announcement, language: str) -> Text:
    """How many got it, and what became of the others."""
    tally = post.work.announcements.tally(announcement.id)
    counts = {"open": tally.open}
    counts |= {state.value: tally.of(state) for state in (*MISSED, State.CANCELLED)}
    lines = [text("sending-count-sent", count=tally.of(State.SENT), total=announcement.total)]
    lines += [text(f"sending-count-{name}", count=count) for name, count in counts.items() if count]
    return text(
        "sending-report",
        number=str(announcement.id),
        beginning=_beginning(announcement.words.body),
        audience=audience_name(post.alliance, language, announcement.draft.audience),
        state=text(f"sending-state-{announcement.state}"),
        lines=bullets(post.texts, language, lines),
    )


def _beginning(body: str) -> str:
    first = " ".join(plain_text(parse(body)).split())
    return first if len(first) <= 60 else first[:57].rstrip() + " …"  # noqa: PLR2004 - one line on a phone


# -- looking back ----------------------------------------------------------------------------------------------------


def recent(visit: Visit, _rest: str) -> None:
    """The command: the last announcements with their tallies, and messages nobody knows the fate of."""
    found = visit.work.announcements.listed(tuple(AnnouncementState), LISTED)
    if not found:
        visit.say(text("sending-none"))
        return
    lines = bullets(visit.texts, visit.language, [_line(visit, one) for one in found])
    offers = [Offer(text("sending-show", number=str(one.id)), "announcement-show", (one.id,)) for one in found]
    visit.say(text("sending-recent", lines=lines), *offers)
    uncertain = visit.work.ledger.uncertain(100)
    if uncertain:
        lanes = {lane.name.lower(): sum(row.lane is lane for row in uncertain) for lane in Lane}
        visit.say(text("sending-uncertain-in-all", **lanes))


def _line(visit: Visit, announcement: Announcement) -> Text:
    tally = visit.work.announcements.tally(announcement.id)
    return text(
        "sending-line",
        number=str(announcement.id),
        when=visit.local(announcement.created_at).date(),
        beginning=_beginning(announcement.words.body),
        sent=tally.of(State.SENT),
        total=announcement.total,
        state=text(f"sending-state-{announcement.state}"),
    )


def show(visit: Visit, args: tuple[str, ...]) -> None:
    """One announcement: the counts, and the names of members who did not get it."""
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None:
        visit.say(text("sending-none"))
        return
    visit.say(_tallied(visit, announcement, visit.language), *_still_to_do(visit, announcement))
    for state in MISSED:
        missed = visit.work.announcements.outcomes(announcement.id, [state], NAMES)
        if missed:
            visit.say(text(f"sending-missed-{state}", who=_who([outcome.name for outcome in missed])))


def _still_to_do(visit: Visit, announcement: Announcement) -> tuple[Offer, ...]:
    """One that waits can still be released or thrown away."""
    if announcement.state is not AnnouncementState.WAITING:
        return ()
    return last_steps(visit, announcement, visit.work.announcements.reach(announcement.draft, _calendar(visit)).count)


def last_steps(visit: Visit, announcement: Announcement, count: int) -> tuple[Offer, ...]:
    """Send it or hand it in for release (if there is anybody to send it to), or discard it."""
    send = Offer(text("announcing-send", count=count), "announcement-send", (announcement.id,))
    ask = Offer(text("announcing-release"), "announcement-ask", (announcement.id,))
    discard = Offer(text("announcing-discard"), "announcement-discard", (announcement.id,))
    return (*((send if visit.person.may(Role.MODERATOR) else ask,) if count else ()), discard)


def _who(names: list[str]) -> Text:
    """Members by name, followers only as a number."""
    named = ", ".join(name for name in names if name)
    unnamed = names.count("")
    if not unnamed:
        return text("sending-who-named", names=named)
    return text("sending-who-both", names=named, count=unnamed) if named else text("sending-who-unnamed", count=unnamed)


ROUTES: tuple[Route, ...] = (
    Command({"de": ("sendungen",), "en": ("sendings",)}, recent, text("sending-what"), Role.EDITOR),
    Pressed("announcement-show", show, Role.EDITOR),
    Tick("announcements", timedelta(seconds=2), drive),
    Tick("announcement-progress", PROGRESS_EVERY, progress),
)
