"""The stage on which conversations are played: a real store, the real core, a network's fake. A test is a transcript.

    anna> /mitmachen            Anna types
    anna> [Einverstanden, weiter]     Anna takes a choice, the way her network does it
    anna> (picture)             Anna sends a picture; any other word in brackets is something unusable: (sticker)
    anna> (a document)          Anna sends a PDF; (a huge document): one that is too large
    anna> (re: Am 3. März) Wo?  Anna replies "Wo?" to the newest message with these words
    anna< Ihre Daten ... kurz   the bot's next message to Anna contains these pieces in this order
    anna< Für wen? [Unternehmen] [Anderes]     ... and offers these choices
    anna<                       any message
    anna<<                      no further message to Anna is waiting

Without a name the line is the default person's. Everything happens in order; a line that does not hold fails the test.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.core.delivery import after
from bot.core.errors import DeliveryProblem, Refusal
from bot.core.media.pictures import clean
from bot.core.messages import Attachment, Batch, Incoming, Kind, Outgoing, Receipt, Shipment
from bot.core.ports import Lane, Store, Work
from bot.core.routing import Routes
from bot.core.running.handling import DOCUMENT_MAX
from bot.core.talking.conversation import Conversation, Prepared
from bot.core.transport import Abilities
from bot.core.words.markup import parse, plain
from bot.core.words.texts import Texts, text
from bot.domain.alliance import Alliance
from bot.domain.people.person import Role
from tests.props import at_once, kept, loaded, picture

A_DOCUMENT = b"%PDF-1.7 an invented programme"
DOCUMENTS = {"(a document)": len(A_DOCUMENT), "(a huge document)": 60 * 1024 * 1024}  # bytes
LINE = re.compile(r"^\s*(\w*)(>|<<|<)\s?(.*)$")
LABEL = re.compile(r"\[([^\]]+)\](?!\()")


def _fits(seen: Seen, wanted: str) -> bool:
    rest = seen.words
    for piece in filter(None, (piece.strip() for piece in wanted.split("..."))):
        if piece not in rest:
            return False
        rest = rest.partition(piece)[2]
    return True


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it: plain words (formatting taken away) and the labels of its choices."""

    words: str
    labels: tuple[str, ...] = ()
    files: tuple[bytes, ...] = ()

    @property
    def file(self) -> bytes:
        """The first file that came along, b"" if none did."""
        return self.files[0] if self.files else b""


class Seat(Protocol):
    """One person's side of a fake network. Adapters' fakes translate both ways with the adapter's own functions."""

    def types(self, words: str) -> Incoming: ...

    def takes(self, label: str) -> Incoming:
        """Take the choice with this label from the newest message that offers it, as the network does it.
        LookupError with what was offered if no message offers it."""
        ...

    def shows(self, content: bytes) -> Incoming:
        """Send a picture."""
        ...

    def sends(self, what: str) -> Incoming:
        """Send something unusable: "sticker", "voice", ..."""
        ...

    def edits(self, words: str) -> Incoming:
        """Change the wording of the last message typed."""
        ...

    def receives(self, shipment: Shipment) -> Receipt:
        """The network delivers to this person. Raises DeliveryProblem like the real one."""
        ...

    def seen(self) -> Seen | None:
        """The next message not looked at yet."""
        ...

    def fetch(self, incoming: Incoming) -> bytes:
        """The bytes of the picture sent with `shows`."""
        ...


class Fake(Protocol):
    """A fake network with one account."""

    account: str
    abilities: Abilities

    def seat(self, name: str) -> Seat:
        """The place of a person, made at first use; address and language hint (de) are the network's."""
        ...


@dataclass
class StageClock:
    """A clock that the test turns."""

    at: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday morning
    ticks: float = 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.ticks

    def turn(self, **by: float) -> None:
        """Let time pass, e.g. `clock.turn(days=3)`."""
        self.at += timedelta(**by)
        self.ticks += timedelta(**by).total_seconds()


