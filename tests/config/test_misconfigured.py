"""What an operator misconfigures is one line that says what and how to mend it, in `check` and before the start."""

import os
import shutil
import socket
import subprocess

import pytest
from sqlalchemy import create_engine, text

from bot import app
from tests.config.test_command_line import ROOT, call, place
from tests.live.running import free_port

__all__ = ["place"]

ELSEWHERE = ("/", "data", "/dev/null", "/proc/none", "/proc/none/erased.txt", "data/unterhaken.db/erased.txt")


@pytest.fixture(autouse=True)
def public(monkeypatch, place):
    """A network, so that `run` has something to run; and a folder beside."""
    monkeypatch.setenv("UNTERHAKEN_WEB__PUBLIC_URL", "https://bot.example")
    monkeypatch.setenv("UNTERHAKEN_WEB__PORT", "0")
    (place / "data").mkdir()
    (place / "data" / "unterhaken.db").touch()


def mends(done):
    assert isinstance(done.exception, SystemExit), done.output
    return [line for line in done.output.splitlines() if line.startswith("MEND")]


@pytest.mark.parametrize("path", ELSEWHERE)
def test_where_erasures_cannot_be_written_down_nothing_starts(monkeypatch, path):
    monkeypatch.setenv("UNTERHAKEN_ERASURES_FILE", path)
    (line,) = mends(call("check"))
    assert line.startswith(f"MEND  erasures: {path} cannot be written to (")
    assert line.endswith("Please set UNTERHAKEN_ERASURES_FILE to a file such as data/erased.txt.")
    for command in ("run", "chat", "organiser list"):
        done = call(command)
        assert done.exit_code == 2
        assert done.stderr == line.removeprefix("MEND  ") + "\n"


