"""What every answer carries, and what no request may exceed: security headers and caps on bodies."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere (Content Security Policy 3). `blob:` shows a picture before it is sent."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
}

WEBHOOK_MAX = 1024 * 1024
"""Bytes of a webhook's body; Telegram's updates are a few kilobytes."""


class SecurityHeaders:
    """Adds the headers to every HTTP answer; pages that set one themselves keep theirs."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._headers = HEADERS | ({"strict-transport-security": "max-age=31536000"} if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


def nobody_counts(_bytes: int) -> None:
    """It is small anyway."""


async def capped(request: Request, limit: int, came: Callable[[int], None] = nobody_counts) -> bytes:
    """The request's body. HTTPException 413 as soon as it exceeds `limit` bytes, said or unsaid; 415 if compressed, 400
    if it breaks off. `came` hears of each piece how many bytes it has.
    """
    if request.headers.get("content-encoding", "identity") != "identity":
        raise HTTPException(415)
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or int(said) > limit:
        raise HTTPException(413)
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > limit:
                raise HTTPException(413)
            came(len(chunk))
    except ClientDisconnect:  # everyday weather on a phone, and nothing for the log
        raise HTTPException(400) from None
    return bytes(body)
