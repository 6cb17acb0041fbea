"""Measures the way in: ours and the peer in turns on SQLite, ours on PostgreSQL; medians of several rounds."""

from __future__ import annotations

import asyncio
import logging
import statistics
import tempfile
import warnings
from pathlib import Path

from benchmarks.databases import postgres
from benchmarks.inbound import peer as usual
from benchmarks.inbound.ours import Ours, ours
from benchmarks.inbound.peer import Peer, peer
from benchmarks.inbound.persons import crowd
from benchmarks.inbound.spent import Spent
from benchmarks.report import Report, Row

ROUNDS = 5
PERSONS, PEERS_PERSONS, WARM_UP = 1000, 100, 100
"""How many join in a round; the peer is slower and gets fewer."""

SQLITE_LEAST, POSTGRES_LEAST, TIMES_LEAST = 2500.0, 1500.0, 6.0
"""Messages per second, and how many times the peer's: what the project promises."""

REMARKS = (
    f"""ours: bot.core's receive, inbox, Handler and the dialogue of handlers/membership/joining.py; edit and reply are
    in the ledger, all committed. {PERSONS} persons a round, 10 to 12 messages each, in batches of 100 (the most a
    getUpdates hands out);
    median of {ROUNDS} rounds after a warm-up. The clock runs from the moment the network has the messages until
    the last one is committed; while persons read it stands still. The dispatcher does not send meanwhile.""",
    """on the disk: accepting a batch waits for the disk (the network forgets it then); handling it is committed to
    the log and forced with the next batch, because after a power cut it would simply be handled again. The peer has
    nothing to repeat it from, so all its commits wait; how fast it is without that is told as well.""",
    """sending too: our dispatcher claims, sends to a network that takes everything at once and records the receipts
    while the clock runs.""",
    f"peer, {usual.NAME}: {usual.LACKS}.",
)


def run() -> Report:
    """All of it."""
    logging.getLogger().setLevel(logging.ERROR)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory(prefix="unterhaken-bench-") as name:
        folder = Path(name)
        mine, theirs = asyncio.run(_on_sqlite(folder))
        sending = asyncio.run(_alone(f"sqlite:///{folder}/sending.db", folder, sending=True))
        with postgres(folder) as url:
            other = asyncio.run(_alone(url, folder))
            others_peer = asyncio.run(_peer_alone(url))
    best = max(theirs.values(), key=lambda spent: spent.rate)
    rates = {name: spent.rate for name, spent in theirs.items()}
    costs = {name: spent.cost for name, spent in theirs.items()}
    return Report(
        "inbound",
        (
            Row("messages, SQLite", mine.rate, "1/s", at_least=SQLITE_LEAST, peers=rates),
            Row("as many times as the fastest peer", mine.rate / best.rate, "x", at_least=TIMES_LEAST),
            Row(
                "messages, PostgreSQL", other.rate, "1/s", at_least=POSTGRES_LEAST, peers={usual.NAME: others_peer.rate}
            ),
            Row("processor per message, SQLite", mine.cost, "us", peers=costs),
            Row("processor per message, PostgreSQL client", other.cost, "us", peers={usual.NAME: others_peer.cost}),
            Row("messages, SQLite, sending too", sending.rate, "1/s"),
        ),
        tuple(" ".join(remark.split()) for remark in REMARKS),
    )


async def _on_sqlite(folder: Path) -> tuple[Spent, dict[str, Spent]]:
    """Ours and the peer's in turns, so that a busy moment of the machine meets both."""
    async with (
        ours(f"sqlite:///{folder}/ours.db", folder) as mine,
        peer(f"sqlite:///{folder}/peer.db") as theirs,
        peer(f"sqlite:///{folder}/hasty.db", hasty=True) as hasty,
    ):
        players: dict[str, tuple[Ours | Peer, int]] = {
            "": (mine, PERSONS),
            usual.NAME: (theirs, PEERS_PERSONS),
            f"{usual.NAME}, commits not on the disk": (hasty, PEERS_PERSONS),
        }
        rounds: dict[str, list[Spent]] = {name: [] for name in players}
        for number in range(ROUNDS + 1):
            for name, (player, count) in players.items():
                rounds[name].append(await player.play(crowd(number * 10_000 + 1, count if number else WARM_UP)))
    found = {name: median(spent[1:]) for name, spent in rounds.items()}
    return found.pop(""), found


async def _alone(url: str, folder: Path, *, sending: bool = False) -> Spent:
    async with ours(url, folder, sending=sending) as mine:
        await mine.play(crowd(1, WARM_UP))
        return median([await mine.play(crowd(number * 10_000, PERSONS)) for number in range(1, ROUNDS + 1)])


async def _peer_alone(url: str) -> Spent:
    async with peer(url) as theirs:
        await theirs.play(crowd(1, WARM_UP // 2))
        return median([await theirs.play(crowd(number * 10_000, PEERS_PERSONS)) for number in range(1, 4)])


def median(rounds: list[Spent]) -> Spent:
    """The round in the middle by rate."""
    middle = statistics.median_low([spent.rate for spent in rounds])
    return next(spent for spent in rounds if spent.rate == middle)
