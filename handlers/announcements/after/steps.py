"""Later steps: correcting copies in place and taking them back. Begun here, carried on by the tick."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.post import Offer, Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import Announcement, Step, Words
from handlers.announcements.releasing.card import ON_THE_WAY, S, corrected, title
from handlers.announcements.writing.announcing import note
from handlers.announcements.writing.wording import contents, ready
from handlers.phrases import plain

FALLBACK = {Step.CORRECT: Step.CORRECTION, Step.WITHDRAW: Step.WITHDRAWAL}
"""What follows a step, for the copies with which it did not work."""


def correct(visit: Visit, correction: Announcement) -> None:
    """Put the new words in the place of the old ones, in every copy that was sent."""
    work, parent = visit.work.announcements, parent_of(visit, correction)
    if parent is None or not work.begin(parent.id, Step.CORRECT):
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
        visit.tell(correction.author, text("sending-correcting", title=title(parent)))


def parent_of(post: Post, correction: Announcement) -> Announcement | None:
    """What a correction corrects."""
    parent = corrected(correction.draft)
    return None if parent is None else post.work.announcements.get(parent)


def withdraw(visit: Visit, announcement: Announcement) -> None:
    """Stop what is still on its way and take back what has arrived, where a network allows it."""
    work = visit.work.announcements
    work.move(announcement.id, S.CANCELLED, [*ON_THE_WAY, S.DONE], visit.now)
    if not work.begin(announcement.id, Step.WITHDRAW):
        visit.say(text("sending-not-now"))
        return
    work.write(announcement.id, Step.WITHDRAW, _each(visit, lambda language: _taken_back(visit, language)))
    work.write(announcement.id, Step.WITHDRAWAL, _each(visit, lambda language: _taken_back(visit, language)))
    work.move(announcement.id, S.WITHDRAWN, [S.CANCELLED], visit.now)
    note(visit, "announcement-withdrawn", announcement.id)
    visit.say(text("sending-withdrawing", title=title(announcement)))


def _each(post: Post, made: Callable[[str], Text]) -> dict[str, str]:
    return {language: post.texts.render(made(language), language) for language in post.texts.languages}


def _correction(post: Post, words: Words, language: str) -> Text:
    """A short message of its own, where a copy could not be changed."""
    return text("sending-correction", message=Markup(post.texts.render(ready(post, words, language), language)))


def _taken_back(post: Post, language: str) -> Text:
    return text("sending-taken-back", alliance=plain(post.alliance.name, language))


def carry_on(post: Post, announcement: Announcement) -> bool:
    """The next piece of the step under way; True while more of it is to be written."""
    work, step = post.work.announcements, announcement.step
    if step is None:
        return False
    if not announcement.enqueued:
        return not work.follow_up(announcement.id, post.now)
    if work.open_in(announcement.id, step):
        return False
    if step in FALLBACK:
        work.begin(announcement.id, FALLBACK[step])
        return True
    work.end(announcement.id)
    shown = Offer(text("sending-show"), "announcement-show", (announcement.id,))
    post.tell(announcement.author, text(f"sending-over-{step}", title=title(announcement)), shown)
    return False
