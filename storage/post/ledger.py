"""The ledger: everything that goes out, with its state."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, literal_column, select, update

from bot.core.messages import Choice, Outgoing
from bot.core.ports import Delivery, Lane, Settlement, State
from storage.codec import encode_outgoing, encode_refs
from storage.engine.bulk import Batch, Kind
from storage.post.choices import choices_of, latest_choices, tag_of
from storage.post.claiming import Claim
from storage.post.rows import ROWS, as_deliveries, state_is
from storage.post.settling import settle
from storage.tables import contacts, deliveries

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement

    from storage.alliance.people import People
    from storage.engine.session import Session

_FIXED: dict[str, ColumnElement[Any]] = {
    "address": literal_column("''"),
    "language": literal_column("''"),
    "state": literal_column("'queued'"),
    "refs": literal_column("''"),
    "problem": literal_column("''"),
    "attempts": literal_column("0"),
}
_QUEUE = Batch(
    lambda given, insert: (
        insert(deliveries)
        .from_select(
            [
                *("account", "contact", "person", "lane", "body", "file", "tag", "replaces", "edits"),
                *("not_before", "created_at", *_FIXED),
            ],
            select(
                *(contacts.c.account, contacts.c.id, contacts.c.person),
                *(given.c.lane, given.c.body, given.c.file, given.c.tag, given.c.replaces, given.c.edits),
                *(given.c.now, given.c.now.label("created_at"), *_FIXED.values()),
            )
            .select_from(given)
            .join(contacts, contacts.c.id == given.c.contact)
            .order_by(given.c.n),
        )
        .returning(deliveries.c.account)
    ),
    contact=Kind.NUMBER,
    lane=Kind.NUMBER,
    body=Kind.WORDS,
    file=Kind.NUMBER,
    tag=Kind.WORDS,
    replaces=Kind.WORDS,
    edits=Kind.WORDS,
    now=Kind.MOMENT,
)
_FINISHED = (State.SENT, State.UNREACHABLE, State.REFUSED, State.UNCERTAIN, State.CANCELLED)


class Ledger:
    """`Ledger` of bot.core.ports. Messages are kept back and written together, in order."""

    def __init__(self, session: Session, people: People, zone: ZoneInfo) -> None:
        self._session = session
        self._zone = zone
        self._people = people
        self._new: list[tuple[Any, ...]] = []
        self._accounts: set[str] = set()
        self._fenced: dict[tuple[str, int], bool] = {}
        session.before_commit.append(self.flush)

    def add(
        self,
        contact: int,
        outgoing: Outgoing,
        lane: Lane,
        now: datetime,
        *,
        tag: str = "",
        replaces: str = "",
        edits: tuple[str, ...] = (),
    ) -> None:
        file = outgoing.files[0].id if outgoing.files else None  # all of them are in the body
        self._new.append((contact, int(lane), encode_outgoing(outgoing), file, tag, replaces, encode_refs(edits), now))

    def farewell(self, account: str, address: str, language: str, outgoing: Outgoing, now: datetime) -> None:
        self._accounts.add(account)
        self._session.run(
            insert(deliveries).values(
                account=account,
                contact=0,
                person=0,
                address=address,
                language=language,
                lane=int(Lane.REPLY),
                state=State.QUEUED.value,
                body=encode_outgoing(outgoing),
                tag="",
                replaces="",
                edits="",
                refs="",
                attempts=0,
                not_before=now,
                created_at=now,
                problem="",
            )
        )

    def claim(
        self, account: str, fence: int, lanes: Sequence[Lane], limit: int, busy: Sequence[int], now: datetime
    ) -> Sequence[Delivery]:
        self._session.flush()
        claim = Claim(self._session, account, limit, busy, now, self._zone)
        if self._may_claim(claim, account, fence):
            for lane in lanes:
                claim.take(lane)
        if claim.claimed:
            self._session.must_last = True
        else:
            self._session.redoable = True  # nothing leaves the house: nobody waits for the disk
        return claim.claimed

    def _may_claim(self, claim: Claim, account: str, fence: int) -> bool:
        """Asked once per transaction: whoever takes the account over waits until it is over."""
        if (account, fence) not in self._fenced:
            self._fenced[account, fence] = claim.fence_is(fence)
        return self._fenced[account, fence]

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        self._session.must_last = True
        self.flush()
        settle(self._session, self._people, settlements, now)

    def left_behind(self, account: str) -> Sequence[Delivery]:
        return self._rows(deliveries.c.account == account, state_is(State.SENDING))

    def addressed(self) -> Collection[str]:
        self.flush()
        return self._accounts

    def choices_of(self, contact: int, ref: str) -> Sequence[str]:
        self.flush()
        return choices_of(self._session, contact, ref)

    def latest_choices(self, contact: int) -> Sequence[Choice]:
        self.flush()
        return latest_choices(self._session, contact)

    def tag_of(self, contact: int, ref: str) -> str:
        self.flush()
        return tag_of(self._session, contact, ref)

    def waits(self, contact: int, replaces: str) -> bool:
        self.flush()
        theirs = (deliveries.c.contact == contact, deliveries.c.announcement.is_(None), state_is(State.QUEUED))
        edit = select(deliveries.c.id).where(*theirs, deliveries.c.replaces == replaces).limit(1)
        return self._session.scalar(edit) is not None

    def tally(self) -> Mapping[tuple[str, str], int]:
        self.flush()
        counted = self._session.run(
            select(deliveries.c.account, deliveries.c.state, func.count()).group_by(
                deliveries.c.account, deliveries.c.state
            )
        )
        return {(account, state): count for account, state, count in counted}

    def sent_to(self, contact: int, after: int, limit: int = 200) -> Sequence[tuple[int, Delivery]]:
        sent = self._rows(deliveries.c.contact == contact, deliveries.c.id > after, state_is(State.SENT), limit=limit)
        return [(delivery.id, delivery) for delivery in sent]

    def uncertain(self, limit: int = 20) -> Sequence[Delivery]:
        return self._rows(state_is(State.UNCERTAIN), limit=limit)

    def forget(self, before: datetime) -> int:
        self.flush()
        return self._session.run(
            update(deliveries)
            .where(
                deliveries.c.state.in_([state.value for state in _FINISHED]),
                deliveries.c.settled_at < before,
                deliveries.c.body != literal_column("''"),
            )
            .values(body="", file=None)
        ).rowcount

    def flush(self) -> None:
        """Write what was kept back."""
        if self._new:
            new, self._new = self._new, []
            self._accounts.update(_QUEUE.run(self._session, new).scalars())

    def _rows(self, *where: Any, limit: int | None = None) -> list[Delivery]:
        self.flush()
        rows = self._session.run(ROWS.where(*where).order_by(deliveries.c.id).limit(limit)).all()
        return as_deliveries(self._session, rows)
