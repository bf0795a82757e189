"""What a pair is worth: several orders of importance in one whole number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from bot.domain.ids import ServicePointId


class Worth(NamedTuple):
    """What a pair brings; no amount of a later thing outweighs the least of an earlier one."""

    waited: int
    """Rounds that the two have waited: who waited last time is not left over again (D-6)."""
    fresh: int
    """Times they have been partners before, as a negative number."""
    points: int
    """Size, distance, interests, language, cooperation (PL-9)."""
    same_consortium: int
    """Only breaks a tie (D-8)."""
    lot: int
    """Drawn from the season and the two: the one best answer, in whatever order they came."""


def lot(season: str, one: ServicePointId, other: ServicePointId) -> int:
    """Forty bits that anyone can draw again."""
    first, second = sorted((one, other))
    drawn = blake2b(f"{season}\n{first}\n{second}".encode(), digest_size=5)
    return int.from_bytes(drawn.digest())


def weigh(worths: Sequence[Worth], pairs: int) -> list[int]:
    """A weight for each worth, so that of any two sums of as many weights, `pairs` at most, the
    larger belongs to the better sum of worths.
    """
    scales = scaled(zip(*worths, strict=True), pairs)
    return [
        sum((value - least) * unit for value, (least, unit) in zip(worth, scales, strict=True))
        for worth in worths
    ]


def scaled(columns: Iterable[tuple[int, ...]], pairs: int) -> list[tuple[int, int]]:
    """For each column its least value, and a unit larger than all the columns after it together."""
    scales: list[tuple[int, int]] = []
    unit = 1
    for column in reversed(list(columns)):
        scales.insert(0, (min(column), unit))
        unit *= 1 + pairs * (max(column) - min(column))
    return scales
