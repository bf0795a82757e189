"""What becomes of a cost and who pays it, in a sentence for each reason."""

from collections.abc import Mapping

from bot.dialog import Option, Phrase, _
from bot.domain.claims.cover import Cost, Cover, Payer, Reason, Ruling

REASONS: Mapping[Reason, Phrase] = {
    Reason.TRAVEL: _("AKE pays for the travel itself."),
    Reason.NAMED_MEMBER: _("AKE pays for the travel of the group’s named members."),
    Reason.AKE_LOOKS: _("AKE pays for this as a cost of the trip, after a look at it."),
    Reason.TAXI_NEEDS_REASON: _("AKE decides on a taxi by itself, and needs to know why one."),
    Reason.ONE_DAY_VISIT: _(
        "A visit takes one day, so a night is usually paid by your own municipality. "
        "Because of a long way AKE can decide otherwise: tell why."
    ),
    Reason.MEETING_LODGING: _(
        "A night because of a meeting is usually paid by your own municipality. "
        "AKE can decide otherwise: tell why."
    ),
    Reason.AGREED_BEFOREHAND: _("AKE pays for this if it was agreed with AKE beforehand."),
    Reason.DAILY_ALLOWANCE: _(
        "AKE does not pay daily allowances. Your own municipality may pay one by its own "
        "practice: tell your employer about it."
    ),
    Reason.MEALS: _(
        "AKE does not pay for meals. Your own municipality may pay by its own practice: "
        "tell your employer about it."
    ),
    Reason.CATERING: _(
        "AKE does not refund lunches, coffee or gifts. Where AKE arranges the meeting, it orders "
        "the catering itself; otherwise your own municipality decides."
    ),
    Reason.WELLBEING: _(
        "AKE does not pay for a wellbeing programme. The library’s own municipality can pay for it."
    ),
    Reason.SUBSTITUTE_PAY: _(
        "AKE does not pay for substitutes: the ministry’s grant does not allow it. "
        "Your own municipality pays their wages."
    ),
    Reason.JOINT_TRANSPORT: _(
        "AKE arranges joint transport to this itself when it is needed, so there is nothing "
        "to claim."
    ),
}

COVERS: Mapping[Cover, Phrase] = {
    Cover.COVERED: _("Is paid"),
    Cover.ASKED: _("AKE decides"),
    Cover.OWN_MUNICIPALITY: _("Own municipality"),
    Cover.NOT_COVERED: _("Is not paid"),
}
PAYERS: Mapping[Payer, Phrase] = {
    Payer.AKE: _("AKE"),
    Payer.OWN_MUNICIPALITY: _("Own municipality"),
    Payer.AKE_ARRANGES: _("AKE, which orders it itself"),
}
COSTS: Mapping[Cost, Phrase] = {
    Cost.OWN_CAR: _("Own car"),
    Cost.PASSENGER: _("Passengers in my car"),
    Cost.TICKET: _("Tickets"),
    Cost.TAXI: _("Taxi"),
    Cost.PARKING: _("Parking"),
    Cost.ROAD_FERRY: _("Road ferry"),
    Cost.LODGING: _("Lodging"),
    Cost.PER_DIEM: _("Daily allowance"),
    Cost.MEAL: _("A meal"),
    Cost.CATERING: _("Lunch for others, coffee or gifts"),
    Cost.WELLBEING: _("Wellbeing programme"),
    Cost.SUBSTITUTE: _("A substitute"),
}
FEES = (
    *(Cost.PARKING, Cost.ROAD_FERRY, Cost.LODGING, Cost.PER_DIEM, Cost.MEAL),
    *(Cost.CATERING, Cost.WELLBEING, Cost.SUBSTITUTE),
)
"""What may come to mind besides the way itself, in this order."""


def why(ruling: Ruling) -> Phrase:
    return REASONS[ruling.reason]


def fee_options() -> list[Option]:
    return [Option(cost, COSTS[cost]) for cost in FEES]
