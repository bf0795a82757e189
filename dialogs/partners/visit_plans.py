"""The outline of a visit's day, the notice to AKE, and calling a visit off."""

from bot.dialog import (
    Button,
    Choose,
    ChooseMany,
    Closed,
    Count,
    Dialog,
    Message,
    Option,
    Phrase,
    Rejected,
    Text,
    Weight,
    YesNo,
    _,
    say,
)
from bot.domain.ids import PartnerVisitId
from bot.domain.partners.visiting import Visiting
from bot.domain.partners.visits import AT_LEAST, AT_WILL, Item, Outline

from .plan_visit import show
from .visit_choices import WHICH, PartnerVisitChoices
from .wording import ITEMS


class DraftOutline(Dialog, name="partner_outline", review=True, home_first=True):
    choices_of: PartnerVisitChoices
    visiting: Visiting

    title = _("Outline of the day")

    visit = Choose[PartnerVisitId](WHICH)
    least = ChooseMany[Item](
        _("What will the day hold?"),
        [Option(item, ITEMS[item]) for item in AT_LEAST],
        hint=_("These belong to every visit. Choose all of them, so that nothing is forgotten."),
    )
    will = ChooseMany[Item](
        _("And what else would you like to do?"),
        [Option(item, ITEMS[item]) for item in AT_WILL],
        default=(),
    )
    words = Text(
        _("What would you like to write down of the day?"),
        most=2000,
        default="",
        hint=_("Times and places, for example. You can skip this."),
    )
    wellbeing = YesNo(
        _("Do you combine the visit with a wellbeing programme?"),
        default=False,
        hint=_("Your municipalities pay for it, and there has to be time for library matters too."),
    )

    @visit.options
    def ahead_of_us(self) -> list[Option]:
        return self.choices_of.options(self.visiting.ahead())

    @visit.presume
    def only_one(self) -> str | None:
        return self.choices_of.only(self.visiting.ahead())

    @least.check
    def nothing_is_missing(self, least: tuple[Item, ...]) -> None:
        """PL-13."""
        missing = tuple(ITEMS[item] for item in Outline(least).missing)
        if missing:
            raise Rejected(_("A visit also needs this: {items}.", items=missing))

    @property
    def was(self) -> Outline | None:
        return self.visiting.find(self.visit).outline

    @least.presume
    def least_kept(self) -> str | None:
        return ",".join(AT_LEAST) if self.was else None

    @will.presume
    def will_kept(self) -> str | None:
        return ",".join(item for item in self.was.items if item in AT_WILL) if self.was else None

    @words.presume
    def words_kept(self) -> str | None:
        return self.was.words if self.was else None

    @wellbeing.presume
    def wellbeing_kept(self) -> str | None:
        return ("yes" if self.was.wellbeing else "no") if self.was else None

    def submit(self) -> Message:
        outline = Outline((*self.least, *self.will), self.words, self.wellbeing)
        visit = self.visiting.draft(self.visit, outline)
        notice = Button(
            _("Tell AKE of the plans"), "partner_notice", {"visit": visit.id}, Weight.MAIN
        )
        first = (notice,) if visit.day else ()
        kept = _("The outline is kept, and your partner sees it too.")
        return say(kept, *self.paid(), buttons=(*first, show(visit)))

    def paid(self) -> tuple[Phrase, ...]:
        if not self.wellbeing:
            return ()
        return (_("Your own municipalities pay for the wellbeing programme."),)


class NotifyAke(Dialog, name="partner_notice", home_first=True):
    """Host, guest, day and outline are known: what is asked is who travel, and how (D-12)."""

    choices_of: PartnerVisitChoices
    visiting: Visiting

    title = _("Tell AKE of the plans")
    wishes = ("partner_notice",)

    visit = Choose[PartnerVisitId](WHICH)
    participants = Count(
        _("How many of you travel?"),
        least=1,
        most=200,
        hint=_("The number is enough; no names are needed."),
    )
    travel = Text(
        _("How will you travel?"),
        most=500,
        hint=_("By train, with two cars of our own, for example."),
    )

    @visit.options
    def with_day(self) -> list[Option]:
        return self.choices_of.options(self.choices_of.to_notify())

    @visit.presume
    def only_one(self) -> str | None:
        return self.choices_of.only(self.choices_of.to_notify())

    @visit.check
    def has_outline(self, visit: PartnerVisitId) -> None:
        if self.visiting.find(visit).outline is None:
            draft = Button(
                _("Draft the outline of the day"), "partner_outline", {"visit": visit}, Weight.MAIN
            )
            first = _("AKE would like to see the outline of the day too. Draft it first.")
            raise Closed(say(first, buttons=(draft,)))

    def submit(self) -> Message:
        visit = self.visiting.notify(self.visit, self.participants, self.travel)
        late = visit.notice is not None and visit.notice.late
        thanks = _("Thank you! AKE now knows of the visit.")
        hint = _("Next time, please tell AKE before the day of the visit.")
        return say(thanks, *((hint,) if late else ()), buttons=(show(visit),))


class CancelPartnerVisit(Dialog, name="cancel_partner_visit", home_first=True):
    """Also afterwards, where a visit did not take place."""

    choices_of: PartnerVisitChoices
    visiting: Visiting

    title = _("Cancel a visit")

    visit = Choose[PartnerVisitId](WHICH)
    sure = YesNo(_("Shall I cancel the visit?"))
    why = Text(_("What shall I tell your partner as the reason?"), most=300, default="")

    @visit.options
    def unreported(self) -> list[Option]:
        one = self.visiting.one(self.given.get("visit"))
        visits = one or self.visiting.mine()
        return self.choices_of.options(
            visit for visit in visits if not (visit.cancelled or visit.reported)
        )

    @why.when
    def is_cancelled(self) -> bool:
        return self.sure

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, the visit stays as it is."))
        self.visiting.cancel(self.visit, self.why)
        return say(_("The visit is cancelled, and I tell your partner."))
