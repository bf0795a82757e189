"""The figures of a claim, which are never nought."""

from decimal import Decimal

from bot.dialog import Amount, Kilometres, Option, Rejected, _

Choices = tuple[Option, ...] | None


class Paid(Amount):
    """What was paid for something."""

    def read(self, given: str, choices: Choices) -> int:
        if not (cents := super().read(given, choices)):
            raise Rejected(_("If it cost nothing, there is nothing to claim for it."))
        return cents


class Driven(Kilometres):
    """How far was driven."""

    def read(self, given: str, choices: Choices) -> Decimal:
        if not (km := super().read(given, choices)):
            raise Rejected(_("How many kilometres was it? Write for example 57,5."))
        return km
