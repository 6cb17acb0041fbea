"""What a person has begun and not finished: which of it is worth keeping, and where it is found again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.core.dialogue import FACT
from bot.core.ports import Journal
from bot.core.talking.asking import leave
from bot.core.words.texts import Text

if TYPE_CHECKING:
    from bot.core.routing import Dialogue, Routes
    from bot.core.talking.visit import Visit

DRAFT_DAYS = 30
"""How long a parked draft is kept."""


def worth_keeping(routes: Routes, journal: Journal) -> bool:
    """Whether it can be gone on with later and holds an answer: facts alone are nobody's words."""
    dialogue = routes.dialogues.get(journal.dialogue)
    return dialogue is not None and dialogue.draft and any(raw[:1] != FACT for _, raw in journal.entries)


def titles(routes: Routes, visit: Visit) -> list[Text]:
    """The titles of what the person has begun, open or parked."""
    journals = [*([visit.journal] if visit.journal else []), *visit.work.journals.parked(visit.contact.id)]
    return [routes.dialogues[one.dialogue].title for one in journals if worth_keeping(routes, one)]


def taken_up(visit: Visit, dialogue: Dialogue[Any, Any], subject: str) -> Journal | None:
    """The parked draft of this dialogue about this subject, parked no longer; None if there is none."""
    for draft in visit.work.journals.parked(visit.contact.id) if dialogue.draft else ():
        if draft.dialogue == dialogue.name and draft.subject == subject:
            return unparked(visit, draft)
    return None


def unparked(visit: Visit, draft: Journal) -> Journal:
    """The draft, parked no longer. The question at which it was left has lost its buttons then."""
    visit.work.journals.unpark(visit.contact.id, draft.dialogue, draft.subject)
    return replace(draft, turn="")


def drop(visit: Visit, dialogue: str, subject: str) -> None:
    """What they have begun of this dialogue about this subject is gone, in all their conversations, as its subject is:
    nobody goes on with it, and none of its words stay.
    """
    contacts = [contact.id for contact in visit.work.people.contacts(visit.person.id)]
    visit.work.journals.discard(contacts, dialogue, subject)
    current = visit.journal
    if current is not None and (current.dialogue, current.subject) == (dialogue, subject):
        leave(visit, current)
        visit.journal = None
