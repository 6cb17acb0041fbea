"""Digests that are written and not sent yet: is what they say still so? Asked at the claim; what is not, is written
anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.announcements.digests import told
from storage.copies.short import is_digest, let_go
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.tables import announcements, deliveries, digest_items

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.engine.session import Session

OUTDATED = "written anew"
"""What such a digest is marked with."""

_GONE = {state.value for state in (AnnouncementState.CANCELLED, AnnouncementState.WITHDRAWN)}
_WRITTEN = Ready(
    select(deliveries.c.id, deliveries.c.person, deliveries.c.tag).where(
        among(deliveries.c.id, "ids", Kind.NUMBER), is_digest(deliveries.c.tag), deliveries.c.refs == ""
    )
)
_NOW = Ready(
    select(announcements.c.id, announcements.c.state, announcements.c.round).where(
        among(announcements.c.id, "ids", Kind.NUMBER)
    )
)


def outdated(session: Session, ids: Sequence[int], now: datetime) -> AbstractSet[int]:
    """The digests among these that tell words corrected or taken back since they were written. What they told and
    still stands waits for the next look at what is due; what does not is told to nobody. Of what has arrived in part
    the rest follows: what changed is said in a short message.
    """
    written = {row.id: (row.person, told(row.tag)) for row in session.run(_WRITTEN, {"ids": list(ids)})}
    numbers = sorted({number for _, items in written.values() for number in items})
    known = {row.id: row for row in session.run(_NOW, {"ids": numbers})} if numbers else {}
    rounds = {number: row.round for number, row in known.items() if row.state not in _GONE}
    found = {id_: one for id_, one in written.items() if any(rounds.get(of) != said for of, said in one[1].items())}
    for person, items in found.values():
        _put_back(session, person, items, rounds, now)
    return found.keys()


def _put_back(
    session: Session, person: int, items: Mapping[int, int], rounds: Mapping[int, int], now: datetime
) -> None:
    let_go(session, now, deliveries.c.person == person, deliveries.c.announcement.in_(list(items)))
    again = [{"person": person, "announcement": number, "due_at": now} for number in items if number in rounds]
    if again:
        session.run(session.insert(digest_items).on_conflict_do_nothing(), again)
    if gone := [number for number in items if number not in rounds]:
        fewer = {"bundled": announcements.c.bundled - 1}
        session.run(update(announcements).where(announcements.c.id.in_(gone)).values(fewer))
