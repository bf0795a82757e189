"""Libraries and coordinators acting on the domain itself, with no conversation in between."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from bot.app import House
from bot.domain.ids import PartnerVisitId, PersonId, ReportId, ServicePointId, fresh
from bot.domain.occasion import Occasion
from bot.domain.pairing.candidates import Members
from bot.domain.partners.confirming import Confirming
from bot.domain.partners.desk_book import Solved
from bot.domain.partners.pairing_desk import PairingDesk
from bot.domain.partners.pairs import Pair
from bot.domain.partners.registering import Registering
from bot.domain.partners.registrations import Registration, Told
from bot.domain.partners.reports import Report
from bot.domain.partners.visits import PartnerVisit
from bot.domain.reckoning import Unreckoned
from tests.houses import COORDINATOR
from tests.visits.acting import acting, settle

MAIN = "main"


def point(code: str) -> ServicePointId:
    return ServicePointId(f"{code}-{MAIN}")


def points(*codes: str) -> Members:
    return frozenset(map(point, codes))


def worker(house: House, code: str) -> str:
    """Somebody who works at a municipality's main library."""
    settle(house, f"worker{code}", point(code))
    return f"worker{code}"


def register(house: House, code: str, wish: str = "digituki", **told: object) -> Registration:
    with acting(house, worker(house, code)) as occasion:
        return Registering(occasion).register(point(code), Told(wish, **told))  # type: ignore[arg-type]


def solved(house: House) -> tuple[Solved, int]:
    """The proposal and its revision, worked out between two transactions as a turn does it."""
    reckoned: dict[Hashable, object] = {}
    while True:
        try:
            with acting(house, COORDINATOR) as occasion:
                desk = PairingDesk(with_reckoned(occasion, reckoned))
                return desk.solved(), desk.revision
        except Unreckoned as asked:
            reckoned[asked.about] = asked.work()


def with_reckoned(occasion: Occasion, reckoned: dict[Hashable, object]) -> Occasion:
    return Occasion(occasion.who, occasion.region, occasion.now, occasion.records, reckoned)


def confirm(house: House, only: Iterable[str] | None = None) -> tuple[Pair, ...]:
    """Confirm what the desk proposes now, or one pair of it."""
    _proposal, revision = solved(house)
    with acting(house, COORDINATOR) as occasion:
        return Confirming(occasion).confirm(revision, points(*only) if only else None)


def reported(house: House, writer: PersonId, picture: str) -> None:
    """Somebody has written of a visit of their library and its partner, with one picture."""
    for code in ("019", "480"):
        register(house, code)
    [pair] = confirm(house)
    at, host, guest = house.clock.now(), point("019"), point("480")
    visit = PartnerVisit(PartnerVisitId(fresh()), pair.id, host, (guest,), at, guest, day=at.date())
    told = Report(
        ReportId(fresh()),
        visit.id,
        guest,
        writer,
        "Hieno päivä",
        publish=True,
        made_at=at,
        pictures=(picture,),
    )
    with acting(house, COORDINATOR) as occasion:
        occasion.records.partner_visits.keep(visit)
        occasion.records.reports.keep(told)
