"""Claims, errands and lines to choose from."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Protocol

from bot.dialog import Button, Choose, Closed, Option, Phrase, _, say
from bot.domain.claims.claims import Claim, ClaimId
from bot.domain.claims.errands import Errand
from bot.domain.claims.own_claims import Claims
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed

from .card import ClaimCard
from .lines import line_name

WHICH = _("Which claim is it for?")


class ClaimChoices:
    """For the one who acts."""

    def __init__(self, occasion: Occasion) -> None:
        self.claims = Claims(occasion)
        self.card = ClaimCard(occasion)

    def open(self, wanted: str = "") -> list[Option]:
        """Claims that may be changed. Raises Closed where there is none, or not the wanted one."""
        if wanted:
            with suppress(NotAllowed):
                self.own_open(ClaimId(wanted))
        options = self.listed(self.claims.open())
        if not options:
            new = Button(_("New travel claim"), "claim")
            raise Closed(say(_("You have no claim that could be changed."), buttons=(new,)))
        return options

    def listed(self, claims: Iterable[Claim]) -> list[Option]:
        return [Option(claim.id, self.card.title(claim, self.errand(claim))) for claim in claims]

    def errand(self, claim: Claim) -> Errand | None:
        return self.claims.errand(claim)

    def only_one(self) -> str | None:
        own = self.claims.open()
        return own[0].id if len(own) == 1 else None

    def own_open(self, claim: ClaimId) -> Claim:
        """Raises Closed with how it stands where it cannot be changed any more."""
        try:
            found = self.claims.own(claim)
        except KeyError:
            raise NotAllowed(claim) from None
        if not found.is_open:
            raise Closed(self.card.message(found))
        return found

    def lines(self, claim: Claim) -> list[Option]:
        if not claim.items:
            raise Closed(self.card.message(claim))
        return [Option(str(item.number), line_name(item)) for item in claim.items]

    def days(self, claim: Claim) -> tuple[str, ...]:
        errand = self.errand(claim)
        if errand is None or errand.first != errand.last:
            return ()
        return (errand.first.isoformat(),)


class Among(Protocol):
    """A dialog about claims of the one who acts."""

    among: ClaimChoices
    given: Mapping[str, str]


class OpenClaim(Choose[ClaimId]):
    """Which of one's claims that may still be changed; not asked where there is only one."""

    def __init__(self, prompt: Phrase = WHICH) -> None:
        super().__init__(prompt)
        self.options(changeable)
        self.presume(only_one)


def changeable(dialog: Among) -> list[Option]:
    return dialog.among.open(dialog.given.get("claim", ""))


def only_one(dialog: Among) -> str | None:
    return dialog.among.only_one()
