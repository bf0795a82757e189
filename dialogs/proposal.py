"""A proposal of library pairs, told by names."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialog import Part, Phrase, _, n_
from bot.domain.names import Name

WAITING = _("Waiting for a partner")
"""Over those whom the proposal leaves without one."""


def pair_name(members: Sequence[Name]) -> Phrase:
    """Aura – Marttila, in any language."""
    parts: list[tuple[str, Part]] = []
    for at, member in enumerate(members):
        parts += [("dash", " – "), (f"member{at}", member)]
    return Phrase("", parts=tuple(parts[1:]), verbatim=True)


def map_told(pairs: Sequence[Sequence[Name]], waiting: Sequence[Name]) -> Phrase:
    """The map of the pairs for one who does not see it."""
    named = tuple(map(pair_name, pairs))
    if not pairs:
        return _("A map without pairs. Waiting: {waiting}.", waiting=tuple(waiting))
    if waiting:
        return n_(
            "A map with one pair: {pairs}. Waiting: {waiting}.",
            "A map with {count} pairs: {pairs}. Waiting: {waiting}.",
            len(pairs),
            pairs=named,
            waiting=tuple(waiting),
        )
    return n_(
        "A map with one pair: {pairs}.",
        "A map with {count} pairs: {pairs}.",
        len(pairs),
        pairs=named,
    )
