"""Digests: everything since the last one in one message, in the person's language. Written exactly once.

The items are taken out in the transaction that writes the message, so a kill in between loses and doubles nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.core.messages import Outgoing
from bot.core.ports import Lane
from bot.core.post import Offer, Post
from bot.core.routing import Pressed, Route, Tick
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import Announcement, AnnouncementState
from bot.domain.announcements.digests import named
from bot.domain.announcements.wishes import Digest, Wishes, quiet_until
from bot.domain.people.person import Contact, Person
from handlers.phrases import plain, shortened

AT_ONCE = 100
"""So many digests are written in one transaction; the tick is run again at once while more are due."""

ROOM = 3000
"""Characters of all announcements together that one message takes on every network, head and footer beside them."""

LEAST = 150
"""Characters of its beginning that each announcement keeps, however many there are."""

LABEL = 30
"""Characters of its beginning by which an announcement is told apart on a button."""

GONE = (AnnouncementState.CANCELLED, AnnouncementState.WITHDRAWN)
READ = "announcement-read"

Known = dict[int, Announcement | None]


def send_due(post: Post) -> bool:
    """The tick: every digest that is due."""
    due = post.work.wishes.due(post.now, AT_ONCE)
    known: Known = {}
    for digest in due:
        wishes = post.work.wishes.of(digest.person)
        quiet = quiet_until(wishes.quiet_from, wishes.quiet_to, post.now, post.alliance.zone)
        if quiet is not None:
            post.work.wishes.postpone(digest, quiet)
        else:
            post.work.wishes.bundled(digest, _send(post, digest, wishes, known))
    return bool(due)


def _send(post: Post, digest: Digest, wishes: Wishes, known: Known) -> Sequence[int]:
    """Write it; the announcements it tells."""
    person, contact = post.work.people.get(digest.person), _contact(post, digest.person, wishes)
    if person is None or contact is None or not (items := _items(post, digest, person, wishes, known)):
        return ()
    room = max(LEAST, ROOM // len(items))
    whole = sum(len(_body(item, person.language)) for item in items) <= ROOM
    shown = [_item(post, item, person.language, 0 if whole else room) for item in items]
    parts = Markup("\n\n".join(post.texts.render(part, person.language) for part in shown))
    message = text("digest-message", count=len(items), items=parts, alliance=plain(post.alliance.name, person.language))
    offers = _whole_ones(items, person.language, ROOM if whole else room)
    outgoing = Outgoing(post.texts.render(message, person.language), post.choices(contact, person.language, offers))
    post.work.ledger.add(contact.id, outgoing, Lane.ANNOUNCEMENT, post.now, tag=named(items))
    return [item.id for item in items]


def _items(post: Post, digest: Digest, person: Person, wishes: Wishes, known: Known) -> list[Announcement]:
    """What is still to be told: nothing about what the person does not want to hear of now, or is for others. What was
    cancelled or withdrawn waits for nobody any more: its items went with it.
    """
    member = None if person.member is None else post.work.members.get(person.member)
    kind, municipality = (member.kind, member.municipality) if member is not None else (None, None)
    for number in digest.announcements:
        if number not in known:
            known[number] = post.work.announcements.get(number)
    found = [item for number in digest.announcements if (item := known[number]) is not None]
    return [
        item
        for item in found
        if item.draft.topic not in wishes.topics_off
        and item.draft.audience.fits(follows=person.follows, kind=kind, municipality=municipality)
    ]


def _contact(post: Post, person: int, wishes: Wishes) -> Contact | None:
    """Where the person would rather be written to, else where they wrote last; None if nowhere."""
    contacts = [contact for contact in post.work.people.contacts(person) if contact.reachable]
    preferred = [contact for contact in contacts if contact.network == wishes.network]
    return next(iter(preferred or contacts), None)


def _item(post: Post, item: Announcement, language: str, room: int) -> Text:
    """One announcement: when, and its words; with `room` only so many characters of their beginning."""
    body = _body(item, language)
    when = (item.started_at or item.created_at).astimezone(post.alliance.zone).date()
    shown: str = shortened(body, room) if room else body
    spoken = item.words.best(language)[0]
    if spoken.partition("-")[0] == language.partition("-")[0]:
        return text("digest-item", when=when, words=shown)
    return text("digest-item-marked", when=when, words=shown, mark=text("digest-other-language", language=spoken))


def _body(item: Announcement, language: str) -> Markup:
    return Markup(item.words.best(language)[1])


def _whole_ones(items: Sequence[Announcement], language: str, room: int) -> tuple[Offer, ...]:
    """The way to what was shortened, and to pictures and documents."""
    return tuple(
        Offer(text("digest-read", beginning=shortened(_body(item, language), LABEL)), READ, (item.id,))
        for item in items
        if item.draft.files or len(_body(item, language)) > room
    )


def read(visit: Visit, args: tuple[str, ...]) -> None:
    """One announcement as it is, for whoever got its beginning."""
    item = visit.work.announcements.get(int(args[0]))
    if item is None or item.state in GONE:
        visit.say(text("digest-taken-back"))
        return
    files = tuple(found[0] for number in item.draft.files if (found := visit.work.files.get(number)) is not None)
    visit.say(text("plain-words", words=_body(item, visit.language)), files=files)


ROUTES: tuple[Route, ...] = (
    Tick("digests", timedelta(seconds=30), send_due),
    Pressed(READ, read),
)
