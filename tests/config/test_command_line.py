"""The command line says in one line what an operator has to mend, and never shows a secret."""

import logging
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import app
from bot.command_line import commands
from bot.parts.ticking import Ticker
from config import texts
from config.logging import OURS, QUOTING

ROOT = Path(__file__).parent.parent.parent
COMMANDS = ("run", "chat", "organiser list", "organiser invite --role owner", "organiser revoke 1")


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """An empty working directory and environment; the log is put back as it was."""
    for name in list(os.environ):
        if name.startswith("UNTERHAKEN_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    loggers = [logging.getLogger(name) for name in (None, *OURS, *QUOTING)]
    before = [(logger, logger.level, logger.handlers[:]) for logger in loggers]
    yield tmp_path
    logging.captureWarnings(capture=False)
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


def call(line):
    return CliRunner().invoke(commands, line.split())


def test_run_with_nothing_configured_says_what_is_missing_and_points_to_the_demo():
    done = call("run")
    assert done.exit_code == 2
    for wanted in ("UNTERHAKEN_TELEGRAM__TOKEN", "UNTERHAKEN_MATRIX__HOMESERVER", "make demo"):
        assert wanted in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_key_is_one_line_and_no_traceback(monkeypatch, command):
    monkeypatch.setenv("UNTERHAKEN_WEB__PROT", "1")
    done = call(command)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.strip().count("\n") == 0
    assert "UNTERHAKEN_WEB__PORT" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_alliance_or_an_unreachable_database_is_one_line(monkeypatch, command):
    monkeypatch.setenv("UNTERHAKEN_TELEGRAM__TOKEN", "123456:not-a-real-token")
    if not command.startswith("organiser"):
        monkeypatch.setenv("UNTERHAKEN_ALLIANCE", "atlantis")
        done = call(command)
        assert (done.exit_code, done.stderr.strip().count("\n")) == (2, 0)
        assert '"atlantis"' in done.stderr
        monkeypatch.delenv("UNTERHAKEN_ALLIANCE")
    monkeypatch.setenv("UNTERHAKEN_DATABASE__URL", "postgresql://bot:geheim@127.0.0.1:9/none")
    done = call(command)
    assert (done.exit_code, done.stderr.strip().count("\n")) == (2, 0)
    assert "UNTERHAKEN_DATABASE__URL" in done.stderr
    assert "geheim" not in done.stderr


IMPOSSIBLE = (
    "postgresql+psycopg2://bot:geheim@127.0.0.1:9/none",
    "postgresql+asyncpg://bot:geheim@127.0.0.1:9/none",
    "sqlite+aiosqlite:///data/bot.db",
    "mysql://bot:geheim@127.0.0.1/none",
    "geheim",
    "sqlite:////dev/null/folder/bot.db",
)


@pytest.mark.parametrize("command", [*COMMANDS[1:3], "check"])
@pytest.mark.parametrize("url", IMPOSSIBLE)
def test_a_database_that_cannot_be_is_one_line(monkeypatch, command, url):
    monkeypatch.setenv("UNTERHAKEN_DATABASE__URL", url)
    done = call(command)
    assert done.exit_code == (1 if command == "check" else 2), done.output
    said = [line for line in done.output.splitlines() if "UNTERHAKEN_DATABASE__URL" in line]
    assert len(said) == 1
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "geheim" not in done.output


@pytest.mark.parametrize("command", ["chat", "check"])
def test_a_language_without_texts_is_one_line(monkeypatch, place, command):
    folder = place / "anderswo"
    shutil.copytree(ROOT / "config" / "alliances" / "loerrach", folder)
    profile = folder / "profile.toml"
    profile.write_text(re.sub(r"(?m)^languages = .*$", 'languages = ["de", "fr"]', profile.read_text("utf-8")), "utf-8")
    monkeypatch.setenv("UNTERHAKEN_ALLIANCE", str(folder))
    done = call(command)
    assert done.exit_code == (1 if command == "check" else 2), done.output
    assert isinstance(done.exception, SystemExit)
    assert "fr" in done.output
    assert "languages" in done.output


@pytest.mark.parametrize("command", ["chat", "check"])
def test_texts_that_are_not_fluent_are_one_line(monkeypatch, place, command):
    shutil.copytree(texts.LOCALES, place / "locales")
    (place / "locales" / "de" / "around.ftl").write_text("not fluent at all\n", "utf-8")
    for made in (texts.FluentTexts.__init__, texts.languages_known):
        monkeypatch.setattr(made, "__defaults__", (place / "locales", *(made.__defaults__ or ())[1:]))
    done = call(command)
    assert done.exit_code == (1 if command == "check" else 2), done.output
    assert isinstance(done.exception, SystemExit)
    assert "around.ftl, line 1" in done.output


def test_check_names_a_wrong_key_with_its_mend(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_WEB__PROT", "1")
    done = call("check")
    assert done.exit_code == 1
    assert "MEND" in done.stdout
    assert "UNTERHAKEN_WEB__PORT" in done.stdout


def test_check_names_the_place_of_a_mistake_once(monkeypatch):
    for key, value in {"TELEGRAM__MODE": "webhook", "ALLIANCE": "atlantis"}.items():
        monkeypatch.setenv(f"UNTERHAKEN_{key}", value)
        done = call("check")
        monkeypatch.delenv(f"UNTERHAKEN_{key}")
        (line,) = [one for one in done.stdout.splitlines() if one.startswith("MEND  ") and "networks" not in one]
        before, _, rest = line.removeprefix("MEND  ").partition(": ")
        assert before in {"settings", "alliance profile"}
        assert not rest.startswith(("settings", "alliance"))


def test_check_says_that_run_would_refuse_and_makes_nothing(place):
    done = call("check")
    assert done.exit_code == 1
    assert "MEND  networks: none is configured, so `run` will refuse; set UNTERHAKEN_TELEGRAM__TOKEN" in done.stdout
    assert "ok    database: not there yet; `run` makes it: data/unterhaken.db" in done.stdout
    assert list(place.iterdir()) == []


def test_check_names_the_address_that_does_not_answer_and_its_key(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_TELEGRAM__TOKEN", "123456:secret")
    monkeypatch.setenv("UNTERHAKEN_TELEGRAM__API_URL", "http://127.0.0.1:9")
    mend = "cannot reach http://127.0.0.1:9 (ClientConnectorError); see UNTERHAKEN_TELEGRAM__API_URL"
    assert f"MEND  Telegram: {mend}" in call("check").stdout


def test_check_is_content_with_a_sound_installation(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_WEB__PUBLIC_URL", "https://bot.example")
    assert call("organiser list").exit_code == 0  # the database is there
    done = call("check")
    assert done.exit_code == 0, done.stdout
    for wanted in (
        "settings",
        "alliance profile: loerrach",
        "texts",
        "database: in order",
        "Telegram",
        "Matrix",
        "browser",
    ):
        assert f"ok    {wanted}" in done.stdout
    assert "note  to be confirmed" in done.stdout


def test_check_says_everything_that_is_not_in_order_and_shows_no_token(monkeypatch):
    for name, value in {
        "ALLIANCE": "atlantis",
        "DATABASE__URL": "postgresql://bot:geheim@127.0.0.1:9/none",
        "TELEGRAM__TOKEN": "123456:very-secret-token",
        "TELEGRAM__API_URL": "http://127.0.0.1:9",
        "MATRIX__HOMESERVER": "http://127.0.0.1:9",
        "MATRIX__USER_ID": "@bot:localhost",
        "MATRIX__PASSWORD": "another-secret",
        "LOG__LEVEL": "DEBUG",
    }.items():
        monkeypatch.setenv(f"UNTERHAKEN_{name}", value)
    done = call("check")
    assert done.exit_code == 1
    for wanted in ("alliance profile", "database", "Telegram", "Matrix"):
        assert f"MEND  {wanted}" in done.stdout
    for secret in ("very-secret-token", "another-secret", "geheim"):
        assert secret not in done.output
    assert "Traceback" not in done.output


def test_organisers_are_invited_listed_and_removed():
    assert "There is no organiser yet" in call("organiser list").stdout
    done = call("organiser invite --role owner")
    assert done.exit_code == 0
    code = done.stdout.partition("/start ")[2].split()[0]
    assert len(code) >= 22
    assert f"/chat#start={code}" in done.stdout
    king = call("organiser invite --role king")
    assert king.exit_code == 2
    assert king.stderr.splitlines() == [
        "There is no role 'king'. Choose one of editor, moderator, owner: unterhaken organiser invite --role editor"
    ]
    done = call("organiser revoke 7")
    assert done.exit_code == 1
    assert "no organiser number 7" in done.stderr


def test_the_terminal_too_begins_with_what_decides_what_may_still_go(monkeypatch):
    begun, real = [], Ticker.first

    async def first(ticker):
        begun.append(ticker)
        await real(ticker)

    monkeypatch.setattr(Ticker, "first", first)
    assert call("chat").exit_code == 0
    assert len(begun) == 1


def test_exit_codes_are_those_of_the_app(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_WEB__PUBLIC_URL", "https://bot.example")
    monkeypatch.setattr(app, "run", lambda _settings: 1)
    monkeypatch.setattr(app, "demo", lambda host, port: port if host == "::1" else 99)
    assert call("run").exit_code == 1
    assert call("demo --host ::1 --port 0").exit_code == 0
    assert call("demo --port 0").exit_code == 99
    assert call("demo --port 70000").exit_code == 2


@pytest.mark.parametrize("command", ["run", "demo"])
def test_a_taken_port_is_one_line(monkeypatch, command):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("UNTERHAKEN_WEB__PUBLIC_URL", "https://bot.example")
        monkeypatch.setenv("UNTERHAKEN_WEB__PORT", str(port))
        done = call(command if command == "run" else f"demo --port {port}")
    assert (done.exit_code, done.stderr.strip().count("\n")) == (2, 0)
    assert f"port {port}: Address already in use" in done.stderr


def test_python_m_bot_is_the_same_command():
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 2
    assert "make demo" in done.stderr
    assert "Traceback" not in done.stderr
