"""All the names on a map, none over another."""

from __future__ import annotations

from collections.abc import Sequence

from bot.papers.map_labels import UNREADABLE, Box, Ground, Stand, enclosing, stands
from bot.papers.map_plane import Point

APART = 4.0
"""What names keep between them, in units of the sheet."""
TURNS = 8
"""How often all names may look for a better stand."""


def placed(names: Sequence[tuple[str, Point]], size: float, ground: Ground) -> list[Box | None]:
    """A box for each name, or nothing where it could not be read.

    Tried in several orders; the one that leaves out the fewest is taken.
    """
    choices = [stands(text, point, size, ground) for text, point in names]
    rivals = [near(at, choices) for at in range(len(choices))]
    order = list(range(len(choices)))
    orders = (order, order[::-1], sorted(order, key=lambda at: len(choices[at])))
    tries = (kept(settled(choices, rivals, order)) for order in orders)
    return min(tries, key=lambda boxes: boxes.count(None))


def near(at: int, choices: Sequence[list[Stand]]) -> list[int]:
    """Names that might come in the way of one."""
    if not choices[at]:
        return []
    own = enclosing([stand.box for stand in choices[at]]).wider(APART)
    return [
        other
        for other, theirs in enumerate(choices)
        if other != at and any(own.overlap(stand.box) for stand in theirs)
    ]


def settled(
    choices: Sequence[list[Stand]], rivals: Sequence[list[int]], order: Sequence[int]
) -> list[Stand | None]:
    """Every name takes its best stand in turn, until nobody wants to move."""
    chosen = [min(own, key=lambda stand: stand.cost, default=None) for own in choices]
    for _ in range(TURNS):
        before = list(chosen)
        for at in order:
            taken = [stand.box for rival in rivals[at] if (stand := chosen[rival])]
            chosen[at] = best(choices[at], taken)
        if chosen == before:
            break
    return chosen


def best(own: Sequence[Stand], taken: Sequence[Box]) -> Stand | None:
    """The stand that costs least while the others stay."""
    return min(own, key=lambda stand: stand.cost + clashes(stand.box, taken), default=None)


def clashes(box: Box, taken: Sequence[Box]) -> float:
    room = box.wider(APART)
    return sum(UNREADABLE + shared for other in taken if (shared := room.overlap(other)))


def kept(chosen: Sequence[Stand | None]) -> list[Box | None]:
    """Name after name, if it lies on none that was kept before."""
    boxes: list[Box | None] = []
    for stand in chosen:
        clear = stand and not any(stand.box.overlap(box) for box in boxes if box)
        boxes.append(stand.box if stand and clear else None)
    return boxes
