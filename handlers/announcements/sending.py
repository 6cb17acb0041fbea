"""From a written announcement to a sent one: the test to oneself, a moderator's release, or throwing it away."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.post import Offer, Post
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.alliance import Alliance
from bot.domain.announcements.announcement import Announcement, AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience, Reach
from bot.domain.announcements.wishes import calendar
from bot.domain.people.person import Role
from handlers.announcements.reporting import audience_name, last_steps, progress_tag
from handlers.phrases import plain


def ready(alliance: Alliance, body: str, language: str) -> Text:
    """The message as people get it: the organiser's words and the footer in their language."""
    return text("sending-message", body=Markup(body), alliance=plain(alliance.name, language))


# -- from draft to sending -------------------------------------------------------------------------------------------


def keep(visit: Visit, body: str, audience: Audience) -> int:
    """Store it with its ready words in every language. It waits; nothing is sent yet."""
    contents = {
        language: visit.texts.render(ready(visit.alliance, body, language), language)
        for language in visit.texts.languages
    }
    draft = Draft(Words(visit.language, body), audience)
    number = visit.work.announcements.add(visit.person.id, draft, AnnouncementState.WAITING, visit.now)
    visit.work.announcements.write(number, Step.SEND, contents)
    _note(visit, "announcement-written", number)
    return number


def reach(post: Post, draft: Draft) -> Reach:
    """Who would get it now, and who would not."""
    moment = calendar(post.now, post.alliance.announcing.unasked_per_week, post.alliance.zone)
    return post.work.announcements.reach(draft, moment)


def while_waiting(act: Callable[[Visit, Announcement], None]) -> Callable[[Visit, int], None]:
    """Do this only as long as nobody has decided: two organisers may press at once, and the second is told so."""

    def handler(visit: Visit, number: int) -> None:
        announcement = visit.work.announcements.get(number)
        if announcement is not None and announcement.state is AnnouncementState.WAITING:
            act(visit, announcement)
        else:
            state = announcement.state if announcement else AnnouncementState.CANCELLED
            visit.say(text("sending-too-late", state=text(f"sending-state-{state}")))

    return handler


@while_waiting
def test(visit: Visit, announcement: Announcement) -> None:
    """Send it to the organiser alone, exactly as it will arrive."""
    visit.tell(visit.person.id, ready(visit.alliance, announcement.words.body, visit.language))
    count = reach(visit, announcement.draft).count
    audience = audience_name(visit.alliance, visit.language, announcement.draft.audience)
    visit.say(text("sending-tested", count=count, audience=audience), *last_steps(visit, announcement, count))


@while_waiting
def ask_release(visit: Visit, announcement: Announcement) -> None:
    """An editor's announcement goes to every moderator for release."""
    count = reach(visit, announcement.draft).count
    moderators = visit.work.people.organisers(Role.MODERATOR)
    for moderator in moderators:
        shown = text(
            "sending-please-release",
            message=ready(visit.alliance, announcement.words.body, moderator.language),
            audience=audience_name(visit.alliance, moderator.language, announcement.draft.audience),
            count=count,
        )
        visit.tell(
            moderator.id,
            shown,
            Offer(text("announcing-send", count=count), "announcement-send", (announcement.id,)),
            Offer(text("announcing-discard"), "announcement-discard", (announcement.id,)),
        )
    visit.say(text("sending-asked" if moderators else "sending-nobody-releases"))


@while_waiting
def release(visit: Visit, announcement: Announcement) -> None:
    """Send it now. The rows are written by the tick, in chunks."""
    visit.work.announcements.move(
        announcement.id, AnnouncementState.ENQUEUING, [announcement.state], visit.now, released_by=visit.person.id
    )
    _note(visit, "announcement-sent", announcement.id)
    count = reach(visit, announcement.draft).count
    if announcement.author != visit.person.id:
        visit.say(text("sending-begun", count=count))
    mine = "begun" if announcement.author == visit.person.id else "released"
    visit.tell(announcement.author, text(f"sending-{mine}", count=count), tag=progress_tag(announcement))


@while_waiting
def discard(visit: Visit, announcement: Announcement) -> None:
    """Throw it away; nobody has received anything."""
    visit.work.announcements.move(announcement.id, AnnouncementState.CANCELLED, [announcement.state], visit.now)
    _note(visit, "announcement-discarded", announcement.id)
    visit.say(text("announcing-discarded"))
    if announcement.author != visit.person.id:
        visit.tell(announcement.author, text("sending-not-released"))


def _note(visit: Visit, what: str, number: int) -> None:
    visit.work.organisation.note(visit.person.id, what, f"announcement:{number}", visit.now)


def pressed(act: Callable[[Visit, int], None]) -> Callable[[Visit, tuple[str, ...]], None]:
    """The same by a choice under a message."""

    def handler(visit: Visit, args: tuple[str, ...]) -> None:
        visit.close_choices()
        act(visit, int(args[0]))

    return handler


ROUTES: tuple[Route, ...] = (
    Pressed("announcement-send", pressed(release), Role.MODERATOR),
    Pressed("announcement-ask", pressed(ask_release), Role.EDITOR),
    Pressed("announcement-discard", pressed(discard), Role.EDITOR),
)
