"""The log: text or JSON lines on the standard error stream, without secrets and without personal data.

Redaction happens where a line is written, so that no library can get round it. Our own loggers follow LOG__LEVEL;
everybody else's are quiet below WARNING, and those that quote messages are silent: their errors reach us as exceptions.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TextIO
from urllib.parse import quote

import orjson

from config.settings import LogSettings

OURS = ("bot", "config", "handlers", "storage")
QUOTING = ("nio", "telegram", "httpx", "httpcore", "aiohttp.access", "uvicorn.access", "websockets")
"""Libraries that put addresses or whole messages into their log lines."""

REDACTED = "[redacted]"
SHORTEST_SECRET = 4
"""Shorter secrets are not looked for: they would take ordinary words out of every line."""

_PATTERNS = (
    (re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}"), REDACTED),  # a Telegram token, wherever it stands
    (re.compile(r"/bot\d+:[^/\s\"']+"), f"/bot{REDACTED}"),
    (re.compile(r"\b(syt|syr|syl)_[A-Za-z0-9_]+"), REDACTED),  # Synapse's tokens
    (re.compile(r"(access_token=)[^&\s\"']+", re.IGNORECASE), rf"\1{REDACTED}"),
    (re.compile(r"(authorization[\"']?\s*[:=]\s*[\"']?)(\w+\s+)?[^\s\"',}]+", re.IGNORECASE), rf"\1{REDACTED}"),
    (
        re.compile(r"([\"'](?:password|token|access_token|secret_token)[\"']\s*:\s*)[\"'][^\"']*[\"']"),
        rf'\1"{REDACTED}"',
    ),
    (re.compile(r"(\w+://[^:/\s@]+:)[^@/\s]+(?=@)"), rf"\1{REDACTED}"),  # the password in a database's address
)


class Redaction:
    """Takes secrets out of a line: those it was told, and whatever looks like one."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spelled = {form for secret in secrets if len(secret) >= SHORTEST_SECRET for form in (secret, quote(secret, ""))}
        ordered = sorted(spelled, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def __call__(self, line: str) -> str:
        if self._known is not None:
            line = self._known.sub(REDACTED, line)
        for pattern, instead in _PATTERNS:
            line = pattern.sub(instead, line)
        return line


class TextLines(logging.Formatter):
    """One line for people, followed by the traceback if there is one."""

    def __init__(self, redact: Redaction) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None
        return self._redact(super().format(record))

    def formatException(self, ei: object) -> str:  # noqa: N802 - the standard library's name
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(_story(error)) if isinstance(error, BaseException) else ""


class JsonLines(logging.Formatter):
    """One JSON object per line for machines: time (UTC), level, logger, message, error."""

    def __init__(self, redact: Redaction) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self._redact(record.getMessage()),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line["error"] = self._redact("\n".join(_story(error)))
        return orjson.dumps(_writable(line)).decode()


def _writable(line: dict[str, str]) -> dict[str, str]:
    return {key: value.encode(errors="replace").decode() for key, value in line.items()}


def _story(error: BaseException, depth: int = 5) -> Iterator[str]:
    """Where it happened and of what kind. The words of foreign errors stay out: they may quote what a person wrote."""
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    if frames:
        yield frames
    kind = type(error)
    ours = kind.__module__.split(".")[0] in OURS or isinstance(error, OSError)
    yield f"{kind.__module__}.{kind.__qualname__}" + (f": {error}" if ours else "")
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and depth:
        yield "which came from:"
        yield from _story(before, depth - 1)


def set_up_logging(settings: LogSettings, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Write the log to the stream (standard error) from now on, in place of whatever was set up before."""
    redact = Redaction(secrets)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines(redact) if settings.format == "json" else TextLines(redact))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
    for name in OURS:
        logging.getLogger(name).setLevel(settings.level)
    for name in QUOTING:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
