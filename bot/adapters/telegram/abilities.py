"""What Telegram takes of a bot, in the figures of its documentation and of our measurements."""

from __future__ import annotations

from bot.adapters.telegram.sending import FREE_RATE
from bot.adapters.telegram.sending.files import FILE_BYTES, PICTURE_BYTES
from bot.adapters.telegram.translate.outgoing import ALBUM_MAX, CAPTION_MAX, TEXT_MAX, cut
from bot.core.transport import Abilities

IN_FLIGHT, IN_FLIGHT_PAID = 32, 256
"""Sends at once: 30 a second keep 32 busy only when each takes a second; 256 is where aiohttp's throughput ends
(measured).
"""


def abilities(rate: float) -> Abilities:
    """What the Bot API takes, in the figures of its documentation. `rate` in messages per second, 0 = no limit."""
    return Abilities(
        rate=rate,
        in_flight=IN_FLIGHT if 0 < rate <= FREE_RATE else IN_FLIGHT_PAID,
        closes_questions=True,
        comes_with_start=True,
        text_most=TEXT_MAX,
        caption_most=CAPTION_MAX,
        files_most=ALBUM_MAX,
        file_bytes_most=FILE_BYTES,
        picture_bytes_most=PICTURE_BYTES,
        cut=cut,
    )
