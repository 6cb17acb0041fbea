"""An announcement that was written from a date: which one it is, and whether that still stands as it was."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.post import Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Draft
from bot.domain.event import TAG, Event, EventState

DATE = "date"
"""The answer that names the date an announcement is about, and the version of it that was read: "7.2"."""


def subject_of(number: int) -> str:
    """The subject of a dialogue that is begun from a date."""
    return f"{TAG}{number}"


def begun_from(visit: Visit) -> int | None:
    """The date that the dialogue under way was begun from."""
    subject = visit.journal.subject if visit.journal else ""
    number = subject.removeprefix(TAG)
    return int(number) if subject.startswith(TAG) and number.isdecimal() else None


def naming_now(post: Post, number: int | None) -> str:
    """The answer for a date as it stands now ("" where there is none): whoever writes of it has just seen it."""
    event = None if number is None else post.work.events.get(number)
    return "" if event is None else _naming(event)


def _naming(event: Event) -> str:
    return f"{event.id}.{event.revision}"


def date_of(draft: Draft) -> int | None:
    """The number of the date it is about; None if it was not written from one."""
    return next((int(raw.partition(".")[0]) for key, raw in draft.answers if key == DATE), None)


def date_lines(post: Post, draft: Draft) -> Iterator[Text]:
    """What has become of the date since this was written, where that matters."""
    number = date_of(draft)
    if number is None:
        return
    event = post.work.events.get(number)
    if event is None or event.state is EventState.CALLED_OFF:
        yield text("sending-card-date-off")
    elif (DATE, _naming(event)) not in draft.answers:
        yield text("sending-card-date-changed")
