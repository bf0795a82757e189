"""Change what a library has told of a visit: all is read back, and changed an answer at a time."""

from collections.abc import Callable
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
    Text,
    TimeOfDay,
    YesNo,
    _,
    say,
)
from bot.domain.ids import ServicePointId, VisitId
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.changes import VisitChanges
from bot.domain.visits.visits import Media, Spoken, Topics, Visit, VisitKind, VisitLength

from .choices import LANGUAGES_SPOKEN, MEDIA, STAY, VisitChoices, visit_options
from .move import alone, found
from .said import VisitSaid, acts
from .told import answers
from .wording import VisitWords


def kept(question: str) -> Callable[["EditVisit"], str | None]:
    """What the visit has for an answer now, in its wire form."""
    return lambda dialog: answers(dialog.now).get(question)


def of(*kinds: VisitKind) -> Callable[["EditVisit"], bool]:
    return lambda dialog: dialog.now.kind in kinds


class EditVisit(Dialog, name="edit_visit", review=True):
    seen: VisitsSeen
    changes: VisitChanges
    choices_of: VisitChoices
    words: VisitWords
    said: VisitSaid

    title = _("Change a visit")
    wishes = ("edit_visit",)

    visit = Choose[VisitId](_("Which visit would you like to change?"))
    wished = Text(_("Which months or weeks would suit you?"))
    meeting_day = Day(_("On which day does the board meet?"))
    meeting_time = TimeOfDay(_("At what time should we be there?"))
    place = Text(
        _("Where does the board meet?"),
        most=200,
        default="",
        hint=_("Skip this where it is a remote meeting."),
    )
    length = Choose[VisitLength](STAY)
    joined_by = ChooseMany[ServicePointId](
        _("Will libraries near you join in?"), search=True, default=()
    )
    joy = Text(_("What would you like to show us with pride?"), most=1000)
    problem = Text(_("Which problem should we think over together?"), most=1000, default="")
    topics = Text(_("Is there anything else you would like to talk about?"), most=1000, default="")
    officials = YesNo(_("Shall we invite leading officials of the municipality too?"))
    thought_over = YesNo(_("Have you thought this over together with the whole staff?"))
    staff = Count(_("How many of you will take part?"), least=1, most=200)
    media = Choose[Media](_("May we interview you for the libraries' stories, and film?"), MEDIA)
    spoken = Choose[Spoken](_("In which language shall we hold the visit?"), LANGUAGES_SPOKEN)

    wished.when(of(VisitKind.DIRECTOR))
    wished.presume(kept("wished"))
    meeting_day.when(of(VisitKind.PRESENTATION))
    meeting_day.presume(kept("meeting_day"))
    meeting_time.when(of(VisitKind.PRESENTATION))
    meeting_time.presume(kept("meeting_time"))
    place.when(of(VisitKind.PRESENTATION))
    place.presume(kept("place"))
    length.when(of(VisitKind.INFORMATICIANS))
    length.presume(kept("length"))
    joined_by.when(of(VisitKind.INFORMATICIANS))
    joined_by.presume(kept("joined_by"))
    joy.when(of(VisitKind.INFORMATICIANS))
    joy.presume(kept("joy"))
    problem.when(of(VisitKind.INFORMATICIANS))
    problem.presume(kept("problem"))
    topics.presume(kept("topics"))
    officials.when(of(VisitKind.DIRECTOR))
    officials.presume(kept("officials"))
    thought_over.when(of(VisitKind.INFORMATICIANS))
    thought_over.presume(kept("thought_over"))
    staff.when(of(VisitKind.INFORMATICIANS, VisitKind.DIRECTOR))
    staff.presume(kept("staff"))
    media.when(of(VisitKind.INFORMATICIANS))
    media.presume(kept("media"))
    spoken.presume(kept("spoken"))

    @property
    def now(self) -> Visit:
        return found(self.changes, self.visit)

    @visit.options
    def mine(self) -> list[Option]:
        mine = self.seen.mine()
        if not mine:
            raise Closed(self.said.nothing_ahead())
        return visit_options(self.words, mine)

    @visit.presume
    def only_one(self) -> str | None:
        return alone(self.mine())

    @visit.check
    def in_time(self, visit: VisitId) -> None:
        found(self.changes, visit)

    @meeting_day.check
    def ahead(self, day: date) -> None:
        self.choices_of.check_ahead(day)

    @length.options
    def lengths(self) -> list[Option]:
        return self.choices_of.lengths(self.now.host)

    @joined_by.options
    def near(self) -> list[Option]:
        return self.choices_of.guests(self.now.host)

    def submit(self) -> Message:
        visit, changed = self.now, self.changed()
        if visit.asks_anew(changed):
            changed = self.changes.ask_anew(changed)
            text = _("Changed. AKE's coordinators will answer the new wish, and I tell you here.")
        else:
            changed = self.changes.edit(changed)
            text = _(
                "The details of the visit are changed: {visit}.", visit=self.words.title(changed)
            )
        return say(text, buttons=acts(changed))

    def changed(self) -> Visit:
        told = replace(self.now, spoken=Spoken(self.spoken))
        match told.kind:
            case VisitKind.INFORMATICIANS:
                return replace(
                    told,
                    length=VisitLength(self.length),
                    guests=tuple(sorted(self.joined_by)),
                    topics=Topics(self.joy, self.problem, self.topics, self.thought_over),
                    media=Media(self.media),
                    staff=self.staff,
                )
            case VisitKind.DIRECTOR:
                topics = Topics(other=self.topics)
                return replace(
                    told,
                    wished=self.wished,
                    officials=self.officials,
                    topics=topics,
                    staff=self.staff,
                )
            case VisitKind.PRESENTATION:
                meeting = told.meeting and replace(
                    told.meeting, begins=self.meeting_time, place=self.place
                )
                topics = Topics(other=self.topics)
                return replace(told, day=self.meeting_day, meeting=meeting, topics=topics)
