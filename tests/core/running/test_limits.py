"""Open files: a full chat neither stops the process nor keeps public pages out."""

import logging
import resource
import sys
from collections.abc import Callable

import pytest

from bot.adapters.browser.transport import LINES_MAX
from bot.parts.limits import CONNECTIONS_MAX, FILES, allow_files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the limit stays as it is")

Limits = tuple[int, int]


@pytest.fixture
def machine(monkeypatch) -> Callable[..., list[Limits]]:
    """A machine with these limits; the list holds what was asked of it."""

    def with_limits(soft: int, hard: int, *, forbids: bool = False) -> list[Limits]:
        asked: list[Limits] = []

        def set_limit(_what: int, limits: Limits) -> None:
            asked.append(limits)
            if forbids:
                raise ValueError("not allowed to raise maximum limit")

        monkeypatch.setattr(resource, "getrlimit", lambda _what: (soft, hard))
        monkeypatch.setattr(resource, "setrlimit", set_limit)
        return asked

    return with_limits


@pytest.mark.parametrize(
    ("soft", "hard", "raised_to"),
    [
        (1024, 1_048_576, (FILES, 1_048_576)),
        (1024, 4096, (4096, 4096)),
        (1024, resource.RLIM_INFINITY, (FILES, resource.RLIM_INFINITY)),
        (FILES, FILES, None),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, None),
    ],
)
def test_the_limit_of_open_files_is_raised_as_far_as_it_goes(machine, caplog, soft, hard, raised_to):
    asked = machine(soft, hard)
    allow_files()
    assert asked == ([raised_to] if raised_to else [])
    assert not caplog.records


@pytest.mark.parametrize(("hard", "forbids"), [(1024, False), (FILES, True)])
def test_too_few_files_are_said_once_at_the_start(machine, caplog, hard, forbids):
    caplog.set_level(logging.WARNING)
    machine(1024, hard, forbids=forbids)
    allow_files()
    assert [record.message for record in caplog.records] == [
        "only 1024 files may be open: with 1024 pages the web face stops (LimitNOFILE)"
    ]


def test_a_full_chat_leaves_room_for_public_pages_webhooks_and_health():
    assert CONNECTIONS_MAX >= LINES_MAX + 500
    assert FILES > 2 * CONNECTIONS_MAX
