"""A small memory: what was put in last, up to a bound, so that nothing strangers do makes it grow for ever."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Generic, TypeVar

V = TypeVar("V")


class Recent(Generic[V]):
    """The newest `most` entries of a table."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._table: OrderedDict[str, V] = OrderedDict()

    def __contains__(self, key: object) -> bool:
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def get(self, key: str) -> V | None:
        return self._table.get(key)

    def put(self, key: str, value: V) -> None:
        self._table[key] = value
        self._table.move_to_end(key)
        while len(self._table) > self._most:
            self._table.popitem(last=False)

    def drop(self, key: str) -> None:
        self._table.pop(key, None)
