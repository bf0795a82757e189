"""Report a visit to AKE in one's own words (PL-17)."""

from bot.dialog import (
    Attach,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Rejected,
    Text,
    YesNo,
    _,
    say,
)
from bot.domain.ids import PartnerVisitId
from bot.domain.partners.reporting import NotAPicture, Reporting, Written
from bot.domain.partners.reports import Report

from .show_visit import claim
from .visit_choices import WHICH, PartnerVisitChoices
from .wording import PartnerWords


class ReportVisit(Dialog, name="report", review=True, home_first=True):
    """The same library's report can be written anew until AKE has what it needs."""

    reporting: Reporting
    choices_of: PartnerVisitChoices
    words: PartnerWords

    title = _("Report of a visit")
    commands = ("raportti", "rapport")
    wishes = ("visit_report",)

    visit = Choose[PartnerVisitId](WHICH)
    text = Text(
        _("How was the visit? Write in your own words."),
        most=3000,
        hint=_(
            "For example what you did, what you learned, how many of you there were, and what "
            "you will do next."
        ),
    )
    links = Text(
        _("Would you like to add links, to a blog post or to pictures for example?"),
        most=500,
        default="",
    )
    pictures = Attach(
        _("Would you like to add pictures?"),
        default=(),
        hint=_("Make sure that those in them agree to it. You can skip this."),
    )
    publish = YesNo(
        _("May AKE publish the report?"),
        hint=_("On the libraries' extranet, for others to learn from."),
    )

    @visit.options
    def held(self) -> list[Option]:
        visits = self.reporting.visits()
        if not visits:
            none = _("There is no visit to report yet. You can report from the day of the visit.")
            raise Closed(say(none))
        return self.words.visit_options(visits)

    @visit.presume
    def only_one(self) -> str | None:
        return self.choices_of.only(self.reporting.unreported())

    @pictures.check
    def are_pictures(self, pictures: tuple[str, ...]) -> None:
        try:
            self.reporting.check_pictures(self.visit, pictures)
        except NotAPicture:
            raise Rejected(_("Only pictures of your own can be added here.")) from None

    @property
    def was(self) -> Report | None:
        return self.reporting.own(self.visit)

    @text.presume
    def text_kept(self) -> str | None:
        return self.was.text if self.was else None

    @links.presume
    def links_kept(self) -> str | None:
        return self.was.links if self.was else None

    @pictures.presume
    def pictures_kept(self) -> str | None:
        return ",".join(self.was.pictures) if self.was else None

    @publish.presume
    def publish_kept(self) -> str | None:
        return ("yes" if self.was.publish else "no") if self.was else None

    def submit(self) -> Message:
        written = Written(self.text, self.publish, self.links, self.pictures)
        self.reporting.report(self.visit, written)
        visit = self.reporting.visiting.find(self.visit)
        thanks = _("Thank you! AKE has the report now.")
        claims = _("If you have not claimed the travel costs yet, you can do it here.")
        return say(thanks, claims, buttons=(claim(visit),))
