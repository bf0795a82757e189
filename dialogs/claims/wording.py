"""What claims, their errands and their lines are called, in dialogs and on papers alike."""

from bot.dialog import Phrase, _, n_
from bot.domain.claims.claims import ClaimState, Item
from bot.domain.claims.errands import Errand, ErrandKind
from bot.domain.claims.expenses import Expense, ExpenseKind
from bot.domain.claims.legs import Leg, Mode

KINDS = {
    ErrandKind.PARTNER_VISIT: _("Visit to a partner library"),
    ErrandKind.GROUP_MEETING: _("Working group meeting"),
    ErrandKind.JOB_ROTATION: _("Job rotation"),
    ErrandKind.OTHER: _("Another trip"),
}
EXPENSES = {
    ExpenseKind.PARKING: _("Parking"),
    ExpenseKind.ROAD_FERRY: _("Road ferry"),
    ExpenseKind.LODGING: _("Lodging"),
    ExpenseKind.SUBSTITUTE: _("A substitute"),
}


def when(errand: Errand) -> Phrase:
    if errand.first == errand.last:
        return _("{day:bare}", day=errand.first)
    return _("{first:bare}–{last:bare}", first=errand.first, last=errand.last)


def what(item: Item) -> Phrase:
    """How one went, or what was paid for, without a name of a person."""
    if isinstance(item, Expense):
        return EXPENSES[item.kind]
    count = len(item.tickets)
    match item.mode:
        case Mode.OWN_CAR:
            return drive(item)
        case Mode.PASSENGER:
            return _("As a passenger")
        case Mode.TRAIN:
            return n_("Train, one ticket", "Train, {count} tickets", count)
        case Mode.BUS:
            return n_("Bus, one ticket", "Bus, {count} tickets", count)
        case Mode.FERRY:
            return n_("Ferry, one ticket", "Ferry, {count} tickets", count)
        case Mode.TAXI:
            return n_("Taxi, one trip", "Taxi, {count} trips", count)


def drive(leg: Leg) -> Phrase:
    if not leg.passengers:
        return _("Own car")
    return n_("Own car, one passenger", "Own car, {count} passengers", len(leg.passengers))


STATES = {
    ClaimState.DRAFT: _("Draft"),
    ClaimState.SUBMITTED: _("Waiting for AKE"),
    ClaimState.RETURNED: _("Returned"),
    ClaimState.APPROVED: _("Approved"),
    ClaimState.INVOICED: _("Invoiced"),
}
COMES_NEXT = {
    ClaimState.DRAFT: _("This is a draft. Nothing has been sent to AKE."),
    ClaimState.SUBMITTED: _("AKE has the claim and will look at it."),
    ClaimState.RETURNED: _("AKE asks you to look at the claim again and to submit it anew."),
    ClaimState.APPROVED: _("AKE has approved the claim. Your municipality can send the invoice."),
    ClaimState.INVOICED: _("AKE has received the invoice. The claim is done."),
}
MODES = {
    Mode.OWN_CAR: _("My own car"),
    Mode.PASSENGER: _("In somebody else’s car"),
    Mode.TRAIN: _("Train"),
    Mode.BUS: _("Bus"),
    Mode.FERRY: _("Ship or ferry"),
    Mode.TAXI: _("Taxi"),
}
