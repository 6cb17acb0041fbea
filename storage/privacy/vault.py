"""Secrets the installation makes for itself."""

from __future__ import annotations

import secrets as randomness
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from storage.engine.ready import Ready
from storage.tables import secrets

if TYPE_CHECKING:
    from storage.engine.session import Session

SECRET_BYTES = 32
_KNOWN = Ready(select(secrets.c.value).where(secrets.c.name == bindparam("called")))


class Vault:
    """`Vault` of bot.core.ports."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def secret(self, name: str) -> bytes:
        known = self._session.scalar(_KNOWN, {"called": name})
        if known is not None:
            return bytes(known)
        new = self._session.insert(secrets).values(name=name, value=randomness.token_bytes(SECRET_BYTES))
        self._session.run(new.on_conflict_do_nothing(index_elements=["name"]))
        return bytes(self._session.scalar(_KNOWN, {"called": name}))
