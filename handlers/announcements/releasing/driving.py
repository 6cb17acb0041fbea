"""The ticks of announcements: what is due begins, rows are written in chunks, what is finished is reported."""

from __future__ import annotations

from datetime import timedelta

from bot.core.post import Offer, Post
from bot.core.routing import Route, Tick
from bot.core.words.texts import text
from bot.domain.announcements.announcement import Announcement, Step
from bot.domain.announcements.timing import next_time, recurrence
from handlers.announcements.after.reporting import report
from handlers.announcements.after.steps import carry_on
from handlers.announcements.releasing.card import S, moment, planned, running, title
from handlers.announcements.releasing.releasing import begun
from handlers.announcements.releasing.running import end_progress
from handlers.announcements.writing.wording import contents


def drive(post: Post) -> bool:
    """Write the next chunk of deliveries, and report what is finished. True while there are rows to write."""
    more = False
    for number in post.work.announcements.unfinished():
        announcement = post.work.announcements.get(number)
        if announcement is None:
            continue
        if announcement.state is S.ENQUEUING:
            more = not post.work.announcements.enqueue(number, moment(post)) or more
        elif announcement.step is not None:
            more = carry_on(post, announcement) or more
        elif not post.work.announcements.tally(number).open:
            post.work.announcements.move(number, S.DONE, [announcement.state], post.now)
            end_progress(post, announcement)
            report(post, post.work.announcements.get(number) or announcement)
        elif _is_old(post, announcement):
            _ask_whether_to_go_on(post, announcement)
    return more


def _is_old(post: Post, announcement: Announcement) -> bool:
    """Whether it began, or was last taken up again, so long ago that an outage must have held it up."""
    age = timedelta(hours=post.alliance.announcing.old_after_hours)
    return announcement.started_at is not None and post.now - announcement.started_at > age


def _ask_whether_to_go_on(post: Post, announcement: Announcement) -> None:
    """What an outage has held up for so long is not poured out: it pauses, and its author decides."""
    if post.work.announcements.move(announcement.id, S.PAUSED, [announcement.state], post.now):
        paused = post.work.announcements.get(announcement.id) or announcement
        still = post.work.announcements.tally(announcement.id).open
        post.tell(announcement.author, text("sending-held-up", title=title(paused), count=still), *running(paused))


def begin_due(post: Post) -> bool:
    """What was planned for now begins; what should have begun long ago is asked about."""
    for number in post.work.announcements.due(post.now):
        announcement = post.work.announcements.get(number)
        if announcement is None or announcement.send_at is None:
            continue
        old = post.now - announcement.send_at > timedelta(hours=post.alliance.announcing.old_after_hours)
        if announcement.recurrence:
            _next_turn(post, announcement, missed=old)
        elif old:
            _ask_about(post, announcement)
        elif post.work.announcements.move(number, S.ENQUEUING, [S.SCHEDULED], post.now):
            begun(post, post.work.announcements.get(number) or announcement, None)
    return False


def _next_turn(post: Post, announcement: Announcement, *, missed: bool) -> None:
    """A recurring one: a copy of it goes out, unless its time is long over; it waits for its next one."""
    work, rule = post.work.announcements, recurrence(announcement.recurrence)
    if rule is None:
        return
    work.schedule(announcement.id, next_time(rule, post.now, post.alliance.zone), announcement.recurrence)
    later = work.get(announcement.id) or announcement
    if missed:
        post.tell(announcement.author, text("sending-turn-missed", title=title(later), when=planned(post, later)))
        return
    copy = work.get(work.repeat(announcement.id, post.now))
    if copy is not None:
        work.write(copy.id, Step.SEND, contents(post, copy.words))
        begun(post, copy, None)


def _ask_about(post: Post, announcement: Announcement) -> None:
    """News of the day before yesterday are not poured out: it is a draft again, and its author decides."""
    if post.work.announcements.move(announcement.id, S.DRAFT, [S.SCHEDULED], post.now):
        shown = Offer(text("sending-show"), "announcement-show", (announcement.id,))
        when = planned(post, announcement)
        post.tell(announcement.author, text("sending-old", title=title(announcement), when=when), shown)


ROUTES: tuple[Route, ...] = (
    Tick("announcements", timedelta(seconds=2), drive, first=True),  # what an outage held up is not poured out
    Tick("announcements-due", timedelta(seconds=10), begin_due),
)
