"""The command line: parses, calls `bot.app` and prints. What the commands do stands there."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot import app
from bot.commands.checking import URL, reason_of
from bot.core.errors import StoreAway
from bot.domain.people.person import Role
from bot.parts.alone import Taken, alone_in
from config.logging import set_up_logging
from config.profile import unconfirmed, untranslated
from config.settings import LogSettings, Settings, load_settings
from config.sources import SettingsProblem, variable
from storage import NotServed

MISCONFIGURED = 2
"""Exit code where something has to be mended by the operator first; 1 is any other failure."""

NOTHING_CONFIGURED = """No network is configured yet. Set one of these in the environment, .env or unterhaken.toml:
  UNTERHAKEN_TELEGRAM__TOKEN         a bot token from @BotFather
  UNTERHAKEN_MATRIX__HOMESERVER      with UNTERHAKEN_MATRIX__USER_ID and UNTERHAKEN_MATRIX__PASSWORD
  UNTERHAKEN_WEB__PUBLIC_URL         the address of the browser chat, if that is all you want
To look around without any account: make demo (or: unterhaken demo)"""

commands = typer.Typer(
    help="The chat assistant of a climate alliance, on Telegram, Matrix and in the browser.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
organiser = typer.Typer(help="Who may release stories and send announcements.", no_args_is_help=True)
commands.add_typer(organiser, name="organiser")


@commands.command()
def demo(
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="On which port.")] = 8080,
) -> None:
    """Try everything in the browser with invented people. No account, nothing to configure."""
    set_up_logging(LogSettings())
    address = f"http://{host}:{port}"
    with _mended_by_the_operator(), alone_in(app.DEMO, address):
        _refuse_taken(host, port, "--host (make demo HOST=127.0.0.1)", "--port (make demo PORT=8081)")
        typer.echo(f"The demo opens at {address} - end it with Ctrl+C.")
        raise typer.Exit(app.demo(host, port))


@commands.command()
def run() -> None:
    """Serve every configured network until stopped."""
    with _mended_by_the_operator():
        settings = _settings()
        if not settings.anywhere:
            raise SettingsProblem(NOTHING_CONFIGURED)
        _refuse_taken(settings.web.host, settings.web.port, variable("web.host"), variable("web.port"))
        raise typer.Exit(app.run(settings))


@commands.command()
def chat() -> None:
    """Talk to the assistant in this terminal."""
    with _mended_by_the_operator():
        settings = _settings(quiet=True)
        raise typer.Exit(app.chat(settings))


@commands.command()
def check() -> None:
    """Say line by line what is in order and how to mend what is not."""
    notes: list[str] = []
    try:
        settings = _settings(quiet=True)
    except SettingsProblem as problem:
        findings = [(False, f"settings: {problem}")]
    else:
        findings = app.check(settings)
        notes = _notes(settings)
    for fine, line in findings:
        typer.echo(f"{'ok   ' if fine else 'MEND '} {line}")
    for note in notes:
        typer.echo(f"note  {note}")
    raise typer.Exit(0 if all(fine for fine, _ in findings) else 1)


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError:
        mend = f"unterhaken organiser invite --role {Role.EDITOR}"
        typer.echo(f"There is no role {name!r}. Choose one of {', '.join(Role)}: {mend}", err=True)
        raise typer.Exit(2) from None


@organiser.command()
def invite(
    role: Annotated[Role, typer.Option(parser=_role, metavar="|".join(Role), help="What the organiser may do.")],
) -> None:
    """Make a code for a new organiser: once, for 24 hours."""
    with _mended_by_the_operator():
        settings = _settings(quiet=True)
        code = app.invite(settings, role.value)
        links = app.links(settings, code)
    typer.echo(f"Send this to the assistant, in private, within 24 hours:\n/start {code}")
    typer.echo("Or open one of these:\n" + "\n".join(links))


@organiser.command("list")
def list_organisers() -> None:
    """Show all organisers with their numbers."""
    with _mended_by_the_operator():
        lines = app.organisers(_settings(quiet=True))
    for line in lines:
        typer.echo(line)
    if not lines:
        typer.echo("There is no organiser yet. Invite the first one: unterhaken organiser invite --role owner")


@organiser.command()
def revoke(
    number: Annotated[int, typer.Argument(help="The organiser's number, as `organiser list` shows it.")],
) -> None:
    """Take an organiser's role away."""
    with _mended_by_the_operator():
        revoked = app.revoke(_settings(quiet=True), number)
    if not revoked:
        typer.echo(f"There is no organiser number {number}. See: unterhaken organiser list", err=True)
        raise typer.Exit(1)
    typer.echo(f"Organiser number {number} has no role any more.")


def _settings(*, quiet: bool = False) -> Settings:
    """Read the settings and start the log with them; `quiet` keeps it to warnings, where a command prints itself."""
    settings = load_settings()
    part = settings.log
    if quiet and part.level == "INFO":
        part = part.model_copy(update={"level": "WARNING"})
    set_up_logging(part, settings.secrets())
    return settings


def _refuse_taken(host: str, port: int, host_key: str, port_key: str) -> None:
    """SettingsProblem if nothing can listen there. Asked beforehand, because it is the commonest mistake of all."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except (OSError, UnicodeError) as problem:  # UnicodeError: a name that cannot be one
        reason = getattr(problem, "strerror", None) or "not possible"
        taken = isinstance(problem, OSError) and problem.errno in {errno.EADDRINUSE, errno.EACCES}
        key = port_key if taken else host_key
        raise SettingsProblem(
            f"Cannot listen at {host} port {port}: {reason}. Choose another one with {key}."
        ) from None


@contextmanager
def _mended_by_the_operator() -> Iterator[None]:
    """What an operator has to mend is told in one line, without a traceback."""
    try:
        yield
    except SettingsProblem as problem:
        typer.echo(str(problem), err=True)
    except Taken as other:
        typer.echo(f"The demo is already running in this folder, at {other}. End that one first.", err=True)
    except NotServed as problem:
        typer.echo(f"database: {problem}. Please look at {URL}.", err=True)
    except (SQLAlchemyError, StoreAway) as problem:
        typer.echo(f"The database does not answer ({reason_of(problem)}). Is {URL} right?", err=True)
    except (TimeoutError, ConnectionError):
        raise  # a network's: whoever asks it has to expect that, so it is a bug
    except OSError as problem:
        what = f"{problem.strerror or type(problem).__name__}{f': {problem.filename}' if problem.filename else ''}"
        typer.echo(f"The machine refuses something that is needed ({what}). unterhaken check says more.", err=True)
    else:
        return
    raise typer.Exit(MISCONFIGURED)


def _notes(settings: Settings) -> list[str]:
    """What hinders nothing, and should be known."""
    try:
        points = unconfirmed(settings.alliance)
        return [
            *untranslated(settings.alliance),
            *(f"to be confirmed before people are asked to join: {point}" for point in points),
        ]
    except SettingsProblem:
        return []  # `check` itself has named it
