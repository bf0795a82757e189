"""Puts the local page together: invented people, rooms, and a clock that can be moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC

from bot.app import House, WallClock, build
from bot.channels.web.channel import WebChannel
from bot.channels.web.clock import ShiftedClock
from bot.channels.web.door import Door
from bot.channels.web.draw import Drawing
from bot.channels.web.live import Live
from bot.channels.web.page import Page
from bot.channels.web.people import CHANNEL, OWN, Company, Persona, Room, Viewer
from bot.channels.web.stream import Stream
from bot.conversation.ports import Clock
from bot.conversation.turns import Address
from bot.dialog import Phrase, _, just
from bot.domain import rooms as rooms_of
from bot.domain.ids import MunicipalityCode, NetworkKey
from bot.domain.languages import Language
from bot.domain.names import Name
from bot.domain.networks import Membership, NetworkKind
from bot.domain.people import Person
from bot.domain.regions import Region
from bot.language.speak import Speech
from bot.newcomer import welcome
from bot.settings import Settings
from bot.store.unit import SqlUnit

NAMES = {
    "aino": "Aino Lehtonen",
    "saga": "Saga Holmström",
    "pentti": "Pentti Rauhala",
    "kaisu": "Kaisu Niemelä",
    "oskar": "Oskar Sandvik",
}
PEOPLE = tuple(NAMES)
COORDINATORS = ("kaisu", "oskar")
SPEAK_SWEDISH = ("saga", "oskar")
BEST_KNOWN = ("varsat", "digi")
"""The networks that get a room, where the region has them."""


@dataclass(frozen=True)
class LocalPage:
    house: House
    page: Page
    live: Live
    door: Door


def open_page(settings: Settings, clock: Clock | None = None) -> LocalPage:
    """The house with its page. Raises what `build` raises."""
    shifted = ShiftedClock(clock or WallClock())
    roles = settings.coordinators | {f"{CHANNEL}:{key}" for key in COORDINATORS}
    house = build(settings.model_copy(update={"coordinators": roles}), shifted)
    opened = page_of(house, shifted)
    welcome(house, coordinators(house))
    return opened


def coordinators(house: House) -> tuple[Person, ...]:
    with house.ledger.unit() as unit:
        return tuple(unit.people.by_identity(CHANNEL, key, NAMES[key]) for key in COORDINATORS)


def page_of(house: House, clock: ShiftedClock) -> LocalPage:
    """The page of a house whose clock is this one."""
    page, live = Page(house, company(house.region)), Live()
    drawing = Drawing(page.company, house.zone)
    settle_in(house, page.company, clock)
    house.channels[CHANNEL] = WebChannel(page, live)
    door = Door(page, drawing, clock, Stream(page, drawing, live), house.deliverer.wake)
    return LocalPage(house, page, live, door)


def company(region: Region) -> Company:
    about = {
        "aino": works(region, "853"),
        "saga": works(region, "445"),
        "pentti": directs(region, "609"),
        **dict.fromkeys(COORDINATORS, _("AKE coordinator")),
    }
    people = tuple(Persona(key, name, about[key]) for key, name in NAMES.items())
    return Company(people, rooms(region))


def works(region: Region, code: str) -> Phrase:
    return _("Works in a library {place:locative}", place=town(region, code))


def directs(region: Region, code: str) -> Phrase:
    return _("Directs the library {place:locative}", place=town(region, code))


def town(region: Region, code: str) -> Name:
    """The town that the code means in Lounais-Suomi; elsewhere the region's home."""
    known = region.municipalities.get(MunicipalityCode(code))
    return (known or region.municipality(region.home)).name


def rooms(region: Region) -> tuple[Room, ...]:
    open_to_all = [
        network
        for network in region.networks.values()
        if network.membership is Membership.OPEN and network.kind is not NetworkKind.AUDIENCE
    ]
    open_to_all.sort(key=lambda network: network.key not in BEST_KNOWN)
    return tuple(Room(network.key, just(network.name)) for network in open_to_all[:2])


def settle_in(house: House, company: Company, clock: ShiftedClock) -> None:
    """Make everybody known, so that they can be written to, and set the clock as it was left."""
    with house.ledger.unit() as unit:
        clock.ahead = unit.posts.ahead()
        for each in company.people:
            person = unit.people.by_identity(CHANNEL, each.id, each.name)
            unit.addresses.note(person.id, Viewer(each, OWN).address, clock.now())
            if person.language is None:
                speaks = Language.SV if each.id in SPEAK_SWEDISH else Language.FI
                unit.people.save(replace(person, language=speaks))
        for room in company.networks:
            seat(unit, room)
        unit.commit()


def seat(unit: SqlUnit, room: Room) -> None:
    """Sit in a network's room. Each reads it in their own language, so it is said in one only."""
    name = Speech(Language.FI, UTC)(room.name)
    entered = unit.seats.enter(Address(CHANNEL, room.id, private=False), name)
    if entered is not None:
        tied = rooms_of.Room(entered, CHANNEL, name, NetworkKey(room.id), (Language.FI,))
        unit.rooms.save(tied)
