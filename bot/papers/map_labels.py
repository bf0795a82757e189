"""Where a name may stand on a map, and how well it would be read there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.papers.map_plane import Arc, Point

WIDTHS = {**dict.fromkeys("iljtfrI.,:'|! -", 0.34), **dict.fromkeys("mwMW", 0.9)}
"""Parts of the letter size, for a wide sans-serif; other letters are `CAPITAL` or `SMALL` wide."""
CAPITAL, SMALL = 0.7, 0.6
AROUND = (
    *((1, 0), (-1, 0), (1, -0.7), (1, 0.7), (-1, -0.7), (-1, 0.7), (0, -1), (0, 1)),
    *((0.5, -1), (0.5, 1), (-0.5, -1), (-0.5, 1)),
)
"""Where a name may stand about its place: the better ones first."""
REACHES = (10.0, 17.0, 30.0)
"""How far off it may stand, in units of the sheet."""
MISTAKEN = 15.0
"""A name this near to another place seems to be its name."""
UNREADABLE = 100.0
"""What costs as much as this may not be."""


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """The shared area."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0.0

    def nearest(self, point: Point) -> Point:
        """The point of the box that is nearest to another."""
        return Point(
            min(max(point.x, self.left), self.right), min(max(point.y, self.top), self.bottom)
        )

    def wider(self, by: float) -> Box:
        return Box(self.left - by, self.top, self.right + by, self.bottom)

    def holds(self, point: Point) -> bool:
        return self.left < point.x < self.right and self.top < point.y < self.bottom


def text_width(text: str, size: float) -> float:
    """About as wide as the text will be."""
    return size * sum(WIDTHS.get(letter, CAPITAL if letter.isupper() else SMALL) for letter in text)


def around(point: Point, reach: float) -> Box:
    return Box(point.x - reach, point.y - reach, point.x + reach, point.y + reach)


def enclosing(boxes: Sequence[Box]) -> Box:
    """The least box that holds them all."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


class Ground(NamedTuple):
    """What names keep clear of: edges, marks, lines, and the places that bear other names."""

    sheet: Box
    marks: tuple[Box, ...]
    lines: tuple[Point, ...]
    places: tuple[Point, ...]

    def near(self, box: Box) -> Ground:
        """What of it can matter within the box."""
        return Ground(
            self.sheet,
            tuple(mark for mark in self.marks if mark.overlap(box)),
            tuple(point for point in self.lines if box.holds(point)),
            tuple(place for place in self.places if box.holds(place)),
        )


def ground(
    sheet: Box, marks: Iterable[Box], arcs: Iterable[Arc], places: Iterable[Point]
) -> Ground:
    lines = (point for arc in arcs for point in arc.samples(max(8, round(arc.length / 5))))
    return Ground(sheet, tuple(marks), tuple(lines), tuple(places))


class Stand(NamedTuple):
    """A place for a name."""

    box: Box
    cost: float


def stands(text: str, point: Point, size: float, ground: Ground) -> list[Stand]:
    """Where the name of the point may be read."""
    tried = boxes(text, point, size)
    near = ground.near(enclosing(tried).wider(MISTAKEN))
    judged = (Stand(box, cost(box, rank, point, near)) for rank, box in enumerate(tried))
    return [stand for stand in judged if stand.cost < UNREADABLE]


def boxes(text: str, point: Point, size: float) -> list[Box]:
    """Where a name might stand, the better places first."""
    wide, high = text_width(text, size), size * 1.15
    middles = [
        Point(
            point.x + across * (reach + wide / 2),
            point.y + down * (reach if abs(across) == 1 else reach + high / 2),
        )
        for reach in REACHES
        for across, down in AROUND
    ]
    return [Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2) for x, y in middles]


def cost(box: Box, rank: int, own: Point, ground: Ground) -> float:
    """Of a stand by itself: its rank, lines that it covers, marks and edges that it hits, and
    places that it might be taken to name.
    """
    covered = sum(box.holds(point) for point in ground.lines)
    mistaken = sum(box.wider(MISTAKEN).holds(place) for place in ground.places if place != own)
    hit = sum(UNREADABLE + box.overlap(mark) for mark in ground.marks if box.overlap(mark))
    inside = box.overlap(ground.sheet) > 0.99 * box.overlap(box)
    return rank + 4 * covered + 24 * mistaken + hit + (0 if inside else 10 * UNREADABLE)
