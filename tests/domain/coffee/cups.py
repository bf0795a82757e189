"""A coffee hour and a series to begin a story with."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.arrangements import CadenceUnit, CoffeeRules
from bot.domain.coffee.hours import CoffeeHour, CoffeeKind
from bot.domain.coffee.rules import Rule, Weekly
from bot.domain.coffee.series import OnHoliday, Series
from bot.domain.ids import CoffeeHourId, NetworkKey, SeriesId
from bot.domain.names import Name
from bot.regions.holidays import Holidays

HELSINKI = ZoneInfo("Europe/Helsinki")
FINNISH = Holidays()
FINNISH(date(2026, 1, 1))
"""The library loads all countries of the world when it is first asked; no test waits for that."""
TUESDAYS = Weekly(weekday=1)
ONCE_A_MONTH = CoffeeRules(1, CadenceUnit.MONTH, (10080, 1440, 15), 10, 20)
AKE_COFFEE = Name(fi="AKE-kahvit", sv="AKE-kaffe")


def hour(name: str = "1", starts: datetime = datetime(2026, 9, 15, 6, tzinfo=UTC)) -> CoffeeHour:
    return CoffeeHour(
        id=CoffeeHourId(name),
        audience=NetworkKey("everyone"),
        kind=CoffeeKind.OPEN,
        title=AKE_COFFEE,
        languages=("fi", "sv"),
        starts=starts,
        length=45,
        link="https://meet.example/kahvit",
    )


def series(
    rule: Rule = TUESDAYS,
    start: date = date(2026, 9, 1),
    *,
    wall: time = time(9),
    until: date | None = None,
    count: int | None = None,
    on_holiday: OnHoliday = OnHoliday.SKIP,
) -> Series:
    return Series(
        id=SeriesId("s"),
        rule=rule,
        start=start,
        wall=wall,
        audience=NetworkKey("varsat"),
        kind=CoffeeKind.VARSAT_CHILDREN,
        title=AKE_COFFEE,
        languages=("fi",),
        length=60,
        link="https://meet.example/varsat",
        until=until,
        count=count,
        on_holiday=on_holiday,
    )
