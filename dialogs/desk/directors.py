"""Confirm who directs a library."""

from bot.dialog import Button, Choose, Closed, Dialog, Message, Option, Weight, YesNo, _, say
from bot.domain.ids import PersonId
from bot.domain.occasion import Occasion
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
        return director_options(self.desk, self.region)

    def submit(self) -> Message:
        yes = {"person": self.person, "is_director": "yes"}
        no = {"person": self.person, "is_director": "no"}
        buttons = (
            Button(_("Confirm"), "decide_director", yes, Weight.MAIN),
            Button(_("Not the director"), "decide_director", no),
        )
        who = {one.value: one.label for one in self.unconfirmed()}[self.person]
        text = _("Somebody has said that they direct a library: {who}.", who=who)
        return say(text, buttons=buttons)


class DecideDirector(Dialog, name="decide_director", confirm=False):
    region: Region
    desk: PeopleDesk

    title = _("Who directs a library")
    desk_wishes = ("decide_director",)

    person = Choose[PersonId](_("Whose role would you like to decide?"))
    is_director = YesNo(_("Is this the director of the library?"))

    @person.options
    def unconfirmed(self) -> list[Option]:
        options = director_options(self.desk, self.region)
        if not options:
            raise Closed(say(_("Nobody waits to be confirmed as a director.")))
        return options

    def submit(self) -> Message:
        self.desk.decide(self.person, confirmed=self.is_director)
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


def director_options(desk: PeopleDesk, region: Region) -> list[Option]:
    """With the municipality whose library they say they direct."""
    return [
        Option(one.id, _("{name}, {town}", name=one.name, town=region.municipality(code).name))
        for one in desk.unconfirmed()
        if one.directs and (code := one.directs.municipality)
    ]
