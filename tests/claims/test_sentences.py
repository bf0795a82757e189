"""Whatever the domain can say of a claim, there is a whole sentence for it in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.dialog import Phrase
from bot.domain.claims import refusals
from bot.domain.claims.claims import ClaimState
from bot.domain.claims.cover import Cost, Cover, Payer, Reason
from bot.domain.claims.errands import ErrandKind
from bot.domain.claims.expenses import ExpenseKind
from bot.domain.claims.flags import Flag, FlagKind
from bot.domain.claims.legs import Mode
from bot.domain.claims.members import Problem
from bot.domain.claims.refusals import ClaimRefused
from bot.language.speak import Speech
from dialogs.claims.refused import refused
from dialogs.claims.who_pays import COSTS, COVERS, FEES, PAYERS, REASONS
from dialogs.claims.wording import COMES_NEXT, EXPENSES, KINDS, MODES, STATES
from dialogs.desk.claims.flags import flagged
from dialogs.desk.claims.members import PROBLEMS
from tests.domain.claims.trips import AINO

DAY = date(2026, 2, 25)
SPEECHES = [Speech(language, ZoneInfo("Europe/Helsinki")) for language in ("fi", "sv")]
GIVEN: dict[type[ClaimRefused], tuple[object, ...]] = {
    refusals.RateUnknown: ((DAY,),),
    refusals.TripAhead: (DAY,),
    refusals.ReasonMissing: ((1,),),
    refusals.MoreThanAsked: (1,),
    refusals.NotAReceipt: ("kuitti.exe",),
    refusals.ReceiptTooLarge: (1,),
    refusals.ReceiptAlreadyThere: ("kuitti.pdf",),
    refusals.TooManyReceipts: (10,),
}


def translated(phrase: Phrase) -> None:
    finnish, swedish = (say(phrase) for say in SPEECHES)
    assert finnish
    assert swedish
    assert phrase.text != finnish or phrase.text == "AKE"


@pytest.mark.parametrize("kind", ClaimRefused.__subclasses__())
def test_each_refusal_says_why(kind: type[ClaimRefused]) -> None:
    """A refusal that somebody adds needs a sentence, or this fails."""
    translated(refused(kind(*GIVEN.get(kind, ()))))


@pytest.mark.parametrize("kind", FlagKind)
@pytest.mark.parametrize("direct", [True, False])
def test_each_flag_is_a_sentence(kind: FlagKind, *, direct: bool) -> None:
    """AKE reads what was noticed, whatever it is."""
    km = Decimal("182.5")
    translated(
        flagged(
            Flag(kind, 1, day=DAY, who=AINO, km=km, expected=km, direct=direct), "AKE-2026-0007"
        )
    )


def test_each_word_of_the_table_has_a_text() -> None:
    """Costs, rulings, reasons, payers, ways, fees, states, kinds and faults of lists."""
    for texts, words in (
        (REASONS, Reason),
        (COVERS, Cover),
        (PAYERS, Payer),
        (COSTS, Cost),
        (MODES, Mode),
        (EXPENSES, ExpenseKind),
        (KINDS, ErrandKind),
        (STATES, ClaimState),
        (COMES_NEXT, ClaimState),
        (PROBLEMS, Problem),
    ):
        assert set(texts) == set(words)
        for phrase in texts.values():
            translated(phrase)


def test_all_that_can_be_asked_for_besides_the_way_is_listed() -> None:
    """Also what AKE does not pay: whoever looks for it reads who does."""
    ways = {Cost.OWN_CAR, Cost.PASSENGER, Cost.TICKET, Cost.TAXI}
    assert set(FEES) == set(Cost) - ways
