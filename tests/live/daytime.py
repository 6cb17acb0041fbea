"""The default alliance, moved to where it is about noon: check-ins are asked by day, and tests run at any hour."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from tests.live.running import ROOT

NOON = 13


def alliance_by_day(folder: Path) -> Path:
    """A copy of the profile below `folder` with the zone in which it is now about one o'clock."""
    copy = folder / "loerrach"
    shutil.copytree(ROOT / "config" / "alliances" / "loerrach", copy)
    profile = copy / "profile.toml"
    east = NOON - datetime.now(UTC).hour  # -10 to 13; the zone's names count the other way round
    zone = f"Etc/GMT{-east:+d}" if east else "Etc/GMT"
    words, count = re.subn(r'^zone = ".*"', f'zone = "{zone}"', profile.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1, "the profile names no zone"
    profile.write_text(words, "utf-8")
    return copy
