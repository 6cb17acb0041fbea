"""Whether a file can be where an operator wants it. Tried out: what a system says of its rights is not what it does."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path


def prove_file(path: Path) -> None:
    """OSError unless the file can be read and added to, or made. Nothing is changed, and nothing stays behind."""
    real = Path(os.path.realpath(path))
    if real.is_file():
        os.close(os.open(real, os.O_RDWR | os.O_APPEND))
    elif real.exists():
        raise OSError(errno.EINVAL, "it is a folder or a device, not a file")
    else:
        folder = next(above for above in real.parents if above.exists())
        with tempfile.TemporaryFile(dir=folder):
            pass
