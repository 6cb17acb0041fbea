"""`unterhaken check`: whether everything an installation needs is in order, line by line and with the mend."""

from __future__ import annotations

from bot.clock import SystemClock
from bot.core.errors import AccountProblem, DeliveryProblem
from bot.core.transport import Transport
from bot.house import open_database
from bot.networks import make_matrix_on_trial, make_telegram
from config.profile import ProfileProblem, load_alliance
from config.settings import Settings
from config.sources import SettingsProblem
from config.texts import FluentTexts, TextsProblem, languages_known

Finding = tuple[bool, str]
"""Whether it is in order, and the line to show."""


async def check(settings: Settings) -> list[Finding]:
    """All findings; nothing is changed except that the database is created and migrated, as `run` would."""
    findings: list[Finding] = [(True, "settings: in order")]
    findings.append(_profile(settings))
    findings.append(_texts())
    findings.append(await _database(settings))
    findings.append(await _network("Telegram", make_telegram(settings), "UNTERHAKEN_TELEGRAM__TOKEN"))
    findings.append(await _network("Matrix", make_matrix_on_trial(settings), "UNTERHAKEN_MATRIX__HOMESERVER"))
    return findings


def _profile(settings: Settings) -> Finding:
    try:
        alliance = load_alliance(settings.alliance, languages_known())
    except ProfileProblem as problem:
        return False, f"alliance profile: {problem}"
    version = alliance.declaration.version
    return True, f"alliance profile: {alliance.id}, {len(alliance.catalogue)} pledges, declaration {version}"


def _texts() -> Finding:
    try:
        texts = FluentTexts()
    except TextsProblem as problem:
        return False, f"texts: {problem}"
    return True, f"texts: {', '.join(texts.languages)}"


async def _database(settings: Settings) -> Finding:
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


async def _network(name: str, transport: Transport | None, key: str) -> Finding:
    if transport is None:
        return True, f"{name}: not configured (set {key} to use it)"
    try:
        await transport.open()
    except AccountProblem as problem:
        return False, f"{name}: {problem}"
    except DeliveryProblem as problem:
        return False, f"{name}: {problem.detail}"
    finally:
        await transport.close()
    return True, f"{name}: logged in as {transport.account}"
