"""People and who they are in each channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    Connection,
    Row,
    ScalarSelect,
    Table,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from bot.conversation.ports import Overtaken
from bot.domain.ids import MunicipalityCode, NetworkKey, PersonId, ServicePointId
from bot.domain.languages import Language
from bot.domain.people import Directorship, Person

from .columns import table
from .tables import IdentityRow, MembershipRow, PersonRow, WishRow

PEOPLE, IDENTITIES = table(PersonRow), table(IdentityRow)
MEMBERSHIPS, WISHES = table(MembershipRow), table(WishRow)


COMMA: Any = literal_column("','")
COLON: Any = literal_column("':'")
"""Written into the statement: as parameters they would be set into it anew at each execution."""

KEY = IDENTITIES.c.channel + COLON + IDENTITIES.c.external
"""As the settings name a person."""


def listed(column: ColumnElement[str], *conditions: ColumnElement[bool]) -> ScalarSelect[str]:
    """The values of a column of a person's own rows, joined by commas."""
    return select(func.aggregate_strings(column, COMMA)).where(*conditions).scalar_subquery()


PERSON = select(
    PEOPLE,
    listed(MEMBERSHIPS.c.network, MEMBERSHIPS.c.person == PEOPLE.c.id).label("networks"),
    listed(WISHES.c.kind, WISHES.c.person == PEOPLE.c.id, WISHES.c.wanted).label("wanted"),
    listed(WISHES.c.kind, WISHES.c.person == PEOPLE.c.id, ~WISHES.c.wanted).label("unwanted"),
    listed(KEY, IDENTITIES.c.person == PEOPLE.c.id).label("identities"),
)
BY_ID = PERSON.where(PEOPLE.c.id == bindparam("id"))
BY_IDS = PERSON.where(PEOPLE.c.id.in_(bindparam("ids", expanding=True)))


def identified(channel: ColumnElement[str], external: ColumnElement[str]) -> ColumnElement[bool]:
    """That a person is the one whom the channel knows so."""
    here = (IDENTITIES.c.channel == channel, IDENTITIES.c.external == external)
    return PEOPLE.c.id == select(IDENTITIES.c.person).where(*here).scalar_subquery()


BY_IDENTITY = PERSON.where(identified(bindparam("channel"), bindparam("external")))


class SqlPeople:
    """`coordinators` are the identities, as `channel:id`, of those who have the role now."""

    def __init__(self, connection: Connection, coordinators: frozenset[str], now: datetime) -> None:
        self.connection = connection
        self.role_keys = coordinators
        self.now = now
        self.met: dict[PersonId, Person] = {}
        """Whom this transaction has read or saved already."""

    def find(self, person: PersonId) -> Person | None:
        if person not in self.met:
            row = self.connection.execute(BY_ID, {"id": person}).first()
            return None if row is None else self.value(row)
        return self.met[person]

    def meet(self, people: Iterable[PersonId]) -> None:
        """Read many at once; `find` need not look them up then."""
        ids = {"ids": list(set(people) - self.met.keys())}
        for row in self.connection.execute(BY_IDS, ids).all():
            self.value(row)

    def by_identity(self, channel: str, external: str, name: str) -> Person:
        key = {"channel": channel, "external": external}
        row = self.connection.execute(BY_IDENTITY, key).first()
        return self.welcome(channel, external, name) if row is None else self.value(row)

    def welcome(self, channel: str, external: str, name: str) -> Person:
        """Make a person known at their first word. Two at once end as one: the key is unique."""
        person = PersonId(uuid4().hex)
        self.connection.execute(
            insert(PEOPLE), {"id": person, "name": name[:200], "made_at": self.now}
        )
        key = {"channel": channel, "external": external, "person": person}
        try:
            self.connection.execute(insert(IDENTITIES), key)
        except IntegrityError:
            raise Overtaken from None
        coordinator = f"{channel}:{external}" in self.role_keys
        self.met[person] = Person(person, name[:200], coordinator=coordinator)
        return self.met[person]

    def save(self, person: Person) -> None:
        """Only what differs from what was read: another may be changing the rest just now."""
        was = self.find(person.id) or Person(person.id)
        self.met[person.id] = person
        known = columns(was)
        if changed := {name: new for name, new in columns(person).items() if new != known[name]}:
            self.connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id), changed)
        if person.networks != was.networks:
            self.replace(MEMBERSHIPS, person.id, [{"network": n} for n in person.networks])
        if person.wishes != was.wishes:
            wishes = [{"kind": kind, "wanted": wanted} for kind, wanted in person.wishes.items()]
            self.replace(WISHES, person.id, wishes)

    def replace(self, rows: Table, person: PersonId, values: list[dict[str, Any]]) -> None:
        self.connection.execute(delete(rows).where(rows.c.person == person))
        if values:
            self.connection.execute(insert(rows), [{"person": person, **each} for each in values])

    def at_home(self, service_point: ServicePointId) -> tuple[Person, ...]:
        return self.many(PEOPLE.c.home == service_point)

    def everyone(self) -> tuple[Person, ...]:
        return self.many()

    def in_network(self, network: NetworkKey) -> tuple[Person, ...]:
        members = select(MEMBERSHIPS.c.person).where(MEMBERSHIPS.c.network == network)
        return self.many(PEOPLE.c.id.in_(members))

    def coordinators(self) -> tuple[Person, ...]:
        theirs = select(IDENTITIES.c.person).where(KEY.in_(sorted(self.role_keys)))
        return self.many(PEOPLE.c.id.in_(theirs))

    def directors(self, *, confirmed: bool) -> tuple[Person, ...]:
        said = PEOPLE.c.directs.is_not(None)
        return self.many(said, PEOPLE.c.directs_confirmed.is_(confirmed))

    def many(self, *conditions: ColumnElement[bool]) -> tuple[Person, ...]:
        rows = self.connection.execute(PERSON.where(*conditions).order_by(PEOPLE.c.id))
        return tuple(self.value(row) for row in rows)

    def one(self, row: Row[Any] | None) -> Person | None:
        return None if row is None else self.value(row)

    def value(self, row: Row[Any]) -> Person:
        directs = row.directs and Directorship(MunicipalityCode(row.directs), row.directs_confirmed)
        person = self.met[PersonId(row.id)] = Person(
            id=PersonId(row.id),
            name=row.name,
            language=row.language and Language(row.language),
            client_language=row.client_language and Language(row.client_language),
            home=row.home and ServicePointId(row.home),
            networks=tuple(NetworkKey(key) for key in sorted(split(row.networks))),
            wishes=dict.fromkeys(split(row.wanted), True)
            | dict.fromkeys(split(row.unwanted), False),
            directs=directs,
            coordinator=not self.role_keys.isdisjoint(split(row.identities)),
        )
        return person


def columns(person: Person) -> dict[str, Any]:
    directs = person.directs
    return {
        "name": person.name[:200],
        "language": person.language,
        "client_language": person.client_language,
        "home": person.home,
        "directs": directs and directs.municipality,
        "directs_confirmed": bool(directs and directs.confirmed),
    }


def split(joined: str | None) -> Iterable[str]:
    return joined.split(",") if joined else ()
