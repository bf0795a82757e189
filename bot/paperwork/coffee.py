"""Calendar files of coffee hours."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.papers import Papers
from bot.domain.ids import CoffeeHourId
from bot.domain.occasion import Occasion

CALENDAR = "text/calendar; charset=utf-8"


def coffee_calendar(occasion: Occasion, facts: Mapping[str, str]) -> tuple[bytes, str]:
    """One coffee hour. Anyone may have it: everyone is welcome. Raises KeyError."""
    from bot.papers.calendar import Publisher, calendar_file  # noqa: PLC0415 (when it is drawn)
    from bot.papers.coffee_entry import coffee_entry  # noqa: PLC0415

    hour = occasion.records.coffee_hours.find(CoffeeHourId(facts["hour"]))
    if hour is None:
        raise KeyError(facts["hour"])
    entry = coffee_entry(hour, occasion.language, "\n".join(filter(None, (hour.topic, hour.guest))))
    publisher = Publisher(occasion.region.key)
    return calendar_file((entry,), publisher, made=occasion.now), CALENDAR


MAKERS: Papers = {"coffee_calendar": coffee_calendar}
