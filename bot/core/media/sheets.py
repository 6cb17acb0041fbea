"""Tables as CSV (RFC 4180), as office programs open them: a byte order mark, semicolons, and no formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell must not begin with: spreadsheets would take it for a formula (OWASP, CSV injection); the wide forms of
the four signs are taken for them too."""


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as a file. Semicolons, because German office programs part columns by them."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows([harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode(errors="replace")


def rows_of(sheet: bytes) -> Iterator[Sequence[str]]:
    """The rows of such a file, with its cells as they were written."""
    return csv.reader(io.StringIO(sheet.decode("utf-8-sig", errors="replace"), newline=""), delimiter=";")


def harmless(cell: str) -> str:
    """The same words, as words: an apostrophe goes before what would be a formula, also behind white space."""
    return f"'{cell}" if cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA) else cell
