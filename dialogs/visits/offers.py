"""A day offered to a library in the line: taken, declined, or run out."""

from bot.dialog import Button, Choose, Closed, Dialog, Message, Option, Weight, _, just, say
from bot.domain.ids import OfferId, ServicePointId
from bot.domain.reminder_wishes import ReminderWishes
from bot.domain.visits.booking import VisitBooking
from bot.domain.visits.line import Line
from bot.domain.visits.visits import VisitKind
from bot.domain.visits.waiting import Offer
from dialogs.options import library_options

from .wording import VisitWords


class DayOffered(Dialog, name="day_offered"):
    """Said to the first in the line when a day is held for them."""

    line: Line
    words: VisitWords

    title = _("A day for you")

    offer = Choose[OfferId](_("Which day?"))

    @offer.options
    def open_ones(self) -> list[Option]:
        return offer_options(self.line)

    def submit(self) -> Message:
        offer = {each.id: each for each in self.line.open_offers()}[self.offer]
        text = _(
            "A day has become free for a visit at {place:locative}: {day:on}. I hold it for you "
            "until {until:on}.",
            place=self.words.libraries.find(offer.host).name,
            day=offer.day,
            until=offer.until,
        )
        return say(text, buttons=answers(offer))


class OfferWaits(Dialog, name="offer_waits"):
    """Said on the day before an offer lapses, where it is not answered yet."""

    line: Line
    words: VisitWords
    reminders: ReminderWishes

    title = _("A day for you")

    offer = Choose[OfferId](_("Which day?"))

    @offer.options
    def open_ones(self) -> list[Option]:
        return offer_options(self.line)

    def submit(self) -> Message:
        if not self.reminders.wants("offer"):
            raise Closed(say())
        offer = {each.id: each for each in self.line.open_offers()}[self.offer]
        text = _(
            "I still hold {day:on} for a visit at {place:locative}, until {until:on}. Then I offer "
            "it to the next.",
            day=offer.day,
            place=self.words.libraries.find(offer.host).name,
            until=offer.until,
        )
        return say(text, buttons=answers(offer))


class DeclineOffer(Dialog, name="decline_offer", confirm=False):
    line: Line

    title = _("The day does not suit")

    offer = Choose[OfferId](_("Which day does not suit you?"))

    @offer.options
    def open_ones(self) -> list[Option]:
        options = offer_options(self.line)
        if not options:
            raise Closed(say(_("Nothing is held for you any more.")))
        return options

    def submit(self) -> Message:
        self.line.decline(self.offer)
        text = _("All right. You keep your place on the list, and I offer the day to the next.")
        return say(text)


class OfferLapsed(Dialog, name="offer_lapsed"):
    """Said when the time of an offer is over; the day then goes to the next."""

    line: Line

    title = _("A day for you")

    offer = Choose[OfferId](_("Which day?"))

    @offer.options
    def run_out(self) -> list[Option]:
        return [Option(each.id, just(each.day)) for each in self.line.run_out()]

    def submit(self) -> Message:
        lapsed = next(each for each in self.line.run_out() if each.id == self.offer)
        self.line.lapse(lapsed.id)
        text = _(
            "I held {day:on} for you, and the time to take it is over. You keep your place on "
            "the waiting list.",
            day=lapsed.day,
        )
        return say(text, buttons=(Button(_("Take us off the list"), "leave_line"),))


class DaysPublished(Dialog, name="days_published"):
    """Said to those in the line when AKE has published new days."""

    booking: VisitBooking

    title = _("New days")

    host = Choose[ServicePointId](_("Which library?"))

    @host.options
    def who_can_book(self) -> list[Option]:
        points = self.booking.hosts(VisitKind.INFORMATICIANS)
        return library_options(p for p in points if self.booking.free_days(p.id))

    def submit(self) -> Message:
        text = _("AKE has published new days for visits. You are on the waiting list: have a look!")
        look = Button(
            _("See the days"),
            "visit",
            {"kind": VisitKind.INFORMATICIANS, "host": self.host},
            Weight.MAIN,
        )
        return say(text, buttons=(look,))


def offer_options(line: Line) -> list[Option]:
    return [Option(each.id, just(each.day)) for each in line.open_offers()]


def answers(offer: Offer) -> tuple[Button, ...]:
    taken = {
        "kind": VisitKind.INFORMATICIANS,
        "host": offer.host,
        "day": offer.day.isoformat(),
    }
    return (
        Button(_("Take the day"), "visit", taken, Weight.MAIN),
        Button(_("It does not suit us"), "decline_offer", {"offer": offer.id}),
    )
