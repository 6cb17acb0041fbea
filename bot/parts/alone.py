"""One process in one folder: for what two at once would look alive and be dead."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Taken(Exception):
    """Another process is there; the message is what that one says of itself."""


@contextmanager
def alone_in(folder: Path, myself: str) -> Iterator[None]:
    """Taken if somebody is there already. The machine itself lets go for a process that ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "running").open("a+", encoding="utf-8") as door:
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            door.seek(0)
            raise Taken(door.read().strip()) from None
        os.ftruncate(door.fileno(), 0)
        door.write(myself)
        door.flush()
        yield
