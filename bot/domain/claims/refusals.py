"""What a person is refused, and what they can do about it.

ClaimRefused
├── OutOfTurn            the claim has gone on, or has not come there yet
├── NothingToClaim       no line that costs AKE anything
├── RateUnknown          no rate is known for these days: the claim stays a draft (D-15)
├── TripAhead            a trip that has not been made yet
├── ReasonMissing        AKE decides on these lines and needs a word about them
├── NotDeclared          the superior's approval, or "no other payer", is missing
├── DriverAsPassenger    nobody drives and rides at once
├── MoreThanAsked        AKE cannot approve more than was asked for
├── ReceiptTooLarge
├── ReceiptAlreadyThere
└── TooManyReceipts
"""

from __future__ import annotations

from datetime import date


class ClaimRefused(Exception):
    """A claim cannot go on like this; the dialog says why in the person's language."""


class OutOfTurn(ClaimRefused):
    """The claim stands elsewhere than whoever pressed the button thought."""


class NothingToClaim(ClaimRefused):
    """A claim with no line that costs anything."""


class RateUnknown(ClaimRefused):
    def __init__(self, days: tuple[date, ...]) -> None:
        super().__init__(", ".join(map(str, days)))
        self.days = days


class TripAhead(ClaimRefused):
    def __init__(self, day: date) -> None:
        super().__init__(str(day))
        self.day = day


class ReasonMissing(ClaimRefused):
    def __init__(self, numbers: tuple[int, ...]) -> None:
        super().__init__(", ".join(map(str, numbers)))
        self.numbers = numbers


class NotDeclared(ClaimRefused):
    """The superior's approval, or the word that nobody else pays, is missing."""


class DriverAsPassenger(ClaimRefused):
    """The traveller is named as a passenger of their own drive."""


class MoreThanAsked(ClaimRefused):
    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class NotAReceipt(ClaimRefused):
    def __init__(self, file_name: str) -> None:
        super().__init__(file_name)
        self.file_name = file_name


class ReceiptTooLarge(ClaimRefused):
    def __init__(self, size: int) -> None:
        super().__init__(str(size))
        self.size = size


class ReceiptAlreadyThere(ClaimRefused):
    def __init__(self, file_name: str) -> None:
        super().__init__(file_name)
        self.file_name = file_name


class TooManyReceipts(ClaimRefused):
    def __init__(self, most: int) -> None:
        super().__init__(str(most))
        self.most = most
