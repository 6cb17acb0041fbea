"""Files uploaded by pages, kept in memory until the core fetches them. Nothing is written to disk here."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass

from bot.core.running.handling import DOCUMENT_MAX

KEPT_MAX = 128 * 1024 * 1024
KEPT_SECONDS, SURE_SECONDS = 900.0, 60.0
"""Bytes of all uploads together; how long one waits for the message that names it, and how long even if room is short:
pages name it at once, unless their line is interrupted just then. What was fetched is only kept for a repetition.
"""

PER_SESSION, BYTES_PER_SESSION = 10, 2 * DOCUMENT_MAX
"""As many as a page sends at once: the pictures of an announcement. The first are fetched before the last have come."""


@dataclass(slots=True)
class _Upload:
    address: str
    content: bytes
    at: float
    fetched: bool = False


class Uploads:
    """Bounded in bytes, time and per session; named by references nobody can guess (128 bits)."""

    def __init__(self, kept_max: int = KEPT_MAX) -> None:
        self._kept_max = kept_max
        self._kept: OrderedDict[str, _Upload] = OrderedDict()

    def keep(self, address: str, content: bytes, now: float) -> str:
        """Take an upload in and name it; "" if there is no room at the moment. `now` in monotonic seconds."""
        self._forget(now)
        own = self._of(address)
        for ref in own[: max(0, len(own) - PER_SESSION + 1)]:
            del self._kept[ref]
        more = len(content)
        fits = more <= DOCUMENT_MAX and self._make_room(self._of(address), BYTES_PER_SESSION - more, now)
        if not fits or not self._make_room(list(self._kept), self._kept_max - more, now):
            return ""
        ref = secrets.token_urlsafe(16)
        self._kept[ref] = _Upload(address, content, now)
        return ref

    def get(self, ref: str, now: float) -> bytes | None:
        """The upload; None if unknown or too old. It stays while there is room, in case that handling is repeated."""
        self._forget(now)
        upload = self._kept.get(ref)
        if upload is None:
            return None
        upload.fetched = True
        return upload.content

    def _of(self, address: str) -> list[str]:
        return [ref for ref, upload in self._kept.items() if upload.address == address]

    def _make_room(self, among: list[str], most: int, now: float) -> bool:
        """Whether these take up at most so many bytes, once the oldest that are hardly needed have given way."""
        used = sum(len(self._kept[ref].content) for ref in among)
        for ref in among:
            upload = self._kept[ref]
            if used > most and (upload.fetched or upload.at <= now - SURE_SECONDS):
                used -= len(upload.content)
                del self._kept[ref]
        return used <= most

    def _forget(self, now: float) -> None:
        while self._kept and next(iter(self._kept.values())).at <= now - KEPT_SECONDS:
            self._kept.popitem(last=False)
