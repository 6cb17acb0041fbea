"""Fault 44: however many recipients there are, memory stays flat. A sample; `make bench ARGS=scale` does a million."""

from __future__ import annotations

from pathlib import Path

from benchmarks.broadcast.scale import alone, drained, enqueued, settled

MANY = 40_000
GROWTH_MB, GROWTH_PERCENT = 20.0, 5.0
"""What a million may take."""


def test_fault_44_an_announcement_to_many_is_written_and_sent_without_taking_more_and_more_memory(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/many.db"
    alone(settled, url, tmp_path, MANY)
    _, written = alone(enqueued, url, tmp_path)
    _, sent = alone(drained, url, tmp_path, MANY, 0.5)  # a short run has hardly settled before
    assert written < GROWTH_MB
    assert sent < GROWTH_PERCENT
