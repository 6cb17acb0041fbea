"""Messages put aside, because handling them ended the process three times or nobody can read them: owners are told,
and can discard them.
"""

from __future__ import annotations

from datetime import timedelta

from bot.core.ports.inbox import Shunted
from bot.core.post import Offer, Post
from bot.core.routing import Command, Pressed, Route, Tick
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.people.person import Role
from handlers.phrases import bullets, run

LISTED = 20
LOOK_EVERY = timedelta(seconds=30)
TOLD_AT_ONCE = 5
"""Messages named one by one to the owners; the command shows the others."""


def tell(post: Post) -> bool:
    """The tick: owners hear of each message once. Nothing counts as told while there is no owner to tell."""
    new = [row for row in post.work.inbox.shunted(LISTED) if row.told_at is None]
    reached = False
    for owner in post.work.people.organisers(Role.OWNER) if new else ():
        lines = bullets(post.texts, owner.language, [_line(post, row) for row in new[:TOLD_AT_ONCE]])
        words = text("aside-told", lines=lines, count=len(new))
        reached = post.tell(owner.id, words, run(text("aside-open"), "beiseite")) or reached
    if reached:
        for row in new:
            post.work.inbox.shunt(row.id, post.now)
    return False


def show(visit: Visit, _rest: str) -> None:
    """The command: what lies aside; nobody's words are shown, they may be what did the harm."""
    found = visit.work.inbox.shunted(LISTED)
    if not found:
        visit.say(text("aside-none"))
        return
    lines = bullets(visit.texts, visit.language, [_line(visit, row) for row in found])
    discard = [Offer(text("aside-discard", number=str(row.id)), "aside-discard", (row.id,)) for row in found]
    visit.say(text("aside-list", lines=lines), *discard)


def _line(post: Post, row: Shunted) -> Text:
    network = text("sending-network", network=row.account.partition(":")[0])
    when = row.received_at.astimezone(post.alliance.zone)
    return text("aside-line", number=str(row.id), network=network, when=when, tries=row.attempts)


def discard(visit: Visit, args: tuple[str, ...]) -> None:
    """Its content is erased for good."""
    visit.close_choices()
    number = int(args[0])
    if all(row.id != number for row in visit.work.inbox.shunted(LISTED)):
        visit.say(text("aside-gone"))
        return
    visit.work.inbox.done([number], visit.now)
    visit.work.organisation.note(visit.person.id, "message-discarded", f"message:{number}", visit.now)
    visit.say(text("aside-discarded", number=str(number)))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("beiseite",), "en": ("aside",)}, show, text("aside-what"), Role.OWNER),
    Pressed("aside-discard", discard, Role.OWNER),
    Tick("put-aside", LOOK_EVERY, tell),
)
