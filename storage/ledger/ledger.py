"""The ledger: everything that goes out, with its state."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, literal_column, or_, select

from bot.core.messages import Choice, Outgoing
from bot.core.ports import Delivery, Doubt, Lane, Lease, Settlement, State
from storage.codec import decode_outgoing, encode_outgoing, encode_refs
from storage.engine.bulk import Batch, Kind
from storage.ledger.claiming import Claim, fence_is
from storage.ledger.doubts import decide, doubts, in_doubt, leave, repeat, uncertain_since
from storage.ledger.forgetting import drop, empty
from storage.ledger.quoting import unsay
from storage.ledger.rows import FRESH, ROWS, as_deliveries, state_is
from storage.ledger.settling import give_way, heard_late, settle
from storage.post.choices import choices_of, close, has_come, latest_choices, replied, tag_of
from storage.tables import contacts, deliveries

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from storage.alliance.people import People
    from storage.engine.session import Session

_QUEUE = Batch(
    lambda given, insert: (
        insert(deliveries)
        .from_select(
            [
                *("account", "contact", "person", "lane", "body", "file", "tag", "replaces", "edits", "about"),
                *("not_before", "created_at", *FRESH),
            ],
            select(
                *(contacts.c.account, contacts.c.id, contacts.c.person),
                *(given.c.lane, given.c.body, given.c.file, given.c.tag, given.c.replaces, given.c.edits),
                *(given.c.about, given.c.now, given.c.now.label("created_at"), *FRESH.values()),
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
    about=Kind.NUMBER,
    now=Kind.MOMENT,
)


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
        about: int = 0,
    ) -> None:
        file = outgoing.files[0].id if outgoing.files else None  # all of them are in the body
        body, refs = encode_outgoing(outgoing), encode_refs(edits)
        self._new.append((contact, int(lane), body, file, tag, replaces, refs, about, now))

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
        self,
        account: str,
        fence: int,
        lanes: Sequence[Lane],
        limit: int,
        busy: Sequence[int],
        now: datetime,
        rooms: Mapping[tuple[int, float], int] = MappingProxyType({}),
    ) -> Sequence[Delivery]:
        self._session.flush()
        claim = Claim(self._session, account, limit, busy, now, self._zone, rooms)
        if self._holds(account, fence):
            for lane in lanes:
                claim.take(lane)
        if claim.claimed:
            self._session.must_last = True
        else:
            self._session.redoable = True  # nothing leaves the house: nobody waits for the disk
        return claim.claimed

    def _holds(self, account: str, fence: int) -> bool:
        """Asked once per transaction: whoever takes the account over waits until it is over."""
        if (account, fence) not in self._fenced:
            self._fenced[account, fence] = fence_is(self._session, account, fence)
        return self._fenced[account, fence]

    def settle(self, settlements: Sequence[Settlement], now: datetime, lease: Lease | None = None) -> None:
        self._session.must_last = True
        self.flush()
        if lease is not None and not self._holds(lease.account, lease.fence):
            settlements = heard_late(self._session, settlements)
        settle(self._session, self._people, settlements, now)
        for settled in settlements:
            if settled.instead is not None and (tag := give_way(self._session, settled.delivery)) is not None:
                self.add(settled.contact, settled.instead, Lane.REPLY, now, tag=tag)

    def left_behind(self, account: str, fence: int | None = None) -> Sequence[Delivery]:
        if fence is not None and not self._holds(account, fence):
            return ()
        return self._rows(deliveries.c.account == account, state_is(State.SENDING))

    def addressed(self) -> Collection[str]:
        self.flush()
        return self._accounts

    # What is kept back has no refs and is not sent yet: these five find nothing in it.

    def choices_of(self, contact: int, ref: str) -> Sequence[str]:
        return choices_of(self._session, contact, ref)

    def latest_choices(self, contact: int) -> Sequence[Choice]:
        return latest_choices(self._session, contact)

    def tag_of(self, contact: int, ref: str) -> str:
        return tag_of(self._session, contact, ref)

    def has_come(self, contact: int, tag: str) -> bool:
        return has_come(self._session, contact, tag)

    def replied(self, contact: int, since: datetime, before: datetime) -> bool:
        return replied(self._session, contact, since, before)

    def close(self, contact: int, tag: str, since: datetime) -> Sequence[str] | None:
        self.flush()
        return close(self._session, contact, tag, since)

    def unsay(self, person: int, words: Collection[str], choices: Collection[str]) -> None:
        unsay(self._session, person, words, choices)

    def waits(self, contact: int, replaces: str) -> bool:
        self.flush()
        theirs = (deliveries.c.contact == contact, deliveries.c.announcement.is_(None), state_is(State.QUEUED))
        edit = select(deliveries.c.id).where(*theirs, deliveries.c.replaces == replaces).limit(1)
        return self._session.scalar(edit) is not None

    def changed_to(self, contact: int, replaces: str) -> str:
        self.flush()
        theirs = (deliveries.c.contact == contact, deliveries.c.replaces == replaces)
        newest = select(deliveries.c.body).where(*theirs).order_by(deliveries.c.id.desc()).limit(1)
        return decode_outgoing(self._session.scalar(newest) or "").text

    def tally(self) -> Mapping[tuple[str, str], int]:
        self.flush()
        counted = self._session.run(
            select(deliveries.c.account, deliveries.c.state, func.count()).group_by(
                deliveries.c.account, deliveries.c.state
            )
        )
        return {(account, state): count for account, state, count in counted}

    def sent_to(self, contact: int, after: int, limit: int = 200) -> Sequence[tuple[int, Delivery]]:
        kept = or_(deliveries.c.body != literal_column("''"), deliveries.c.announcement.is_not(None))
        newer = (deliveries.c.contact == contact, deliveries.c.id > after)
        sent = self._rows(*newer, kept, state_is(State.SENT), limit=limit)
        return [(delivery.id, delivery) for delivery in sent]

    def uncertain(self, limit: int = 20) -> Sequence[Delivery]:
        return self._rows(state_is(State.UNCERTAIN), limit=limit)

    def uncertain_since(self, since: datetime) -> Mapping[Lane, int]:
        self.flush()
        return uncertain_since(self._session, since)

    def doubts(self, since: datetime, limit: int) -> Sequence[Doubt]:
        self.flush()
        return doubts(self._session, since, limit)

    def decide(self, delivery: int, now: datetime, *, resend: bool) -> bool:
        self.flush()
        return decide(self._session, delivery, now, resend=resend)

    def in_doubt(self, contact: int, since: datetime, offering: str) -> int:
        return in_doubt(self._session, contact, since, offering)

    def repeat(self, contact: int, since: datetime, offering: str, now: datetime) -> int:
        self.flush()
        accounts = repeat(self._session, contact, since, offering, now)
        self._accounts.update(accounts)
        return len(accounts)

    def leave(self, contact: int, now: datetime) -> None:
        leave(self._session, contact, now)

    def forget(self, before: datetime) -> int:
        self.flush()
        return empty(self._session, before)

    def drop(self, before: datetime, limit: int) -> int:
        self.flush()
        return drop(self._session, before, limit)

    def flush(self) -> None:
        """Write what was kept back."""
        if self._new:
            new, self._new = self._new, []
            self._accounts.update(_QUEUE.run(self._session, new).scalars())

    def _rows(self, *where: Any, limit: int | None = None) -> list[Delivery]:
        self.flush()
        rows = self._session.run(ROWS.where(*where).order_by(deliveries.c.id).limit(limit)).all()
        return as_deliveries(self._session, rows)
