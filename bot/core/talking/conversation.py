"""What to do about one incoming message: the one place that decides which route it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.core.dialogue import DOCUMENT, PICTURE
from bot.core.messages import FileRef, Incoming, Kind, Outgoing
from bot.core.post import Offer, Post
from bot.core.talking.albums import Albums
from bot.core.talking.asking import QUESTION, RESUME
from bot.core.talking.doorstep import NOBODY, Doorstep
from bot.core.talking.guide import Guide
from bot.core.talking.understanding import Listening, Understanding
from bot.core.talking.visit import CONFIRM, Visit
from bot.core.talking.wording import Way, Ways, plain
from bot.core.tokens import Seals
from bot.core.words.texts import Text, Texts, text
from bot.domain.answers import curt
from bot.domain.people.names import NAME_MAX, tidy

if TYPE_CHECKING:
    from bot.core.media.pictures import Picture
    from bot.core.ports import Work
    from bot.core.routing import Command, Routes
    from bot.core.transport import Abilities
    from bot.domain.alliance import Alliance


UNKNOWN_MIME = "application/octet-stream"
"""What a document is taken to be if the network does not say (RFC 2046, 4.5.1)."""

WORD_MAX = 32
"""Longer typed texts, in characters, are no word that works anywhere."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An incoming message with whatever had to be fetched for it: a checked picture, a document's bytes, or why
    it cannot be used.
    """

    row: int
    incoming: Incoming
    picture: Picture | None = None
    trouble: Text | None = None
    document: bytes | None = None

    @property
    def is_without_use(self) -> bool:
        """Whether it is a picture or document that nobody wants here, and has no words."""
        silent = self.incoming.kind is Kind.UNSUPPORTED or not self.incoming.text
        return silent and self.picture is None and self.document is None and self.trouble is None


class Conversation:
    """Handles messages inside a transaction. Plain synchronous code: nothing awaits, nobody commits."""

    def __init__(self, routes: Routes, alliance: Alliance, texts: Texts, abilities: Mapping[str, Abilities]) -> None:
        self._routes = routes
        self._alliance = alliance
        self._texts = texts
        self._abilities = abilities
        self._listening = Listening(routes)
        self._understanding = Understanding(texts, self._listening)
        self._guide = Guide(routes, self._understanding)
        self._ways = Ways(texts)
        self._albums = Albums()
        self._doorstep = Doorstep(routes, texts)
        self._by_kind: Mapping[Kind, Callable[[Visit, Prepared], None]] = {
            Kind.TEXT: self._text,
            Kind.PRESS: self._press,
            Kind.PICTURE: self._picture,
            Kind.EDIT: lambda visit, _: visit.say(text("dialogue-edited")),
            Kind.UNSUPPORTED: self._unsupported,
            Kind.JOINED: self._arrival,
        }

    def post(self, work: Work, now: datetime) -> Post:
        """The post room of this transaction."""
        seals = Seals(work.vault.secret("choices"))
        return Post(work, self._alliance, self._texts, seals, now, self._abilities)

    def handle(self, work: Work, account: str, batch: Sequence[Prepared], now: datetime) -> None:
        """Handle messages of different conversations of one account, and mark their inbox rows as done.

        Rows handled since they were claimed are passed over: by the account's new holder while this process was held
        up, or by an earlier try whose commit nobody could confirm.
        """
        waiting = work.inbox.still_waiting([item.row for item in batch])
        batch = [item for item in batch if item.row in waiting]
        post = self.post(work, now)
        known = dict(work.people.find(account, [item.incoming.address for item in batch]))
        journals = work.journals.active([contact.id for _, contact in known.values()])
        known |= work.people.meet_all(account, self._newcomers(batch, known), now)
        work.consents.expect([person.id for person, _ in known.values()])
        closes, touched = self._abilities[account].closes_questions, []
        for item in batch:
            incoming = item.incoming
            if not self._doorstep.is_for_a_person(post, incoming, known=incoming.address in known):
                continue
            person, contact = known[incoming.address]
            if self._doorstep.is_about_the_conversation(post, incoming, person, contact):
                continue
            journal = journals.get(contact.id)
            visit = Visit(post, self._guide, incoming, person, contact, journal, closes_questions=closes)
            self._receive(visit, item)
            visit.send()
            if not visit.gone:
                touched.append(contact.id)
        work.people.touch(touched, now)
        work.inbox.done([item.row for item in batch], now)

    def _newcomers(self, batch: Sequence[Prepared], known: Mapping[str, object]) -> dict[str, str]:
        """The languages of those who write for the first time, by address."""
        return {
            item.incoming.address: self._texts.choose(item.incoming.language)
            for item in batch
            if item.incoming.private and item.incoming.kind not in NOBODY and item.incoming.address not in known
        }

    def stumbled(self, work: Work, item: Prepared, error: str, now: datetime) -> None:
        """Handling this message is a bug with the id `error`: say so instead, and mark the row as done."""
        if not work.inbox.still_waiting([item.row]):
            return
        incoming = item.incoming
        known = work.people.find(incoming.account, [incoming.address])
        if incoming.private:
            language = known[incoming.address][0].language if known else self._texts.choose(incoming.language)
            words = self._texts.render(text("dialogue-bug", id=error), language)
            work.ledger.farewell(incoming.account, incoming.address, language, Outgoing(words), now)
        work.inbox.done([item.row], now)

    def files_refused(self, words: Outgoing, language: str) -> Outgoing:
        """What was to come with files that the network has refused, and that it did."""
        sorry = self._texts.render(text("dialogue-files-refused"), language)
        return replace(words, text="\n\n".join(part for part in (words.text, sorry) if part))

    def wants_file(self, work: Work, incoming: Incoming, now: datetime) -> bool:
        """Whether a picture or document in this conversation would be taken: else it is not even fetched."""
        known = work.people.find(incoming.account, [incoming.address]).get(incoming.address)
        if known is None:
            return False
        person, contact = known
        journal = work.journals.active([contact.id]).get(contact.id)
        visit = Visit(self.post(work, now), self._guide, incoming, person, contact, journal, closes_questions=False)
        sort = PICTURE if incoming.kind is Kind.PICTURE else DOCUMENT
        return journal is not None and self._guide.wants(visit, sort)

    # -- by kind -----------------------------------------------------------------------------------------------------

    def _receive(self, visit: Visit, item: Prepared) -> None:
        before = visit.journal
        if self._albums.is_later(visit.contact.id, item.row, item.incoming) and item.is_without_use:
            return
        self._by_kind[item.incoming.kind](visit, item)
        dialogue = None if before is None else self._routes.dialogues.get(before.dialogue)
        if dialogue is not None and visit.journal is before and not visit.asked and not visit.gone:
            visit.say(text("dialogue-still-open", title=dialogue.title), Offer(text("dialogue-continue"), RESUME))

    def _text(self, visit: Visit, item: Prepared) -> None:
        typed = item.incoming.text.strip()
        word = self._routes.words.get(plain(curt(typed))) if len(typed) <= WORD_MAX else None
        way = self._ways.find(typed)
        if word is not None:
            word.handler(visit)
        elif self._is_no_answer(visit, typed):
            return
        elif visit.journal is not None and (way is not None or not typed.startswith("/")):
            if not self._guide.hear(visit, typed, way):
                self._typed_choice(visit, typed)
        elif typed.startswith("/"):
            self._command(visit, typed)
        elif not self._typed_choice(visit, typed):
            self._unknown(visit)

    def _is_no_answer(self, visit: Visit, typed: str) -> bool:
        """Whether the words are known by their shape, or reply to a message that somebody else than the open dialogue
        wants to hear about.
        """
        if any(route.handler(visit, typed) for route in self._routes.recognised):
            return True
        if not visit.incoming.reply_to or typed.startswith("/"):
            return False
        if any(route.handler(visit) for route in self._routes.replied):
            return True
        return self._listening.hear_reply(visit, any_words=self._ways.find(typed) is None)

    def _command(self, visit: Visit, typed: str) -> None:
        name, _, rest = typed.partition(" ")
        command = self._routes.command(name)
        if command is None:
            self._unknown(visit)
        else:
            self.run(visit, command, rest.strip())

    @staticmethod
    def run(visit: Visit, command: Command, rest: str) -> None:
        """Run a command for this person, if they may."""
        if command.role is None or visit.person.may(command.role):
            command.handler(visit, rest)
        else:
            visit.bar(command.role)

    def _typed_choice(self, visit: Visit, typed: str) -> bool:
        """Words or a number that stand for a choice of the last message with choices."""
        choice = self._understanding.chosen(visit, typed)
        if choice is not None:
            self._take(visit, choice.token)
        return choice is not None

    def _unknown(self, visit: Visit) -> None:
        typed, fallback = visit.incoming.text.strip(), self._routes.fallback
        goes_on, way = self._understanding.goes_on(typed), self._ways.find(typed)
        free = not goes_on and way is None and not typed.startswith("/")
        if visit.journal is None and self._listening.hear(visit, any_words=free):
            return
        if visit.journal is None and goes_on:
            self._resume(visit)
        elif visit.journal is None and way in {Way.BACK, Way.CANCEL, Way.LATER}:
            visit.say(text("dialogue-nothing-open"))
        elif fallback is not None:
            fallback.handler(visit)

    def _press(self, visit: Visit, item: Prepared) -> None:
        press = item.incoming.press
        if press is None:
            return
        token = press.token
        if not token and press.number:
            offered = visit.work.ledger.choices_of(visit.contact.id, press.ref)
            token = offered[press.number - 1] if press.number <= len(offered) else ""
        self._take(visit, token)

    def _take(self, visit: Visit, token: str) -> None:
        """A choice was taken, by whatever means. One not made for this contact changes nothing."""
        meaning = visit.seals.open(visit.contact.id, token) or ""
        action, _, args = meaning.partition(":")
        if action == QUESTION:
            turn, _, option = args.partition(":")
            self._guide.press(visit, turn, option)
        elif action == RESUME:
            self._resume(visit)
        elif action == CONFIRM:
            tag, _, meaning = args.partition(":")
            self._pressed(visit, meaning if visit.take(tag) else "", sure=True)
        else:
            self._pressed(visit, meaning, sure=False)

    @staticmethod
    def _resume(visit: Visit) -> None:
        if not visit.resume():
            visit.say(text("dialogue-nothing-open"))

    def _pressed(self, visit: Visit, meaning: str, *, sure: bool) -> None:
        """What a choice outside of dialogues leads to; what cannot be undone only where it was confirmed."""
        action, _, args = meaning.partition(":")
        route = self._routes.pressed.get(action)
        if route is None or (route.sure and not sure):
            visit.say(text("dialogue-closed"))
            visit.offer_unheard()
        elif route.role is not None and not visit.person.may(route.role):
            visit.bar(route.role)
        else:
            route.handler(visit, tuple(args.split(":")) if args else ())

    def _picture(self, visit: Visit, item: Prepared) -> None:
        stored: FileRef | None = None
        if item.trouble is not None:
            visit.say(item.trouble)
        elif item.picture is None:
            visit.say(text("dialogue-no-picture-here"))
        else:
            made = item.picture
            stored = visit.work.files.add(visit.person.id, made.content, made.name, made.mime, visit.now)
        if visit.journal is not None:
            self._guide.show(visit, stored)

    def _unsupported(self, visit: Visit, item: Prepared) -> None:
        given = item.incoming.attachment
        if item.trouble is not None:
            visit.say(item.trouble)
            self._guide.ask_again(visit)
        elif item.document is None or given is None:
            visit.say(text("dialogue-no-use-here", what=item.incoming.text))
            self._guide.ask_again(visit)
        else:
            name, mime = tidy(given.name)[:NAME_MAX] or item.incoming.text, given.mime or UNKNOWN_MIME
            stored = visit.work.files.add(visit.person.id, item.document, name, mime, visit.now)
            self._guide.show(visit, stored, DOCUMENT)

    def _arrival(self, visit: Visit, item: Prepared) -> None:
        visit.work.people.set_reachable(visit.contact.id, reachable=True)
        route = self._routes.arrivals.get(item.incoming.kind)
        if route is not None and not self._abilities[item.incoming.account].comes_with_start:
            route.handler(visit)
