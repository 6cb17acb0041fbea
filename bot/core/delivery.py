"""What becomes of a delivery after a try: one pure decision table for every network, without I/O."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Outgoing, Receipt
from bot.core.ports import Delivery, Lane, Settlement, State

GIVE_UP_AFTER = timedelta(days=3)
ENOUGH_TRIES = 10
"""A message that could not be handed over for so long, and as often, is no longer news to anybody. Days in which it
only waited do not count.
"""

GIVEN_UP = "given up after three days"
"""What the problem of such a message begins with. It is not refused: it may be tried again as it is.
"""

WAIT_FIRST, WAIT_MOST = 1.0, 300.0
"""Seconds before the second try, and the most between two tries: doubled each time (exponential back-off)."""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The outcome of a delivery whose process died while it was sending: the network may or may not have it.
    `longer`: it is a change that may need more messages than it changes, and these would be new ones.
    """

    longer: bool = False


@dataclass(frozen=True, slots=True)
class PutBack:
    """The outcome of a delivery that was claimed and never handed to the network."""


Outcome = Receipt | DeliveryProblem | LeftBehind | PutBack


def after(outcome: Outcome, delivery: Delivery, now: datetime, idempotent_for: float) -> Settlement:
    """The next state. Tried again by itself: only what is certainly not sent, and what the network recognises.

    `idempotent_for` is how many seconds the network remembers a shipment's id; within it an uncertain message is
    simply sent again, and the network makes it one.
    """
    if isinstance(outcome, Receipt):
        return replace(_settle(delivery, State.SENT, outcome.refs), uploaded=outcome.uploaded)
    if isinstance(outcome, PutBack):
        return _again(delivery, now, 0.0, delivery.refs, "not yet handed to the network", counts=False)
    if isinstance(outcome, LeftBehind):
        detail = "the process ended while sending"
        if delivery.edits and not outcome.longer:  # a change made twice is one change
            return _again(delivery, now, _backoff(delivery.attempts), delivery.refs, detail)
        return _doubtful(delivery, now, idempotent_for, detail, delivery.refs)
    return _after_problem(outcome, delivery, now, idempotent_for)


def bare(delivery: Delivery, settled: Settlement) -> Outgoing | None:
    """A refused reply without its files, if it was new and nothing of it has arrived: somebody waits for the words."""
    refused = settled.state is State.REFUSED and not settled.refs and not delivery.edits
    waited_for = delivery.lane is Lane.REPLY and bool(delivery.contact) and bool(delivery.outgoing.files)
    return replace(delivery.outgoing, files=()) if refused and waited_for else None


def forgotten(delivery: Delivery, now: datetime, idempotent_for: float) -> bool:
    """Whether it was tried so long ago that the network no longer recognises it (the process or the network was away
    in between). Which of the tries may have arrived is not on record, so it is not handed over any more.
    """
    since = delivery.first_try_at
    return delivery.attempts > 0 and since is not None and 0 < idempotent_for <= (now - since).total_seconds()


def _after_problem(problem: DeliveryProblem, delivery: Delivery, now: datetime, idempotent_for: float) -> Settlement:
    refs, detail = problem.refs or delivery.refs, problem.detail
    match problem.verdict:
        case Verdict.UNSENT:
            return _again(delivery, now, _backoff(delivery.attempts), refs, detail)
        case Verdict.THROTTLED:
            return _again(delivery, now, problem.retry_after, refs, detail, counts=False)
        case Verdict.ACCOUNT:
            return _again(delivery, now, 0.0, refs, detail, counts=False)
        case Verdict.MOVED:
            wait = _backoff(delivery.attempts) if delivery.attempts > 1 else 0.0  # two rooms may name each other
            moved = _again(delivery, now, wait, refs, detail)
            return replace(moved, moved_to=problem.moved_to)
        case Verdict.UNCERTAIN:
            return _doubtful(delivery, now, idempotent_for, detail, refs)
        case Verdict.UNREACHABLE:
            return _settle(delivery, State.UNREACHABLE, refs, detail, gone=True)
    return _settle(delivery, State.REFUSED, refs, detail)  # Verdict.REFUSED


def _doubtful(
    delivery: Delivery, now: datetime, idempotent_for: float, detail: str, refs: tuple[str, ...]
) -> Settlement:
    """Try again only if the network will still recognise the shipment then: the wait counts, too."""
    wait, since = _backoff(delivery.attempts), delivery.first_try_at or now
    if (now - since).total_seconds() + wait < idempotent_for:
        return _again(delivery, now, wait, refs, detail)
    return _settle(delivery, State.UNCERTAIN, refs, detail)


def _again(
    delivery: Delivery, now: datetime, wait: float, refs: tuple[str, ...], detail: str, *, counts: bool = True
) -> Settlement:
    since = delivery.first_try_at
    if counts and since is not None and now - since > GIVE_UP_AFTER and delivery.attempts >= ENOUGH_TRIES:
        return _settle(delivery, State.CANCELLED, refs, f"{GIVEN_UP}: {detail}")
    return Settlement(
        delivery.id,
        delivery.contact,
        State.QUEUED,
        refs,
        not_before=now + timedelta(seconds=wait),
        problem=detail,
        counts_as_try=counts,
        announcement=delivery.announcement,
    )


def _settle(
    delivery: Delivery, state: State, refs: tuple[str, ...], detail: str = "", *, gone: bool = False
) -> Settlement:
    return Settlement(
        *(delivery.id, delivery.contact, state, refs),
        problem=detail,
        contact_gone=gone,
        announcement=delivery.announcement,
    )


def _backoff(attempts: int) -> float:
    return float(min(WAIT_FIRST * 2 ** min(attempts, 16), WAIT_MOST))
