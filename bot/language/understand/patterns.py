"""Patterns made of the words of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from .tables import lists
from .words import fold


def listed(forms: Iterable[str]) -> str:
    """Alternatives that are whole words, the longest first, for a pattern over folded text."""
    folded = sorted(set(map(fold, forms)), key=lambda form: (-len(form), form))
    return rf"(?:{'|'.join(map(bounded, folded))})"


def bounded(form: str) -> str:
    """A word ends where no letter follows; a sign ends anywhere."""
    before = r"(?<![^\W\d_])" if form[0].isalpha() else ""
    after = r"(?![^\W\d_])" if form[-1].isalpha() else ""
    return before + re.escape(form) + after


@cache
def any_of(table: str, *kinds: str) -> re.Pattern[str]:
    """What finds any word of these kinds."""
    return re.compile(listed(form for kind in kinds for form in lists(table)[kind]))


@cache
def all_of(table: str, *kinds: str) -> frozenset[str]:
    """The words of these kinds, folded."""
    return frozenset(fold(form) for kind in kinds for form in lists(table)[kind])
