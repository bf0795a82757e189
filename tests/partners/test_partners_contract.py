"""What both databases promise of partner libraries."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from bot.app import House
from bot.conversation.ports import Overtaken
from bot.domain.ids import PairId, PartnerVisitId, ReportId, fresh
from bot.domain.partners.desk_book import Solved, Stale, Wish, WishKind
from bot.domain.partners.info_sessions import InfoSession
from bot.domain.partners.pairing_desk import PairingDesk
from bot.domain.partners.pairs import Member, Pair, PairedAlready
from bot.domain.partners.registrations import RegistrationState, RegistrationTaken
from bot.domain.partners.reports import Report
from bot.domain.partners.visits import AT_LEAST, Consent, Notice, Outline, PartnerVisit
from tests.houses import COORDINATOR
from tests.visits.acting import acting

from .acts import confirm, point, points, register, solved

pytestmark = pytest.mark.contract
DAY = date(2026, 4, 14)


def test_a_registration_is_kept_whole(both_houses: House) -> None:
    """Everything a library told comes back as it was told."""
    made = register(
        both_houses,
        "019",
        "Digitukea",
        cooperation="Liedon kanssa",
        swedish=True,
        staff=4,
        dates="toukokuu",
        restriction="ei yöpymisiä",
        reach="aura@kirjasto.example",
    )
    with acting(both_houses, COORDINATOR) as occasion:
        assert occasion.records.registrations.find(made.id) == made
        assert occasion.records.registrations.open_at(point("019")) == made


def test_two_registrations_at_once_end_as_one(both_houses: House) -> None:
    """Of two colleagues who send at the same moment one is told that the other was quicker."""
    made = register(both_houses, "019")
    second = replace(made, id=type(made.id)(fresh()))
    with acting(both_houses, COORDINATOR) as occasion:
        with pytest.raises(RegistrationTaken):
            occasion.records.registrations.keep(second)
        gone = replace(made, state=RegistrationState.WITHDRAWN)
        occasion.records.registrations.keep(gone)
        occasion.records.registrations.keep(second)
        assert occasion.records.registrations.open_at(point("019")) == second


def test_many_at_once_end_as_one(both_houses: House) -> None:
    """However many threads register one library, it is registered once."""
    registration = replace(register(both_houses, "480"), point=point("019"))
    with acting(both_houses, COORDINATOR):
        pass  # known by now, so that the threads do not meet in making them known

    def once(number: int) -> bool:
        one = replace(registration, id=type(registration.id)(f"{number}"))
        try:
            with acting(both_houses, COORDINATOR) as occasion:
                occasion.records.registrations.keep(one)
        except RegistrationTaken:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(once, range(4))) == 1


def test_a_library_is_in_one_active_pair(both_houses: House) -> None:
    """A second pair cannot be kept before the first has ended (D-5)."""
    made = [register(both_houses, code) for code in ("019", "480")]
    season = made[0].round
    assert season is not None
    members = tuple(Member(each.point, each.id) for each in made)
    first = Pair(PairId("first"), season, members, DAY)
    second = replace(first, id=PairId("second"))
    with acting(both_houses, COORDINATOR) as occasion:
        pairs = occasion.records.pairs
        pairs.keep(first)
        with pytest.raises(PairedAlready):
            pairs.keep(second)
        ended = replace(first, ended_on=DAY)
        pairs.keep(ended)
        pairs.keep(second)
        assert pairs.active_at(point("019")) == second
        assert pairs.all() == (ended, second)


def test_the_desk_has_a_revision(both_houses: House) -> None:
    """A proposal is kept for one revision; what changes meanwhile makes it stale."""
    for code in ("019", "480"):
        register(both_houses, code)
    proposal, revision = solved(both_houses)
    lock = Wish(WishKind.LOCK, points("019", "480"))
    with acting(both_houses, COORDINATOR) as occasion:
        book = occasion.records.desk_book
        assert (book.revision(), book.solved(revision)) == (revision, proposal)
        book.hold(PairingDesk(occasion).round.id, frozenset({lock}))
    register(both_houses, "050")
    with acting(both_houses, COORDINATOR) as occasion:
        book = occasion.records.desk_book
        assert book.revision() > revision
        assert book.solved(book.revision()) is None
        with pytest.raises(Stale):
            book.claim(revision)
        with pytest.raises(Overtaken):
            book.keep(Solved((), ()), revision)
    kept, _revision = solved(both_houses)
    assert list(kept.prices) == [lock]


def test_a_visit_is_kept_whole(both_houses: House) -> None:
    """With its outline, its notice and its report; a change on an older state is refused."""
    for code in ("019", "480"):
        register(both_houses, code)
    [pair] = confirm(both_houses)
    visit = PartnerVisit(
        id=PartnerVisitId(fresh()),
        pair=pair.id,
        host=point("019"),
        guests=(point("480"),),
        made_at=both_houses.clock.now(),
        asked_by=point("480"),
        suggested=(DAY, date(2026, 4, 15)),
    )
    with acting(both_houses, COORDINATOR) as occasion:
        visits = occasion.records.partner_visits
        visits.keep(visit)
        kept = visits.find(visit.id)
        assert kept == replace(visit, revision=1)
        told = replace(
            kept,
            day=DAY,
            suggested=(),
            outline=Outline(AT_LEAST, "Klo 9", wellbeing=True),
            notice=Notice(DAY, 4, "junalla", late=True),
            consent=Consent.ASKED,
        )
        visits.keep(told)
        assert visits.find(visit.id) == replace(told, revision=2)
        with pytest.raises(Overtaken):
            visits.keep(told)


def test_a_library_has_one_report_of_a_visit(both_houses: House) -> None:
    """Written anew it takes the place of the first; a colleague who was quicker is heeded."""
    for code in ("019", "480"):
        register(both_houses, code)
    [pair] = confirm(both_houses)
    visit = PartnerVisit(
        PartnerVisitId(fresh()),
        pair.id,
        point("019"),
        (point("480"),),
        both_houses.clock.now(),
        point("480"),
        day=DAY,
    )
    report = Report(
        ReportId(fresh()),
        visit.id,
        point("480"),
        None,
        "Hieno päivä",
        publish=True,
        made_at=both_houses.clock.now(),
        links="https://example.org",
        pictures=("0" * 32, "1" * 32),
    )
    with acting(both_houses, COORDINATOR) as occasion:
        occasion.records.partner_visits.keep(visit)
        reports = occasion.records.reports
        reports.keep(report)
        reports.keep(replace(report, text="Vielä hienompi"))
        assert reports.of(visit.id) == (replace(report, text="Vielä hienompi"),)
        found = occasion.records.partner_visits.find(visit.id)
        assert found is not None
        assert found.reported
    with acting(both_houses, COORDINATOR) as occasion, pytest.raises(Overtaken):
        occasion.records.reports.keep(replace(report, id=ReportId(fresh())))


def test_the_last_answer_to_an_invitation_counts(both_houses: House) -> None:
    """Yes and then no is no."""
    season = register(both_houses, "019").round
    assert season is not None
    with acting(both_houses, "aino") as occasion:
        sessions = occasion.records.info_sessions
        session = InfoSession(season, "https://example.org/info", both_houses.clock.now())
        sessions.keep(session)
        sessions.keep(session)
        assert sessions.find(season) == session
        for comes in (True, False):
            sessions.answer(season, occasion.who.id, comes)
        assert sessions.answers(season) == {occasion.who.id: False}
