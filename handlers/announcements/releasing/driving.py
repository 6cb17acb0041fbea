"""The ticks of announcements: what is due begins, rows are written in chunks, what is finished is reported."""

from __future__ import annotations

from datetime import timedelta

from bot.core.post import Offer, Post
from bot.core.routing import Route, Tick
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement, Step, Written
from bot.domain.announcements.timing import next_time, recurrence
from bot.domain.people.organiser import HELD_BACK
from bot.domain.people.person import Role
from handlers.announcements.after.notices import in_charge, tell_all
from handlers.announcements.after.reporting import report
from handlers.announcements.after.steps import carry_on
from handlers.announcements.releasing.card import S, planned, running, title, whom
from handlers.announcements.releasing.eyes import addressed, may_release, may_release_alone, moment
from handlers.announcements.releasing.releasing import begun, please_release, releasers
from handlers.announcements.releasing.running import end_progress, to_come
from handlers.announcements.writing.wording import contents
from handlers.team.organisers import of_the_team


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
        still = to_come(post, paused, post.work.announcements.tally(paused.id))
        for one in in_charge(post, paused):
            post.tell(one.id, text("sending-held-up", title=title(paused), count=still), *running(paused, one))


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
        elif _is_held_back(post, announcement):
            continue
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
    if _is_held_back(post, later):
        return
    copy = work.get(work.repeat(announcement.id, post.now))
    if copy is not None:
        work.write(copy.id, Step.SEND, contents(post, copy.words))
        begun(post, copy, None)


def _is_held_back(post: Post, announcement: Announcement) -> bool:
    """Whether whoever released it may not do so alone any more when it is to go: their role is gone, or by now it goes
    to so many that a second pair of eyes is needed. Then it does not go; who may release it is asked anew, and where
    nobody else is there, it is a draft again.
    """
    releaser, found = of_the_team(post, announcement.released_by), addressed(post, announcement)
    if releaser is not None and may_release_alone(post, releaser, announcement, found):
        return False
    others, work = releasers(post, announcement), post.work.announcements
    if work.move(announcement.id, S.WAITING if others else S.DRAFT, [S.SCHEDULED], post.now):
        post.work.organisation.note(None, HELD_BACK, f"announcement:{announcement.id}", post.now)
        held = work.get(announcement.id) or announcement
        asked = sum(please_release(post, held, found, one) for one in others)
        may = releaser is not None and releaser.may(Role.MODERATOR)
        why = text("sending-needs-eyes", whom=whom(found)) if may else text("sending-releaser-gone")
        _tell_held_back(post, held, why, asked)
    return True


def _tell_held_back(post: Post, held: Announcement, why: Text, asked: int) -> None:
    """Tell who is in charge, unless it is they who are asked."""
    draft = held.state is S.DRAFT
    then = (
        text("sending-draft-again")
        if draft
        else text("sending-asked" if asked else "sending-asked-nobody", count=asked, when=planned(post, held))
    )
    told = [one for one in in_charge(post, held) if draft or not may_release(one, held)]
    said = text("sending-held-back", title=title(held), why=why, then=then, repeats="yes" if held.recurrence else "no")
    tell_all(post, told, said, Offer(text("sending-show"), "announcement-show", (held.id,)))


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
