"""Which database errors pass by themselves, and how long to wait before the next try."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

from sqlalchemy.exc import DBAPIError

from bot.core.pace.waits import Doubling

TRIES = 12
"""How often a transaction is tried before its error is handed on: about 8 s of back-off, plus SQLite's own waiting."""

FIRST_PAUSE = 0.005
LONGEST_PAUSE = 2.0
"""Seconds; up to twice as long, so that two rivals do not meet again."""

LAST_PAUSE = 0.5
"""Seconds. Trouble that lasts longer is not waited for once the process is asked to stop: it has ten seconds in all."""

_RIVALS = frozenset(
    {
        "40001",  # serialization_failure
        "40P01",  # deadlock_detected
    }
)
_PASSING_STATES = _RIVALS | frozenset(
    {
        "55P03",  # lock_not_available
        "57P01",  # admin_shutdown
        "57P02",  # crash_shutdown
        "57P03",  # cannot_connect_now
        "53100",  # disk_full
        "53300",  # too_many_connections
    }
)
_PASSING_WORDS = (
    "database is locked",
    "database table is locked",
    "database or disk is full",
    "disk I/O error",  # also how SQLite says that a file may not grow
)


def lost(error: BaseException) -> bool:
    """Whether the connection is gone, so that nobody knows what became of a commit under way."""
    return isinstance(error, DBAPIError) and error.connection_invalidated


def passing(error: BaseException) -> bool:
    """Whether the same transaction may succeed when it is run again."""
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None)
    if lost(error) or state in _PASSING_STATES or (state or "").startswith("08"):
        return True
    words = str(error.orig)
    return any(one in words for one in _PASSING_WORDS) or _cannot_connect(error, words)


def rivalled(error: BaseException) -> bool:
    """Whether another transaction was in the way. If that never ends, the function is to blame."""
    return getattr(getattr(error, "orig", None), "sqlstate", None) in _RIVALS


def _cannot_connect(error: DBAPIError, words: str) -> bool:
    return type(error.orig).__name__ == "OperationalError" and "connection" in words and error.statement is None


def tries(stopping: Event) -> Iterator[int]:
    """The number of each further try, handed out when its time has come. Once the process is asked to stop, only short
    trouble is waited for.
    """
    pauses = Doubling(FIRST_PAUSE, LONGEST_PAUSE, jitter=1.0)
    for number in range(2, TRIES + 1):
        pause = pauses.next()
        if pause > LAST_PAUSE and stopping.is_set():
            return
        stopping.wait(pause)
        yield number
