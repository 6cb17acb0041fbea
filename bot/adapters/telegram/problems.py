"""What a failed call of the Bot API means: the one table from PTB's exceptions to our verdicts."""

from __future__ import annotations

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.adapters.telegram.request import NotSent, Throttled
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict

GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user is deactivated",
    "chat was deleted",
    "group chat was deactivated",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
)
"""400s that mean: nobody can be reached here (any more). Wording of api.telegram.org, compared without case."""

UNCHANGED = "message is not modified"
NO_TEXT = "there is no text in the message to edit"
DELETED = "message to delete not found"
FILE_TROUBLE = ("photo_", "image_", "media_", "document_", "file_", "file is too big", "file must be", "wrong type")
"""400s about what was uploaded: Telegram cannot read the picture, its sides are too long, ..."""

STALE_FILE = ("wrong file identifier", "wrong remote file", "file reference has expired", "file_id_invalid")

SECOND_POLLER = (
    "Another process receives this bot's messages (getUpdates or a webhook). Stop one of the two, then start again."
)
REJECTED = (
    "Telegram does not accept the bot's token. Get the current one from @BotFather and set UNTERHAKEN_TELEGRAM__TOKEN."
)
NOT_THERE = (
    "There is no such bot (404). Set UNTERHAKEN_TELEGRAM__TOKEN to the current token from @BotFather; of an own Bot "
    "API server, UNTERHAKEN_TELEGRAM__API_URL is the part before /bot<token>."
)
NO_API = ". Parsing the server response"
"""PTB's words for an answer that is no JSON, before it quotes the whole of it."""


def delivery_problem(error: TelegramError, *, refs: tuple[str, ...] = (), repeatable: bool = False) -> DeliveryProblem:
    """The verdict on a failed call; `refs` are the parts that had gone through before.

    `repeatable` marks calls that may be made twice without harm (edits), so that a lost answer means: try again.
    """
    detail = told(error)
    if isinstance(error, Throttled):
        return DeliveryProblem(Verdict.THROTTLED, detail, retry_after=error.retry_after, refs=refs)
    if isinstance(error, ChatMigrated):
        return DeliveryProblem(Verdict.MOVED, "moved to a supergroup", moved_to=str(error.new_chat_id), refs=refs)
    verdict = _verdict(error, repeatable=repeatable)
    mend = account_problem(error) if verdict is Verdict.ACCOUNT else None
    return DeliveryProblem(verdict, str(mend) if mend is not None else detail, refs=refs)


def _verdict(error: TelegramError, *, repeatable: bool) -> Verdict:
    match error:
        case Forbidden():
            return Verdict.UNREACHABLE  # blocked, kicked, deactivated
        case BadRequest():
            return Verdict.UNREACHABLE if says(error, *GONE) else Verdict.REFUSED
        case InvalidToken() | EndPointNotFound() | Conflict():
            return Verdict.ACCOUNT
        case NotSent():
            return Verdict.UNSENT
        case NetworkError() if repeatable:
            return Verdict.UNSENT
        case _:
            return Verdict.UNCERTAIN  # the body went out: time-out, reset, 5xx, an answer that is none


def account_problem(error: TelegramError) -> AccountProblem | None:
    """What only a human can mend; None if waiting may help."""
    match error:
        case InvalidToken() | EndPointNotFound() if says(error, "not found"):
            return AccountProblem(NOT_THERE)
        case InvalidToken() | EndPointNotFound() | Forbidden():
            return AccountProblem(REJECTED)
        case Conflict():
            return AccountProblem(SECOND_POLLER)
        case _:
            return None


def told(error: TelegramError) -> str:
    """What went wrong, for an operator."""
    said, foreign, _ = error.message.partition(NO_API)
    return f"{said[:200]}, which is no answer of a Bot API server" if foreign else said[:200]


def says(error: TelegramError, *phrases: str) -> bool:
    """Whether Telegram's description contains one of these."""
    message = error.message.lower()
    return any(phrase in message for phrase in phrases)
