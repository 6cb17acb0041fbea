"""The pace of groups and channels: so many messages a minute to one of them, counted before Telegram has to say no."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable

MOST, WITHIN = 20, 60.0
"""Messages to one group, and in how many seconds (https://core.telegram.org/bots/faq, "My bot is hitting limits")."""

GROUPS = 1_000
"""Groups whose last minute is remembered."""


class GroupPace:
    """When a group may be written to again. `monotonic` in seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._sent: OrderedDict[int, deque[float]] = OrderedDict()

    def wait(self, chat: int, messages: int) -> float:
        """Seconds until so many (at most 20) may be sent; 0 if they may be now, and then they are counted."""
        now, sent = self._monotonic(), self._sent.setdefault(chat, deque())
        self._sent.move_to_end(chat)
        while len(self._sent) > GROUPS:
            self._sent.popitem(last=False)
        while sent and sent[0] <= now - WITHIN:
            sent.popleft()
        over = len(sent) + messages - MOST
        if over > 0:
            return sent[over - 1] + WITHIN - now
        sent.extend([now] * messages)
        return 0.0
