"""Small helpers every capability uses to put the alliance's own words, lists and commands into texts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.core.dialogue import Option
from bot.core.post import Offer
from bot.core.talking.visit import Visit
from bot.core.words.markup import parse
from bot.core.words.markup import plain as plain_text
from bot.core.words.texts import Markup, Text, Texts, text
from bot.domain.alliance import Alliance, Words, in_language

RUN = "do"
"""The action of offers that stand for a command."""


def plain(words: Words, language: str) -> Text:
    """Words from the alliance's profile as a text, for example as the label of a choice."""
    return text("plain-words", words=in_language(words, language))


def marked(words: Words, language: str) -> Markup:
    """Words from the profile that are written in the Markdown subset."""
    return Markup(in_language(words, language))


def bullets(texts: Texts, language: str, items: Iterable[Text]) -> Markup:
    """The items as a list, to be put into another text."""
    return Markup("\n".join(f"- {texts.render(item, language)}" for item in items))


def shortened(body: str, room: int) -> str:
    """The first so many characters of words in the Markdown subset, without its marks, up to the end of a word."""
    words = " ".join(plain_text(parse(body)).split())
    if len(words) <= room:
        return words
    head, _, _ = words[: room - 1].rpartition(" ")
    return f"{head or words[: room - 2]} …"


def run(label: Text, command: str) -> Offer:
    """A choice that does what the command does. `command` is one of its names, without the slash."""
    return Offer(label, RUN, (command,))


def offered(visit: Visit, wanted: str) -> str:
    """The arguments of the choice with this action under the bot's last message with choices; "" if that was about
    something else.
    """
    for choice in visit.shown:
        action, _, args = (visit.seals.open(visit.contact.id, choice.token) or "").partition(":")
        if action == wanted:
            return args
    return ""


def page_turns(action: str, at: int, size: int, count: int, labels: tuple[Text, Text]) -> tuple[Offer, ...]:
    """The choices that turn the pages of a list: to what comes before, and to what follows, where there is any. `at`
    is the place of the first one shown, from 0.
    """
    before, after = labels
    back = (Offer(before, action, (max(0, at - size),)),) if at else ()
    onwards = (Offer(after, action, (at + size,)),) if at + size < count else ()
    return (*back, *onwards)


def unit_name(alliance: Alliance, unit: str, amount: float, language: str) -> Text:
    """A unit as it reads after this number."""
    names = alliance.units_one if amount == 1 else alliance.units
    return plain(names.get(unit, alliance.units[unit]), language)


@lru_cache(maxsize=64)
def goal_names(alliance: Alliance, goal: str) -> tuple[Text, ...]:
    """Every name by which a goal is understood when it is typed."""
    known = alliance.goal(goal)
    return _names((*known.name.values(), *known.also))


@lru_cache(maxsize=64)
def kind_names(alliance: Alliance, kind: str) -> tuple[Text, ...]:
    """Every name by which a kind of member is understood when it is typed."""
    known = alliance.kind(kind)
    return _names((*known.choice.values(), *known.name.values(), *known.also))


def in_every_language(texts: Texts, key: str) -> tuple[str, ...]:
    """A text in each of the languages, for `spoken`."""
    return tuple(texts.label(text(key), language) for language in texts.languages)


@lru_cache(maxsize=16)
def spoken(lists: tuple[str, ...]) -> tuple[Text, ...]:
    """The words that texts list between commas, as names of a choice."""
    return _names(word.strip() for words in lists for word in words.split(","))


def yes_no(texts: Texts, yes: Text, no: Text) -> tuple[Option[bool], Option[bool]]:
    """The two choices of a question to which a short yes or no is an answer, however it is typed. Not for a signature:
    that takes its own words.
    """
    return (
        Option("yes", yes, value=True, also=spoken(in_every_language(texts, "plain-saying-yes"))),
        Option("no", no, value=False, also=spoken(in_every_language(texts, "plain-saying-no"))),
    )


def _names(words: Iterable[str]) -> tuple[Text, ...]:
    return tuple(text("plain-words", words=one) for one in dict.fromkeys(words))


def kind_name(alliance: Alliance, kind: str, language: str) -> Text:
    """A kind of member as people call it; its id if the profile no longer has it."""
    known = next((one for one in alliance.kinds if one.id == kind), None)
    return text("plain-words", words=kind) if known is None else plain(known.name, language)


def place_name(alliance: Alliance, key: str) -> Text:
    """A municipality's name, or that somebody is from outside (or did not say)."""
    place = alliance.municipality(key)
    return text("plain-outside") if place is None else text("plain-words", words=place.name)
