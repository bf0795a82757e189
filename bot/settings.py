"""What the one who runs the bot decides: read once, from the environment, `.env` and files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from dotenv import dotenv_values
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)

PREFIX = "AKE_"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
ROOT = Path(__file__).parents[1]


class SettingsError(Exception):
    """The settings are not right; the text is one line for each that is wrong."""


class Settings(BaseModel):
    """Each field is the environment variable `AKE_` and its name in capitals.

    A secret may also stand in a file that `AKE_…_FILE` names. docs/settings.md
    tells what each is for; a test keeps the two together.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    database_url: str = f"sqlite:///{ROOT / 'var' / 'ake.db'}"
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 3978
    region: str = "lounais-suomi"
    coordinators: frozenset[str] = frozenset()
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    secret_key: SecretStr | None = None
    public_url: str | None = None
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_client_id: str | None = None
    slack_client_secret: SecretStr | None = None
    slack_api_url: str | None = None
    slack_coordinators_group: frozenset[str] = frozenset()
    slack_channel_history: bool = False
    teams_app_id: str | None = None
    teams_app_type: Literal["SingleTenant", "UserAssignedMSI"] | None = None
    teams_tenant_id: str | None = None
    teams_app_password: SecretStr | None = None
    teams_tenants: frozenset[str] = frozenset()
    teams_coordinators_team: str | None = None
    teams_unauthenticated: bool = False

    @property
    def elsewhere(self) -> bool:
        """Whether people talk with the bot in Teams or Slack: then it has no local page."""
        return self.uses("teams") or self.uses("slack")

    def uses(self, channel: str) -> bool:
        """Whether anything is set that has to do with it."""
        its = [name for name in type(self).model_fields if name.startswith(f"{channel}_")]
        return any(getattr(self, name) for name in its)

    @property
    def page(self) -> str:
        """The bot's own page as people's browsers find it; empty where they cannot."""
        return self.public_url or ("" if self.elsewhere else self.here)

    @property
    def here(self) -> str:
        """Where this machine itself finds the bot."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @field_validator("coordinators", "slack_coordinators_group", "teams_tenants", mode="before")
    @classmethod
    def split(cls, given: object) -> object:
        """Identities as `channel:id` and the like, with commas or white space between."""
        return given.replace(",", " ").split() if isinstance(given, str) else given

    @field_validator("coordinators")
    @classmethod
    def with_channel(cls, given: frozenset[str]) -> frozenset[str]:
        for key in given:
            if ":" not in key:
                raise ValueError(f"“{key}” should be channel:id, for example teams:1a2b-…")
        return given

    @field_validator("public_url")
    @classmethod
    def web_address(cls, given: str | None) -> str | None:
        if given is not None and not given.startswith(("https://", "http://127.0.0.1")):
            raise ValueError("it must begin with https://")
        return given and given.rstrip("/")

    @model_validator(mode="after")
    def teams_is_whole(self) -> Self:
        """A half of a registration is none."""
        if wrong := teams_wrong(self):
            raise ValueError(wrong)
        return self


def teams_wrong(settings: Settings) -> str | None:
    """What is missing or too much in the registration at Microsoft, if there is any."""
    app, password = settings.teams_app_id, settings.teams_app_password
    machine = settings.teams_app_type == "UserAssignedMSI"
    given = {name for name in settings.model_fields_set if name.startswith("teams_")}
    faults = {
        "AKE_TEAMS_UNAUTHENTICATED and AKE_TEAMS_APP_ID exclude one another": bool(
            settings.teams_unauthenticated and app
        ),
        "AKE_TEAMS_UNAUTHENTICATED is for this machine only, so AKE_HOST must be 127.0.0.1": bool(
            settings.teams_unauthenticated and settings.host not in LOOPBACK
        ),
        "AKE_TEAMS_APP_ID is missing": not (app or settings.teams_unauthenticated) and bool(given),
        "AKE_TEAMS_TENANT_ID is missing": bool(app and not settings.teams_tenant_id),
        "AKE_TEAMS_APP_PASSWORD is missing": bool(app and not password and not machine),
        "AKE_TEAMS_APP_PASSWORD is not used with UserAssignedMSI": bool(password and machine),
    }
    return next((fault for fault, there in faults.items() if there), None)


def read_settings(
    environment: Mapping[str, str] | None = None, env_file: Path = ROOT / ".env"
) -> Settings:
    """The environment wins over `.env`. Raises SettingsError."""
    written = {name: value or "" for name, value in dotenv_values(env_file).items()}
    given = ours({**written, **(os.environ if environment is None else environment)})
    if unknown := sorted(given.keys() - names() - {f"{name}_FILE" for name in names()}):
        known = ", ".join(sorted(names()))
        raise SettingsError(
            "\n".join(f"{name} is not a setting. The settings are: {known}." for name in unknown)
        )
    try:
        return Settings.model_validate({field(name): text for name, text in opened(given).items()})
    except ValidationError as error:
        raise SettingsError("\n".join(told(each) for each in error.errors())) from None


def names() -> set[str]:
    return {f"{PREFIX}{field.upper()}" for field in Settings.model_fields}


def field(name: str) -> str:
    return name.removeprefix(PREFIX).lower()


def ours(given: Mapping[str, str]) -> dict[str, str]:
    """What has our prefix. An empty setting is one that is not set."""
    return {name: text for name, text in given.items() if name.startswith(PREFIX) and text.strip()}


def opened(given: Mapping[str, str]) -> dict[str, str]:
    """The settings, those that stand in files read from there."""
    values = dict(given)
    for name in [name for name in given if name not in names()]:
        try:
            values[name.removesuffix("_FILE")] = Path(values.pop(name)).read_text("utf-8").strip()
        except OSError as error:
            raise SettingsError(f"{name}: {error.filename} cannot be read.") from None
    return values


def told(error: Mapping[str, object]) -> str:
    location = error["loc"]
    if not location:  # several settings do not go together, and the text names them
        return f"{str(error['msg']).removeprefix('Value error, ')}."
    name = str(location[0]) if isinstance(location, tuple) and location else "?"
    return f"{PREFIX}{name.upper()}: {error['msg']}."
