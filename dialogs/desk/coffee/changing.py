"""Moving, cancelling, counting and filling in a coffee hour."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Count,
    Day,
    Dialog,
    Message,
    Option,
    Rejected,
    Text,
    TimeOfDay,
    YesNo,
    _,
    say,
)
from bot.domain.coffee.desk import CoffeeDesk
from bot.domain.coffee.hours import CoffeeHour, CoffeeRefused, InThePast
from bot.domain.coffee.kept import CoffeeChanged
from bot.domain.ids import CoffeeHourId
from bot.domain.occasion import Occasion
from bot.domain.wallclock import instant, shown
from dialogs.coffee.words import hour_options

BACK_TO_DESK = (Button(_("Coffee hours of AKE"), "coffee_desk"),)
CHANGED = _("That coffee hour has changed meanwhile. Please look at it again.")


def some(hours: tuple[CoffeeHour, ...]) -> list[Option]:
    if not hours:
        raise Closed(say(_("There is no such coffee hour just now."), buttons=BACK_TO_DESK))
    return hour_options(hours)


class MoveCoffee(Dialog, name="coffee_move"):
    desk: CoffeeDesk
    occasion: Occasion

    title = _("Move a coffee hour")

    hour = Choose[CoffeeHourId](_("Which coffee hour is moved?"))
    day = Day(_("To which day?"))
    wall = TimeOfDay(_("At what time does it begin?"))

    @hour.options
    def coming(self) -> list[Option]:
        return some(self.desk.coming())

    @wall.presume
    def as_before(self) -> str | None:
        hour = next(each for each in self.desk.coming() if each.id == self.hour)
        return f"{shown(hour.starts, self.occasion.region.zone):%H:%M}"

    def submit(self) -> Message:
        starts = instant(self.day, self.wall, self.occasion.region.zone)
        try:
            moved = self.desk.move(self.hour, starts)
        except InThePast:
            raise Rejected(_("That time has passed already."), at=MoveCoffee.day) from None
        except (CoffeeRefused, CoffeeChanged):
            raise Rejected(CHANGED, at=MoveCoffee.hour) from None
        return say(
            _(
                "The coffee hour is moved, and everybody is told: {title}, {when:on}.",
                title=moved.title,
                when=moved.starts,
            ),
            buttons=BACK_TO_DESK,
        )


class CancelCoffee(Dialog, name="coffee_cancel"):
    desk: CoffeeDesk

    title = _("Cancel a coffee hour")

    hour = Choose[CoffeeHourId](_("Which coffee hour is cancelled?"))
    sure = YesNo(
        _("Is it really cancelled?"), hint=_("If it is still coming, everybody is told at once.")
    )

    @hour.options
    def open_ones(self) -> list[Option]:
        return some(self.desk.coming() + self.desk.to_count())

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, it stays as it is."), buttons=BACK_TO_DESK)
        try:
            self.desk.cancel(self.hour)
        except (CoffeeRefused, CoffeeChanged):
            raise Rejected(CHANGED, at=CancelCoffee.hour) from None
        return say(_("The coffee hour is cancelled."), buttons=BACK_TO_DESK)


class HeldCoffee(Dialog, name="coffee_held"):
    desk: CoffeeDesk

    title = _("A coffee hour held")

    hour = Choose[CoffeeHourId](_("Which coffee hour was held?"))
    heads = Count(_("How many people came?"), least=1, most=1000)

    @hour.options
    def begun(self) -> list[Option]:
        return some(self.desk.to_count())

    def submit(self) -> Message:
        try:
            self.desk.hold(self.hour, self.heads)
        except (CoffeeRefused, CoffeeChanged):
            raise Rejected(CHANGED, at=HeldCoffee.hour) from None
        return say(_("Thank you, the coffee hour is counted."), buttons=BACK_TO_DESK)


class InviteGuest(Dialog, name="coffee_invite"):
    desk: CoffeeDesk

    title = _("Guest and topic")

    hour = Choose[CoffeeHourId](_("Which coffee hour do you mean?"))
    topic = Text(_("What is the topic?"), default="")
    guest = Text(_("Who is the guest?"), most=200, default="")

    @hour.options
    def coming(self) -> list[Option]:
        return some(self.desk.coming())

    def submit(self) -> Message:
        try:
            self.desk.invite(self.hour, guest=self.guest, topic=self.topic)
        except CoffeeChanged:
            raise Rejected(CHANGED, at=InviteGuest.hour) from None
        return say(_("The guest and the topic are kept."), buttons=BACK_TO_DESK)
