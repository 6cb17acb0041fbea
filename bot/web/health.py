"""For machines: /healthz (the process answers), /readyz (each part), /metrics (Prometheus). No personal data."""

from __future__ import annotations

import asyncio
import logging
import time

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.ports import Work
from bot.web.site import WAITING, Site

DATABASE_SECONDS = 5.0
"""Longer than that and the database counts as down."""

COUNT_EVERY = 30.0
"""Seconds for which the numbers of the database stand."""

Numbers = tuple[int, dict[tuple[str, str], int]]
"""What waits in the inbox, and deliveries by account and state."""

log = logging.getLogger(__name__)


class Health:
    """The three addresses."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._counting = asyncio.Lock()
        self._counted: tuple[float, Numbers] | None = None  # when, in monotonic seconds, and what

    def routes(self) -> list[BaseRoute]:
        """Where monitoring looks."""
        return [Route("/healthz", self.alive), Route("/readyz", self.ready), Route("/metrics", self.metrics)]

    async def alive(self, request: Request) -> Response:
        """The event loop turns."""
        return PlainTextResponse("ok\n")

    async def ready(self, request: Request) -> Response:
        """Each part with its trouble. 503 only without the database: one network's trouble does not stop the others."""
        database = await self._database()
        parts = {"database": database, **await self._site.ready()}
        return JSONResponse(
            {
                "ready": not database,
                "parts": {name: {"ok": not trouble, "problem": trouble} for name, trouble in parts.items()},
            },
            503 if database else 200,
            {"cache-control": "no-store"},
        )

    async def metrics(self, request: Request) -> Response:
        """Gauges read from the database, counters of this process."""
        registry = CollectorRegistry()
        waiting = Gauge("unterhaken_inbox_waiting", "Messages received and not yet handled", registry=registry)
        deliveries = Gauge("unterhaken_deliveries", "Messages in the ledger", ("account", "state"), registry=registry)
        trouble = Gauge(
            "unterhaken_account_trouble", "1 while an account stands still", ("account",), registry=registry
        )
        inbox, tally = await self._numbers()
        waiting.set(inbox)
        for (account, state), count in tally.items():
            deliveries.labels(account, state).set(count)
        for account, problem in (await self._site.ready()).items():
            trouble.labels(account).set(1 if problem not in {"", WAITING} else 0)
        for name, value in self._site.counters().items():
            Counter(f"unterhaken_{name}", f"{name} since the start of the process", registry=registry).inc(value)
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    async def _numbers(self) -> Numbers:
        """Counted at most twice a minute, however many ask: it walks the whole ledger."""
        async with self._counting:
            if self._counted is None or time.monotonic() - self._counted[0] > COUNT_EVERY:
                self._counted = time.monotonic(), await self._site.store.read(_numbers)
            return self._counted[1]

    async def _database(self) -> str:
        try:
            await asyncio.wait_for(self._site.store.read(lambda work: work.inbox.waiting()), DATABASE_SECONDS)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is the answer to the question asked
            log.warning("the database does not answer: %s", type(problem).__name__)
            return f"does not answer ({type(problem).__name__})"
        return ""


def _numbers(work: Work) -> Numbers:
    return work.inbox.waiting(), dict(work.ledger.tally())
