"""What a contact person is told of the library's registration."""

from collections.abc import Callable
from typing import Protocol

from bot.dialog import Button, Choose, Dialog, Message, Option, Text, _, just, say
from bot.domain.ids import PersonId, RegistrationId
from bot.domain.occasion import Occasion
from bot.domain.partners.registering import Registering
from bot.domain.partners.registrations import OPEN, RegistrationState

from .registered import acts
from .wording import PartnerWords

WHICH = _("Which registration?")


class Tells(Protocol):
    """A dialog that speaks of a registration."""

    given: dict[str, str]
    registering: Registering
    words: PartnerWords


def about(*states: RegistrationState) -> Callable[[Tells], list[Option]]:
    """The registration a notification names, where it is still in one of these states."""

    def options(dialog: Tells) -> list[Option]:
        found = dialog.registering.one(dialog.given.get("registration"))
        named = (one for one in found if one.state in states)
        return [Option(one.id, just(dialog.words.place(one.point))) for one in named]

    return options


class RegistrationChanged(Dialog, name="registration_changed"):
    occasion: Occasion
    registering: Registering
    words: PartnerWords

    title = _("Registration changed")

    registration = Choose[RegistrationId](WHICH)
    by = Text(_("By whom?"), default="")

    registration.options(about(*OPEN))

    def submit(self) -> Message:
        found = self.registering.find(self.registration)
        text = _(
            "{person} has changed the registration of {library}.",
            person=name_of(self.by, self.occasion),
            library=self.words.place(found.point),
        )
        return say(text, buttons=acts(found))


class RegistrationWithdrawn(Dialog, name="registration_withdrawn"):
    occasion: Occasion
    registering: Registering
    words: PartnerWords

    title = _("Registration withdrawn")

    registration = Choose[RegistrationId](WHICH)
    by = Text(_("By whom?"), default="")

    registration.options(about(RegistrationState.WITHDRAWN))

    def submit(self) -> Message:
        found = self.registering.find(self.registration)
        text = _(
            "{person} has withdrawn the registration of {library}.",
            person=name_of(self.by, self.occasion),
            library=self.words.place(found.point),
        )
        return say(text, buttons=(Button(_("Register anew"), "partner", {"point": found.point}),))


class LeftWaiting(Dialog, name="left_waiting"):
    registering: Registering
    words: PartnerWords

    title = _("On the waiting list")

    registration = Choose[RegistrationId](WHICH)

    registration.options(about(RegistrationState.WAITING))

    def submit(self) -> Message:
        found = self.registering.find(self.registration)
        text = _(
            "There was no partner for {library} in this round, and I am sorry. The registration "
            "is on the waiting list and goes first in the next round; there is no need to "
            "register again.",
            library=self.words.place(found.point),
        )
        return say(text, buttons=acts(found))


def name_of(person: str, occasion: Occasion) -> str:
    found = occasion.records.people.find(PersonId(person))
    return found.name if found and found.name else "AKE"
