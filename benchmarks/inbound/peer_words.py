"""What the peer says: the German words of our own texts, rendered once, as constants in its code would be."""

from __future__ import annotations

from telegram.ext import ConversationHandler

from benchmarks.inbound import peer_bot as steps
from benchmarks.inbound.peer_bot import NAME_HERE, Asks
from bot.core.words.markup import parse, plain
from bot.core.words.texts import Markup, Text, text
from bot.domain.alliance import Alliance, in_language
from config.profile import load_alliance
from config.texts import FluentTexts
from handlers.notice import NoticeFacts, notice_text

DE = "de"


def places() -> list[str]:
    """The names of the alliance's municipalities."""
    return [place.name for place in load_alliance("loerrach").municipalities]


def questions() -> dict[int, Asks]:
    """By state. The last, END, is the receipt."""
    alliance = load_alliance("loerrach")
    texts = FluentTexts(languages=(DE,), zone=alliance.zone)

    def asks(what: Text, *labels: Text | str) -> Asks:
        words = plain(parse(texts.render(what, DE)))
        return Asks(words, tuple(one if isinstance(one, str) else texts.label(one, DE) for one in labels))

    name = Markup(NAME_HERE)
    kinds = [in_language(kind.choice, DE) for kind in alliance.kinds]
    notice = NoticeFacts(alliance.notice, "telegram", DE, lambda: False)
    return {
        steps.START: asks(_hello(alliance), text("welcoming-join"), text("welcoming-look"), text("welcoming-follow")),
        steps.NOTICE: asks(notice_text(notice), text("notice-read"), text("notice-only-look")),
        steps.KIND: asks(text("joining-kind"), *kinds),
        steps.NAME: asks(text("joining-name")),
        steps.SIGNATORY: asks(text("joining-signatory")),
        steps.FUNCTION: asks(text("joining-function")),
        steps.PLACE: asks(text("place-question")),
        steps.SIGN: asks(_declaration(alliance, name), text("declaration-yes"), text("declaration-not-yet")),
        steps.LISTED: asks(text("joining-listed", name=name), text("joining-listed-yes"), text("joining-listed-no")),
        steps.NEWS: asks(text("joining-news"), text("joining-news-yes"), text("joining-news-no")),
        steps.SUMMARY: asks(_summary(name), text("joining-do-it"), text("dialogue-change"), text("dialogue-later")),
        ConversationHandler.END: asks(_receipt(), text("welcoming-story"), text("welcoming-pledge")),
    }


def _hello(alliance: Alliance) -> Text:
    named = in_language(alliance.name, DE)
    return text("welcoming-hello", alliance=named, team=in_language(alliance.team, DE), year=str(alliance.target_year))


def _declaration(alliance: Alliance, name: Markup) -> Text:
    declared = alliance.declaration
    whole = text(
        "declaration-text",
        title=in_language(declared.title, DE),
        version=declared.version,
        body=Markup(in_language(declared.body, DE)),
    )
    who = text("declaration-signs", name=name)
    return text("declaration-question", declaration=whole, link=in_language(declared.link, DE), who=who)


def _summary(name: Markup) -> Text:
    yes = text("plain-yes")
    return text(
        "joining-summary-person", kind="Privatperson", name=name, place="Steinen", version="1", listed=yes, news=yes
    )


def _receipt() -> Text:
    return text("joining-receipt", number="1", when="heute", version="1", sha256="0" * 64)
