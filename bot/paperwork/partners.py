"""The papers of partner libraries: the map of the pairs, reports, the info session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.conversation.papers import Papers
from bot.domain.files import FileId
from bot.domain.ids import ReportId, RoundId, ServicePointId
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.partners.informing import Informing
from bot.domain.partners.pairing_desk import PairingDesk
from bot.domain.partners.visit_desk import PartnerVisitDesk
from bot.domain.people import NotAllowed
from bot.domain.service_points import ServicePointKind
from bot.language.speak import Speech
from dialogs.desk.partners.pairing import round_name
from dialogs.proposal import WAITING, map_told

from .coffee import CALENDAR

if TYPE_CHECKING:
    from bot.papers.pair_map import Spot

SVG = "image/svg+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Facts = Mapping[str, str]
Made = tuple[bytes, str]
"""The content and its media type."""


def map_of_pairs(occasion: Occasion, facts: Facts) -> Made:
    """Of the proposal on the desk. Raises NotAllowed, KeyError where it is another by now."""
    from bot.papers.pair_map import Words, pair_map  # noqa: PLC0415 (when it is drawn)

    desk, say = PairingDesk(occasion), speech(occasion)
    solved = desk.kept()
    if solved is None or not desk.registrations or facts.get("revision") != str(desk.revision):
        raise KeyError("proposal")
    spots = [spot(point, occasion) for point in desk.registrations]
    names = {point: Libraries(occasion).find(point).name for point in desk.registrations}
    pairs = [[names[point] for point in group] for group in solved.groups]
    told = map_told(pairs, [names[point] for point in solved.waiting])
    words = Words(say(round_name(desk.round)), say(told), say(WAITING))
    return pair_map(spots, solved.groups, words, occasion.language), SVG


def spot(point: ServicePointId, occasion: Occasion) -> Spot:
    """Where the library is; where that is not known, in the middle of its municipality (D-8).

    A main library is called by its municipality: forty times "main library" hides the names.
    """
    from bot.papers.pair_map import Spot  # noqa: PLC0415 (when it is drawn)

    library = Libraries(occasion).find(point)
    town = occasion.region.municipality(library.municipality)
    at = library.coordinates or town.centre
    name = town.name if library.kind is ServicePointKind.MAIN else library.name
    return Spot(point, name, at.latitude, at.longitude)


def reports(occasion: Occasion, facts: Facts) -> Made:
    """A year's reports. Raises NotAllowed for all but coordinators, KeyError for no year."""
    from bot.papers.report_sheet import report_sheet  # noqa: PLC0415 (when it is drawn)

    if not facts["year"].isdecimal():
        raise KeyError("year")
    found = PartnerVisitDesk(occasion).reports(int(facts["year"]))
    libraries = Libraries(occasion)
    names = {one.id: one.name for one in libraries.known.values()}
    return report_sheet(found, names, occasion.today, speech(occasion)), XLSX


def picture(occasion: Occasion, facts: Facts) -> Made:
    """A report's. Raises NotAllowed for all but coordinators, KeyError where it is gone."""
    desk = PartnerVisitDesk(occasion)
    kept = {one.id: one for one in desk.pictures(ReportId(facts["report"]))}
    found = kept[FileId(facts["file"])]
    return occasion.records.files.content(found.id), found.media_type


def info_session(occasion: Occasion, facts: Facts) -> Made:
    """For those who are invited. Raises KeyError, NotAllowed."""
    from bot.papers.calendar import Publisher, calendar_file  # noqa: PLC0415 (when it is drawn)
    from bot.papers.info_entry import info_entry  # noqa: PLC0415

    informing, season = Informing(occasion), RoundId(facts["season"])
    found, session = informing.round(season), informing.session(season)
    if found is None or found.info_session is None:
        raise KeyError(season)
    if not informing.invited(season):
        raise NotAllowed(season)
    place = session.place if session else ""
    entry = info_entry(season, found.info_session, place, speech(occasion))
    return calendar_file((entry,), Publisher(occasion.region.key), made=occasion.now), CALENDAR


def speech(occasion: Occasion) -> Speech:
    return Speech(occasion.language, occasion.region.zone)


MAKERS: Papers = {
    "pair_map": map_of_pairs,
    "partner_reports": reports,
    "report_picture": picture,
    "info_session": info_session,
}
