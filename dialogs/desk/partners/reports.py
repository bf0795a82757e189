"""Reports of partners' visits, for AKE to read and to take out as a workbook."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Paper,
    Phrase,
    Row,
    Table,
    Weight,
    _,
    as_is,
    just,
    n_,
    say,
)
from bot.domain.files import KeptFile
from bot.domain.ids import PartnerVisitId, ReportId
from bot.domain.occasion import Occasion
from bot.domain.partners.visit_desk import PartnerVisitDesk, Reported
from dialogs.partners.wording import PartnerWords

SHOWN = 25
"""How many reports are listed; the workbook has them all."""
NONE = say(_("There are no reports of visits yet."))


class ReportWords:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.words = PartnerWords(occasion)

    def title(self, reported: Reported) -> Phrase:
        """Whose report it is, and of which visit."""
        return _(
            "{library}: {visit}",
            library=self.words.place(reported.report.point),
            visit=self.words.visit(reported.visit),
        )

    def publish(self, reported: Reported) -> Phrase:
        return _("May be published") if reported.report.publish else _("Only for AKE")


class ListReports(Dialog, name="partner_reports", confirm=False):
    desk: PartnerVisitDesk
    words: ReportWords

    title = _("Reports of visits")
    desk_wishes = ("partner_reports",)

    def submit(self) -> Message:
        found = self.desk.reports()
        if not found:
            return NONE
        head = (_("Report"), _("Publishing"))
        caption = n_("One report", "{count} reports", len(found))
        table = Table(caption, head, tuple(map(self.row, found[:SHOWN])))
        years = sorted({each.year for each in found}, reverse=True)
        return say(tables=(table,), documents=tuple(map(workbook, years)))

    def row(self, reported: Reported) -> Row:
        title = self.words.title(reported)
        read = Button(
            _("Read: {report}", report=title), "read_report", {"report": reported.report.id}
        )
        return Row((title, self.words.publish(reported)), (read,))


class ReadReport(Dialog, name="read_report", confirm=False):
    desk: PartnerVisitDesk
    words: ReportWords

    title = _("A report")

    report = Choose[ReportId](_("Which report?"), search=True)

    @report.options
    def there(self) -> list[Option]:
        found = self.desk.reports()
        if not found:
            raise Closed(NONE)
        return [Option(each.report.id, self.words.title(each)) for each in found]

    def submit(self) -> Message:
        found = self.desk.report(self.report)
        links = (as_is(found.report.links),) if found.report.links else ()
        pictures = tuple(picture(found, kept) for kept in self.desk.pictures(self.report))
        return say(
            self.words.title(found),
            as_is(found.report.text),
            *links,
            self.words.publish(found),
            buttons=(Button(_("Reports of visits"), "partner_reports"),),
            pictures=pictures,
        )


class ReportCame(Dialog, name="partner_report_came"):
    desk: PartnerVisitDesk
    words: PartnerWords

    title = _("A report has come")

    visit = Choose[PartnerVisitId](_("Which visit?"))

    @visit.options
    def reported(self) -> list[Option]:
        found = self.desk.one(self.given.get("visit"))
        return self.words.visit_options(one for one in found if one.reported)

    def submit(self) -> Message:
        visit = self.desk.find(self.visit)
        read = tuple(
            Button(
                _("Read: {report}", report=just(self.words.place(report.point))),
                "read_report",
                {"report": report.id},
                Weight.MAIN,
            )
            for report in self.desk.reports_of(visit)
        )
        text = _("There is a report of a visit: {visit}.", visit=self.words.visit(visit))
        return say(text, buttons=read)


def workbook(year: int) -> Paper:
    title = _("The reports of {year} as a workbook", year=str(year))
    return Paper(title, f"reports-{year}.xlsx", "partner_reports", {"year": str(year)})


def picture(reported: Reported, kept: KeptFile) -> Paper:
    facts = {"report": reported.report.id, "file": kept.id}
    return Paper(_("A picture of the visit"), kept.name, "report_picture", facts)
