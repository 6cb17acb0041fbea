"""The ticks of announcements: what is due begins, rows are written in chunks, what is finished is reported."""

from __future__ import annotations

from datetime import timedelta

from bot.core.post import Offer, Post
from bot.core.routing import Route, Tick
from bot.core.words.texts import text
from bot.domain.announcements.announcement import Announcement, Step, Written
from bot.domain.announcements.timing import next_time, recurrence
from handlers.announcements.after.notices import in_charge, tell_all
from handlers.announcements.after.reporting import report
from handlers.announcements.after.steps import carry_on
from handlers.announcements.releasing.card import S, planned, running, title
from handlers.announcements.releasing.eyes import moment, reach
from handlers.announcements.releasing.releasing import begun
from handlers.announcements.releasing.running import end_progress
from handlers.announcements.writing.wording import contents


def drive(post: Post) -> bool:
    """Write the next chunk of deliveries, and report what is finished. True while there are rows to write."""
    more = False
    for number in post.work.announcements.unfinished():
        announcement = post.work.announcements.get(number)
        if announcement is not None:
            more = _go_on(post, announcement) or more
    return more


def _go_on(post: Post, announcement: Announcement) -> bool:
    """With one of them: what was decided about many copies, writing, the later step, or a look at how it goes."""
    work = post.work.announcements
    more = announcement.chore is not None and _carry_out(post, announcement)
    if announcement.state is S.ENQUEUING and _was_held_up(post, announcement):
        _ask_whether_to_go_on(post, announcement)
    elif announcement.state is S.ENQUEUING:
        more = not work.enqueue(announcement.id, moment(post)) or more
    if announcement.step is not None:
        return carry_on(post, announcement) or more
    if announcement.state is S.SENDING and announcement.chore is None:
        _look(post, announcement)
    return more


def _carry_out(post: Post, announcement: Announcement) -> bool:
    """The next chunk; of one that was stopped the report comes when nothing of it can come back any more."""
    written = post.work.announcements.carry_out(announcement.id, post.now)
    if written is Written.ALL and announcement.state is S.CANCELLED:
        report(post, post.work.announcements.get(announcement.id) or announcement)
    return written is Written.MORE


def _look(post: Post, announcement: Announcement) -> None:
    """Whether it is finished, goes on, or was held up."""
    work, tally = post.work.announcements, post.work.announcements.tally(announcement.id)
    if not tally.open:
        work.move(announcement.id, S.DONE, [announcement.state], post.now)
        over = work.get(announcement.id) or announcement
        end_progress(post, over)
        report(post, over)
    elif _was_held_up(post, announcement):
        _ask_whether_to_go_on(post, announcement)
    else:
        work.moved(announcement.id, tally.total - tally.open, post.now)


def _was_held_up(post: Post, announcement: Announcement) -> bool:
    """Whether nothing has moved for so long that an outage must have held it up. A long run that moves is healthy."""
    age = timedelta(hours=post.alliance.announcing.old_after_hours)
    moments = [at for at in (announcement.started_at, announcement.moved_at) if at is not None]
    return bool(moments) and post.now - max(moments) > age


def _ask_whether_to_go_on(post: Post, announcement: Announcement) -> None:
    """What an outage has held up for so long is not poured out: it pauses, and whoever is in charge decides."""
    if post.work.announcements.move(announcement.id, S.PAUSED, [announcement.state], post.now):
        paused = post.work.announcements.get(announcement.id) or announcement
        still = _to_come(post, paused)
        for one in in_charge(post, paused):
            post.tell(one.id, text("sending-held-up", title=title(paused), count=still), *running(paused, one))


def _to_come(post: Post, announcement: Announcement) -> int:
    """How many have not got it yet, also where their copies are not written."""
    tally = post.work.announcements.tally(announcement.id)
    if announcement.enqueued:
        return tally.open
    return max(tally.open, reach(post, announcement.draft).count - (tally.total - tally.open))


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
        missed_turn = text("sending-turn-missed", title=title(later), when=planned(post, later))
        tell_all(post, in_charge(post, later), missed_turn)
        return
    copy = work.get(work.repeat(announcement.id, post.now))
    if copy is not None:
        work.write(copy.id, Step.SEND, contents(post, copy.words))
        begun(post, copy, None)


def _ask_about(post: Post, announcement: Announcement) -> None:
    """News of the day before yesterday are not poured out: it is a draft again, and whoever is in charge decides."""
    if post.work.announcements.move(announcement.id, S.DRAFT, [S.SCHEDULED], post.now):
        shown = Offer(text("sending-show"), "announcement-show", (announcement.id,))
        when = planned(post, announcement)
        tell_all(post, in_charge(post, announcement), text("sending-old", title=title(announcement), when=when), shown)


ROUTES: tuple[Route, ...] = (
    Tick("announcements", timedelta(seconds=2), drive, first=True),  # what an outage held up is not poured out
    Tick("announcements-due", timedelta(seconds=10), begin_due),
)
