"""Everything that is kept of a person, as a file for that person."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.conversation.papers import Papers
from bot.domain.occasion import Occasion
from bot.domain.own_data import OwnData


def own_data(occasion: Occasion, _facts: Mapping[str, str]) -> tuple[bytes, str]:
    """Of the one who fetches it, whoever it was shown to: nobody has it of another (DS-1)."""
    kept = OwnData(occasion).everything()
    return json.dumps(kept, ensure_ascii=False, indent=2).encode(), "application/json"


MAKERS: Papers = {"own_data": own_data}
