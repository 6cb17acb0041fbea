"""The dialogue from a first word to a draft: words, pictures, a second language, topic, goal, audience, a last look.

It ends with a draft and its card (`releasing/card.py`); every answer can be changed there, by the same dialogue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

from bot.core.dialogue import Change, Option, Question, Talk, without
from bot.core.messages import FileRef
from bot.core.ports import Mode
from bot.core.post import Offer
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import CHANGEABLE, Announcement, AnnouncementState, Draft, Words
from bot.domain.announcements.places import PlaceState
from bot.domain.people.person import Role
from handlers.announcements.looking import decidable
from handlers.announcements.releasing.card import mark, show, title
from handlers.announcements.releasing.eyes import changed_by, reach
from handlers.announcements.writing.arriving import as_it_arrives
from handlers.announcements.writing.attaching import FILES, attaching, gone
from handlers.announcements.writing.audience import AUDIENCE, AudienceFacts, choosing
from handlers.announcements.writing.dated import DATE, begun_from, date_of, naming, reworded, subject_of
from handlers.announcements.writing.saying import in_full, some_body
from handlers.announcements.writing.wording import (
    audience_name,
    base,
    facet_name,
    files_of,
    hint,
    in_words,
    named,
)

ANNOUNCEMENT, CHANGING = "announcement", "announcement-change"
SEEN = "seen"
"""The fact that tells what was changed: an announcement as it read when changing it began."""

SECOND = "second#body"
"""The answer that is the second version; it goes when the languages are asked anew."""

PARTS = ("body", SECOND, FILES, "second", "topic", "goal", AUDIENCE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the dialogue must know. `shown` is a draft as its author sees it last; `subject` the announcement that is
    changed, None for a new one, and `seen` its mark; `date` names the date it is written from ("" = none).
    """

    language: str
    languages: tuple[str, ...]
    topics: tuple[tuple[str, Text], ...]
    goals: tuple[tuple[str, Text], ...]
    audience: AudienceFacts
    shown: Callable[[Draft, bool], Text]
    files: Callable[[Draft], tuple[FileRef, ...]]
    subject: int | None
    seen: str
    date: str


@dataclass(frozen=True, slots=True)
class Written:
    """A draft as the organiser wants it, and the announcement it is of (None: a new one) as it was `seen` before."""

    draft: Draft
    subject: int | None
    seen: str


# -- questions -------------------------------------------------------------------------------------------------------


BODY = Question("body", text("announcing-body"), read=some_body, help=text("announcing-body-help"), marked=True)


@dataclass(frozen=True, slots=True)
class Versions:
    """The language the text is in, and that of a second version of it ("" = there is none)."""

    written: str
    second: str = ""


async def _versions(talk: Talk, facts: Facts) -> tuple[Versions, str]:
    """Which languages it is written in, and the words of the second version. The organiser's own language is only the
    first guess.
    """
    versions = Versions(talk.fact("language", base(facts.language)))
    languages = tuple(dict.fromkeys(base(one) for one in facts.languages))
    if languages in ((), (versions.written,)):
        return versions, ""
    while True:
        chosen = await talk.ask(_second(versions.written, languages))
        if chosen.written == versions.written:
            break
        versions = chosen
    if not chosen.second:
        return chosen, ""
    asked = text("announcing-second-body", written=in_words(chosen.second))
    return chosen, await in_full(talk, Question(SECOND, asked, read=some_body, marked=True))


def _second(written: str, languages: tuple[str, ...]) -> Question[Versions]:
    others = [one for one in languages if one != written]
    options = (
        Option("none", text("announcing-second-none", language=written), Versions(written), leaves_out=True),
        *(Option(one, text("announcing-second-yes", language=one), Versions(written, one)) for one in others),
        *(Option(f"is-{one}", text("announcing-written-in", language=one), Versions(one)) for one in others),
    )
    return Question("second", text("announcing-second", written=in_words(written)), options)


async def _one_of(talk: Talk, key: str, offered: tuple[tuple[str, Text], ...]) -> str:
    """A topic or a goal, or none; not asked where the alliance has none."""
    if not offered:
        return ""
    none = Option("none", text(f"announcing-no-{key}"), "", leaves_out=True)
    options = (*(Option(f"-{one}", label, one) for one, label in offered), none)
    return await talk.ask(Question(key, text(f"announcing-{key}"), options, help=text(f"announcing-{key}-help")))


# -- the dialogue ----------------------------------------------------------------------------------------------------


async def announcing(talk: Talk, facts: Facts) -> Written | None:
    """Everything an organiser decides, and a last look at it."""
    seen = talk.fact(SEEN, facts.seen)
    body = await in_full(talk, BODY)
    files = await attaching(talk)
    versions, second_body = await _versions(talk, facts)
    topic = await _one_of(talk, "topic", facts.topics)
    goal = await _one_of(talk, "goal", facts.goals)
    audience = await choosing(talk, facts.audience, topic)
    words = Words(versions.written, body, versions.second, second_body)
    behind = bool(second_body) and talk.fact(f"{SECOND}#of", trace(body)) != trace(body)
    if facts.date:
        talk.fact(DATE, facts.date)
    answers = tuple(answer for answer in talk.used if answer[0] != SEEN)
    draft = Draft(words, audience, topic, goal, files, answers)
    await talk.ask(_preview(facts, draft, behind=behind))
    return Written(draft, facts.subject, seen)


def trace(body: str) -> str:
    """8 characters that tell one text from another."""
    return blake2b(body.encode(errors="surrogatepass"), digest_size=4).hexdigest()


