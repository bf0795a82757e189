"""Every way there is to pair the libraries of a pool, and the best of them: slow and plain."""

from __future__ import annotations

from functools import cache

from bot.domain.pairing.candidates import Members
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.propose import worth
from bot.domain.pairing.worth import Worth

Answer = tuple[tuple[int, ...], frozenset[Members]]
"""How good, the weightiest first; and which pairs."""


def best(pool: Pool) -> Answer:
    """The best pairs of those whom no lock holds."""
    free = pool.free
    worths = {
        (at, other): worth(free[at], free[other], pool)
        for other in range(len(free))
        for at in range(other)
        if pool.allows(free[at], free[other])
    }
    nothing: Answer = ((0,) * (1 + len(Worth._fields)), frozenset())

    @cache
    def among(left: frozenset[int]) -> Answer:
        if not left:
            return nothing
        first = min(left)
        answers = [among(left - {first})]
        for other in left - {first}:
            if (first, other) in worths:
                good, pairs = among(left - {first, other})
                gain = (1, *worths[first, other])
                pair = frozenset((free[first].id, free[other].id))
                answers.append((tuple(map(sum, zip(good, gain, strict=True))), pairs | {pair}))
        return max(answers, key=lambda answer: answer[0])

    return among(frozenset(range(len(free))))
