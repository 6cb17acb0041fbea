"""What is settled before anybody talks: in groups nobody becomes a person, and some news are about the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.messages import Incoming, Kind, Outgoing
from bot.core.ports import Lane
from bot.core.words.texts import Texts, text
from bot.domain.people.person import Contact, Person, Role

if TYPE_CHECKING:
    from bot.core.post import Post
    from bot.core.routing import Routes

ENDS = frozenset({Kind.LEFT, Kind.CROWDED, Kind.MOVED})
OLD = {Kind.PRESS: "dialogue-press-of-nobody", Kind.EDIT: "dialogue-edit-of-nobody"}
"""What is always about an earlier conversation, and what is answered to somebody who has none (any more)."""
NOBODY = ENDS | {Kind.GAP, *OLD}
"""By these nobody becomes known: who was erased and then blocks the bot, or presses an old button, stays erased."""


class Doorstep:
    """Knows the places (groups, rooms, channels) that handlers want to hear about."""

    def __init__(self, routes: Routes, texts: Texts) -> None:
        self._routes = routes
        self._texts = texts

    def is_for_a_person(self, post: Post, incoming: Incoming, *, known: bool) -> bool:
        """Whether the message concerns a person the bot talks to; `known`: whether its address belongs to one already.
        In a group, room or channel nobody becomes one, and what is said there leaves no trace: it gets one sentence if
        it is meant for the bot.
        """
        if incoming.kind is Kind.GAP:
            network = text("sending-network", network=incoming.account.partition(":")[0])
            for organiser in post.work.people.organisers(Role.OWNER):
                post.tell(organiser.id, text("dialogue-gap", network=network))
            return False
        if incoming.kind in ENDS and known:
            return True
        if incoming.private and incoming.kind in OLD and not known:
            self._answer(post, incoming, OLD[incoming.kind])
            return False
        if incoming.private:
            return incoming.kind not in ENDS
        if incoming.kind in self._routes.gatherings:
            self._routes.gatherings[incoming.kind].handler(post, incoming)
        elif incoming.addressed and incoming.kind in {Kind.TEXT, Kind.PRESS, Kind.PICTURE}:
            self._answer(post, incoming, "dialogue-private-only")
        return False

    def _answer(self, post: Post, incoming: Incoming, key: str) -> None:
        """One sentence to somebody who is not known and does not become so."""
        language = self._texts.choose(incoming.language)
        words = self._texts.render(text(key), language)
        post.work.ledger.farewell(incoming.account, incoming.address, language, Outgoing(words), post.now)

    def is_about_the_conversation(self, post: Post, incoming: Incoming, person: Person, contact: Contact) -> bool:
        """Whether this is about the conversation itself and no part of it."""
        match incoming.kind:
            case Kind.LEFT | Kind.CROWDED:  # what is meant for one is not read out to many
                post.work.people.set_reachable(contact.id, reachable=False)
                if incoming.moved_to:
                    post.work.people.move(contact.id, incoming.moved_to)
            case Kind.MOVED:
                post.work.people.move(contact.id, incoming.moved_to)
            case Kind.UNREADABLE:  # alone: nothing else may leave with it
                words = self._texts.render(text("dialogue-unreadable"), person.language)
                post.work.ledger.add(contact.id, Outgoing(words, unencrypted=True), Lane.REPLY, post.now)
            case _:
                return False
        return True
