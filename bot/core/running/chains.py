"""What is under way on one account's network: a chain of deliveries per contact, sent one after the other."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.delivery import LeftBehind, Outcome, PutBack, after, bare, forgotten
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict
from bot.core.media.fitting import is_longer
from bot.core.messages import Known, Load, Outgoing, Receipt, Shipment
from bot.core.ports import Clock, Delivery, Settlement
from bot.core.running.breaker import Breaker
from bot.core.running.paces import Paces
from bot.core.running.rounds import UNASKED
from bot.core.transport import Transport

log = logging.getLogger(__name__)

Sorry = Callable[[Outgoing, str], Outgoing]
"""Adds to words that their files were refused, in this language."""

DRAIN = 5.0
"""Seconds that messages under way get to finish when the process is asked to stop."""


@dataclass(slots=True)
class Chain:
    """Messages to one contact. `left` of them are not recorded yet; `waits` for its turn with nothing handed over."""

    rows: Sequence[Delivery]
    left: int
    waits: bool = False
    task: asyncio.Task[None] | None = None


class Chains:
    """Sends as long as the lease is `held`. `settled` is told what became of each delivery; a contact is busy until
    that is recorded.
    """

    def __init__(
        self,
        transport: Transport,
        clock: Clock,
        settled: Callable[[Settlement], None],
        load: Load,
        known: Known,
        sorry: Sorry,
        held: Callable[[], bool],
    ) -> None:
        self._lease_is_held = held
        self._sorry = sorry
        self._transport = transport
        self._clock = clock
        self._settled = settled
        self._load = load
        self._known = known
        self._abilities = transport.abilities
        self._paces = Paces(self._abilities, clock.monotonic)
        self._breaker = Breaker(transport.probe, clock.monotonic)
        self._under_way: dict[int, Chain] = {}
        self._held: dict[int, float] = {}  # contact -> monotonic moment it may be written to again
        self.account_problem: AccountProblem | None = None

    # -- what may be claimed -----------------------------------------------------------------------------------------

    def over_with(self, settled: Sequence[Settlement]) -> set[int]:
        """The chains that these settlements are the rest of."""
        counted = Counter(_key(one) for one in settled)
        return {key for key, count in counted.items() if key in self._under_way and self._under_way[key].left <= count}

    def free(self, over: set[int]) -> int:
        """Contacts that may be written to beside those under way, when some are over."""
        return 0 if self.account_problem else self._abilities.in_flight - len(self._under_way) + len(over)

    @property
    def under_way(self) -> bool:
        """Whether anything is, or is not recorded yet."""
        return bool(self._under_way)

    @property
    def trouble(self) -> str:
        """Why unasked messages stand still; "" while the network answers."""
        return self._breaker.problem

    @property
    def ids(self) -> set[int]:
        """The deliveries under way, or not recorded yet."""
        return {row.id for chain in self._under_way.values() for row in chain.rows}

    def unasked(self) -> int:
        """Unasked messages that may go soon; one at a time while it is found out whether the network answers again."""
        trying = any(chain.rows[0].lane in UNASKED for chain in self._under_way.values())
        return self._breaker.lets(self._paces.unasked(self._waiting()), trying=trying)

    def rooms(self) -> Mapping[tuple[int, float], int]:
        """Of those, how many of each announcement that was slowed down."""
        return self._paces.rooms(self._waiting())

    def _waiting(self) -> list[Delivery]:
        return [chain.rows[0] for chain in self._under_way.values() if chain.waits]

    def busy(self, over: set[int]) -> list[int]:
        """Contacts that must not be written to now: something is under way, or their network asked for a pause."""
        now = self._clock.monotonic()
        self._held = {contact: until for contact, until in self._held.items() if until > now}
        return [*(key for key in self._under_way if key > 0 and key not in over), *self._held]

    def pause(self) -> float | None:
        """Seconds until a contact on hold may be written to again, or a pace has room again."""
        now = self._clock.monotonic()
        waits = [until - now for until in self._held.values()]
        if (soon := self._paces.soon()) is not None:
            waits.append(soon)
        return min(waits, default=None)

    # -- sending -----------------------------------------------------------------------------------------------------

    def start(self, claimed: Sequence[Delivery]) -> None:
        """Send these: those to one contact in order."""
        chains: dict[int, list[Delivery]] = {}
        for row in claimed:
            chains.setdefault(row.contact or -row.id, []).append(row)
        for key, rows in chains.items():
            chain = self._under_way[key] = Chain(rows, len(rows), waits=rows[0].lane in UNASKED)
            chain.task = asyncio.create_task(self._send_all(chain))
        self._paces.claimed([row for row in claimed if row.lane in UNASKED])

    async def _send_all(self, chain: Chain) -> None:
        """One after the other; after one that did not go out the rest keeps its place behind it."""
        goes_on = True
        for row in chain.rows:
            goes_on = self._concluded(row, await self._outcome(chain, row) if goes_on else PutBack())

    def _concluded(self, row: Delivery, outcome: Outcome) -> bool:
        """Settle it, whatever happens: a contact with something unsettled would not be written to any more. Whether it
        went out.
        """
        try:
            self.settle(row, outcome)
        except Exception:  # a bug, or a network's answer that nobody thought of
            log.exception("%s: delivery %d could not be settled", self._network, row.id)
            self.settle(row, DeliveryProblem(Verdict.UNCERTAIN, "unexpected error after sending"))
            return False
        return isinstance(outcome, Receipt)

    async def _outcome(self, chain: Chain, row: Delivery) -> Outcome:
        if row.lane not in UNASKED:
            return await self._try(row)
        try:
            async with self._paces.turn(row) as is_its_turn:
                chain.waits = False
                outcome = await self._try(row) if is_its_turn and not self._breaker.holds() else PutBack()
                if isinstance(outcome, Receipt):
                    self._paces.sent(row)
                return outcome
        except asyncio.CancelledError:  # while it waited
            return PutBack()

    async def _try(self, row: Delivery) -> Outcome:
        if forgotten(row, self._clock.now(), self._abilities.idempotent_for):
            return DeliveryProblem(Verdict.UNCERTAIN, "tried before, and the network no longer remembers it")
        if not self._lease_is_held():  # the process stood still: somebody else may be sending by now
            return PutBack()
        outcome = await self._send(row)
        self._breaker.note(outcome)
        return outcome

    async def _send(self, row: Delivery) -> Outcome:
        try:
            return await self._transport.send(self._shipment(row))
        except DeliveryProblem as problem:
            return problem
        except asyncio.CancelledError:
            return self.left_behind(row)
        except Exception:  # a bug in an adapter must not stop the others; the message may be out
            log.exception("%s: sending delivery %d failed unexpectedly", self._network, row.id)
            return DeliveryProblem(Verdict.UNCERTAIN, "unexpected error while sending")

    def left_behind(self, row: Delivery) -> LeftBehind:
        """What became of a delivery that was interrupted."""
        return LeftBehind(is_longer(row, self._abilities))

    def _shipment(self, row: Delivery) -> Shipment:
        return Shipment(
            *(row.id, row.address, row.outgoing, row.language, row.refs, row.edits),
            load=self._load,
            known=self._known,
            unasked=row.lane in UNASKED,
        )

    def settle(self, row: Delivery, outcome: Outcome) -> None:
        """Tell what became of a delivery, and note what that means beyond it."""
        settlement = after(outcome, row, self._clock.now(), self._abilities.idempotent_for)
        if isinstance(outcome, DeliveryProblem):
            self._note(row, outcome)
            words = bare(row, settlement)
            settlement = settlement if words is None else replace(settlement, instead=self._sorry(words, row.language))
        self._settled(settlement)

    def _note(self, row: Delivery, problem: DeliveryProblem) -> None:
        log.info("%s: delivery %d: %s", self._network, row.id, problem)
        if problem.verdict is Verdict.THROTTLED:
            self._hold(row.contact, problem.retry_after)
            if row.lane in UNASKED and not problem.alone:
                self._paces.pause(problem.retry_after)
        elif problem.verdict is Verdict.ACCOUNT:
            self.account_problem = AccountProblem(problem.detail)

    def _hold(self, contact: int, seconds: float) -> None:
        if contact and seconds > 0:
            self._held[contact] = max(self._held.get(contact, 0.0), self._clock.monotonic() + seconds)

    # -- ending ------------------------------------------------------------------------------------------------------

    def recorded(self, settled: Sequence[Settlement]) -> None:
        """These are in the ledger: whoever has nothing else under way may be written to again."""
        for one in settled:
            chain = self._under_way.get(_key(one))
            if chain is not None:
                chain.left -= 1
                if chain.left <= 0:
                    del self._under_way[_key(one)]

    async def finish(self) -> None:
        """Put back what waits for its turn, and let what is in flight finish for a moment."""
        await self._breaker.stop()
        await asyncio.sleep(0)  # what was started a moment ago begins, or it could not put itself back
        running = {chain.task: chain for chain in self._under_way.values() if chain.task and not chain.task.done()}
        for task, chain in running.items():
            if chain.waits:
                task.cancel()
        if running:
            _, late = await asyncio.wait(running, timeout=DRAIN)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    @property
    def _network(self) -> str:
        return self._transport.account.partition(":")[0]


def _key(settlement: Settlement) -> int:
    return settlement.contact or -settlement.delivery
