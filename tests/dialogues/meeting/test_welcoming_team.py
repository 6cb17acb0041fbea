"""Organisers are greeted with their own work, each with what the role may do."""

import pytest

from tests.stage import Stage


async def test_an_owner_is_greeted_with_the_teams_work(stage: Stage):
    await stage.play("olga> /hilfe\nolga<")
    await stage.make_organiser("olga")
    await stage.play("""
        olga> /start
        olga< gehören zum Team ... Leitung [Nachricht schreiben] [Geschichten prüfen] [Offene Fragen] [Team]
        olga> [Geschichten prüfen]
        olga<
    """)


@pytest.mark.parametrize("role", ["editor", "moderator"])
async def test_nobody_is_offered_what_the_role_may_not_do(stage: Stage, role: str):
    await stage.play("olga> /hilfe\nolga<")
    await stage.make_organiser("olga", role)
    await stage.play("olga> /start")
    seen = stage.expect("olga", "gehören zum Team")
    assert "Team" not in seen.labels
    assert ("Geschichten prüfen" in seen.labels) is (role == "moderator")
