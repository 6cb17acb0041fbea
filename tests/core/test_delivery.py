"""The decision table: what becomes of a delivery, for every outcome there is."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.delivery import ENOUGH_TRIES, GIVE_UP_AFTER, GIVEN_UP, LeftBehind, PutBack, after, bare, forgotten
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import FileRef, Outgoing, Receipt
from bot.core.ports import Delivery, Lane, State

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = 86_400.0
ROOT = Path(__file__).parents[2]


def delivery(attempts: int = 0, tried: timedelta | None = timedelta(minutes=1), refs: tuple[str, ...] = ()) -> Delivery:
    first = NOW - tried if tried is not None else None
    return Delivery(7, 3, "chat", Lane.REPLY, "de", Outgoing("hello"), attempts, refs, (), first)


def problem(verdict: Verdict, **more: object) -> DeliveryProblem:
    return DeliveryProblem(verdict, "why", **more)


LONG = GIVE_UP_AFTER + timedelta(seconds=1)

TABLE = [
    # outcome, memory of the network in seconds -> state, counts as a try, seconds to wait
    (Receipt(("1",)), 0.0, State.SENT, True, None),
    (problem(Verdict.UNSENT), 0.0, State.QUEUED, True, 1.0),
    (problem(Verdict.THROTTLED, retry_after=17.0), 0.0, State.QUEUED, False, 17.0),
    (problem(Verdict.ACCOUNT), 0.0, State.QUEUED, False, 0.0),
    (problem(Verdict.MOVED, moved_to="-100"), 0.0, State.QUEUED, True, 0.0),
    (problem(Verdict.UNREACHABLE), 0.0, State.UNREACHABLE, True, None),
    (problem(Verdict.REFUSED), 0.0, State.REFUSED, True, None),
    (problem(Verdict.UNCERTAIN), 0.0, State.UNCERTAIN, True, None),
    (problem(Verdict.UNCERTAIN), DAY, State.QUEUED, True, 1.0),
    (LeftBehind(), 0.0, State.UNCERTAIN, True, None),
    (LeftBehind(), DAY, State.QUEUED, True, 1.0),
    (PutBack(), 0.0, State.QUEUED, False, 0.0),
]


@pytest.mark.parametrize(("outcome", "memory", "state", "counts", "wait"), TABLE)
def test_each_outcome_has_one_next_state(outcome, memory, state, counts, wait):
    settled = after(outcome, delivery(), NOW, memory)
    assert (settled.delivery, settled.contact, settled.state) == (7, 3, state)
    assert settled.counts_as_try is counts
    assert settled.not_before == (None if wait is None else NOW + timedelta(seconds=wait))
    assert settled.contact_gone is (state is State.UNREACHABLE)


def test_a_moved_conversation_carries_its_new_address():
    assert after(problem(Verdict.MOVED, moved_to="-100"), delivery(), NOW, 0).moved_to == "-100"


def test_two_rooms_that_name_each_other_do_not_make_a_loop():
    moved = problem(Verdict.MOVED, moved_to="-100")
    assert after(moved, delivery(5), NOW, 0).not_before == NOW + timedelta(seconds=32)
    assert after(moved, delivery(ENOUGH_TRIES, tried=LONG), NOW, 0).state is State.CANCELLED


def test_the_wait_doubles_up_to_five_minutes():
    waits = [
        (after(problem(Verdict.UNSENT), delivery(attempts), NOW, 0).not_before - NOW).total_seconds()
        for attempts in (0, 1, 2, 8, 9, 500)
    ]
    assert waits == [1, 2, 4, 256, 300, 300]


def test_what_could_not_be_handed_over_for_three_days_is_given_up_and_says_so():
    settled = after(problem(Verdict.UNSENT), delivery(ENOUGH_TRIES, tried=LONG), NOW, 0)
    assert settled.state is State.CANCELLED, "refused would say that it can never be sent as it is"
    assert settled.problem == f"{GIVEN_UP}: why"


@pytest.mark.parametrize(
    ("outcome", "attempts"),
    [
        (problem(Verdict.UNSENT), ENOUGH_TRIES - 1),
        (problem(Verdict.THROTTLED, retry_after=1), 500),
        (problem(Verdict.ACCOUNT), 500),
        (PutBack(), 500),
    ],
)
def test_days_in_which_it_was_hardly_tried_give_nothing_up(outcome, attempts):
    assert after(outcome, delivery(attempts, tried=LONG), NOW, 0).state is State.QUEUED


def test_a_change_that_was_under_way_when_the_process_died_is_made_again():
    edit = replace(delivery(), edits=("5",))
    assert after(LeftBehind(), edit, NOW, 0).state is State.QUEUED


def test_a_change_that_may_have_become_new_messages_is_not_made_again_blindly():
    edit = replace(delivery(), edits=("5",))
    assert after(LeftBehind(longer=True), edit, NOW, 0).state is State.UNCERTAIN
    assert after(LeftBehind(longer=True), edit, NOW, DAY).state is State.QUEUED, "where the network recognises it"


@pytest.mark.parametrize(
    ("attempts", "age", "memory", "wanted"),
    [(1, DAY, DAY, True), (0, DAY, DAY, False), (1, 60.0, DAY, False), (1, DAY, 0.0, False)],
)
def test_what_the_network_has_forgotten(attempts, age, memory, wanted):
    assert forgotten(delivery(attempts, timedelta(seconds=age)), NOW, memory) is wanted


def test_what_was_never_tried_cannot_be_forgotten():
    assert forgotten(delivery(1, None), NOW, DAY) is False


REPLY = replace(delivery(), outgoing=Outgoing("words", files=(FileRef(1, "a.png", "image/png"),)))
REFUSED = problem(Verdict.REFUSED)


@pytest.mark.parametrize(
    ("row", "outcome", "wanted"),
    [
        (REPLY, REFUSED, Outgoing("words")),
        (REPLY, Receipt(("1",)), None),
        (REPLY, problem(Verdict.REFUSED, refs=("1",)), None),
        (replace(REPLY, edits=("1",)), REFUSED, None),
        (replace(REPLY, lane=Lane.ANNOUNCEMENT), REFUSED, None),
        (replace(REPLY, contact=0), REFUSED, None),
        (replace(REPLY, outgoing=Outgoing("words")), REFUSED, None),
    ],
)
def test_of_a_refused_reply_with_files_the_words_are_said_alone(row, outcome, wanted):
    assert bare(row, after(outcome, row, NOW, 0.0)) == wanted


def test_of_a_reply_given_up_nobody_says_that_the_network_refuses_its_files():
    row = replace(REPLY, attempts=ENOUGH_TRIES, first_try_at=NOW - LONG)
    settled = after(problem(Verdict.UNSENT), row, NOW, 0.0)
    assert settled.problem.startswith(GIVEN_UP)
    assert bare(row, settled) is None


def test_every_branch_of_the_table_is_tested(tmp_path):
    """Run by itself, so that what other tests happen to pass through does not count."""
    if "COVERAGE_OF_THE_TABLE" in os.environ:
        return
    env = {**os.environ, "COVERAGE_OF_THE_TABLE": "1", "COVERAGE_FILE": str(tmp_path / "coverage")}
    run = [sys.executable, "-m", "coverage"]
    tests = [
        "run",
        "--branch",
        "--include=bot/core/delivery.py",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        __file__,
    ]
    ran = subprocess.run([*run, *tests], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    report = [*run, "report", "--show-missing", "--fail-under=100"]
    told = subprocess.run(report, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("age", [timedelta(days=1, seconds=1), timedelta(days=2)])
def test_after_the_networks_memory_has_run_out_an_uncertain_message_is_not_sent_again(age):
    assert after(problem(Verdict.UNCERTAIN), delivery(tried=age), NOW, DAY).state is State.UNCERTAIN
    assert after(LeftBehind(), delivery(tried=age), NOW, DAY).state is State.UNCERTAIN


def test_a_try_that_would_come_after_the_networks_memory_is_not_queued():
    """Just before its end there is time for a short wait, and none for a long one."""
    almost = delivery(attempts=0, tried=timedelta(seconds=DAY - 2))
    assert after(LeftBehind(), almost, NOW, DAY).state is State.QUEUED
    almost = delivery(attempts=9, tried=timedelta(seconds=DAY - 200))
    assert after(problem(Verdict.UNCERTAIN), almost, NOW, DAY).state is State.UNCERTAIN


def test_parts_already_taken_by_the_network_are_kept_for_the_next_try():
    assert after(problem(Verdict.UNSENT, refs=("1", "2")), delivery(refs=("1",)), NOW, 0).refs == ("1", "2")
    assert after(problem(Verdict.UNSENT), delivery(refs=("1",)), NOW, 0).refs == ("1",)


def test_a_first_try_without_a_time_counts_as_just_begun():
    assert after(LeftBehind(), delivery(tried=None), NOW, DAY).state is State.QUEUED
