"""The repositories of partner libraries over one connection."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from .desk_book import SqlDeskBook
from .info_sessions import SqlInfoSessions
from .pairs import SqlPairs
from .partner_visits import SqlPartnerVisits
from .registrations import SqlRegistrations
from .reports import SqlReports


class SqlPartnerRecords:
    connection: Connection

    @cached_property
    def registrations(self) -> SqlRegistrations:
        return SqlRegistrations(self.connection)

    @cached_property
    def desk_book(self) -> SqlDeskBook:
        return SqlDeskBook(self.connection)

    @cached_property
    def pairs(self) -> SqlPairs:
        return SqlPairs(self.connection)

    @cached_property
    def partner_visits(self) -> SqlPartnerVisits:
        return SqlPartnerVisits(self.connection)

    @cached_property
    def reports(self) -> SqlReports:
        return SqlReports(self.connection)

    @cached_property
    def info_sessions(self) -> SqlInfoSessions:
        return SqlInfoSessions(self.connection)
