"""A member organisation asks the team to announce something; an organiser takes it over, or declines with a reason
(`releasing/declining.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.dialogue import Change, Option, Question, Talk, without
from bot.core.messages import FileRef
from bot.core.post import Post
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import Announcement, Draft, Words
from bot.domain.announcements.audience import Audience
from bot.domain.people.member import Member
from bot.domain.people.person import Role
from handlers.announcements.looking import same
from handlers.announcements.releasing.card import S, offers
from handlers.announcements.writing.announcing import note, reopen
from handlers.announcements.writing.attaching import FILES, attaching, gone
from handlers.announcements.writing.saying import in_full, some_body
from handlers.announcements.writing.wording import base, files_of, hint
from handlers.phrases import run
from handlers.team.members.resting import declined

REQUEST = "announcement-request"
WAITING_MOST = 3
"""So many of one person's requests wait at the same time."""


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What the dialogue must know."""

    language: str
    files: Callable[[tuple[int, ...]], tuple[FileRef, ...]]


def ask(visit: Visit, _rest: str) -> None:
    """The command. It is for organisations: they speak for many."""
    if not _refused(visit):
        visit.begin(REQUEST)


def _refused(visit: Visit) -> bool:
    """Whether this person may not ask (any more): a membership that rests, none for an organisation, or too much asked
    already. They are told.
    """
    waiting = [one for one in visit.work.announcements.listed((S.REQUESTED,), 50) if one.author == visit.person.id]
    if declined(visit):
        return True
    if _organisation(visit) is None:
        visit.say(text("requesting-members-only"), run(text("requesting-ask-team"), "frage"))
    elif len(waiting) >= WAITING_MOST:
        visit.say(text("requesting-enough", count=len(waiting)))
    else:
        return False
    return True


def _organisation(visit: Visit) -> Member | None:
    """The organisation this person acts for."""
    member = visit.member
    kind = next((one for one in visit.alliance.kinds if member is not None and one.id == member.kind), None)
    return member if kind is not None and kind.organisation else None


BODY = Question("body", text("requesting-body"), read=some_body, marked=True)


async def requesting(talk: Talk, facts: RequestFacts) -> Draft:
    """Words, pictures, and a last look; everything else is the team's to decide."""
    body = await in_full(talk, BODY)
    language = talk.fact("language", base(facts.language))
    files = await attaching(talk)
    draft = Draft(Words(language, body), Audience(), files=files, answers=tuple(talk.used))
    send = Option("send", text("requesting-send"), value=True)
    changes = (Change("body", text("requesting-part-body")), Change(FILES, text("requesting-part-files")))
    preview = text("requesting-preview", message=Markup(body))
    await talk.ask(Question("send", preview, (send,), changes=changes, files=facts.files(files)))
    return draft


def done(visit: Visit, draft: Draft) -> None:
    """Keep it in the organisers' queue, and tell them."""
    if gone(visit, draft.files):
        visit.say(text("announcing-files-gone"))
        visit.begin(REQUEST, "", without(draft.answers, FILES))
        return
    asker = visit.person.id
    number = visit.work.announcements.add(asker, draft, S.REQUESTED, visit.now, requested_by=asker)
    kept = visit.work.announcements.get(number)
    if kept is not None:
        for organiser in visit.work.people.organisers():
            shown, files = request(visit, kept), files_of(visit, draft.files)
            visit.tell(organiser.id, shown, *offers(visit, kept, organiser), files=files, about=asker)
    visit.say(text("requesting-passed-on"))


def request(post: Post, announcement: Announcement) -> Text:
    """What the team must know to decide."""
    asker = post.work.people.get(announcement.author)
    member = post.work.members.get(asker.member) if asker is not None and asker.member is not None else None
    name = text("plain-words", words=member.name) if member is not None else text("requesting-no-member")
    return text(
        "sending-request",
        number=str(announcement.id),
        name=name,
        message=Markup(announcement.words.body),
        hint=hint(post, announcement.words),
    )


def take(visit: Visit, args: tuple[str, ...]) -> None:
    """[Übernehmen]: it is this organiser's draft now, and goes on with what only the team can say."""
    visit.close_choices()
    announcement = same(visit, args, S.REQUESTED)
    if announcement is None:
        return
    asker = announcement.author
    visit.work.announcements.rewrite(announcement.id, announcement.draft, visit.person.id)
    note(visit, "announcement-taken-over", announcement.id)
    if asker != visit.person.id:
        visit.tell(asker, text("requesting-taken-over"))
    visit.say(text("sending-taken-over", number=str(announcement.id)))
    reopen(visit, announcement)


ROUTES: tuple[Route, ...] = (
    Command(
        {"de": ("bittemelden",), "en": ("pleaseannounce",)},
        ask,
        text("requesting-what"),
        listed=lambda visit: _organisation(visit) is not None,
    ),
    Dialogue(
        REQUEST,
        text("requesting-title"),
        requesting,
        lambda visit: RequestFacts(visit.language, lambda files: files_of(visit, files)),
        done,
        declined=_refused,
    ),
    Pressed("announcement-take", take, Role.EDITOR),
)
