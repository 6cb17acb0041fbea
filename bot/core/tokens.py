"""Tokens of choices: what a press means, sealed for one contact, so that a forged or foreign press changes nothing."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import blake2b
from hmac import compare_digest

SEAL_BYTES = 12
"""96 bits: out of reach for guessing online, and leaves 47 of Telegram's 64 bytes for the meaning."""

MEANING_MAX = 47


class Seals:
    """Makes and opens tokens of the form `meaning~seal`. The seal is a keyed BLAKE2b (RFC 7693) over contact and
    meaning.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def seal(self, contact: int, meaning: str) -> str:
        """A token only this contact can use. ValueError if the meaning does not fit into 64 bytes."""
        if len(meaning.encode()) > MEANING_MAX:
            raise ValueError(f"a choice's meaning has at most {MEANING_MAX} bytes: {meaning}")
        return f"{meaning}~{self._seal(contact, meaning)}"

    def open(self, contact: int, token: str) -> str | None:
        """What the token means; None if it was not made for this contact."""
        meaning, mark, seal = token.rpartition("~")
        if mark and compare_digest(seal.encode(errors="surrogatepass"), self._seal(contact, meaning).encode()):
            return meaning
        return None

    def _seal(self, contact: int, meaning: str) -> str:
        digest = blake2b(f"{contact}:{meaning}".encode(errors="surrogatepass"), key=self._key, digest_size=SEAL_BYTES)
        return urlsafe_b64encode(digest.digest()).decode()
