"""The Matrix transport: puts session, receiving and sending together behind the core's contract."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime

from bot.adapters.matrix.doorman import Doorman
from bot.adapters.matrix.receiving.addressing import Me
from bot.adapters.matrix.receiving.loop import WAIT_SECONDS, Loop
from bot.adapters.matrix.receiving.sorting import Sorter
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.sending.compose import LONGEST, Hints, pieces
from bot.adapters.matrix.sending.media import USUAL_MOST, Media
from bot.adapters.matrix.sending.shipping import Shipper
from bot.adapters.matrix.wire.homeserver import Homeserver
from bot.adapters.matrix.wire.session import DEVICE, Login, Session
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict
from bot.core.messages import Attachment, Batch, Receipt, Shipment
from bot.core.talking.wording import command_name
from bot.core.transport import Abilities

IDEMPOTENT_SECONDS = 23 * 3600.0
"""Synapse remembers transaction ids for 24 hours; an hour is kept back for clocks and queues."""

USUAL_RATE = 0.2
"""Messages a second of one account, Synapse's default ("rc_message" in its manual); its operator may lift it."""

ABILITIES = Abilities(
    rate=0.0,
    usual_rate=USUAL_RATE,
    in_flight=8,
    idempotent_for=IDEMPOTENT_SECONDS,
    closes_questions=False,
    text_most=LONGEST,
    caption_most=1,  # words and files are always events of their own
    files_most=1,
    file_bytes_most=USUAL_MOST,
    picture_bytes_most=USUAL_MOST,
    cut=pieces,
)
"""The homeserver's own limits rule, per account or lifted by its operator; it names the wait when they are reached."""


def account_of(user_id: str) -> str:
    """The account id of a Matrix user."""
    return f"matrix:{user_id}"


class MatrixTransport:
    """One Matrix user, logged in by password or by access token. The cursor is the homeserver's sync token; a login by
    password always uses the same device.

    `patience` and `long_poll` are in seconds: how long one request may take, and how long a sync request is held open
    on top of that while nothing happens. `installation` is a short word that differs between databases: it begins every
    transaction id, so that a fresh database's first message is not taken for a repeat of an earlier one's.
    """

    def __init__(
        self,
        homeserver: str,
        user_id: str,
        *,
        hints: Hints,
        password: str = "",
        access_token: str = "",
        device_id: str = "",
        display_name: str = "",
        installation: str = "",
        commands: Collection[str] = (),
        patience: float = 30.0,
        long_poll: float = WAIT_SECONDS,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        login = Login(user_id, password, access_token, device_id)
        self.account = account_of(user_id)
        self.abilities = ABILITIES
        self._display_name = display_name
        self._now = now
        self._long_poll = long_poll
        self._closed = asyncio.Event()
        self._loop: Loop | None = None
        self._me = Me(self.account, user_id, display_name, frozenset(map(command_name, commands)))
        self._server = Homeserver(homeserver, user_id, device_id or DEVICE, patience)
        self._session = Session(self._server, login)
        self._rooms = Rooms(self._session)
        self._doorman = Doorman(self._session)
        self._media = Media(self._server, self._session)
        batch = f"{installation}." if installation else ""
        self._shipper = Shipper(
            self._session,
            self._rooms,
            self._doorman,
            media=self._media,
            hints=hints,
            batch=batch,
            commands=commands,
        )

    async def open(self) -> None:
        """Log in, or prove that the token holds. Raises AccountProblem or DeliveryProblem(UNSENT)."""
        self._closed.clear()
        self._server.open()
        await self._session.open()
        await self._session.introduce(self._display_name)
        self._me = replace(self._me, name=self._session.name)

    def batches(self, cursor: str) -> AsyncIterator[Batch]:
        """Everything after `cursor`; without one, everything from now on and the invitations that are open."""
        sorter = Sorter(self._session, self._me, self._rooms, self._doorman, self._now)
        self._loop = Loop(self._session, sorter, self._closed, self._long_poll)
        return self._loop.batches(cursor)

    @property
    def weather(self) -> str:
        """See Transport."""
        return self._loop.way_in.problem if self._loop is not None else ""

    async def send(self, shipment: Shipment) -> Receipt:
        """Send or edit a message. Raises DeliveryProblem."""
        return await self._shipper.ship(shipment)

    async def probe(self) -> None:
        """See Transport."""
        await self._session.probe()

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        """A picture somebody sent. Raises DeliveryProblem."""
        try:
            return await self._media.download(attachment, limit)
        except AccountProblem as problem:
            raise DeliveryProblem(Verdict.ACCOUNT, str(problem)) from None

    async def close(self) -> None:
        """End receiving, stop joining, drop the connections."""
        self._closed.set()
        await self._doorman.close()
        await self._session.close()
        await self._server.close()
