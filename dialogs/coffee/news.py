"""What is said of coffee hours unasked: opened by notifications, to people and to rooms."""

from datetime import timedelta

from bot.dialog import Button, Choose, Closed, Dialog, Message, Option, Phrase, Text, _, say
from bot.domain.coffee.hours import CoffeeHour
from bot.domain.coffee.kept import CoffeeHours
from bot.domain.coffee.wishes import follows, leads_off
from bot.domain.ids import CoffeeHourId
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from dialogs.coffee.words import calendar_paper, coming_button, details

NO_TIME = timedelta(0)
A_MOMENT = timedelta(minutes=30)
ABOUT_A_WEEK = (timedelta(days=6.5), timedelta(days=8.5))
"""The night or a holiday may bring the reminder of a week before forward."""

LEAST = {"week": timedelta(days=2), "day": timedelta(hours=1)}
"""With less time left, a reminder that comes late says nothing: the next one will."""

NOTHING = say()
"""Said where the occasion is gone: nothing."""


class CoffeeNews:
    """A coffee hour as it is now, if it is still what the notification was planned for."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.kept: CoffeeHours = occasion.records.coffee_hours

    def hour(self, hour: str, revision: str) -> CoffeeHour:
        found = self.kept.find(CoffeeHourId(hour))
        if found is None or str(found.revision) != revision:
            raise Closed(NOTHING)
        return found

    def wanted(self, hour: CoffeeHour, lead: str) -> bool:
        """Whoever has turned it off since is not told, and nobody when it is too late for it."""
        who, left = self.occasion.who, hour.starts - self.occasion.now
        if left <= LEAST.get(lead, NO_TIME):
            return False
        return who.is_nobody or (self.concerns(hour) and lead not in leads_off(who))

    def concerns(self, hour: CoffeeHour) -> bool:
        """Those who follow its audience, and those who have said that they come."""
        who = self.occasion.who
        return follows(who, hour.audience) or who.id in self.kept.comers(hour.id)


class CoffeeReminder(Dialog, name="coffee_reminder", private=False):
    news: CoffeeNews
    occasion: Occasion

    title = _("Coffee hour")

    hour = Text(_("Which coffee hour?"), most=80)
    revision = Text(_("Which state of it?"), most=10)
    lead = Text(_("Which reminder?"), most=40)

    def submit(self) -> Message:
        hour = self.news.hour(self.hour, self.revision)
        if not (hour.is_coming and self.news.wanted(hour, self.lead)):
            raise Closed(NOTHING)
        comes = self.occasion.who.id in self.news.kept.comers(hour.id)
        return say(
            self.when(hour),
            *details(hour, self.occasion.region),
            buttons=(coming_button(hour, comes=comes),),
            documents=(calendar_paper(hour),) if self.lead == "week" else (),
        )

    def when(self, hour: CoffeeHour) -> Phrase:
        """By the time that is left: a coordinator may have moved the post."""
        left = hour.starts - self.occasion.now
        if left <= A_MOMENT:
            return _(
                "Coffee is ready in a moment: {title}, {when:on}.",
                title=hour.title,
                when=hour.starts,
            )
        if ABOUT_A_WEEK[0] < left < ABOUT_A_WEEK[1]:
            return _(
                "In a week there is coffee: {title}, {when:on}.", title=hour.title, when=hour.starts
            )
        return _("Coffee is near: {title}, {when:on}.", title=hour.title, when=hour.starts)


class CoffeeMoved(Dialog, name="coffee_moved", private=False):
    news: CoffeeNews
    occasion: Occasion

    title = _("Coffee hour moved")

    hour = Text(_("Which coffee hour?"), most=80)
    revision = Text(_("Which state of it?"), most=10)

    def submit(self) -> Message:
        hour = self.news.hour(self.hour, self.revision)
        return say(
            _(
                "A coffee hour has a new time: {title}, {when:on}.",
                title=hour.title,
                when=hour.starts,
            ),
            buttons=(coming_button(hour, comes=False),),
            documents=(calendar_paper(hour),),
        )


class CoffeeCancelled(Dialog, name="coffee_cancelled", private=False):
    news: CoffeeNews

    title = _("Coffee hour cancelled")

    hour = Text(_("Which coffee hour?"), most=80)
    revision = Text(_("Which state of it?"), most=10)

    def submit(self) -> Message:
        hour = self.news.hour(self.hour, self.revision)
        return say(
            _(
                "A coffee hour is cancelled: {title}, {when:on}. We are sorry!",
                title=hour.title,
                when=hour.starts,
            ),
            documents=(calendar_paper(hour),),
        )


class CoffeeHosted(Dialog, name="coffee_hosted"):
    """To the coordinators: a library hosts."""

    news: CoffeeNews
    libraries: Libraries

    title = _("A host for coffee")

    hour = Choose[CoffeeHourId](_("Which coffee hour?"))

    @hour.options
    def found(self) -> list[Option]:
        known = self.news.kept.find(CoffeeHourId(self.given.get("hour", "")))
        return [Option(known.id, _("Coffee hour"))] if known and known.host else []

    def submit(self) -> Message:
        hour = self.news.kept.find(self.hour)
        if hour is None or hour.host is None:
            raise Closed(NOTHING)
        return say(
            _(
                "{place} hosts the coffee hour {when:on}.",
                place=self.libraries.find(hour.host).name,
                when=hour.starts,
            ),
            buttons=(Button(_("Coffee hours of AKE"), "coffee_desk"),),
        )
