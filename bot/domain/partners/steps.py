"""The six steps of a visit, and which of them waits (PL-16)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .visits import PartnerVisit


class Step(StrEnum):
    DAY = "day"
    OUTLINE = "outline"
    NOTICE = "notice"
    TRAVEL = "travel"
    CLAIM = "claim"
    REPORT = "report"


class Standing(StrEnum):
    DONE = "done"
    NEXT = "next"
    LATER = "later"


def is_done(step: Step, visit: PartnerVisit, today: date) -> bool:
    """Claims are each traveller's own, so a visit knows of none (PL-16, step 5)."""
    match step:
        case Step.DAY:
            return visit.day is not None
        case Step.OUTLINE:
            return visit.outline is not None
        case Step.NOTICE:
            return visit.notice is not None
        case Step.TRAVEL:
            return visit.is_over(today)
        case Step.CLAIM:
            return False
    return visit.reported


def next_step(visit: PartnerVisit, today: date) -> Step | None:
    """What the libraries do next. After the visit only its report is waited for."""
    if visit.cancelled or visit.reported:
        return None
    if visit.is_over(today):
        return Step.REPORT
    return next(step for step in Step if not is_done(step, visit, today))


def standings(visit: PartnerVisit, today: date) -> dict[Step, Standing]:
    """All six, as they are shown."""
    following = next_step(visit, today)
    return {step: standing(step, following, visit, today) for step in Step}


def standing(step: Step, following: Step | None, visit: PartnerVisit, today: date) -> Standing:
    if is_done(step, visit, today):
        return Standing.DONE
    claimable = step is Step.CLAIM and visit.took_place(today)
    return Standing.NEXT if step is following or claimable else Standing.LATER
