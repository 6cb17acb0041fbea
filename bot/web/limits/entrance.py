"""How many new chat sessions may begin: of all visitors together, and of one network address. Addresses are only
counted: in memory, as digests under a key that dies with the process; none is stored or logged.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from ipaddress import IPv6Address, IPv6Network, ip_address

from bot.web.limits.buckets import Allowance, Bucket, Buckets

FRESH = Allowance(rate=2.0, burst=200)
"""New sessions of all together: each becomes a person who is greeted and kept. A full hall comes in at once."""

OF_ONE = Allowance(rate=1.0, burst=200)
"""Of one address, which may be a full hall's: half of what comes in the long run, so that a script leaves the other
half to everybody else.
"""

COUNTED = 4096
"""Addresses that are counted."""

_SITE = 64
"""Bits of an IPv6 address that tell one connection from another: the rest its owner chooses freely (RFC 6177)."""


class Entrance:
    """Lets new sessions in. A visitor whose address tells nothing (our own proxy, this house's network) counts only
    among all visitors.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._all = Bucket(FRESH, monotonic)
        self._each = Buckets(OF_ONE, COUNTED, monotonic)
        self._key = secrets.token_bytes(32)

    def lets_in(self, visitor: str) -> bool:
        """Whether one more session may begin for somebody at this IP address ("" = unknown)."""
        name = self._name(visitor)
        return (not name or self._each.of(name).take()) and self._all.take()

    def _name(self, visitor: str) -> str:
        try:
            address = ip_address(visitor)
        except ValueError:
            return ""
        if isinstance(address, IPv6Address):
            address = address.ipv4_mapped or IPv6Network((address, _SITE), strict=False).network_address
        if not address.is_global:
            return ""
        return hashlib.blake2b(address.packed, key=self._key, digest_size=16).hexdigest()
