"""Rows of the ledger as deliveries: one SELECT that finds address and language, and the words of announcements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, select

from bot.core.messages import Outgoing
from bot.core.ports import Delivery, Lane, State
from storage.codec import decode_outgoing, decode_refs
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.tables import contacts, contents, deliveries, persons

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session


def state_is(state: State, of: Any = deliveries) -> ColumnElement[bool]:
    """The condition with the state written out, as partial indexes need it."""
    condition: ColumnElement[bool] = of.c.state == literal_column(f"'{state.value}'")
    return condition


_LANES = {int(lane): lane for lane in Lane}
_NEEDED = (
    *("id", "contact", "address", "language", "lane", "state", "body", "replaces", "edits", "refs"),
    *("attempts", "first_try_at", "announcement"),
)
ROWS = (
    select(
        *(deliveries.c[name] for name in _NEEDED),
        contacts.c.address.label("lives_at"),
        contacts.c.reachable,
        persons.c.language.label("speaks"),
        persons.c.news,
    )
    .select_from(deliveries)
    .outerjoin(contacts, contacts.c.id == deliveries.c.contact)
    .outerjoin(persons, persons.c.id == deliveries.c.person)
)
"""Deliveries with what is known about their recipient now. A farewell (contact 0) brings its own address."""

_CONTENTS = Ready(
    select(contents).where(among(contents.c.announcement, "announcements", Kind.NUMBER)).order_by(contents.c.rank)
)


class Words:
    """The words of the announcements among some rows."""

    def __init__(self, session: Session, rows: Iterable[Any]) -> None:
        self._by_announcement: dict[int, dict[str, str]] = {}
        announced = sorted({row.announcement for row in rows if row.announcement is not None})
        if announced:
            for row in session.run(_CONTENTS, {"announcements": announced}):
                self._by_announcement.setdefault(row.announcement, {})[row.language] = row.body

    def of(self, announcement: int, language: str) -> Outgoing:
        """An announcement in the person's language, its base language, or the first."""
        known = self._by_announcement.get(announcement, {})
        text = known.get(language) or known.get(language.split("-", maxsplit=1)[0]) or next(iter(known.values()), "")
        return Outgoing(text)


def as_deliveries(session: Session, rows: Sequence[Any]) -> list[Delivery]:
    """The rows as deliveries. `attempts` counts the tries before the one under way."""
    words = Words(session, rows)
    found = []
    for row in rows:
        id_, contact, address, language, lane, state, body, _, edits, refs = row[:10]
        attempts, first_try_at, announcement, lives_at, _, speaks, _ = row[10:]
        found.append(
            Delivery(
                id_,
                contact,
                address or lives_at or "",
                _LANES[lane],
                language or speaks or "",
                decode_outgoing(body) if announcement is None else words.of(announcement, speaks or ""),
                attempts - (state == State.SENDING.value),
                decode_refs(refs),
                decode_refs(edits),
                first_try_at,
            )
        )
    return found
