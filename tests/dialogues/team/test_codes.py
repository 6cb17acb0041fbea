"""What an invitation is worth once whoever gave it has no role any more."""

from bot.core.ports import Work
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
