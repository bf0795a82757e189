"""Everything that is kept of partner libraries."""

from __future__ import annotations

from typing import Protocol

from .desk_book import DeskBook
from .info_sessions import InfoSessions
from .pairs import Pairs
from .registrations import Registrations
from .reports import Reports
from .visits import PartnerVisits


class PartnerRecords(Protocol):
    @property
    def registrations(self) -> Registrations: ...
    @property
    def desk_book(self) -> DeskBook: ...
    @property
    def pairs(self) -> Pairs: ...
    @property
    def partner_visits(self) -> PartnerVisits: ...
    @property
    def reports(self) -> Reports: ...
    @property
    def info_sessions(self) -> InfoSessions: ...