def test_the_database_is_no_place_for_erasures(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_ERASURES_FILE", "data/../data/unterhaken.db")
    (line,) = mends(call("check"))
    assert "is the database itself. Please set UNTERHAKEN_ERASURES_FILE" in line


def test_check_looks_at_the_database_also_where_erasures_cannot_be_written_down(monkeypatch, place):
    assert call("organiser list").exit_code == 0
    with create_engine("sqlite:///data/unterhaken.db").begin() as connection:
        connection.execute(text("INSERT INTO erasures (digest, erased_at) VALUES ('a', 1780000000000000)"))
    monkeypatch.setenv("UNTERHAKEN_ERASURES_FILE", str(place))
    done = call("check")
    assert "MEND  erasures" in done.output
    assert "ok    database: in order" in done.output


@pytest.mark.parametrize("path", ["erased.txt", "new/folder/erased.txt", "data/erased.txt"])
def test_a_place_for_erasures_is_found_good_without_leaving_a_trace(monkeypatch, place, path):
    monkeypatch.setenv("UNTERHAKEN_ERASURES_FILE", path)
    before = sorted(place.rglob("*"))
    assert f"ok    erasures: remembered in {path}" in call("check").output
    assert [one for one in sorted(place.rglob("*")) if one not in before and "unterhaken.db" not in one.name] == []


def test_what_the_machine_refuses_is_one_line(monkeypatch):
    def full(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("storage.store.complete_file", full)
    done = call("organiser list")
    assert done.exit_code == 2
    assert done.stderr.strip().count("\n") == 0
    assert "No space left on device" in done.stderr
    assert "unterhaken check" in done.stderr


@pytest.mark.parametrize("command", ["check", "organiser list"])
def test_why_the_database_does_not_answer_is_said(monkeypatch, command):
    monkeypatch.setenv("UNTERHAKEN_DATABASE__URL", "postgresql://bot:ge%40heim@127.0.0.1:9/none")
    done = call(command)
    assert "port 9 failed: Connection refused" in done.output
    assert "UNTERHAKEN_DATABASE__URL right?" in done.output
    assert "heim" not in done.output


@pytest.mark.parametrize("command", ["check", "organiser list"])
def test_a_wrong_option_of_the_database_is_named(monkeypatch, command):
    monkeypatch.setenv("UNTERHAKEN_DATABASE__URL", "postgresql://bot@127.0.0.1:9/none?sslmod=require")
    assert "sslmod" in call(command).output


@pytest.mark.parametrize(
    "url", ["sqlite:///:memory:", f"sqlite:///{'a' * 300}/b.db", f"sqlite:///{'a' * 300}", "sqlite:///data/"]
)
def test_check_finds_what_the_start_would(monkeypatch, url):
    monkeypatch.setenv("UNTERHAKEN_DATABASE__URL", url)
    (line,) = mends(call("check"))
    assert "UNTERHAKEN_DATABASE__URL" in line
    done = call("organiser list")
    assert (done.exit_code, done.stderr.strip().count("\n")) == (2, 0)
    assert "UNTERHAKEN_DATABASE__URL" in done.stderr


@pytest.mark.parametrize("command", ["check", "organiser list"])
@pytest.mark.parametrize("written", ["nonsense " * 1000, ""])
def test_a_file_that_is_no_database_is_one_line(place, command, written):
    (place / "data" / "unterhaken.db").write_text(written)
    done = call(command)
    assert isinstance(done.exception, SystemExit) or done.exit_code == 0
    assert ("file is not a database" in done.output) == bool(written)


@pytest.mark.parametrize("command", ["check", "organiser list"])
def test_a_database_of_a_later_version_is_one_line(command):
    assert call("organiser list").exit_code == 0
    with create_engine("sqlite:///data/unterhaken.db").begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    done = call(command)
    assert isinstance(done.exception, SystemExit), done.output
    assert "later version" in done.output


@pytest.mark.parametrize("command", ["run", "demo"])
@pytest.mark.parametrize("host", ["nohost.invalid", "192.0.2.1", "a" * 70, "bot..example"])
def test_a_host_that_is_not_this_machine_is_named_by_its_own_key(monkeypatch, command, host):
    monkeypatch.setenv("UNTERHAKEN_WEB__HOST", host)
    done = call(command if command == "run" else f"demo --host {host}")
    assert (done.exit_code, done.stderr.strip().count("\n")) == (2, 0)
    assert ("UNTERHAKEN_WEB__HOST" if command == "run" else "make demo HOST=") in done.stderr
    assert "PORT" not in done.stderr


def test_a_taken_port_is_told_as_whoever_ran_make_can_mend_it():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = call(f"demo --port {taken.getsockname()[1]}")
    assert "--port (make demo PORT=8081)" in done.stderr


def test_the_demos_port_is_the_settings_unless_make_is_told_another():
    def asked(*arguments, **environment):
        line = ["make", "--dry-run", "--always-make", "-C", str(ROOT), "demo", *arguments]
        done = subprocess.run(line, capture_output=True, text=True, check=True, env={**os.environ, **environment})
        return done.stdout.rpartition("--port ")[2].strip().splitlines()[0]

    assert asked() == "0"
    assert asked(UNTERHAKEN_WEB__PORT="") == "8080"
    assert asked("PORT=81", UNTERHAKEN_WEB__PORT="82") == "81"


def test_a_second_demo_in_the_same_folder_says_where_the_first_one_is(monkeypatch):
    port = free_port()

    def second(_host, _port):
        inner = call("demo --port 0")
        assert inner.stdout == ""
        assert inner.stderr == (
            f"The demo is already running in this folder, at http://127.0.0.1:{port}. End that one first.\n"
        )
        return inner.exit_code

    monkeypatch.setattr(app, "demo", second)
    for _ in range(2):  # the first one lets go when it ends
        assert call(f"demo --port {port}").exit_code == 2


def test_check_says_who_gets_the_declaration_in_another_language(monkeypatch, place):
    folder = shutil.copytree(ROOT / "config" / "alliances" / "loerrach", place / "anderswo")
    (folder / "declaration" / "2026-1.en.md").unlink()
    monkeypatch.setenv("UNTERHAKEN_ALLIANCE", "anderswo")
    wanted = "note  who reads en gets the declaration in de, until there is anderswo/declaration/2026-1.en.md"
    assert wanted in call("check").output
    monkeypatch.setenv("UNTERHAKEN_ALLIANCE", "loerrach")
    assert "note  who reads" not in call("check").output
