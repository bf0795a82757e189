"""Who the person is here: asked once, kept, and open to change."""

from bot.dialog import (
    Button,
    Choose,
    ChooseMany,
    Dialog,
    Message,
    Option,
    YesNo,
    _,
    say,
)
from bot.domain.ids import NetworkKey, ServicePointId
from bot.domain.languages import Language
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.profile import Profile
from dialogs.languages import LANGUAGES
from dialogs.options import library_options, network_options


class FillProfile(Dialog, name="profile", review=True):
    occasion: Occasion
    profile: Profile
    libraries: Libraries

    title = _("My details")
    wishes = ("profile",)

    language = Choose[Language](_("Which language shall we speak?"), LANGUAGES)
    home = Choose[ServicePointId](
        _("Which library do you work at?"),
        search=True,
        hint=_("Choose the one where you are most of the time."),
    )
    networks = ChooseMany[NetworkKey](
        _("Which networks and groups are you part of?"),
        default=(),
        hint=_("They tell me which coffee hours and posts concern you. You can skip this."),
    )
    directs = YesNo(_("Are you the director of this library?"), default=False)

    @language.presume
    def spoken(self) -> str | None:
        return self.occasion.who.language

    @home.options
    def open_ones(self) -> list[Option]:
        return library_options(self.libraries.all())

    @home.presume
    def home_kept(self) -> str | None:
        return self.occasion.who.home

    @networks.options
    def all_networks(self) -> list[Option]:
        return network_options(self.occasion.region)

    @networks.presume
    def networks_kept(self) -> str | None:
        who = self.occasion.who
        return None if who.home is None else ",".join(who.networks)

    @directs.presume
    def role_kept(self) -> str | None:
        who = self.occasion.who
        return None if who.home is None else "yes" if who.directs else "no"

    def submit(self) -> Message:
        self.profile.fill(
            language=Language(self.language),
            home=self.home,
            networks=self.networks,
            directs=self.directs,
        )
        place = self.libraries.find(self.home).name
        thanks = _("Thank you! I will remember that you work at {place:locative}.", place=place)
        role = (_("A coordinator will confirm your role as the director."),) if self.waits else ()
        buttons = (
            Button(_("What I am reminded of"), "reminders"),
            Button(_("Change my details"), "profile"),
        )
        return say(thanks, *role, buttons=buttons)

    @property
    def waits(self) -> bool:
        said = self.occasion.anew().who.directs
        return said is not None and not said.confirmed
