"""Quiet hours as people type them: "von 21 bis 7", "21-7 Uhr", "9 pm to 7 am". German and English alike."""

from __future__ import annotations

import re

DAY, HALF_DAY = 24, 12

_HOUR = r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|o'?clock|h)?\s*([ap]m|[ap]\.m\.)?"
_SPAN = re.compile(
    rf"(?:von|ab|zwischen|from|between)?\s*{_HOUR}\s*(?:bis|und|to|till|until|and|-|–|—)\s*{_HOUR}\s*[.!]?"  # noqa: RUF001 - people type all three dashes
)


class NotHours(ValueError):
    """What was typed is no span of hours. `whole` says that it is one, but not of whole hours."""

    def __init__(self, *, whole: bool) -> None:
        super().__init__("not whole hours" if whole else "no hours")
        self.whole = whole


def hours(typed: str) -> tuple[int, int]:
    """From (included) and to (excluded), 0 to 23. NotHours if that cannot be read, or the span is empty."""
    found = _SPAN.fullmatch(" ".join(typed.casefold().split()))
    if found is None:
        raise NotHours(whole=False)
    since, until = _hour(found[1], found[3]), _hour(found[4], found[6])
    if since == until:
        raise NotHours(whole=False)
    if any(minutes not in {None, "00"} for minutes in (found[2], found[5])):
        raise NotHours(whole=True)
    return since, until


def _hour(digits: str, half: str | None) -> int:
    hour = int(digits)
    if half:
        if not 1 <= hour <= HALF_DAY:
            raise NotHours(whole=False)
        return hour % HALF_DAY + (HALF_DAY if half.startswith("p") else 0)
    if hour > DAY:
        raise NotHours(whole=False)
    return hour % DAY
