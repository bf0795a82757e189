"""What is said of a registration: when it is made, when it is there already, when it is a draft."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialog import Button, Message, Phrase, Weight, _, say
from bot.domain.arrangements import RoundKind
from bot.domain.occasion import Occasion
from bot.domain.partners.registering import Registering
from bot.domain.partners.registrations import Registration, RegistrationState
from bot.domain.rounds import Round

from .wording import PartnerWords

REMIND = Button(
    _("Tell me when the round opens"), "remind_round", {"kind": RoundKind.PARTNER.value}
)


class RegistrationSaid:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.registering = Registering(occasion)
        self.words = PartnerWords(occasion)

    # Before the first question

    def welcome(self) -> tuple[Phrase, ...]:
        """What it is good for (PL-19), and whether it can be done now."""
        return (
            _(
                "A partner library gives you ideas and peer support, another pair of eyes on your "
                "own work, and somebody whom it is easy to ask later on. Working together also "
                "lightens the load."
            ),
            *self.when(),
        )

    def when(self) -> tuple[Phrase, ...]:
        now = self.registering.round()
        if now is not None and now.window is not None:
            last = now.window.closes_on
            if now.is_open(self.occasion.today):
                return (_("You can register until {day:on}.", day=last),)
            return (
                _(
                    "The round closed {day:on}. As a coordinator you can still register a "
                    "library for it.",
                    day=last,
                ),
            )
        draft = _("You can write your registration now all the same, and I keep it as a draft.")
        return (self.opening(), draft)

    def opening(self) -> Phrase:
        window = self.next_round.window if self.next_round else None
        if window is None:
            return _("No round is open just now, and the next one has no dates yet.")
        return _("No round is open just now. The next one opens {day:on}.", day=window.opens_on)

    @property
    def next_round(self) -> Round | None:
        return self.registering.next_round()

    # When it is made

    def done(self, registration: Registration) -> Message:
        if registration.state is RegistrationState.DRAFT:
            return self.kept_as_draft(registration)
        place = self.words.place(registration.point)
        thanks = _("Thank you! {library} is now registered as a partner library.", library=place)
        return say(thanks, *self.next_steps(registration), buttons=acts(registration))

    def kept_as_draft(self, registration: Registration) -> Message:
        place = self.words.place(registration.point)
        kept = _("I have kept the registration of {library} as a draft.", library=place)
        return say(kept, self.opening(), buttons=(REMIND, *acts(registration)))

    def next_steps(self, registration: Registration) -> Iterator[Phrase]:
        """What happens next, in plain words (PL-8, PL-10, PL-11)."""
        this, today = self.registering.round(), self.occasion.today
        if this is not None and this.window is not None and this.is_open(today):
            yield _(
                "What happens next: the round closes {day:on}. Then AKE forms the pairs of "
                "libraries that are alike in size, near each other and have interests in common. "
                "I tell you here who your partner is.",
                day=this.window.closes_on,
            )
        if this is not None and this.info_session and self.occasion.now < this.info_session.ends:
            yield _(
                "AKE holds an info session for partner libraries {day:on}. I will send you an "
                "invitation.",
                day=this.info_session.begins,
            )
        yield _(
            "After that you visit each other, a day at a time. AKE pays the travel; daily "
            "allowances and meals are your own municipality's."
        )

    # When it is there already

    def there_already(self, registration: Registration) -> Message:
        """A second person sees what the first one wrote, and may change it (D-3)."""
        told = registration.told
        wish = _("What you would like to develop together: {wish}", wish=told.wish)
        cooperation = _("Whom you work with already: {cooperation}", cooperation=told.cooperation)
        return say(
            self.standing(registration),
            wish,
            *((cooperation,) if told.cooperation else ()),
            buttons=(*self.first_acts(registration), *acts(registration), *self.others()),
        )

    def standing(self, registration: Registration) -> Phrase:
        place, who = self.words.place(registration.point), self.contact(registration)
        match registration.state:
            case RegistrationState.DRAFT:
                return _("There is a draft of a registration for {library}.", library=place)
            case RegistrationState.WAITING:
                return _(
                    "{library} is on the waiting list for a partner, and goes first in the next "
                    "round. There is no need to register again.",
                    library=place,
                )
        if not who:
            return _("{library} was registered {day:on}.", library=place, day=registration.made_at)
        return _(
            "{library} was registered {day:on}. The contact person is {person}.",
            library=place,
            day=registration.made_at,
            person=who,
        )

    def contact(self, registration: Registration) -> str:
        people = self.occasion.records.people
        found = people.find(registration.contact) if registration.contact else None
        return found.name if found else ""

    def first_acts(self, registration: Registration) -> tuple[Button, ...]:
        if registration.state is not RegistrationState.DRAFT:
            return ()
        if self.registering.round() is None:
            return (REMIND,)
        given = {"registration": registration.id}
        return (Button(_("Look it over and send"), "change_registration", given, Weight.MAIN),)

    def others(self) -> tuple[Button, ...]:
        if len(self.registering.points()) < 2:
            return ()
        return (Button(_("Register another library"), "partner", {"other": "yes"}),)

    def changed(self, registration: Registration) -> Message:
        place = self.words.place(registration.point)
        if registration.state is RegistrationState.DRAFT:
            return self.kept_as_draft(registration)
        return say(
            _("The registration of {library} is up to date.", library=place),
            buttons=acts(registration),
        )


def acts(registration: Registration) -> tuple[Button, ...]:
    """What can be done with one that is open."""
    given = {"registration": registration.id}
    return (
        Button(_("Change the registration"), "change_registration", given),
        Button(_("Withdraw the registration"), "withdraw_registration", given, Weight.GRAVE),
    )
