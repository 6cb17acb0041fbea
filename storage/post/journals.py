"""Dialogues under way and parked drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, literal_column, select, true, update

from bot.core.ports import Journal, Mode
from storage.codec import decode_entries, encode_entries
from storage.engine.bulk import Batch, Kind, among, values_of
from storage.engine.ready import Ready
from storage.tables import journals

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Table

    from storage.engine.bulk import Insert
    from storage.engine.session import Session

ACTIVE = ""
"""The slot of the dialogue under way; a parked draft's slot says which dialogue it is, and about what."""

_OF = Ready(
    select(journals)
    .where(among(journals.c.contact, "contacts", Kind.NUMBER))
    .order_by(journals.c.asked_at.desc(), journals.c.slot)
)
_CLOSE = Ready(delete(journals).where(among(journals.c.contact, "contacts", Kind.NUMBER), journals.c.slot == ACTIVE))
_CONTENT = ("dialogue", "subject", "entries", "turn", "mode", "asked_at", "undo")


def _save(given: FromClause, insert: Callable[[Table], Insert]) -> Insert:
    rows = select(*values_of(given), literal_column("''")).where(true()).order_by(given.c.n)
    new = insert(journals).from_select(["contact", *_CONTENT, "slot"], rows)
    return new.on_conflict_do_update(
        index_elements=["contact", "slot"], set_={name: getattr(new.excluded, name) for name in _CONTENT}
    )


_SAVE = Batch(
    _save,
    contact=Kind.NUMBER,
    dialogue=Kind.WORDS,
    subject=Kind.WORDS,
    entries=Kind.WORDS,
    turn=Kind.WORDS,
    mode=Kind.WORDS,
    asked_at=Kind.MOMENT,
    undo=Kind.WORDS,
)


class Journals:
    """`Journals` of bot.core.ports. What becomes of the active ones is kept back and written together.

    Drafts are read together with the active ones: whoever begins a dialogue is asked about them next.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changed: dict[int, Journal | None] = {}
        self._drafts: dict[int, list[Journal]] = {}
        session.before_commit.append(self.flush)

    def active(self, contacts: Sequence[int]) -> Mapping[int, Journal]:
        unknown = [contact for contact in contacts if contact not in self._changed]
        found = {contact: journal for contact in contacts if (journal := self._changed.get(contact)) is not None}
        if unknown:
            found |= self._read(unknown)
        return found

    def _read(self, contacts: Sequence[int]) -> Mapping[int, Journal]:
        """The active ones; drafts are remembered."""
        found: dict[int, Journal] = {}
        self._drafts.update((contact, []) for contact in contacts)
        for row in self._session.run(_OF, {"contacts": contacts}):
            if row.slot == ACTIVE:
                found[row.contact] = _journal(row)
            else:
                self._drafts[row.contact].append(_journal(row))
        return found

    def save(self, contact: int, journal: Journal) -> None:
        self._changed[contact] = journal

    def close(self, contact: int) -> None:
        self._changed[contact] = None

    def park(self, contact: int) -> None:
        journal = self.active([contact]).get(contact)
        if journal is None:
            return
        self.flush()
        self._drop_draft(contact, journal.dialogue, journal.subject)
        self._session.run(
            update(journals)
            .where(journals.c.contact == contact, journals.c.slot == ACTIVE)
            .values(slot=f"{journal.dialogue}:{journal.subject}")
        )

    def parked(self, contact: int) -> Sequence[Journal]:
        if contact not in self._drafts:
            self._read([contact])
        return self._drafts[contact]

    def unpark(self, contact: int, dialogue: str, subject: str) -> Journal | None:
        draft = self._session.run(select(journals).where(*_draft(contact, dialogue, subject))).one_or_none()
        if draft is None:
            return None
        self._drop_draft(contact, dialogue, subject)
        journal = _journal(draft)
        self.save(contact, journal)
        return journal

    def discard(self, contacts: Sequence[int], dialogue: str, subject: str) -> None:
        self.flush()
        self._drafts.clear()
        about = (journals.c.dialogue == dialogue, journals.c.subject == subject)
        self._session.run(delete(journals).where(journals.c.contact.in_(contacts), *about))

    def forget(self, before: datetime) -> int:
        self.flush()
        self._drafts.clear()
        return self._session.run(delete(journals).where(journals.c.asked_at < before)).rowcount

    def _drop_draft(self, contact: int, dialogue: str, subject: str) -> None:
        self._drafts.pop(contact, None)
        self._session.run(delete(journals).where(*_draft(contact, dialogue, subject)))

    def flush(self) -> None:
        """Write what was kept back."""
        if not self._changed:
            return
        changed, self._changed = self._changed, {}
        closed = [contact for contact, journal in changed.items() if journal is None]
        if closed:
            self._session.run(_CLOSE, {"contacts": closed})
        saved = [_row(contact, journal) for contact, journal in changed.items() if journal is not None]
        if saved:
            _SAVE.run(self._session, saved)


def _draft(contact: int, dialogue: str, subject: str) -> tuple[ColumnElement[bool], ...]:
    """The parked one. The slot is not asked for: that of a draft from before it named the subject was shorter."""
    about = (journals.c.dialogue == dialogue, journals.c.subject == subject)
    return (journals.c.contact == contact, journals.c.slot != ACTIVE, *about)


def _row(contact: int, journal: Journal) -> tuple[Any, ...]:
    return (
        contact,
        journal.dialogue,
        journal.subject,
        encode_entries(journal.entries),
        journal.turn,
        journal.mode.value,
        journal.asked_at,
        None if journal.undo is None else encode_entries(journal.undo),
    )


def _journal(row: Any) -> Journal:
    return Journal(
        row.dialogue,
        row.subject,
        decode_entries(row.entries),
        row.turn,
        Mode(row.mode),
        row.asked_at,
        None if row.undo is None else decode_entries(row.undo),
    )
