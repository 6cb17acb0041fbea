"""How much of the machine the process may use: open files, of which every page and every request is one."""

from __future__ import annotations

import contextlib
import logging
import sys

from bot.adapters.browser.transport import LINES_MAX

log = logging.getLogger(__name__)

CONNECTIONS_MAX = LINES_MAX + 1000
"""Above the lines that the chat lets in, so that public pages, webhooks and health have room beside them.

Uvicorn counts both, answers 503 to requests beyond it and asks no socket: these are the chat's own to refuse.
"""

FILES = 65_536
"""As in deploy/: far more than connections, database and networks need together."""


def allow_files() -> None:
    """Raise the limit of open files, usually 1024, as far as the machine lets us. Says so if that is too few."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - only where there is one

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(ValueError, OSError):  # a container may forbid it
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    if soft != resource.RLIM_INFINITY and soft < CONNECTIONS_MAX:
        log.warning("only %d files may be open: with %d pages the web face stops (LimitNOFILE)", soft, soft)
