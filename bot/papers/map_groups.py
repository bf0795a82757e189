"""Pairs on a map: the line of each, its number and its colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.papers.map_plane import Arc, Point, arc

STYLES = (
    ("#0072b2", ""),
    ("#d55e00", "12 5"),
    ("#007a5a", "2 6"),
    ("#aa3377", "14 5 2 5"),
    ("#806000", "6 5"),
    ("#332288", "14 5 2 5 2 5"),
)
"""Colours told apart by any colour vision, three to one on white or better; each has its dashes."""
BADGE = 11.5
"""The radius of a pair's number, in units of the sheet."""
PLACE_ROOM, BADGE_ROOM, LINE_ROOM = 21.0, 27.0, 16.0
"""What a number keeps from places, from other numbers and from the lines of other pairs."""
FAR = 140.0
"""From here on lines of one colour are not taken for each other."""
PARTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where on its line a number may stand: the middle is best."""
ASIDE = (22.0, -22.0, 32.0, -32.0)
"""Where beside it."""


@dataclass(frozen=True)
class Group:
    """Two or three places with lines between them."""

    number: int
    places: tuple[int, ...]
    arcs: tuple[Arc, ...]
    badge: Point
    colour: str
    dashes: str


def groups(points: Sequence[Point], members: Sequence[tuple[int, ...]]) -> list[Group]:
    """Numbered as they come; like colours are kept far from each other."""
    ways = [lines(points, places) for places in members]
    drawn: list[Group] = []
    for number, (places, arcs) in enumerate(zip(members, ways, strict=True), start=1):
        others = [line for way in ways if way is not arcs for line in way]
        badge = number_stand(arcs, points, [group.badge for group in drawn], others)
        drawn.append(Group(number, places, arcs, badge, *style(arcs, drawn)))
    return drawn


def lines(points: Sequence[Point], places: tuple[int, ...]) -> tuple[Arc, ...]:
    """A line for each two, past the others."""
    others = [point for at, point in enumerate(points) if at not in places]
    return tuple(arc(points[one], points[other], others) for one, other in combinations(places, 2))


def number_stand(
    arcs: Sequence[Arc], points: Sequence[Point], badges: Sequence[Point], others: Sequence[Arc]
) -> Point:
    """On the line where there is room, or else beside it."""
    stands = [line.at(part) for part in PARTS for line in arcs]
    stands += [line.beside(far) for far in ASIDE for line in arcs]
    crossing = [point for line in others for point in line.samples(24)]
    return min(
        stands,
        key=lambda stand: (
            3 * sum(stand.away(point) < PLACE_ROOM for point in points)
            + 3 * sum(stand.away(badge) < BADGE_ROOM for badge in badges)
            + any(stand.away(point) < LINE_ROOM for point in crossing)
        ),
    )


def style(arcs: Sequence[Arc], drawn: Sequence[Group]) -> tuple[str, str]:
    """One with no line of it near; of several such, the one used least."""
    uses = Counter(group.colour for group in drawn)
    return max(STYLES, key=lambda style: (nearest(arcs, style[0], drawn), -uses[style[0]]))


def nearest(arcs: Sequence[Arc], colour: str, drawn: Sequence[Group]) -> float:
    """How far the next line of the colour is; beyond `FAR` it does not matter."""
    same = [line for group in drawn if group.colour == colour for line in group.arcs]
    distances = (
        here.away(there)
        for line in arcs
        for here in line.samples(4)
        for other in same
        for there in other.samples(4)
    )
    return min((FAR, *distances))
