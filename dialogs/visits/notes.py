"""What the bot says of its own accord around a visit: reminders, guests, changes, wishes."""

from bot.dialog import Button, Choose, Closed, Dialog, Message, Option, Weight, _, say
from bot.domain.ids import ServicePointId, VisitId
from bot.domain.libraries import Libraries
from bot.domain.names import Name
from bot.domain.occasion import Occasion
from bot.domain.reminder_wishes import ReminderWishes
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.visits import Visit, VisitKind, VisitState
from dialogs.options import library_options

from .choices import visit_options
from .details import VisitDetails
from .news import DAY, VISIT, about, as_planned, shown, the_visit
from .said import calendar
from .wording import VisitWords


class VisitReminder(Dialog, name="visit_reminder"):
    """A week and a day before, to all who are going to be there."""

    occasion: Occasion
    seen: VisitsSeen
    details: VisitDetails
    words: VisitWords
    reminders: ReminderWishes

    title = _("A visit is coming up")

    visit = Choose[VisitId](VISIT)
    day = Choose[str](DAY)

    visit.options(about(VisitState.BOOKED))
    day.options(as_planned)

    def submit(self) -> Message:
        visit = the_visit(self)
        if not self.reminders.wants_of_visit(visit.day):
            raise Closed(say())
        text = _(
            "A visit is coming up: {visit}, {when}.",
            visit=self.words.title(visit),
            when=self.words.when(visit),
        )
        return say(
            text,
            tables=(self.details.table(visit),),
            buttons=shown(visit, self.occasion),
            documents=(calendar(visit),),
        )


class VisitChanged(Dialog, name="visit_changed"):
    occasion: Occasion
    seen: VisitsSeen
    details: VisitDetails
    words: VisitWords

    title = _("A visit has changed")

    visit = Choose[VisitId](VISIT)
    visit.options(about(VisitState.BOOKED, VisitState.WISHED))

    def submit(self) -> Message:
        visit = the_visit(self)
        text = _("Somebody has changed the details of your visit. This is how it is now.")
        table = self.details.table(visit)
        return say(text, tables=(table,), buttons=shown(visit, self.occasion))


class VisitCrew(Dialog, name="visit_crew"):
    """To the hosts, where others come than was said."""

    occasion: Occasion
    seen: VisitsSeen
    words: VisitWords

    title = _("Who comes to you")

    visit = Choose[VisitId](VISIT)
    visit.options(about(VisitState.BOOKED))

    def submit(self) -> Message:
        visit = the_visit(self)
        text = _(
            "{people} will come to your visit: {visit}, {when}.",
            people=self.words.crew(visit.crew),
            visit=self.words.title(visit),
            when=self.words.when(visit),
        )
        return say(text, buttons=shown(visit, self.occasion))


class VisitJoined(Dialog, name="visit_joined"):
    """To a library that another has named for a joint visit."""

    occasion: Occasion
    seen: VisitsSeen
    words: VisitWords

    title = _("A joint visit")

    visit = Choose[VisitId](VISIT)

    @visit.options
    def still_joined(self) -> list[Option]:
        home = self.occasion.who.home
        visits = self.seen.one(self.given.get("visit"))
        joined = (one for one in visits if one.active and home in one.guests)
        return visit_options(self.words, joined)

    def submit(self) -> Message:
        visit = the_visit(self)
        text = _(
            "Your library is invited to join a visit of AKE's informaticians: {place}, {when}.",
            place=self.words.place(visit),
            when=self.words.when(visit),
        )
        away = Button(_("We cannot come"), "stay_away", {"visit": visit.id})
        return say(text, buttons=(*shown(visit, self.occasion), away), documents=(calendar(visit),))


class VisitUninvited(Dialog, name="visit_uninvited"):
    """To a library that was named for a joint visit, and is no more."""

    libraries: Libraries

    title = _("A joint visit")

    host = Choose[ServicePointId](_("At which library?"))

    @host.options
    def any_library(self) -> list[Option]:
        return library_options(self.libraries.all())

    def submit(self) -> Message:
        place = self.libraries.find(self.host).name
        return say(_("The joint visit at {place:locative} will be held without you.", place=place))


class VisitWished(Dialog, name="visit_wished"):
    """To the coordinators, who answer it."""

    seen: VisitsSeen
    words: VisitWords
    details: VisitDetails

    title = _("A visit is wished for")

    visit = Choose[VisitId](VISIT)
    visit.options(about(VisitState.WISHED))

    def submit(self) -> Message:
        visit = the_visit(self)
        text = _("A visit is wished for: {visit}.", visit=self.words.title(visit))
        return say(
            text,
            tables=(self.details.table(visit),),
            buttons=answers(visit, self.words.place(visit)),
        )


def answers(visit: Visit, place: Name) -> tuple[Button, ...]:
    """What a coordinator may answer to a wish; it names the place where many wishes are listed."""
    given = {"visit": visit.id}
    no = Button(_("Say no: {what}", what=place), "decline_wish", given, Weight.GRAVE)
    if visit.kind is VisitKind.DIRECTOR:
        yes = Button(_("Set a day: {what}", what=place), "set_visit_day", given, Weight.MAIN)
    else:
        yes = Button(_("Say who goes: {what}", what=place), "confirm_visit", given, Weight.MAIN)
    return yes, no
