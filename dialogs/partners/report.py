"""Report a visit to AKE in one's own words (PL-17)."""

from bot.dialog import (
    Attach,
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Rejected,
    Text,
    YesNo,
    _,
    n_,
    say,
)
from bot.domain.ids import PartnerVisitId, ServicePointId
from bot.domain.partners.reporting import NotAPicture, Reporting, Written
from bot.domain.partners.reports import Report
from bot.domain.partners.visits import PartnerVisit
from bot.domain.people import Person

from .show_visit import claims
from .visit_choices import WHICH, PartnerVisitChoices
from .wording import PartnerWords


class ReportVisit(Dialog, name="report", review=True, home_first=True):
    """The same library's report can be written anew until AKE has what it needs."""

    who: Person
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
        except NotAPicture as wrong:
            raise Rejected(self.refused(wrong.names)) from None

    def refused(self, names: tuple[str, ...]) -> Phrase:
        if not names:
            return _("Only pictures of your own can be added here.")
        return n_(
            "{names} is not a picture. Leave it out; pictures end in .jpg or .png, for example.",
            "These are not pictures: {names}. Leave them out; pictures end in .jpg or .png, for "
            "example.",
            len(names),
            names=names,
        )

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
        hint = _("If you have not claimed the travel costs yet, you can do it here.")
        travelled = claims(visit, self.who)
        return say(
            thanks,
            *((hint,) if travelled else ()),
            *self.still_to_go(visit),
            buttons=(*travelled, *self.return_visits(visit)),
        )

    def still_to_go(self, visit: PartnerVisit) -> tuple[Phrase, ...]:
        """At least one visit each way (D-11)."""
        return tuple(
            _("Nobody has planned a visit to {library} yet.", library=self.words.place(point))
            for point in self.unvisited(visit)
        )

    def return_visits(self, visit: PartnerVisit) -> tuple[Button, ...]:
        return tuple(
            Button(_("Plan the return visit"), "plan_partner_visit", given)
            for given in ({"pair": visit.pair, "host": one} for one in self.unvisited(visit)[:1])
        )

    def unvisited(self, visit: PartnerVisit) -> tuple[ServicePointId, ...]:
        """Members of the active pair that nobody visits."""
        found = [one for one in self.reporting.partnership.one(visit.pair) if one.active]
        visits = self.reporting.records.partner_visits.of_pairs([visit.pair])
        hosts = {one.host for one in visits if not one.cancelled}
        return tuple(point for pair in found for point in pair.points if point not in hosts)
