"""The ledger: everything that goes out, with its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, bindparam, func, insert, literal_column, select, update

from bot.core.messages import Choice, Outgoing
from bot.core.ports import Delivery, Lane, Settlement, State
from storage.codec import encode_outgoing, encode_refs
from storage.post.choices import choices_of, latest_choices
from storage.post.claiming import Claim, next_due
from storage.post.rows import ROWS, as_deliveries, state_is
from storage.post.settling import settle
from storage.tables import contacts, deliveries

if TYPE_CHECKING:
    from storage.alliance.people import People
    from storage.engine.session import Session

_GIVEN = ("lane", "body", "file", "tag", "replaces", "edits", "not_before", "created_at")
_EMPTY: dict[str, Any] = {
    "address": literal_column("''", Text),
    "language": literal_column("''", Text),
    "state": literal_column("'queued'", Text),
    "refs": literal_column("''", Text),
    "problem": literal_column("''", Text),
    "attempts": literal_column("0"),
}
_QUEUE = insert(deliveries).from_select(
    ["account", "contact", "person", *_GIVEN, *_EMPTY],
    select(
        contacts.c.account,
        contacts.c.id,
        contacts.c.person,
        *(bindparam(f"new_{name}", type_=deliveries.c[name].type).label(name) for name in _GIVEN),
        *_EMPTY.values(),
    ).where(contacts.c.id == bindparam("to_contact", type_=contacts.c.id.type)),
)
_FINISHED = (State.SENT, State.UNREACHABLE, State.REFUSED, State.UNCERTAIN, State.CANCELLED)


class Ledger:
    """`Ledger` of bot.core.ports. Messages are kept back and written together, in order."""

    def __init__(self, session: Session, people: People) -> None:
        self._session = session
        self._people = people
        self._new: list[dict[str, Any]] = []
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
        self._new.append(
            {
                "to_contact": contact,
                "new_lane": int(lane),
                "new_body": encode_outgoing(outgoing),
                "new_file": None if outgoing.file is None else outgoing.file.id,
                "new_tag": tag,
                "new_replaces": replaces,
                "new_edits": encode_refs(edits),
                "new_not_before": now,
                "new_created_at": now,
            }
        )

    def farewell(self, account: str, address: str, language: str, outgoing: Outgoing, now: datetime) -> None:
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

    def claim(  # noqa: PLR0917 - the port's signature
        self, account: str, fence: int, lanes: Sequence[Lane], limit: int, busy: Sequence[int], now: datetime
    ) -> Sequence[Delivery]:
        self._session.flush()
        claim = Claim(self._session, account, limit, busy, now)
        if claim.fence_is(fence):
            for lane in lanes:
                claim.take(lane)
        return claim.claimed

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        self.flush()
        settle(self._session, self._people, settlements, now)

    def left_behind(self, account: str) -> Sequence[Delivery]:
        return self._rows(deliveries.c.account == account, state_is(State.SENDING))

    def next_due(self, account: str) -> datetime | None:
        self.flush()
        return next_due(self._session, account)

    def choices_of(self, contact: int, ref: str) -> Sequence[str]:
        self.flush()
        return choices_of(self._session, contact, ref)

    def latest_choices(self, contact: int) -> Sequence[Choice]:
        self.flush()
        return latest_choices(self._session, contact)

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
                deliveries.c.body != "",
            )
            .values(body="", file=None)
        ).rowcount

    def flush(self) -> None:
        """Write what was kept back."""
        if self._new:
            new, self._new = self._new, []
            self._session.run(_QUEUE, new)

    def _rows(self, *where: Any, limit: int | None = None) -> list[Delivery]:
        self.flush()
        rows = self._session.run(ROWS.where(*where).order_by(deliveries.c.id).limit(limit)).all()
        return as_deliveries(self._session, rows)
