"""What Slack bears: its own limits, and texts cut so that they stay within them."""

from __future__ import annotations

TITLE = 24
"""Characters in a modal's title, its two buttons and a shortcut's name."""
LABEL = 75
"""Characters on a button, in an option and in the value of one."""
VALUE = 2000
"""Characters that a button can carry."""
SECTION = 3000
FIELD = 2000
PROMPT = 2000
PLACEHOLDER = 150
OPTIONS = 100
"""Options in one list; a longer one is searched."""
BOXES = 10
"""Options that can stand side by side."""
ROW = 5
"""Buttons that stand well in a row; Slack allows 25."""
POST_BLOCKS = 50
POST_TEXT = 10_000
"""Characters in one post: Slack refuses longer ones, and tells nobody from what length on."""
VIEW_BLOCKS = 100
FALLBACK = 3000
"""Characters of what a notification and a screen reader are given of a post."""
FILES = 10
FILE_BYTES = 10 * 1024 * 1024


def clip(text: str, most: int) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def pieces(text: str, most: int) -> list[str]:
    """The text in parts that fit, cut where a line or a word ends if there is such a place."""
    found = []
    while len(text) > most:
        cut = max(text.rfind("\n", 1, most), text.rfind(" ", 1, most))
        cut = cut if cut > 0 else most
        found.append(text[:cut])
        text = text[cut:].lstrip()
    return [*found, text]
