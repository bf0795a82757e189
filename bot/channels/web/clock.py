"""The page's clock, which can be moved forward to see what the bot says later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from bot.conversation.ports import Clock
from bot.dialog import Phrase, _

STEPS: Mapping[str, timedelta] = {
    "15m": timedelta(minutes=15),
    "1h": timedelta(hours=1),
    "1d": timedelta(days=1),
    "1w": timedelta(weeks=1),
}
FARTHEST = timedelta(days=3660)


class NotForward(Exception):
    """The clock cannot be moved there."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.text)
        self.why = why


@dataclass
class ShiftedClock:
    """Another clock, `ahead` of it."""

    base: Clock
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        return self.base.now() + self.ahead

    def further(self, by: str, to: str, zone: tzinfo) -> timedelta:
        """How far ahead the clock shall be: a step on, or at a moment. Raises NotForward."""
        step = STEPS[by] if by in STEPS else moment(to, zone) - self.now()
        if step <= timedelta():
            raise NotForward(_("The clock can only be moved forward."))
        if self.ahead + step > FARTHEST:
            raise NotForward(_("That is too far away: ten years is the most."))
        return self.ahead + step


def moment(written: str, zone: tzinfo) -> datetime:
    """A moment as a date and time field sends it, by the clock on the wall. Raises NotForward."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?", written):
        try:
            return datetime.fromisoformat(written).replace(tzinfo=zone).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    raise NotForward(_("I did not recognise that date and time."))
