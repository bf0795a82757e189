"""Settings are read once, and a wrong one is told before anything starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, names, read_settings

NO_FILE = Path("/nowhere/.env")
DOCUMENT = Path(__file__).parents[1] / "docs" / "settings.md"


def test_nothing_has_to_be_set() -> None:
    """On a newcomer's machine the bot starts with no settings at all."""
    settings = read_settings({}, NO_FILE)
    assert (settings.host, settings.port, settings.region) == ("127.0.0.1", 3978, "lounais-suomi")


def test_a_mistyped_name_is_told_with_those_there_are() -> None:
    """A setting that does not exist is an error that names those that do."""
    with pytest.raises(SettingsError, match=r"AKE_PROT is not a setting.*AKE_PORT"):
        read_settings({"AKE_PROT": "80"}, NO_FILE)


@pytest.mark.parametrize(
    ("name", "value"),
    [("AKE_PORT", "eighty"), ("AKE_LOG_LEVEL", "LOUD"), ("AKE_COORDINATORS", "carita")],
)
def test_a_wrong_value_is_told_with_its_name(name: str, value: str) -> None:
    """A value that cannot be right is an error that names the setting."""
    with pytest.raises(SettingsError, match=name):
        read_settings({name: value}, NO_FILE)


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    """A setting named with _FILE is read from there, without the line's end, and never shown."""
    (tmp_path / "key").write_text("very-secret\n")
    settings = read_settings({"AKE_SECRET_KEY_FILE": str(tmp_path / "key")}, NO_FILE)
    assert settings.secret_key is not None
    assert settings.secret_key.get_secret_value() == "very-secret"
    assert "very-secret" not in repr(settings)


def test_a_secret_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing file is an error that names the setting and the file."""
    with pytest.raises(SettingsError, match=r"AKE_SECRET_KEY_FILE.*nothing"):
        read_settings({"AKE_SECRET_KEY_FILE": str(tmp_path / "nothing")}, NO_FILE)


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    """What stands in .env holds where the environment says nothing."""
    (tmp_path / ".env").write_text("AKE_PORT=1\nAKE_HOST=0.0.0.0\nPATH=x\n")
    settings = read_settings({"AKE_PORT": "2"}, tmp_path / ".env")
    assert (settings.port, settings.host) == (2, "0.0.0.0")  # noqa: S104


def test_coordinators_are_listed_with_commas_or_spaces() -> None:
    """Both ways of listing are read."""
    settings = read_settings({"AKE_COORDINATORS": "teams:a, slack:b\nweb:c"}, NO_FILE)
    assert settings.coordinators == {"teams:a", "slack:b", "web:c"}


def test_every_setting_is_documented() -> None:
    """docs/settings.md has a line for each setting, and for no other."""
    lines = DOCUMENT.read_text("utf-8").splitlines()
    told = {line.split("`")[1] for line in lines if line.startswith("| `AKE_")}
    assert told == names()
    assert len(names()) == len(Settings.model_fields)
