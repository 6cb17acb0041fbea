"""Rows of the ledger as deliveries: one SELECT that finds address and language, and the words of announcements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, select

from bot.core.messages import FileRef, Outgoing
from bot.core.ports import Delivery, Lane, State
from bot.domain.announcements.announcement import Step
from storage.codec import decode_outgoing, decode_refs
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.tables import announcement_files, contacts, contents, deliveries, files, persons

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session


def state_is(state: State, of: Any = deliveries) -> ColumnElement[bool]:
    """The condition with the state written out, as partial indexes need it."""
    condition: ColumnElement[bool] = of.c.state == literal_column(f"'{state.value}'")
    return condition


FRESH: dict[str, ColumnElement[Any]] = {
    "address": literal_column("''"),
    "language": literal_column("''"),
    "state": literal_column("'queued'"),
    "refs": literal_column("''"),
    "problem": literal_column("''"),
    "attempts": literal_column("0"),
}
"""What a new message to a contact has in these columns."""

_LANES = {int(lane): lane for lane in Lane}
_NEEDED = (
    *("id", "contact", "address", "language", "lane", "state", "body", "replaces", "edits", "refs"),
    *("attempts", "first_try_at", "announcement", "step", "account"),
)
ROWS = (
    select(
        *(deliveries.c[name] for name in _NEEDED),
        contacts.c.address.label("lives_at"),
        contacts.c.reachable,
        persons.c.language.label("speaks"),
        *(persons.c[name] for name in ("news", "member", "follows")),
    )
    .select_from(deliveries)
    .outerjoin(contacts, contacts.c.id == deliveries.c.contact)
    .outerjoin(persons, persons.c.id == deliveries.c.person)
)
"""Deliveries with what is known about their recipient now. A farewell (contact 0) brings its own address."""

_CONTENTS = Ready(
    select(contents).where(among(contents.c.announcement, "announcements", Kind.NUMBER)).order_by(contents.c.rank)
)
_FILES = Ready(
    select(announcement_files.c.announcement, files.c.id, files.c.name, files.c.mime)
    .join(files, files.c.id == announcement_files.c.file)
    .where(among(announcement_files.c.announcement, "announcements", Kind.NUMBER))
    .order_by(announcement_files.c.position)
)
_BARE = (Step.CORRECTION.value, Step.WITHDRAW.value, Step.NOTICE.value)
"""Steps without the files: a short message of its own, and a copy that is taken away."""


class Announced:
    """What the announcements among some rows say and send along: read once, however many rows there are."""

    def __init__(self, session: Session, rows: Iterable[Any]) -> None:
        self._said: dict[tuple[int, str], dict[str, str]] = {}
        self._files: dict[int, tuple[FileRef, ...]] = {}
        self._ready: dict[tuple[int, str, str], Outgoing] = {}
        announced = {"announcements": sorted({row.announcement for row in rows if row.announcement is not None})}
        if announced["announcements"]:
            for row in session.run(_CONTENTS, announced):
                self._said.setdefault((row.announcement, row.step), {})[row.language] = row.body
            for announcement, *file in session.run(_FILES, announced):
                self._files[announcement] = (*self._files.get(announcement, ()), FileRef(*file))

    def of(self, announcement: int, step: str, language: str) -> Outgoing:
        """A step of an announcement in the person's language, its base language, or the first."""
        key = announcement, step, language
        if key not in self._ready:
            self._ready[key] = self._put_together(*key)
        return self._ready[key]

    def _put_together(self, announcement: int, step: str, language: str) -> Outgoing:
        known = self._said.get((announcement, step), {})
        words = known.get(language) or known.get(language.split("-", maxsplit=1)[0]) or next(iter(known.values()), "")
        sent_along = () if step in _BARE else self._files.get(announcement, ())
        return Outgoing(words, files=sent_along, withdrawn=step == Step.WITHDRAW.value)


def spoken(row: Any) -> str:
    """The language it goes out in: a copy in that of its person now, whatever it was tried in before."""
    kept, now = row.language, row.speaks
    return ((kept or now) if row.announcement is None else (now or kept)) or ""


def as_deliveries(session: Session, rows: Sequence[Any]) -> list[Delivery]:
    """The rows as deliveries. `attempts` counts the tries before the one under way."""
    announced = Announced(session, rows)
    found = []
    for row in rows:
        id_, contact, address, _, lane, state, body, _, edits, refs = row[:10]
        attempts, first_try_at, announcement, step, _, lives_at, *_ = row[10:]
        language = spoken(row)
        found.append(
            Delivery(
                id_,
                contact,
                address or lives_at or "",
                _LANES[lane],
                language,
                decode_outgoing(body) if announcement is None else announced.of(announcement, step, language),
                attempts - (state == State.SENDING.value),
                decode_refs(refs),
                decode_refs(edits),
                first_try_at,
                announcement,
            )
        )
    return found
