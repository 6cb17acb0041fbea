"""`unterhaken check`: whether everything an installation needs is in order, line by line and with the mend."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from bot.core.errors import AccountProblem, DeliveryProblem
from bot.core.transport import Transport
from bot.parts.clock import SystemClock
from bot.parts.house import make_store, prove_erasures_file
from bot.parts.networks import make_matrix_on_trial, make_telegram_on_trial
from config.logging import Redaction
from config.messages import TextsProblem
from config.profile import ProfileProblem, load_alliance
from config.settings import Settings
from config.sources import SettingsProblem, variable
from config.texts import FluentTexts, languages_known
from storage import NotServed, prove_file

if TYPE_CHECKING:
    from bot.adapters.telegram import TelegramTransport

T = TypeVar("T", bound=Transport)

URL = variable("database.url")

Finding = tuple[bool, str]
"""Whether it is in order, and the line to show."""


async def check(settings: Settings) -> list[Finding]:
    """All findings; nothing is changed except that a database that exists is migrated, as `run` would."""
    findings: list[Finding] = [(True, "settings: in order")]
    findings.append(_profile(settings))
    findings.append(_texts())
    erasures = _erasures(settings)
    findings.append(erasures)
    findings.append(await _database(settings, settings.erasures_file if erasures[0] else None))
    way_in = partial(_way_in, settings)
    findings.append(await _network("Telegram", make_telegram_on_trial(settings), "telegram.token", way_in))
    findings.append(await _network("Matrix", make_matrix_on_trial(settings), "matrix.homeserver"))
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


def _erasures(settings: Settings) -> Finding:
    try:
        prove_erasures_file(settings)
    except SettingsProblem as problem:
        return False, str(problem)
    return True, f"erasures: remembered in {settings.erasures_file}"


async def _database(settings: Settings, erasures_file: Path | None) -> Finding:
    file = settings.database.file
    if file is not None and _can_be_made(file):
        return True, f"database: not there yet; `run` makes it: {file}"
    try:
        store = make_store(settings, SystemClock(), erasures_file)
    except SettingsProblem as problem:
        return False, str(problem)
    try:
        await store.start()
        await store.read(lambda work: work.inbox.waiting())
    except NotServed as problem:
        return False, f"database: {problem}. Please look at {URL}."
    except Exception as problem:  # noqa: BLE001 - whatever keeps the database from working is the finding
        return False, f"database: {reason_of(problem, settings.secrets())}; is it running, and is {URL} right?"
    finally:
        await store.close()
    return True, "database: in order, schema up to date"


def reason_of(problem: Exception, secrets: Iterable[str] = ()) -> str:
    """What the database itself says, in one line and without secrets."""
    cause = problem.__cause__ or problem
    said = str(getattr(cause, "orig", cause)).strip().split("\n")[0]
    return Redaction(secrets)(said or type(cause).__name__)


def _can_be_made(file: Path) -> bool:
    """Whether it is not there, but could be."""
    try:
        if file.exists():
            return False
        prove_file(file)
    except OSError:
        return False  # opening it tells what is wrong
    return True


async def _nothing(_transport: Transport) -> str:
    """Nothing more to say of it."""
    return ""


async def _network(name: str, transport: T | None, key: str, more: Callable[[T], Awaitable[str]] = _nothing) -> Finding:
    if transport is None:
        return True, f"{name}: not configured (set {variable(key)} to use it)"
    try:
        await transport.open()
        remark = await more(transport)
    except AccountProblem as problem:
        return False, f"{name}: {problem}"
    except DeliveryProblem as problem:
        return False, f"{name}: {problem.detail}"
    finally:
        await transport.close()
    return True, f"{name}: logged in as {transport.account}{remark}"


async def _way_in(settings: Settings, telegram: TelegramTransport) -> str:
    """What `run` would change about how messages come in. Of an address that is set only the host: its path may be
    secret.
    """
    part, found = settings.telegram, await telegram.webhook_found()
    wanted = part.webhook_url if part.mode == "webhook" else ""
    if found == wanted:
        return ""
    if not found:
        return "; no webhook is set now, `run` sets it: a process that polls stops then"
    host = urlsplit(found).hostname
    if not wanted:
        return f"; its webhook leads to {host} now, `run` takes it away and polls: a process that uses it stops then"
    return f"; its webhook leads elsewhere at {host} now, `run` sets it anew: a process that uses it stops then"


def _somewhere(settings: Settings) -> Finding:
    """Telegram, Matrix or the browser: without any of them there is nothing to run."""
    if settings.anywhere:
        return True, f"browser: {settings.web.address}"
    keys = [variable(key) for key in ("telegram.token", "matrix.homeserver", "web.public_url")]
    return False, f"networks: none is configured, so `run` will refuse; set {keys[0]}, {keys[1]} or {keys[2]}"
