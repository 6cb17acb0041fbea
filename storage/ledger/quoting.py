"""Messages that quote or name somebody: what becomes of them when that person is erased, or deletes what they said."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, literal_column, or_, select, true, update

from bot.core.media.sheets import harmless, rows_of
from bot.core.words.markup import parse, plain
from storage.codec import decode_outgoing, encode_outgoing
from storage.copies.leaving import NEVER_SENT, OPEN
from storage.tables import announcements, contacts, deliveries, files, members, persons, stories

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from bot.core.messages import Choice, Outgoing
    from storage.engine.session import Session

_QUOTES = deliveries.c.about != literal_column("0")  # written out, as the partial index needs it
_KEPT = and_(deliveries.c.settled_at.is_not(None), deliveries.c.body != literal_column("''"))  # the same

GONE = "…"
"""Stands for words that are gone, on a choice or above choices that are left."""

UNMISTAKABLE = 20
"""So many characters, and nobody else has written the same by chance."""

QUOTATION = '[„“»«"]'
"""A mark with which a quotation begins: behind its number an announcement is called by its first words."""

ITEM = "- "
"""How a line of a list begins in the Markdown subset."""

SHEET = "text/csv"


def wipe(session: Session, which: ColumnElement[bool]) -> None:
    """Nobody gets to read them any more: those still to be sent are gone, the others lose their words and file."""
    quoting = and_(_QUOTES, which)
    session.run(delete(deliveries).where(quoting, OPEN))
    session.run(update(deliveries).where(quoting).values(body="", file=None, about=0))


def unsay(session: Session, person: int, words: Collection[str], choices: Collection[str]) -> None:
    """What quotes this to others, or was said to the person themselves, is emptied; in lists its title goes. For its
    words only that is looked through that was said about them or to them: a few hundred messages. What they have not
    got yet themselves stays.
    """
    session.flush()
    theirs = and_(deliveries.c.contact.in_(select(contacts.c.id).where(contacts.c.person == person)), ~OPEN)
    quoted = deliveries.c.about == person
    kept = select(deliveries.c.id, deliveries.c.body).where(or_(theirs, quoted), deliveries.c.body != "")
    saying = [row.id for row in session.run(kept) if _says(decode_outgoing(row.body), words, choices)]
    which = deliveries.c.id.in_(saying)
    wipe(session, and_(which, quoted))
    session.run(update(deliveries).where(which, theirs).values(body="", file=None))
    _unlist(session, choices, _holding(words))


def unquote(session: Session, person: int) -> None:
    """Titles of this person's stories in lists that others were shown, and what organisers were told about
    announcements of theirs that nobody has sent.
    """
    told = select(stories.c.id, stories.c.title).where(stories.c.author == person)
    asked = select(announcements.c.id, announcements.c.body).where(announcements.c.author == person, NEVER_SENT)
    titles = {row.id: row.title for row in session.run(told)}
    beginnings = {row.id: _beginning(row.body) for row in session.run(asked)}
    _unlist(session, [f"story-[a-z-]+:{number}" for number in titles], _holding(titles.values()))
    if beginnings:
        called = "|".join(rf"{number} \({QUOTATION}{re.escape(_bare(words))}" for number, words in beginnings.items())
        title, begins = re.compile(rf"(?<!\w)(?:{called})"), _holding(beginnings.values())
        _unlist(
            session,
            [f"announcement-[a-z-]+:{number}" for number in beginnings],
            lambda line: bool(title.search(line)) or (not line.startswith(ITEM) and begins(line)),
        )
        _untell(session, lambda said: bool(title.search(_bare(said))))


def unname(session: Session, member: int) -> None:
    """The name of this member goes from lists that others were shown. What organisers were told with it in it loses its
    words; its choices stay where they are, as the name may be a word of its own ("Weil am Rhein"): only a label with
    the name goes. What nobody has got yet stays: it may be about another of that name, or is waited for.
    """
    stored = session.scalar(select(members.c.name).where(members.c.id == member)) or ""
    if name := _bare(stored):
        parts = re.findall("[A-Za-z0-9]+", stored)  # as they stand in every spelling of JSON
        _untell(session, lambda said: _holds(_bare(said), name), parts)
        _unline(session, name, parts)
        _unsheet(session, stored)


def _unlist(session: Session, choices: Collection[str], says: Callable[[str], bool]) -> None:
    """A choice like one of these (action and first argument, a pattern) stays where it was offered, without its label;
    what says so above it goes, too. What nobody has got yet stays.
    """
    if not choices:
        return
    leads = re.compile(rf"(?:^|[:\"])(?:{'|'.join(choices)})(?![^:~])")  # in a token, or in a body as it is stored
    actions = {one.partition("-")[0] for one in choices}
    some = or_(*(deliveries.c.body.contains(f"{action}-", autoescape=True) for action in actions))
    left = []
    for row in session.run(select(deliveries.c.id, deliveries.c.body).where(_KEPT, some)).all():
        if leads.search(row.body):
            said = decode_outgoing(row.body)
            without = _relabelled(said, lambda one: leads.search(one.token) is not None)
            text = _rest(said.text, says)
            left.append({"of": row.id, "left": encode_outgoing(replace(said, text=text, choices=without))})
    _write(session, left)


def _untell(session: Session, says: Callable[[str], bool], parts: Collection[str] = ()) -> None:
    """What organisers have been told that says so loses its words, and the labels that say so. `parts` stand in every
    such message as it is stored: few are decoded then.
    """
    team = select(contacts.c.id).join(persons, persons.c.id == contacts.c.person).where(persons.c.role.is_not(None))
    told = and_(deliveries.c.contact.in_(team), ~OPEN)
    kept = session.run(select(deliveries.c.id, deliveries.c.body).where(told, deliveries.c.body != ""))
    likely = [row for row in kept if all(part in row.body for part in parts)]
    said = ((row.id, decode_outgoing(row.body)) for row in likely)
    left = [{"of": id_, "left": _without(one, says)} for id_, one in said if says(_all_words(one))]
    _write(session, left, file=None)


def _unline(session: Session, name: str, parts: Collection[str]) -> None:
    """Out of lists that anybody was shown the line goes that is the name, perhaps with a place."""
    some = and_(true(), *(deliveries.c.body.contains(part, autoescape=True) for part in parts))
    left = []
    for row in session.run(select(deliveries.c.id, deliveries.c.body).where(_KEPT, some)).all():
        said = decode_outgoing(row.body)
        lines = said.text.split("\n")
        others = [line for line in lines if not re.match(rf"{ITEM}{re.escape(name)}(?:, |$)", _bare(line))]
        if len(others) < len(lines):
            left.append({"of": row.id, "left": encode_outgoing(replace(said, text="\n".join(others)))})
    _write(session, left)


def _unsheet(session: Session, name: str) -> None:
    """Lists of members that were made as files, and whatever they came with."""
    made = select(files.c.id, files.c.content).where(files.c.made, files.c.mime == SHEET)
    naming = [row.id for row in session.run(made) if any(harmless(name) in cells for cells in rows_of(row.content))]
    session.run(update(deliveries).where(deliveries.c.file.in_(naming), ~OPEN).values(body="", file=None))
    session.run(delete(files).where(files.c.id.in_(naming)))


def _write(session: Session, left: list[dict[str, object]], **also: None) -> None:
    if left:
        lesser = update(deliveries).where(deliveries.c.id == bindparam("of"))
        session.run(lesser.values(body=bindparam("left"), **also), left)


def _without(said: Outgoing, says: Callable[[str], bool]) -> str:
    """What is left of a message: of a list all but the lines that say so, and its choices, in their order, those whose
    label says so without it. "" if nothing is.
    """
    text, kept = _rest(said.text, says), _relabelled(said, lambda one: says(one.label))
    return encode_outgoing(replace(said, text=text, choices=kept, files=())) if kept or text != GONE else ""


def _rest(text: str, says: Callable[[str], bool]) -> str:
    """A list without the items that say so; nothing of a text that says so anywhere else."""
    lines = [line for line in text.split("\n") if not (line.startswith(ITEM) and says(_bare(line)))]
    return GONE if any(says(_bare(line)) for line in lines) else "\n".join(lines)


def _relabelled(said: Outgoing, named: Callable[[Choice], bool]) -> tuple[Choice, ...]:
    return tuple(replace(one, label=GONE) if named(one) else one for one in said.choices)


def _beginning(body: str) -> str:
    """The first whole words of its title."""
    words = " ".join(plain(parse(body)).split())
    if len(words) <= UNMISTAKABLE:
        return words
    return words[:UNMISTAKABLE].rpartition(" ")[0] or words.partition(" ")[0]


def _all_words(said: Outgoing) -> str:
    return "\n".join((said.text, *(choice.label for choice in said.choices)))


def _bare(words: str) -> str:
    """Without the backslashes of the Markdown subset: a name stands in it escaped, and on choices as it is."""
    return words.replace("\\", "")


def _holding(words: Collection[str]) -> Callable[[str], bool]:
    bare = [_bare(one) for one in words if one]
    return lambda said: any(_holds(said, one) for one in bare)


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
