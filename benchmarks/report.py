"""A measured figure, its limit and what it is compared with; the table on the screen and the JSON below build/bench.

Nothing is measured here.
"""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import orjson
import psutil

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "build" / "bench"

DECIMALS = 2
"""More would promise a precision that no measurement here has."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `peers`: the same measure of others in the same run; `notes`: what each of them does not do."""

    measure: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    peers: Mapping[str, float] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether the value keeps its limits; a figure without a limit always does, one that is no number never."""
        if math.isnan(self.value):
            return False
        above = self.at_least is None or self.value >= self.at_least
        return above and (self.at_most is None or self.value <= self.at_most)

    @property
    def limit(self) -> str:
        """The limit as people read it; "" without one."""
        low = "" if self.at_least is None else f">= {_number(self.at_least)}"
        high = "" if self.at_most is None else f"<= {_number(self.at_most)}"
        return " ".join(filter(None, (low, high)))


def machine() -> dict[str, str | int | float]:
    """What was measured on: processor, cores, memory in GB, system, Python, and how busy it was in the last minute."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "load": round(os.getloadavg()[0], 2),
    }


def write(name: str, rows: Sequence[Row]) -> None:
    """Print the rows and write them to build/bench/<name>.json."""
    on = machine()
    RESULTS.mkdir(parents=True, exist_ok=True)
    content = {"machine": on, "rows": [_json(row) for row in rows]}
    (RESULTS / f"{name}.json").write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2))
    print("\n".join([name, *_table(rows), *_notes(rows), _load(on), ""]), flush=True)


def describe() -> str:
    """The machine in one line."""
    on = machine()
    return (
        f"{on['processor']}, {on['cores']} cores, {on['memory_gb']} GB, {on['system']}, {on['python']}; "
        f"load {on['load']}"
    )


def _json(row: Row) -> dict[str, object]:
    limits = {name: limit for name in ("at_least", "at_most") if (limit := getattr(row, name)) is not None}
    shown = {"measure": row.measure, "value": row.value, "unit": row.unit}
    return {**shown, **limits, "holds": row.holds, "peers": dict(row.peers)}


def _table(rows: Sequence[Row]) -> list[str]:
    cells = [("measure", "value", "unit", "limit", "")]
    for row in rows:
        verdict = "" if not row.limit else "holds" if row.holds else "DOES NOT HOLD"
        cells.append((row.measure, _number(row.value), row.unit, row.limit, verdict))
        cells.extend((f"  {peer}", _number(value), row.unit, "", "") for peer, value in row.peers.items())
    wide = [max(len(line[at]) for line in cells) for at in range(len(cells[0]))]
    lines = ["  ".join(_aligned(at, cell, wide[at]) for at, cell in enumerate(line)).rstrip() for line in cells]
    return [lines[0], "-" * max(map(len, lines)), *lines[1:]]


def _notes(rows: Sequence[Row]) -> list[str]:
    """What each peer does not do, once per peer; a peer about which nothing is said is named as such."""
    notes: dict[str, str] = {}
    for row in rows:
        notes |= {peer: row.notes.get(peer, notes.get(peer, "")) for peer in row.peers} | dict(row.notes)
    return [f"{peer}: {note or 'nothing is known of what it does not do'}" for peer, note in notes.items()]


def _aligned(at: int, cell: str, wide: int) -> str:
    return cell.rjust(wide) if at == 1 else cell.ljust(wide)


def _number(value: float) -> str:
    return f"{value:,.{DECIMALS}f}".rstrip("0").rstrip(".")


def _load(on: Mapping[str, str | int | float]) -> str:
    busy = float(on["load"]) > float(on["cores"])
    return f"load {on['load']} on {on['cores']} cores" + (
        ": the machine was busy with other things too" if busy else ""
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unknown")
