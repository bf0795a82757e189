"""Publish days for informaticians' visits, look at them, take them back."""

from datetime import date

from bot.dialog import (
    Button,
    Choose,
    ChooseMany,
    Closed,
    Day,
    Dialog,
    Message,
    Option,
    Phrase,
    Rejected,
    Row,
    Table,
    _,
    just,
    n_,
    rule,
    say,
)
from bot.domain.regions import Region
from bot.domain.visits.day_desk import BadSpan, DayDesk, Published
from bot.domain.visits.published_days import DayState, VisitDay
from bot.domain.visits.visits import DayTaken

WEEKDAYS = tuple(
    Option(str(number), label)
    for number, label in enumerate(
        (
            _("Mondays"),
            _("Tuesdays"),
            _("Wednesdays"),
            _("Thursdays"),
            _("Fridays"),
            _("Saturdays"),
            _("Sundays"),
        )
    )
)


class PublishDays(Dialog, name="publish_days"):
    desk: DayDesk
    region: Region

    title = _("Publish days")
    desk_wishes = ("publish_days",)

    first = Day(_("What is the first day?"))
    last = Day(_("What is the last day?"), hint=_("The same day again publishes that one day."))
    weekdays = ChooseMany[str](_("Which weekdays?"), WEEKDAYS)

    @rule
    def in_order(self) -> None:
        if self.last < self.first:
            raise Rejected(_("The last day is before the first."), at=PublishDays.last)

    def submit(self) -> Message:
        try:
            published = self.desk.publish(self.first, self.last, set(map(int, self.weekdays)))
        except BadSpan:
            raise Rejected(
                _("Please choose days that are still ahead, a year at most."), at=PublishDays.last
            ) from None
        buttons = (Button(_("Published days"), "visit_days"), Button(_("Publish days"), self.name))
        return say(*self.told(published), buttons=buttons)

    def told(self, published: Published) -> tuple[Phrase, ...]:
        said = [
            n_(
                "One new day is published.",
                "{count} new days are published.",
                len(published.new),
            )
        ]
        if published.known:
            said.append(
                n_(
                    "One of the days had been published before.",
                    "{count} of the days had been published before.",
                    len(published.known),
                )
            )
        if published.short:
            said.append(
                _(
                    "Too few of AKE's people are free on these days, so they are not offered "
                    "yet: {days}.",
                    days=published.short,
                )
            )
        if published.holidays:
            said.append(
                _(
                    "These are public holidays, on which libraries may be closed: {days}.",
                    days=tuple(map(self.holiday, published.holidays)),
                )
            )
        return tuple(said)

    def holiday(self, day: date) -> Phrase:
        name = self.region.holidays.name(day)
        return _("{day} ({holiday})", day=day, holiday=name) if name else just(day)


class ListDays(Dialog, name="visit_days"):
    desk: DayDesk

    title = _("Published days")
    desk_wishes = ("visit_days",)

    def submit(self) -> Message:
        days = self.desk.all()
        publish = (Button(_("Publish days"), "publish_days"),)
        if not days:
            return say(_("No days are published."), buttons=publish)
        rows = tuple(self.row(one, state) for one, state in days)
        table = Table(_("Published days"), (_("Day"), _("State")), rows)
        return say(tables=(table,), buttons=publish)

    def row(self, one: VisitDay, state: DayState) -> Row:
        given = {"day": one.day.isoformat()}
        free = state in (DayState.FREE, DayState.SHORT)
        take_back = Button(_("Take back {day:short}", day=one.day), "withdraw_day", given)
        return Row((just(one.day), STATES[state]), (take_back,) if free else ())


class WithdrawDay(Dialog, name="withdraw_day", confirm=False):
    desk: DayDesk

    title = _("Take back a day")

    day = Choose[str](_("Which day?"), search=True)

    @day.options
    def free(self) -> list[Option]:
        days = [
            Option(one.day.isoformat(), just(one.day))
            for one, state in self.desk.all()
            if state in (DayState.FREE, DayState.SHORT)
        ]
        if not days:
            raise Closed(say(_("There is no free day that could be taken back.")))
        return days

    def submit(self) -> Message:
        day = date.fromisoformat(self.day)
        try:
            self.desk.withdraw(day)
        except DayTaken:
            raise Rejected(_("Somebody has just booked that day."), at=WithdrawDay.day) from None
        text = _("{day:on} is not offered any more.", day=day)
        return say(text, buttons=(Button(_("Published days"), "visit_days"),))


STATES = {
    DayState.FREE: _("Free"),
    DayState.SHORT: _("Too few of AKE's people are free"),
    DayState.OFFERED: _("Offered to the first on the waiting list"),
    DayState.BOOKED: _("Booked by a library"),
}
