"""A process of its own that ends a test run's PostgreSQL when the run is gone, however it ended: `watchdog.py FOLDER`.

The run holds the other end of standard input; the kernel closes it even when the run is killed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 10.0
"""Seconds that the server gets to end."""


@contextlib.contextmanager
def watched(folder: Path) -> Iterator[None]:
    """While this lasts a watchdog waits. In a session of its own: what is sent to the run's group does not reach it."""
    command = [sys.executable, "-I", __file__, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True):  # its end closes the pipe and waits
        yield


def end_server(folder: Path) -> None:
    """Stop the server that keeps its data in this folder (immediate shutdown: nothing of it is needed), and clear up.

    Nothing happens if the run has done so itself.
    """
    noted = folder / "data" / "postmaster.pid"
    with contextlib.suppress(OSError, ValueError, IndexError):
        os.kill(abs(int(noted.read_text().split()[0])), signal.SIGQUIT)  # negative while initdb is at work
    deadline = time.monotonic() + PATIENCE
    while noted.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.stdin.read()
    end_server(Path(sys.argv[1]))
