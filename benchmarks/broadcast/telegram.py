"""The same message to many on Telegram: ours and the peers', through the fake Bot API with 50 ms of latency.

Ours and each peer take turns; what is told is the median of three rounds by rate, and what went wrong in all of them.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import Row
from tests.fakeapi.client import FakeApi
from tests.live.running import ROOT

LATENCY = 0.05
PEERS = Path(".venv/peers/bin/python")
ROUNDS = 3
FREE = 30.0
LOOP, STOCK = "PTB, loop with sleep(0.04)", "PTB, many at once"
LIMITER, AIOGRAM = "PTB + AIORateLimiter", "aiogram + semaphore"
OTHER_HTTP = "PTB on aiohttp, many at once"
LACKS = {
    LOOP: "no ledger, no resume after a crash, no record of who got it; a lost answer ends in an exception",
    STOCK: "no ledger, no resume, no pacing",
    LIMITER: "no ledger, no resume; retries blindly after a time-out, so that somebody may get it twice",
    AIOGRAM: "no ledger, no resume, no pacing",
    OTHER_HTTP: "no ledger, no resume, no pacing; an error of the connection may end in a blind repeat",
}
AIOGRAM_RATE, AIOGRAM_EACH = 2660.0, 324.0
"""Messages a second and microseconds of processor of aiogram without a limit, on the machine for which the limits were
set: what of a figure is the machine's is seen by it.
"""


@dataclass(frozen=True, slots=True)
class Sent:
    """How a broadcast went. `cpu` in seconds; `throttled` counts 429s; `lost` and `doubled` count chats."""

    seconds: float
    cpu: float
    count: int
    throttled: int
    lost: int
    doubled: int

    @property
    def rate(self) -> float:
        """Messages a second."""
        return (self.count - self.lost) / self.seconds

    @property
    def share(self) -> float:
        """Percent of one core."""
        return self.cpu / self.seconds * 100

    @property
    def each(self) -> float:
        """Microseconds of processor per message."""
        return self.cpu / self.count * 1e6


@contextmanager
def _api(free: float, paid: float = 0.0) -> Iterator[FakeApi]:
    """In its own process; every sending call takes 50 ms. More than `free` messages a second, and more than `paid` of
    those that are paid for, get a 429 (0 = no limit).
    """
    with FakeApi() as api:
        api.control("bot", anybody=True)
        api.control("limits", total=free, paid=paid)
        api.control("fault", kind="late", method="send", times=10**9, seconds=LATENCY)
        yield api


def _run(command: list[str], api: FakeApi, count: int) -> Sent:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1800, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"{command[:4]}: {done.stderr[-2000:]}")
    spent = json.loads(done.stdout.splitlines()[-1])
    counts = api.counts()
    got = counts["chats"]
    return Sent(
        seconds=spent["seconds"],
        cpu=spent["cpu"],
        count=count,
        throttled=int(counts["statuses"].get("429", 0)),
        lost=sum(str(chat) not in got for chat in range(1, count + 1)),
        doubled=sum(number > 1 for number in got.values()),
    )


def ours(count: int, rate: float) -> Sent:
    """Our own, paced at `rate` messages a second (0 = no limit). Above Telegram's free limit they are paid for."""
    free, paid = (0.0, 0.0) if not rate else (FREE, max(rate, FREE))
    with _api(free, paid) as api, tempfile.TemporaryDirectory(prefix="bench-") as folder:
        command = [sys.executable, "-m", "benchmarks.broadcast.ours", api.url, api.token, str(count), str(rate), folder]
        return _run(command, api, count)


def peer(file: str, mode: str, count: int, limit: float) -> Sent:
    """One of the peers; so many a second are let through, paid for or not."""
    with _api(limit) as api:
        script = f"benchmarks/broadcast/peers/{file}.py"
        return _run([str(ROOT / PEERS), script, mode, api.url, api.token, str(count)], api, count)


@dataclass(frozen=True, slots=True)
class Rounds:
    """Several rounds of the same. Speeds are those of the round in the middle by rate; what went wrong is summed up."""

    rounds: tuple[Sent, ...]

    @property
    def middle(self) -> Sent:
        """The round whose speeds are told."""
        rate = statistics.median_low([sent.rate for sent in self.rounds])
        return next(sent for sent in self.rounds if sent.rate == rate)

    @property
    def wrong(self) -> int:
        """Chats that did not get it, or got it more than once."""
        return sum(sent.lost + sent.doubled for sent in self.rounds)

    def sum_of(self, name: str) -> int:
        """Over all rounds."""
        return sum(getattr(sent, name) for sent in self.rounds)


