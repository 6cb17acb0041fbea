"""What deploy/ says is true: every key it sets is one the program knows, and three processes are three."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.parts.limits import FILES
from config.settings import known_keys
from config.sources import PREFIX

DEPLOY = Path(__file__).parents[2] / "deploy"
KEY = re.compile(rf"{PREFIX}[A-Z_]+")


@pytest.mark.parametrize("name", ["unterhaken.env", "unterhaken.service", "unterhaken@.service", "compose.yaml"])
def test_every_setting_in_deploy_is_known(name: str) -> None:
    known = {PREFIX + key.upper().replace(".", "__") for key in known_keys()}
    assert set(KEY.findall((DEPLOY / name).read_text("utf-8"))) <= known


def test_the_units_start_the_program_that_is_there() -> None:
    for name in ("unterhaken.service", "unterhaken@.service"):
        unit = (DEPLOY / name).read_text("utf-8")
        assert "ExecStart=/srv/unterhaken/app/.venv/bin/python -m bot run\n" in unit
        assert "EnvironmentFile=/etc/unterhaken.env\n" in unit
        assert f"LimitNOFILE={FILES}\n" in unit
    assert "UNTERHAKEN_WEB__PORT=%i" in (DEPLOY / "unterhaken@.service").read_text("utf-8")


def test_compose_runs_three_processes_on_one_database() -> None:
    compose = (DEPLOY / "compose.yaml").read_text("utf-8")
    services = compose.partition("\nservices:\n")[2].partition("\nvolumes:\n")[0]
    assert re.findall(r"^  ([a-z0-9-]+):$", services, re.MULTILINE) == [
        "assistant-1",
        "assistant-2",
        "assistant-3",
        "database",
    ]


def test_the_container_copies_every_package() -> None:
    copied = re.findall(r"^COPY (\w+) \1$", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert copied == ["bot", "handlers", "storage", "config"]
