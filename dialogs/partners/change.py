"""Change what was told in a registration, send a draft, or withdraw."""

from copy import copy

from bot.dialog import Button, Choose, Closed, Dialog, Message, Option, YesNo, _, just, say
from bot.domain.ids import RegistrationId
from bot.domain.occasion import Occasion
from bot.domain.partners.registering import Registering
from bot.domain.partners.registrations import Told

from .register import RegisterPartner
from .registered import RegistrationSaid
from .wording import PartnerWords

WHICH = _("Which registration?")


class OpenRegistrations:
    """Those that the one who acts may change."""

    def __init__(self, occasion: Occasion) -> None:
        self.registering = Registering(occasion)
        self.words = PartnerWords(occasion)

    def options(self) -> list[Option]:
        found = self.registering.open_ones()
        if not found:
            register = Button(_("Register a partner library"), "partner")
            none = _("There is no registration here that could be changed.")
            raise Closed(say(none, buttons=(register,)))
        return [Option(one.id, just(self.words.place(one.point))) for one in found]

    def only(self) -> str | None:
        found = self.registering.open_ones()
        return found[0].id if len(found) == 1 else None


class ChangeRegistration(Dialog, name="change_registration", review=True, home_first=True):
    open: OpenRegistrations
    registering: Registering
    said: RegistrationSaid

    title = _("Change the registration")

    registration = Choose[RegistrationId](WHICH)
    wish = copy(RegisterPartner.wish)
    cooperates = copy(RegisterPartner.cooperates)
    cooperation = copy(RegisterPartner.cooperation)
    swedish = copy(RegisterPartner.swedish)
    staff = copy(RegisterPartner.staff)
    dates = copy(RegisterPartner.dates)
    restriction = copy(RegisterPartner.restriction)
    reach = copy(RegisterPartner.reach)

    @registration.options
    def open_ones(self) -> list[Option]:
        return self.open.options()

    @registration.presume
    def only_one(self) -> str | None:
        return self.open.only()

    @property
    def was(self) -> Told:
        return self.registering.find(self.registration).told

    @wish.presume
    def wish_told(self) -> str:
        return self.was.wish

    @cooperates.presume
    def cooperates_told(self) -> str:
        return "yes" if self.was.cooperation else "no"

    @cooperation.presume
    def cooperation_told(self) -> str | None:
        return self.was.cooperation or None

    @swedish.presume
    def swedish_told(self) -> str:
        return "yes" if self.was.swedish else "no"

    @staff.presume
    def staff_told(self) -> str:
        return str(self.was.staff or "")

    @dates.presume
    def dates_told(self) -> str:
        return self.was.dates

    @restriction.presume
    def restriction_told(self) -> str:
        return self.was.restriction

    @reach.presume
    def reach_told(self) -> str:
        return self.was.reach

    def submit(self) -> Message:
        was = self.registering.find(self.registration)
        told = Told(
            wish=self.wish,
            cooperation=self.cooperation if self.cooperates else "",
            swedish=self.swedish,
            staff=self.staff or None,
            dates=self.dates,
            restriction=self.restriction,
            reach=self.reach,
        )
        now = self.registering.change(was, told)
        return self.said.changed(now) if now.state is was.state else self.said.done(now)


class WithdrawRegistration(Dialog, name="withdraw_registration", home_first=True, confirm=False):
    open: OpenRegistrations
    registering: Registering
    words: PartnerWords

    title = _("Withdraw")

    registration = Choose[RegistrationId](WHICH)
    sure = YesNo(_("Shall I withdraw the registration?"))

    @registration.options
    def open_ones(self) -> list[Option]:
        return self.open.options()

    @registration.presume
    def only_one(self) -> str | None:
        return self.open.only()

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, the registration stays as it is."))
        gone = self.registering.withdraw(self.registration)
        again = Button(_("Register anew"), "partner", {"point": gone.point})
        place = self.words.place(gone.point)
        return say(
            _("{library} is no longer registered as a partner library.", library=place),
            buttons=(again,),
        )
