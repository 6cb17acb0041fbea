"""Settings come from three places; a wrong or unknown key stops the start with one line that helps."""

import os
from pathlib import Path

import pytest

from bot.parts.house import House
from config.settings import known_keys, load_settings
from config.sources import SettingsProblem, variable


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """An empty working directory, and no variable of ours in the environment."""
    for name in list(os.environ):
        if name.startswith("UNTERHAKEN_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problem():
    with pytest.raises(SettingsProblem) as caught:
        load_settings()
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_without_anything_the_defaults_hold():
    settings = load_settings()
    assert settings.database.url.get_secret_value() == "sqlite:///data/unterhaken.db"
    assert settings.alliance == "loerrach"
    assert settings.erasures_file == Path("data/erased.txt")
    assert settings.telegram.api_url == "https://api.telegram.org"
    assert settings.telegram.mode == "polling"
    assert not settings.telegram.configured
    assert not settings.matrix.configured
    assert (settings.web.host, settings.web.port) == ("127.0.0.1", 8080)
    assert (settings.log.level, settings.log.format) == ("INFO", "text")


def test_every_key_of_the_manual_exists():
    wanted = """DATABASE__URL ALLIANCE TELEGRAM__TOKEN TELEGRAM__API_URL TELEGRAM__MODE TELEGRAM__WEBHOOK_URL
        TELEGRAM__WEBHOOK_SECRET TELEGRAM__RATE MATRIX__HOMESERVER MATRIX__USER_ID MATRIX__PASSWORD
        MATRIX__ACCESS_TOKEN MATRIX__DEVICE_ID WEB__HOST WEB__PORT LOG__LEVEL LOG__FORMAT"""
    assert {f"UNTERHAKEN_{key}" for key in wanted.split()} <= {variable(key) for key in known_keys()}


def test_the_environment_is_stronger_than_dotenv_and_dotenv_than_toml(place, monkeypatch):
    (place / "unterhaken.toml").write_text('alliance = "a"\n[web]\nport = 1\nhost = "toml"\n[log]\nlevel = "ERROR"\n')
    (place / ".env").write_text("UNTERHAKEN_WEB__PORT=2\nUNTERHAKEN_LOG__LEVEL=warning\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("UNTERHAKEN_WEB__PORT", "3")
    settings = load_settings()
    assert (settings.alliance, settings.web.port, settings.web.host) == ("a", 3, "toml")
    assert settings.log.level == "WARNING"


def test_an_unknown_variable_is_named_with_the_nearest(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_TELEGRAM__TOKN", "1:a")
    line = problem()
    assert "the environment" in line
    assert "UNTERHAKEN_TELEGRAM__TOKN" in line
    assert "Did you mean UNTERHAKEN_TELEGRAM__TOKEN?" in line


def test_an_unknown_key_in_dotenv_is_named(place):
    (place / ".env").write_text("UNTERHAKEN_LOG__LEVLE=INFO\n")
    line = problem()
    assert line.startswith(".env: ")
    assert "UNTERHAKEN_LOG__LEVEL?" in line


def test_an_unknown_key_in_toml_is_named_as_toml_spells_it(place):
    (place / "unterhaken.toml").write_text('[matrix]\nhome_server = "https://a.example"\n')
    line = problem()
    assert line.startswith("unterhaken.toml: ")
    assert "matrix.home_server" in line
    assert "Did you mean matrix.homeserver?" in line


def test_variables_of_the_test_suite_are_no_settings(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_TEST_POSTGRES_URL", "postgresql://x")
    monkeypatch.setenv("UNTERHAKEN_NO_SKIP", "1")
    load_settings()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("WEB__PORT", "eighty", "WEB__PORT must be a whole number, such as 8080"),
        ("WEB__COOKIE_SECURE", "perhaps", "must be true or false"),
        ("WEB__PORT", "70000", "65535"),
        ("TELEGRAM__MODE", "hook", "'polling' or 'webhook'"),
        ("TELEGRAM__RATE", "0", "greater than 0"),
        ("TELEGRAM__RATE", "fast", "must be a number, such as 30"),
        ("TELEGRAM__API_URL", "api.telegram.org", "https://"),
        ("LOG__LEVEL", "loud", "'DEBUG'"),
        ("DATABASE__URL", "mysql://x", "sqlite:///"),
        ("MATRIX__USER_ID", "bot", "@name:example.org"),
        ("TELEGRAM__API_URL", "http://[127.0.0.1", "https://"),
        ("WEB__PUBLIC_URL", "https://a.example:port", "https://"),
        ("DATABASE__URL", "sqlite:///:memory:", "must name a file"),
        ("DATABASE__URL", "sqlite:///x.db?foo=bar", "takes no options"),
    ],
)
def test_a_wrong_value_is_named_with_its_key(monkeypatch, name, value, says):
    monkeypatch.setenv(f"UNTERHAKEN_{name}", value)
    line = problem()
    assert f"UNTERHAKEN_{name}" in line
    assert says in line


def test_a_wrong_secret_is_not_shown(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_TELEGRAM__TOKEN", "my-secret-without-number")
    assert "my-secret" not in problem()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:ab@cd:Geheim1@127.0.0.1/x",
        "postgresql://u:Geheim1@Geheim2@127.0.0.1/x",
        "postgresql://u:[Geheim@127.0.0.1/x",
        "postgresql://u:Geheim]@127.0.0.1/x",
        "postgresql://u:Geh/eim@127.0.0.1/x",
        "postgresql://u:12/Geheim@127.0.0.1/x",
        "postgresql://u:Geh#eim@127.0.0.1/x",
        "postgresql://u:Geh?eim@127.0.0.1/x",
        "postgresql://u:Geheim@127.0.0.1:Geheim/x",
    ],
)
def test_special_signs_in_the_databases_password_are_explained_and_nothing_of_it_is_shown(monkeypatch, url):
    monkeypatch.setenv("UNTERHAKEN_DATABASE__URL", url)
    line = problem()
    assert "UNTERHAKEN_DATABASE__URL cannot be read" in line
    assert "@ is written %40" in line
    assert "127.0.0.1" not in line
    assert not any(part in line for part in ("Geh", "eim", "ab@cd"))


def test_every_spelling_of_the_databases_password_is_known_to_the_log(monkeypatch):
    monkeypatch.setenv("UNTERHAKEN_DATABASE__URL", "postgresql://u:a%40b@h/n?sslpassword=key-secret")
    assert set(load_settings().secrets()) == {"a%40b", "a@b", "key-secret"}


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('[telegram]\nToken = "1:a"\n', "no setting telegram.Token. Did you mean telegram.token?"),
        ('[TELEGRAM]\nTOKEN = "1:a"\n', "no setting TELEGRAM.TOKEN. Did you mean telegram.token?"),
        ('Alliance = "loerrach"\n', "no setting Alliance. Did you mean alliance?"),
        ('alliance = ""\n', "unterhaken.toml: alliance must not be empty"),
        ("alliance = 5\n", "unterhaken.toml: alliance must be a text in quotes"),
        ("erasures_file = 5\n", "unterhaken.toml: erasures_file must be a text in quotes"),
        ('erasures_file = ""\n', "unterhaken.toml: erasures_file must be a file"),
        ("[telegram]\nrate = true\n", "unterhaken.toml: telegram.rate must be a number"),
        ("[web]\nport = true\n", "unterhaken.toml: web.port must be a number"),
        ("[web]\nport = 80.5\n", "unterhaken.toml: web.port must be a whole number"),
        ("[web.port]\n", "UNTERHAKEN_WEB__PORT must be a whole number"),
        ("alliance = loerrach\n", 'line 1, column 12). Texts stand in quotes, as in alliance = "loerrach".'),
        ('[web]\nport = 1\nport = 2\nhost = "x"\n', "stands there twice"),
        ("[web]\n[log]\n[web]\n", "stands there twice"),
    ],
)
def test_a_mistake_in_toml_is_told_in_an_operators_words(place, written, says):
    (place / "unterhaken.toml").write_text(written)
    line = problem()
    assert says in line
    assert ("Texts stand in quotes" in line) == ("alliance = loerrach" in written)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("# first\n\nUNTERHAKEN_WEB__PORT 8081\n", ".env, line 3: this is not NAME=value"),
        ('UNTERHAKEN_ALLIANCE="loerrach\n', ".env, line 1: this is not NAME=value, or a quote is not closed"),
        ("A=1\n\nUNTERHAKEN_WEB__PORT\n", ".env, line 3: UNTERHAKEN_WEB__PORT has no value"),
    ],
)
def test_a_line_of_dotenv_that_cannot_be_read_stops_the_start(place, written, says, caplog):
    (place / ".env").write_text(written)
    assert says in problem()
    assert caplog.records == []


