"""The platforms' own schemas, which are not ours to publish: read from a folder of one's own."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = os.environ.pop("AKE_SCHEMAS", "")
"""Taken out of the environment: to the bot, which tests start, it would be no setting."""


@cache
def schema(name: str) -> dict[str, Any] | None:
    """None where no folder is named."""
    if not FOLDER:
        return None
    found: dict[str, Any] = json.loads((Path(FOLDER) / name).read_text("utf-8"))
    return found
