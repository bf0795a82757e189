"""Who pays what: the decision table of TC-1 to TC-11, D-13, D-14 and D-19."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .errands import ErrandKind
from .expenses import Expense, ExpenseKind
from .legs import Leg, Mode


class Cost(StrEnum):
    """Everything a person might want to put on a claim."""

    OWN_CAR = "own_car"
    PASSENGER = "passenger"
    TICKET = "ticket"
    TAXI = "taxi"
    PARKING = "parking"
    ROAD_FERRY = "road_ferry"
    LODGING = "lodging"
    PER_DIEM = "per_diem"
    MEAL = "meal"
    CATERING = "catering"
    WELLBEING = "wellbeing"
    SUBSTITUTE = "substitute"


class Cover(StrEnum):
    COVERED = "covered"
    ASKED = "asked"
    """AKE decides, on a word of reason."""
    OWN_MUNICIPALITY = "own_municipality"
    NOT_COVERED = "not_covered"


class Payer(StrEnum):
    AKE = "ake"
    OWN_MUNICIPALITY = "own_municipality"
    AKE_ARRANGES = "ake_arranges"
    """AKE orders it and pays the seller; there is nothing to claim."""


class Reason(StrEnum):
    """Why; a dialog has a sentence for each."""

    TRAVEL = "travel"
    NAMED_MEMBER = "named_member"
    AKE_LOOKS = "ake_looks"
    TAXI_NEEDS_REASON = "taxi_needs_reason"
    ONE_DAY_VISIT = "one_day_visit"
    MEETING_LODGING = "meeting_lodging"
    AGREED_BEFOREHAND = "agreed_beforehand"
    DAILY_ALLOWANCE = "daily_allowance"
    MEALS = "meals"
    CATERING = "catering"
    WELLBEING = "wellbeing"
    SUBSTITUTE_PAY = "substitute_pay"
    JOINT_TRANSPORT = "joint_transport"


@dataclass(frozen=True)
class Ruling:
    """What becomes of a cost, why, and who pays it."""

    cover: Cover
    reason: Reason
    payer: Payer

    @property
    def may_be_claimed(self) -> bool:
        return self.cover in (Cover.COVERED, Cover.ASKED)


_AKE, _OWN, _ARRANGED = Payer.AKE, Payer.OWN_MUNICIPALITY, Payer.AKE_ARRANGES

TRAVEL = Ruling(Cover.COVERED, Reason.TRAVEL, _AKE)
MEMBER = Ruling(Cover.COVERED, Reason.NAMED_MEMBER, _AKE)
LOOKED = Ruling(Cover.COVERED, Reason.AKE_LOOKS, _AKE)
TAXI = Ruling(Cover.ASKED, Reason.TAXI_NEEDS_REASON, _AKE)
ONEDAY = Ruling(Cover.ASKED, Reason.ONE_DAY_VISIT, _OWN)
NIGHT = Ruling(Cover.ASKED, Reason.MEETING_LODGING, _OWN)
AGREED = Ruling(Cover.ASKED, Reason.AGREED_BEFOREHAND, _AKE)
PERDIEM = Ruling(Cover.OWN_MUNICIPALITY, Reason.DAILY_ALLOWANCE, _OWN)
MEALS = Ruling(Cover.OWN_MUNICIPALITY, Reason.MEALS, _OWN)
TREAT = Ruling(Cover.NOT_COVERED, Reason.CATERING, _OWN)
SERVED = Ruling(Cover.NOT_COVERED, Reason.CATERING, _ARRANGED)
TYHY = Ruling(Cover.OWN_MUNICIPALITY, Reason.WELLBEING, _OWN)
STAND_IN = Ruling(Cover.NOT_COVERED, Reason.SUBSTITUTE_PAY, _OWN)
JOINT = Ruling(Cover.NOT_COVERED, Reason.JOINT_TRANSPORT, _ARRANGED)

# fmt: off
TABLE: Mapping[Cost, tuple[Ruling, Ruling, Ruling, Ruling]] = {
    #                  partner visit  group meeting  job rotation  other
    Cost.OWN_CAR:    ( TRAVEL,        MEMBER,        TRAVEL,       JOINT    ),
    Cost.PASSENGER:  ( TRAVEL,        TRAVEL,        TRAVEL,       JOINT    ),
    Cost.TICKET:     ( TRAVEL,        MEMBER,        TRAVEL,       JOINT    ),
    Cost.TAXI:       ( TAXI,          TAXI,          TAXI,         JOINT    ),
    Cost.PARKING:    ( LOOKED,        LOOKED,        LOOKED,       JOINT    ),
    Cost.ROAD_FERRY: ( LOOKED,        LOOKED,        LOOKED,       JOINT    ),
    Cost.LODGING:    ( ONEDAY,        NIGHT,         AGREED,       JOINT    ),
    Cost.PER_DIEM:   ( PERDIEM,       PERDIEM,       PERDIEM,      PERDIEM  ),
    Cost.MEAL:       ( MEALS,         MEALS,         MEALS,        MEALS    ),
    Cost.CATERING:   ( TREAT,         SERVED,        TREAT,        SERVED   ),
    Cost.WELLBEING:  ( TYHY,          TYHY,          TYHY,         TYHY     ),
    Cost.SUBSTITUTE: ( STAND_IN,      STAND_IN,      STAND_IN,     STAND_IN ),
}
# fmt: on

Exceptions = Mapping[tuple[ErrandKind, Cost], Ruling]
"""What a year's grant decision changes in the table (D-13)."""


def ruling(errand: ErrandKind, cost: Cost, exceptions: Exceptions | None = None) -> Ruling:
    column = tuple(ErrandKind).index(errand)
    return (exceptions or {}).get((errand, cost), TABLE[cost][column])


def cost_of(item: Leg | Expense) -> Cost:
    """Which row of the table a line of a claim stands on."""
    if isinstance(item, Expense):
        return OF_EXPENSE[item.kind]
    return OF_MODE[item.mode]


OF_EXPENSE = {
    ExpenseKind.PARKING: Cost.PARKING,
    ExpenseKind.ROAD_FERRY: Cost.ROAD_FERRY,
    ExpenseKind.LODGING: Cost.LODGING,
    ExpenseKind.SUBSTITUTE: Cost.SUBSTITUTE,
}
OF_MODE = {
    Mode.OWN_CAR: Cost.OWN_CAR,
    Mode.PASSENGER: Cost.PASSENGER,
    Mode.TRAIN: Cost.TICKET,
    Mode.BUS: Cost.TICKET,
    Mode.FERRY: Cost.TICKET,
    Mode.TAXI: Cost.TAXI,
}
