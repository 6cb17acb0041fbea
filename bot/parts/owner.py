"""The name of this process among all that might hold a lease, and whether another such name is surely dead."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def place() -> str:
    """Where process numbers mean the same: this boot of this machine and this namespace; "" if that cannot be known."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{boot}:{Path('/proc/self/ns/pid').stat().st_ino}"
    except OSError:
        return ""


def own_name() -> str:
    """Unlike any other process's, also a later one with the same number."""
    return f"{place()}|{os.getpid()}|{secrets.token_hex(4)}"


def is_dead(name: str) -> bool:
    """Whether a process of this very place has ended. False whenever it cannot be known for sure."""
    where, _, rest = name.partition("|")
    number, _, mark = rest.partition("|")
    if not where or where != place() or not number.isdecimal() or not mark:
        return False
    if int(number) == os.getpid():
        return True  # our own number with another mark: whoever had it before us
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
