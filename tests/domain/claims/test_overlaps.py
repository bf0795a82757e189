"""No kilometre is paid twice without AKE being told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.claims.claims import Amount, Claim
from bot.domain.claims.legs import Leg, Mode, Stop
from bot.domain.claims.overlaps import OverlapKind, overlaps
from bot.domain.claims.progress import approve
from bot.domain.claims.travellers import Traveller
from bot.domain.ids import MunicipalityCode, PersonId

from .trips import (
    AINO,
    DAY,
    EERO,
    MINNA,
    PORI,
    RAUMA,
    SALO,
    TURKU,
    claim_of,
    drive,
    handed_in,
    ride,
    route,
)

HOMES = (TURKU, PORI, SALO)
CERTAIN = {OverlapKind.TRAVELLED_TWICE, OverlapKind.PAID_AND_RODE, OverlapKind.RODE_TWICE}


@dataclass(frozen=True)
class Car:
    """A driver and riders who went from one home to the host, on one day or two."""

    driver: Traveller
    riders: tuple[Traveller, ...]
    home: MunicipalityCode
    stays: bool

    @property
    def legs(self) -> tuple[Leg, ...]:
        if not self.stays:
            return (drive("100", *self.riders, stops=route(self.home, RAUMA, self.home)),)
        there, back = route(self.home, RAUMA), route(RAUMA, self.home)
        next_day = DAY + timedelta(days=1)
        return (
            drive("50", *self.riders, stops=there),
            drive("50", *self.riders, number=2, stops=back, day=next_day),
        )


@st.composite
def groups(draw: st.DrawFn) -> tuple[Car, ...]:
    """Up to twenty people shared out among cars; some known to the bot, some only by name."""
    count = draw(st.integers(2, 20))
    known = draw(st.integers(0, 2**count - 1))
    people = [
        Traveller(f"Kirjastolainen {n}", PersonId(f"p{n}") if known >> n & 1 else None)
        for n in range(count)
    ]
    cars = []
    while people:
        size = draw(st.integers(1, min(5, len(people))))
        (driver, *riders), people = people[:size], people[size:]
        home = draw(st.sampled_from(HOMES))
        cars.append(Car(driver, tuple(riders), home, draw(st.booleans())))
    return tuple(cars)


def claims_of(cars: Iterable[Car]) -> list[Claim]:
    return [claim_of(car.driver, *car.legs) for car in cars]


def times_paid(claims: Iterable[Claim]) -> Counter[tuple[str, date, str, str]]:
    """How often each person is paid for each hop of each day, counted the plain way."""
    return Counter(
        (who.name.casefold(), leg.day, one.place, other.place)
        for claim in claims
        for leg in claim.legs
        for who in (claim.traveller, *leg.passengers)
        for one, other in zip(leg.stops, leg.stops[1:], strict=False)
    )


def certain(claims: Iterable[Claim]) -> list[OverlapKind]:
    return [found.kind for found in overlaps(claims, RAUMA) if found.kind in CERTAIN]


@settings(max_examples=1000)
@given(groups(), st.data())
def test_a_thousand_groups(cars: tuple[Car, ...], data: st.DataObject) -> None:
    """Honest groups raise no alarm; one hop paid twice always does, whoever claims it."""
    claims = claims_of(cars)
    assert max(times_paid(claims).values()) == 1
    assert certain(claims) == []
    people = [one for car in cars for one in (car.driver, *car.riders)]
    who, home = data.draw(st.sampled_from(people)), data.draw(st.sampled_from(HOMES))
    riders = data.draw(st.lists(st.sampled_from(people), max_size=4, unique=True))
    riders = [one for one in riders if not one.is_same_as(who)]
    false = claim_of(
        Traveller(who.name.upper()), drive("100", *riders, stops=route(home, RAUMA, home)), key="x"
    )
    assert certain([*claims, false])
    if max(times_paid([*claims, false]).values()) > 1:
        assert any(found.touches(false.id) for found in overlaps([*claims, false]))


def test_the_passenger_who_claims_a_drive() -> None:
    """Two drivers where one car went: the driver names the other as a passenger."""
    (found,) = overlaps([claim_of(AINO, drive("142", EERO)), claim_of(EERO, drive("142"))])
    assert (found.kind, found.who, found.day) == (OverlapKind.PAID_AND_RODE, EERO, DAY)


def test_the_passenger_of_two_cars() -> None:
    """A passenger is paid for once."""
    claims = [claim_of(AINO, drive("142", MINNA)), claim_of(EERO, drive("142", MINNA))]
    kinds = {found.kind for found in overlaps(claims)}
    assert kinds == {OverlapKind.RODE_TWICE, OverlapKind.TWO_CARS}


def test_the_passenger_with_a_ticket() -> None:
    """Somebody paid for in a car has a train ticket of the same way."""
    claims = [claim_of(AINO, drive("142", EERO)), claim_of(EERO, ride(Mode.TRAIN, 1990))]
    assert certain(claims) == [OverlapKind.PAID_AND_RODE]


def test_the_same_drive_on_two_claims() -> None:
    """The same drive handed in twice, the second time by a longer road."""
    by_eura = (Stop("Turku", TURKU), Stop("Eura"), Stop("Rauma", RAUMA))
    claims = [
        claim_of(AINO, drive("71", stops=route(TURKU, RAUMA)), key="a"),
        claim_of(AINO, drive("95", stops=by_eura), key="b"),
    ]
    assert certain(claims) == [OverlapKind.TRAVELLED_TWICE]


def test_from_two_homes_to_one_host() -> None:
    """Nobody comes to the host twice on one day, wherever they say they started."""
    claims = [
        claim_of(AINO, drive("142", EERO)),
        claim_of(EERO, drive("100", stops=route(PORI, RAUMA))),
    ]
    assert overlaps(claims) == ()
    assert certain(claims) == [OverlapKind.PAID_AND_RODE]


def test_there_by_car_and_back_by_train() -> None:
    """A ride one way and a ticket the other way are both paid, with no alarm."""
    back = Leg(1, DAY, route(RAUMA, TURKU), Mode.BUS, tickets=ride(Mode.BUS, 1200).tickets)
    claims = [claim_of(AINO, drive("71", EERO, stops=route(TURKU, RAUMA))), claim_of(EERO, back)]
    assert overlaps(claims, RAUMA) == ()


def test_joining_on_the_way() -> None:
    """Somebody drives to the neighbour's and goes on as a passenger: each part is paid once."""
    driver = claim_of(
        AINO,
        drive("30", number=1, stops=route(SALO, TURKU)),
        drive("71", EERO, number=2, stops=route(TURKU, RAUMA)),
    )
    rider = claim_of(EERO, drive("15", stops=(Stop("Lieto"), Stop("Turku", TURKU))))
    assert overlaps([driver, rider], RAUMA) == ()


