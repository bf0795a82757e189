"""The languages the bot speaks."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    FI = "fi"
    SV = "sv"
