"""What the bot says of its own accord about visits, each as it is when it is said."""

from collections.abc import Callable
from typing import Protocol

from bot.dialog import Button, Choose, Day, Dialog, Message, Option, Phrase, Text, _, just, say
from bot.domain.ids import VisitId
from bot.domain.occasion import Occasion
from bot.domain.visits.access import VisitsSeen, may_act
from bot.domain.visits.visits import Visit, VisitState

from .choices import visit_options
from .said import acts, calendar
from .wording import VisitWords

VISIT = _("Which visit?")
DAY = _("Which day?")


class Tells(Protocol):
    """A dialog that speaks of a visit."""

    given: dict[str, str]
    seen: VisitsSeen
    words: VisitWords


def about(*states: VisitState) -> Callable[[Tells], list[Option]]:
    """The visit a notification names, where it is still in one of these states."""

    def options(dialog: Tells) -> list[Option]:
        visits = dialog.seen.one(dialog.given.get("visit"))
        return visit_options(dialog.words, (one for one in visits if one.state in states))

    return options


class Dated(Protocol):
    """A dialog that knows by now of which visit it speaks."""

    seen: VisitsSeen

    @property
    def visit(self) -> VisitId: ...


def the_visit(dialog: Dated) -> Visit:
    return dialog.seen.one(dialog.visit)[0]


def as_planned(dialog: Dated) -> list[Option]:
    """The day of the visit: where the notification speaks of another, its occasion is gone."""
    day = the_visit(dialog).day
    return [Option(day.isoformat(), just(day))] if day else []


def has_day(dialog: Dated) -> bool:
    return the_visit(dialog).day is not None


class VisitBooked(Dialog, name="visit_booked"):
    """To those who go; to their hosts, where someone else booked it; to coordinators."""

    occasion: Occasion
    seen: VisitsSeen
    words: VisitWords

    title = _("A visit is booked")

    visit = Choose[VisitId](VISIT)
    visit.options(about(VisitState.BOOKED))

    def submit(self) -> Message:
        visit = the_visit(self)
        return say(
            self.said(visit), buttons=shown(visit, self.occasion), documents=(calendar(visit),)
        )

    def said(self, visit: Visit) -> Phrase:
        title, when = self.words.title(visit), self.words.when(visit)
        people = self.words.crew(visit.crew)
        if self.seen.goes(visit):
            return _("You are going on a visit: {visit}, {when}.", visit=title, when=when)
        if self.occasion.who.home == visit.host:
            return _(
                "The visit is settled: {visit}, {when}. {people} will come to you.",
                visit=title,
                when=when,
                people=people,
            )
        return _(
            "A visit is booked: {visit}, {when}. {people} will go there.",
            visit=title,
            when=when,
            people=people,
        )


class VisitMoved(Dialog, name="visit_moved"):
    occasion: Occasion
    seen: VisitsSeen
    words: VisitWords

    title = _("A visit has moved")

    visit = Choose[VisitId](VISIT)
    day = Choose[str](DAY)
    was = Day(_("When was it before?"))

    visit.options(about(VisitState.BOOKED, VisitState.WISHED))
    day.options(as_planned)
    day.when(has_day)

    @was.when
    def had_day(self) -> bool:
        return "was" in self.given

    def submit(self) -> Message:
        visit = the_visit(self)
        papers = (calendar(visit),) if visit.day else ()
        return say(self.said(visit), buttons=shown(visit, self.occasion), documents=papers)

    def said(self, visit: Visit) -> Phrase:
        title, when = self.words.title(visit), self.words.when(visit)
        if not self.had_day():
            return _("A visit has a new time: {visit}, {when}.", visit=title, when=when)
        return _(
            "A visit has moved: {visit}. It was to be {was:on}. The new time: {when}.",
            visit=title,
            was=self.was,
            when=when,
        )


class VisitRelieved(Dialog, name="visit_relieved"):
    """To somebody of AKE who need not go after all."""

    seen: VisitsSeen
    words: VisitWords

    title = _("You need not go")

    visit = Choose[VisitId](VISIT)
    was = Day(DAY)

    @visit.options
    def without_me(self) -> list[Option]:
        visits = self.seen.one(self.given.get("visit"))
        return visit_options(self.words, (one for one in visits if not self.seen.goes(one)))

    def submit(self) -> Message:
        title = self.words.title(the_visit(self))
        return say(
            _("You need not go on this visit after all: {visit}, {day}.", visit=title, day=self.was)
        )


class VisitCancelled(Dialog, name="visit_cancelled"):
    seen: VisitsSeen
    words: VisitWords

    title = _("A visit is cancelled")

    visit = Choose[VisitId](VISIT)
    why = Text(_("Why?"), default="")

    visit.options(about(VisitState.CANCELLED))

    @why.presume
    def no_reason(self) -> str:
        return ""

    def submit(self) -> Message:
        visit = the_visit(self)
        title, when = self.words.title(visit), self.words.when(visit)
        text = _("A visit is cancelled: {visit}, {when}.", visit=title, when=when)
        reason = (_("The reason they gave: {why}", why=self.why),) if self.why else ()
        return say(text, *reason)


def shown(visit: Visit, occasion: Occasion) -> tuple[Button, ...]:
    show = Button(_("Show the visit"), "show_visit", {"visit": visit.id})
    return (show, *acts(visit)) if may_act(occasion.who, visit) else (show,)
