"""Draws the icons of the Teams app from their drawings: python -m tools.icons"""

from __future__ import annotations

from pathlib import Path

import typst

FOLDER = Path(__file__).parents[1] / "manifest" / "teams"
SIDES = {"color": 192, "outline": 32}
"""Pixels."""


def draw(name: str) -> bytes:
    """At 72 dots an inch a point is a pixel; where nothing is drawn it is transparent."""
    side = f"{SIDES[name]}pt"
    page = f"#set page(width: {side}, height: {side}, margin: 0pt, fill: none)\n"
    written = f'{page}#image("{name}.svg", width: {side})'.encode()
    drawn = typst.Compiler(written, root=str(FOLDER)).compile(format="png", ppi=72)
    if not isinstance(drawn, bytes):
        raise TypeError("an icon is one page")
    return drawn


def main() -> None:
    for name in SIDES:
        (FOLDER / f"{name}.png").write_bytes(draw(name))


if __name__ == "__main__":
    main()
