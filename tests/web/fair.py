"""A dialog with a field of every kind, and a message with everything that can be drawn."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialog import (
    Amount,
    Attach,
    Button,
    Choose,
    ChooseMany,
    Count,
    Day,
    Dialog,
    Kilometres,
    Message,
    Option,
    Paper,
    Rejected,
    Row,
    Table,
    Text,
    TimeOfDay,
    Weight,
    YesNo,
    as_is,
    just,
    say,
)
from bot.domain.names import Name
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed
from dialogs import CATALOGUE as REAL

PIXEL = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><rect width="60" height="30" '
    b'fill="#1f5b53"/><rect x="6" y="12" width="10" height="18" fill="#fff"/>'
    b'<rect x="25" y="4" width="10" height="26" fill="#fff"/></svg>'
)
TOWNS = (("Turku", "Åbo"), ("Pori", "Björneborg"), ("Parainen", "Pargas"), ("Salo", "Salo"))


def towns() -> list[Option]:
    named = [Option(fi.lower(), just(Name(fi, sv))) for fi, sv in TOWNS]
    return named + [Option(f"k{n}", as_is(f"Kylä {n}")) for n in range(1, 9)]


class HoldFair(Dialog, name="fair"):
    """Asks everything at once, and says everything when it is done."""

    title = as_is("Kirjamessut")
    commands = ("messut", "massa")

    name_of = Text(as_is("Millä nimellä messut pidetään?"), most=60)
    joy = Text(as_is("Mistä iloitsette?"), most=600, hint=as_is("Muutama lause riittää."))
    day = Day(as_is("Minä päivänä?"))
    begins = TimeOfDay(as_is("Mihin aikaan?"))
    guests = Count(as_is("Montako vierasta tulee?"), least=1, most=500)
    price = Amount(as_is("Mitä pöytä maksaa?"), default=0)
    way = Kilometres(as_is("Kuinka pitkä matka on?"))
    hall = Choose[str](
        as_is("Mikä sali?"), [Option(h, as_is(h.title())) for h in ("suuri", "pieni")]
    )
    town = Choose[str](as_is("Missä?"), towns(), search=True)
    themes = ChooseMany[str](as_is("Mitkä kylät kutsutaan?"), towns(), default=())
    coffee = YesNo(as_is("Tarjotaanko kahvia?"))
    plans = Attach(as_is("Liitä suunnitelma"), most=3, default=())

    @guests.check
    def not_thirteen(self, guests: int) -> None:
        if guests == 13:
            raise Rejected(as_is("Kolmetoista ei käy."))

    def submit(self) -> Message:
        rows = (
            Row((as_is("Satu"), just(12), as_is("Pöytä 1")), (Button(as_is("Siirrä"), "fair"),)),
            Row((as_is("Runo"), just(7), as_is("Pöytä 2")), (Button(as_is("Siirrä"), "fair"),)),
        )
        head = (as_is("Aihe"), as_is("Kirjoja"), as_is("Paikka"))
        return say(
            as_is("Messut on sovittu. Lisää: https://example.fi/messut"),
            buttons=(
                Button(as_is("Pidä toiset messut"), "fair", weight=Weight.MAIN),
                Button(as_is("Peru messut"), "fair", weight=Weight.GRAVE),
            ),
            tables=(Table(as_is("Pöydät"), head, rows),),
            pictures=(Paper(as_is("Pylväät: satuja 12, runoja 7"), "pylvaat.svg", "bars"),),
            documents=(
                Paper(as_is("Kutsu"), "kutsu.txt", "invitation", {"to": "Ålands bibliotek"}),
                Paper(as_is("Budjetti"), "budjetti.txt", "budget"),
                Paper(as_is("Vanha kutsu"), "vanha.txt", "lost"),
            ),
        )


def bars(_occasion: Occasion, _facts: Mapping[str, str]) -> tuple[bytes, str]:
    return PIXEL, "image/svg+xml"


def invitation(occasion: Occasion, facts: Mapping[str, str]) -> tuple[bytes, str]:
    return f"{occasion.who.name} → {facts['to']}".encode(), "text/plain"


def budget(occasion: Occasion, _facts: Mapping[str, str]) -> tuple[bytes, str]:
    if not occasion.who.coordinator:
        raise NotAllowed
    return b"12,50", "text/plain"


CATALOGUE: Mapping[str, type[Dialog]] = {**REAL, "fair": HoldFair}
PAPERS = {"bars": bars, "invitation": invitation, "budget": budget}
