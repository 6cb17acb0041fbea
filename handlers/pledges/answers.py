"""A check-in as it was asked, and the words it can be answered with: labels, further words, units and limits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.alliance import CatalogueEntry
from bot.domain.pledge import CheckIn, Pledge
from handlers.phrases import unit_name

ALWAYS = "always"
"""The answers offered under every check-in."""

MEASURED, UNMEASURED = "measured", "unmeasured"
"""What "ja" and "nein" mean where only the number is missing: neither is kept."""

SAYABLE = ("yes", "partly", "no", "none", "pause", "skip")
"""Answers that have further words in the texts (checking-words-...)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A check-in with everything that belongs to it."""

    check_in: CheckIn
    pledge: Pledge
    entry: CatalogueEntry

    @property
    def wants_number(self) -> bool:
        """Whether it was answered today and a measured number may still be added."""
        return (
            self.entry.answers == "done3_qty" and self.check_in.answer in {"yes", "partly"} and not self.check_in.amount
        )


def labels(visit: Visit, asked: Asked) -> dict[str, tuple[str, ...]]:
    """How each answer can be said: its labels in every language, and further words from the texts. What can be said
    to "did you measure it?" comes first.
    """
    entry, alliance = asked.entry, visit.alliance
    offered = (*alliance.answers.get(entry.answers, ()), *alliance.answers.get(ALWAYS, ()))
    said = {one.id: (*one.label.values(), *_further(visit, one.id)) for one in offered}
    if asked.wants_number:
        return {MEASURED: _further(visit, "yes"), UNMEASURED: _further(visit, "no"), **said}
    return {**said, MEASURED: _further(visit, "yes")} if entry.answers == "quantity" else said


def _further(visit: Visit, answer_id: str) -> tuple[str, ...]:
    languages = visit.texts.languages if answer_id in SAYABLE else ()
    key = text(f"checking-words-{answer_id}")
    return tuple(word for language in languages for word in visit.texts.label(key, language).split(","))


def units(visit: Visit, entry: CatalogueEntry) -> tuple[str, ...]:
    """How the unit can be written; nothing where no number is asked for."""
    if entry.quantity is None:
        return ()
    unit, alliance = entry.quantity.unit, visit.alliance
    return (unit, *alliance.units[unit].values(), *alliance.units_one.get(unit, {}).values())


def unit(visit: Visit, entry: CatalogueEntry, amount: float = 0) -> Text:
    """The unit as it reads after this number; only said where a number is asked for."""
    if entry.quantity is None:
        return text("plain-no")
    return unit_name(visit.alliance, entry.quantity.unit, amount, visit.language)


def too_much(asked: Asked, amount: float) -> bool:
    """Whether a number is above what can be noted: probably a slip of the pen."""
    return asked.entry.quantity is not None and amount > asked.entry.quantity.max


def too_much_text(visit: Visit, asked: Asked) -> Text:
    """Ask back kindly about such a number."""
    quantity = asked.entry.quantity
    return text("checking-too-much", most=quantity.max if quantity else 0, unit=unit(visit, asked.entry))
