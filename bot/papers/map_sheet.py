"""The map of library pairs with everything in its place, before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.ids import ServicePointId
from bot.domain.names import Name
from bot.papers.map_groups import BADGE, Group, groups
from bot.papers.map_labels import Box, around, ground, text_width
from bot.papers.map_names import placed
from bot.papers.map_plane import Degrees, Plane, Point, apart, plane

SPREAD = (600.0, 900.0)
"""The width and the height that the places may fill, in units of the sheet."""
MARGIN = Box(120, 42, 120, 66)
"""Room about the places for their names."""
EDGE, TOP, PITCH = 24.0, 76.0, 30.0
"""Room about the sheet, for the title, for a line of the list."""
DOT, NAME, LINE = 6.0, 15.0, 16.0
"""The radius of a place; letter sizes of names on the map and in the list."""


@dataclass(frozen=True)
class Spot:
    """A library on the map."""

    id: ServicePointId
    name: Name
    lat: float
    lon: float


@dataclass(frozen=True)
class Entry:
    """A line of the list: a pair, one who waits, or the word over those who wait."""

    text: str
    at: Point
    group: Group | None = None
    heading: bool = False


@dataclass(frozen=True)
class Sheet:
    """A map on the left, a list on the right."""

    plane: Plane
    panel: Box
    names: list[str]
    points: list[Point]
    groups: list[Group]

    @property
    def waiting(self) -> list[int]:
        paired = {place for group in self.groups for place in group.places}
        return [place for place in range(len(self.points)) if place not in paired]

    def labels(self) -> list[Box | None]:
        """Where each name stands; nothing where there is no room for it."""
        marks = [around(point, DOT + 1) for point in self.points]
        marks += [around(group.badge, BADGE) for group in self.groups]
        arcs = [arc for group in self.groups for arc in group.arcs]
        names = list(zip(self.names, self.points, strict=True))
        return placed(names, NAME, ground(self.panel, marks, arcs, self.points))

    def entries(self, waiting: str) -> list[Entry]:
        """The list, in as many columns as it takes."""
        lines: list[tuple[str, Group | None]] = [
            (" – ".join(self.names[place] for place in group.places), group)
            for group in self.groups
        ]
        if self.waiting:
            lines += [(waiting, None), *((self.names[place], None) for place in self.waiting)]
        return self.columns(lines)

    def columns(self, lines: list[tuple[str, Group | None]]) -> list[Entry]:
        rows = int((self.panel.bottom - self.panel.top) // PITCH)
        left, entries = self.panel.right + EDGE, list[Entry]()
        for start in range(0, len(lines), rows):
            column = lines[start : start + rows]
            for row, (text, group) in enumerate(column):
                at = Point(left, self.panel.top + PITCH * (row + 0.5))
                heading = group is None and start + row == len(self.groups)
                entries.append(Entry(text, at, group, heading))
            left += max(text_width(text, LINE) for text, _ in column) + 2 * BADGE + EDGE + 12
        return entries


def laid_out(
    spots: Sequence[Spot], pairs: Sequence[Sequence[ServicePointId]], language: str
) -> Sheet:
    """Raises KeyError for a pair that is not among the spots, ValueError without spots."""
    degrees = [Degrees(spot.lat, spot.lon) for spot in spots]
    flat = plane(degrees, *SPREAD, Point(EDGE + MARGIN.left, TOP + MARGIN.top))
    points = apart([flat.at(place) for place in degrees], 2 * DOT + 3)
    right, bottom = max(point.x for point in points), max(point.y for point in points)
    panel = Box(EDGE, TOP, right + MARGIN.right, bottom + MARGIN.bottom)
    at = {spot.id: place for place, spot in enumerate(spots)}
    members = [tuple(at[member] for member in pair) for pair in pairs]
    names = [str(spot.name.in_language(language)) for spot in spots]
    return Sheet(flat, panel, names, points, groups(points, members))
