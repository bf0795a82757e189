"""Regions as data: one folder each, and what reads them."""

from __future__ import annotations

from bot.regions.faults import Fault, RegionError
from bot.regions.read import load, regions

__all__ = ["Fault", "RegionError", "load", "regions"]
