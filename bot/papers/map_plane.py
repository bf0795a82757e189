"""From degrees to a sheet of paper: where places and lines come to lie on a map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import NamedTuple

KM_PER_DEGREE = 111.2
"""Of latitude, or of longitude at the equator."""
LARGEST = 6 * KM_PER_DEGREE
"""Units of the sheet in a degree of latitude at most: a few neighbours need no poster."""
CLEAR = 15
"""How far a line stays from other places, if it can: units of the sheet."""
BENDS = (0.0, 0.1, -0.1, 0.18, -0.18, 0.27, -0.27, 0.36, -0.36)
"""How far a line may swing aside, in parts of its length: the least that does comes first."""


class Point(NamedTuple):
    """Units of the sheet, to the right and down."""

    x: float
    y: float

    def toward(self, other: Point, part: float) -> Point:
        return Point(self.x + (other.x - self.x) * part, self.y + (other.y - self.y) * part)

    def away(self, other: Point) -> float:
        return hypot(other.x - self.x, other.y - self.y)


class Degrees(NamedTuple):
    """A place on the earth."""

    lat: float
    lon: float


@dataclass(frozen=True)
class Plane:
    """A small part of the earth laid flat: true to shape about the middle latitude."""

    top_left: Degrees
    squeeze: float
    """A degree of longitude in degrees of latitude."""
    scale: float
    """Units of the sheet in a degree of latitude."""
    origin: Point
    """Where on the sheet the top left corner lies."""

    def at(self, place: Degrees) -> Point:
        return Point(
            self.origin.x + (place.lon - self.top_left.lon) * self.squeeze * self.scale,
            self.origin.y + (self.top_left.lat - place.lat) * self.scale,
        )

    def earth(self, point: Point) -> Degrees:
        """The place that lies at the point."""
        return Degrees(
            self.top_left.lat - (point.y - self.origin.y) / self.scale,
            self.top_left.lon + (point.x - self.origin.x) / self.scale / self.squeeze,
        )

    def units(self, km: float) -> float:
        return km / KM_PER_DEGREE * self.scale


def plane(places: Sequence[Degrees], width: float, height: float, origin: Point) -> Plane:
    """The places fill the width or the height, whichever is full first."""
    south, north = min(p.lat for p in places), max(p.lat for p in places)
    west, east = min(p.lon for p in places), max(p.lon for p in places)
    squeeze = cos(radians((south + north) / 2))
    wide, high = max((east - west) * squeeze, 0.01), max(north - south, 0.01)
    return Plane(Degrees(north, west), squeeze, min(width / wide, height / high, LARGEST), origin)


def apart(points: Sequence[Point], least: float) -> list[Point]:
    """The same points, those that lie on each other pushed aside until each can be seen."""
    moved = list(points)
    for _ in range(60):
        for one in range(len(moved)):
            for other in range(one):
                moved[one], moved[other] = pushed(moved[one], moved[other], least)
    return moved


def pushed(one: Point, other: Point, least: float) -> tuple[Point, Point]:
    distance = one.away(other)
    if distance >= least:
        return one, other
    if distance < 0.01:
        one, distance = Point(one.x + 0.01, one.y), 0.01
    part = (least - distance) / distance / 2
    return one.toward(other, -part), other.toward(one, -part)


@dataclass(frozen=True)
class Arc:
    """A line that may swing aside: a quadratic curve."""

    start: Point
    control: Point
    end: Point

    def at(self, part: float) -> Point:
        return self.start.toward(self.control, part).toward(
            self.control.toward(self.end, part), part
        )

    @property
    def length(self) -> float:
        """Near enough: between the straight way and the way by the control point."""
        around = self.start.away(self.control) + self.control.away(self.end)
        return (around + self.start.away(self.end)) / 2

    def samples(self, steps: int) -> list[Point]:
        """Points along the line, its ends left out."""
        return [self.at(step / steps) for step in range(1, steps)]

    def beside(self, far: float) -> Point:
        """A point so many units from the middle, square to the line."""
        middle, length = self.at(0.5), self.start.away(self.end) or 1.0
        across = (self.start.y - self.end.y) / length, (self.end.x - self.start.x) / length
        return Point(middle.x + across[0] * far, middle.y + across[1] * far)

    def path(self) -> str:
        (x, y), (cx, cy), (ex, ey) = self.start, self.control, self.end
        return f"M{x:.1f} {y:.1f} Q{cx:.1f} {cy:.1f} {ex:.1f} {ey:.1f}"


def arc(start: Point, end: Point, others: Iterable[Point]) -> Arc:
    """From start to end past the others, as straight as they allow."""
    about = list(others)
    best, least = swung(start, end, 0), len(about) + 1
    for bend in BENDS:
        line = swung(start, end, bend)
        touches = touched(line, about)
        if touches < least:
            best, least = line, touches
        if not least:
            break
    return best


def swung(start: Point, end: Point, bend: float) -> Arc:
    middle = start.toward(end, 0.5)
    aside = Point(middle.x + (end.y - start.y) * bend * 2, middle.y - (end.x - start.x) * bend * 2)
    return Arc(start, aside, end)


def touched(arc: Arc, others: Sequence[Point]) -> int:
    """How many of the others the line comes too near to."""
    line = arc.samples(24)
    return sum(any(point.away(other) < CLEAR for point in line) for other in others)
