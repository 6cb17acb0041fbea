"""Chat sessions: a signed cookie per seat that holds a random address, and the rule that only our pages may use it."""

from __future__ import annotations

import hashlib
import secrets
from urllib.parse import urlsplit

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import HTTPConnection
from starlette.responses import Response

from bot.web.site import Site

LIFETIME = 365 * 86400
"""Seconds a session is remembered: somebody who comes back after months is still the same member."""

PATH = "/chat"


class Sessions:
    """Reads and gives out the cookies. Public pages never see them: the cookie's path is the chat's."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def address(self, connection: HTTPConnection, seat: str) -> str:
        """The session's address; "" without a valid cookie for this seat."""
        try:
            address = self._signer(seat).loads(connection.cookies.get(self._cookie(seat), ""))
        except BadSignature:
            return ""
        return address if isinstance(address, str) else ""

    def fresh_address(self) -> str:
        """A new session's address: 128 random bits."""
        return secrets.token_urlsafe(16)

    def give(self, response: Response, seat: str, address: str) -> None:
        """Put the session into the browser, or prolong it."""
        response.set_cookie(
            self._cookie(seat),
            self._signer(seat).dumps(address),
            max_age=LIFETIME,
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
        return bool(origin) and urlsplit(origin).netloc == connection.headers.get("host", "")

    def _cookie(self, seat: str) -> str:
        return ("__Secure-" if self._site.secure else "") + f"unterhaken-{seat}"

    def _signer(self, seat: str) -> URLSafeSerializer:
        return URLSafeSerializer(self._site.key, salt=f"seat:{seat}", signer_kwargs={"digest_method": hashlib.sha256})
