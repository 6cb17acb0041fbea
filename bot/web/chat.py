"""The browser chat's endpoints: session, socket, uploads and files. What is said goes to the chat network."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from functools import partial
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from bot.core.running.handling import DOCUMENT_MAX
from bot.web.limits.buckets import Allowance, Bucket, Buckets, OnceIn
from bot.web.limits.entrance import FRESH, Entrance
from bot.web.limits.giving import Hatch
from bot.web.limits.taking import Intake
from bot.web.sessions import Sessions
from bot.web.site import ChatNetwork, Line, Site

log = logging.getLogger(__name__)

_NO_NAME = re.compile(r"[^ !#-\[\]-~]|[/:*<>|?]")
"""What a file's name may not hold in a header or on somebody's disk."""

COMING_MAX = 4 * DOCUMENT_MAX
"""Bytes of all uploads that are on their way in: 80 MB of memory."""

SAID, SESSIONS_KEPT = Allowance(rate=3.0, burst=20), 4096
"""Frames of one session, whatever number of pages it has open, and how many sessions are counted."""

ENDS_WITHIN = 5.0
"""Seconds that a page waits until the end of its session is kept."""

FILES_AT_ONCE = 8
"""Files being sent: at most 160 MB of memory."""

NO_SESSION, TOO_MANY, GOING_AWAY, ODD_FRAME = 4401, 1013, 1012, 1003
"""Close codes (RFC 6455 and its registry; 4401 is ours): the page asks for a new session, or comes back later."""


class Chat:
    """The endpoints over one chat network."""

    def __init__(self, site: Site, network: ChatNetwork) -> None:
        self._site = site
        self._network = network
        self._sessions = Sessions(site)
        self._intake = Intake(COMING_MAX)
        self._hatch = Hatch(FILES_AT_ONCE)
        self._entrance, self._flooded = Entrance(), OnceIn(60.0)
        self._said = Buckets(SAID, SESSIONS_KEPT)
        self._ends: set[asyncio.Task[bool]] = set()

    def routes(self) -> list[BaseRoute]:
        """The chat's addresses, below the path of its cookies."""
        return [
            Route("/chat/sitzung", self.begin, methods=["POST"]),
            Route("/chat/ende", self.end, methods=["POST"]),
            Route("/chat/upload", self.upload, methods=["POST"]),
            Route("/chat/datei/{token}", self.file),
            WebSocketRoute("/chat/verbindung", self.socket),
        ]

    async def begin(self, request: Request) -> Response:
        """A session for a seat: the one the browser has, prolonged, or a new one. Says which. 503 if too many begin."""
        seat = self._seat_of_own_page(request)
        address = self._sessions.address(request, seat)
        fresh = not address
        if fresh:
            self._one_more(request.client.host if request.client else "")
            address = self._sessions.fresh_address()
            await self._site.admit(seat, address, self._language(request))
        response = JSONResponse({"fresh": fresh}, headers={"cache-control": "no-store"})
        self._sessions.give(response, seat, address)
        return response

    def _one_more(self, visitor: str) -> None:
        """Count a new session. HTTPException 503 if too many begin at once; whoever has a session goes on."""
        if self._entrance.lets_in(visitor):
            return
        if self._flooded():
            log.warning("more new chat sessions than %g a second: some have to wait, perhaps a script", FRESH.rate)
        raise HTTPException(503, headers={"retry-after": "5"})

    async def end(self, request: Request) -> Response:
        """End the session, e.g. on somebody else's computer. 503 if this process cannot: it goes on.

        While the database is away it is over as soon as that is back; the browser forgets it at once.
        """
        seat = self._seat_of_own_page(request)
        if (address := self._sessions.address(request, seat)) and not await self._ended(address):
            raise HTTPException(503, headers={"retry-after": "5"})
        response = Response(status_code=204, headers={"clear-site-data": '"cache"'})
        self._sessions.end(response, seat)
        return response

    async def _ended(self, address: str) -> bool:
        await asyncio.sleep(self._said.of(address).reserve())
        ending = asyncio.create_task(self._network.end(address))
        self._ends.add(ending)
        ending.add_done_callback(self._ends.discard)
        done, _ = await asyncio.wait({ending}, timeout=ENDS_WITHIN)
        return ending.result() if done else True

    async def upload(self, request: Request) -> Response:
        """Take a picture or document in: its bytes are the body. 413 above 20 MB, 503 while there is no room, and for
        the older of two of a session: our page sends one after the other.
        """
        address = self._sessions.address(request, self._seat_of_own_page(request))
        if not address:
            raise HTTPException(401)
        ref = self._network.keep_upload(address, await self._intake.take(address, request, DOCUMENT_MAX))
        if not ref:
            raise HTTPException(503, headers={"retry-after": "30"})
        return JSONResponse({"upload": ref})

    async def file(self, request: Request) -> ASGIApp:
        """A picture or document that was sent to one of this browser's sessions; 404 for everybody else."""
        for seat in self._site.seats:
            address = self._sessions.address(request, seat)
            file = self._network.file_of(address, request.path_params["token"]) if address else None
            if file is not None:
                return self._hatch.give(partial(self._file, address, file))
        raise HTTPException(404)

    async def _file(self, address: str, file: int) -> Response:
        """404 also where the session was ended since."""
        known = await self._site.store.read(
            lambda work: work.files.get(file) if work.people.find(self._network.account, [address]) else None
        )
        if known is None:
            raise HTTPException(404)
        ref, content = known
        shown = ref.mime in ("image/jpeg", "image/png", "image/webp")
        return Response(
            content,
            media_type=ref.mime if shown else "application/octet-stream",
            headers={
                "cache-control": "private, max-age=3600",
                "content-disposition": f"{'inline' if shown else 'attachment'}; {_filename(ref.name)}",
            },
        )

    # -- the socket --------------------------------------------------------------------------------------------------

    async def socket(self, socket: WebSocket) -> None:
        """One open page: both directions at once, until either side ends it."""
        seat = socket.query_params.get("seat", "")
        if seat not in self._site.seats or not self._sessions.own_page(socket):
            await socket.close()  # before accepting: the handshake is answered with 403
            return
        address = self._sessions.address(socket, seat)
        line = self._network.connect(address, self._language(socket), _number(socket)) if address else None
        try:
            await socket.accept()
            if line is None:
                await socket.close(TOO_MANY if address else NO_SESSION)
            else:
                await self._serve(socket, line, self._said.of(address))
        finally:
            self._network.disconnect(address, line)

    async def _serve(self, socket: WebSocket, line: Line, said: Bucket) -> None:
        ways = [asyncio.create_task(_listen(socket, line, said)), asyncio.create_task(_tell(socket, line))]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            results = await asyncio.gather(*ways, return_exceptions=True)
        code = next((result for result in results if isinstance(result, int)), GOING_AWAY)
        with contextlib.suppress(WebSocketDisconnected, WebSocketDisconnect, RuntimeError):
            await socket.close(code)
        for result in results:
            gone = isinstance(result, (WebSocketDisconnect, WebSocketDisconnected, asyncio.CancelledError))
            if isinstance(result, BaseException) and not gone:
                raise result

    def _seat_of_own_page(self, request: Request) -> str:
        if not self._sessions.own_page(request):
            raise HTTPException(403)
        seat = request.query_params.get("seat", "")
        if seat not in self._site.seats:
            raise HTTPException(404)
        return seat

    def _language(self, connection: Request | WebSocket) -> str:
        return self._site.texts.choose(connection.query_params.get("lang", ""))


def _filename(name: str) -> str:
    """The parameters that name a download (RFC 6266): ASCII for all, the real letters for whoever knows them."""
    plain = _NO_NAME.sub("_", name)
    letters = "" if plain == name else f"; filename*=UTF-8''{quote(name.encode(errors='replace'), safe='')}"
    return f'filename="{plain}"{letters}'


async def _listen(socket: WebSocket, line: Line, said: Bucket) -> int:
    """What the page says, one frame after the other: the next is read when the last is kept for good.

    Whoever says more than people say waits, and loses nothing: what is not read stays in the network's buffers.
    """
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1006))
        frame = message.get("text")
        if frame is None:
            return ODD_FRAME
        await asyncio.sleep(said.reserve())
        answer = await line.take(frame)
        if answer is None:
            return GOING_AWAY
        await socket.send_text(answer)


async def _tell(socket: WebSocket, line: Line) -> int:
    async for frame in line.frames():
        await socket.send_text(frame)
    return GOING_AWAY


def _number(socket: WebSocket) -> int:
    after = socket.query_params.get("after", "0")
    return int(after) if after.isdecimal() and len(after) < 19 else 0  # noqa: PLR2004 - what fits into 64 bits
