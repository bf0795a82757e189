"""One transaction and all that is kept in it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property

from sqlalchemy import Connection

from .accounts import SqlAccounts
from .addresses import SqlAddresses
from .ake_people import SqlAkePeople
from .attempt import Attempt
from .claim_books import SqlErrands, SqlGrants, SqlMembers
from .claims import SqlClaims
from .coffee_hours import SqlCoffeeHours
from .feeds import SqlFeeds
from .files import SqlFiles
from .forgetting import SqlForgetting
from .inbound import SqlInbound
from .installations import SqlInstallations
from .links import SqlLinks
from .notifications import SqlNotifications
from .outbox import SqlOutbox
from .own_records import SqlOwnRecords
from .partner_records import SqlPartnerRecords
from .people import SqlPeople
from .posts import SqlPosts
from .rooms import SqlRooms, SqlSeats
from .rounds import SqlRounds
from .service_points import SqlServicePoints
from .situations import SqlSituations
from .talks import SqlTalks, SqlTurns
from .visit_days import SqlVisitDays, SqlWaitingLine
from .visits import SqlVisits


class SqlUnit(SqlPartnerRecords):
    """Every repository of the house over one connection."""

    def __init__(self, connection: Connection, coordinators: frozenset[str], now: datetime) -> None:
        self.connection = connection
        self.now = now
        self.people = SqlPeople(connection, coordinators, now)
        self.role_keys = coordinators

    @cached_property
    def situations(self) -> SqlSituations:
        return SqlSituations(self.connection, self.people)

    @cached_property
    def talks(self) -> SqlTalks:
        return SqlTalks(self.connection)

    @cached_property
    def turns(self) -> SqlTurns:
        return SqlTurns(self.connection)

    @cached_property
    def addresses(self) -> SqlAddresses:
        return SqlAddresses(self.connection)

    @cached_property
    def service_points(self) -> SqlServicePoints:
        return SqlServicePoints(self.connection)

    @cached_property
    def coffee_hours(self) -> SqlCoffeeHours:
        return SqlCoffeeHours(self.connection)

    @cached_property
    def notifications(self) -> SqlNotifications:
        return SqlNotifications(self.connection)

    @cached_property
    def rounds(self) -> SqlRounds:
        return SqlRounds(self.connection)

    @cached_property
    def ake_people(self) -> SqlAkePeople:
        return SqlAkePeople(self.connection)

    @cached_property
    def visit_days(self) -> SqlVisitDays:
        return SqlVisitDays(self.connection)

    @cached_property
    def visits(self) -> SqlVisits:
        return SqlVisits(self.connection)

    @cached_property
    def waiting(self) -> SqlWaitingLine:
        return SqlWaitingLine(self.connection)

    @cached_property
    def rooms(self) -> SqlRooms:
        return SqlRooms(self.connection)

    @cached_property
    def forgetting(self) -> SqlForgetting:
        return SqlForgetting(self.connection)

    @cached_property
    def inbound(self) -> SqlInbound:
        return SqlInbound(self.connection)

    @cached_property
    def installations(self) -> SqlInstallations:
        return SqlInstallations(self.connection)

    @cached_property
    def seats(self) -> SqlSeats:
        return SqlSeats(self.connection)

    @cached_property
    def links(self) -> SqlLinks:
        return SqlLinks(self.connection, self.now)

    @cached_property
    def accounts(self) -> SqlAccounts:
        return SqlAccounts(self.connection, self.people, self.now)

    @cached_property
    def feeds(self) -> SqlFeeds:
        return SqlFeeds(self.connection)

    @cached_property
    def own_data(self) -> SqlOwnRecords:
        return SqlOwnRecords(self.connection, self.people)

    @cached_property
    def outbox(self) -> SqlOutbox:
        return SqlOutbox(self.connection)

    @cached_property
    def claims(self) -> SqlClaims:
        return SqlClaims(self.connection)

    @cached_property
    def errands(self) -> SqlErrands:
        return SqlErrands(self.connection)

    @cached_property
    def members(self) -> SqlMembers:
        return SqlMembers(self.connection)

    @cached_property
    def grants(self) -> SqlGrants:
        return SqlGrants(self.connection)

    @property
    def planned_some(self) -> bool:
        return self.notifications.planned_some

    @cached_property
    def files(self) -> SqlFiles:
        return SqlFiles(self.connection)

    @cached_property
    def posts(self) -> SqlPosts:
        return SqlPosts(self.connection)

    def attempt(self) -> AbstractContextManager[object]:
        return Attempt(self.connection)

    def commit(self) -> None:
        self.connection.commit()
