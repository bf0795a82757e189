"""A bug in a turn: logged once with a reference and no content, and a kind word to the person."""

from __future__ import annotations

import logging
import traceback
from secrets import token_hex

from bot.dialog import Message, _, say

log = logging.getLogger(__name__)


def noted(error: BaseException) -> str:
    """Log where it broke, never with what was said or by whom; the reference to it."""
    reference = token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{f.name} ({f.filename}:{f.lineno})" for f in reversed(frames))
    log.error("mishap %s: %s in %s", reference, type(error).__name__, where)
    return reference


def apology(error: BaseException) -> Message:
    """Note what broke, and tell the reference."""
    reference = noted(error)
    return say(
        _(
            "Something went wrong on my side, and I am sorry. Nothing you wrote was changed. "
            "Please try again; if it happens again, tell AKE this reference: {reference}.",
            reference=reference,
        )
    )
