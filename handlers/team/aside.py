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
LOOKED_AT = 1000
"""So many are looked at in one go: whoever floods a network with what nobody can read makes no list without end."""

LOOK_EVERY = timedelta(seconds=30)
TOLD_AT_ONCE = 5
"""Messages named one by one to the owners; the command shows the others."""


def tell(post: Post) -> bool:
    """The tick: owners hear of each message once. Nothing counts as told while there is no owner to tell."""
    new = post.work.inbox.shunted(LOOKED_AT, untold=True)
    reached = False
    for owner in post.work.people.organisers(Role.OWNER) if new else ():
        lines = bullets(post.texts, owner.language, [_line(post, row) for row in new[:TOLD_AT_ONCE]])
        words = text("aside-told", lines=lines, count=len(new))
        reached = post.tell(owner.id, words, run(text("aside-open"), "beiseite")) or reached
    if reached:
        post.work.inbox.shunt([row.id for row in new], post.now)
    return reached and len(new) == LOOKED_AT


def show(visit: Visit, _rest: str) -> None:
    """The command: what lies aside; nobody's words are shown, they may be what did the harm."""
    found = visit.work.inbox.shunted(LOOKED_AT)
    if not found:
        visit.say(text("aside-none"))
        return
    shown = found[:LISTED]
    lines = bullets(visit.texts, visit.language, [_line(visit, row) for row in shown])
    discard = [Offer(text("aside-discard", number=str(row.id)), "aside-discard", (row.id,)) for row in shown]
    visit.say(text("aside-list", lines=lines), *discard)
    if len(shown) < len(found):
        visit.say(text("aside-more", shown=len(shown), count=len(found)))


def _line(post: Post, row: Shunted) -> Text:
    network = text("sending-network", network=row.account.partition(":")[0])
    when = row.received_at.astimezone(post.alliance.zone)
    return text("aside-line", number=str(row.id), network=network, when=when, tries=row.attempts)


def discard(visit: Visit, args: tuple[str, ...]) -> None:
    """Its content is erased for good."""
    visit.close_choices()
    number = int(args[0])
    if all(row.id != number for row in visit.work.inbox.shunted(LOOKED_AT)):
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
