"""Fault 20: invitation codes of 128 bits, once, for a day; forged ones open nothing. (54, guessing: dialogues.)"""

from __future__ import annotations

import asyncio
from base64 import urlsafe_b64decode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.ports import Work
from bot.domain.people.organiser import INVITATION_LIFETIME, Code, code_hash, new_code
from bot.domain.people.person import Role
from tests.dialogues.team.test_team import owner
from tests.stage import Stage


def test_fault_20_codes_have_128_bits_and_fit_into_a_deep_link():
    codes = {new_code().words for _ in range(1000)}
    assert len(codes) == 1000
    assert {len(urlsafe_b64decode(code + "==")) * 8 for code in codes} == {128}
    assert all(len(code) <= 64 and code.replace("-", "").replace("_", "").isalnum() for code in codes)


async def test_fault_20_of_many_who_redeem_at_once_one_gets_it(store, clock):
    code, now = new_code(), clock.now()

    def prepare(work: Work) -> list[int]:
        work.organisation.invite(code.sha256, Role.OWNER, None, now + INVITATION_LIFETIME)
        return [work.people.meet("telegram:1", f"a{number}", "de", now)[0].id for number in range(20)]

    people = await store.transact(prepare)
    roles = await asyncio.gather(
        *(store.transact(lambda work, p=person: work.organisation.redeem(code.sha256, p, now)) for person in people)
    )
    assert sorted(map(str, roles)) == sorted(["owner"] + ["None"] * 19)


async def test_fault_20_a_code_expires_to_the_second(store, clock):
    code, now = new_code(), clock.now()

    def prepare(work: Work) -> int:
        work.organisation.invite(code.sha256, Role.EDITOR, None, now + code.lifetime)
        return work.people.meet("telegram:1", "a", "de", now)[0].id

    person = await store.transact(prepare)
    late = clock.turn(hours=24)
    assert await store.transact(lambda work: work.organisation.redeem(code.sha256, person, late)) is None


CODES = st.from_regex(r"[A-Za-z0-9_-]{20,64}", fullmatch=True)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(-1, 21), by=st.integers(1, 63), invented=st.none() | CODES)
async def test_fault_20_a_forged_code_makes_nobody_an_organiser(stage: Stage, at: int, by: int, invented: str | None):
    code = await invited(stage)
    forged = code.sha256 if at < 0 else invented or spoilt(code.words, at, by)
    stage.clock.turn(hours=1)
    await stage.hear("eve", stage.seat("eve").types(f"/start {forged}"))

    def organisers(work: Work) -> int:
        return len(work.people.organisers())

    assert await stage.work(organisers) == 1
    while stage.seat("eve").seen():
        pass


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def spoilt(code: str, at: int, by: int) -> str:
    """One of its letters made another."""
    return code[:at] + LETTERS[(LETTERS.index(code[at]) + by) % 64] + code[at + 1 :]


async def invited(stage: Stage) -> Code:
    """A code that would work, with Olga as the only owner."""
    if not stage.addresses:
        await owner(stage)
    code = new_code()
    assert code_hash(code.words) == code.sha256
    later = stage.clock.now() + 2 * INVITATION_LIFETIME
    await stage.work(lambda work: work.organisation.invite(code.sha256, Role.OWNER, None, later))
    return code
