"""`unterhaken check`: whether everything an installation needs is in order, line by line and with the mend."""

from __future__ import annotations

import os
from pathlib import Path

from bot.core.errors import AccountProblem, DeliveryProblem
from bot.core.transport import Transport
from bot.parts.clock import SystemClock
from bot.parts.house import open_database
from bot.parts.networks import make_matrix_on_trial, make_telegram
from config.messages import TextsProblem
from config.profile import ProfileProblem, load_alliance
from config.settings import Settings
from config.sources import SettingsProblem, variable
from config.texts import FluentTexts, languages_known

Finding = tuple[bool, str]
"""Whether it is in order, and the line to show."""


async def check(settings: Settings) -> list[Finding]:
    """All findings; nothing is changed except that a database that exists is migrated, as `run` would."""
    findings: list[Finding] = [(True, "settings: in order")]
    findings.append(_profile(settings))
    findings.append(_texts())
    findings.append(await _database(settings))
    api = ("telegram.api_url", settings.telegram.api_url)
    server = ("matrix.homeserver", settings.matrix.homeserver)
    findings.append(await _network("Telegram", make_telegram(settings), "telegram.token", *api))
    findings.append(await _network("Matrix", make_matrix_on_trial(settings), "matrix.homeserver", *server))
    findings.append(_somewhere(settings))
    return findings


def _profile(settings: Settings) -> Finding:
    try:
        alliance = load_alliance(settings.alliance, languages_known())
    except ProfileProblem as problem:
        return False, f"alliance profile: {str(problem).removeprefix('alliance: ')}"
    version = alliance.declaration.version
    return True, f"alliance profile: {alliance.id}, {len(alliance.catalogue)} pledges, declaration {version}"


def _texts() -> Finding:
    try:
        texts = FluentTexts()
        texts.read()
    except TextsProblem as problem:
        return False, f"texts: {problem}"
    return True, f"texts: {', '.join(texts.languages)}"


async def _database(settings: Settings) -> Finding:
    file = settings.database.file
    if file is not None and not file.exists() and _can_be_made(file):
        return True, f"database: not there yet; `run` makes it: {file}"
    try:
        store = open_database(settings, SystemClock())
    except SettingsProblem as problem:
        return False, str(problem)
    try:
        await store.start()
        await store.read(lambda work: work.inbox.waiting())
    except Exception as problem:  # noqa: BLE001 - whatever keeps the database from working is the finding
        sort = type(problem.__cause__ or problem).__name__
        return False, f"database: {sort}; is it running, and is UNTERHAKEN_DATABASE__URL right?"
    finally:
        await store.close()
    return True, "database: in order, schema up to date"


def _can_be_made(file: Path) -> bool:
    """Whether its folder is there, or one above in which it can be made."""
    folder = next(one for one in file.absolute().parents if one.exists())
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


async def _network(name: str, transport: Transport | None, key: str, address_key: str, address: str) -> Finding:
    if transport is None:
        return True, f"{name}: not configured (set {variable(key)} to use it)"
    try:
        await transport.open()
    except AccountProblem as problem:
        return False, f"{name}: {problem}"
    except DeliveryProblem as problem:
        return False, f"{name}: cannot reach {address} ({problem.detail}); see {variable(address_key)}"
    finally:
        await transport.close()
    return True, f"{name}: logged in as {transport.account}"


def _somewhere(settings: Settings) -> Finding:
    """Telegram, Matrix or the browser: without any of them there is nothing to run."""
    if settings.anywhere:
        return True, f"browser: {settings.web.address}"
    keys = [variable(key) for key in ("telegram.token", "matrix.homeserver", "web.public_url")]
    return False, f"networks: none is configured, so `run` will refuse; set {keys[0]}, {keys[1]} or {keys[2]}"