def _preview(facts: Facts, draft: Draft, *, behind: bool) -> Question[bool]:
    """`behind` is whether only the first version was changed."""
    asked = {key for key, _ in draft.answers}
    return Question(
        "keep",
        facts.shown(draft, behind),
        (Option("keep", text("announcing-keep"), value=True),),
        changes=tuple(_change(part, draft.words) for part in PARTS if part in asked),
        files=facts.files(draft),
        help=text("announcing-preview-help"),
    )


def _change(part: str, words: Words) -> Change:
    """What a part is called; the two versions of a text by their languages."""
    language = {"body": words.language, SECOND: words.second_language}.get(part, "")
    if not (language and words.second_language):
        return Change(part, text(f"announcing-part-{part}"))
    return Change(part, text("announcing-part-version", written=in_words(language)))


def _facts(visit: Visit) -> Facts:
    alliance, language, subject = visit.alliance, visit.language, _subject(visit)
    changed = None if subject is None else visit.work.announcements.get(subject)
    return Facts(
        language,
        visit.texts.languages,
        tuple((topic.id, named(visit, "topics", topic.id, language)) for topic in alliance.topics),
        tuple((goal.id, named(visit, "goals", goal.id, language)) for goal in alliance.goals),
        _audience_facts(visit),
        lambda draft, behind: _shown(visit, draft, behind=behind),
        lambda draft: files_of(visit, draft.files),
        subject,
        "" if changed is None else mark(changed.draft),
        naming(visit, begun_from(visit) if changed is None else date_of(changed.draft)),
    )


def _audience_facts(visit: Visit) -> AudienceFacts:
    return AudienceFacts(
        visit.alliance,
        visit.texts.languages,
        tuple(dict.fromkeys(account.partition(":")[0] for account in visit.networks)),
        tuple(place.id for place in visit.work.places.listed() if place.state is PlaceState.OPEN),
        lambda audience, topic: reach(visit, Draft(Words(visit.language, ""), audience, topic)).count,
        lambda facet, value: facet_name(visit, facet, value, visit.language),
        lambda audience: audience_name(visit, visit.language, audience),
    )


def _shown(visit: Visit, draft: Draft, *, behind: bool) -> Text:
    """The message as it arrives, and to how many; and whether its second version is still as it was (`behind`)."""
    found = reach(visit, draft)
    return text(
        "announcing-preview",
        message=as_it_arrives(visit, draft.words, found, visit.language),
        audience=audience_name(visit, visit.language, draft.audience),
        count=found.count,
        places=found.places,
        hint=hint(visit, draft.words),
        behind=text("announcing-behind", written=in_words(draft.words.second_language)) if behind else "",
    )


def _subject(visit: Visit) -> int | None:
    subject = visit.journal.subject if visit.journal else ""
    return int(subject) if subject.isdecimal() else None


# -- what happens then -----------------------------------------------------------------------------------------------


def done(visit: Visit, written: Written, *, name: str) -> None:
    """Keep the draft, or put it in the place of what it was before, and show its card. `name` is the dialogue's."""
    number, work = written.subject, visit.work.announcements
    if gone(visit, written.draft.files):
        visit.say(text("announcing-files-gone"))
        answers, date = without(written.draft.answers, FILES), date_of(written.draft)
        begun = "" if date is None else subject_of(date)
        visit.begin(name, begun if number is None else str(number), answers)
        return
    if number is None:
        number = work.add(visit.person.id, written.draft, AnnouncementState.DRAFT, visit.now)
        note(visit, "announcement-written", number)
    elif not _replace(visit, number, written):
        return
    kept = work.get(number)
    if kept is not None:
        show(visit, kept)


def _replace(visit: Visit, number: int, written: Written) -> bool:
    """Whether it takes the place of what was there. It stays its author's, and who changed it is no second pair of
    eyes. Not if somebody else has changed it meanwhile: then nobody's words are overwritten.
    """
    before = decidable(visit, (str(number), written.seen), *CHANGEABLE)
    if before is None:
        return False
    changer = visit.person.id if visit.person.id != before.author else None
    draft = written.draft if written.draft.words == before.words else reworded(visit, written.draft)
    visit.work.announcements.rewrite(number, changed_by(draft, changer), before.author)
    note(visit, "announcement-changed", number)
    if before.state is not AnnouncementState.DRAFT:
        visit.say(text(f"announcing-changed-{before.state}"))
    if changer is not None:
        look = Offer(text("sending-show"), "announcement-show", (number,))
        visit.tell(before.author, text("sending-changed-by-team", title=title(before)), look)
    return True


def change(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ändern]: what of it? The same dialogue, with everything that was answered."""
    visit.close_choices()
    announcement = decidable(visit, args, *CHANGEABLE)
    if announcement is not None:
        visit.begin(CHANGING, str(announcement.id), announcement.draft.answers, Mode.CHANGING)


def reopen(visit: Visit, announcement: Announcement) -> None:
    """Go through its answers again; what is missing is asked."""
    visit.begin(CHANGING, str(announcement.id), announcement.draft.answers)


def note(visit: Visit, what: str, number: int) -> None:
    """One line in the audit table."""
    visit.work.organisation.note(visit.person.id, what, f"announcement:{number}", visit.now)


def composer(name: str, called: Text) -> Dialogue[Facts, Written]:
    """The dialogue under this name: what is put aside under different names is kept side by side."""
    return Dialogue(name, called, announcing, _facts, partial(done, name=name), role=Role.EDITOR)


ROUTES: tuple[Route, ...] = (
    Command(
        {"de": ("nachricht",), "en": ("announce",)},
        lambda visit, _: visit.begin(ANNOUNCEMENT),
        text("announcing-what"),
        Role.EDITOR,
    ),
    composer(ANNOUNCEMENT, text("announcing-title")),
    composer(CHANGING, text("announcing-title-change")),
    Pressed(CHANGING, change, Role.EDITOR),
)
