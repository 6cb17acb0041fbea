"""Files uploaded by pages, kept in memory until the core fetches them. Nothing is written to disk here."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass

from bot.core.running.handling import DOCUMENT_MAX

KEPT_MAX = 128 * 1024 * 1024
KEPT_SECONDS = 900.0
"""Bytes of all uploads together, and how long one waits for the message that names it."""

PER_SESSION = 10
"""As many as a page sends at once: the pictures of an announcement."""


@dataclass(slots=True)
class _Upload:
    address: str
    content: bytes
    until: float


class Uploads:
    """Bounded in bytes, time and per session; named by references nobody can guess (128 bits)."""

    def __init__(self, kept_max: int = KEPT_MAX) -> None:
        self._kept_max = kept_max
        self._kept: OrderedDict[str, _Upload] = OrderedDict()

    def keep(self, address: str, content: bytes, now: float) -> str:
        """Take an upload in and name it; "" if there is no room at the moment. `now` in monotonic seconds."""
        self._forget(now)
        own = [ref for ref, upload in self._kept.items() if upload.address == address]
        for ref in own[: max(0, len(own) - PER_SESSION + 1)]:
            del self._kept[ref]
        if (
            len(content) > DOCUMENT_MAX
            or sum(len(one.content) for one in self._kept.values()) + len(content) > self._kept_max
        ):
            return ""
        ref = secrets.token_urlsafe(16)
        self._kept[ref] = _Upload(address, content, now + KEPT_SECONDS)
        return ref

    def get(self, ref: str, now: float) -> bytes | None:
        """The upload; None if unknown or too old. It stays until then, for the case that handling is repeated."""
        self._forget(now)
        upload = self._kept.get(ref)
        return None if upload is None else upload.content

    def _forget(self, now: float) -> None:
        while self._kept and next(iter(self._kept.values())).until <= now:
            self._kept.popitem(last=False)
