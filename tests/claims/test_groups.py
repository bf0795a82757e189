"""A thousand groups that travel together, and the desk that looks at their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from bot.app import House
from bot.domain.claims.checks import Surroundings, flags
from bot.domain.claims.claims import Claim, ClaimId, Declaration
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.claims.errands import ErrandId, ErrandKind
from bot.domain.claims.flags import Flag, FlagKind
from bot.domain.claims.legs import Leg, Mode
from bot.domain.claims.progress import approve, submit
from bot.domain.claims.totals import totals
from bot.domain.claims.travellers import Traveller
from tests.domain.claims.trips import PORI, RAUMA, SALO, TURKU, rates, route
from tests.houses import COORDINATOR
from tests.visits.acting import acting

GROUPS = 1000
FIRST = date(2024, 1, 1)
TWICE = {FlagKind.TRAVELLED_TWICE, FlagKind.PAID_AND_RODE, FlagKind.RODE_TWICE, FlagKind.DUPLICATE}


def group(number: int, chance: Random) -> list[Claim]:
    """Two to six people in one to three cars; often somebody is told of once too often."""
    people = [Traveller(f"Kirjastolainen {n}") for n in range(chance.randint(2, 6))]
    drivers = people[: chance.randint(1, min(3, len(people)))]
    day = FIRST + timedelta(days=number)
    claims = []
    for place, driver in enumerate(drivers):
        riders = [one for one in people if one != driver and chance.random() < 0.4]
        towns = chance.choice([(TURKU, RAUMA, TURKU), (PORI, RAUMA, PORI), (SALO, TURKU, RAUMA)])
        km = Decimal(chance.randint(1, 4000)) / 10
        leg = Leg(1, day, route(*towns), Mode.OWN_CAR, km, tuple(riders))
        claims.append(claim(f"{number}-{place}", number, driver, leg))
        if chance.random() < 0.2:
            claims.append(claim(f"{number}-{place}-again", number, driver, leg))
    return claims


def claim(key: str, number: int, who: Traveller, leg: Leg) -> Claim:
    errand = ErrandId(f"visit-{number}")
    made = Claim(ClaimId(key), ErrandKind.PARTNER_VISIT, who, TURKU, errand, items=(leg,))
    return made.declared(Declaration(approved=True, no_other_payer=True))


def handed_in(made: Claim, sequence: int) -> Claim:
    number, today = f"AKE-{sequence:05}", date(2026, 12, 1)
    return submit(made, totals(made, rates), number=number, today=today)


def paid(claims: list[Claim]) -> Counter[tuple[str, date, str, str]]:
    """How often each person's each hop of each day is paid, counted the plain way."""
    return Counter(
        (who.name, leg.day, one.place, other.place)
        for claim in claims
        for leg in claim.legs
        for who in (claim.traveller, *leg.passengers)
        for one, other in zip(leg.stops, leg.stops[1:], strict=False)
    )


def kinds(found: Iterable[Flag]) -> set[FlagKind]:
    return {flag.kind for flag in found}


def test_no_kilometre_is_paid_twice_without_a_word() -> None:
    """AKE approves what has no flag of its own, one by one as they come: nothing is paid twice."""
    chance = Random(GROUPS)  # noqa: S311 (groups, not secrets)
    came = stopped = 0
    for number in range(GROUPS):
        approved: list[Claim] = []
        for made in group(number, chance):
            came += 1
            claim = handed_in(made, came)
            around = Surroundings(date(2026, 12, 1), others=tuple(approved))
            if kinds(flags(claim, around)) & TWICE:
                stopped += 1
            else:
                approved.append(approve(claim, today=date(2026, 12, 2)))
        assert not [way for way, times in paid(approved).items() if times > 1]
    assert GROUPS / 4 < stopped < came / 2


def test_the_desk_sees_what_there_is_to_see(sqlite_house: House) -> None:
    """Out of all that is kept, it finds the claims that have to do with one another."""
    chance, sequence = Random(1), 0  # noqa: S311 (groups, not secrets)
    with acting(sqlite_house, COORDINATOR) as occasion:
        for number in range(40):
            claims = []
            for made in group(number, chance):
                sequence += 1
                claims.append(handed_in(made, sequence))
                occasion.records.claims.keep(claims[-1], since=0, sequence=sequence)
            for claim in claims:
                around = Surroundings(occasion.today, others=tuple(claims))
                seen = kinds(ClaimsDesk(occasion).flags(claim))
                assert seen & TWICE == kinds(flags(claim, around)) & TWICE
