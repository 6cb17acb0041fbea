"""The language somebody is spoken to in: chosen by the client's hint, changed here at any time."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.talking.wording import plain
from bot.core.words.texts import Text, text

GREETING = "speak-hello"
"""The action of the language choices under the greeting."""


def name(language: str) -> Text:
    """What a language calls itself."""
    return text("speaking-name", language=language)


def switch(visit: Visit) -> tuple[Offer, ...]:
    """The choices under the greeting: the other languages, without their variants."""
    here = visit.language.split("-")[0]
    others = (code for code in visit.texts.languages if "-" not in code and code != here)
    return tuple(Offer(name(code), GREETING, (code,)) for code in others)


def switched(handler: Callable[[Visit, tuple[str, ...]], None]) -> Route:
    """The route of those choices; what is said then is up to the greeting."""
    return Pressed(GREETING, handler)


def ask(visit: Visit, wanted: str) -> None:
    """The command: with a language code it changes at once ("/sprache en"), else the languages are offered."""
    if wanted.lower() in visit.texts.languages:
        change(visit, (wanted.lower(),))
        return
    visit.say(
        text("speaking-which", now=name(visit.language)),
        *(Offer(name(code), "speak", (code,)) for code in visit.texts.languages if code != visit.language),
    )


def change(visit: Visit, args: tuple[str, ...]) -> None:
    """A language was chosen; the answer is already in it."""
    if args and args[0] in visit.texts.languages:
        visit.close_choices()
        visit.speak(args[0])
        visit.say(text("speaking-changed"))


def wish(visit: Visit, typed: str) -> str:
    """The language whose bare name this is ("english", "du"); "" if it is none."""
    said = plain(typed)
    for language in visit.texts.languages:
        if said in {plain(word) for word in visit.texts.label(text("speaking-wish-words"), language).split(",")}:
            return language
    return ""


ROUTES: tuple[Route, ...] = (
    Command({"de": ("sprache",), "en": ("language",)}, ask, text("speaking-what")),
    Pressed("speak", change),
)
