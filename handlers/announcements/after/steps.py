"""Later steps: correcting copies in place and taking them back. Begun here, carried on by the tick."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.post import Offer, Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import REPEATS, Announcement, Step, Words, Written
from handlers.announcements.after.notices import concerned, tell_all
from handlers.announcements.releasing.card import TAKEN_BACK_FROM, S, title
from handlers.announcements.releasing.eyes import corrected, corrected_round, parent_of
from handlers.announcements.writing.announcing import note
from handlers.announcements.writing.wording import contents, ready
from handlers.phrases import plain
from handlers.team.organisers import tell

OPEN_AT_ONCE = 200
"""More drafts than an alliance ever has."""

FALLBACK = {Step.CORRECT: Step.CORRECTION, Step.WITHDRAW: Step.WITHDRAWAL}
"""What follows a step, for the copies with which it did not work."""


def correct(visit: Visit, correction: Announcement) -> None:
    """Put the new words in the place of the old ones, in every copy that was sent and in all that are to come."""
    work, parent = visit.work.announcements, parent_of(visit, correction)
    if parent is None or corrected_round(correction.draft) != parent.round or parent.state is S.WITHDRAWN:
        drop(visit, correction)
        visit.say(text("sending-correct-outdated"))
        return
    if not work.begin(parent.id, Step.CORRECT, visit.person.id):
        visit.say(text("sending-not-now"))
        return
    work.move(correction.id, S.DONE, [correction.state], visit.now, released_by=visit.person.id)
    work.reword(parent.id, correction.words)
    work.write(parent.id, Step.SEND, contents(visit, correction.words))
    work.write(parent.id, Step.CORRECT, contents(visit, correction.words))
    work.write(
        parent.id, Step.CORRECTION, _each(visit, lambda language: _correction(visit, correction.words, language))
    )
    note(visit, "announcement-corrected", parent.id)
    visit.say(text("sending-correcting", title=title(parent)))
    if correction.author != visit.person.id:
        tell(visit, correction.author, text("sending-correcting", title=title(parent)))
    _name_origin(visit, parent)


def _name_origin(visit: Visit, turn: Announcement) -> None:
    """One turn of a recurring announcement was corrected: the next ones still say what they said."""
    number = next((int(raw) for key, raw in turn.draft.answers if key == REPEATS), None)
    origin = None if number is None else visit.work.announcements.get(number)
    if origin is not None and origin.state is S.SCHEDULED:
        change = Offer(text("sending-change-origin"), "announcement-change", (origin.id,))
        visit.say(text("sending-origin-unchanged", title=title(origin)), change)


def drop(visit: Visit, correction: Announcement) -> None:
    """It corrects nothing any more; whoever wrote it is told, unless it is they who act."""
    visit.work.announcements.move(correction.id, S.CANCELLED, [S.DRAFT, S.WAITING], visit.now)
    if correction.author != visit.person.id:
        tell(visit, correction.author, text("sending-correct-outdated"))


def withdraw(visit: Visit, announcement: Announcement) -> None:
    """Stop what is still on its way and take back what has arrived, where a network allows it."""
    work = visit.work.announcements
    if not work.begin(announcement.id, Step.WITHDRAW, visit.person.id):
        visit.say(text("sending-not-now"))
        return
    work.move(announcement.id, S.WITHDRAWN, TAKEN_BACK_FROM, visit.now)
    for step in (Step.WITHDRAW, Step.WITHDRAWAL):
        work.write(announcement.id, step, _each(visit, lambda language: _taken_back(visit, language)))
    work.write(announcement.id, Step.NOTICE, _each(visit, lambda language: _notice(visit, announcement, language)))
    for correction in work.listed((S.DRAFT, S.WAITING), OPEN_AT_ONCE):
        if corrected(correction.draft) == announcement.id:
            drop(visit, correction)
    note(visit, "announcement-withdrawn", announcement.id)
    visit.say(text("sending-withdrawing", title=title(announcement)))
    if announcement.step is not None:
        visit.say(text("sending-correction-ends"))


def _each(post: Post, made: Callable[[str], Text]) -> dict[str, str]:
    return {language: post.texts.render(made(language), language) for language in post.texts.languages}


def _correction(post: Post, words: Words, language: str) -> Text:
    """A short message of its own, where a copy could not be changed."""
    return text("sending-correction", message=Markup(post.texts.render(ready(post, words, language), language)))


def _taken_back(post: Post, language: str) -> Text:
    return text("sending-taken-back", alliance=plain(post.alliance.name, language))


def _notice(post: Post, announcement: Announcement, language: str) -> Text:
    """For who has it in a digest: which one it was, without its words."""
    when = (announcement.started_at or announcement.created_at).astimezone(post.alliance.zone).date()
    return text("sending-notice", when=when, alliance=plain(post.alliance.name, language))


def carry_on(post: Post, announcement: Announcement) -> bool:
    """The next piece of the step under way; True while more of it is to be written."""
    work, step = post.work.announcements, announcement.step
    if step is None:
        return False
    if not announcement.step_written:
        return work.follow_up(announcement.id, post.now) is Written.MORE
    if work.open_in(announcement.id, step, post.now):
        return False
    if step in FALLBACK:
        work.begin(announcement.id, FALLBACK[step])
        return True
    fallen_back, told_on = work.fallen_back(announcement.id), work.told_on(announcement.id)
    work.end(announcement.id)
    _tell_it_is_over(post, announcement, step, fallen_back, told_on)
    return False


def _tell_it_is_over(post: Post, announcement: Announcement, step: Step, fallen_back: int, told_on: int) -> None:
    """With what became of the copies that could not be changed, if there were any, and how many were told once more
    because they have it in a digest.
    """
    digests = text("sending-over-digests", count=told_on) if told_on > 0 else ""
    shown = Offer(text("sending-show"), "announcement-show", (announcement.id,))
    over = text(f"sending-over-{step}", title=title(announcement), count=fallen_back, digests=digests)
    tell_all(post, concerned(post, announcement), over, shown)
