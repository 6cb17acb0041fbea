"""What failures of the Bot API mean."""

from __future__ import annotations

import re

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.adapters.telegram import TelegramTransport
from bot.adapters.telegram.problems import account_problem, delivery_problem, told
from bot.adapters.telegram.request import NoAnswer, NotSent, Throttled
from bot.core.errors import DeliveryProblem, Verdict

TABLE = [
    (Throttled(7.0), Verdict.THROTTLED),
    (ChatMigrated(-100123), Verdict.MOVED),
    (Forbidden("Forbidden: bot was blocked by the user"), Verdict.UNREACHABLE),
    (Forbidden("Forbidden: user is deactivated"), Verdict.UNREACHABLE),
    (BadRequest("Chat not found"), Verdict.UNREACHABLE),
    (BadRequest("Bad Request: not enough rights to send text messages to the chat"), Verdict.UNREACHABLE),
    (BadRequest("Bad Request: message is too long"), Verdict.REFUSED),
    (BadRequest("Bad Request: can't parse entities"), Verdict.REFUSED),
    (InvalidToken("Unauthorized"), Verdict.ACCOUNT),
    (Conflict("Conflict: terminated by other getUpdates request"), Verdict.ACCOUNT),
    (NotSent("ClientConnectorError"), Verdict.UNSENT),
    (NoAnswer("HTTP 502"), Verdict.UNCERTAIN),
    (TimedOut(), Verdict.UNCERTAIN),
    (TelegramError("anything new"), Verdict.UNCERTAIN),
]


@pytest.mark.parametrize(("error", "verdict"), TABLE)
def test_each_failure_has_its_verdict(error: TelegramError, verdict: Verdict):
    problem = delivery_problem(error, refs=("1", "2"))
    assert (problem.verdict, problem.refs) == (verdict, ("1", "2"))


def test_what_comes_with_a_verdict():
    assert delivery_problem(Throttled(7.0)).retry_after == 7.0
    assert delivery_problem(ChatMigrated(-100123)).moved_to == "-100123"


@pytest.mark.parametrize(("error", "verdict"), TABLE)
def test_a_call_that_may_be_repeated_is_never_uncertain_for_want_of_an_answer(error: TelegramError, verdict: Verdict):
    lost = isinstance(error, (NoAnswer, TimedOut))
    assert delivery_problem(error, repeatable=True).verdict is (Verdict.UNSENT if lost else verdict)


def test_only_token_and_second_poller_need_a_human():
    mended = [type(error) for error, _ in TABLE if account_problem(error) is not None]
    assert set(mended) == {InvalidToken, Conflict, Forbidden}


@pytest.mark.parametrize(
    ("said", "settings"),
    [
        ("Unauthorized", {"UNTERHAKEN_TELEGRAM__TOKEN"}),
        ("Not Found", {"UNTERHAKEN_TELEGRAM__TOKEN", "UNTERHAKEN_TELEGRAM__API_URL"}),
        (
            "Not Found (404). Parsing the server response b'<html>' failed",
            {"UNTERHAKEN_TELEGRAM__TOKEN", "UNTERHAKEN_TELEGRAM__API_URL"},
        ),
    ],
)
def test_a_token_that_is_not_accepted_names_every_setting_it_may_lie_in(said: str, settings: set[str]):
    assert set(re.findall(r"UNTERHAKEN_\w+", str(account_problem(InvalidToken(said))))) == settings


def test_an_answer_that_is_none_is_told_without_quoting_it():
    assert told(TelegramError("Something (1)")) == "Something (1)"
    redirected = NetworkError("Found (302). Parsing the server response b'<a href=secret>' failed")
    assert told(redirected) == "Found (302), which is no answer of a Bot API server"


async def test_a_server_that_does_not_answer_is_named_with_its_setting():
    transport = TelegramTransport("123456:secret", api_url="http://me:pass@127.0.0.1:9/")
    with pytest.raises(DeliveryProblem) as problem:
        await transport.open()
    await transport.close()
    assert problem.value.verdict is Verdict.UNSENT
    assert problem.value.detail == "cannot reach 127.0.0.1:9 (ClientConnectorError); see UNTERHAKEN_TELEGRAM__API_URL"
