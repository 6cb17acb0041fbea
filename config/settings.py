"""The settings of one installation, built once at the start from environment, .env and unterhaken.toml.

The environment is stronger than .env, .env than unterhaken.toml. Every key and its default stands below.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from config.sources import DOTENV, ENCODING, PREFIX, TOML, SettingsProblem, given, refuse_unknown, toml, variable
from config.values import Address, DatabaseAddress, File, IsNumber, matching, passwords

TELEGRAM_API = "https://api.telegram.org"
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Section(BaseModel):
    """A part of the settings, handed down to the part of the program it is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DatabaseSettings(Section):
    """`url`: sqlite:///path (three slashes: below the working directory) or postgresql://user:password@host/name."""

    url: DatabaseAddress = SecretStr("sqlite:///data/unterhaken.db")

    @property
    def file(self) -> Path | None:
        """SQLite's file; None for a database that is no file."""
        driver, _, path = self.url.get_secret_value().partition(":///")
        return Path(path) if driver in {"sqlite", "sqlite+pysqlite"} else None


class TelegramSettings(Section):
    """`api_url` is the part before /bot<token>; `rate` is in messages per second (30 are free, 1000 are paid)."""

    token: Annotated[SecretStr | None, matching(r"\d+:[\w-]+", "123456:ABC-DEF, as @BotFather gives it")] = None
    api_url: Address = TELEGRAM_API
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: Address = ""
    webhook_secret: Annotated[
        SecretStr | None, matching(r"[A-Za-z0-9_-]{1,256}", "1 to 256 of the letters A-Z a-z 0-9 _ -")
    ] = None
    rate: Annotated[float, IsNumber] = Field(default=30.0, gt=0, le=1000)

    @property
    def configured(self) -> bool:
        """Whether the assistant is to be on Telegram."""
        return self.token is not None

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> TelegramSettings:
        if self.mode == "webhook":
            if not self.webhook_url:
                raise ValueError(f"the webhook needs its public address: set {variable('telegram.webhook_url')}")
            if self.webhook_secret is None:
                raise ValueError(f"a webhook without a secret is open to anybody: set {_WEBHOOK_SECRET}")
            parts = urlsplit(self.webhook_url)
            if parts.scheme != "https" and parts.hostname not in LOOPBACK:
                raise ValueError(f"{variable('telegram.webhook_url')} must begin with https://")
        return self


_WEBHOOK_SECRET = variable("telegram.webhook_secret")


class MatrixSettings(Section):
    """An account on a homeserver, by password or by access token and device id."""

    homeserver: Address = ""
    user_id: Annotated[str, matching(r"@[^:\s]+:\S+", "@name:example.org")] = ""
    password: SecretStr | None = None
    access_token: SecretStr | None = None
    device_id: str = ""

    @property
    def configured(self) -> bool:
        """Whether the assistant is to be on Matrix."""
        return bool(self.user_id)

    @model_validator(mode="after")
    def _account_is_whole(self) -> MatrixSettings:
        if not any((self.homeserver, self.user_id, self.password, self.access_token, self.device_id)):
            return self
        for key, value in (("homeserver", self.homeserver), ("user_id", self.user_id)):
            if not value:
                raise ValueError(f"the Matrix account is not complete: set {variable('matrix.' + key)}")
        if self.access_token is not None and not self.device_id:
            raise ValueError(f"an access token belongs to a device: set {variable('matrix.device_id')}")
        if self.password is None and self.access_token is None:
            raise ValueError(f"the Matrix account has no way to log in: set {variable('matrix.password')}")
        return self


class WebSettings(Section):
    """Where the web face listens; `public_url` is how people reach it, behind a proxy for example.

    `cookie_secure` follows from `public_url` if it is not set.
    """

    host: str = "127.0.0.1"
    port: Annotated[int, IsNumber] = Field(default=8080, ge=0, le=65535)
    public_url: Address = ""
    cookie_secure: bool | None = None

    @property
    def address(self) -> str:
        """The address people use, without a slash at the end."""
        return self.public_url or f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    @property
    def public(self) -> str:
        """The address that other people can open, too: "" where nobody outside this machine can."""
        host = urlsplit(self.public_url).hostname or "localhost"
        return "" if host == "localhost" or host.startswith("127.") or host in {"::1", "0.0.0.0"} else self.public_url  # noqa: S104 - compared, not bound

    @property
    def secure(self) -> bool:
        """Whether cookies are sent over https only."""
        return self.address.startswith("https:") if self.cookie_secure is None else self.cookie_secure


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class LogSettings(Section):
    """`format`: text for people, json for machines; both go to the standard error stream."""

    level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = "INFO"
    format: Literal["text", "json"] = "text"


class _Toml(TomlConfigSettingsSource):
    """unterhaken.toml, read as where its mistakes are named."""

    def _read_file(self, file_path: object) -> dict[str, Any]:
        return toml()


class Settings(BaseSettings):
    """Everything an operator can set. `alliance` is a folder under config/alliances or a path.

    `erasures_file` remembers who was erased, so that a restored backup erases them again.
    """

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        env_file=DOTENV,
        env_file_encoding=ENCODING,
        env_ignore_empty=True,
        toml_file=TOML,
    )

    alliance: str = Field(default="loerrach", min_length=1)
    erasures_file: File = Path("data/erased.txt")
    database: DatabaseSettings = DatabaseSettings()
    telegram: TelegramSettings = TelegramSettings()
    matrix: MatrixSettings = MatrixSettings()
    web: WebSettings = WebSettings()
    log: LogSettings = LogSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, dotenv_settings, _Toml(settings_cls)

    @property
    def anywhere(self) -> bool:
        """Whether there is a network on which `run` is to be met."""
        return self.telegram.configured or self.matrix.configured or bool(self.web.public_url)

    def secrets(self) -> Iterator[str]:
        """Every secret value, for the log's redaction."""
        for section in (self.telegram, self.matrix):
            for name in type(section).model_fields:
                value = getattr(section, name)
                if isinstance(value, SecretStr):
                    yield value.get_secret_value()
        yield from passwords(self.database.url.get_secret_value())


def load_settings() -> Settings:
    """The settings of this installation. SettingsProblem, with one line for the operator, if anything is wrong."""
    keys = given()
    refuse_unknown(keys, known_keys())
    try:
        return Settings()
    except ValidationError as problems:
        first = problems.errors(include_input=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        reason = _PLAIN.get(first["type"]) or first["msg"].removeprefix("Value error, ").removeprefix("Input ")
        origin = next((one for one in keys if one.key == key), None)
        written = f"{origin.source}: {origin.written}" if origin else variable(key)
        place = f"{written} " if key in known_keys() else ""
        raise SettingsProblem(f"{place}{reason}") from None


_PLAIN = {
    "int_parsing": "must be a whole number, such as 8080",
    "int_type": "must be a whole number, such as 8080",
    "int_from_float": "must be a whole number, such as 8080",
    "float_parsing": "must be a number, such as 30",
    "float_type": "must be a number, such as 30",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "string_type": "must be a text in quotes",
    "path_type": "must be a text in quotes",
    "string_too_short": "must not be empty",
}
"""What pydantic says at length, by its own name for the mistake."""


def known_keys() -> tuple[str, ...]:
    """The dotted names of all settings, e.g. `telegram.token`."""
    keys: list[str] = []
    for name, part in Settings.model_fields.items():
        section = part.annotation
        if isinstance(section, type) and issubclass(section, Section):
            keys += [f"{name}.{key}" for key in section.model_fields]
        else:
            keys.append(name)
    return tuple(keys)
