"""From nothing to the first greeting: the process's start, its memory at rest, and `make demo` in a new checkout."""

from __future__ import annotations

import http.client
import json
import os
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import psutil
from websockets.sync.client import connect

from benchmarks.report import Row
from tests.fakeapi.client import FakeApi
from tests.live.running import ROOT, Program, free_port

READY_MOST, MEMORY_MOST, DEMO_MOST = 2.0, 120.0, 60.0
"""Seconds, MB (10^6 bytes), seconds."""

STARTS = 5
IDLE_SECONDS = 10.0
POLL_SECONDS = 0.01
START_MOST, DEMO_GIVEN_UP = 30.0, 280.0
STOP_SECONDS = 15.0

OURS = ("UNTERHAKEN_", "PYTHON", "VIRTUAL_ENV", "MAKE", "MFLAGS")
"""Variables that somebody with a new checkout would not have."""


def measure() -> list[Row]:
    """All of it, one after the other."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        demo = [_start(Program(folder / f"demo-{number}", {}, _demo()), ("browser",)) for number in range(STARTS + 1)]
        with FakeApi() as api:
            settings = {"TELEGRAM__TOKEN": api.token, "TELEGRAM__API_URL": api.url, "LOG__LEVEL": "INFO"}
            again = folder / "telegram"
            run = [_start(Program(again, settings), ("browser", "telegram")) for _ in range(STARTS + 1)]
        memory = _idle(Program(folder / "idle", {}, _demo()))
        made = _made(folder / "checkout")
    return [
        *_median("run with Telegram", run),
        *_median("demo on an empty database", demo),
        Row(f"demo: memory after {IDLE_SECONDS:g} s", memory, "MB", at_most=MEMORY_MOST),
        Row("git clone, make demo, first greeting in the chat", made, "s", at_most=DEMO_MOST),
    ]


def _demo() -> tuple[str, ...]:
    """Arguments for a Program whose port is not known yet; see `_placed`."""
    return ("demo", "--port")


def _placed(program: Program) -> Program:
    if program.arguments[-1] == "--port":
        program.arguments = (*program.arguments, str(program.port))
    return program


@contextmanager
def _started(program: Program) -> Iterator[float]:
    """The program, running; the moment before it was started. Ended by its id."""
    before = time.monotonic()
    _placed(program).start()
    try:
        yield before
        program.stop(STOP_SECONDS)
    finally:
        program.kill()


def _start(program: Program, parts: tuple[str, ...]) -> tuple[float, float]:
    """Seconds until /readyz finds these parts well, and how many of them the processor worked for it."""
    with _started(program) as before:
        _ready(program.port, parts, START_MOST, lambda: program.log)
        seconds = time.monotonic() - before
        spent = _process(program).cpu_times()
        return seconds, spent.user + spent.system


def _process(program: Program) -> psutil.Process:
    if program.process is None:
        raise RuntimeError("the program was not started")
    return psutil.Process(program.process.pid)


def _median(what: str, starts: Sequence[tuple[float, float]]) -> list[Row]:
    """The first start of a kind writes the bytecode and does not count."""
    seconds, worked = (statistics.median(values) for values in zip(*starts[1:], strict=True))
    return [
        Row(f"{what}: start to ready", seconds, "s", at_most=READY_MOST),
        Row(f"{what}: processor time until ready", worked, "s"),
    ]


def _idle(program: Program) -> float:
    """MB of RSS after a while in which nobody came."""
    with _started(program):
        _ready(program.port, ("browser",), START_MOST, lambda: program.log)
        time.sleep(IDLE_SECONDS)
        return _process(program).memory_info().rss / 1e6


def _ready(port: int, parts: tuple[str, ...], seconds: float, said: Callable[[], str]) -> None:
    """Wait until the database and these parts are well. TimeoutError with what the program said."""
    for _ in range(int(seconds / POLL_SECONDS)):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            found = json.loads(connection.getresponse().read())["parts"]
            if all(found.get(part, {}).get("ok") for part in ("database", *parts)):
                return
        except (OSError, http.client.HTTPException):
            pass  # nobody listens yet
        finally:
            connection.close()
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"not ready after {seconds:g} s:\n{said()[-3000:]}")


# -- as somebody does it who tries it out ------------------------------------------------------------------------------


def _made(checkout: Path) -> float:
    """Seconds from `git clone` of what is committed to the first greeting, installing everything on the way."""
    before = time.monotonic()
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(checkout)], check=True)  # noqa: S603, S607
    port = free_port()
    with (checkout.parent / "make.txt").open("wb") as output, _making(checkout, port, output.fileno()) as process:
        _ready(port, ("browser",), DEMO_GIVEN_UP, lambda: Path(output.name).read_text("utf-8", "replace"))
        _greeted(port)
        seconds = time.monotonic() - before
        if process.poll() is not None:
            raise RuntimeError(f"make demo ended by itself with {process.returncode}")
    return seconds


@contextmanager
def _making(checkout: Path, port: int, output: int) -> Iterator[subprocess.Popen[bytes]]:
    """`make demo` as the head of a group of its own, which is ended as Ctrl+C ends it."""
    command = ["make", "demo", "HOST=127.0.0.1", f"PORT={port}"]
    process = subprocess.Popen(  # noqa: S603
        command, cwd=checkout, env=_environment(os.environ), stdout=output, stderr=output, start_new_session=True
    )
    try:
        yield process
    finally:
        for sign in (signal.SIGINT, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """As in a new terminal: no settings, and not the environment this runs in."""
    kept = {name: value for name, value in given.items() if not name.startswith(OURS)}
    own = given.get("VIRTUAL_ENV", str(ROOT / ".venv"))
    kept["PATH"] = os.pathsep.join(part for part in given["PATH"].split(os.pathsep) if not part.startswith(own))
    return kept


def _greeted(port: int) -> None:
    """Open the chat as its page does and wait for the first message."""
    origin = f"http://127.0.0.1:{port}"
    with httpx.Client(trust_env=False, base_url=origin, headers={"origin": origin}, timeout=30) as client:
        client.post("/chat/sitzung", params={"seat": "member", "lang": "de"}).raise_for_status()
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    address = f"ws://127.0.0.1:{port}/chat/verbindung?seat=member&lang=de&after=0"
    with connect(address, origin=origin, additional_headers={"cookie": cookies}, proxy=None) as socket:  # type: ignore[arg-type]
        for _ in range(10):
            frame = json.loads(socket.recv(timeout=30))
            if frame["type"] == "message" and frame["html"]:
                return
    raise RuntimeError("the chat said nothing")
