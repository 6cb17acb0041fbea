"""The three families of errors: a Refusal is expected, a DeliveryProblem is weather (and so is StoreAway), everything
else is a bug.
"""

from __future__ import annotations

from enum import StrEnum

from bot.core.words.texts import Text


class Refusal(Exception):
    """What a person sent cannot be used; `text` tells them why and what would do. Never logged as an error."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text


class Verdict(StrEnum):
    """What a failed send means for the delivery. One meaning for every network."""

    UNSENT = "unsent"  # certainly not sent: refused connection, pool time-out, 5xx before the body went out
    THROTTLED = "throttled"  # certainly not sent: 429, M_LIMIT_EXCEEDED; `retry_after` seconds
    UNCERTAIN = "uncertain"  # the body went out, no answer came
    UNREACHABLE = "unreachable"  # blocked, kicked, deactivated: this contact cannot be reached
    REFUSED = "refused"  # this message will never be accepted
    MOVED = "moved"  # the conversation has the new address `moved_to`; certainly not sent
    ACCOUNT = "account"  # the account itself is in trouble (wrong token, second poller); certainly not sent


WAIT_LONGEST = 86_400.0
"""Seconds: what a network asks for is its own word, and nobody waits longer than a day on it."""


def bearable(seconds: float) -> float:
    """So long as a network asks us to wait: not less than nothing, and a day at most, also where it is no number."""
    return max(seconds, 0.0) if seconds < WAIT_LONGEST else WAIT_LONGEST


class DeliveryProblem(Exception):
    """Why a network did not take a shipment, or part of it.

    `refs` are the parts it has already taken, `retry_after` is in seconds and kept `bearable`, `detail` is safe to
    store and to show to an operator: no token, no personal data. `alone` marks a wait that is only this
    conversation's (a group's own limit), not the account's. `ours` marks what the network has no part in: it was not
    even asked.
    """

    def __init__(
        self,
        verdict: Verdict,
        detail: str,
        *,
        retry_after: float = 0.0,
        moved_to: str = "",
        refs: tuple[str, ...] = (),
        alone: bool = False,
        ours: bool = False,
    ) -> None:
        super().__init__(f"{verdict}: {detail}")
        self.verdict = verdict
        self.detail = detail
        self.retry_after = bearable(retry_after)
        self.moved_to = moved_to
        self.refs = refs
        self.alone = alone
        self.ours = ours


def out_of_reach(address: str, setting: str, problem: str) -> DeliveryProblem:
    """Where an account's server should be nobody answers as it should; `setting` is where an operator looks for it.
    What an address may hold before its host, a password, is left out.
    """
    return DeliveryProblem(Verdict.UNSENT, f"cannot reach {address.rpartition('@')[2]} ({problem}); see {setting}")


class AccountProblem(Exception):
    """Receiving cannot go on until somebody mends the account (wrong token, second poller). The message is one line."""


class StoreAway(Exception):
    """The database is away, or cannot say what became of a commit. What was asked of it may be asked again later."""
