"""The info session for partner libraries: the invitation, the answer, the reminder (PL-10)."""

from __future__ import annotations

from datetime import datetime

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Paper,
    Phrase,
    Weight,
    YesNo,
    _,
    just,
    say,
)
from bot.domain.ids import RoundId
from bot.domain.occasion import Occasion
from bot.domain.partners.informing import Informing
from bot.domain.rounds import Meeting, Round

WHICH = _("Which info session?")
WHEN = _("When is it?")


class InfoSaid:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.informing = Informing(occasion)

    def options(self) -> list[Option]:
        found = [(one.id, one.info_session) for one in self.informing.open_ones()]
        return [Option(key, just(session.begins)) for key, session in found if session]

    def times(self, season: RoundId) -> list[Option]:
        """When it is now: a notification that speaks of another time says nothing."""
        return [
            Option(one.info_session.begins.isoformat(), just(one.info_session.begins))
            for one in self.informing.open_ones()
            if one.id == season and one.info_session
        ]

    def when(self, meeting: Meeting) -> Phrase:
        zone = self.occasion.region.zone
        return _(
            "The info session for partner libraries is {day:on} and ends at {ends}.",
            day=meeting.begins,
            ends=meeting.ends.astimezone(zone).time(),
        )

    def where(self, season: RoundId) -> tuple[Phrase, ...]:
        session = self.informing.session(season)
        return (_("Where: {place}", place=session.place),) if session and session.place else ()


class InfoInvitation(Dialog, name="partner_info"):
    said: InfoSaid

    title = _("Info session")

    season = Choose[RoundId](WHICH)
    begins = Choose[str](WHEN)

    @season.options
    def open_ones(self) -> list[Option]:
        return self.said.options()

    @begins.options
    def as_it_is_now(self) -> list[Option]:
        return self.said.times(self.season)

    def submit(self) -> Message:
        given = {"season": self.season}
        yes = Button(_("I will come"), "partner_info_answer", given | {"comes": "yes"}, Weight.MAIN)
        no = Button(_("I cannot come"), "partner_info_answer", given | {"comes": "no"})
        begins = datetime.fromisoformat(self.begins)
        text = _(
            "You are invited to the info session for partner libraries {day:on}. There you hear "
            "how the visits are arranged, and you can ask anything. Will you come?",
            day=begins,
        )
        return say(text, *self.said.where(self.season), buttons=(yes, no))


class AnswerInvitation(Dialog, name="partner_info_answer", home_first=True, confirm=False):
    informing: Informing
    said: InfoSaid

    title = _("Info session")
    wishes = ("partner_info",)

    season = Choose[RoundId](WHICH)
    comes = YesNo(_("Will you come to the info session?"))

    @season.options
    def open_ones(self) -> list[Option]:
        options = self.said.options()
        if not options:
            raise Closed(say(_("There is no info session ahead to which you are invited.")))
        return options

    @season.presume
    def only_one(self) -> str | None:
        options = self.said.options()
        return options[0].value if len(options) == 1 else None

    def submit(self) -> Message:
        found = self.informing.answer(self.season, comes=self.comes)
        if not self.comes or found.info_session is None:
            return say(_("Thank you for telling. Ask AKE if anything is unclear to you."))
        return say(
            _("Welcome!"),
            self.said.when(found.info_session),
            *self.said.where(found.id),
            documents=(calendar(found),),
        )


class InfoReminder(Dialog, name="partner_info_reminder"):
    """On the day before, to those who said that they come."""

    informing: Informing
    said: InfoSaid

    title = _("Info session")

    season = Choose[RoundId](WHICH)
    begins = Choose[str](WHEN)

    @season.options
    def coming_to(self) -> list[Option]:
        return [option for option in self.said.options() if self.informing.comes_to(option.value)]

    @begins.options
    def as_it_is_now(self) -> list[Option]:
        return self.said.times(self.season)

    def submit(self) -> Message:
        begins = datetime.fromisoformat(self.begins)
        text = _("Remember the info session for partner libraries {day:on}.", day=begins)
        return say(text, *self.said.where(self.season))


def calendar(season: Round) -> Paper:
    return Paper(
        _("The info session for your calendar"), "info.ics", "info_session", {"season": season.id}
    )
