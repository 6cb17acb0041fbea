"""A visit: one incoming message, who it is from, and what a handler may do about it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from bot.core.messages import Choice, FileRef, Incoming, Outgoing
from bot.core.ports import Journal, Lane, Mode
from bot.core.post import Offer, Post
from bot.core.words.texts import Text, text
from bot.domain.people.member import Member
from bot.domain.people.person import Contact, Person, Role

if TYPE_CHECKING:
    from bot.core.talking.guide import Guide


CONFIRM = "c"
"""The action of choices that close together: their meaning is the action, the message's tag and what they mean."""

UNHEARD, UNHEARD_LEFT = "unheard", "unheard-left"
"""The actions of the choices to see once more what may never have arrived, or to let it be."""

UNHEARD_FOR = timedelta(days=7)
"""Nobody waits for an answer any longer."""

OPEN_FOR = timedelta(hours=1)
"""So long after it was asked a choice that changes something for good is taken: whoever still wants it asks anew."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing said during a visit. Neighbours are sent as one message, up to and including the next file, and
    without quoting two people in it (`about`).
    """

    words: str
    choices: tuple[Choice, ...] = ()
    files: tuple[FileRef, ...] = ()
    tag: str = ""
    numbered: bool = True
    about: int = 0
    asks: bool = False


