"""Plain wishes: which dialogs a sentence in either language is about, and how sure that is."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from functools import cache
from typing import NamedTuple

from bot.language.understand.gazetteer import Gazetteer
from bot.language.understand.tables import lists
from bot.language.understand.words import fold, words

from .features import features
from .masked import masked
from .ranking import NOTHING, Ranked, ranked

__all__ = ["Wished", "wished"]

OFFERED, LEAST = 3, 0.02
"""So many are offered at once, and how likely each of them must be."""
CLEAR = 10
"""How many times likelier than any other a wish must be to be carried out."""
IDLE = 0.8
"""How likely it must be that nothing is wished for, to offer nothing."""


class Wished(NamedTuple):
    """The wishes meant, most likely first. One that is sure can be acted on."""

    wishes: tuple[str, ...] = ()
    sure: bool = False


def wished(
    text: str,
    *,
    today: date,
    places: Gazetteer,
    allowed: Container[str] | None = None,
    own: Container[str] = (),
) -> Wished:
    """Reads a sentence in either language. A bare word only offers what it may mean.

    `allowed` are the wishes that this person may have, None is all; `own` those that only a
    person of the same office has.
    """
    if several := bare().get(words(text).folded.strip(" .!?")):
        return Wished(tuple(wish for wish in several if may(wish, allowed)))
    found = features(masked(text, today=today, places=places))
    order = [each for each in ranked(found, own) if may(each.wish, allowed)]
    if is_clear(*order[:2]):
        return Wished((order[0].wish,), sure=True)
    if order[0].wish == NOTHING and order[0].share >= IDLE:
        return Wished()
    likely = [wish for wish, share in order if wish != NOTHING and share >= LEAST]
    return Wished(tuple(likely[:OFFERED]))


def may(wish: str, allowed: Container[str] | None) -> bool:
    return wish == NOTHING or allowed is None or wish in allowed


def is_clear(top: Ranked, second: Ranked) -> bool:
    """Sentences kept out of learning go wrong as often as the next wish comes near."""
    return top.wish != NOTHING and top.share >= CLEAR * second.share


@cache
def bare() -> dict[str, tuple[str, ...]]:
    return {fold(word): tuple(wishes) for word, wishes in lists("bare_wishes").items()}
