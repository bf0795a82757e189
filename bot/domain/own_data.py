"""What the bot keeps of a person: handed over to them, or forgotten, at their wish."""

from __future__ import annotations

from collections.abc import Mapping

from .claims.claims import Claim, ClaimState
from .ids import PersonId
from .occasion import Occasion

SETTLED = frozenset({ClaimState.DRAFT, ClaimState.INVOICED})
"""In these states nobody waits for anything from a claim's traveller."""


class ClaimsUnderWay(Exception):
    """AKE is still handling these claims, and may have to ask their traveller."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        super().__init__(*(claim.number for claim in claims))
        self.claims = claims


class OwnData:
    """The data of the one who acts (DS-1, DS-2)."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.records = occasion.records

    def everything(self) -> Mapping[str, object]:
        """All that names this person, as plain data by the kind of thing."""
        return self.records.own_data.everything(self.occasion.who.id)

    def numbers(self) -> Mapping[str, int]:
        """How many of each kind of thing there are."""
        kept = self.everything()
        return {kind: len(things) for kind, things in kept.items() if isinstance(things, list)}

    def under_way(self) -> tuple[Claim, ...]:
        mine = self.records.claims.of(self.occasion.who.id)
        return tuple(claim for claim in mine if claim.state not in SETTLED)

    def forget(self) -> None:
        """Forget this person for good. Raises ClaimsUnderWay.

        What is their library's or AKE's stays without them: visits, pairs, reports, and
        claims whose invoice has come.
        """
        if claims := self.under_way():
            raise ClaimsUnderWay(claims)
        self.records.own_data.forget(self.occasion.who.id, self.heir())

    def heir(self) -> PersonId | None:
        """Whose the pictures of this person's reports become: a coordinator's, as AKE has them."""
        others = self.records.people.coordinators()
        return next((one.id for one in others if one.id != self.occasion.who.id), None)
