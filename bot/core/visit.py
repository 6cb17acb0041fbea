"""A visit: one incoming message, who it is from, and what a handler may do about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.messages import FileRef, Incoming, Outgoing
from bot.core.ports import Journal, Lane
from bot.core.post import Offer, Post
from bot.core.texts import Text
from bot.domain.member import Member
from bot.domain.person import Contact, Person

if TYPE_CHECKING:
    from bot.core.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Part:
    """One thing said during a visit; neighbours without a file are sent as one message."""

    what: Text
    offers: tuple[Offer, ...] = ()
    file: FileRef | None = None


class Visit(Post):
    """Handed to every handler. What is said is sent as one message where possible, when the handler has returned."""

    def __init__(
        self,
        room: Conversation,
        post: Post,
        incoming: Incoming,
        person: Person,
        contact: Contact,
        journal: Journal | None,
    ) -> None:
        super().__init__(post.work, post.alliance, post.texts, post.seals, post.now)
        self._room = room
        self.incoming = incoming
        self.person = person
        self.contact = contact
        self.journal = journal
        self.picture: FileRef | None = None
        self.parts: list[Part] = []
        self.gone = False

    @property
    def language(self) -> str:
        """The person's language."""
        return self.person.language

    @property
    def member(self) -> Member | None:
        """The membership the person acts for."""
        return None if self.person.member is None else self.work.members.get(self.person.member)

    def say(self, what: Text, *offers: Offer, file: FileRef | None = None) -> None:
        """Answer the person. Offers of several parts are collected under the message."""
        self.parts.append(Part(what, offers, file))

    def words(self, what: Text) -> str:
        """The text as a plain line in the person's language, to be put into another text or stored."""
        return self.texts.label(what, self.language)

    def begin(self, dialogue: str, subject: str = "") -> None:
        """Start a dialogue (by name) with this person; one under way is put aside as a draft, and they are told."""
        self._room.begin(self, dialogue, subject)

    def speak(self, language: str) -> None:
        """From now on, in this language."""
        self.work.people.set_language(self.person.id, language)
        self.person = replace(self.person, language=language)

    def refresh(self) -> None:
        """Read the person again, after a handler has changed role, membership or wishes."""
        self.person = self.work.people.get(self.person.id) or self.person

    def farewell(self, what: Text) -> None:
        """The last words to a person who is erased in this visit; everything else said in it is dropped."""
        self.parts.clear()
        self.journal = None
        self.gone = True
        self.work.ledger.farewell(
            self.contact.account,
            self.contact.address,
            self.language,
            Outgoing(self.texts.render(what, self.language)),
            self.now,
        )

    def close_choices(self) -> None:
        """Take the choices away from the message whose choice was just pressed (where the network can)."""
        press = self.incoming.press
        if press is not None and press.ref and self._room.closes_questions(self.contact):
            self.work.ledger.add(self.contact.id, Outgoing(""), Lane.REPLY, self.now, edits=(press.ref,))
