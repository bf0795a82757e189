"""Small dialogs that have every kind of question, and every size of list."""

from __future__ import annotations

from bot.dialog import (
    Amount,
    Attach,
    Button,
    Choose,
    ChooseMany,
    Closed,
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
    YesNo,
    as_is,
    just,
    say,
)
from bot.domain.occasion import Occasion

LIBRARIES = [Option(f"lib-{n:03}", as_is(f"Kirjasto {n}")) for n in range(308)]
TWENTY = [Option(f"t{n}", as_is(f"Kaksikymmentä {n}")) for n in range(20)]
TOLD: list[dict[str, object]] = []


class TellAll(Dialog, name="all_kinds"):
    title = as_is("Kaikki lajit")
    commands = ("kaikki", "allt")

    words = Text(as_is("Sana?"), most=20, hint=as_is("Yksi riittää."))
    story = Text(as_is("Tarina?"), most=3000, default="")
    number = Count(as_is("Montako?"), least=1, most=9)
    price = Amount(as_is("Paljonko?"))
    way = Kilometres(as_is("Kuinka pitkä matka?"))
    day = Day(as_is("Minä päivänä?"))
    at = TimeOfDay(as_is("Mihin aikaan?"))
    sure = YesNo(as_is("Varmasti?"))
    few = Choose[str](as_is("Kumpi?"), [Option("a", as_is("Eka")), Option("b", as_is("Toka"))])
    some = Choose[str](as_is("Mikä näistä?"), TWENTY)
    library = Choose[str](as_is("Mikä kirjasto?"), LIBRARIES, search=True)
    boxes = ChooseMany[str](as_is("Mitkä?"), TWENTY[:4], default=())
    several = ChooseMany[str](as_is("Mitkä näistä?"), TWENTY, default=())
    libraries = ChooseMany[str](as_is("Mitkä kirjastot?"), LIBRARIES, search=True, default=())
    files = Attach(as_is("Liitteet?"), default=())

    def submit(self) -> Message:
        TOLD.append(dict(self.known))
        return say(as_is("Kiitos kaikesta!"))


class HandIn(Dialog, name="attach_receipts", confirm=False):
    title = as_is("Kuitit")

    receipts = Attach(as_is("Mitkä kuitit?"))

    def submit(self) -> Message:
        return say(as_is(f"Sain {len(self.receipts)} kuittia."))


class MyMatters(Dialog, name="matters"):
    occasion: Occasion

    title = as_is("Omat asiat")
    commands = ("omat", "mina")

    def submit(self) -> Message:
        about = (just(self.occasion.who.name or "?"), as_is("tiistaina"))
        row = Row(about, (Button(as_is("Siirrä"), "trip", {"place": "castle"}),))
        head = (as_is("Kuka"), as_is("Milloin"))
        paper = Paper(as_is("Yhteenveto"), "yhteenveto.pdf", "summary", {"of": "me"})
        tables = (Table(as_is("Retket"), head, (row,)),)
        return say(as_is("Sinulla on yksi retki."), tables=tables, documents=(paper,))


class ShowBoard(Dialog, name="board", private=False, confirm=False):
    """For all to read."""

    title = as_is("Taulu")
    commands = ("taulu", "tavla")

    def submit(self) -> Message:
        join = Button(as_is("Tule mukaan"), "trip", {"place": "harbour"})
        return say(as_is("Kahvit huomenna!"), buttons=(join,))


class ListLong(Dialog, name="long"):
    title = as_is("Pitkä lista")
    commands = ("pitka", "lang")

    def submit(self) -> Message:
        rows = tuple(
            Row((just(n), as_is("x")), (Button(as_is(f"Avaa {n}"), "times"),)) for n in range(80)
        )
        head = (as_is("Numero"), as_is("Mitä"))
        return say(as_is("Kaikki:"), tables=(Table(as_is("Lista"), head, rows),))


class Break(Dialog, name="break"):
    title = as_is("Rikki")
    commands = ("rikki", "trasig")

    def submit(self) -> Message:
        raise ZeroDivisionError


class Refuse(Dialog, name="refuse"):
    title = as_is("Kiinni")
    commands = ("kiinni", "stangt")

    what = Choose[str](as_is("Mikä?"))

    @what.options
    def shut(self) -> list[Option]:
        raise Closed(say(as_is("Nyt on kiinni.")))


class NameBoth(Dialog, name="both"):
    """A rule blames a question of the page before."""

    title = as_is("Molemmat")
    commands = ("molemmat", "bada")

    first = Choose[str](as_is("Eka?"), [Option("a", as_is("A")), Option("b", as_is("B"))])
    second = Choose[str](as_is("Toka?"))
    third = Text(as_is("Kolmas?"))

    @second.options
    def others(self) -> list[Option]:
        return [Option(f"{self.first}{n}", as_is(f"{self.first}{n}")) for n in range(3)]

    def submit(self) -> Message:
        if self.third == "no":
            raise Rejected(as_is("Eka ei käy."), at=NameBoth.first)
        return say(as_is("Valmis."))


KINDS = (TellAll, HandIn, MyMatters, ShowBoard, ListLong, Break, Refuse, NameBoth)
