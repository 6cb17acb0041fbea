"""A lease's holder is taken for dead only when that is certain."""

from __future__ import annotations

import os
import subprocess
import sys

from bot.parts.owner import is_dead, own_name, place


def test_no_two_names_are_alike():
    assert own_name() != own_name()


def test_a_process_that_has_ended_here_is_dead():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert is_dead(f"{place()}|{ended.pid}|abc")


def test_a_living_process_is_not_dead():
    assert not is_dead(f"{place()}|{os.getppid()}|abc")


def test_an_earlier_process_with_our_own_number_is_dead():
    assert is_dead(f"{place()}|{os.getpid()}|earlier")


def test_what_happens_elsewhere_is_not_known():
    assert not is_dead(f"another-boot|{2**22 + 1}|abc")
    assert not is_dead("")
    assert not is_dead("|1|abc")
    assert not is_dead(f"{place()}|not a number|abc")
