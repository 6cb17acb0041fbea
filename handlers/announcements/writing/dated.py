"""An announcement that was written from a date: which one it is, and whether that still stands as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from bot.core.dialogue import FACT
from bot.core.post import Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Draft
from bot.domain.event import TAG, Event, EventDraft, EventState

DATE = "date"
"""The fact that names the date an announcement is about, and how that read when its text was written: "7.5f0e12ab"."""


def subject_of(number: int) -> str:
    """The subject of a dialogue that is begun from a date."""
    return f"{TAG}{number}"


def begun_from(visit: Visit) -> int | None:
    """The date that the dialogue under way was begun from."""
    subject = visit.journal.subject if visit.journal else ""
    number = subject.removeprefix(TAG)
    return int(number) if subject.startswith(TAG) and number.isdecimal() else None


def naming(post: Post, number: int | None) -> str:
    """What names a date as it stands now; "" where there is none."""
    event = None if number is None else post.work.events.get(number)
    return "" if event is None else _name(event)


def date_of(draft: Draft) -> int | None:
    """The number of the date it is about; None if it was not written from one."""
    name = _named(draft)
    return int(name.partition(".")[0]) if name else None


def reworded(post: Post, draft: Draft) -> Draft:
    """The draft with new words: whoever wrote them has seen how its date stands now."""
    if not _named(draft):
        return draft
    others = tuple(answer for answer in draft.answers if answer[0] != DATE)
    return replace(draft, answers=(*others, (DATE, FACT + naming(post, date_of(draft)))))


def date_lines(post: Post, draft: Draft) -> Iterator[Text]:
    """What has become of the date since the text was written, where that matters."""
    number = date_of(draft)
    if number is None:
        return
    event = post.work.events.get(number)
    if event is None or event.state is EventState.CALLED_OFF:
        yield text("sending-card-date-off")
    elif _name(event) != _named(draft):
        yield text("sending-card-date-changed")


def tells_alike(one: EventDraft, other: EventDraft) -> bool:
    """Whether an announcement of the one is true of the other, too: seats are not in its text."""
    return _mark(one) == _mark(other)


def _named(draft: Draft) -> str:
    return next((raw.removeprefix(FACT) for key, raw in draft.answers if key == DATE), "")


def _name(event: Event) -> str:
    return f"{event.id}.{_mark(event.draft)}"


def _mark(draft: EventDraft) -> str:
    """8 characters of what an announcement tells of a date."""
    told = repr((draft.title, draft.starts_at.isoformat(), draft.place, draft.about))
    return blake2b(told.encode(errors="surrogatepass"), digest_size=4).hexdigest()
