"""The browser transport: sessions in, messages out. Sending means: it is in our database, and open pages are told."""

from __future__ import annotations

import asyncio
import hashlib
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from itertools import islice

from itsdangerous import BadSignature, Signer

from bot.adapters.browser import translate
from bot.adapters.browser.line import Line
from bot.adapters.browser.mailbox import Mailbox
from bot.adapters.browser.translate import ACCOUNT, Visitor
from bot.adapters.browser.uploads import Uploads
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Attachment, Batch, FileRef, Incoming, Receipt, Shipment
from bot.core.ports import Clock
from bot.core.transport import Abilities

FILES = "/chat/datei/"
LINES_MAX, LINES_PER_SESSION = 2000, 8
ARRIVED_MAX, BATCH_MAX = 1000, 256
RECENT_MAX, RECENT_SECONDS = 512, 60.0
"""A message is pushed before its row says "sent"; a page that comes back in between finds it among the recent ones."""


class BrowserTransport:
    """The account "browser:web". `key` signs the addresses of files; `mailbox` reads what a session was sent."""

    def __init__(self, mailbox: Mailbox, key: bytes, clock: Clock, uploads: Uploads | None = None) -> None:
        self._mailbox = mailbox
        self._key = key
        self._clock = clock
        self._uploads = uploads or Uploads()
        self._lines: defaultdict[str, list[Line]] = defaultdict(list)
        self._recent: deque[tuple[float, Shipment]] = deque(maxlen=RECENT_MAX)
        self._arrived: deque[tuple[Incoming, asyncio.Future[bool]]] = deque()
        self._room = asyncio.Semaphore(ARRIVED_MAX)
        self._bell = asyncio.Event()
        self._ending: set[str] = set()
        self._serving = False

    # -- the core's side ---------------------------------------------------------------------------------------------

    @property
    def account(self) -> str:
        """The one browser account of an installation."""
        return ACCOUNT

    @property
    def abilities(self) -> Abilities:
        """No limit of its own, and ids make repeats harmless for as long as a page lives."""
        return Abilities(rate=0.0, in_flight=64, idempotent_for=365 * 86400.0, closes_questions=True)

    @property
    def weather(self) -> str:
        """There is no network between us and our own pages."""
        return ""

    async def open(self) -> None:
        """Nothing to log in to; from now on pages are let in (another process may hold the account until then)."""
        self._serving = True

    async def batches(self, cursor: str) -> AsyncIterator[Batch]:
        """What pages said. An event leaves the queue, and its page is told, when the next batch is asked for."""
        while self._serving:
            self._bell.clear()
            events = tuple(incoming for incoming, _ in islice(self._arrived, BATCH_MAX))
            if not events:
                await self._bell.wait()
                continue
            yield Batch(events)
            for _ in events:
                self._settle(committed=True)

    async def send(self, shipment: Shipment) -> Receipt:
        """Tell the session's open pages; whoever is away finds it in the mailbox. An edit keeps the message's ref."""
        if not self._serving:
            raise DeliveryProblem(Verdict.UNSENT, "the browser chat is closed")
        frame = self._write(shipment)
        self._recent.append((self._clock.monotonic(), shipment))
        for line in tuple(self._lines.get(shipment.address, ())):
            line.push(frame)
        return Receipt(shipment.edits or (str(shipment.id),))

    async def probe(self) -> None:
        """It is us who answers."""

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        """An uploaded picture, while it is kept. It may be gone after a restart: its size is not to blame, then."""
        content = self._uploads.get(attachment.ref, self._clock.monotonic())
        if content is None:
            raise DeliveryProblem(Verdict.UNSENT, "the upload is gone")
        if len(content) > limit:
            raise DeliveryProblem(Verdict.REFUSED, f"the upload is larger than {limit} bytes")
        return content

    async def close(self) -> None:
        """Cut all lines. What was not committed stays with the pages, which send it again."""
        self._serving = False
        self._bell.set()
        while self._arrived:
            self._settle(committed=False)
        for address in self._lines:
            self._cut(address)

    # -- the pages' side ---------------------------------------------------------------------------------------------

    def connect(self, address: str, language: str, after: int) -> Line | None:
        """A line for a page of this session that has everything up to `after`.

        None if there are too many already, another process serves the account, or the session is being ended: the page
        comes back later.
        """
        if not self._serving or address in self._ending or sum(map(len, self._lines.values())) >= LINES_MAX:
            return None
        own = self._lines[address]
        if len(own) >= LINES_PER_SESSION:
            own.pop(0).cut()
        line = Line(Visitor(ACCOUNT, address, language), after, self)
        own.append(line)
        return line

    def disconnect(self, address: str, line: object) -> None:
        """The page of this session that had the line has gone."""
        own = [one for one in self._lines.pop(address, []) if one is not line]
        if own:
            self._lines[address] = own

    async def end(self, address: str) -> bool:
        """The session is over: its pages are cut off, nothing is sent there any more, and whoever has kept its cookie
        is a stranger. True when that is committed, False if the transport closes before.

        Nobody is let in at this address until then, nor while what was sent a moment ago may be found.
        """
        self._ending.add(address)
        self._cut(address)
        kept = await self.accept(translate.ended(Visitor(ACCOUNT, address, ""), self._clock.now()))
        asyncio.get_running_loop().call_later(RECENT_SECONDS if kept else 0.0, self._ending.discard, address)
        return kept

    def _cut(self, address: str) -> None:
        for line in tuple(self._lines.get(address, ())):
            line.cut()

    def keep_upload(self, address: str, content: bytes) -> str:
        """Keep an upload for the message that will name it; "" if there is no room, or the account is not served."""
        if not self._serving:
            return ""
        return self._uploads.keep(address, content, self._clock.monotonic())

    def file_of(self, address: str, token: str) -> int | None:
        """The id of the file whose address was made for this session; None for anybody else's."""
        try:
            return int(self._signer(address).unsign(token))
        except BadSignature:
            return None

    # -- what lines need ---------------------------------------------------------------------------------------------

    def read(self, frame: str, visitor: Visitor) -> tuple[str, Incoming]:
        """See `Exchange`."""
        return translate.read(frame, visitor, self._clock.now())

    async def accept(self, incoming: Incoming) -> bool:
        """See `Exchange`."""
        await self._room.acquire()
        if not self._serving:
            self._room.release()
            return False
        committed: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._arrived.append((incoming, committed))
        self._bell.set()
        return await committed

    async def greet(self, visitor: Visitor) -> bool:
        """See `Exchange`."""
        return await self.accept(translate.joined(visitor, self._clock.now()))

    async def missed(self, address: str, after: int) -> tuple[int, list[str]]:
        """See `Exchange`."""
        shipments = await self._mailbox(address, after)
        frames = [self._write(one) for one in translate.standing(shipments, self._lately(address))]
        return max((shipment.id for shipment in shipments), default=after), frames

    def recent(self, address: str) -> list[str]:
        """See `Exchange`."""
        return [self._write(one) for one in translate.standing(self._lately(address))]

    def _lately(self, address: str) -> list[Shipment]:
        oldest = self._clock.monotonic() - RECENT_SECONDS
        return [one for at, one in self._recent if one.address == address and at > oldest]

    def _settle(self, *, committed: bool) -> None:
        _, told = self._arrived.popleft()
        self._room.release()
        if not told.done():
            told.set_result(committed)

    def _write(self, shipment: Shipment) -> str:
        return translate.write(shipment, lambda file: self._file_url(shipment.address, file))

    def _file_url(self, address: str, file: FileRef) -> str:
        return FILES + self._signer(address).sign(str(file.id)).decode()

    def _signer(self, address: str) -> Signer:
        return Signer(self._key, salt=f"file:{address}", digest_method=hashlib.sha256)
