"""How large a part of the region takes part in a year (PL-21, D-21)."""

from __future__ import annotations

from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.pairing.share import PartnerShare, partner_share


def partners_in(year: int, occasion: Occasion) -> PartnerShare:
    """Libraries that were in an active pair on any day of the year."""
    pairs = occasion.records.pairs.all()
    partners = {point for pair in pairs if pair.lived_in(year) for point in pair.points}
    points = Libraries(occasion).all()
    return partner_share(partners, {point.id: point.municipality for point in points})
