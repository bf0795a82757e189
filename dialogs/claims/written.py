"""Names and routes as people write them, read into what a claim holds."""

import re
from collections.abc import Sequence

from bot.dialog import Part, Phrase, Rejected, _
from bot.domain.claims.legs import MOST_PASSENGERS, Stop
from bot.domain.claims.travellers import Traveller, written_alike
from bot.domain.regions import Region

BETWEEN_NAMES = re.compile(r"\s*(?:[,;\n&+]|\s(?:ja|sekä|och|samt)\s)\s*")
BETWEEN_STOPS = re.compile(r"\s*(?:[,;\n–—→>]|->|\s-\s)\s*")
NOBODY = {
    *("-", "0", "ei", "ei kukaan", "ei ketään", "ei muita", "yksin", "olin yksin"),
    *("nej", "ingen", "inga", "ensam", "jag var ensam", "ingen annan"),
}
LONGEST = 80


def travellers(text: str, driver: Traveller) -> tuple[Traveller, ...]:
    """Who rode along, each once. Raises Rejected."""
    if written_alike(text) in NOBODY:
        return ()
    names = [" ".join(name.split()) for name in BETWEEN_NAMES.split(text)]
    found = tuple(Traveller(name[:LONGEST]) for name in names if name)
    if any(letter.isdigit() for letter in text):
        raise Rejected(_("Only the names belong here, with commas between them."))
    if any(one.is_same_as(driver) for one in found):
        raise Rejected(driver_named())
    if len({written_alike(one.name) for one in found}) < len(found):
        raise Rejected(_("The same name is there twice. Name each passenger once."))
    if len(found) > MOST_PASSENGERS:
        raise Rejected(_("One car takes at most {most} passengers.", most=MOST_PASSENGERS))
    return found


def driver_named() -> Phrase:
    return _("You are the driver. Name only those who rode along with you.")


def names_of(riders: Sequence[Traveller]) -> str:
    return ", ".join(one.name for one in riders)


def stops(text: str, region: Region) -> tuple[Stop, ...]:
    """The places along a route, with the municipality where one is named. Raises Rejected."""
    parts = [part for part in BETWEEN_STOPS.split(text.strip()) if part]
    places = [place for part in parts for place in apart(part, region)]
    if len(places) < 2:
        raise Rejected(example(region))
    return tuple(stop(place, region) for place in places)


def example(region: Region) -> Phrase:
    home = region.municipality(region.home).name
    there = next(one.name for one in region.neighbours(region.home))
    route: dict[str, Part] = {"home": home, "there": there}
    return _("Write the places with commas between, for example: {home}, {there}, {home}", **route)


def apart(part: str, region: Region) -> list[str]:
    """`Turku-Rauma-Turku` is three places, `Länsi-Turunmaa` is one."""
    pieces = [piece.strip() for piece in part.split("-") if piece.strip()]
    if len(pieces) > 1 and not region.called(part) and all(map(region.called, pieces)):
        return pieces
    return [part]


def stop(place: str, region: Region) -> Stop:
    town = region.called(place)
    return Stop(place[:LONGEST], town.code if town else None)


def route_of(stops: Sequence[Stop]) -> str:
    return "–".join(stop.name for stop in stops)
