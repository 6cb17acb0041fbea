"""What operators do about organisers from the command line: the first invitation, the list, taking a role back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from bot.core.errors import AccountProblem, DeliveryProblem
from bot.core.ports import Work
from bot.domain.people.organiser import new_code
from bot.domain.people.person import Role
from bot.parts.clock import SystemClock
from bot.parts.house import House, open_database
from bot.parts.networks import make_telegram_on_trial
from config.settings import Settings
from handlers.team.organisers import end_role
from storage import DatabaseStore

T = TypeVar("T")


async def _with_store(store: DatabaseStore, fn: Callable[[Work], T]) -> T:
    await store.start()
    try:
        return await store.transact(fn)
    finally:
        await store.close()


async def invite(settings: Settings, role: str) -> str:
    """A one-time code for this role, to be sent to the bot as `/start CODE` within 24 hours."""
    now, code = SystemClock().now(), new_code()

    def write(work: Work) -> str:
        work.organisation.invite(code.sha256, Role(role), None, now + code.lifetime)
        work.organisation.note(None, "organiser-invited", f"role:{role}", now)
        return code.words

    return await _with_store(open_database(settings, SystemClock()), write)


async def links(settings: Settings, code: str) -> list[str]:
    """Addresses that open a chat and redeem the code: in the browser always, on Telegram if it can be reached now."""
    found = [f"{settings.web.address}/chat#start={code}"]
    telegram = make_telegram_on_trial(settings)
    if telegram is not None:
        with contextlib.suppress(AccountProblem, DeliveryProblem):  # `check` is there to say what is wrong
            await telegram.open()
            found.append(telegram.link(code))
        await telegram.close()
    return found


async def organisers(settings: Settings) -> list[str]:
    """One line per organiser: number, role, member name or network."""

    def read(work: Work) -> list[str]:
        lines = []
        for person in work.people.organisers():
            member = work.members.get(person.member) if person.member is not None else None
            contact = work.people.contact_of(person.id)
            who = member.name if member else f"on {contact.network}" if contact else "not reachable"
            lines.append(f"{person.id}  {person.role}  {who}")
        return lines

    return await _with_store(open_database(settings, SystemClock()), read)


async def revoke(settings: Settings, person: int) -> bool:
    """Take an organiser's role away; False if there is no organiser with this number. The person hears of it from the
    running assistant, as if the team had done it.
    """
    house = House.build(settings)
    conversation, now = house.conversation(()), house.clock.now()

    def write(work: Work) -> bool:
        known = work.people.get(person)
        if known is None or known.role is None:
            return False
        end_role(conversation.post(work, now), person, by=None)
        return True

    return await _with_store(house.store, write)
