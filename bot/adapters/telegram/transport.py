"""One Telegram bot as a Transport of the core: opens, receives by polling or webhook, sends, fetches."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Literal
from urllib.parse import urlsplit

from telegram import BotCommandScope, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.adapters.telegram.abilities import IN_FLIGHT_PAID, abilities
from bot.adapters.telegram.commands import CommandMenu, bot_commands
from bot.adapters.telegram.polling import Cursor, polled
from bot.adapters.telegram.problems import account_problem, delivery_problem, told
from bot.adapters.telegram.quiet import ALLOWED, QuietBot
from bot.adapters.telegram.request import AiohttpRequest, NoAnswer, NotSent, Throttled, TooLarge, proxy_for
from bot.adapters.telegram.sending import Sender
from bot.adapters.telegram.translate.incoming import Identity, Malformed, incoming
from bot.adapters.telegram.webhook import Door, knocked, watch
from bot.core.errors import DeliveryProblem, Verdict, out_of_reach
from bot.core.messages import Attachment, Batch, Incoming, Kind, Receipt, Shipment
from bot.core.oddities import malformed
from bot.core.pace.waits import WayIn
from bot.core.talking.wording import command_name

log = logging.getLogger(__name__)

API = "https://api.telegram.org"
CONNECTIONS = IN_FLIGHT_PAID + 64
"""The rest answers presses and fetches pictures."""

ANSWERS_MAX = 64
"""Presses being acknowledged at once; beyond that the button's little clock simply runs out by itself."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class TelegramTransport:
    """A bot account on Telegram. `api_url` is the part before `/bot<token>` of an own Bot API server.

    In webhook mode the web face calls `webhook` for requests to `webhook_path`. `rate` in messages per second. In a
    group a command that names no bot is ours if it is among `commands`. `on_trial` it only looks: how Telegram brings
    messages to whoever runs stays as it is.
    """

    def __init__(
        self,
        token: str,
        *,
        api_url: str | None = None,
        mode: Literal["polling", "webhook"] = "polling",
        webhook_url: str = "",
        webhook_secret: str = "",
        rate: float = 30.0,
        commands: Collection[str] = (),
        on_trial: bool = False,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        """ValueError for a token that is none, or a webhook without address or secret."""
        number, colon, _ = token.partition(":")
        if not (colon and number.isdigit()):
            raise ValueError("a Telegram token looks like 123456:ABC-DEF")
        if mode == "webhook" and not webhook_url:
            raise ValueError("the webhook needs its public address")
        self.account = f"telegram:{number}"
        self.abilities = abilities(rate)
        self.username = ""
        self.webhook_path = urlsplit(webhook_url).path or "/" if mode == "webhook" else ""
        self._webhook_url, self._secret = webhook_url, webhook_secret
        self._door = Door(webhook_secret) if mode == "webhook" else None
        self._base = base = (api_url or API).rstrip("/")
        proxy = proxy_for(base) if base == API else None  # an own Bot API server is reached directly
        self._request = AiohttpRequest(CONNECTIONS, proxy=proxy)
        self._polling_request = AiohttpRequest(1, proxy=proxy)
        self._bot = QuietBot(token, f"{base}/bot", f"{base}/file/bot", self._request, self._polling_request)
        self._sender = Sender(self._bot, rate)
        self._way_in = WayIn()
        self._on_trial = on_trial
        self._me = Identity(int(number), "", frozenset(map(command_name, commands)))
        self._now = now
        self._answers: set[asyncio.Task[None]] = set()
        self._closed = asyncio.Event()

    # -- opening and closing -----------------------------------------------------------------------------------------

    async def open(self) -> None:
        """Prove the token, and (unless on trial) tell Telegram how we want to receive."""
        self._closed.clear()
        await self._request.initialize()
        await self._polling_request.initialize()
        try:
            me = await self._bot.get_me()
            if not self._on_trial:
                await self._choose_way_in()
        except TelegramError as error:
            raise account_problem(error) or self._out_of_reach(error) from None
        self.username = me.username or ""
        self._me = replace(self._me, id=me.id, username=self.username)

    def _out_of_reach(self, error: TelegramError) -> DeliveryProblem:
        if isinstance(error, Throttled):
            return delivery_problem(error)
        return out_of_reach(self._base, "UNTERHAKEN_TELEGRAM__API_URL", told(error))

    async def _choose_way_in(self) -> None:
        if self._door is None:
            await self._bot.delete_webhook()
        else:
            await self._bot.set_webhook(self._webhook_url, allowed_updates=ALLOWED, secret_token=self._secret)

    async def webhook_found(self) -> str:
        """Where Telegram brings messages at present; "" where they wait to be fetched. Raises as `open` does."""
        try:
            return (await self._bot.get_webhook_info()).url
        except TelegramError as error:
            raise account_problem(error) or self._out_of_reach(error) from None

    async def close(self) -> None:
        """End receiving and drop connections."""
        self._closed.set()
        if self._door is not None:
            self._door.close()
        for task in tuple(self._answers):
            task.cancel()
        await asyncio.gather(*self._answers, return_exceptions=True)
        await self._polling_request.shutdown()
        await self._request.shutdown()

    # -- receiving ---------------------------------------------------------------------------------------------------

    async def batches(self, cursor: str) -> AsyncGenerator[Batch, None]:
        """See Transport. The cursor is "offset@epoch"."""
        source = self._read(Cursor.read(cursor))
        ends: list[asyncio.Task[object]] = [asyncio.create_task(self._closed.wait())]
        if self._door is not None:
            ends.append(asyncio.create_task(watch(self._bot, self._webhook_url, self._way_in)))
        try:
            async with aclosing(source):
                while (batch := await _next(source, ends)) is not None:
                    yield batch
        finally:
            for end in ends:
                end.cancel()
            await asyncio.gather(*ends, return_exceptions=True)

    @property
    def weather(self) -> str:
        """See Transport. With a webhook, as Telegram sees it."""
        return self._way_in.problem

    async def _read(self, since: Cursor | None) -> AsyncGenerator[Batch, None]:
        way = (since, self._now, self._way_in)
        source = polled(self._bot, *way) if self._door is None else knocked(self._door, *way)
        async with aclosing(source) as answers:
            async for answer in answers:
                found = self._translated(answer.updates)
                if answer.silent_since is not None:
                    found = (self._gap(answer.silent_since), *found)
                yield Batch(found, str(answer.cursor))

    def _translated(self, updates: Sequence[object]) -> tuple[Incoming, ...]:
        now = self._now()
        found: list[Incoming] = []
        for raw in updates:
            try:
                one = incoming(raw, self._me, now)
            except Malformed as surprise:
                number = raw.get("update_id") if isinstance(raw, dict) else None
                log.warning("telegram: update %s is malformed (%s) and was put aside", number, surprise)
                found.append(malformed(self.account, raw, str(surprise), now))
                continue
            if one is not None:
                found.append(one)
                self._acknowledge(one, raw)
        return tuple(found)

    def _gap(self, since: datetime) -> Incoming:
        """Telegram drops updates after 24 hours, and says nothing."""
        return Incoming(
            account=self.account,
            event=f"gap:{int(since.timestamp())}",
            address="",
            sender="",
            kind=Kind.GAP,
            at=self._now(),
            text=since.isoformat(timespec="minutes"),
            private=False,
            addressed=False,
        )

    def _acknowledge(self, one: Incoming, raw: object) -> None:
        """Stop the button's little clock at once; no toast, which a screen reader would miss."""
        if one.kind is Kind.PRESS and isinstance(raw, dict) and len(self._answers) < ANSWERS_MAX:
            task = asyncio.create_task(self._answer(str(raw["callback_query"]["id"])))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    async def _answer(self, query: str) -> None:
        with suppress(TelegramError):  # too old or weather: the press itself is safely stored
            await self._bot.answer_callback_query(query)

    async def webhook(self, headers: Mapping[str, str], body: Callable[[], Awaitable[bytes]]) -> int:
        """The HTTP status for a request to `webhook_path`; 200 only after the update is committed."""
        return HTTPStatus.NOT_FOUND if self._door is None else await self._door.knock(headers, body)

    # -- sending and fetching ----------------------------------------------------------------------------------------

    async def send(self, shipment: Shipment) -> Receipt:
        """See Transport."""
        return await self._sender.send(shipment)

    async def probe(self) -> None:
        """See Transport."""
        try:
            await self._bot.call("getMe", {})  # PTB's own fails in any way where something else than Telegram answers
        except TelegramError as error:
            raise delivery_problem(error, repeatable=True) from None

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        """See Transport."""
        if attachment.size > limit:
            raise DeliveryProblem(Verdict.REFUSED, "the file is too large")
        try:
            file = await self._bot.get_file(attachment.ref)
            if (file.file_size or 0) > limit:
                raise TooLarge("the file is too large")
            return await self._request.download(file.file_path or "", limit)
        except TelegramError as error:
            weather = isinstance(error, (NotSent, NoAnswer, Throttled))
            raise DeliveryProblem(Verdict.UNSENT if weather else Verdict.REFUSED, error.message[:200]) from None

    # -- menus and links ---------------------------------------------------------------------------------------------

    async def announce_commands(self, menus: Sequence[CommandMenu]) -> None:
        """Set the menus of commands. An organiser who cannot be reached is passed over; raises DeliveryProblem."""
        for menu in menus:
            commands = bot_commands(menu.commands)
            scopes: list[BotCommandScope] = [BotCommandScopeChat(int(chat)) for chat in menu.chats]
            for scope in scopes or [BotCommandScopeAllPrivateChats()]:
                await self._change_menu(self._bot.set_my_commands(commands, scope, menu.language or None))

    async def withdraw_commands(self, chats: Iterable[str]) -> None:
        """These chats see the menu of all others again. As `announce_commands` where somebody cannot be reached."""
        for chat in chats:
            await self._change_menu(self._bot.delete_my_commands(BotCommandScopeChat(int(chat))))

    @staticmethod
    async def _change_menu(change: Awaitable[bool]) -> None:
        try:
            await change
        except TelegramError as error:
            problem = delivery_problem(error, repeatable=True)
            if problem.verdict is not Verdict.UNREACHABLE:
                raise problem from None

    def link(self, code: str = "") -> str:
        """An address that opens the conversation with a code (at most 64 of A-Z a-z 0-9 _ -); "" before open."""
        if not self.username:
            return ""
        return f"https://t.me/{self.username}" + (f"?start={code}" if code else "")


async def _next(source: AsyncGenerator[Batch, None], ends: Sequence[asyncio.Task[object]]) -> Batch | None:
    """The next batch, or None when closed meanwhile. Raises what else has ended receiving."""
    following = asyncio.ensure_future(anext(source))
    try:
        await asyncio.wait({following, *ends}, return_when=asyncio.FIRST_COMPLETED)
        if following.done():
            return following.result()
        for end in ends:
            if end.done():
                end.result()
        return None
    finally:
        if following.cancel():
            await asyncio.gather(following, return_exceptions=True)
