"""Files uploaded by pages, kept in memory until the core fetches them. Nothing is written to disk here."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.running.handling import DOCUMENT_MAX

KEPT_MAX = 128 * 1024 * 1024
KEPT_SECONDS, SURE_SECONDS = 900.0, 60.0
"""Bytes of all uploads together; how long one waits for the message that names it, and how long even if room is short:
pages name it at once, unless their line is interrupted just then.
"""

PER_SESSION, BYTES_PER_SESSION = 10, 2 * DOCUMENT_MAX
"""As many as a page sends at once: the pictures of an announcement. Each is fetched before the next ones have come."""


@dataclass(slots=True)
class _Upload:
    address: str
    content: bytes
    at: float


class Uploads:
    """Bounded in bytes, time and per session; named by references nobody can guess (128 bits)."""

    def __init__(self, kept_max: int = KEPT_MAX) -> None:
        self._kept_max = kept_max
        self._kept: OrderedDict[str, _Upload] = OrderedDict()

    def keep(self, address: str, content: bytes, now: float) -> str:
        """Take an upload in and name it; "" if there is no room at the moment. `now` in monotonic seconds."""
        self._forget(now - KEPT_SECONDS)
        if len(content) > DOCUMENT_MAX:
            return ""
        self._make_room_among(address, len(content))
        while self._bytes() + len(content) > self._kept_max:
            if not self._forget_first(now - SURE_SECONDS):
                return ""
        ref = secrets.token_urlsafe(16)
        self._kept[ref] = _Upload(address, content, now)
        return ref

    def get(self, ref: str, now: float) -> bytes | None:
        """The upload; None if unknown or too old. It stays until then, for the case that handling is repeated."""
        self._forget(now - KEPT_SECONDS)
        upload = self._kept.get(ref)
        return None if upload is None else upload.content

    def _make_room_among(self, address: str, more: int) -> None:
        """A session's oldest uploads give way to its newest."""
        own = [ref for ref, upload in self._kept.items() if upload.address == address]
        while own and (len(own) >= PER_SESSION or self._bytes(own) + more > BYTES_PER_SESSION):
            del self._kept[own.pop(0)]

    def _bytes(self, refs: Iterable[str] | None = None) -> int:
        return sum(len(self._kept[ref].content) for ref in (self._kept if refs is None else refs))

    def _forget(self, before: float) -> None:
        while self._forget_first(before):
            pass

    def _forget_first(self, before: float) -> bool:
        """Forget the oldest if it came before that moment, or just then."""
        if not self._kept or next(iter(self._kept.values())).at > before:
            return False
        self._kept.popitem(last=False)
        return True
