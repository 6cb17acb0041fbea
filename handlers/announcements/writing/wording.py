"""How an announcement reads: ready for a reader, its audience in words, its first words for a list."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.messages import FileRef
from bot.core.post import Post
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import Words
from bot.domain.announcements.audience import FACETS, Audience
from bot.domain.announcements.places import PLACE
from bot.domain.neutrality import hints
from handlers.announcements.places import name as place_called
from handlers.phrases import kind_name, place_name, plain, shortened

NAMED_MOST = 6
"""More names than this are not read in a sentence; they are counted."""

BEGINNING = 60
"""Characters of a beginning: one line on a phone."""


def base(language: str) -> str:
    """The language without its variant: "de-du" is German too."""
    return language.partition("-")[0]


def ready(post: Post, words: Words, language: str) -> Text:
    """The message as a reader of this language gets it: the organiser's words and the footer. Where there is no
    version in their language, the one there is, marked.
    """
    written, body = words.best(language)
    alliance = plain(post.alliance.name, language)
    if base(written) == base(language):
        return text("sending-message", body=Markup(body), alliance=alliance)
    return text("sending-message-marked", body=Markup(body), alliance=alliance, written=in_words(written))


def in_words(language: str) -> Text:
    """The language something is written in, as in "auf Deutsch"."""
    return text("sending-written-in", language=base(language))


def contents(post: Post, words: Words) -> dict[str, str]:
    """The ready message per language, the author's own first: it is the fallback. And for places, where nobody can
    unsubscribe by a word.
    """
    languages = sorted(post.texts.languages, key=lambda language: language != words.language)
    found = {language: post.texts.render(ready(post, words, language), language) for language in languages}
    published = text("sending-published", body=Markup(words.body), alliance=plain(post.alliance.name, words.language))
    return found | {words.language + PLACE: post.texts.render(published, words.language)}


def files_of(post: Post, files: Iterable[int]) -> tuple[FileRef, ...]:
    """The pictures or the document of an announcement, to be sent along."""
    found = (post.work.files.get(file) for file in files)
    return tuple(kept[0] for kept in found if kept is not None)


def hint(post: Post, words: Words) -> Text:
    """What should be looked at for the sake of being non-partisan, if anything."""
    found = hints(f"{words.body}\n{words.second_body}", post.alliance.neutrality)
    return text("moderating-hint", terms=", ".join(found)) if found else text("moderating-no-hint")


def beginning(words: Words) -> str:
    """Its first words, for lists."""
    return shortened(words.body, BEGINNING)


# -- audiences in words ----------------------------------------------------------------------------------------------


def audience_name(post: Post, language: str, audience: Audience) -> Markup:
    """Who it is for, in words."""
    parts = [text(f"sending-to-{audience.circle}")]
    for facet in (*FACETS, "places"):
        names = facet_names(post, language, facet, getattr(audience, facet))
        if len(names) > NAMED_MOST:
            parts.append(text(f"sending-many-{facet}", count=len(names)))
        elif names:
            parts.append(text(f"sending-only-{facet}", names=", ".join(names)))
    return Markup(", ".join(post.texts.render(part, language) for part in parts))


def facet_names(post: Post, language: str, facet: str, values: Iterable[str | int]) -> list[str]:
    """What the values of one facet are called."""
    names = (facet_name(post, facet, value, language) for value in values)
    return list(dict.fromkeys(post.texts.label(name, language) for name in names))


def facet_name(post: Post, facet: str, value: str | int, language: str) -> Text:
    """What one value of a facet is called; itself if it is no longer known."""
    match facet, value:
        case "kinds", str():
            return kind_name(post.alliance, value, language)
        case "municipalities", str():
            return place_name(post.alliance, value)
        case "languages", str():
            return text("speaking-name", language=base(value))
        case "networks", str():
            return text("sending-network", network=value)
        case "places", int():
            place = post.work.places.get(value)
            return text("plain-words", words=str(value)) if place is None else place_called(place)
        case _:
            return named(post, facet, str(value), language)


def named(post: Post, facet: str, id: str, language: str) -> Text:
    """A topic's or a goal's name; its id if the profile no longer has it."""
    known = {one.id: one.name for one in (post.alliance.topics if facet == "topics" else post.alliance.goals)}
    return plain(known[id], language) if id in known else text("plain-words", words=id)
