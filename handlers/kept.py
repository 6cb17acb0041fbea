"""Words that wait behind a choice: a press carries only a number. Unused ones are cleared away with loose files."""

from __future__ import annotations

from bot.core.talking.visit import Visit


def keep_words(visit: Visit, words: str) -> int:
    """The number by which they are found again."""
    return visit.work.files.add(
        visit.person.id, words.encode(errors="replace"), "words.txt", "text/plain", visit.now
    ).id


def take_words(visit: Visit, number: int) -> str:
    """The words that were waiting; they wait no longer. Empty if they have been taken before."""
    kept = visit.work.files.get(number) if number else None
    if kept is None:
        return ""
    visit.work.files.remove(number)
    return kept[1].decode(errors="replace")
