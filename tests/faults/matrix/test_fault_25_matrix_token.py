"""25: the token is lost: with a password the bot logs in again as the same device, without one it stops and says so."""

from __future__ import annotations

import pytest

from bot.adapters.matrix import TRIAL, MatrixTransport
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict
from bot.core.messages import Kind, Outgoing, Shipment
from bot.parts.networks import make_matrix_on_trial
from config.settings import MatrixSettings, Settings
from tests.live.matrix.matrix_bot import Bot, bot_on, hints, transport_for
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Account, Synapse, synapse

__all__ = ["synapse"]


def with_token(synapse: Synapse, account: Account, token: str = "") -> MatrixTransport:
    token = token or account.token
    return MatrixTransport(synapse.url, account.user_id, access_token=token, device_id=account.device_id, hints=hints)


def devices(synapse: Synapse, account: Account) -> set[str]:
    found = synapse.ask("GET", "/_matrix/client/v3/devices", None, account.token)["devices"]
    return {device["device_id"] for device in found}


async def log_out(bot: Bot) -> None:
    """End the bot's own login behind its back."""
    reply = await bot.transport._server.call("POST", "/_matrix/client/v3/logout", {})  # not for the product
    assert reply.ok


async def test_fault_25_a_lost_login_is_renewed_with_the_same_device(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(account.user_id)
        await bot.gets(Kind.JOINED)
        before = devices(synapse, account)
        first = (await bot.transport.send(Shipment(1, room, Outgoing("eins")))).refs
        await log_out(bot)
        again = (await bot.transport.send(Shipment(1, room, Outgoing("eins")))).refs
        await anna.types(room, "noch da?")
        assert (await bot.gets(Kind.TEXT)).text == "noch da?"
        assert devices(synapse, account) == before
        assert len(again) == len(first)


async def test_fault_25_a_second_login_keeps_the_transaction_ids(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(account.user_id)
        await bot.gets(Kind.JOINED)
        first = (await bot.transport.send(Shipment(1, room, Outgoing("eins")))).refs
        second = transport_for(synapse, account)
        await second.open()
        try:
            assert (await second.send(Shipment(1, room, Outgoing("eins")))).refs == first
        finally:
            await second.close()


async def test_fault_25_a_withdrawn_token_stops_and_says_what_to_mend(synapse: Synapse) -> None:
    account = synapse.user("bot")
    bot = Bot(with_token(synapse, account))
    await bot.begin()
    try:
        await log_out(bot)
        problem = await bot.stops()
        assert isinstance(problem, AccountProblem)
        assert "MATRIX__ACCESS_TOKEN" in str(problem)
        assert account.token not in str(problem)
        with pytest.raises(DeliveryProblem) as refused:
            await bot.transport.send(Shipment(1, "!any:localhost", Outgoing("Hallo")))
        assert refused.value.verdict is Verdict.ACCOUNT
    finally:
        await bot.end()


async def test_fault_25_wrong_logins_are_told_apart(synapse: Synapse) -> None:
    account, other = synapse.user("bot"), synapse.user("other")
    wrong = MatrixTransport(synapse.url, account.user_id, password="no", hints=hints)  # wrong on purpose
    foreign = MatrixTransport(synapse.url, account.user_id, access_token=other.token, hints=hints)
    cases = {
        "MATRIX__PASSWORD": wrong,
        "MATRIX__ACCESS_TOKEN": with_token(synapse, account, "nonsense"),
        "belongs to": foreign,
        "no homeserver": MatrixTransport(f"{synapse.url}/elsewhere", account.user_id, password="x", hints=hints),
        "@name:server": MatrixTransport(synapse.url, "bot", password="x", hints=hints),
    }
    for words, transport in cases.items():
        with pytest.raises(AccountProblem, match=words) as problem:
            await transport.open()
        assert "Matrix:" not in str(problem.value), "whoever shows it names the network"
        assert "MATRIX__" not in str(problem.value).replace("UNTERHAKEN_MATRIX__", "")
        await transport.close()


async def test_fault_25_no_server_is_weather_and_not_a_wrong_account() -> None:
    nobody = MatrixTransport("http://127.0.0.1:9", "@bot:localhost", password="x", hints=hints)
    with pytest.raises(DeliveryProblem) as problem:
        await nobody.open()
    assert problem.value.verdict is Verdict.UNSENT
    mend = "cannot reach http://127.0.0.1:9 (ClientConnectorError); see UNTERHAKEN_MATRIX__HOMESERVER"
    assert problem.value.detail == mend, "what the log, /readyz and `check` show"
    await nobody.close()


async def test_fault_25_a_look_whether_it_works_takes_nobodys_device(synapse: Synapse) -> None:
    """`check` beside the running assistant."""
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(account.user_id)
        await bot.gets(Kind.JOINED)
        before, token = devices(synapse, account), bot.transport._server.token
        part = MatrixSettings(homeserver=synapse.url, user_id=account.user_id, password=account.password)
        trial = make_matrix_on_trial(Settings(matrix=part))
        assert trial is not None
        await trial.open()
        assert devices(synapse, account) == before | {TRIAL}
        await trial.close()
        assert devices(synapse, account) == before
        await bot.transport.send(Shipment(1, room, Outgoing("eins")))
        assert bot.transport._server.token == token, "the running one was not logged out"
