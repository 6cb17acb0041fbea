"""What a benchmark found: rows with their bounds, the machine they were measured on, as a table and as JSON."""

from __future__ import annotations

import json
import math
import os
import platform
import sqlite3
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

import psutil

FOLDER = Path("build/bench")
PACKAGES = ("python-telegram-bot", "sqlalchemy", "psycopg", "aiohttp", "aiosqlite", "uvicorn", "orjson")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. At most one bound; a row without one is told for what it is worth and always holds.

    `peers` are others' figures for the same thing, in the same unit, from the same run; `notes` say of each what it
    does not do.
    """

    measure: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    peers: Mapping[str, float] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether the figure is within its bound; what is no number never is."""
        if math.isnan(self.value):
            return False
        enough = self.at_least is None or self.value >= self.at_least
        return enough and (self.at_most is None or self.value <= self.at_most)

    @property
    def bound(self) -> str:
        """In words."""
        if self.at_least is not None:
            return f"at least {_figure(self.at_least)}"
        return "" if self.at_most is None else f"at most {_figure(self.at_most)}"

    @property
    def ahead(self) -> tuple[str, ...]:
        """The peers that do better than we do."""
        if self.at_least is None and self.at_most is None:
            return ()
        higher = self.at_least is not None
        return tuple(name for name, at in self.peers.items() if (at > self.value if higher else at < self.value))

    def as_json(self) -> dict[str, object]:
        """For the file; a bound that is not there is left out."""
        known = {name: value for name, value in asdict(self).items() if value is not None and name != "notes"}
        return {**known, "holds": self.holds}


@dataclass(frozen=True, slots=True)
class Report:
    """All rows of one benchmark, with remarks a reader needs, such as what a peer does not do."""

    name: str
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, rows: Sequence[Row]) -> Report:
        """With a remark for every peer, its notes, and wherever one of them is ahead of us."""
        notes = dict(pair for row in rows for pair in row.notes.items())
        remarks = [f"{peer}: {note}" for peer, note in notes.items()]
        remarks += [f"{peer} is ahead of us: {row.measure}" for row in rows for peer in row.ahead]
        return cls(name, tuple(rows), tuple(remarks))

    @property
    def holds(self) -> bool:
        """Whether every row does."""
        return all(row.holds for row in self.rows)

    def write(self, machine: dict[str, object]) -> Path:
        """The JSON file under build/bench."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        file = FOLDER / f"{self.name}.json"
        found = {"machine": machine, "rows": [row.as_json() for row in self.rows], "remarks": list(self.remarks)}
        file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")
        return file

    def table(self) -> str:
        """For people."""
        lines = [f"{self.name}"]
        width = max(len(row.measure) for row in self.rows)
        for row in self.rows:
            mark = "     " if not row.bound else "ok   " if row.holds else "FAIL "
            lines.append(f"  {mark}{row.measure:<{width}}  {_figure(row.value):>9} {row.unit:<6} {row.bound}".rstrip())
            lines += [
                f"       {'peer: ' + name:<{width}}  {_figure(at):>9} {row.unit}" for name, at in row.peers.items()
            ]
        return "\n".join([*lines, *(f"  * {remark}" for remark in self.remarks)])


def write(name: str, rows: Sequence[Row]) -> None:
    """Print the rows of one benchmark as a table, and write them to build/bench/<name>.json."""
    found = Report.of(name, rows)
    found.write(machine())
    sys.stdout.write(f"{found.table()}\n")


def machine() -> dict[str, object]:
    """What the figures were measured on, and how busy it was with other things."""
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30, 1),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in PACKAGES},
        "load_before": [round(load, 2) for load in os.getloadavg()],
        "spin_ms": round(_spin() * 1e3, 1),
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }


def _spin() -> float:
    """Seconds for a million multiplications: whoever compares two runs sees by it whether the machine was the same."""
    begun = time.perf_counter()
    sum(number * number for number in range(1_000_000))
    return time.perf_counter() - begun


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three figures are enough
