"""The round that partner libraries are in."""

from __future__ import annotations

from bot.domain.arrangements import RoundKind
from bot.domain.occasion import Occasion
from bot.domain.round_times import RoundTimes
from bot.domain.rounds import Round


def latest(occasion: Occasion) -> Round | None:
    """The one that has opened last, closed or not: it is the one that pairs are formed for."""
    opened = [
        (one.window.opens_on, one)
        for one in RoundTimes(occasion).known.values()
        if one.kind is RoundKind.PARTNER and one.window and one.window.opens_on <= occasion.today
    ]
    return max(opened, key=lambda found: found[0])[1] if opened else None
