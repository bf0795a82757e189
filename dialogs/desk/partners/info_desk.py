"""The info session of a round: inviting to it, and who comes."""

from bot.dialog import (
    Button,
    Closed,
    Dialog,
    Message,
    Phrase,
    Row,
    Table,
    Text,
    Weight,
    _,
    as_is,
    just,
    n_,
    say,
)
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.partners.informing import InfoDesk, NoSession
from bot.domain.people import Person
from bot.domain.rounds import Round
from dialogs.partners.info import InfoSaid, calendar

from .pairing import round_name

NONE = say(
    _("There is no info session to invite to: no round has opened, or its days are not set."),
    buttons=(Button(_("Rounds"), "rounds"),),
)


class ShowInfoSession(Dialog, name="info_session", confirm=False):
    desk: InfoDesk
    said: InfoSaid
    libraries: Libraries

    title = _("Info session: who comes")
    desk_wishes = ("info_session",)

    def submit(self) -> Message:
        try:
            this = self.desk.round
        except NoSession:
            return NONE
        if this.info_session is None:
            return NONE
        answers = self.desk.answers()
        table = (self.answers(answers),) if answers else ()
        return say(
            round_name(this),
            self.said.when(this.info_session),
            *self.said.where(this.id),
            self.invited(),
            tables=table,
            buttons=self.acts(this),
            documents=(calendar(this),),
        )

    def acts(self, this: Round) -> tuple[Button, ...]:
        given = {"round_id": this.id}
        again = self.said.informing.session(this.id) is not None
        label = _("Send the invitations again") if again else _("Send the invitations")
        weight = Weight.PLAIN if again else Weight.MAIN
        return (
            Button(label, "invite_info", weight=weight),
            Button(_("Change the time"), "set_info_session", given),
        )

    def invited(self) -> Phrase:
        session = self.said.informing.session(self.desk.round.id)
        if session is None:
            return _("The invitations have not been sent yet.")
        coming = sum(1 for _person, comes in self.desk.answers() if comes)
        if not coming:
            return _(
                "The invitations went out {day:on}. Nobody has said yet that they come.",
                day=session.invited_at,
            )
        return n_(
            "The invitations went out {day:on}. One person comes.",
            "The invitations went out {day:on}. {count} people come.",
            coming,
            day=session.invited_at,
        )

    def answers(self, answers: tuple[tuple[Person, bool], ...]) -> Table:
        head = (_("Name"), _("Library"), _("Comes"))
        ordered = sorted(answers, key=lambda answer: (not answer[1], answer[0].name))
        return Table(_("Answers"), head, tuple(self.row(*answer) for answer in ordered))

    def row(self, person: Person, comes: bool) -> Row:
        home = just(self.libraries.find(person.home).name) if person.home else as_is("–")
        return Row((as_is(person.name), home, _("Yes") if comes else _("No")))


class InviteToInfo(Dialog, name="invite_info"):
    """May be sent again: those who register later are invited by themselves."""

    desk: InfoDesk
    said: InfoSaid
    occasion: Occasion

    title = _("Send the invitations")

    place = Text(
        _("Where is the info session? Give the link of the remote meeting, or the place."),
        most=500,
    )

    @place.when
    def there_is_one(self) -> bool:
        try:
            return self.desk.round.info_session is not None
        except NoSession:
            raise Closed(NONE) from None

    def submit(self) -> Message:
        asked = self.desk.invite(self.place)
        text = n_(
            "I invite one person to the info session.",
            "I invite {count} people to the info session.",
            asked,
        )
        return say(text, buttons=(Button(_("Who comes"), "info_session"),))
