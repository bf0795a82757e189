"""Visits of partners as AKE sees them: those ahead, the notices, and third visits to consent to."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Row,
    Table,
    Weight,
    YesNo,
    _,
    just,
    say,
)
from bot.domain.ids import PartnerVisitId
from bot.domain.occasion import Occasion
from bot.domain.partners.visit_desk import PartnerVisitDesk
from bot.domain.partners.visits import Consent, PartnerVisit
from dialogs.partners.plan_visit import show
from dialogs.partners.show_visit import PartnerVisitSaid
from dialogs.partners.visit_choices import WHICH
from dialogs.partners.wording import STATES, PartnerWords


class ListPartnerVisits(Dialog, name="partner_visits_ahead", confirm=False):
    desk: PartnerVisitDesk
    occasion: Occasion
    words: PartnerWords

    title = _("Partners' visits")
    desk_wishes = ("partner_visits_ahead",)

    def submit(self) -> Message:
        visits = self.desk.to_come()
        reports = Button(_("Reports of visits"), "partner_reports")
        if not visits:
            return say(_("No visits between partner libraries are ahead."), buttons=(reports,))
        head = (_("Visit"), _("Guests"), _("State"))
        rows = tuple(map(self.row, visits))
        return say(tables=(Table(_("Visits ahead"), head, rows),), buttons=(reports,))

    def row(self, visit: PartnerVisit) -> Row:
        guests, state = self.words.places(visit.guests), STATES[visit.state(self.occasion.today)]
        return Row((self.words.visit(visit), just(guests), state), (show(visit),))


class PartnerVisitNotified(Dialog, name="partner_visit_notified"):
    """Said to AKE when a notice comes, and when a visit it knows of gets another day (D-12)."""

    desk: PartnerVisitDesk
    words: PartnerWords
    said: PartnerVisitSaid

    title = _("Notice of a visit")

    visit = Choose[PartnerVisitId](WHICH)

    @visit.options
    def notified(self) -> list[Option]:
        found = self.desk.one(self.given.get("visit"))
        return self.words.visit_options(one for one in found if one.notice and not one.cancelled)

    def submit(self) -> Message:
        visit = self.desk.find(self.visit)
        text = _("Partner libraries tell of their visit: {visit}.", visit=self.words.visit(visit))
        return say(text, tables=(self.said.facts(visit),))


class ThirdVisitAsked(Dialog, name="partner_visit_consent"):
    """Said to AKE when partners have agreed on a third visit in one direction and year (D-11)."""

    desk: PartnerVisitDesk
    words: PartnerWords

    title = _("A third visit")

    visit = Choose[PartnerVisitId](WHICH)

    @visit.options
    def asking(self) -> list[Option]:
        wanted = self.given.get("visit")
        return self.words.visit_options(one for one in self.desk.asking() if one.id == wanted)

    def submit(self) -> Message:
        visit = self.desk.find(self.visit)
        text = _(
            "{guests} would like to visit {host} {day:on}: it is more than the second time this "
            "year. Does AKE pay for the travel?",
            guests=self.words.places(visit.guests),
            host=self.words.place(visit.host),
            day=visit.day or visit.made_at.date(),
        )
        given = {"visit": visit.id}
        yes = Button(
            _("AKE pays"), "decide_partner_visit", {**given, "allowed": "yes"}, Weight.MAIN
        )
        no = Button(_("AKE does not pay"), "decide_partner_visit", {**given, "allowed": "no"})
        return say(text, buttons=(yes, no, show(visit)))


class DecideThirdVisit(Dialog, name="decide_partner_visit", confirm=False):
    desk: PartnerVisitDesk
    words: PartnerWords

    title = _("A third visit")

    visit = Choose[PartnerVisitId](WHICH)
    allowed = YesNo(_("Does AKE pay for the travel of this visit? If not, I cancel it."))

    @visit.options
    def asking(self) -> list[Option]:
        visits = self.desk.asking()
        if not visits:
            raise Closed(say(_("No visit waits for AKE's consent.")))
        return self.words.visit_options(visits)

    def submit(self) -> Message:
        decided = self.desk.decide(self.visit, allowed=self.allowed)
        visit = self.words.visit(decided)
        if decided.consent is Consent.GIVEN and not decided.cancelled:
            return say(_("AKE consents, and I tell the libraries: {visit}.", visit=visit))
        return say(_("The visit is cancelled, and I tell the libraries: {visit}.", visit=visit))
