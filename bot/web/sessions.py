"""Chat sessions: a signed cookie per seat that holds a random address and when it was given, and the rule that only our
pages may use it.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import HTTPConnection
from starlette.responses import Response

from bot.web.site import Site

LIFETIME = timedelta(days=365)
"""How long a session is remembered after its last visit: somebody who comes back after months is still the same member.
A copied cookie opens nothing after that, whatever the browser it lies in thinks of its age.
"""

SIGNED = {"digest_method": hashlib.sha256}

PATH = "/chat"


class Sessions:
    """Reads and gives out the cookies. Public pages never see them: the cookie's path is the chat's."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def address(self, connection: HTTPConnection, seat: str) -> str:
        """The session's address; "" without a valid cookie for this seat."""
        try:
            address, given = self._signer(seat).loads(self._kept(connection, seat), return_timestamp=True)
        except BadSignature:
            return ""
        # Not its own max_age: to that a cookie from a process whose clock is a second ahead is one from the future.
        return address if isinstance(address, str) and datetime.now(UTC) - given <= LIFETIME else ""

    def fresh_address(self) -> str:
        """A new session's address: 128 random bits."""
        return secrets.token_urlsafe(16)

    def give(self, response: Response, seat: str, address: str) -> None:
        """Put the session into the browser, or prolong it."""
        response.set_cookie(
            self._cookie(seat),
            self._signer(seat).dumps(address),
            max_age=int(LIFETIME.total_seconds()),
            path=PATH,
            secure=self._site.secure,
            httponly=True,
            samesite="strict",
        )

    def end(self, response: Response, seat: str) -> None:
        """Take the session out of the browser."""
        response.delete_cookie(
            self._cookie(seat), path=PATH, secure=self._site.secure, httponly=True, samesite="strict"
        )

    def own_page(self, connection: HTTPConnection) -> bool:
        """Whether a request that changes something was made by one of our own pages (OWASP: Origin verification)."""
        origin = connection.headers.get("origin", "")
        if origin == self._site.public_url:
            return True
        host = origin.partition("://")[2]  # an origin is a scheme and a host, and nothing after it (RFC 6454, 6.2)
        return bool(host) and host == connection.headers.get("host", "")

    def _cookie(self, seat: str) -> str:
        return ("__Secure-" if self._site.secure else "") + f"unterhaken-{seat}"

    def _kept(self, connection: HTTPConnection, seat: str) -> str:
        return connection.cookies.get(self._cookie(seat), "")

    def _signer(self, seat: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._site.key, salt=f"session:{seat}", signer_kwargs=SIGNED)
