"""Messages that quote or name somebody: what becomes of them when that person is erased, or deletes what they said."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, literal_column, or_, select, update

from bot.core.messages import Outgoing
from storage.codec import decode_outgoing, encode_outgoing
from storage.copies.leaving import OPEN
from storage.tables import contacts, deliveries, members, persons

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_QUOTES = deliveries.c.about != literal_column("0")  # written out, as the partial index needs it

GONE = "…"
"""Stands on a choice whose label named somebody who was erased."""

UNMISTAKABLE = 20
"""So many characters, and nobody else has written the same by chance."""


def wipe(session: Session, which: ColumnElement[bool]) -> None:
    """Nobody gets to read them any more: those still to be sent are gone, the others lose their words and file."""
    quoting = and_(_QUOTES, which)
    session.run(delete(deliveries).where(quoting, OPEN))
    session.run(update(deliveries).where(quoting).values(body="", file=None, about=0))


def unsay(session: Session, person: int, words: Collection[str], choices: Collection[str]) -> None:
    """What quotes this to others, or was said to the person themselves, is emptied. Only what is kept as said about
    them or to them is looked through: a few hundred messages. What they have not got yet themselves stays.
    """
    session.flush()
    theirs = and_(deliveries.c.contact.in_(select(contacts.c.id).where(contacts.c.person == person)), ~OPEN)
    quoted = deliveries.c.about == person
    kept = select(deliveries.c.id, deliveries.c.body).where(or_(theirs, quoted), deliveries.c.body != "")
    saying = [row.id for row in session.run(kept) if _says(decode_outgoing(row.body), words, choices)]
    which = deliveries.c.id.in_(saying)
    wipe(session, and_(which, quoted))
    session.run(update(deliveries).where(which, theirs).values(body="", file=None))


def unname(session: Session, member: int) -> None:
    """What organisers were told with this member's full name in it, alone or among others, loses its words. Its choices
    stay where they are, as the name may be a word of its own ("Weil am Rhein"): only a label with the name goes. What
    they have not got yet stays, as it may be about somebody of the same name, or an answer that they wait for.
    """
    name = _bare(session.scalar(select(members.c.name).where(members.c.id == member)) or "")
    if not name:
        return
    team = select(contacts.c.id).join(persons, persons.c.id == contacts.c.person).where(persons.c.role.is_not(None))
    told = and_(deliveries.c.contact.in_(team), ~OPEN)
    kept = session.run(select(deliveries.c.id, deliveries.c.body).where(told, deliveries.c.body != ""))
    parts = re.findall("[A-Za-z0-9]+", name)  # as they stand in every spelling of JSON: few messages are decoded
    likely = [row for row in kept if all(part in row.body for part in parts)]
    said = ((row.id, decode_outgoing(row.body)) for row in likely)
    left = [{"of": id_, "left": _without(one, name)} for id_, one in said if _holds(_bare(_all_words(one)), name)]
    if left:
        wordless = update(deliveries).where(deliveries.c.id == bindparam("of"))
        session.run(wordless.values(body=bindparam("left"), file=None), left)


def _without(said: Outgoing, name: str) -> str:
    """What is left of a message: its choices, in their order, those with the name on them without a label."""
    kept = tuple(replace(one, label=GONE) if _holds(_bare(one.label), name) else one for one in said.choices)
    return encode_outgoing(Outgoing("", kept, numbered=said.numbered)) if kept else ""


def _all_words(said: Outgoing) -> str:
    return "\n".join((said.text, *(choice.label for choice in said.choices)))


def _bare(words: str) -> str:
    """Without the backslashes of the Markdown subset: a name stands in it escaped, and on choices as it is."""
    return words.replace("\\", "")


def _holds(said: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said) is not None


def _says(said: Outgoing, words: Collection[str], choices: Collection[str]) -> bool:
    """A few words may stand anywhere by chance: they count where they are quoted, or all together."""
    meanings = [f":{choice.token.rpartition('~')[0]}:" for choice in said.choices]
    if any(f":{one}:" in meaning for one in choices for meaning in meanings):
        return True
    found = [one for one in words if _holds(said.text, one)]
    quoted = (re.search(rf"[„“»\"]{re.escape(one)}[“”«\"]", said.text) for one in found)
    return any(len(one) >= UNMISTAKABLE for one in found) or len(found) == len(words) > 0 or any(quoted)
