"""Proposing a topic or a guest, and hosting a coffee hour."""

from bot.dialog import Choose, Closed, Dialog, Message, Option, Rejected, Text, _, rule, say
from bot.domain.coffee.corner import CoffeeCorner
from bot.domain.coffee.kept import CoffeeChanged
from bot.domain.ids import CoffeeHourId, NetworkKey
from bot.domain.libraries import Libraries
from bot.domain.regions import Region
from dialogs.coffee.words import calendar_paper, hour_options
from dialogs.options import network_options


class ProposeCoffee(Dialog, name="coffee_propose"):
    region: Region
    corner: CoffeeCorner

    title = _("Wish for coffee")
    wishes = ("coffee_topic",)

    audience = Choose[NetworkKey](_("For whom would the coffee hour be?"))
    topic = Text(
        _("What would you like to talk about?"),
        default="",
        hint=_("You can skip this, if you only have a guest in mind."),
    )
    guest = Text(
        _("Whom should we invite as a guest?"),
        most=200,
        default="",
        hint=_("Somebody who has tried something new, for instance. You can skip this."),
    )

    @audience.options
    def networks(self) -> list[Option]:
        return network_options(self.region)

    @rule
    def something(self) -> None:
        if not (self.topic or self.guest):
            raise Rejected(_("Tell me a topic or a guest."), at=ProposeCoffee.topic)

    def submit(self) -> Message:
        self.corner.propose(self.audience, self.topic, self.guest)
        return say(_("Thank you! I passed your wish on to AKE."))


class HostCoffee(Dialog, name="coffee_host", home_first=True):
    corner: CoffeeCorner
    libraries: Libraries

    title = _("Host a coffee hour")

    hour = Choose[CoffeeHourId](
        _("Which coffee hour would your library host?"),
        hint=_("The host opens the meeting and leads the talk. AKE helps with the rest."),
    )

    @hour.options
    def without_host(self) -> list[Option]:
        hours = tuple(hour for hour in self.corner.coming() if hour.host is None)
        if not hours:
            raise Closed(say(_("Every coming coffee hour has its host already. Thank you!")))
        return hour_options(hours)

    def submit(self) -> Message:
        try:
            hour = self.corner.volunteer(self.hour)
        except CoffeeChanged:
            raise Rejected(
                _("Somebody was quicker, or that coffee hour has changed."), at=HostCoffee.hour
            ) from None
        home = self.libraries.home
        if home is None:
            raise TypeError("a host has a home")
        return say(
            _(
                "Wonderful! {place} hosts the coffee hour {when:on}.",
                place=home.name,
                when=hour.starts,
            ),
            documents=(calendar_paper(hour),),
        )
