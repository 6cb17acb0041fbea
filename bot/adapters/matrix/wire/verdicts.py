"""What a refused or unanswered request means for a delivery: one table for every send, upload and download."""

from __future__ import annotations

from collections.abc import Mapping

from bot.adapters.matrix.wire.homeserver import Reply, Weather
from bot.core.errors import DeliveryProblem, Verdict

LOST_TOKEN = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"})
"""The access token is worth nothing (any more); a soft logout says so, too."""

BARRED = frozenset({"M_USER_DEACTIVATED", "M_USER_LOCKED", "M_USER_SUSPENDED", "M_CONSENT_NOT_GIVEN"})
"""The homeserver's operator has to let the account in again."""

_TABLE: Mapping[str, Verdict] = {
    "M_LIMIT_EXCEEDED": Verdict.THROTTLED,
    "M_RESOURCE_LIMIT_EXCEEDED": Verdict.ACCOUNT,
    "M_FORBIDDEN": Verdict.UNREACHABLE,  # not in the room (any more), or not allowed to speak there
    "M_NOT_FOUND": Verdict.UNREACHABLE,
    "M_UNKNOWN": Verdict.REFUSED,
    "M_TOO_LARGE": Verdict.REFUSED,
    "M_BAD_JSON": Verdict.REFUSED,
    "M_NOT_JSON": Verdict.REFUSED,
    "M_INVALID_PARAM": Verdict.REFUSED,
    **dict.fromkeys(LOST_TOKEN | BARRED, Verdict.ACCOUNT),
}
_TOO_MANY = 429
_SERVER_ERRORS = 500


def of_reply(reply: Reply) -> DeliveryProblem:
    """Why a message was not taken. An answer without a Matrix error code comes from a proxy or a server in
    trouble: it never closes a contact. A code we do not know (or M_UNRECOGNIZED, while a proxy or a worker is set up
    wrongly) says that this was not taken, and no more: it is tried again.
    """
    if reply.status == _TOO_MANY or reply.errcode == "M_LIMIT_EXCEEDED":
        return DeliveryProblem(Verdict.THROTTLED, str(reply), retry_after=reply.retry_after)
    if reply.status >= _SERVER_ERRORS or not reply.errcode:
        return DeliveryProblem(Verdict.UNCERTAIN, str(reply))
    return DeliveryProblem(_TABLE.get(reply.errcode, Verdict.UNSENT), str(reply))


def of_weather(weather: Weather) -> DeliveryProblem:
    """No answer: uncertain, unless no connection was ever made."""
    return DeliveryProblem(Verdict.UNCERTAIN if weather.sent else Verdict.UNSENT, str(weather))


def before_sending(problem: DeliveryProblem) -> DeliveryProblem:
    """The same for a step that only prepares a message (upload) or fetches: what is uncertain can be done again;
    a file that may not be had closes no contact.
    """
    verdicts = {Verdict.UNCERTAIN: Verdict.UNSENT, Verdict.UNREACHABLE: Verdict.REFUSED}
    verdict = verdicts.get(problem.verdict, problem.verdict)
    return DeliveryProblem(verdict, problem.detail, retry_after=problem.retry_after)
