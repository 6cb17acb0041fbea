"""How an announcement arrives: every form of it that somebody gets, for the last look, the card and the test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.post import Post
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import Words
from bot.domain.announcements.audience import Reach
from bot.domain.announcements.places import PLACE
from handlers.announcements.writing.wording import base, contents, in_words


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the `key` it is kept under (see `contents`), who reads it, and the language of its words."""

    key: str
    reader: str  # a language; "" = whoever looks into a place
    written: str

    @property
    def marked(self) -> bool:
        """Whether its readers are told that it is in another language."""
        return bool(self.reader) and self.reader != self.written


def forms(post: Post, words: Words, found: Reach, language: str) -> tuple[Form, ...]:
    """Every form that will occur, in the order to be looked at: unmarked ones first, the own language before others.
    And every version nobody reads yet: what may be sent one day has been seen.
    """
    readers = {base(one) for one in found.languages} & set(post.texts.languages)
    read = [Form(one, one, base(words.best(one)[0])) for one in readers]
    read.sort(key=lambda form: (form.marked, form.reader != base(language), form.reader))
    place = [Form(words.language + PLACE, "", base(words.language))] if found.places else []
    occurring = [*read, *place]
    seen = {form.written for form in occurring}
    unread = [Form(one, one, one) for one in map(base, written_in(words)) if one not in seen]
    return (*occurring, *unread)


def written_in(words: Words) -> tuple[str, ...]:
    """The languages it is written in, its first one first."""
    return (words.language, *((words.second_language,) if words.second_language else ()))


def as_it_arrives(post: Post, words: Words, found: Reach, language: str) -> Markup:
    """All forms for one look: the same words are shown once, and what else some get with them is said."""
    return Markup("\n\n".join(post.texts.render(part, language) for part in _parts(post, words, found, language)))


def _parts(post: Post, words: Words, found: Reach, language: str) -> Iterator[Text]:
    ready, seen = contents(post, words), set[str]()
    for form in forms(post, words, found, language):
        if form.written not in seen:
            shown = Markup(ready[form.key])
            key = "announcing-also" if seen else "sending-as-it-is"
            yield text(key, message=shown, **({"written": in_words(form.written)} if seen else {}))
        elif form.reader:
            mark = post.texts.label(in_words(form.written), form.reader)
            yield text("announcing-also-marked", language=form.reader, mark=mark)
        else:
            yield text("announcing-also-places")
        seen.add(form.written)


def each(post: Post, words: Words, found: Reach, language: str) -> tuple[Text, ...]:
    """Every form as a message of its own, exactly as it arrives."""
    ready = contents(post, words)
    return tuple(
        text("sending-as-it-is", message=Markup(ready[one.key])) for one in forms(post, words, found, language)
    )
