"""Into how many parts a message goes on a network, and what is refused there."""

import pytest

from bot.core.media.fitting import Fit, Sized, fit, is_longer
from bot.core.messages import Outgoing
from bot.core.ports import Delivery, Lane
from bot.core.transport import Abilities

TELEGRAM = Abilities(text_most=4096, caption_most=1024, files_most=10, file_bytes_most=50, picture_bytes_most=10)
PICTURE = Sized(5, picture=True)


@pytest.mark.parametrize(
    ("words", "files", "abilities", "wanted"),
    [
        ("short", [], TELEGRAM, Fit(1)),
        ("x" * 4096, [], TELEGRAM, Fit(1)),
        ("x" * 4097, [], TELEGRAM, Fit(2, weight=2)),
        ("😀" * 2049, [], TELEGRAM, Fit(2, weight=2)),  # two units each
        ("**" + "x" * 4096 + "**", [], TELEGRAM, Fit(1)),  # marks are not shown
        ("x" * 50_000, [], Abilities(), Fit(1)),
        ("x" * 1024, [PICTURE], TELEGRAM, Fit(1)),
        ("x" * 1025, [PICTURE], TELEGRAM, Fit(2, apart=True, weight=2)),
        ("short", [PICTURE] * 10, TELEGRAM, Fit(1, weight=10)),
        ("short", [PICTURE] * 10, Abilities(files_most=1), Fit(10, weight=10)),
        ("short", [Sized(11, picture=True)], TELEGRAM, Fit(1, refused=1)),
        ("short", [Sized(50, picture=False)], TELEGRAM, Fit(1)),
        ("short", [Sized(51, picture=False)], TELEGRAM, Fit(1, refused=1)),
        ("short", [Sized(10**9, picture=False)], Abilities(), Fit(1)),
    ],
)
def test_how_it_fits(words, files, abilities, wanted):
    assert fit(words, files, abilities) == wanted


@pytest.mark.parametrize(
    ("words", "edits", "longer"),
    [
        ("short", ("5",), False),
        ("x" * 4097, ("5",), True),
        ("x" * 4097, ("5", "6"), True),  # how many parts it becomes depends on where its paragraphs end
        ("x" * 9000, (), False),  # new, not a change
    ],
)
def test_which_changes_may_need_new_messages(words, edits, longer):
    row = Delivery(7, 3, "chat", Lane.REPLY, "de", Outgoing(words), 1, (), edits, None)
    assert is_longer(row, TELEGRAM) is longer