def in_turns(mine: Callable[[], Sent], peers: Mapping[str, Callable[[], Sent]]) -> tuple[Rounds, dict[str, Rounds]]:
    """Ours and every peer."""
    found = [(mine(), {name: run() for name, run in peers.items()}) for _ in range(ROUNDS)]
    theirs = {name: Rounds(tuple(each[name] for _, each in found)) for name in peers}
    return Rounds(tuple(ours for ours, _ in found)), theirs


def _told(name: str, peers: Mapping[str, Rounds]) -> dict[str, float]:
    return {peer: float(getattr(rounds.middle, name)) for peer, rounds in peers.items()}


def _sums(name: str, mine: Rounds, peers: Mapping[str, Rounds], measure: str) -> Row:
    """Of what went wrong there may be nothing, in no round."""
    theirs = {peer: float(rounds.sum_of(name)) for peer, rounds in peers.items()}
    return Row(f"{measure}, in {ROUNDS} rounds", mine.sum_of(name), "", at_most=0, peers=theirs)


def _wrong(mine: Rounds, peers: Mapping[str, Rounds], limit: str) -> Row:
    theirs = {peer: float(rounds.wrong) for peer, rounds in peers.items()}
    return Row(f"{limit}: lost or doubled, in {ROUNDS} rounds", mine.wrong, "", at_most=0, peers=theirs)


def _lacks(peers: Iterable[str]) -> dict[str, str]:
    return {name: LACKS[name] for name in peers}


def at_30() -> list[Row]:
    """Telegram's free limit."""
    peers = {
        LOOP: lambda: peer("with_ptb", "sleep", 150, FREE),
        LIMITER: lambda: peer("with_ptb", "limiter30", 300, FREE),
        AIOGRAM: lambda: peer("with_aiogram", "gather30", 300, FREE),
    }
    mine, theirs = in_turns(lambda: ours(900, FREE), peers)
    rate = mine.middle.rate
    return [
        Row("limit 30/s: rate kept", rate, "1/s", at_least=29.0, peers=_told("rate", theirs), notes=_lacks(peers)),
        _sums("throttled", mine, theirs, "limit 30/s: answers 429"),
        _sums("lost", mine, theirs, "limit 30/s: lost"),
        _sums("doubled", mine, theirs, "limit 30/s: doubled"),
    ]


def at_1000() -> list[Row]:
    """The paid limit, with the ledger committed."""
    peers = {
        LOOP: lambda: peer("with_ptb", "sleep", 150, 1000.0),
        STOCK: lambda: peer("with_ptb", "gather64", 2_000, 1000.0),
        LIMITER: lambda: peer("with_ptb", "limiter1000", 2_000, 1000.0),
        AIOGRAM: lambda: peer("with_aiogram", "gather50", 5_000, 1000.0),
    }
    mine, theirs = in_turns(lambda: ours(30_000, 1000.0), peers)
    one, rate, share = mine.middle, _told("rate", theirs), _told("share", theirs)
    kept = "limit 1000/s: rate kept, ledger committed"
    return [
        Row(kept, one.rate, "1/s", at_least=970.0, peers=rate, notes=_lacks(peers)),
        _sums("throttled", mine, theirs, "limit 1000/s: answers 429"),
        _wrong(mine, theirs, "limit 1000/s"),
        Row("limit 1000/s: processor", one.share, "%", at_most=60.0, peers=share),
    ]


def without_limit() -> list[Row]:
    """256 in flight."""
    peers = {
        STOCK: lambda: peer("with_ptb", "gather256", 2_000, 0.0),
        OTHER_HTTP: lambda: peer("with_ptb", "aiohttp256", 10_000, 0.0),
        AIOGRAM: lambda: peer("with_aiogram", "gather256", 10_000, 0.0),
    }
    mine, theirs = in_turns(lambda: ours(20_000, 0.0), peers)
    one, other = mine.middle, theirs[AIOGRAM].middle
    rate, each = _told("rate", theirs), _told("each", theirs)
    faster, dearer = one.rate / other.rate, one.each / other.each
    return [
        Row("no limit: messages, with the ledger", one.rate, "1/s", at_least=2500.0, peers=rate, notes=_lacks(peers)),
        Row("no limit: processor per message", one.each, "us", at_most=400.0, peers=each),
        _wrong(mine, theirs, "no limit"),
        Row("no limit: messages against aiogram's", faster, "x", at_least=2500.0 / AIOGRAM_RATE),
        Row("no limit: processor against aiogram's", dearer, "x", at_most=400.0 / AIOGRAM_EACH),
    ]