@dataclass
class Stage:
    """Plays conversations. `store`, `alliance`, `texts` and `routes` are the real ones."""

    fake: Fake
    store: Store
    alliance: Alliance
    texts: Texts
    routes: Routes
    clock: StageClock = field(default_factory=StageClock)
    default: str = "anna"
    seats: dict[str, Seat] = field(default_factory=dict)
    addresses: dict[str, Seat] = field(default_factory=dict)
    pending: deque[Incoming] = field(default_factory=deque)
    delivered: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # address -> (words, ref), in order

    def __post_init__(self) -> None:
        self.conversation = Conversation(
            self.routes, self.alliance, self.texts, {self.fake.account: self.fake.abilities}
        )

    def seat(self, name: str) -> Seat:
        """A person's place; "" is the default person's."""
        name = name or self.default
        if name not in self.seats:
            self.seats[name] = self.fake.seat(name)
        return self.seats[name]

    async def play(self, transcript: str) -> None:
        """Play a transcript (see the module's text). AssertionError names the line that does not hold."""
        for number, line in enumerate(transcript.splitlines(), 1):
            match = LINE.match(line)
            if match is None:
                assert not line.strip(), f"line {number} is not a line of a transcript: {line}"
                continue
            name, arrow, rest = match.groups()
            try:
                await self._line(name, arrow, rest.strip())
            except (AssertionError, LookupError) as problem:
                raise AssertionError(f"line {number}: {line.strip()}\n{problem}") from None

    async def _line(self, name: str, arrow: str, rest: str) -> None:
        if arrow == ">":
            after_the_question = self.clock.now() + timedelta(milliseconds=1)
            await self.hear(name, replace(self.act(self.seat(name), rest), at=after_the_question))
        elif arrow == "<<":
            extra = self.seat(name).seen()
            assert extra is None, f"unexpected message: {extra}"
        else:
            self.expect(name, rest)

    def act(self, seat: Seat, rest: str) -> Incoming:
        if label := re.fullmatch(r"\[([^\]]+)\]", rest):
            return seat.takes(label[1])
        if reply := re.fullmatch(r"\(re: ([^)]+)\) (.+)", rest):
            incoming = seat.types(reply[2])
            refs = [ref for words, ref in self.delivered.get(incoming.address, ()) if reply[1] in words]
            assert refs, f"no message says {reply[1]!r}"
            return replace(incoming, reply_to=refs[-1])
        if size := DOCUMENTS.get(rest):
            given = Attachment("a-document", "application/pdf", "Programm.pdf", size)
            return replace(seat.types("-"), kind=Kind.UNSUPPORTED, text="document", attachment=given)
        if thing := re.fullmatch(r"\((\w[\w ]*)\)", rest):
            return seat.shows(picture()) if thing[1] == "picture" else seat.sends(thing[1])
        return seat.types(rest)

    def expect(self, name: str, wanted: str) -> Seen:
        """The bot's next message to this person, checked against the pieces and [labels] wanted."""
        seen = self.seat(name).seen()
        assert seen is not None, "no further message from the bot"
        rest = seen.words
        for piece in filter(None, (piece.strip() for piece in re.split(r"\.\.\.|\[[^\]]+\]", wanted))):
            assert piece in rest, f"missing: {piece!r}\nin: {seen.words}\nchoices: {seen.labels}"
            rest = rest.partition(piece)[2]
        for label in LABEL.findall(wanted):
            assert label in seen.labels, f"not offered: [{label}]\nbut: {seen.labels}\nin: {seen.words}"
        return seen

    def expect_soon(self, name: str, wanted: str) -> Seen:
        """The next message to this person that fits; whatever came before it is passed over."""
        passed = []
        while (seen := self.seat(name).seen()) is not None:
            passed.append(seen)
            if _fits(seen, wanted):
                return seen
        raise AssertionError(f"missing: {wanted!r}\nin: {passed}")

    async def hear(self, name: str, incoming: Incoming) -> None:
        """Bring one incoming message through inbox, handling and delivery."""
        self.addresses[incoming.address] = self.seat(name)
        now, account = self.clock.now(), self.fake.account
        await self.store.transact(lambda work: work.inbox.accept(account, Batch((incoming,)), now))
        await self.handle()
        await self.deliver()

    async def handle(self) -> None:
        """Handle everything in the inbox."""
        account, now = self.fake.account, self.clock.now()
        while rows := await self.store.transact(lambda work: work.inbox.claim(account, 64, [], 3)):
            prepared = [await self._prepare(row.id, row.incoming) for row in rows]
            await self.store.transact(lambda work, batch=prepared: self.conversation.handle(work, account, batch, now))

    async def _prepare(self, row: int, incoming: Incoming) -> Prepared:
        now = self.clock.now()
        if incoming.attachment is None or not await self.store.read(
            lambda work: self.conversation.wants_file(work, incoming, now)
        ):
            return Prepared(row, incoming)
        if incoming.kind is not Kind.PICTURE:
            if incoming.attachment.size > DOCUMENT_MAX:  # networks refuse to fetch it
                return Prepared(row, incoming, trouble=text("dialogue-document-large"))
            return Prepared(row, incoming, document=A_DOCUMENT)
        try:
            return Prepared(row, incoming, clean(self.addresses[incoming.address].fetch(incoming)))
        except Refusal as refusal:
            return Prepared(row, incoming, trouble=refusal.text)

    async def deliver(self) -> None:
        """Send everything that is due."""
        account, now = self.fake.account, self.clock.now()
        lease = await self.store.transact(lambda work: work.accounts.lease(account, "stage", now, now + timedelta(1)))
        assert lease is not None

        def claim(work: Work) -> list[tuple[object, dict[int, bytes]]]:
            rows = work.ledger.claim(account, lease.fence, list(Lane), 100, [], now)
            return [(row, {file.id: work.files.get(file.id)[1] for file in row.outgoing.files}) for row in rows]

        while rows := await self.store.transact(claim):
            settled = []
            for row, contents in rows:
                shipment = Shipment(
                    *(row.id, row.address, row.outgoing, row.language, row.refs, row.edits),
                    load=kept(contents),
                    unasked=row.lane is not Lane.REPLY,
                )
                try:
                    outcome = self.addresses[row.address].receives(shipment)
                    said = plain(parse(row.outgoing.text))
                    self.delivered.setdefault(row.address, []).extend((said, ref) for ref in outcome.refs)
                except DeliveryProblem as problem:
                    outcome = problem
                settled.append(after(outcome, row, now, self.fake.abilities.idempotent_for))
            await self.store.transact(lambda work, batch=settled: work.ledger.settle(batch, now))

    async def tick(self, name: str) -> None:
        """Run a tick until it has nothing left to do, then deliver."""
        tick = next(tick for tick in self.routes.ticks if tick.name == name)
        for _ in range(100):
            if not await self.store.transact(lambda work: tick.run(self.conversation.post(work, self.clock.now()))):
                break
        await self.deliver()

    async def work(self, fn: Callable[[Work], object]) -> object:
        return await self.store.transact(fn)

    async def make_organiser(self, name: str, role: str = "owner") -> None:
        """Give a person (who has written before) a role."""
        address = next(address for address, seat in self.addresses.items() if seat is self.seat(name))

        def promote(work: Work) -> None:
            person, _ = work.people.find(self.fake.account, [address])[address]
            work.people.set_role(person.id, Role(role))

        await self.store.transact(promote)


__all__ = ["Fake", "Outgoing", "Seat", "Seen", "Stage", "StageClock", "at_once", "kept", "loaded", "picture"]
