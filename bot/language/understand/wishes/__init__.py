"""Plain wishes: which dialogs a sentence in either language is about, and how sure that is."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from functools import cache
from typing import NamedTuple

from bot.language.understand.gazetteer import Gazetteer
from bot.language.understand.tables import lists
from bot.language.understand.words import fold, words

from .features import Features, features
from .masked import masked
from .ranking import NOTHING, Ranked, ranked
from .rules import VETO, anchored, ruled

__all__ = ["Wished", "wished"]

OFFERED, LEAST = 3, 0.02
"""So many are offered at once, and how likely each of them must be."""
AGREED, ALONE, OUTVOTED, SURE, CERTAIN = 0.5, 0.6, 0.7, 0.85, 0.9
"""How likely a wish must be to be carried out: where a rule agrees, where no rule sees another,
where one does, in any case, and where nothing is said that it must be about."""
CLEAR = 3
"""How many times likelier than the next one it must be where no rule agrees."""
IDLE = 0.8
"""How likely it must be that nothing is wished for, to offer nothing."""


class Wished(NamedTuple):
    """The wishes meant, most likely first. One that is sure can be acted on."""

    wishes: tuple[str, ...] = ()
    sure: bool = False


def wished(
    text: str, *, today: date, places: Gazetteer, allowed: Container[str] | None = None
) -> Wished:
    """Reads a sentence in either language. A bare word only offers what it may mean.

    `allowed` are the wishes that this person may have; None is all.
    """
    if several := bare().get(words(text).folded.strip(" .!?")):
        return Wished(tuple(wish for wish in several if may(wish, allowed)))
    found = features(masked(text, today=today, places=places))
    order = [each for each in ranked(found) if may(each.wish, allowed)]
    by_rules = {wish for wish in ruled(found) if may(wish, allowed)}
    if is_sure(order[0], order[1], found, by_rules):
        return Wished((order[0].wish,), sure=True)
    if order[0].wish == NOTHING and order[0].share >= IDLE:
        return Wished()
    likely = [wish for wish, share in order if wish != NOTHING and share >= LEAST]
    return Wished(tuple(likely[:OFFERED]))


def may(wish: str, allowed: Container[str] | None) -> bool:
    return wish == NOTHING or allowed is None or wish in allowed


def is_sure(top: Ranked, second: Ranked, found: Features, by_rules: set[str]) -> bool:
    """Where rules and weights agree, or the weights are sure and nothing else comes near."""
    if top.wish == NOTHING:
        return False
    doubtful = bool(found.concepts & VETO)
    if not anchored(top.wish, found.concepts):
        return top.share >= CERTAIN and not doubtful
    agreed = top.wish in by_rules and top.share >= AGREED
    clear = top.share >= CLEAR * second.share
    alone = clear and top.share >= (ALONE if by_rules <= {top.wish} else OUTVOTED)
    return ((agreed or alone) and not doubtful) or top.share >= SURE


@cache
def bare() -> dict[str, tuple[str, ...]]:
    return {fold(word): tuple(wishes) for word, wishes in lists("bare_wishes").items()}
