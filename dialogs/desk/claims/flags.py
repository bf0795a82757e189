"""What AKE is asked to look at in a claim, in a sentence for each flag."""

from bot.dialog import Part, Phrase, _
from bot.domain.claims.flags import Flag, FlagKind

Parts = dict[str, Part]


def flagged(flag: Flag, other: str) -> Phrase:
    """`other` is the number of the other claim that it is about."""
    parts: Parts = {"day": flag.day or "", "who": flag.who.name if flag.who else "", "other": other}
    return of_two(flag.kind, parts) or of_trip(flag, parts) or of_costs(flag)


def of_two(kind: FlagKind, parts: Parts) -> Phrase | None:
    """About two claims, or two lines of one."""
    match kind:
        case FlagKind.DUPLICATE:
            return _("The same person claims for the same trip {day} in {other} too.", **parts)
        case FlagKind.TRAVELLED_TWICE:
            return _("{who} would be paid twice for the same way {day} (see {other}).", **parts)
        case FlagKind.PAID_AND_RODE:
            return _(
                "{who} claims for the way {day} and is named as a passenger too (see {other}).",
                **parts,
            )
        case FlagKind.RODE_TWICE:
            return _("{who} is a passenger in two cars on the same way {day} ({other}).", **parts)
        case FlagKind.TWO_CARS:
            return _(
                "Two cars drove the same way {day} though one would have had room (see {other}).",
                **parts,
            )
        case FlagKind.SAME_RECEIPT:
            return _("The same receipt is in {other} too.", **parts)
    return None


def of_trip(flag: Flag, parts: Parts) -> Phrase | None:
    match flag.kind:
        case FlagKind.LATE:
            return _("The claim came more than two months after the trip, {day}.", **parts)
        case FlagKind.UNKNOWN_ERRAND:
            return _("AKE does not know of this trip: no visit or meeting has been recorded.")
        case FlagKind.NOT_NOTIFIED:
            return _("AKE was not told of the visit {day}.", **parts)
        case FlagKind.NOTIFIED_LATE:
            return _("AKE was told of the visit only afterwards, {day}.", **parts)
        case FlagKind.NOT_A_MEMBER:
            return _("{who} is not on the list of the group’s members.", **parts)
    return None


def of_costs(flag: Flag) -> Phrase:
    """Raises NotImplementedError for a flag that nobody has found words for."""
    match flag.kind:
        case FlagKind.FAR:
            return _(
                "{km} km is more than the estimate explains: {expected} km at most.",
                km=flag.km or 0,
                expected=flag.expected or 0,
            )
        case FlagKind.TRAIN_RUNS:
            return train(flag)
        case FlagKind.AKE_DECIDES:
            return _("There is a line that AKE decides on: look at its reason.")
        case FlagKind.NO_RECEIPT:
            return _("There is no receipt of the tickets or fees.")
    raise NotImplementedError(flag.kind)


def train(flag: Flag) -> Phrase:
    km: Part = flag.km or 0
    if flag.direct:
        return _("Alone in a car for {km} km one way, though a train runs there.", km=km)
    return _("Alone in a car for {km} km one way, though a train runs with a change.", km=km)