def test_what_dotenv_allows_stays_allowed(place):
    (place / ".env").write_text("# a note\nOTHER\nexport UNTERHAKEN_WEB__PORT='81' # why\n")
    assert load_settings().web.port == 81


def test_the_mark_that_windows_puts_before_a_text_disturbs_nobody(place):
    (place / "unterhaken.toml").write_text('alliance = "a"\n', "utf-8-sig")
    (place / ".env").write_text("UNTERHAKEN_WEB__PORT=2\n", "utf-8-sig")
    assert (load_settings().alliance, load_settings().web.port) == ("a", 2)


def test_files_that_cannot_be_read_are_named(place):
    (place / "unterhaken.toml").write_text("[web\n")
    assert "unterhaken.toml is not valid TOML" in problem()
    (place / "unterhaken.toml").write_bytes(b'alliance = "L\xf6rrach"')
    assert "UTF-8" in problem()
    (place / "unterhaken.toml").unlink()
    (place / ".env").write_bytes(b"UNTERHAKEN_ALLIANCE=L\xf6rrach")
    assert ".env" in problem()


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"TELEGRAM__MODE": "webhook"}, "UNTERHAKEN_TELEGRAM__WEBHOOK_URL"),
        (
            {"TELEGRAM__MODE": "webhook", "TELEGRAM__WEBHOOK_URL": "https://a.example"},
            "UNTERHAKEN_TELEGRAM__WEBHOOK_SECRET",
        ),
        (
            {"TELEGRAM__MODE": "webhook", "TELEGRAM__WEBHOOK_URL": "http://a.example", "TELEGRAM__WEBHOOK_SECRET": "s"},
            "https://",
        ),
        ({"MATRIX__PASSWORD": "x"}, "UNTERHAKEN_MATRIX__HOMESERVER"),
        ({"MATRIX__HOMESERVER": "https://a.example"}, "UNTERHAKEN_MATRIX__USER_ID"),
        ({"MATRIX__HOMESERVER": "https://a.example", "MATRIX__USER_ID": "@b:a.example"}, "UNTERHAKEN_MATRIX__PASSWORD"),
        (
            {"MATRIX__HOMESERVER": "https://a.example", "MATRIX__USER_ID": "@b:c", "MATRIX__ACCESS_TOKEN": "x"},
            "UNTERHAKEN_MATRIX__DEVICE_ID",
        ),
    ],
)
def test_fault_21_half_a_configuration_names_what_is_missing(monkeypatch, given, missing):
    for name, value in given.items():
        monkeypatch.setenv(f"UNTERHAKEN_{name}", value)
    assert missing in problem()


