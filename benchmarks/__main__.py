"""`python -m benchmarks [names...]`: run all or some, print the tables, write build/bench; 1 if a figure misses."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from benchmarks import report
from benchmarks.report import Report


def _inbound() -> Report:
    from benchmarks.inbound import measuring  # noqa: PLC0415 - a benchmark's imports are its own

    return measuring.run()


def _latency() -> Report:
    from benchmarks import latency  # noqa: PLC0415 - as above

    return Report.of("latency", latency.measure())


def _startup() -> Report:
    from benchmarks import startup  # noqa: PLC0415 - as above

    return Report.of("startup", startup.measure())


def _broadcast() -> Report:
    from benchmarks.broadcast import telegram  # noqa: PLC0415 - as above

    return Report.of("broadcast", [*telegram.at_30(), *telegram.at_1000(), *telegram.without_limit()])


def _beside() -> Report:
    from benchmarks.broadcast import beside  # noqa: PLC0415 - as above

    return Report.of("beside", beside.measure())


def _scale() -> Report:
    from benchmarks.broadcast import scale  # noqa: PLC0415 - as above

    return Report.of("scale", scale.measure())


def _kills() -> Report:
    from benchmarks.broadcast import kills  # noqa: PLC0415 - as above

    return Report.of("kills", kills.measure())


BENCHMARKS: dict[str, Callable[[], Report]] = {
    "inbound": _inbound,
    "latency": _latency,
    "startup": _startup,
    "broadcast": _broadcast,
    "beside": _beside,
    "scale": _scale,
    "kills": _kills,
}


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(BENCHMARKS)}; none: all")
    names = parser.parse_args().names or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]!r}: {', '.join(BENCHMARKS)}")
    machine = report.machine()
    _say("  ".join(f"{key} {value}" for key, value in machine.items()))
    results = [_one(name, machine) for name in names]
    return 0 if all(results) else 1


def _one(name: str, machine: dict[str, object]) -> bool:
    begun = time.monotonic()
    found = BENCHMARKS[name]()
    file = found.write(machine)
    _say(f"\n{found.table()}\n  {file}, {time.monotonic() - begun:.0f} s")
    return found.holds


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
