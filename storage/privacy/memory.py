"""Who has been erased, remembered without naming anybody: keyed digests in the database and in a file beside it."""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.tables import erasures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from storage.engine.session import Session

SECRET = "erasures"  # noqa: S105 - the name of a secret, not a secret
"""Name of the digests' key in the vault. It is made at the very first start, so every backup holds it: a restored
database can read the file, while the file alone, without a database, leads to nobody."""


def digest(key: bytes, account: str, address: str) -> str:
    """HMAC-SHA-256 (RFC 2104) of a contact."""
    contact = f"{len(account)}:{account}{address}".encode(errors="surrogatepass")
    return hmac.new(key, contact, hashlib.sha256).hexdigest()


class ErasuresFile:
    """One line per erased contact: digest and time. Lies outside of the database, so that a restore leaves it alone."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()

    def read(self) -> Mapping[str, datetime]:
        """The latest erasure of each digest; a line that was cut off is passed over."""
        found: dict[str, datetime] = {}
        if self._path is None or not self._path.exists():
            return found
        for line in self._path.read_text(encoding="ascii", errors="replace").splitlines():
            known, _, moment = line.partition(" ")
            try:
                at = datetime.fromisoformat(moment).astimezone(UTC)
            except ValueError:
                continue
            found[known] = max(at, found.get(known, at))
        return found

    def append(self, erased: Iterable[tuple[str, datetime]]) -> None:
        """Add lines and wait until they are on the disk."""
        lines = "".join(f"{known} {at.isoformat()}\n" for known, at in erased)
        if self._path is None or not lines:
            return
        with self._lock:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(descriptor, lines.encode("ascii"))
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def remembered(session: Session, file: ErasuresFile) -> Mapping[str, datetime]:
    """Every erasure known to the database or to the file, the later time where both know it."""
    known = dict(file.read())
    for row in session.run(select(erasures)):
        known[row.digest] = max(row.erased_at, known.get(row.digest, row.erased_at))
    return known


def complete_file(session: Session, file: ErasuresFile) -> None:
    """At start: write into the file what only the database knows (the process died between commit and file)."""
    known = file.read()
    rows = session.run(select(erasures)).all()
    file.append((row.digest, row.erased_at) for row in rows if known.get(row.digest) != row.erased_at)
