"""What a network has already been given: a file goes up once, however many people get it at the same moment. No I/O.

A process's memory; what went up is handed out once (`fresh`), to be remembered for the next process.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import FileRef

KNOWN = 256
"""Files remembered per account; a broadcast has at most eleven."""

REFUSED_FOR = 300.0
"""Seconds for which a refused file is not offered again: ten thousand recipients must not upload it one by one."""

N = TypeVar("N")
V = TypeVar("V")


class Uploads(Generic[N]):
    """The network's names (N) for our files. Whoever uploads holds the others back until there is a name."""

    def __init__(self, most: int = KNOWN, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._monotonic = monotonic
        self._names: OrderedDict[int, N] = OrderedDict()
        self._fresh: OrderedDict[int, N] = OrderedDict()
        self._asked: OrderedDict[int, None] = OrderedDict()
        self._refused: OrderedDict[tuple[int, ...], tuple[float, str]] = OrderedDict()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def name(self, file: FileRef) -> N | None:
        """What the network calls the file, None if it has to go up (again)."""
        return self._names.get(file.id)

    def known(self, files: Sequence[FileRef]) -> list[N] | None:
        """The names of all these files; None if one is missing."""
        names = [name for file in files if (name := self._names.get(file.id)) is not None]
        return names if len(names) == len(files) else None

    @asynccontextmanager
    async def hold(self, files: Sequence[FileRef]) -> AsyncIterator[None]:
        """Nobody else uploads any of these files meanwhile. Taken in one order by all, so nobody waits for ever."""
        locks = [self._locks.setdefault(id_, asyncio.Lock()) for id_ in sorted({file.id for file in files})]
        async with AsyncExitStack() as stack:
            for lock in locks:
                await stack.enter_async_context(lock)
            yield

    def first_asked(self, file: FileRef) -> bool:
        """Whether nobody has looked up yet what an earlier process noted. Not twice: a name the network refused would
        come back.
        """
        if file.id in self._asked:
            return False
        self._put(self._asked, file.id, None)
        return True

    def recall(self, file: FileRef, name: N) -> None:
        """The network has it and calls it so, as an earlier process noted."""
        self._put(self._names, file.id, name)

    def keep(self, file: FileRef, name: N) -> None:
        """It went up; the network calls it so."""
        self._put(self._names, file.id, name)
        self._put(self._fresh, file.id, name)

    def fresh(self) -> tuple[tuple[int, N], ...]:
        """What went up since this was asked last, by the files' numbers."""
        fresh, self._fresh = self._fresh, OrderedDict()
        return tuple(fresh.items())

    def _put(self, into: OrderedDict[int, V], file: int, value: V) -> None:
        into[file] = value
        into.move_to_end(file)
        while len(into) > self._most:
            into.popitem(last=False)

    def drop(self, file: FileRef, name: N) -> None:
        """The network does not know this name any more; a newer one stays."""
        for names in (self._names, self._fresh):
            if names.get(file.id) == name:
                del names[file.id]

    def refuse(self, files: Sequence[FileRef], detail: str) -> DeliveryProblem:
        """The network will not take these files together; the problem to raise, now and for a while."""
        self._refused[tuple(file.id for file in files)] = (self._monotonic() + REFUSED_FOR, detail)
        while len(self._refused) > self._most:
            self._refused.popitem(last=False)
        return DeliveryProblem(Verdict.REFUSED, detail)

    def check(self, files: Sequence[FileRef]) -> None:
        """Raises DeliveryProblem(REFUSED) where the same files were refused a moment ago."""
        until, detail = self._refused.get(tuple(file.id for file in files), (0.0, ""))
        if until > self._monotonic():
            raise DeliveryProblem(Verdict.REFUSED, detail)
