"""All that a turn comes into, read in one statement: it is the first thing that every turn does."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Table, and_, bindparam, select
from sqlalchemy.sql.elements import ColumnElement

from bot.conversation.messages import message_from_json
from bot.conversation.plain import talk_from_json
from bot.conversation.situations import Heard, Situation
from bot.conversation.turns import Talk, Turn

from . import standing
from .addresses import ADDRESSES
from .people import PEOPLE, PERSON, SqlPeople, identified
from .talks import TALKS, TURNS

SAID = select(TURNS.c.said).where(
    TURNS.c.channel == bindparam("channel"), TURNS.c.turn == bindparam("turn")
)


def at_home(of: Table) -> ColumnElement[bool]:
    """That a row is of the person who is read, in the one conversation that they have there."""
    return and_(
        of.c.person == PEOPLE.c.id,
        of.c.channel == bindparam("channel"),
        of.c.conversation == bindparam("home"),
    )


SITUATION = (
    PERSON.add_columns(
        TALKS.c.state,
        TALKS.c.revision,
        ADDRESSES.c.reference,
        ADDRESSES.c.seen_at,
        SAID.scalar_subquery().label("said"),
        standing.EDITION.scalar_subquery().label("edition"),
    )
    .select_from(PEOPLE.outerjoin(TALKS, at_home(TALKS)).outerjoin(ADDRESSES, at_home(ADDRESSES)))
    .where(identified(bindparam("channel"), bindparam("external")))
)


class SqlSituations:
    def __init__(self, connection: Connection, people: SqlPeople) -> None:
        self.connection = connection
        self.people = people

    def of(self, turn: Turn) -> Situation:
        channel, sender = turn.address.channel, turn.sender
        key = {"channel": channel, "turn": turn.id}
        here = {"external": sender.id, "home": turn.home.conversation}
        row = self.connection.execute(SITUATION, key | here).first()
        if row is not None:
            standing.tell(self.connection, row.edition)
            return self.value(row)
        who = self.people.welcome(channel, sender.id, sender.name)
        said = self.connection.execute(SAID, key).scalar()
        return Situation(who, Talk(), 0, said and message_from_json(said))

    def value(self, row: Row[Any]) -> Situation:
        return Situation(
            who=self.people.value(row),
            talk=Talk() if row.revision is None else talk_from_json(row.state),
            revision=row.revision or 0,
            said=row.said and message_from_json(row.said),
            heard=row.seen_at and Heard(row.reference, row.seen_at),
        )
