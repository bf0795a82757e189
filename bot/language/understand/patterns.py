"""Patterns made of the words of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from .tables import lists
from .words import fold

LETTER = r"[^\W\d_]"


def listed(forms: Iterable[str]) -> str:
    """Alternatives for a pattern over folded text, the longest first.

    A word begins and ends where no letter is beside it; a sign ends anywhere.
    """
    folded = sorted(set(map(fold, forms)), key=lambda form: (-len(form), form))
    groups = (
        either(
            [form for form in folded if form[0].isalpha() is first and form[-1].isalpha() is last],
            first,
            last,
        )
        for first in (True, False)
        for last in (True, False)
    )
    return f"(?:{'|'.join(filter(None, groups))})"


def either(forms: Sequence[str], letter_first: bool, letter_last: bool) -> str:
    """These, with what may stand beside them said once: it is searched much faster so."""
    if not forms:
        return ""
    before = f"(?<!{LETTER})" if letter_first else ""
    after = f"(?!{LETTER})" if letter_last else ""
    return f"{before}(?:{'|'.join(map(re.escape, forms))}){after}"


@cache
def any_of(table: str, *kinds: str) -> re.Pattern[str]:
    """What finds any word of these kinds."""
    return re.compile(listed(form for kind in kinds for form in lists(table)[kind]))


@cache
def all_of(table: str, *kinds: str) -> frozenset[str]:
    """The words of these kinds, folded."""
    return frozenset(fold(form) for kind in kinds for form in lists(table)[kind])
