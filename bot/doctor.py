"""What is set up, and whether it works: a line for each."""

from __future__ import annotations

from collections.abc import Callable

from bot import regions
from bot.regions import RegionError
from bot.serve import CannotServe, bound
from bot.settings import PREFIX, Settings, SettingsError
from bot.store.migrate import NoDatabase, opened


def doctor(settings: Settings, say: Callable[[str], None]) -> int:
    """0 where all is well, 1 where something is not."""
    say(f"settings  {told(settings)}")
    ways = {
        "region": region,
        "database": database,
        "address": address,
        "teams": teams,
        "slack": slack,
        "page": page,
    }
    return max(judged(name, look, settings, say) for name, look in ways.items())


def judged(
    name: str, look: Callable[[Settings], str], settings: Settings, say: Callable[[str], None]
) -> int:
    try:
        say(f"{name:9} {look(settings)}")
    except (RegionError, NoDatabase, CannotServe, SettingsError) as wrong:
        say(f"{name:9} NOT RIGHT: {wrong}")
        return 1
    return 0


def told(settings: Settings) -> str:
    """The names of what is set; what it is set to may be a secret."""
    names = sorted(f"{PREFIX}{name.upper()}" for name in settings.model_fields_set)
    return ", ".join(names) or "none is set: all is as it is by itself"


def region(settings: Settings) -> str:
    found = regions.load(settings.region)
    return f"{found.name.fi}, {len(found.municipalities)} municipalities"


def database(settings: Settings) -> str:
    engine = opened(settings.database_url)
    engine.dispose()
    return f"{engine.dialect.name}, answers and is up to date"


def address(settings: Settings) -> str:
    with bound(settings):
        return f"{settings.host}:{settings.port} is free"


def teams(settings: Settings) -> str:
    """Logs in, as the start does."""
    if not settings.uses("teams"):
        return "off"
    from bot.teams import teams_door  # noqa: PLC0415 (heavy, and most do without)

    teams_door(settings)
    return "on"


def slack(settings: Settings) -> str:
    """Asks Slack what it thinks of the bot's token, where it has one."""
    if not settings.uses("slack"):
        return "off"
    from bot.slack import checked, token_tried  # noqa: PLC0415 (as above)

    checked(settings)
    token_tried(settings)
    return "on"


def page(settings: Settings) -> str:
    return "off: Teams or Slack is set up" if settings.elsewhere else "on, for this machine only"
