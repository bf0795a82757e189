"""Calendar files of coffee hours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.conversation.papers import Papers
from bot.domain.coffee.hours import CoffeeHour
from bot.domain.ids import CoffeeHourId
from bot.domain.occasion import Occasion

if TYPE_CHECKING:
    from bot.papers.calendar import Entry

CALENDAR = "text/calendar; charset=utf-8"


def coffee_calendar(occasion: Occasion, facts: Mapping[str, str]) -> tuple[bytes, str]:
    """One coffee hour. Anyone may have it: everyone is welcome. Raises KeyError."""
    from bot.papers.calendar import Publisher, calendar_file  # noqa: PLC0415 (when it is drawn)

    hour = occasion.records.coffee_hours.find(CoffeeHourId(facts["hour"]))
    if hour is None:
        raise KeyError(facts["hour"])
    publisher = Publisher(occasion.region.key)
    return calendar_file((entry(hour, occasion),), publisher, made=occasion.now), CALENDAR


def entry(hour: CoffeeHour, occasion: Occasion) -> Entry:
    from bot.papers.coffee_entry import coffee_entry  # noqa: PLC0415 (when it is drawn)

    told = "\n".join(filter(None, (hour.topic, hour.guest)))
    return coffee_entry(hour, occasion.language, told)


MAKERS: Papers = {"coffee_calendar": coffee_calendar}
