"""What speaks for a pair of libraries, in sentences that a coordinator reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce

from bot.dialog import Part, Phrase, _, n_
from bot.domain.ids import ServicePointId
from bot.domain.interests import Interest
from bot.domain.pairing.reasons import Comparison, Reasons


def explained(reasons: Reasons, interests: Iterable[Interest]) -> Phrase:
    """Why the two go together: "Samankokoiset, 27 km, yhteinen aihe: digituki" (PL-9)."""
    shared = tuple(one.name for one in interests if one.key in reasons.shared_interests)
    return same_size(reasons.km, shared) if reasons.same_size else two_sizes(reasons, shared)


def all_explained(
    comparisons: Sequence[Comparison],
    interests: Iterable[Interest],
    name: Callable[[tuple[ServicePointId, ...]], Phrase],
) -> Phrase:
    """The reasons of a pair; of three libraries those of each two, by `name`."""
    known = tuple(interests)
    if len(comparisons) == 1:
        return explained(comparisons[0].reasons, known)
    two_by_two = (
        _(
            "{pair}: {why}",
            pair=name((each.one.id, each.other.id)),
            why=explained(each.reasons, known),
        )
        for each in comparisons
    )
    return reduce(lambda before, then: _("{before}; {then}", before=before, then=then), two_by_two)


def same_size(km: int, shared: tuple[Part, ...]) -> Phrase:
    if not shared:
        return _("Of the same size, {km} km apart", km=km)
    if len(shared) == 1:
        return _("Of the same size, {km} km apart, shared theme: {theme}", km=km, theme=shared[0])
    return _("Of the same size, {km} km apart, shared themes: {themes}", km=km, themes=shared)


def two_sizes(reasons: Reasons, shared: tuple[Part, ...]) -> Phrase:
    km, (one, other) = reasons.km, map(Decimal, reasons.populations)
    if not shared:
        return _("{one} and {other} inhabitants, {km} km apart", one=one, other=other, km=km)
    if len(shared) == 1:
        return _(
            "{one} and {other} inhabitants, {km} km apart, shared theme: {theme}",
            one=one,
            other=other,
            km=km,
            theme=shared[0],
        )
    return _(
        "{one} and {other} inhabitants, {km} km apart, shared themes: {themes}",
        one=one,
        other=other,
        km=km,
        themes=shared,
    )


def remarks(reasons: Reasons) -> Iterator[Phrase]:
    """What else AKE should know before it decides, a sentence each (D-8)."""
    if reasons.main_and_branch:
        yield _("One is a main library, the other is not.")
    if reasons.both_swedish:
        yield _("Both wish to work in Swedish.")
    if reasons.times_before:
        yield n_(
            "They have been partners once before.",
            "They have been partners {count} times before.",
            reasons.times_before,
        )
    if reasons.work_together:
        yield _("They already work together.")
    if reasons.same_consortium:
        yield _("They belong to the same consortium.")
