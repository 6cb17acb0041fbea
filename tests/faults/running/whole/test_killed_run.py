"""A test run that is killed leaves no database server behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
RUN = """
import os, time

def test_waits(postgres_url):
    print("URL", postgres_url, flush=True)
    time.sleep(60)
"""


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_killed_run_leaves_no_postgresql(tmp_path):
    (tmp_path / "test_waiting.py").write_text(RUN)
    environ = dict(os.environ)
    environ.pop("UNTERHAKEN_TEST_POSTGRES_URL", None)
    plugins = ["-p", "tests.storage_fixtures", "-p", "no:cacheprovider", "--confcutdir", str(tmp_path)]
    command = [sys.executable, "-m", "pytest", "-s", *plugins, str(tmp_path / "test_waiting.py")]
    run = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert run.stdout is not None
    url = next(line.split()[-1] for line in run.stdout if "URL postgresql" in line)
    folder = Path(url.partition("host=")[2].partition("&")[0])
    server = int((folder / "postmaster.pid").read_text().split()[0])
    assert alive(server)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    deadline = time.monotonic() + 20
    while (alive(server) or folder.exists()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(server)
    assert not folder.exists()
