"""Confirm who directs a library."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Weight,
    YesNo,
    _,
    say,
)
from bot.domain.ids import MunicipalityCode, PersonId
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.profile import PeopleDesk
from bot.domain.regions import Region


class ConfirmDirector(Dialog, name="confirm_director"):
    """Told to coordinators when somebody has said that they direct a library."""

    region: Region
    desk: PeopleDesk

    title = _("Is this the director?")

    person = Choose[PersonId](_("Who?"))

    @person.options
    def unconfirmed(self) -> list[Option]:
        found = self.desk.unconfirmed()
        return [Option(one.id, described(one, self.region)) for one in found]

    def submit(self) -> Message:
        role = next(wire(one) for one in self.desk.unconfirmed() if one.id == self.person)
        yes, no = {"role": role, "is_director": "yes"}, {"role": role, "is_director": "no"}
        buttons = (
            Button(_("Confirm"), "decide_director", yes, Weight.MAIN),
            Button(_("Not the director"), "decide_director", no),
        )
        who = {one.value: one.label for one in self.unconfirmed()}[self.person]
        text = _("Somebody has said that they direct a library: {who}.", who=who)
        return say(text, buttons=buttons)


class DecideDirector(Dialog, name="decide_director", confirm=False):
    """Only the role that was shown: who has said another since is looked at anew."""

    region: Region
    desk: PeopleDesk

    title = _("Who directs a library")
    desk_wishes = ("decide_director",)

    role = Choose[str](_("Whose role would you like to decide?"))
    is_director = YesNo(_("Is this the director of the library?"))

    @role.options
    def unconfirmed(self) -> list[Option]:
        found = self.desk.unconfirmed()
        options = [Option(wire(one), described(one, self.region)) for one in found]
        if not options:
            raise Closed(say(_("Nobody waits to be confirmed as a director.")))
        return options

    def submit(self) -> Message:
        person, _dot, town = self.role.partition(".")
        self.desk.decide(PersonId(person), MunicipalityCode(town), confirmed=self.is_director)
        if self.is_director:
            return say(_("Confirmed. I tell them."))
        return say(_("Not confirmed. I tell them."))


class DirectorConfirmed(Dialog, name="director_confirmed"):
    occasion: Occasion

    title = _("Your role")

    def submit(self) -> Message:
        said = self.occasion.who.directs
        if said is None or not said.confirmed:
            raise Closed(say())
        wish = Button(_("Book an AKE visit"), "visit")
        return say(
            _("A coordinator has confirmed that you are the director of your library."),
            buttons=(wish,),
        )


class DirectorRefused(Dialog, name="director_refused"):
    title = _("Your role")

    def submit(self) -> Message:
        return say(
            _(
                "A coordinator could not confirm that you are the director of the library. If "
                "this is a mistake, please write to AKE."
            ),
            buttons=(Button(_("Change my details"), "profile"),),
        )


def town_of(person: Person) -> MunicipalityCode:
    """The municipality whose library they say they direct."""
    return person.directs.municipality if person.directs else MunicipalityCode("")


def wire(person: Person) -> str:
    """A role as a button carries it: who, and of which municipality."""
    return f"{person.id}.{town_of(person)}"


def described(person: Person, region: Region) -> Phrase:
    town = region.municipality(town_of(person)).name
    return _("{name}, {town}", name=person.name, town=town)
