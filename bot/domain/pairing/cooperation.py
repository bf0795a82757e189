"""With whom a library says it works already, in its own words (PL-6)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.ids import MunicipalityCode
from bot.domain.interests import spelled
from bot.domain.names import Name


def municipalities_in(
    text: str, names: Mapping[MunicipalityCode, Name]
) -> frozenset[MunicipalityCode]:
    """Those whose name stands in the text, in any form that the region's names know."""
    words = spelled(text)
    return frozenset(
        code
        for code, name in names.items()
        if any(stands_in(words, spelled(form)) for form in written(name))
    )


def written(name: Name) -> set[str]:
    bent = (form for forms in name.forms.values() for form in forms.values())
    return {name.fi, name.sv, *bent}


def stands_in(words: list[str], name: list[str]) -> bool:
    places = range(len(words) - len(name) + 1)
    return any(words[at : at + len(name)] == name for at in places)
