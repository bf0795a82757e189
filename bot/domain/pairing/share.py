"""How large a part of the area's libraries takes part (PL-21, D-21)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bot.domain.ids import MunicipalityCode, ServicePointId

TARGET = Fraction(30, 100)
"""Of the area's libraries, at least (PL-21)."""


@dataclass(frozen=True)
class Share:
    """So many of so many; exact, never rounded before it is compared."""

    count: int
    of: int

    def reaches(self, target: Fraction) -> bool:
        return self.count >= target * self.of

    def needed(self, target: Fraction) -> int:
        """The least count that reaches the target: 13 of 43 for 30 %."""
        return -(-target.numerator * self.of // target.denominator)


@dataclass(frozen=True)
class PartnerShare:
    """The municipalities decide; the service points are shown beside them."""

    municipalities: Share
    service_points: Share


def partner_share(
    partners: Collection[ServicePointId], area: Mapping[ServicePointId, MunicipalityCode]
) -> PartnerShare:
    """A municipality counts once; a service point unknown to the area counts for nothing."""
    taking_part = area.keys() & set(partners)
    reached = {area[point] for point in taking_part}
    return PartnerShare(
        Share(len(reached), len(set(area.values()))), Share(len(taking_part), len(area))
    )
