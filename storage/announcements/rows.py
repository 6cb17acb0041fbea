"""A row of `announcements` as an object of the domain and back."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from bot.domain.announcements.announcement import Announcement, AnnouncementState, Chore, Draft, Step, Words
from bot.domain.announcements.audience import Audience, Circle, Left
from storage.codec import decode_entries, dumps, encode_entries, loads

NOT_KNOWN = -1
"""`step_until` of a step that has only begun: the next transaction sees all that was claimed with earlier words."""


def is_written(row: Any) -> bool:
    """Whether all deliveries of the step under way are written."""
    return bool(row.step_to >= row.step_until != NOT_KNOWN)


def as_row(draft: Draft) -> dict[str, object]:
    """The columns that hold a draft; its files are in a table of their own."""
    words = draft.words
    return {
        "language": words.language,
        "body": words.body,
        "second_language": words.second_language,
        "second_body": words.second_body,
        "audience": encode_audience(draft.audience),
        "topic": draft.topic,
        "goal": draft.goal,
        "answers": encode_entries(draft.answers),
    }


def announcement_of(row: Any, files: tuple[int, ...]) -> Announcement:
    """The whole announcement."""
    words = Words(row.language, row.body, row.second_language, row.second_body)
    draft = Draft(words, decode_audience(row.audience), row.topic, row.goal, files, decode_entries(row.answers))
    return Announcement(
        id=row.id,
        author=row.author,
        requested_by=row.requested_by,
        released_by=row.released_by,
        draft=draft,
        state=AnnouncementState(row.state),
        created_at=row.created_at,
        send_at=row.send_at,
        recurrence=row.recurrence,
        started_at=row.started_at,
        total=row.total,
        enqueued=row.enqueued,
        rate=row.rate,
        round=row.round,
        step=Step(row.step) if row.step else None,
        step_written=is_written(row),
        bundled=row.bundled,
        left_out={Left(why): count for why, count in loads(row.left_out).items()},
        chore=Chore(row.chore) if row.chore else None,
        moved_at=row.moved_at,
        acted_by=row.acted_by,
    )


def encode_audience(audience: Audience) -> str:
    """As JSON; what is not narrowed is left out."""
    return dumps({name: value for name, value in asdict(audience).items() if value})


def decode_audience(stored: str) -> Audience:
    """The inverse of `encode_audience`."""
    known = loads(stored)
    narrowed = {each.name: tuple(known.get(each.name, ())) for each in fields(Audience) if each.name != "circle"}
    return Audience(Circle(known["circle"]), **narrowed)
