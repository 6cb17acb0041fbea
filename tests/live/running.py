"""The real program in its own process: started with settings in its environment, waited for, stopped by its id.

However it ran, at DEBUG, its log may hold nothing that is secret or somebody's own (fault 62).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.live.quiet import kept_about_people, overheard, secrets_of

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 30.0


def free_port() -> int:
    """A port on the loopback that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


LEFT_OUT = ("UNTERHAKEN_", "PYTHONDONTWRITEBYTECODE")
"""Variables the program is started without: other settings, and what would make it compile itself at every start."""


@dataclass
class Program:
    """`python -m bot run` (or `demo`) with its own database below `folder`, which is its working directory. `private`
    is what else its log may not hold, as it is not in the database any more when the program ends.
    """

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ("run",)
    port: int = field(default_factory=free_port)
    private: set[str] = field(default_factory=set)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return (self.folder / "log.txt").read_text("utf-8", "replace")

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(LEFT_OUT)}
        given = {"WEB__PORT": str(self.port), "LOG__LEVEL": "DEBUG", **self.settings}
        kept |= {f"UNTERHAKEN_{name}": value for name, value in given.items()}
        return kept | {"PYTHONPATH": str(ROOT)}

    def start(self) -> None:
        """Start the process; does not wait."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", *self.arguments],
                cwd=self.folder,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def ready(self, *parts: str, seconds: float = START_SECONDS) -> None:
        """Wait until the web face answers and the named parts ("telegram", "matrix", ...) are well."""
        until = time.monotonic() + seconds
        answer = ""
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            while time.monotonic() < until:
                assert self.process is not None
                assert self.process.poll() is None, f"ended with {self.process.returncode}:\n{self.log[-3000:]}"
                try:
                    response = await client.get(f"{self.url}/readyz")
                    found = response.json()["parts"]
                    answer = response.text
                    if all(found.get(part, {}).get("ok") for part in ("database", *parts)):
                        return
                except (httpx.HTTPError, ValueError, KeyError):
                    pass
                await asyncio.sleep(0.05)
        raise AssertionError(f"not ready after {seconds} s: {answer}\n{self.log[-3000:]}")

    async def parts(self) -> dict[str, dict[str, object]]:
        """What /readyz says of every part."""
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            found: dict[str, dict[str, object]] = (await client.get(f"{self.url}/readyz")).json()["parts"]
            return found

    async def trouble(self, part: str, seconds: float = START_SECONDS) -> str:
        """Wait until /readyz names a problem of this part; its words."""
        until, found = time.monotonic() + seconds, ""
        while time.monotonic() < until:
            with contextlib.suppress(httpx.HTTPError, ValueError, KeyError):  # not up yet
                found = str((await self.parts()).get(part, {}).get("problem", ""))
            if found and found not in {"waiting", "opening"}:
                return found
            await asyncio.sleep(0.1)
        raise AssertionError(f"{part} has no problem after {seconds} s: {found!r}\n{self.log[-3000:]}")

    async def asks(self, *arguments: str) -> tuple[int, str]:
        """Another command with the same settings beside the running program: its exit code and what it printed."""
        environment = self.environment() | {"UNTERHAKEN_LOG__LEVEL": "INFO"}
        done = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def kill(self) -> None:
        """SIGKILL, as a power cut would."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def stop(self, seconds: float = 15.0) -> int:
        """SIGTERM and wait; the exit code. A process that does not end is killed and fails the test, and so does a log
        that tells too much.
        """
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.terminate()
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"did not end within {seconds} s:\n{self.log[-3000:]}") from None
        self.has_kept_quiet()
        return code

    def has_kept_quiet(self) -> None:
        """AssertionError if anything secret or personal is in its log."""
        database = self.settings.get("DATABASE__URL", f"sqlite:///{self.folder}/data/unterhaken.db")
        told = overheard(self.log, {*secrets_of(self.settings), *self.private, *kept_about_people(database)})
        assert not told, "\n".join(["the log tells too much:", *told[:10]])
