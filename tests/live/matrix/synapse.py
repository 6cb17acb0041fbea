"""A real homeserver for tests: Synapse in a temporary folder on 127.0.0.1, one per test session, ended with it."""

from __future__ import annotations

import base64
import ctypes
import hashlib
import hmac
import json
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest

LOCAL = "127.0.0.1"
START_SECONDS = 60.0
_MANY = {"per_second": 10_000, "burst_count": 10_000}


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the test server. `password` opens new devices; `token` is a device's own."""

    user_id: str
    password: str
    token: str
    device_id: str


def _ends_with_us() -> None:
    """The server is killed when the run is gone, however that ended (prctl(2), PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Synapse:
    """One running homeserver. `limited` leaves its rate limits at their defaults."""

    def __init__(self, *, limited: bool = False) -> None:
        self._limited = limited
        self._folder = TemporaryDirectory(prefix="unterhaken-synapse-")
        self._secret = secrets.token_hex(16)
        self._process: subprocess.Popen[bytes] | None = None
        self._admin: Account | None = None
        self._users = 0
        self.port = _free_port()

    @property
    def url(self) -> str:
        return f"http://{LOCAL}:{self.port}"

    def start(self) -> None:
        """Start (again, with the same data) and wait until it answers."""
        folder = Path(self._folder.name)
        config = folder / "homeserver.yaml"
        if not config.exists():
            (folder / "signing.key").write_text(f"ed25519 a_test {_unpadded(secrets.token_bytes(32))}\n")
            config.write_text(json.dumps(self._config(folder)))
        with (folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "synapse.app.homeserver", "-c", str(config)],
                cwd=folder,
                stdout=log,
                stderr=log,
                preexec_fn=_ends_with_us,  # noqa: PLW1509 - one system call, started from the main thread
            )
        self._wait(folder)

    def halt(self) -> None:
        """Stop the server, keep its data."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(20)
            self._process = None

    def stop(self) -> None:
        """Stop for good and leave nothing on the disk."""
        self.halt()
        self._folder.cleanup()

    def user(self, name: str) -> Account:
        """A new user; the name is made unique."""
        self._users += 1
        return self._register(f"{name}{self._users}", admin=False)

    def lift_limits(self, account: Account) -> None:
        """What an operator does for a bot: no rate limits for this user."""
        if self._admin is None:
            self._admin = self._register("admin", admin=True)
        user = quote(account.user_id, safe="")
        where = f"/_synapse/admin/v1/users/{user}/override_ratelimit"
        self.ask("POST", where, {"messages_per_second": 0, "burst_count": 0}, self._admin.token)

    def ask(
        self, method: str, where: str, body: Mapping[str, object] | None = None, token: str = ""
    ) -> dict[str, object]:
        """A request straight to the server, for what a test needs beside the clients."""
        data = None if body is None else json.dumps(dict(body)).encode()
        request = urllib.request.Request(self.url + where, data, method=method)  # our own address
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=30) as answer:
            found: dict[str, object] = json.loads(answer.read())
            return found

    def _register(self, name: str, *, admin: bool) -> Account:
        """By the shared secret: needs no login and knows no limit."""
        where, password = "/_synapse/admin/v1/register", secrets.token_hex(12)
        nonce = str(self.ask("GET", where)["nonce"])
        parts = (nonce, name, password, "admin" if admin else "notadmin")
        mac = hmac.new(self._secret.encode(), "\0".join(parts).encode(), hashlib.sha1).hexdigest()
        made = self.ask(
            "POST", where, {"nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
        )
        return Account(str(made["user_id"]), password, str(made["access_token"]), str(made["device_id"]))

    def _config(self, folder: Path) -> dict[str, object]:
        config: dict[str, object] = {
            "server_name": "localhost",
            "report_stats": False,
            "listeners": [
                {
                    "type": "http",
                    "port": self.port,
                    "bind_addresses": [LOCAL],
                    "resources": [{"names": ["client"], "compress": False}],
                }
            ],
            "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
            "media_store_path": str(folder / "media"),
            "signing_key_path": str(folder / "signing.key"),
            "pid_file": str(folder / "pid"),
            "registration_shared_secret": self._secret,
            "macaroon_secret_key": secrets.token_hex(16),
            "form_secret": secrets.token_hex(16),
            "trusted_key_servers": [],
            "federation_domain_whitelist": [],
            "presence": {"enabled": False},
            "bcrypt_rounds": 4,
            "caches": {"sync_response_cache_duration": "0s"},
        }
        if not self._limited:
            plain = ("rc_message", "rc_registration", "rc_admin_redaction", "rc_joins_per_room", "rc_room_creation")
            config |= dict.fromkeys(plain, _MANY)
            config["rc_joins"] = {"local": _MANY, "remote": _MANY}
            config["rc_invites"] = {"per_room": _MANY, "per_user": _MANY, "per_issuer": _MANY}
            config["rc_login"] = {"address": _MANY, "account": _MANY, "failed_attempts": _MANY}
        return config

    def _wait(self, folder: Path) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if self._process is None or self._process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/health", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        said = (folder / "log").read_text(errors="replace")[-3000:]
        self.stop()
        raise RuntimeError(f"Synapse did not start:\n{said}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return int(probe.getsockname()[1])


def _unpadded(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


_RUNNING: pytest.StashKey[dict[bool, Synapse]] = pytest.StashKey()


def _shared(config: pytest.Config, *, limited: bool) -> Synapse:
    """The session's server of this sort: made at first use, whichever test module asks, stopped with the session."""
    running = config.stash.setdefault(_RUNNING, {})
    if limited not in running:
        server = Synapse(limited=limited)
        config.add_cleanup(server.stop)
        server.start()
        running[limited] = server
    return running[limited]


@pytest.fixture(scope="session")
def synapse(pytestconfig: pytest.Config) -> Synapse:
    """The test session's homeserver, without rate limits."""
    return _shared(pytestconfig, limited=False)


@pytest.fixture(scope="session")
def limited_synapse(pytestconfig: pytest.Config) -> Synapse:
    """A second one, with the limits a homeserver has by default."""
    return _shared(pytestconfig, limited=True)
