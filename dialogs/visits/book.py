"""Book a visit of AKE: of its informaticians, of its director, or to present the networks."""

from dataclasses import replace
from datetime import date

from bot.dialog import (
    Choose,
    ChooseMany,
    Closed,
    Count,
    Day,
    Dialog,
    Message,
    Option,
    Rejected,
    Text,
    TimeOfDay,
    YesNo,
    _,
)
from bot.domain.ids import ConsortiumKey, ServicePointId
from bot.domain.visits.booking import HasVisit, VisitBooking
from bot.domain.visits.visits import (
    BoardMeeting,
    DayTaken,
    Media,
    Spoken,
    Topics,
    Visit,
    VisitKind,
    VisitLength,
)
from dialogs.options import library_options

from .choices import LANGUAGES_SPOKEN, MEDIA, STAY, WHOLE_DAY, ChooseDay, VisitChoices, just_taken
from .said import VisitSaid


class BookVisit(Dialog, name="visit", home_first=True):
    booking: VisitBooking
    choices_of: VisitChoices
    said: VisitSaid

    title = _("Book an AKE visit")
    commands = ("varaa-vierailu", "boka-besok")
    wishes = ("book_visit",)

    kind = Choose[VisitKind](_("What kind of visit would you like?"))
    host = Choose[ServicePointId](_("Which library would we come to?"), search=True)
    day = ChooseDay(_("Which day suits you?"), search=True)
    length = Choose[VisitLength](STAY, default=VisitLength.WHOLE, hint=WHOLE_DAY)
    joined_by = ChooseMany[ServicePointId](
        _("Will libraries near you join in?"),
        search=True,
        default=(),
        hint=_("A joint visit is a good way to meet. I tell those you name. You can skip this."),
    )
    wished = Text(
        _("Which months or weeks would suit you?"),
        hint=_("AKE's coordinators then suggest a day."),
    )
    consortium = Choose[ConsortiumKey](_("To which board would we present the networks?"))
    meeting_day = Day(_("On which day does the board meet?"))
    meeting_time = TimeOfDay(_("At what time should we be there?"))
    remote = YesNo(_("Is it a remote meeting?"))
    place = Text(_("Where does the board meet?"), most=200)
    joy = Text(_("What would you like to show us with pride?"), most=1000)
    problem = Text(_("Which problem should we think over together?"), most=1000, default="")
    topics = Text(_("Is there anything else you would like to talk about?"), most=1000, default="")
    officials = YesNo(_("Shall we invite leading officials of the municipality too?"))
    thought_over = YesNo(_("Have you thought this over together with the whole staff?"))
    staff = Count(_("How many of you will take part?"), least=1, most=200)
    media = Choose[Media](_("May we interview you for the libraries' stories, and film?"), MEDIA)
    spoken = Choose[Spoken](_("In which language shall we hold the visit?"), LANGUAGES_SPOKEN)

    # What is asked about which kind

    @day.when
    @length.when
    @joined_by.when
    @joy.when
    @problem.when
    @thought_over.when
    @media.when
    def informaticians_come(self) -> bool:
        return self.kind == VisitKind.INFORMATICIANS

    topics.when(lambda self: bool(self.kind))

    @wished.when
    @officials.when
    def director_comes(self) -> bool:
        return self.kind == VisitKind.DIRECTOR

    @consortium.when
    @meeting_day.when
    @meeting_time.when
    @remote.when
    def board_meets(self) -> bool:
        return self.kind == VisitKind.PRESENTATION

    @place.when
    def meets_somewhere(self) -> bool:
        return self.board_meets() and not self.remote

    @staff.when
    def at_a_library(self) -> bool:
        return not self.board_meets()

    # What may be answered, and what is known already

    @kind.options
    def kinds(self) -> list[Option]:
        return self.choices_of.kinds()

    @kind.check
    def can_be_had(self, kind: VisitKind) -> None:
        self.choices_of.check(kind)

    @host.options
    def hosts(self) -> list[Option]:
        return library_options(self.booking.hosts(self.kind))

    @host.presume
    def only_one(self) -> str | None:
        hosts = self.booking.hosts(self.kind)
        return hosts[0].id if len(hosts) == 1 else None

    @host.check
    def has_none_ahead(self, host: ServicePointId) -> None:
        self.choices_of.check_host(self.kind, host)

    @day.options
    def free(self) -> list[Option]:
        return self.choices_of.days(self.host)

    @day.check
    def suits(self, day: str) -> None:
        self.choices_of.check_suits(self.host, day)

    @length.options
    def lengths(self) -> list[Option]:
        return self.choices_of.lengths(self.host)

    @joined_by.options
    def near(self) -> list[Option]:
        return self.choices_of.guests(self.host)

    @consortium.options
    def consortia(self) -> list[Option]:
        return self.choices_of.consortia()

    @consortium.presume
    def own_consortium(self) -> str | None:
        options = self.choices_of.consortia()
        return options[0].value if len(options) == 1 else None

    @meeting_day.check
    def ahead(self, day: date) -> None:
        self.choices_of.check_ahead(day)

    @spoken.presume
    def own_language(self) -> str | None:
        return self.choices_of.language

    def submit(self) -> Message:
        try:
            return self.said.asked_for(self.booking.book(self.filled()))
        except DayTaken:
            raise Rejected(just_taken(self.day), at=BookVisit.day) from None
        except HasVisit as there:
            raise Closed(self.said.has_one(there.visit)) from None

    def filled(self) -> Visit:
        told = replace(
            self.booking.draft(VisitKind(self.kind), self.host),
            spoken=Spoken(self.spoken),
            staff=self.staff if self.at_a_library() else None,
        )
        match told.kind:
            case VisitKind.INFORMATICIANS:
                return replace(
                    told,
                    day=date.fromisoformat(self.day),
                    length=VisitLength(self.length),
                    guests=tuple(sorted(self.joined_by)),
                    topics=Topics(self.joy, self.problem, self.topics, self.thought_over),
                    media=Media(self.media),
                )
            case VisitKind.DIRECTOR:
                topics = Topics(other=self.topics)
                return replace(told, wished=self.wished, officials=self.officials, topics=topics)
            case VisitKind.PRESENTATION:
                place = "" if self.remote else self.place
                meeting = BoardMeeting(self.consortium, self.meeting_time, place)
                return replace(
                    told, day=self.meeting_day, meeting=meeting, topics=Topics(other=self.topics)
                )
