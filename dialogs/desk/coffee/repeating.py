"""Creating a series of coffee hours."""

from datetime import time

from bot.dialog import (
    Button,
    Choose,
    Count,
    Day,
    Dialog,
    Message,
    Option,
    Rejected,
    Row,
    Table,
    Text,
    TimeOfDay,
    _,
    just,
    n_,
    rule,
    say,
)
from bot.domain.coffee.desk import CoffeeDesk
from bot.domain.coffee.series import OnHoliday, Series
from bot.domain.coffee.wording import Told, read_rule
from bot.domain.ids import NetworkKey, SeriesId
from bot.domain.names import Name
from bot.domain.occasion import Occasion
from dialogs.desk.coffee.creating import HELD_IN, kind_of, link_fault
from dialogs.options import network_options


class NewSeries(Dialog, name="coffee_series"):
    desk: CoffeeDesk
    occasion: Occasion

    title = _("A series of coffee")

    audience = Choose[NetworkKey](_("For whom is the coffee hour?"), search=True)
    start = Day(_("From which day on?"))
    often = Text(
        _("How often is it held?"),
        most=120,
        hint=_("For example: “every second week on Tuesdays” or “the first Tuesday of the month”."),
    )
    wall = TimeOfDay(_("At what time does it begin?"))
    length = Count(
        _("How many minutes does it last?"),
        least=15,
        most=240,
        default=60,
        hint=_("Left empty, it lasts 60 minutes."),
    )
    until = Day(_("What is the last day?"))
    holidays = Choose[OnHoliday](
        _("What if a day is a public holiday?"),
        (
            Option(OnHoliday.SKIP, _("It is skipped")),
            Option(OnHoliday.MOVE, _("It is moved to the next working day")),
        ),
    )
    language = Choose[str](_("In which language?"), HELD_IN)
    link = Text(_("What is the link to join?"), default="")

    @audience.options
    def networks(self) -> list[Option]:
        return network_options(self.occasion.region)

    @often.check
    def understood(self, often: str) -> None:
        if read_rule(often) is None and read_rule(often, self.occasion.today) is None:
            raise Rejected(
                _(
                    "I did not understand how often. Write it for example like this: every second "
                    "week on Tuesdays."
                )
            )

    @wall.presume
    def told_with_it(self) -> str | None:
        told = read_rule(self.often, self.start)
        return f"{told.wall:%H:%M}" if told and told.wall else None

    @link.check
    def secure(self, link: str) -> None:
        link_fault(link)

    @rule
    def some(self) -> None:
        if self.until < self.start:
            raise Rejected(_("The last day is before the first."), at=NewSeries.until)
        if not self.desk.would_make(self.series()):
            raise Rejected(_("No coffee hour fits between these days."), at=NewSeries.until)

    def submit(self) -> Message:
        made = self.desk.create(self.desk.would_make(self.series()))
        rows = tuple(Row((just(hour.starts),)) for hour in made)
        return say(
            n_(
                "One coffee hour is in the calendar now.",
                "{count} coffee hours are in the calendar now.",
                len(made),
            ),
            _("I remind those concerned a week, a day and a quarter of an hour before."),
            tables=(Table(_("The series"), (_("When"),), rows),) if rows else (),
            buttons=(Button(_("Coffee hours of AKE"), "coffee_desk"),),
        )

    def series(self) -> Series:
        told, wall = self.told(), self.wall
        return Series(
            id=SeriesId(f"{self.audience}:{self.start:%Y%m%d}:{wall:%H%M}:{hash_of(self.often)}"),
            rule=told.rule,
            start=self.start,
            wall=time(wall.hour, wall.minute),
            audience=self.audience,
            kind=kind_of(self.audience),
            title=self.titled(),
            languages=tuple(self.language.split("+")),
            length=self.length,
            link=self.link,
            until=self.until,
            on_holiday=OnHoliday(self.holidays),
        )

    def told(self) -> Told:
        told = read_rule(self.often, self.start)
        if told is None:
            raise Rejected(_("I did not understand how often."), at=NewSeries.often)
        return told

    def titled(self) -> Name:
        return self.occasion.region.network(self.audience).name


def hash_of(words: str) -> str:
    """The same words give the same id, so that a series made twice makes nothing twice."""
    return f"{sum(ord(c) * (i + 1) for i, c in enumerate(words.casefold())) % 9973:04}"
