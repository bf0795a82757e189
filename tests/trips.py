"""A small dialog for tests of the conversation itself: it has a question of every kind of need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.dialog import (
    Choose,
    ChooseMany,
    Closed,
    Count,
    Day,
    Dialog,
    Message,
    Option,
    Rejected,
    Text,
    YesNo,
    _,
    as_is,
    rule,
    say,
)
from bot.domain.occasion import Occasion

BUSES = {"harbour": 4, "castle": 30}
FULL_ON = date(2026, 3, 6)


@dataclass
class Station:
    """Where trips are booked in tests. Whoever comes second to a seat is told so."""

    booked: list[tuple[str, date, int, str]] = field(default_factory=list)
    beaten: bool = False
    shut: bool = False


STATION = Station()


class BookTrip(Dialog, name="trip", version=3):
    occasion: Occasion

    title = as_is("Retki")
    commands = ("retki", "utflykt")

    place = Choose[str](as_is("Minne?"))
    day = Day(as_is("Minä päivänä?"))
    bus = Choose[str](as_is("Millä bussilla?"))
    guests = Count(as_is("Montako teitä on?"), least=1, most=30)
    group = Text(as_is("Mikä ryhmä?"), most=80)
    extras = ChooseMany[str](
        as_is("Mitä otetaan mukaan?"),
        [Option("food", as_is("eväät")), Option("map", as_is("kartta"))],
        default=(),
    )
    back = YesNo(as_is("Tuletteko takaisin?"), default=True)

    @place.options
    def places(self) -> list[Option]:
        if STATION.shut:
            raise Closed(say(as_is("Asema on kiinni.")))
        return [Option(name, as_is(name.title())) for name in BUSES]

    @day.check
    def ahead(self, day: date) -> None:
        if day < self.occasion.today:
            raise Rejected(as_is("Se päivä meni jo."))

    @bus.options
    def buses(self) -> list[Option]:
        if self.day == FULL_ON:
            raise Rejected(as_is("Silloin ei mahdu."), at=BookTrip.day)
        return [Option(f"{self.place}-{n}", as_is(f"{self.place} {n}")) for n in (1, 2)]

    @group.when
    def many(self) -> bool:
        return self.guests > 1

    @rule
    def room(self) -> None:
        if self.guests > BUSES[self.place]:
            raise Rejected(as_is("Niin monta ei mahdu."), at=BookTrip.guests)

    def submit(self) -> Message:
        if STATION.beaten:
            STATION.beaten = False
            raise Rejected(as_is("Joku ehti ensin."), at=BookTrip.bus)
        group = self.group if self.guests > 1 else ""
        STATION.booked.append((self.bus, self.day, self.guests, group))
        return say(_("Yes"))


class ShowTimes(Dialog, name="times"):
    """Says something and asks nothing."""

    title = as_is("Aikataulu")
    commands = ("aikataulu", "tidtabell")

    def submit(self) -> Message:
        return say(as_is("Bussit kulkevat."))


CATALOGUE: Mapping[str, type[Dialog]] = {kind.name: kind for kind in (BookTrip, ShowTimes)}
