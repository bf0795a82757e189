"""Record the meetings and the job rotations that people may claim for (TC-2, TC-3)."""

from datetime import date

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Day,
    Dialog,
    Message,
    Option,
    Rejected,
    Row,
    Table,
    Text,
    YesNo,
    _,
    just,
    say,
)
from bot.domain.claims.errand_desk import ErrandDesk
from bot.domain.claims.errands import ErrandId
from bot.domain.claims.known_errands import Errands
from bot.domain.ids import MunicipalityCode, NetworkKey, ServicePointId
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from dialogs.claims.card import ClaimCard
from dialogs.options import library_options

WAYS = (
    Button(_("Record a meeting"), "record_meeting"),
    Button(_("Record a job rotation"), "record_rotation"),
)


class ErrandList(Dialog, name="errands", confirm=False):
    desk: ErrandDesk
    errands: Errands
    card: ClaimCard

    title = _("Meetings and rotations")

    def submit(self) -> Message:
        rows = tuple(
            Row(
                (self.card.errand_title(self.errands.known(one)), just(one.who)),
                (
                    Button(
                        _("Remove {day:short}", day=one.first), "remove_errand", {"errand": one.id}
                    ),
                ),
            )
            for one in self.desk.recorded()
        )
        if not rows:
            return say(_("No meetings or job rotations have been recorded."), buttons=WAYS)
        head = (_("Trip"), _("Who"))
        table = Table(_("Meetings and rotations of the last year"), head, rows)
        return say(tables=(table,), buttons=WAYS)


class RecordMeeting(Dialog, name="record_meeting"):
    desk: ErrandDesk
    errands: Errands
    libraries: Libraries
    card: ClaimCard

    title = _("Record a meeting")

    group = Choose[NetworkKey](_("Which group met?"), search=True)
    place = Choose[ServicePointId](_("At which library?"), search=True)
    day = Day(_("On which day?"))

    @group.options
    def groups(self) -> list[Option]:
        return [Option(one.key, just(one.name)) for one in self.desk.groups()]

    @place.options
    def places(self) -> list[Option]:
        return library_options(self.libraries.all())

    def submit(self) -> Message:
        meeting = self.errands.known(self.desk.record_meeting(self.group, self.place, self.day))
        told = _("Recorded. The group’s members may claim for it once the day has come.")
        return say(self.card.errand_title(meeting), told, buttons=WAYS)


class RecordRotation(Dialog, name="record_rotation"):
    occasion: Occasion
    desk: ErrandDesk
    errands: Errands
    libraries: Libraries
    card: ClaimCard

    title = _("Record a job rotation")

    who = Text(_("Who goes?"), most=80, hint=_("First name and last name."))
    employer = Choose[MunicipalityCode](_("Which municipality do they work for?"), search=True)
    place = Choose[ServicePointId](_("To which library do they go?"), search=True)
    first = Day(_("Which is the first day?"))
    last = Day(_("Which is the last day?"))

    @employer.options
    def towns(self) -> list[Option]:
        towns = self.occasion.region.municipalities.values()
        return [Option(one.code, just(one.name)) for one in towns]

    @place.options
    def places(self) -> list[Option]:
        return library_options(self.libraries.all())

    @last.check
    def not_before(self, last: date) -> None:
        if last < self.first:
            raise Rejected(_("The last day cannot be before the first."))

    def submit(self) -> Message:
        made = self.desk.record_rotation(self.who, self.employer, self.place, self.first, self.last)
        told = _("Recorded. {who} may claim for it once the day has come.", who=self.who)
        return say(self.card.errand_title(self.errands.known(made)), told, buttons=WAYS)


class RemoveErrand(Dialog, name="remove_errand", confirm=False):
    desk: ErrandDesk
    errands: Errands
    card: ClaimCard

    title = _("Remove a trip")

    errand = Choose[ErrandId](_("Which trip?"), search=True)
    sure = YesNo(_("Shall I remove it? Claims that were made for it stay."))

    @errand.options
    def recorded(self) -> list[Option]:
        recorded = self.desk.recorded()
        if not recorded:
            raise Closed(say(_("No meetings or job rotations have been recorded."), buttons=WAYS))
        return [Option(one.id, self.card.errand_title(self.errands.known(one))) for one in recorded]

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, it stays."), buttons=WAYS)
        self.desk.remove(self.errand)
        return say(_("Removed."), buttons=WAYS)
