"""A visit as a calendar has it."""

from __future__ import annotations

from bot.domain.regions import Region
from bot.domain.visits.hours import span
from bot.domain.visits.visits import Visit
from bot.papers.calendar import Entry


def visit_entry(
    visit: Visit,
    region: Region,
    title: str,
    *,
    place: str = "",
    description: str = "",
    revision: int = 0,
) -> Entry | None:
    """None: it has no day yet, so no calendar can have it.

    The texts are said by whoever knows the reader's language. A calendar believes a move only when
    the revision is higher than that of the file it has.
    """
    taken = span(visit, region)
    if taken is None:
        return None
    starts, ends = taken
    return Entry(
        key=f"visit:{visit.id}",
        starts=starts,
        ends=ends,
        title=title,
        description=description,
        place=place,
        revision=revision,
        cancelled=not visit.active,
    )
