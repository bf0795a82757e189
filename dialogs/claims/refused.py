"""Why a claim cannot go on like this, in a sentence for each refusal."""

from bot.dialog import Phrase, _, n_
from bot.domain.claims.receipts import MOST_BYTES
from bot.domain.claims.refusals import (
    ClaimRefused,
    DriverAsPassenger,
    MoreThanAsked,
    NotAReceipt,
    NotDeclared,
    NothingToClaim,
    OutOfTurn,
    RateUnknown,
    ReasonMissing,
    ReceiptAlreadyThere,
    ReceiptTooLarge,
    TooManyReceipts,
    TripAhead,
)

from .written import driver_named


def refused(refusal: ClaimRefused) -> Phrase:
    """Raises NotImplementedError for a refusal that nobody has found words for."""
    return about_trip(refusal) or about_receipt(refusal) or about_decision(refusal)


def about_trip(refusal: ClaimRefused) -> Phrase | None:
    match refusal:
        case NothingToClaim():
            return _("There is nothing to pay yet. Add how you travelled, or a fee.")
        case RateUnknown(days=days):
            return rate_unknown(days[0].year)
        case TripAhead(day=day):
            return _("The trip is still ahead, {day:on}. Submit the claim after it.", day=day)
        case ReasonMissing():
            return _(
                "AKE decides on some of the lines by itself. Change them and tell why they "
                "were needed."
            )
        case NotDeclared():
            return _(
                "I can submit the claim when your superior has approved the trip and nobody else "
                "pays for it."
            )
        case DriverAsPassenger():
            return driver_named()
    return None


def rate_unknown(year: int) -> Phrase:
    return _(
        "The kilometre rate of {year} is not known yet, and I do not guess it. The claim stays "
        "a draft, and AKE has been told.",
        year=year,
    )


def about_receipt(refusal: ClaimRefused) -> Phrase | None:
    match refusal:
        case NotAReceipt(file_name=name):
            return _("{name} is not a PDF or a picture. I take PDF, JPEG, PNG and HEIC.", name=name)
        case ReceiptTooLarge():
            most = MOST_BYTES // 1024 // 1024
            return _("The file is too large: {most} MB is the most.", most=most)
        case ReceiptAlreadyThere(file_name=name):
            return _("{name} is attached already.", name=name)
        case TooManyReceipts(most=most):
            return n_(
                "A claim takes one receipt at most.",
                "A claim takes {count} receipts at most.",
                most,
            )
    return None


def about_decision(refusal: ClaimRefused) -> Phrase:
    match refusal:
        case OutOfTurn():
            return _("The claim has gone on meanwhile. This is how it stands now.")
        case MoreThanAsked():
            return _("No more can be approved than was asked for.")
    raise NotImplementedError(type(refusal).__name__)
