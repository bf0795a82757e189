from __future__ import annotations

import pytest
import requests

from bot.app import House
from bot.channels.teams.login import Login, with_password
from bot.channels.teams.open import Teams
from bot.channels.teams.registration import Registration
from bot.settings import Settings, SettingsError, read_settings
from bot.teams import logged_in, registration
from tests.chat import StillClock
from tests.loops import aside, run
from tests.test_settings import NO_FILE

from .openid import APP
from .posted import TENANT, executed, said
from .test_login import Microsoft
from .world import OneToken, world

WHOLE = {
    "AKE_TEAMS_APP_ID": APP,
    "AKE_TEAMS_TENANT_ID": TENANT,
    "AKE_TEAMS_APP_PASSWORD": "salasana",
}


def given(**changed: str | None) -> Settings:
    environment = {**WHOLE, **{f"AKE_TEAMS_{name.upper()}": text for name, text in changed.items()}}
    return read_settings({n: text for n, text in environment.items() if text is not None}, NO_FILE)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"app_id": None}, "AKE_TEAMS_APP_ID"),
        ({"tenant_id": None}, "AKE_TEAMS_TENANT_ID"),
        ({"app_password": None}, "AKE_TEAMS_APP_PASSWORD"),
        ({"app_type": "MultiTenant"}, "AKE_TEAMS_APP_TYPE"),
        ({"app_type": "singletenant"}, "AKE_TEAMS_APP_TYPE"),
        ({"app_type": "UserAssignedMSI"}, "AKE_TEAMS_APP_PASSWORD"),
        ({"unauthenticated": "yes"}, "AKE_TEAMS_UNAUTHENTICATED"),
    ],
)
def test_a_half_registration_stops_the_start(changed: dict[str, str | None], named: str) -> None:
    """What is missing, misspelt or too much is named in a sentence."""
    with pytest.raises(SettingsError, match=named):
        given(**changed)


def test_nothing_is_proved_only_on_ones_own_machine() -> None:
    """Without a registration the bot is for trying it out, and hears this machine alone."""
    alone: dict[str, str] = {"AKE_TEAMS_UNAUTHENTICATED": "yes"}
    assert registration(read_settings(alone, NO_FILE)).app == ""
    with pytest.raises(SettingsError, match="AKE_HOST must be 127"):
        read_settings({**alone, "AKE_HOST": "192.168.1.5"}, NO_FILE)


def test_the_settings_say_whose_people_are_answered() -> None:
    """Those of the bot's own tenant, or of the ones that are listed."""
    assert registration(given()).tenants == {TENANT}
    assert registration(given(tenants="a, b")).tenants == {"a", "b"}


def test_a_wrong_secret_stops_the_start(clock: StillClock) -> None:
    """The first login is tried before anybody is heard; what Microsoft says of it is told."""
    refused = {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid secret."}
    asks = with_password("app", "tenant", "wrong", Microsoft(refused, 401))
    with pytest.raises(SettingsError, match=r"AADSTS7000215.*\n.*AKE_TEAMS_APP_PASSWORD"):
        aside(lambda: logged_in(Login(asks, clock.now)))


def test_microsoft_out_of_reach_does_not_stop_the_start(clock: StillClock) -> None:
    """The bot begins, and logs in when it can."""
    microsoft = Microsoft()
    microsoft.out = True
    login = Login(with_password("app", "tenant", "secret", microsoft), clock.now)
    aside(lambda: logged_in(login))
    microsoft.out = False
    assert run(login.token()).startswith("token")


def test_the_first_token_is_had_before_the_first_turn(sqlite_house: House) -> None:
    """Nobody waits for a login."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            assert isinstance(there.teams.tokens, OneToken)
            assert there.teams.tokens.asked == 1

    run(once())


def test_a_login_that_has_ended_for_good_is_told(
    sqlite_house: House, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever watches over the bot hears that the secret has ended, and the log has the reason."""
    ended = {"error": "invalid_client", "error_description": "AADSTS7000222: Keys are expired."}
    login = Login(with_password("app", "tenant", "secret", Microsoft()), clock.now)
    teams = Teams(sqlite_house, Registration(app="app"), tokens=login)
    assert run(teams.trouble()) == ""
    clock.moves(hours=2)
    login.ask = with_password("app", "tenant", "secret", Microsoft(ended, 401))
    assert "does not let the bot write to Teams" in run(teams.trouble())
    assert "AADSTS7000222" in caplog.text


def test_no_turn_waits_in_the_loop(sqlite_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Botbuilder's own way of writing and of proving, by requests in the loop, is never gone."""

    def waits(*_given: object, **_more: object) -> None:
        raise AssertionError("a blocking call")

    monkeypatch.setattr(requests.Session, "send", waits)

    async def once() -> None:
        async with world(sqlite_house) as there:
            assert (await there.posts(said("/kieli"))).status_code == 200
            [press] = [each for each in there.connector.cards()[0]["actions"] if "data" in each][:1]
            assert (await there.posts(executed(press["data"]))).status_code == 200

    run(once())
