"""The table of faults tells the truth: every test it names exists, and no row of this release is left out."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (\d+) \| (.*?) \| (.*) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/.]+)::(\w+)`")
WANTED = {1, 2, 3, *range(6, 17), 18, 20, 21, 24, 25, 26, 28, 30, 31, 32, 33, 35, 36, 37, *range(39, 44)} | {
    *(45, 46, 47, 48, 49, 51, 52, 53, 54),
    *range(57, 63),
}


def test_every_row_names_tests_that_exist():
    rows = ROW.findall((ROOT / "tests/faults/README.md").read_text("utf-8"))
    for number, _, tests in rows:
        named = NAMED.findall(tests)
        assert named, f"row {number} names no test"
        for path, name in named:
            assert name.startswith(f"test_fault_{int(number):02}_"), name
            assert f"def {name}(" in (ROOT / path).read_text("utf-8"), f"{path} has no {name}"
    assert {int(number) for number, _, _ in rows} >= WANTED
