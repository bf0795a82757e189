"""Which coffee hours one follows, and when one is reminded of them."""

from bot.dialog import ChooseMany, Dialog, Message, Option, Phrase, _, say
from bot.domain.coffee.corner import CoffeeCorner
from bot.domain.coffee.wishes import LEADS, follows, leads_off
from bot.domain.ids import NetworkKey
from bot.domain.occasion import Occasion
from bot.domain.reminder_wishes import KINDS, ReminderWishes
from dialogs.options import network_options

LEAD_OPTIONS = (
    Option("week", _("A week before")),
    Option("day", _("The day before")),
    Option("soon", _("A quarter of an hour before")),
)
LEADS_SAID = {
    "week": _("a week before"),
    "day": _("the day before"),
    "soon": _("a quarter of an hour before"),
}
"""The same within a sentence."""


OTHERS = (
    Option("visit.week", _("A visit, a week before")),
    Option("visit.day", _("A visit, the day before")),
    Option("report", _("The report of a visit to a partner library")),
    Option("claim", _("A travel claim that I have not submitted")),
    Option("offer", _("A visit day that is held for us")),
    Option("round", _("A round that is closing")),
)


class FollowCoffee(Dialog, name="coffee_follow", review=True):
    occasion: Occasion
    corner: CoffeeCorner

    title = _("What I follow")
    wishes = ("coffee_subscribe", "coffee_unsubscribe")

    audiences = ChooseMany[NetworkKey](
        _("Which coffee hours would you like to follow?"),
        default=(),
        hint=_("You are reminded of these. The others you can still come to."),
    )

    @audiences.options
    def networks(self) -> list[Option]:
        return network_options(self.occasion.region)

    @audiences.presume
    def now_followed(self) -> str | None:
        who = self.occasion.who
        return ",".join(
            option.value for option in self.networks() if follows(who, NetworkKey(option.value))
        )

    def submit(self) -> Message:
        self.corner.follow(frozenset(self.audiences))
        if not self.audiences:
            return say(_("All right, I will not remind you of any coffee hours."))
        names = tuple(self.occasion.region.network(key).name for key in self.audiences)
        return say(_("All right, you follow these: {audiences}.", audiences=names))


class SetReminders(Dialog, name="reminders", review=True):
    occasion: Occasion
    corner: CoffeeCorner

    reminders: ReminderWishes

    title = _("My reminders")
    wishes = ("reminders",)

    leads = ChooseMany[str](
        _("When would you like to be reminded of a coffee hour?"),
        LEAD_OPTIONS,
        default=(),
        hint=_("At night between 21.00 and 7.30 I keep quiet and tell you the evening before."),
    )

    others = ChooseMany[str](_("What else shall I remind you of?"), OTHERS, default=())

    @leads.presume
    def now_on(self) -> str | None:
        off = leads_off(self.occasion.who)
        return ",".join(lead for lead in LEADS if lead not in off)

    @others.presume
    def others_on(self) -> str | None:
        return ",".join(kind for kind in KINDS if self.reminders.wants(kind))

    def submit(self) -> Message:
        self.corner.be_reminded(frozenset(self.leads))
        self.reminders.choose(frozenset(self.others))
        return say(self.of_coffee(), self.of_others())

    def of_coffee(self) -> Phrase:
        if not self.leads:
            return _("All right, I will not remind you of coffee hours.")
        times = tuple(said for lead, said in LEADS_SAID.items() if lead in self.leads)
        return _("All right, I remind you of coffee hours at these times: {times}.", times=times)

    def of_others(self) -> Phrase:
        if not self.others:
            return _("I will not remind you of anything else.")
        things = tuple(option.label for option in OTHERS if option.value in self.others)
        return _("Other reminders: {things}.", things=things)