def test_no_secret_is_shown_by_the_settings_and_all_are_known_to_the_log(monkeypatch):
    for name, value in {
        "TELEGRAM__TOKEN": "123456:telegram-secret",
        "TELEGRAM__WEBHOOK_SECRET": "webhook-secret",
        "MATRIX__HOMESERVER": "https://a.example",
        "MATRIX__USER_ID": "@b:a.example",
        "MATRIX__PASSWORD": "matrix-secret",
        "DATABASE__URL": "postgresql://u:database-secret@h/n",
    }.items():
        monkeypatch.setenv(f"UNTERHAKEN_{name}", value)
    settings = load_settings()
    assert "secret'" not in repr(settings)
    assert "-secret" not in repr(settings)
    assert set(settings.secrets()) == {
        "123456:telegram-secret",
        "webhook-secret",
        "matrix-secret",
        "database-secret",
    }


def test_cookies_are_secure_where_people_come_by_https(monkeypatch):
    assert not load_settings().web.secure
    monkeypatch.setenv("UNTERHAKEN_WEB__PUBLIC_URL", "https://bot.example/")
    assert load_settings().web.secure
    assert load_settings().web.address == "https://bot.example"
    monkeypatch.setenv("UNTERHAKEN_WEB__COOKIE_SECURE", "false")
    assert not load_settings().web.secure


@pytest.mark.parametrize(
    ("public_url", "public"),
    [
        ("", ""),
        ("http://127.0.0.1:8080", ""),
        ("http://localhost:8080", ""),
        ("http://[::1]:8080", ""),
        ("https://klima.example/", "https://klima.example"),
    ],
)
def test_only_what_others_can_open_too_is_a_public_address(place, monkeypatch, public_url, public):
    monkeypatch.setenv("UNTERHAKEN_WEB__PUBLIC_URL", public_url)
    settings = load_settings()
    assert settings.web.public == public
    page = House.build(settings).alliance.notice.page
    assert page == (f"{public}/datenschutz" if public else ""), "where the privacy notice says that there is more"
