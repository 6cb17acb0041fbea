"""What nothing else understood: a bare command, the nearest command, or an offer to pass the words to the team."""

from __future__ import annotations

from unicodedata import category

from bot.core.errors import Refusal
from bot.core.post import Offer
from bot.core.routing import Command, Fallback, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.talking.wording import begins, plain, word_set
from bot.core.words.texts import Text, text
from bot.domain.people.names import WORDS_MAX
from handlers import answers
from handlers.kept import keep_words, take_words
from handlers.meeting import speaking, welcoming
from handlers.meeting.helping import Signpost, shown_name
from handlers.news.card import OFF
from handlers.notice import noticed
from handlers.phrases import offered, run
from handlers.team import asking

PASS_ON, KEEP = "pass-on", "pass-not"

STOPS_WITHIN = 8
"""Words of a message in which somebody may want the news to end: more say something else."""


def routes(signpost: Signpost) -> tuple[Route, ...]:
    """The routes for what was not understood. Words that may be passed on wait as a file, cleared away if unused."""

    def guess(visit: Visit) -> None:
        typed = visit.incoming.text.strip()
        command = signpost.named(visit, typed)
        near = signpost.near(visit, typed) if command is None else None
        if _is_hello(visit, typed):
            welcoming.greet(visit)
        elif _is_thanks(visit, typed):
            visit.say(text("guessing-thanks"))
        elif language := speaking.wish(visit, typed):
            speaking.change(visit, (language,))
        elif command is not None:
            command.handler(visit, "")
        else:
            _at_a_guess(visit, signpost, typed, near)

    def knows(visit: Visit) -> bool:
        """A courtesy, a wish for no more news, the name of a language or of a command."""
        typed = visit.incoming.text.strip()
        courtesy = _is_hello(visit, typed) or _is_thanks(visit, typed) or _is_about_stopping(visit, typed)
        return courtesy or bool(speaking.wish(visit, typed)) or signpost.named(visit, typed) is not None

    return (Fallback(guess, knows), Pressed(PASS_ON, pass_on), Pressed(KEEP, keep))


def _at_a_guess(visit: Visit, signpost: Signpost, typed: str, near: Command | None) -> None:
    """What comes nearest, or an offer to pass it on. Whoever asks in vain may wait for what never came."""
    visit.offer_unheard()
    if typed.startswith("/") or visit.journal is not None:
        _unknown_command(visit, signpost, typed)
    elif _is_about_stopping(visit, typed):
        off = Offer(text("guessing-stop-yes"), OFF)
        visit.say(text("guessing-stop"), off, *_ways_out(visit, typed, instead=True))
    elif near is not None and near.what is not None:
        name = shown_name(near, visit.language)
        yes = run(text("guessing-yes", name=name), name)
        visit.say(text("guessing-near", what=near.what), yes, *_ways_out(visit, typed, instead=True))
    else:
        _at_a_loss(visit, typed)


def _is_hello(visit: Visit, typed: str) -> bool:
    """Whether it is a greeting, in whatever language."""
    return plain(typed) in word_set(visit.texts, "guessing-hello-words")


def _is_thanks(visit: Visit, typed: str) -> bool:
    """Whether it is a thank-you and nothing more ("danke dir", "thanks for the info"), in whatever language; also
    pictures alone, such as a thumbs-up or a heart. It is no matter for the team.
    """
    thanks = word_set(visit.texts, "guessing-thanks-words")
    if not begins(typed, thanks):
        return not plain(typed) and any(category(sign) == "So" for sign in typed)
    known = word_set(visit.texts, "guessing-thanks-more") | {word for said in thanks for word in said.split()}
    return known.issuperset(plain(typed).split())


def _not_understood(visit: Visit) -> Text:
    """Said the first time. The team is not asked whether it wants to ask the team."""
    if visit.person.role is not None:
        return text("guessing-not-understood-team")
    return text("guessing-not-understood" if noticed(visit) else "guessing-not-understood-yet")


def _is_about_stopping(visit: Visit, typed: str) -> bool:
    """Whether a short message has a word in it that ends the news when it stands alone; any language will do."""
    said = plain(typed)
    if len(said.split()) > STOPS_WITHIN:
        return False
    return any(f" {word} " in f" {said} " for word in word_set(visit.texts, "guessing-stop-words"))


def _unknown_command(visit: Visit, signpost: Signpost, typed: str) -> None:
    near = signpost.near(visit, typed.lstrip("/"))
    if near is None or near.what is None:
        visit.say(text("guessing-no-command"), run(text("welcoming-help"), "hilfe"))
    else:
        name = shown_name(near, visit.language)
        visit.say(text("guessing-near", what=near.what), run(text("guessing-yes", name=name), name))


def _at_a_loss(visit: Visit, typed: str) -> None:
    """The second time in a row: no more guessing. Both messages would be passed on."""
    if waiting := _waiting(visit):
        words = "\n".join(part for part in (take_words(visit, waiting), typed) if part)
        visit.say(text("guessing-stuck", words=words), *_ways_out(visit, words))
    else:
        visit.say(_not_understood(visit), *_ways_out(visit, typed), run(text("welcoming-help"), "hilfe"))


def _ways_out(visit: Visit, words: str, *, instead: bool = False) -> tuple[Offer, ...]:
    """To pass these words on, where that was asked ("Ja, ...") or instead of something else. Nothing is kept of whoever
    has not read the notice: asking the team begins with it. Organisers are the team.
    """
    if visit.person.role is not None:
        return ()
    if not noticed(visit):
        return (run(text("asking-open" if instead else "guessing-ask"), "frage"),)
    kept = keep_words(visit, words[:WORDS_MAX])
    label = text("guessing-pass-on-instead" if instead else "guessing-pass-on")
    return Offer(label, PASS_ON, (kept,)), Offer(text("guessing-no"), KEEP, (kept,))


def _waiting(visit: Visit) -> int:
    """The words that the bot's last message with choices offers to pass on; 0 if it was about something else."""
    return int(offered(visit, PASS_ON) or 0)


def pass_on(visit: Visit, args: tuple[str, ...]) -> None:
    """Yes, give it to the team."""
    visit.close_choices()
    try:
        asking.pass_on(visit, answers.some_words(take_words(visit, int(args[0]))))
    except Refusal:
        visit.say(text("guessing-gone"), run(text("asking-open"), "frage"))


def keep(visit: Visit, args: tuple[str, ...]) -> None:
    """No, rather not."""
    visit.close_choices()
    there = take_words(visit, int(args[0]))
    visit.say(text("guessing-kept" if there else "guessing-gone"), run(text("welcoming-help"), "hilfe"))
