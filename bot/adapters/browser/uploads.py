"""Files uploaded by pages, kept in memory until the core fetches them. Nothing is written to disk here."""

from __future__ import annotations

import math
import secrets
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.running.handling import DOCUMENT_MAX

KEPT_MAX = 128 * 1024 * 1024
KEPT_SECONDS, SURE_SECONDS = 900.0, 10.0
"""Bytes of all uploads together; how long one waits for the message that names it, and how long even if room is short
and nobody holds more: pages name it at once, unless their line is interrupted just then. What was fetched is only kept
for a repetition.
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
        leaving = self._leaving(address, len(content), now)
        if leaving is None:
            return ""
        for one in leaving:
            del self._kept[one]
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

    def _leaving(self, address: str, more: int, now: float) -> set[str] | None:
        """What gives way to so many bytes of this session; None if that is not enough, and then nothing does.

        What was fetched goes first, then what is of the session that holds most: at once if that is more than this one
        would hold, else if it has waited for long. So nobody fills the room for the others for long.
        """
        own = self._of(address)
        gone = set(own[: max(0, len(own) - PER_SESSION + 1)])
        waits = self._waiting()
        mine = more + max((waits[ref] for ref in own if ref not in gone), default=0)

        def spared(ref: str, most: float = math.inf) -> bool:
            upload = self._kept[ref]
            return not upload.fetched and upload.at > now - SURE_SECONDS and waits[ref] <= most

        turns = sorted(self._kept, key=lambda ref: (not self._kept[ref].fetched, -waits[ref]))
        fits = (
            more <= DOCUMENT_MAX
            and self._relieve(own, BYTES_PER_SESSION - more, gone, spared)
            and self._relieve(turns, self._kept_max - more, gone, lambda ref: spared(ref, mine))
        )
        return gone if fits else None

    def _waiting(self) -> dict[str, int]:
        """For each upload the bytes of its session that wait as long as it or less: what leaving in turn is about."""
        held: Counter[str] = Counter()
        found: dict[str, int] = {}
        for ref, upload in reversed(self._kept.items()):
            held[upload.address] += 0 if upload.fetched else len(upload.content)
            found[ref] = held[upload.address]
        return found

    def _relieve(self, among: Sequence[str], most: int, gone: set[str], spared: Callable[[str], bool]) -> bool:
        """Whether these take up at most so many bytes, once enough of those that are not spared are `gone`."""
        used = sum(len(self._kept[ref].content) for ref in among if ref not in gone)
        for ref in among:
            if used > most and ref not in gone and not spared(ref):
                gone.add(ref)
                used -= len(self._kept[ref].content)
        return used <= most

    def _forget(self, now: float) -> None:
        while self._kept and next(iter(self._kept.values())).at <= now - KEPT_SECONDS:
            self._kept.popitem(last=False)
