"""`python -m benchmarks [name ...]`: runs the measurements, prints their tables; 1 if a figure does not hold."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence

from benchmarks.report import Row, describe, write

MEASUREMENTS = ("startup", "latency", "inbound")
"""In this order: what a busy machine disturbs most comes first."""


def measure(name: str) -> list[Row]:
    """Run one measurement. Its module is loaded only now, so that one measurement needs nothing of another."""
    measured: Callable[[], list[Row]] = importlib.import_module(f"benchmarks.{name}").measure
    rows = measured()
    if not rows:
        raise RuntimeError(f"{name} measured nothing")
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Everything that is asked for, all of it without a name. The exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"any of: {', '.join(MEASUREMENTS)}")
    names = tuple(dict.fromkeys(parser.parse_args(arguments).names)) or MEASUREMENTS
    unknown = sorted(set(names) - set(MEASUREMENTS))
    if unknown:
        parser.error(f"there is no measurement {', '.join(unknown)}; there are: {', '.join(MEASUREMENTS)}")
    print(describe(), end="\n\n", flush=True)
    failed = []
    for name in names:
        rows = measure(name)
        write(name, rows)
        failed += [f"{name}: {row.measure}" for row in rows if not row.holds]
    for line in failed:
        print(f"does not hold: {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
