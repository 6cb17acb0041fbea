"""`python -m tests.fakeapi --port 0`: a fake Bot API server. Prints its port and the control interface's port."""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
from collections.abc import Awaitable

from tests.fakeapi.server.api import BotApi
from tests.fakeapi.server.control import Control
from tests.fakeapi.server.faults import Faults
from tests.fakeapi.server.http import Connection, Handler, Reply, Request
from tests.fakeapi.server.push import push_forever
from tests.fakeapi.server.world import World

HOST = "127.0.0.1"


class Server:
    """Two ports: one that can be closed for a while, and one that stays."""

    def __init__(self) -> None:
        self.world, self.faults = World(), Faults()
        self.api = BotApi(self.world, self.faults)
        self.control = Control(self.world, self.faults, self.refuse)
        self.connections: set[Connection] = set()
        self.pushers: dict[str, asyncio.Task[None]] = {}
        self.listening: asyncio.Server | None = None
        self.port = 0
        self.task: asyncio.Task[None] | None = None

    async def start(self, port: int) -> tuple[int, int]:
        self.listening = await self._listen(self._handle, port, self.connections)
        self.port = self.listening.sockets[0].getsockname()[1]
        control = await self._listen(self.control.handle, 0, set())
        return self.port, control.sockets[0].getsockname()[1]

    async def _listen(self, handler: Handler, port: int, connections: set[Connection]) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        return await loop.create_server(lambda: Connection(handler, connections), HOST, port, backlog=1024)

    def _handle(self, request: Request) -> Reply | Awaitable[Reply]:
        reply = self.api.handle(request)
        if request.path.endswith("/setWebhook"):
            for token, bot in self.world.bots.items():
                if token not in self.pushers:
                    self.pushers[token] = asyncio.create_task(push_forever(bot))
                bot.push.set()
        return reply

    def refuse(self, seconds: float) -> None:
        self.task = asyncio.create_task(self._refuse(seconds))

    async def _refuse(self, seconds: float) -> None:
        assert self.listening is not None
        self.listening.close()
        for connection in tuple(self.connections):
            connection.close()
        await asyncio.sleep(seconds)
        self.listening = await self._listen(self._handle, self.port, self.connections)


async def serve(port: int) -> None:
    """Until the process that started us is gone or ends us."""
    server, parent = Server(), os.getppid()
    print(*await server.start(port), flush=True)  # noqa: T201 - what the caller waits for
    while os.getppid() == parent:  # noqa: ASYNC110 - nobody tells a process that its parent is gone
        await asyncio.sleep(1)


if __name__ == "__main__":
    gc.disable()  # it keeps all it was sent: looking through that again and again would stop it for 50 ms and more
    parser = argparse.ArgumentParser(prog="python -m tests.fakeapi", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 = any free one")
    asyncio.run(serve(parser.parse_args().port))