class Visit(Post):
    """Handed to every handler. What is said is sent as one message where possible, when the handler has returned."""

    def __init__(
        self,
        post: Post,
        guide: Guide,
        incoming: Incoming,
        person: Person,
        contact: Contact,
        journal: Journal | None,
        *,
        closes_questions: bool,
    ) -> None:
        super().__init__(post.work, post.alliance, post.texts, post.seals, post.now, post.networks)
        self._guide = guide
        self.incoming = incoming
        self.person = person
        self.contact = contact
        self.journal = journal
        self.closes_questions = closes_questions
        self.gone = False
        self._tag = secrets.token_urlsafe(6)
        self._outdated: list[str] = []
        self._parts: list[Part] = []
        self._changes: list[tuple[Outgoing, str, tuple[str, ...], int]] = []

    @property
    def language(self) -> str:
        """The person's language."""
        return self.person.language

    @property
    def member(self) -> Member | None:
        """The membership the person acts for."""
        return None if self.person.member is None else self.work.members.get(self.person.member)

    @cached_property
    def shown(self) -> Sequence[Choice]:
        """The choices of the last message with any that was sent before this visit, quiet ones left out."""
        return self.work.ledger.latest_choices(self.contact.id)

    def say(
        self, what: Text, *offers: Offer, files: tuple[FileRef, ...] = (), numbered: bool = True, about: int = 0
    ) -> None:
        """Answer the person. Offers of several parts are collected under the message; `numbered` as in Outgoing;
        `about` is the person whose words are quoted.
        """
        choices, words = self.choices(self.contact, self.language, offers), self.texts.render(what, self.language)
        self._parts.append(Part(words, choices, files, numbered=numbered, about=about))

    def confirm(self, what: Text, *offers: Offer, beside: tuple[Offer, ...] = (), about: int = 0) -> None:
        """Say what cannot be undone, with its choices: the first one taken closes all of them, and so does time. Those
        `beside` stay open; `about` as in `say`.
        """
        closing = tuple(replace(offer, action=f"{CONFIRM}:{self._tag}:{offer.action}") for offer in offers)
        choices = self.choices(self.contact, self.language, (*closing, *beside))
        self._parts.append(Part(self.texts.render(what, self.language), choices, tag=self._tag, about=about))

    def take(self, tag: str) -> bool:
        """Whether the choices of a `confirm` are open still; they are not any more, then."""
        refs = self.work.ledger.close(self.contact.id, tag, self.now - OPEN_FOR)
        if refs is None:
            return False
        press = self.incoming.press
        refs = refs or ((press.ref,) if press is not None and press.ref else ())
        if refs and self.closes_questions:
            self.change(Outgoing(""), edits=tuple(refs))
        return True

    def ask(
        self,
        what: Text | None,
        choices: tuple[Choice, ...],
        *,
        tag: str,
        numbered: bool,
        files: tuple[FileRef, ...] = (),
        about: int = 0,
    ) -> None:
        """Say a dialogue's question, or only its choices again; `tag` names the message for the edit that closes it."""
        words = self.texts.render(what, self.language) if what is not None else ""
        self._parts.append(Part(words, choices, files, tag, numbered, about, asks=True))

    @property
    def asked(self) -> bool:
        """Whether a dialogue's question was asked in this visit."""
        return any(part.asks for part in self._parts)

    def offer_unheard(self) -> None:
        """Say that answers to this person may have been lost, if some may: they decide whether to see them again, for
        nothing is sent twice blindly. Organisers have lists, and what they are told of is over by then.
        """
        if self.person.role is not None:
            return
        if count := self.work.ledger.in_doubt(self.contact.id, self.now - UNHEARD_FOR, UNHEARD):
            offers = Offer(text("dialogue-unheard-show"), UNHEARD), Offer(text("dialogue-unheard-leave"), UNHEARD_LEFT)
            self.say(text("dialogue-unheard", count=count), *offers)

    def bar(self, role: Role) -> None:
        """Say who may do this: to organisers which role it takes, to all others that it is the team's."""
        needs = text("dialogue-not-allowed") if self.person.role is None else text("dialogue-needs-role", role=role)
        self.say(needs)

    def words(self, what: Text) -> str:
        """The text as a plain line in the person's language, to be put into another text or stored."""
        return self.texts.label(what, self.language)

    def local(self, moment: datetime) -> datetime:
        """A moment as local time of the alliance, for texts."""
        return moment.astimezone(self.alliance.zone)

    def begin(
        self,
        dialogue: str,
        subject: str = "",
        entries: tuple[tuple[str, str], ...] = (),
        mode: Mode = Mode.ASKING,
        *,
        typed: tuple[str, str] | None = None,
    ) -> None:
        """Start a dialogue (by name) with this person; one under way is put aside as a draft, and they are told.

        `entries` are answers known already, so that only what is missing is asked; where nothing is, CHANGING asks at
        once what to change. `typed` are words said just now, with the key of the question that they answer: a draft
        takes them up.
        """
        self._guide.begin(self, Journal(dialogue, subject, entries, "", mode, self.now), typed)

    def set_aside(self) -> None:
        """Park the dialogue under way, so that the next answer is not taken for its own; they are told."""
        self._guide.set_aside(self)

    @property
    def drafts(self) -> list[Text]:
        """The titles of the dialogues begun here and not finished, the open one first."""
        return self._guide.drafts(self)

    def resume(self) -> bool:
        """Go on with the open dialogue or the newest draft; False if there is neither."""
        return self._guide.resume(self)

    def speak(self, language: str) -> None:
        """From now on, in this language."""
        self.work.people.set_language(self.person.id, language)
        self.person = replace(self.person, language=language)

    def refresh(self) -> None:
        """Read the person again, after a handler has changed role, membership or wishes."""
        self.person = self.work.people.get(self.person.id) or self.person

    def farewell(self, what: Text) -> None:
        """The last words to a person who is erased in this visit; everything else said in it is dropped."""
        self._parts.clear()
        self.journal = None
        self.gone = True
        last = Outgoing(self.texts.render(what, self.language))
        self.work.ledger.farewell(self.contact.account, self.contact.address, self.language, last, self.now)

    def close_choices(self) -> None:
        """Take the choices away from the message whose choice was just pressed (where the network can)."""
        press = self.incoming.press
        if press is not None and press.ref and self.closes_questions:
            self.change(Outgoing(""), edits=(press.ref,))

    def change(self, outgoing: Outgoing, *, replaces: str = "", edits: tuple[str, ...] = (), about: int = 0) -> None:
        """Edit an earlier message to this person, named as in the ledger; after what is said: they wait for that."""
        self._changes.append((outgoing, replaces, edits, about))

    def close_asked(self, tag: str) -> None:
        """Take the choices away from the question asked last under this tag, before anything is said: it may be asked
        under the same tag again.
        """
        if self.closes_questions:
            self._outdated.append(tag)

    def send(self) -> None:
        """Write what was said into the ledger. Called once, by the conversation."""
        for tag in () if self.gone else self._outdated:
            self.work.ledger.add(self.contact.id, Outgoing(""), Lane.REPLY, self.now, replaces=tag)
        said: list[Part] = []
        for part in () if self.gone else self._parts:
            if _apart(part, said):
                self._write(said)
                said = []
            said.append(part)
            if part.files:
                self._write(said)
                said = []
        if said:
            self._write(said)
        for outgoing, replaces, edits, about in () if self.gone else self._changes:
            self.work.ledger.add(
                self.contact.id, outgoing, Lane.REPLY, self.now, replaces=replaces, edits=edits, about=about
            )
        self._outdated.clear()
        self._parts.clear()
        self._changes.clear()

    def _write(self, parts: list[Part]) -> None:
        outgoing = Outgoing(
            text="\n\n".join(part.words for part in parts if part.words),
            choices=tuple({choice.token: choice for part in parts for choice in part.choices}.values()),
            files=tuple(file for part in parts for file in part.files),
            numbered=all(part.numbered for part in parts),
        )
        tag = next((part.tag for part in reversed(parts) if part.tag), "")
        about = next((part.about for part in parts if part.about), 0)
        self.work.ledger.add(self.contact.id, outgoing, Lane.REPLY, self.now, tag=tag, about=about)


def _apart(part: Part, said: list[Part]) -> bool:
    """Whether it needs a message of its own: a message is found by one tag, and quotes one person at most."""
    tags, quoted = {one.tag for one in said} - {""}, {one.about for one in said} - {0}
    return bool((part.tag and tags - {part.tag}) or (part.about and quoted - {part.about}))
