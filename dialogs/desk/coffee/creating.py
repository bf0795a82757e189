"""Creating one coffee hour."""

from datetime import date

from bot.dialog import (
    Button,
    Choose,
    Count,
    Day,
    Dialog,
    Message,
    Option,
    Rejected,
    Text,
    TimeOfDay,
    _,
    rule,
    say,
)
from bot.domain.coffee.desk import CoffeeDesk
from bot.domain.coffee.hours import CoffeeHour, CoffeeKind
from bot.domain.ids import CoffeeHourId, NetworkKey
from bot.domain.occasion import Occasion
from bot.domain.wallclock import instant
from dialogs.coffee.words import LANGUAGES
from dialogs.options import network_options

HELD_IN = tuple(
    Option("+".join(languages), label)
    for languages, label in LANGUAGES.items()
    if languages != ("sv", "fi")
)


def kind_of(audience: NetworkKey) -> CoffeeKind:
    """Whom it is meant for says what kind it is (CO-3)."""
    if audience == "everyone":
        return CoffeeKind.OPEN
    return next((kind for kind in CoffeeKind if kind.value == audience), CoffeeKind.OTHER)


def link_fault(link: str) -> None:
    if link and not link.startswith("https://"):
        raise Rejected(_("The link should begin with https://"))


class NewCoffee(Dialog, name="coffee_new"):
    desk: CoffeeDesk
    occasion: Occasion

    title = _("A new coffee hour")

    audience = Choose[NetworkKey](_("For whom is the coffee hour?"), search=True)
    day = Day(_("On which day?"))
    wall = TimeOfDay(_("At what time does it begin?"))
    length = Count(
        _("How many minutes does it last?"),
        least=15,
        most=240,
        default=60,
        hint=_("Left empty, it lasts 60 minutes."),
    )
    language = Choose[str](_("In which language?"), HELD_IN)
    link = Text(_("What is the link to join?"), default="")
    topic = Text(_("What is the topic?"), default="")
    guest = Text(_("Who is the guest?"), most=200, default="")

    @audience.options
    def networks(self) -> list[Option]:
        return network_options(self.occasion.region)

    @day.check
    def working(self, day: date) -> None:
        holiday = self.occasion.region.holidays.name(day)
        if holiday is not None:
            raise Rejected(_("That day is a public holiday: {holiday}.", holiday=holiday))
        if day < self.occasion.today:
            raise Rejected(_("That day has passed already."))

    @link.check
    def secure(self, link: str) -> None:
        link_fault(link)

    @rule
    def ahead(self) -> None:
        if instant(self.day, self.wall, self.occasion.region.zone) <= self.occasion.now:
            raise Rejected(_("That time has passed already."), at=NewCoffee.wall)

    def submit(self) -> Message:
        starts = instant(self.day, self.wall, self.occasion.region.zone)
        hour = CoffeeHour(
            id=CoffeeHourId(f"{self.audience}:{starts:%Y%m%dT%H%M}"),
            audience=self.audience,
            kind=kind_of(self.audience),
            title=self.occasion.region.network(self.audience).name,
            languages=tuple(self.language.split("+")),
            starts=starts,
            length=self.length,
            link=self.link,
            topic=self.topic,
            guest=self.guest,
        )
        if not self.desk.create((hour,)):
            raise Rejected(
                _("There is a coffee hour for them at that time already."), at=NewCoffee.wall
            )
        return say(
            _(
                "The coffee hour is in the calendar: {title}, {when:on}.",
                title=hour.title,
                when=hour.starts,
            ),
            _("I remind those concerned a week, a day and a quarter of an hour before."),
            buttons=(Button(_("Coffee hours of AKE"), "coffee_desk"),),
        )
