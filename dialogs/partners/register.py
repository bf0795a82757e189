"""Register a library as a partner library."""

from bot.dialog import (
    Choose,
    Closed,
    Count,
    Dialog,
    Message,
    Option,
    Phrase,
    Rejected,
    Text,
    YesNo,
    _,
)
from bot.domain.ids import ServicePointId
from bot.domain.partners.registering import HasPartner, Registering
from bot.domain.partners.registrations import RegistrationTaken, Told
from bot.domain.people import Person
from dialogs.options import library_options

from .our_pair import PairSaid
from .registered import RegistrationSaid


class RegisterPartner(Dialog, name="partner", home_first=True):
    who: Person
    registering: Registering
    said: RegistrationSaid
    pair_said: PairSaid

    title = _("Partner library")
    commands = ("kumppanikirjasto", "partnerbibliotek")
    wishes = ("register_partner",)

    other = YesNo(_("Is it another library than your own?"), default=False)
    point = Choose[ServicePointId](_("Which library are you registering?"), search=True)
    wish = Text(
        _("What would you like to develop together with a partner library?"),
        most=1000,
        hint=_("AKE looks for a partner with interests in common. A few words will do."),
    )
    cooperates = YesNo(_("Do you work together with another library already?"))
    cooperation = Text(_("Which library is it, and what do you do together?"), most=500)
    swedish = YesNo(_("Would you like to work with your partner in Swedish?"), default=False)
    staff = Count(_("How many people work at your library?"), least=1, most=500, default=0)
    dates = Text(_("When could your first visit be, at the earliest?"), most=200, default="")
    restriction = Text(
        _("Does your municipality restrict travel for work?"),
        most=300,
        default="",
        hint=_("If it does, say how. You can skip this."),
    )
    reach = Text(
        _("How does your partner best reach you?"),
        most=200,
        default="",
        hint=_("An e-mail address or a phone number. Only your partner and AKE see it."),
    )

    def opening(self) -> tuple[Phrase, ...]:
        """Which library it is, where that was not asked: another one may be meant."""
        point = self.given.get("point", self.own_library() or "")
        known = self.said.words.libraries.known.get(ServicePointId(point))
        if known is None:
            return self.said.welcome()
        yours = _("You are registering this library: {library}.", library=known.name)
        return (*self.said.welcome(), yours)

    @point.options
    def own_libraries(self) -> list[Option]:
        return library_options(self.registering.points())

    @other.when
    def is_said(self) -> bool:
        """Only the button for another library tells it; nobody is asked."""
        return "other" in self.given

    @point.presume
    def own_library(self) -> str | None:
        other = self.given.get("other") == "yes"
        return None if other or self.who.coordinator else self.who.home

    @point.check
    def is_free(self, point: ServicePointId) -> None:
        """Whoever comes second sees what the first one wrote (D-3)."""
        if pair := self.registering.pair_at(point):
            raise Closed(self.pair_said.ours(pair))
        if there := self.registering.at(point):
            raise Closed(self.said.there_already(there))

    @cooperation.when
    def works_with_others(self) -> bool:
        return self.cooperates

    def told(self) -> Told:
        return Told(
            wish=self.wish,
            cooperation=self.cooperation if self.cooperates else "",
            swedish=self.swedish,
            staff=self.staff or None,
            dates=self.dates,
            restriction=self.restriction,
            reach=self.reach,
        )

    def submit(self) -> Message:
        try:
            return self.said.done(self.registering.register(self.point, self.told()))
        except (RegistrationTaken, HasPartner):
            why = _("Someone registered this library just now.")
            raise Rejected(why, at=RegisterPartner.point) from None
