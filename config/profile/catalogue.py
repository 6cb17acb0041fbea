"""The pledges of a profile: pledges.toml with its units, answers and entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.alliance import Answer, CatalogueEntry, Factor, Quantity, Words
from config.profile.tables import Table

CADENCES = ("weekly", "monthly", "quarterly")
SORTS = ("done3", "quantity", "done3_qty", "milestone", "story")
COUNTING = ("quantity", "done3_qty")
"""Sorts of answers that include a number."""

ALWAYS = "always"
"""The answers offered under every check-in."""

STATUSES = ("sourced", "derived", "estimate", "none")
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What pledges.toml holds."""

    units: Mapping[str, Words]
    units_one: Mapping[str, Words]
    answers: Mapping[str, tuple[Answer, ...]]
    entries: tuple[CatalogueEntry, ...]


def catalogue(table: Table, goals: Sequence[str], kinds: Sequence[str]) -> Catalogue:
    """Every pledge's goal, kinds, unit and answers must exist."""
    table.text("version")
    units = table.table("units").all_words()
    units_one = table.table("units_one").all_words()
    for unit in units_one:
        table.known("units_one", unit, tuple(units))
    answers = {name: _answers(below) for name, below in table.table("answers").named()}
    entries = tuple(_entry(below, goals, kinds, tuple(units), tuple(answers)) for below in table.tables("pledge"))
    table.done()
    table.each_once("pledge", [entry.id for entry in entries])
    return Catalogue(units, units_one, answers, entries)


def _answers(table: Table) -> tuple[Answer, ...]:
    answers = []
    for name, below in table.named():
        weight = below.number("weight") or 0.0
        if not 0 <= weight <= 1:
            below.problem("weight", "must lie between 0 and 1")
        answers.append(Answer(name, below.as_words(), weight))
    return tuple(answers)


def _entry(
    table: Table, goals: Sequence[str], kinds: Sequence[str], units: Sequence[str], answers: Sequence[str]
) -> CatalogueEntry:
    table.text("note", "")
    sort = table.one_of("answers", [name for name in SORTS if name in answers])
    entry = CatalogueEntry(
        id=table.id(),
        goal=table.one_of("goal", goals),
        kinds=tuple(table.known("kinds", kind, kinds) for kind in table.texts("kinds")),
        cadence=table.one_of("cadence", CADENCES),
        title=table.words("title"),
        question=table.words("question"),
        answers=sort,
        quantity=_quantity(table.table("quantity"), units) if sort in COUNTING else None,
        factor=_factor(table.table("co2e")),
        months=_months(table),
    )
    table.done()
    return entry


def _quantity(table: Table, units: Sequence[str]) -> Quantity:
    quantity = Quantity(table.one_of("unit", units), table.numbers("presets"), table.number("max") or 0.0)
    if quantity.max <= 0 or any(not 0 < preset <= quantity.max for preset in quantity.presets):
        table.problem("max", "must be the largest believable number, no smaller than any of the presets")
    table.done()
    return quantity


def _factor(table: Table) -> Factor:
    factor = Factor(
        table.number("kg"),
        table.number("low"),
        table.number("high"),
        table.one_of("status", STATUSES),
        table.text("source", ""),
    )
    table.done()
    if factor.status == "none":
        return factor
    if factor.kg is None or factor.low is None or factor.high is None or not factor.low <= factor.kg <= factor.high:
        table.problem("kg", "must lie between low and high, all three given; or set status to none")
    if not factor.source:
        table.problem("source", "must say where the factor is from; or set status to none")
    return factor


def _months(table: Table) -> tuple[int, ...]:
    months = tuple(int(month) for month in table.numbers("months"))
    if any(not 1 <= month <= DECEMBER for month in months):
        table.problem("months", "must be numbers from 1 (January) to 12")
    return months
