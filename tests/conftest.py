"""What all tests share."""

import gc
from pathlib import Path

import pytest

pytest_plugins = ["tests.fakeapi.fixtures", "tests.storage_fixtures"]

LONG = ("live", "web", "faults", "contracts")
"""Folders by the time their files take: begun in this order, so that in the end no core waits for a long one."""


def pytest_collection_finish() -> None:
    """What is imported and collected stays until the end: looking through it for garbage again and again costs much."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; within a folder everything stays as it was collected."""
    tests = Path(__file__).parent
    rank = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: rank.get(item.path.relative_to(tests).parts[0], len(LONG)))
