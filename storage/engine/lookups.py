"""Conditions that the database looks up row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, literal_column, select

if TYPE_CHECKING:
    from sqlalchemy import FromClause, Select


def no_row(of: FromClause, *where: Any, beside: FromClause) -> ColumnElement[bool]:
    """NOT EXISTS for a row of `beside`, always by an index.

    PostgreSQL makes an anti-join of NOT EXISTS. Of a queue that has just filled its statistics tell nothing, so it may
    compare each row with every other: a claim of 160 out of 1,400 replies took a second, this takes 3 ms (measured).
    """
    one: Select[Any] = select(literal_column("1")).select_from(of).where(*where).correlate(beside)
    return one.limit(literal_column("1")).scalar_subquery().is_(None)
