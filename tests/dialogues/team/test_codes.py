"""Codes that are worth nothing: of somebody who has left the team, and guessed ones. What only looks like a code."""

import pytest

from bot.core.ports import Work
from bot.domain.people.organiser import TRIES_OF_ALL_PER_HOUR, TRIES_PER_HOUR, new_code
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.team.test_team import invitation, owner, role_of
from tests.stage import Stage


async def test_a_code_of_somebody_who_has_left_the_team_is_worth_nothing(stage: Stage) -> None:
    await owner(stage)
    code, another = await invitation(stage, "Leitung"), await invitation(stage, "Leitung")
    await stage.play(f"""
        otto> /start {code}
        otto< Willkommen im Team!
        olga<
    """)
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat("olga"))

    def remove(work: Work) -> None:
        work.people.set_role(work.people.find(stage.fake.account, [address])[address][0].id, None)

    await stage.work(remove)
    await stage.play(f"""
        olga> /start {another}
        olga< Dieser Code gilt nicht.
    """)
    assert await role_of(stage, "olga") is None


async def test_fault_54_guessing_locks_out_and_tells_the_owners(stage: Stage) -> None:
    await owner(stage)
    code = await invitation(stage, "Leitung")
    for _ in range(TRIES_PER_HOUR - 1):
        await stage.play(f"""
            eve> /start {new_code().words}
            eve< Dieser Code gilt nicht.
        """)
    await stage.play(f"""
        eve> /start {new_code().words}
        eve< zu viele falsche Codes
        olga< Achtung: ... 5 falsche Einladungscodes
        eve> /start {code}
        eve< zu viele falsche Codes
        olga<<
    """)
    assert await role_of(stage, "eve") is None
    assert "invitation-guessing" in await deeds(stage)
    stage.clock.turn(hours=1, seconds=1)
    await stage.play(f"""
        eve> /start {code}
        eve< Willkommen im Team!
    """)


async def test_fault_54_guessing_in_ever_new_conversations_is_told_once_and_keeps_nobody_out(stage: Stage) -> None:
    await owner(stage)
    code, another = await invitation(stage, "Redaktion"), await invitation(stage, "Redaktion")

    async def guesses(first: int, last: int, answer: str) -> None:
        for number in range(first, last):
            await stage.play(f"""
                eve{number // (TRIES_PER_HOUR - 1)}> /start {new_code().words}
                eve{number // (TRIES_PER_HOUR - 1)}< {answer}
            """)

    await guesses(0, TRIES_OF_ALL_PER_HOUR - 1, "Dieser Code gilt nicht.")
    await stage.play("olga<<")
    await guesses(TRIES_OF_ALL_PER_HOUR - 1, TRIES_OF_ALL_PER_HOUR, "Dieser Code gilt nicht.")
    await stage.play("olga< Achtung: ... 20 falsche Einladungscodes aus mehreren Gesprächen")
    for left in range(TRIES_PER_HOUR, 0, -1):
        answer = "Dieser Code gilt nicht." if left > 1 else "zu viele falsche Codes"
        await guesses(TRIES_OF_ALL_PER_HOUR, TRIES_OF_ALL_PER_HOUR + 1, answer)
    await stage.play(f"""
        olga<<
        otto> /start {code}
        otto< Willkommen im Team!
        olga< gehört jetzt zum Team.
        olga> /protokoll
        olga< falsche Codes geschickt (zusammen 20 aus mehreren Gesprächen)
    """)
    assert (await deeds(stage)).count("invitation-guessing") == 1
    stage.clock.turn(hours=1, seconds=1)
    await stage.play(f"""
        bert> /start {new_code().words}
        bert< Dieser Code gilt nicht.
        bert> /start {another}
        bert< Willkommen im Team!
    """)


@pytest.mark.parametrize("mark", ["flyer", "stadtfest-loerrach-2026", "Fr%C3%BChling", "x" * 64])
async def test_a_flyers_mark_behind_start_is_no_wrong_code(stage: Stage, mark: str) -> None:
    await owner(stage)
    for _ in range(TRIES_PER_HOUR):
        await stage.play(f"""
            > /start {mark}
            < Guten Tag!
        """)
    await stage.play("olga<<")
