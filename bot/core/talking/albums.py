"""Albums: what a person sends at once and a network hands over one by one, so that it is answered once."""

from __future__ import annotations

from collections import OrderedDict

from bot.core.messages import Incoming, Kind

MOST = 1_000
"""Albums that are remembered, the newest."""


class Albums:
    """Which message of an album came first. In memory alone: after a restart in the midst of one, somebody is told
    once more what they know.
    """

    def __init__(self) -> None:
        self._first: OrderedDict[tuple[int, str, str], int] = OrderedDict()

    def is_later(self, contact: int, row: int, incoming: Incoming) -> bool:
        """Whether something of the same sort and album came before this row of the inbox. A row that is handled again,
        because its transaction did not hold, stays what it was.
        """
        if not incoming.album:
            return False
        sort = incoming.text if incoming.kind is Kind.UNSUPPORTED else incoming.kind.value
        first = self._first.setdefault((contact, incoming.album, sort), row)
        while len(self._first) > MOST:
            self._first.popitem(last=False)
        return first != row
