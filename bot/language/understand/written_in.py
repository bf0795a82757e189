"""Which language somebody seems to write in."""

from __future__ import annotations

from functools import cache

from .tables import lists
from .words import fold, words

FINNISH_ENDS = ("ssa", "sta", "lla", "lle", "lta", "mme", "tte", "isin", "aan", "ksi", "nen", "iin")


def language_of(text: str) -> str | None:
    """`fi` or `sv`; None where the words could be either, or tell nothing."""
    spoken = {token.folded for token in words(text).tokens}
    finnish = len(spoken & common("fi")) + sum(one.endswith(FINNISH_ENDS) for one in spoken)
    swedish = 2 * len(spoken & common("sv"))
    if finnish == swedish:
        return None
    return "fi" if finnish > swedish else "sv"


@cache
def common(language: str) -> frozenset[str]:
    """Words that are often written in one language and not in the other."""
    tables = {each: {fold(word) for word in found} for each, found in lists("written_in").items()}
    [other] = [each for each in tables if each != language]
    return frozenset(tables[language] - tables[other])
