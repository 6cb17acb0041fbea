"""What operators do about organisers reaches the people it concerns."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands import administering
from bot.core.ports import Lane, Store, Work
from bot.domain.people.person import Role
from bot.parts.clock import SystemClock
from bot.parts.house import open_database
from config.settings import Settings

ACCOUNT = "telegram:1"


def meet(work: Work) -> int:
    otto, _ = work.people.meet(ACCOUNT, "otto", "de", SystemClock().now())
    work.people.set_role(otto.id, Role.MODERATOR)
    return otto.id


async def waiting(store: Store) -> list[tuple[str, str]]:
    """What the assistant sends as soon as it runs."""
    now = SystemClock().now()

    def claim(work: Work) -> list[tuple[str, str]]:
        lease = work.accounts.lease(ACCOUNT, "test", now, now)
        assert lease is not None
        rows = work.ledger.claim(ACCOUNT, lease.fence, list(Lane), 20, [], now)
        return [(row.address, row.outgoing.text) for row in rows]

    return await store.transact(claim)


async def test_whoever_loses_a_role_on_the_command_line_hears_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    store = open_database(settings, SystemClock())
    await store.start()
    try:
        otto = await store.transact(meet)
        assert await administering.revoke(settings, otto)
        assert not await administering.revoke(settings, otto), "once"
        person = await store.read(lambda work: work.people.get(otto))
        assert person is not None
        assert person.role is None
        [(address, words)] = await waiting(store)
        assert address == "otto"
        assert words.startswith("Ihre Rolle im Team ist beendet.")
        [deed] = await store.read(lambda work: work.organisation.deeds())
        assert (deed.by, deed.what, deed.subject) == (None, "organiser-removed", f"person:{otto}")
    finally:
        await store.close()
