"""A coffee hour as a calendar has it."""

from __future__ import annotations

from bot.domain.coffee.hours import CoffeeHour, CoffeeState
from bot.papers.calendar import Entry


def coffee_entry(hour: CoffeeHour, language: str, description: str = "") -> Entry:
    """The link stands in for the place: calendars show it there and open it on a tap.

    The description is said by whoever knows the reader's language.
    """
    return Entry(
        key=f"coffee:{hour.id}",
        starts=hour.starts,
        ends=hour.ends,
        title=hour.title.in_language(language),
        description=description,
        place=hour.link,
        link=hour.link,
        revision=hour.revision,
        cancelled=hour.state is CoffeeState.CANCELLED,
    )
