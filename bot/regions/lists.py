"""Networks, rates, labels and interests, out of their rows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from bot.domain.ids import NetworkKey
from bot.domain.interests import Interest, InterestKey, stem
from bot.domain.labels import Label
from bot.domain.names import Name
from bot.domain.networks import Membership, Network, NetworkKind
from bot.domain.rates import Allowances, Certainty, Rate
from bot.regions.entries import KEY, NAME, Entry

NETWORK = (
    "key",
    "kind",
    "membership",
    *NAME,
    "aliases_fi",
    "aliases_sv",
    "cadence_fi",
    "cadence_sv",
)
INTEREST = ("key", "name_fi", "name_sv", "stems_fi", "stems_sv")
LABEL = ("key", "since", "until", *NAME)
RATE = (
    "scheme",
    "year",
    "car",
    "passenger",
    "trailer",
    "per_diem",
    "part_per_diem",
    "meal",
    "certainty",
    "source_fi",
    "source_sv",
    "note",
)


def network(row: Entry) -> Network:
    return Network(
        key=NetworkKey(row.matching("key", *KEY)),
        kind=row.one_of("kind", NetworkKind),
        membership=row.one_of("membership", Membership),
        name=row.name(),
        aliases=row.texts("aliases_fi") + row.texts("aliases_sv"),
        cadence=cadence(row),
    )


def cadence(row: Entry) -> Name | None:
    """In both languages or in neither."""
    if not (row.text_or_none("cadence_fi") or row.text_or_none("cadence_sv")):
        return None
    return Name(row.text("cadence_fi"), row.text("cadence_sv"))


def label(row: Entry) -> Label:
    key = row.matching("key", *KEY)
    since, until = row.day("since"), row.day("until")
    if since and until and until < since:
        raise row.wrong("until", f"{key} ends on {until}, before it begins")
    return Label(key, since, until, row.name())


def check_unbroken(told: list[tuple[Entry, Label]]) -> None:
    """One key has one name on any day. Raises Wrong where it would have none, or two."""
    told = sorted(told, key=lambda one: one[1].since or date.min)
    first, last = told[0], told[-1]
    if first[1].since:
        raise first[0].wrong("since", f"{first[1].key} has no name before {first[1].since}")
    if last[1].until:
        raise last[0].wrong("until", f"{last[1].key} has no name after {last[1].until}")
    for (_, label), (row, following) in pairwise(told):
        if not follows(label, following):
            raise row.wrong(
                "since", f"{label.key} does not go on the day after its name before ends"
            )


def follows(label: Label, following: Label) -> bool:
    return label.until is not None and following.since == label.until + timedelta(days=1)


def rate(row: Entry) -> Rate:
    return Rate(
        scheme=row.matching("scheme", *KEY),
        year=row.whole("year", least=2000),
        car=row.amount("car"),
        passenger=row.amount("passenger"),
        trailer=row.amount("trailer"),
        not_covered=Allowances(
            row.whole("per_diem"), row.whole("part_per_diem"), row.whole("meal")
        ),
        certainty=row.one_of("certainty", Certainty),
        source=Name(row.text("source_fi"), row.text("source_sv")),
    )


def interest(row: Entry) -> Interest:
    stems = row.texts("stems_fi") + row.texts("stems_sv")
    try:
        known_by = tuple(map(stem, stems))
    except ValueError as empty:
        raise row.wrong("stems_fi", f"{str(empty)!r} is not the beginning of a word") from None
    key = InterestKey(row.matching("key", *KEY))
    return Interest(key, Name(row.text("name_fi"), row.text("name_sv")), known_by)
