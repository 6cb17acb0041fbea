"""Fault 62: no secret and no personal data in the log, at DEBUG either."""

import io
import json
import logging
import subprocess
import sys

import pytest

from config.logging import OURS, QUOTING, REDACTED, Redaction, set_up_logging
from config.settings import LogSettings

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(params=["text", "json"])
def log(request):
    """The log as it is written, at DEBUG; the root logger is put back afterwards."""
    touched = [logging.getLogger(name) for name in (*OURS, *QUOTING)]
    root, levels = logging.getLogger(), [logger.level for logger in touched]
    before = root.handlers[:], root.level
    set_up_logging(LogSettings(level="DEBUG", format=request.param), ["hunter2 &more", "abc"], stream := io.StringIO())
    yield stream.getvalue
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level = before
    for logger, level in zip(touched, levels, strict=True):
        logger.setLevel(level)


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/sendMessage", TOKEN),
        (f"token {TOKEN}", TOKEN),
        ("GET /bot42:short/getMe", "42:short"),
        ("GET /sync?access_token=MDAxabc&since=3", "MDAxabc"),
        ("logged in with syt_Ym90_abcDEF_123456", "abcDEF"),
        ("{'Authorization': 'Bearer s3cr3t'}", "s3cr3t"),
        ("Authorization: Bearer s3cr3t", "s3cr3t"),
        ('{"password": "geheim", "user": "b"}', "geheim"),
        ("postgresql://bot:geheim@db/unterhaken", "geheim"),
        ("told hunter2 &more", "hunter2"),
        ("told hunter2%20%26more", "hunter2"),
    ],
)
def test_secrets_are_redacted_wherever_they_stand(log, line, secret):
    logging.getLogger("bot.anything").debug("%s", line)
    written = log()
    assert secret not in written
    assert REDACTED in written


def test_what_is_no_secret_stays(log):
    logging.getLogger("bot.anything").info("delivery 17 to telegram:123456 at 12:30, abc")
    assert "delivery 17 to telegram:123456 at 12:30, abc" in log()


def test_secrets_in_errors_of_any_library_are_redacted(log):
    try:
        raise OSError(f"cannot reach https://api.telegram.org/bot{TOKEN}/getMe")
    except OSError:
        logging.getLogger("some.library").exception("failed")
    written = log()
    assert TOKEN not in written
    assert "cannot reach" in written


def test_what_a_person_wrote_does_not_come_in_through_an_error(log):
    words = "Eva Musterfrau".replace(" ", "-")
    try:
        try:
            float(words)
        except ValueError as problem:
            raise KeyError(words) from problem
    except KeyError:
        logging.getLogger("bot.core").exception("error 4711")
    written = log()
    assert words not in written
    assert "builtins.ValueError" in written
    assert "builtins.KeyError" in written
    assert "error 4711" in written


def test_libraries_that_quote_messages_are_silent_and_others_quiet(log):
    for name in QUOTING:
        logging.getLogger(f"{name}.deep").critical("quotes Eva")
        logging.getLogger(name).error("quotes Eva")
    logging.getLogger("sqlalchemy.engine").info("INSERT Eva")
    assert log() == ""


def test_json_lines_can_be_parsed():
    code = (
        "import logging; from config.logging import set_up_logging; from config.settings import LogSettings;"
        "set_up_logging(LogSettings(format='json')); logging.getLogger('bot').warning('a\\nb %s', '\\ud800')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    line = json.loads(done.stderr)
    assert line["message"] == "a\nb ?"
    assert (line["level"], line["logger"]) == ("WARNING", "bot")


def test_short_secrets_do_not_eat_words():
    assert Redaction(["a", ""])("a banana") == "a banana"
