"""What a coordinator's wish for the pairs costs, and why some wishes clash."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialog import Phrase, _, n_
from bot.domain.ids import ServicePointId
from bot.domain.names import Name
from bot.domain.pairing.pool import LockedAndForbidden, LockedTwice, NotCandidate, WishesClash
from bot.domain.pairing.price import Price


def cost(price: Price) -> Phrase:
    """The weightiest thing that is lost or won by a wish."""
    if price.matched:
        return partners_lost(price.matched)
    if price.waiting_again > 0:
        return _("With this wish a library would be left waiting again.")
    if price.waiting_again:
        return _("With this wish a library that has waited gets a partner.")
    if price.repeats > 0:
        return _("With this wish a pair of an earlier round comes back.")
    if price.repeats:
        return _("With this wish fewer pairs of earlier rounds come back.")
    return points_lost(price.points)


def partners_lost(libraries: int) -> Phrase:
    if libraries > 0:
        return n_(
            "With this wish one library fewer gets a partner.",
            "With this wish {count} libraries fewer get a partner.",
            libraries,
        )
    return n_(
        "With this wish one library more gets a partner.",
        "With this wish {count} libraries more get a partner.",
        -libraries,
    )


def points_lost(points: int) -> Phrase:
    if points > 0:
        return n_("This wish costs one point.", "This wish costs {count} points.", points)
    if points < 0:
        return n_("This wish gains one point.", "This wish gains {count} points.", -points)
    return _("This wish costs nothing.")


def clash(wishes: WishesClash, names: Mapping[ServicePointId, Name]) -> Phrase:
    """Why a lock or a ban cannot be set, with what may be done about it.

    Raises KeyError for a library without a name.
    """
    members = tuple(names[member] for member in sorted(wishes.members))
    match wishes:
        case LockedTwice():
            return _(
                "{libraries}: locked into another group already. Undo that first.",
                libraries=members,
            )
        case LockedAndForbidden():
            return _(
                "{libraries}: you have kept these apart. Allow the pair first.", libraries=members
            )
        case NotCandidate():
            return _("Not taking part in this round: {libraries}.", libraries=members)
    return _("Choose two libraries, or three for a group.")