def test_two_cars_are_asked_about_only_where_one_had_room() -> None:
    """Two half-empty cars of one way are a question; two full ones are not."""
    half = [claim_of(AINO, drive("142")), claim_of(EERO, drive("142", MINNA))]
    riders = [Traveller(f"Kyytiläinen {n}") for n in range(4)]
    full = [claim_of(AINO, drive("142", *riders[:2])), claim_of(EERO, drive("142", *riders[2:]))]
    assert [found.kind for found in overlaps(half)] == [OverlapKind.TWO_CARS]
    assert overlaps(full) == ()


def test_a_line_left_out_is_not_paid() -> None:
    """What AKE did not agree to cannot be paid twice."""
    taxi = ride(Mode.TAXI, 3000, number=2, reason="Myöhästynyt bussi")
    taxi_only = approve(
        handed_in(claim_of(EERO, drive("142"), taxi)), today=DAY, amounts=(Amount(2, 3000),)
    )
    claims = [claim_of(AINO, drive("142", EERO)), taxi_only]
    assert {found.second.leg for found in overlaps(claims) if found.kind in CERTAIN} == {2}


def test_namesakes_stay_apart() -> None:
    """Two known people of one name are two people."""
    one, other = Traveller("Matti Meri", PersonId("m1")), Traveller("Matti Meri", PersonId("m2"))
    assert certain([claim_of(AINO, drive("142", one)), claim_of(EERO, drive("142", other))]) == []
