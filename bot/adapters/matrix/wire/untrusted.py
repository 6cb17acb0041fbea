"""Reading JSON that strangers wrote: every accessor gives the type it promises, whatever lies there. Never raises."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_TOO_LARGE = 2**53  # Matrix specification, "Canonical JSON"; old rooms' events may hold more, which cannot be divided
_NOTHING: Mapping[str, object] = MappingProxyType({})


def mapping(value: object) -> Mapping[str, object]:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else _NOTHING


def sequence(value: object) -> Sequence[object]:
    """The array, or an empty one."""
    return value if isinstance(value, list) else ()


def string(value: object) -> str:
    """The string, or "". NUL and lone surrogates, which no database stores, become U+FFFD, the mark for such cases."""
    return _UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) else ""


def whole(value: object) -> int:
    """The whole number, or 0; true and false are no numbers, and neither is what Matrix does not allow for one."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _TOO_LARGE else 0


def dig(value: object, *keys: str) -> object:
    """What lies at the end of a path of keys; None if the path breaks off."""
    for key in keys:
        value = mapping(value).get(key)
    return value
