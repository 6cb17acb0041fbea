"""What has served its purpose is forgotten after the time the notice names."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Table, func, select

from bot.core.messages import Batch, Incoming, Kind
from bot.core.ports import Work
from bot.core.running.housekeeping import days_kept
from bot.domain.people.consent import Purpose
from bot.domain.people.organiser import TRIES_COUNT, new_code
from bot.domain.people.person import Role
from storage.tables import deliveries, inbox, invitations, invite_tries
from tests.dialogues.membership.test_mydata import JOINS_WITH_EVERYTHING, open_purposes
from tests.dialogues.scenes import one_member, person
from tests.stage import Stage

MOMENT = timedelta(minutes=1)


async def test_the_proof_of_a_yes_taken_back_goes_after_the_time_the_notice_names(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Name in der Liste]
        < Zurückgenommen
    """)

    async def purposes_after(days: int) -> list[Purpose]:
        stage.clock.turn(days=days)
        await stage.tick("tidy")
        return [consent.purpose for consent in (await one_member(stage))[2]]

    assert Purpose.LISTING in await purposes_after(89)
    assert Purpose.LISTING not in await purposes_after(2)
    assert Purpose.NEWS in await open_purposes(stage)


async def test_who_belongs_to_nothing_here_is_erased_after_the_silence_the_notice_names(stage: Stage) -> None:
    notice = replace(stage.alliance.notice, dormant_days=30)
    stage = replace(stage, alliance=replace(stage.alliance, notice=notice))
    await stage.play("""
        > /start
        <
    """)
    known, _ = await person(stage)
    for days, gone in ((29, False), (2, True)):
        stage.clock.turn(days=days)
        await stage.tick("tidy")
        found = await stage.work(lambda work: work.people.get(known.id))
        assert (found is None) is gone, days


async def test_what_the_privacy_page_names_is_forgotten_after_its_time(stage: Stage) -> None:
    await stage.play(f"""
        > /start {new_code().words}
        < Code gilt nicht
    """)
    now = stage.clock.now()
    oddity = Incoming("telegram:1", "odd", "", "", Kind.MALFORMED, now, 1, "{}")

    def prepare(work: Work) -> None:
        work.inbox.accept("telegram:1", Batch((oddity,), ""), now)
        work.organisation.invite("hash", Role.EDITOR, None, now)

    await stage.work(prepare)
    kept = days_kept()
    times = {
        invite_tries: TRIES_COUNT,
        inbox: timedelta(days=kept["aside"]),
        invitations: timedelta(days=kept["invitations"]),
        deliveries: timedelta(days=kept["ledger"]),
    }
    for age in (time + late for time in sorted(set(times.values())) for late in (-MOMENT, MOMENT)):
        stage.clock.turn(seconds=(now + age - stage.clock.now()).total_seconds())
        await stage.tick("tidy")
        left = {table.name for table in times if await rows(stage, table)}
        assert left == {table.name for table, time in times.items() if time > age}, age


async def rows(stage: Stage, table: Table) -> int:
    with stage.store._engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
