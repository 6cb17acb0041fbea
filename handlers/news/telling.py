"""A person's wishes about news in plain words: for the news card and for the summary of one's own data."""

from __future__ import annotations

from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.wishes import Rhythm, Wishes
from handlers.phrases import plain


def told(visit: Visit) -> list[Text]:
    """All of them, one line each."""
    wishes = visit.work.wishes.of(visit.person.id)
    topics = [_topics(visit, wishes)] if visit.alliance.topics else []
    return [*topics, _rhythm(visit, wishes), _quiet(wishes), *_pause(visit, wishes)]


def special(visit: Visit) -> list[Text]:
    """Only what was chosen, without what holds for everybody who chose nothing."""
    wishes = visit.work.wishes.of(visit.person.id)
    topics = [_topics(visit, wishes)] if wishes.topics_off else []
    rhythm = [] if wishes.rhythm is Rhythm.AT_ONCE else [_rhythm(visit, wishes)]
    quiet = [] if wishes.quiet_from is None else [_quiet(wishes)]
    return [*topics, *rhythm, *quiet, *_pause(visit, wishes), *network(wishes)]


def paused(visit: Visit, wishes: Wishes) -> bool:
    """Whether there is a pause just now."""
    return wishes.paused_until is not None and wishes.paused_until > visit.now


def network(wishes: Wishes) -> list[Text]:
    """Where they would rather be written to, if they have said so."""
    return [text("news-network", network=text("sending-network", network=wishes.network))] if wishes.network else []


def _topics(visit: Visit, wishes: Wishes) -> Text:
    off = [topic for topic in visit.alliance.topics if topic.id in wishes.topics_off]
    if off and len(off) == len(visit.alliance.topics):
        return text("news-topics-none")
    names = ", ".join(visit.words(plain(topic.name, visit.language)) for topic in off)
    return text("news-topics-without", names=names) if off else text("news-topics-all")


def _rhythm(visit: Visit, wishes: Wishes) -> Text:
    return text("news-rhythm", rhythm=wishes.rhythm.value, most=visit.alliance.announcing.unasked_per_week)


def _quiet(wishes: Wishes) -> Text:
    if wishes.quiet_from is None or wishes.quiet_to is None:
        return text("news-quiet-none")
    return text("news-quiet", since=wishes.quiet_from, until=wishes.quiet_to)


def _pause(visit: Visit, wishes: Wishes) -> list[Text]:
    if wishes.paused_until is None or not paused(visit, wishes):
        return []
    return [text("news-pause", until=visit.local(wishes.paused_until).date())]
