"""The login: proven when opened, renewed with the same device when the server forgets it, explained when it fails."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from bot.adapters.matrix.wire.homeserver import Homeserver, Reply, Weather, path
from bot.adapters.matrix.wire.untrusted import sequence, string
from bot.adapters.matrix.wire.verdicts import BARRED, LOST_TOKEN
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict, out_of_reach

log = logging.getLogger(__name__)

DEVICE = "UNTERHAKEN"
"""The device of password logins: always the same, because the server tells repeated sends by user and device."""

TRIAL = "UNTERHAKENCHECK"
"""The device of a login that only looks whether it is granted; it is given back when closed."""

HOMESERVER = "UNTERHAKEN_MATRIX__HOMESERVER"
"""Where an operator sets the server's address."""

_MXID = re.compile(r"@[!-9;-~]+:\S+")
_RENEWALS, _WITHIN = 3, 600.0  # more logins than this within ten minutes: somebody else keeps taking the device over
_CLIENT_ERRORS = range(400, 500)


@dataclass(frozen=True, slots=True)
class Login:
    """What the operator configured: a password, or an access token. An empty `device_id` stands for DEVICE."""

    user_id: str
    password: str = ""
    access_token: str = ""
    device_id: str = ""


class Session:
    """Requests with a valid login."""

    def __init__(self, server: Homeserver, login: Login) -> None:
        self._server = server
        self._login = login
        self._renewing = asyncio.Lock()
        self._renewed: deque[float] = deque(maxlen=_RENEWALS)
        self.name = ""

    @property
    def user_id(self) -> str:
        """Who we are."""
        return self._login.user_id

    async def open(self) -> None:
        """Prove that a homeserver is there and lets us in."""
        if not _MXID.fullmatch(self._login.user_id):
            raise AccountProblem("the user id must look like @name:server (UNTERHAKEN_MATRIX__USER_ID)")
        await self._find_server()
        if self._login.access_token:
            await self._check_token()
        elif self._login.password:
            await self._log_in()
        else:
            raise AccountProblem("neither UNTERHAKEN_MATRIX__PASSWORD nor UNTERHAKEN_MATRIX__ACCESS_TOKEN is set")

    async def call(
        self, method: str, path: str, body: Mapping[str, object] | None = None, *, extra: float = 0.0
    ) -> Reply:
        """Ask; with a password, a lost login is renewed once. Weather, AccountProblem, DeliveryProblem(UNSENT)."""
        token = self._server.token
        reply = await self._server.call(method, path, body, extra=extra)
        if reply.errcode not in LOST_TOKEN:
            return reply
        await self.renew(token)
        return await self._server.call(method, path, body, extra=extra)

    async def renew(self, spent: str) -> None:
        """Log in again, unless somebody else here has already done so since the token was `spent`."""
        async with self._renewing:
            if self._server.token != spent:
                return
            if not self._login.password:
                raise AccountProblem(
                    "the access token is no longer valid; make a new one and set UNTERHAKEN_MATRIX__ACCESS_TOKEN "
                    "and UNTERHAKEN_MATRIX__DEVICE_ID, or set UNTERHAKEN_MATRIX__PASSWORD"
                )
            now = time.monotonic()
            if len(self._renewed) == _RENEWALS and now - self._renewed[0] < _WITHIN:
                raise AccountProblem("the login is taken away again and again; does another process use it?")
            log.warning("matrix: the login was lost, logging in again with the same device")
            await self._log_in()
            self._renewed.append(now)

    async def probe(self) -> None:
        """Ask whether the homeserver is there. Raises DeliveryProblem(UNSENT)."""
        try:
            await self._find_server()
        except AccountProblem as problem:  # something answers that is no homeserver: it has been one before
            raise DeliveryProblem(Verdict.UNSENT, str(problem)) from None

    async def introduce(self, name: str) -> None:
        """Learn the name people see; give `name` to a profile that has none (or the server's default for it)."""
        user = self._login.user_id
        try:
            reply = await self.call("GET", path("profile", user, "displayname"))
            self.name = string(reply.body.get("displayname"))
            if name and self.name in {"", user[1:].partition(":")[0]}:
                reply = await self.call("PUT", path("profile", user, "displayname"), {"displayname": name})
                self.name = name if reply.ok else self.name
        except Weather as weather:
            log.info("matrix: the profile could not be read (%s)", weather)

    async def close(self) -> None:
        """Give a trial's device back; every other one is used again."""
        if self._login.device_id == TRIAL and self._server.token:
            with suppress(Weather):
                await self._server.call("POST", path("logout"), {})

    async def _find_server(self) -> None:
        reply = await self._asked("GET", path("versions", base="/_matrix/client"))
        if reply.ok and sequence(reply.body.get("versions")):
            return
        if reply.ok or reply.status in _CLIENT_ERRORS:
            raise AccountProblem(f"no homeserver answers there ({reply}); check {HOMESERVER}")
        raise out_of_reach(self._server.url, HOMESERVER, str(reply))

    async def _check_token(self) -> None:
        self._server.restore(self._login.user_id, self._login.device_id, self._login.access_token)
        reply = await self._asked("GET", path("account", "whoami"))
        if reply.errcode in LOST_TOKEN and self._login.password:
            await self._log_in()
            return
        self._granted(reply, "the access token is not valid; check UNTERHAKEN_MATRIX__ACCESS_TOKEN")
        user, device = string(reply.body.get("user_id")), string(reply.body.get("device_id"))
        if user != self._login.user_id:
            raise AccountProblem(f"the access token belongs to {user}, but UNTERHAKEN_MATRIX__USER_ID says otherwise")
        if self._login.device_id and device != self._login.device_id:
            raise AccountProblem(f"the access token belongs to device {device}; set UNTERHAKEN_MATRIX__DEVICE_ID to it")
        self._server.restore(user, device, self._login.access_token)

    async def _log_in(self) -> None:
        device = self._login.device_id or DEVICE
        wish = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": self._login.user_id},
            "password": self._login.password,
            "device_id": device,
            "initial_device_display_name": "Unterhaken",
        }
        self._server.restore(self._login.user_id, device, "")
        reply = await self._asked("POST", path("login"), wish)
        self._granted(
            reply, "user id or password is wrong; check UNTERHAKEN_MATRIX__USER_ID and UNTERHAKEN_MATRIX__PASSWORD"
        )
        token = string(reply.body.get("access_token"))
        self._server.restore(self._login.user_id, string(reply.body.get("device_id")) or device, token)

    def _granted(self, reply: Reply, refused: str) -> None:
        """Raise what is wrong with a login that was not granted."""
        if reply.ok:
            return
        if reply.errcode in BARRED:
            raise AccountProblem(f"the homeserver bars the account ({reply}); ask its operator")
        if reply.errcode == "M_FORBIDDEN" or reply.errcode in LOST_TOKEN:
            raise AccountProblem(refused)
        if reply.errcode and reply.status in _CLIENT_ERRORS and reply.errcode != "M_LIMIT_EXCEEDED":
            raise AccountProblem(f"the homeserver does not accept this login ({reply}); try an access token")
        raise DeliveryProblem(Verdict.UNSENT, str(reply), retry_after=reply.retry_after)

    async def _asked(self, method: str, where: str, body: Mapping[str, object] | None = None) -> Reply:
        try:
            return await self._server.call(method, where, body)
        except Weather as weather:
            raise out_of_reach(self._server.url, HOMESERVER, str(weather)) from None
