"""Bringing in branches and mobile libraries from a list: `ake import`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot import regions
from bot.app import WallClock
from bot.domain.regions import Region
from bot.regions.imports import Imported, read_service_points
from bot.regions.kirkanta import read_directory
from bot.settings import Settings
from bot.store.ledger import SqlLedger
from bot.store.migrate import opened

DIRECTORY = ".json"
"""A file that ends so is the national library directory's answer; any other is a CSV list."""


def bring_in(
    settings: Settings, file: Path, swedish: Path | None, say: Callable[[str], None]
) -> int:
    """0 where the whole list was taken, 1 where some of it is wrong: then nothing is."""
    imported = read(file, swedish, regions.load(settings.region))
    if imported.faults:
        for fault in imported.faults:
            say(str(fault))
        say("Nothing was imported. Mend these lines and try again.")
        return 1
    keep(settings, imported)
    say(f"{len(imported.points)} service points are in the bot now.")
    return 0


def read(file: Path, swedish: Path | None, region: Region) -> Imported:
    text = file.read_text("utf-8-sig")
    if file.suffix != DIRECTORY:
        return read_service_points(text, region, file.name)
    other = swedish.read_text("utf-8-sig") if swedish else None
    return read_directory(text, other, region, file.name)


def keep(settings: Settings, imported: Imported) -> None:
    """All of them in one transaction."""
    ledger = SqlLedger(opened(settings.database_url), WallClock(), settings.coordinators)
    with ledger.unit() as unit:
        for point in imported.points:
            unit.service_points.keep(point)
        unit.commit()
    ledger.engine.dispose()
