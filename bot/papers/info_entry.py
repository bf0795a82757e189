"""The info session of partner libraries as a calendar has it."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialog import Phrase, _
from bot.domain.ids import RoundId
from bot.domain.rounds import Meeting

from .calendar import Entry


def info_entry(
    season: RoundId, meeting: Meeting, place: str, say: Callable[[Phrase], str]
) -> Entry:
    """A link stands in for the place: calendars show it there."""
    return Entry(
        key=f"partner-info:{season}",
        starts=meeting.begins,
        ends=meeting.ends,
        title=say(_("Info session for partner libraries")),
        place=place,
        link=place if place.startswith("https://") else "",
    )
