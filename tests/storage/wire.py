"""A wire to PostgreSQL that can be cut at the moment of a COMMIT: before it arrives, or before its answer returns."""

from __future__ import annotations

import contextlib
import socket
import threading
from enum import Enum
from pathlib import Path

from sqlalchemy.engine import make_url

COMMIT = b"COMMIT"


class Cut(Enum):
    BEFORE = "the server never hears of the commit"
    AFTER = "the server commits, the answer is lost"


class Wire:
    """Listens on a Unix socket in `folder` and passes everything on to the real server until it is told to cut."""

    def __init__(self, server: str, folder: Path) -> None:
        self._server = make_url(server)
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / ".s.PGSQL.5432"))
        self._listener.listen(16)
        self.url = self._server.set(host=None, port=None, query={"host": str(folder)}).render_as_string(
            hide_password=False
        )
        self.armed: Cut | None = None
        self.cuts = 0
        self.dead = False
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.dead = True
        for one in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)  # closing alone does not wake the thread that waits on it
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.dead:
                client.close()
                continue
            server = self._connect()
            self._open += [client, server]
            for pump in (self._to_server, self._to_client):
                threading.Thread(target=pump, args=(client, server), daemon=True).start()

    def _connect(self) -> socket.socket:
        folder = self._server.query.get("host")
        if isinstance(folder, str) and folder.startswith("/"):
            server = socket.socket(socket.AF_UNIX)
            server.connect(f"{folder}/.s.PGSQL.{self._server.port or 5432}")
            return server
        return socket.create_connection((self._server.host or "127.0.0.1", self._server.port or 5432))

    def _to_server(self, client: socket.socket, server: socket.socket) -> None:
        try:
            while data := client.recv(65536):
                if self.armed is not None and COMMIT in data:
                    self._cut(client, server, data)
                    return
                server.sendall(data)
        except OSError:
            pass
        hang_up(client, server)

    def _cut(self, client: socket.socket, server: socket.socket, data: bytes) -> None:
        how, self.armed = self.armed, None
        self.cuts += 1
        hang_up(client)
        if how is Cut.AFTER:
            server.sendall(data)
        hang_up(server, how=socket.SHUT_WR)

    @staticmethod
    def _to_client(client: socket.socket, server: socket.socket) -> None:
        try:
            while data := server.recv(65536):
                client.sendall(data)
        except OSError:
            pass
        hang_up(client, server)


def hang_up(*sockets: socket.socket, how: int = socket.SHUT_RDWR) -> None:
    """End connections that may have ended already."""
    for one in sockets:
        try:
            one.shutdown(how)
        except OSError:
            continue
