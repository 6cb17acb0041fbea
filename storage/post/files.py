"""Pictures and documents, kept in the database: one backup, one erasure."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from bot.core.dialogue import DOCUMENT, PICTURE
from bot.core.messages import FileRef
from storage.codec import decode_entries, decode_outgoing
from storage.tables import announcement_files, deliveries, files, journals, stories, uploads

if TYPE_CHECKING:
    from storage.engine.session import Session

_FILES = (PICTURE, DOCUMENT)


class Files:
    """`Files` of bot.core.ports."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, owner: int, content: bytes, name: str, mime: str, now: datetime, *, made: bool = False) -> FileRef:
        stored = self._session.scalar(
            insert(files)
            .values(owner=owner, content=content, name=name, mime=mime, created_at=now, made=made)
            .returning(files.c.id)
        )
        return FileRef(stored, name, mime)

    def get(self, file: int) -> tuple[FileRef, bytes] | None:
        row = self._session.run(select(files).where(files.c.id == file)).one_or_none()
        return None if row is None else (FileRef(row.id, row.name, row.mime), bytes(row.content))

    def uploaded(self, account: str, file: int) -> str:
        noted: str | None = self._session.scalar(
            select(uploads.c.name).where(uploads.c.file == file, uploads.c.account == account)
        )
        return noted or ""

    def remove(self, file: int) -> None:
        self._session.run(delete(files).where(files.c.id == file))

    def forget_unused(self, before: datetime) -> int:
        self._session.flush()
        old = set(self._session.run(select(files.c.id).where(files.c.created_at < before)).scalars())
        unused = (
            sorted(old - self._in_stories() - self._announced() - self._in_journals() - self._on_their_way())
            if old
            else []
        )
        for file in unused:
            self.remove(file)
        return len(unused)

    def _in_stories(self) -> set[int]:
        return set(self._session.run(select(stories.c.picture).where(stories.c.picture != 0)).scalars())

    def _announced(self) -> set[int]:
        return set(self._session.run(select(announcement_files.c.file)).scalars())

    def _in_journals(self) -> set[int]:
        kept: set[int] = set()
        for entries, undo in self._session.run(select(journals.c.entries, journals.c.undo)):
            for stored in (entries, undo):
                raws = decode_entries(stored) if stored else ()
                kept.update(int(raw[1:]) for _, raw in raws if raw[:1] in _FILES and raw[1:].isdecimal())
        return kept

    def _on_their_way(self) -> set[int]:
        """A message names its first file in a column of its own; only then its body is looked at."""
        on_the_way = select(deliveries.c.body).where(
            deliveries.c.file.is_not(None), deliveries.c.state.in_(("queued", "sending", "uncertain"))
        )
        return {file.id for body in self._session.run(on_the_way).scalars() for file in decode_outgoing(body).files}
