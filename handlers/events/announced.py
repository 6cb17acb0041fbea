"""A date and the announcements about it: one is begun from it, and none goes out by itself when it is another one."""

from __future__ import annotations

from bot.core.dialogue import TYPED
from bot.core.post import Offer
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.announcements.announcement import RUNNING, Announcement, AnnouncementState
from bot.domain.event import Event, EventState
from bot.domain.people.person import Role
from handlers.announcements.releasing.card import title
from handlers.announcements.releasing.declining import back_to_draft
from handlers.announcements.releasing.running import hold_up
from handlers.announcements.writing.announcing import BODY, composer
from handlers.announcements.writing.dated import date_of, subject_of
from handlers.events.calendar import show
from handlers.events.wording import ANNOUNCE, event_in, when
from handlers.team.organisers import tell

S = AnnouncementState
HELD = (S.WAITING, S.SCHEDULED)
CONCERNED = (S.DRAFT, *HELD, *RUNNING, S.PAUSED, S.DONE, S.CANCELLED)

LOOKED_AT = 200
"""So many of the newest announcements may be about a date that is still ahead."""


def announce(visit: Visit, args: tuple[str, ...]) -> None:
    """[Nachricht dazu]: the dialogue for announcements begins, with its text written. It has a name of its own, so that
    an announcement begun before stays as it is.
    """
    event = event_in(visit, args[0])
    if event is None:
        return
    if not event.open(visit.now):
        visit.say(text("events-changed-since"))
        show(visit, event)
        return
    draft = event.draft
    words = text(
        "events-announcement",
        title=draft.title,
        when=when(visit, draft.starts_at),
        place=draft.place,
        about=draft.about,
    )
    body = visit.texts.render(words, visit.language)
    visit.begin(ANNOUNCE, subject_of(event.id), ((BODY.key, TYPED + body),))


def hold(visit: Visit, event: Event) -> None:
    """The date is another one, or off (as `event` is now): what was to go out about it is a draft again, what is going
    out pauses, and what has gone out is named. Whoever wrote it hears that, too.
    """
    off = "yes" if event.state is EventState.CALLED_OFF else "no"
    for announcement in visit.work.announcements.listed(CONCERNED, LOOKED_AT):
        unsent = announcement.state is S.CANCELLED and not announcement.total
        if date_of(announcement.draft) != event.id or unsent:
            continue
        became = text(_hold(visit, announcement), title=title(announcement))
        number = announcement.id
        look = Offer(text("events-announcement-look", number=str(number)), "announcement-show", (number,))
        visit.say(became, look)
        if announcement.author != visit.person.id:
            news = text("events-announcement-news", title=event.draft.title, off=off, became=became)
            tell(visit, announcement.author, news, look)


def _hold(visit: Visit, announcement: Announcement) -> str:
    """Hold it where it can be; the text that says what became of it."""
    if announcement.state in HELD:
        back_to_draft(visit, announcement)
        return "events-announcement-held"
    if announcement.state in (*RUNNING, S.PAUSED):
        hold_up(visit, announcement)
        return "events-announcement-paused"
    return "events-announcement-draft" if announcement.state is S.DRAFT else "events-announcement-gone"


ROUTES: tuple[Route, ...] = (
    Pressed(ANNOUNCE, announce, Role.EDITOR),
    composer(ANNOUNCE, text("events-announce-title")),
)
