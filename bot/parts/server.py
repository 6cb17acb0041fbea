"""The web server as we run it: how many connections, how large, and how long one may stand there saying nothing."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from bot.parts.limits import CONNECTIONS_MAX

SOCKET_MAX = 262_144
"""Bytes of one message from a browser's page; pictures come by another way."""

SILENT_SECONDS = 10.0
"""How long a connection may take to ask for something. Uvicorn counts it from the beginning and would wait for ever."""

LOOK_EVERY = 10
"""Of uvicorn's ticks, of which a second has ten."""


class Server(uvicorn.Server):
    """A uvicorn that leaves the signals to the app, and closes connections on which nobody asks for anything."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._silent: dict[object, float] = {}

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def on_tick(self, counter: int) -> bool:
        if counter % LOOK_EVERY == 0:
            self._close_silent(time.monotonic())
        return await super().on_tick(counter)

    def _close_silent(self, now: float) -> None:
        silent = [one for one in self.server_state.connections if _asks_nothing(one)]
        self._silent = {one: self._silent.get(one, now) for one in silent}
        for one in silent:
            if now - self._silent[one] >= SILENT_SECONDS:
                one.transport.close()


def _asks_nothing(connection: object) -> bool:
    """Whether it has sent no whole head of a request yet, the first or a further one, and uvicorn waits all the same.

    A socket is none of these: the pages' pings tell which of them are alive.
    """
    cycle = getattr(connection, "cycle", connection)
    waits = getattr(connection, "timeout_keep_alive_task", None) is None
    return cycle is None or (waits and getattr(cycle, "response_complete", False))


def web_server(app: ASGIApp, host: str, port: int) -> Server:
    """A server for the web face, not yet started. Visitors' addresses are taken from X-Forwarded-For only where a
    trusted proxy says so: one on this machine, or those named in FORWARDED_ALLOW_IPS (uvicorn's own setting).
    """
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        ws_max_size=SOCKET_MAX,
        limit_concurrency=CONNECTIONS_MAX,
        timeout_graceful_shutdown=2,
    )
    return Server(config)
