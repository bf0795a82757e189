"""The regions that tests look into."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.domain.regions import Region
from bot.regions import load

HERE = Path(__file__).parent


@cache
def lounais_suomi() -> Region:
    return load("lounais-suomi")


@cache
def pohjoinen() -> Region:
    """A small one, made for tests, that has arranged everything in another way."""
    return load("pohjoinen", HERE)
