"""Reads what people say and what is meant by it, from the tables beside it."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "said"
NOTHING = "-"


def rows(name: str) -> list[tuple[str, ...]]:
    """The lines of a table, cut at its tabs; a line that begins with # is a remark."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
