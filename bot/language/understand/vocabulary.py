"""What this house's own words are: its places, its networks, and how it speaks of its options."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import tzinfo

from bot.dialog import Phrase
from bot.domain.names import Name

from .gazetteer import Entry, Gazetteer
from .tables import lists


@dataclass(frozen=True)
class Called:
    """A place or a network, with its name and what else people call it."""

    key: str
    name: Name
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """Made once, when the bot starts; takes some hundredths of a second."""

    places: Gazetteer
    networks: Gazetteer
    say: Mapping[str, Callable[[Phrase], str]]
    """By language: how the bot says a phrase."""
    zone: tzinfo
    """Where "today" is."""


def vocabulary(
    places: Iterable[Called],
    networks: Iterable[Called],
    say: Mapping[str, Callable[[Phrase], str]],
    zone: tzinfo,
) -> Vocabulary:
    """Learn the names of a region in all their forms."""
    towns = [entry for place in places for entry in entries(place)]
    groups = [Entry(each.key, (each.name.fi, each.name.sv, *each.others)) for each in networks]
    heads = lists("heads")["network"]
    return Vocabulary(Gazetteer(towns), Gazetteer(groups, heads), say, zone)


def entries(place: Called) -> tuple[Entry, Entry]:
    """The name, whose forms are known for sure, and the other names, whose forms are worked out."""
    bent = tuple(place.name.forms.get("fi", {}).values())
    return Entry(place.key, (place.name.fi, place.name.sv), bent), Entry(place.key, place.others)
